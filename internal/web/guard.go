package web

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/api"
)

// policy is what a page may do: nothing but load this server's own files.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// A guard lets one person's browser in and nobody else: by a link that works
// once, then by a cookie. Loopback is no boundary: any page in any browser on
// this computer can send requests here, and a name that someone else owns can be
// made to point here, so the host, the origin and the kind of request are looked
// at too.
type guard struct {
	address string
	hosts   map[string]bool
	cookie  string // its name; the port keeps two servers apart

	mu      sync.Mutex
	tickets map[string]bool // links not yet used
	keys    map[string]bool // browsers let in
	token   string          // by which scripts are let in; "": none is
}

// Loopback refuses an address at which others than this computer could ask; it is
// to be asked before anything listens there.
func Loopback(address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("%w: address %q: want host:port, such as 127.0.0.1:7836", stemma.ErrUsage, address)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return fmt.Errorf("%w: %q is not this computer alone; stemma listens on 127.0.0.1, ::1 or localhost only", stemma.ErrUsage, host)
	}
	return nil
}

func newGuard(address string) (*guard, error) {
	if err := Loopback(address); err != nil {
		return nil, err
	}
	host, port, _ := net.SplitHostPort(address)
	g := &guard{address: address, cookie: "stemma-" + port, tickets: map[string]bool{}, keys: map[string]bool{}, hosts: map[string]bool{}}
	for _, name := range []string{"127.0.0.1", "localhost", "::1", host} {
		g.hosts[net.JoinHostPort(name, port)] = true
	}
	return g, nil
}

func secret() string {
	b := make([]byte, 16)
	_, _ = rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

func (g *guard) link() string {
	ticket := secret()
	g.mu.Lock()
	defer g.mu.Unlock()
	g.tickets[ticket] = true
	return "http://" + g.address + "/open/" + ticket
}

// wrap puts every check before a handler.
func (g *guard) wrap(next http.Handler) http.Handler {
	inner := http.NewCrossOriginProtection().Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if ticket, ok := strings.CutPrefix(r.URL.Path, "/open/"); ok {
			g.enter(w, r, ticket)
			return
		}
		if !g.known(r) && !g.script(r) {
			shut(w, r)
			return
		}
		next.ServeHTTP(w, r)
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		headers(w.Header())
		if !g.hosts[r.Host] || !g.sameOrigin(r) || crossSite(r) {
			refuse(w, r, "This request did not come from this computer's own window.")
			return
		}
		inner.ServeHTTP(w, r)
	})
}

func headers(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("X-DNS-Prefetch-Control", "off")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	h.Set("Cache-Control", "no-store")
}

// sameOrigin reports whether a request that names its origin names this one.
func (g *guard) sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "http" && u.Host == r.Host && g.hosts[u.Host]
}

// crossSite reports whether another site's page asks, unless a person follows a
// link from there.
func crossSite(r *http.Request) bool {
	site := r.Header.Get("Sec-Fetch-Site")
	if site == "" || site == "same-origin" || site == "none" {
		return false
	}
	return r.Method != http.MethodGet || r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
}

// enter spends a ticket.
func (g *guard) enter(w http.ResponseWriter, r *http.Request, ticket string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if r.Method != http.MethodGet || !g.tickets[ticket] {
		refuse(w, r, "This link has been used, or was never given. Start Stemma again for a new one.")
		return
	}
	delete(g.tickets, ticket)
	key := secret()
	g.keys[key] = true
	http.SetCookie(w, &http.Cookie{Name: g.cookie, Value: key, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (g *guard) known(r *http.Request) bool {
	c, err := r.Cookie(g.cookie)
	if err != nil {
		return false
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	for key := range g.keys {
		if subtle.ConstantTimeCompare([]byte(key), []byte(c.Value)) == 1 {
			return true
		}
	}
	return false
}

// script reports whether a program asks that has the token.
func (g *guard) script(r *http.Request) bool {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	g.mu.Lock()
	defer g.mu.Unlock()
	return ok && g.token != "" && subtle.ConstantTimeCompare([]byte(token), []byte(g.token)) == 1
}

// letScriptsIn makes the token for scripts.
func (g *guard) letScriptsIn() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.token == "" {
		g.token = secret()
	}
	return g.token
}

// shut answers somebody who has not been let in.
func shut(w http.ResponseWriter, r *http.Request) {
	if forProgram(r) {
		api.Refuse(w, http.StatusUnauthorized, "send Authorization: Bearer with the token that `stemma serve --token FILE` wrote")
		return
	}
	refuse(w, r, "This window has not been let in. Open the link that Stemma printed when it started; each link works once.")
}

func refuse(w http.ResponseWriter, r *http.Request, why string) {
	if forProgram(r) {
		api.Refuse(w, http.StatusForbidden, why)
		return
	}
	http.Error(w, why, http.StatusForbidden)
}

// forProgram reports whether a program is to read the answer.
func forProgram(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, api.Prefix+"/") }
