package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"
)

// An answer is kept until its ETag is known.
type answer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func newAnswer() *answer { return &answer{header: http.Header{}, status: http.StatusOK} }

// Header implements [http.ResponseWriter].
func (a *answer) Header() http.Header { return a.header }

// WriteHeader implements [http.ResponseWriter].
func (a *answer) WriteHeader(status int) { a.status = status }

// Write implements [http.ResponseWriter].
func (a *answer) Write(b []byte) (int, error) { return a.body.Write(b) }

// tag is the ETag of an answer: the hash of what it says, so that it changes
// exactly when that does.
func (a *answer) tag() string {
	sum := sha256.Sum256(a.body.Bytes())
	return `"` + hex.EncodeToString(sum[:8]) + `"`
}

// send hands the answer out.
func (a *answer) send(w http.ResponseWriter) {
	for name, values := range a.header {
		w.Header()[name] = values
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body.Bytes()) // who hung up misses nothing
}

// tagged puts an ETag on whatever is read, and answers 304 to those who have it
// already.
func tagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		a := newAnswer()
		next.ServeHTTP(a, r)
		if a.status == http.StatusOK {
			a.header.Set("ETag", a.tag())
			if matches(r.Header.Get("If-None-Match"), a.tag()) {
				a.status = http.StatusNotModified
				a.header.Del("Content-Type")
				a.body.Reset()
			}
		}
		a.send(w)
	})
}

// matches reports whether a list of tags, or *, has this one. A weak tag is as
// good as a strong one here: the same words have the same tag.
func matches(list, tag string) bool {
	for one := range strings.SplitSeq(list, ",") {
		one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
		if one == "*" || one == tag {
			return true
		}
	}
	return false
}

// unchanged makes sure that a record is still the one whose ETag was sent.
func (a *API) unchanged(ctx context.Context, path, sent string) error {
	if strings.TrimSpace(sent) == "" {
		return problem(http.StatusPreconditionRequired, "send If-Match with the ETag of GET "+Prefix+path+", or * for whatever is there")
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, Prefix+path, nil)
	if err != nil {
		return err
	}
	now := newAnswer()
	a.handler.ServeHTTP(now, r)
	if now.status != http.StatusOK {
		var p Problem
		if err := json.Unmarshal(now.body.Bytes(), &p); err != nil {
			return err
		}
		return &p
	}
	tag := now.tag()
	if !matches(sent, tag) {
		p := problem(http.StatusPreconditionFailed, "the record has changed since it was read; read it again and rule on what it says now")
		p.Current = &tag
		return p
	}
	return nil
}

// write answers with JSON.
func write(w http.ResponseWriter, p *Problem) {
	w.Header().Set("Content-Type", p.ContentType(""))
	if p.Status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", `Bearer realm="stemma"`)
	}
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // who hung up misses nothing
}
