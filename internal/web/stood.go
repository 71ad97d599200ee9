package web

import (
	"context"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"sync"

	"stemma/internal/past"
)

// An earlier case is one as it stood at a moment: to be looked at, and not to be
// ruled on. The last one that was asked for is kept, until something changes.
type earlier struct {
	sync.Mutex
	moment string
	rank   int
	c      *Case
}

// stood answers ?at=MOMENT with the case as it stood then, and everything else
// with the case as it is.
func (s *Server) stood(do action) action {
	return func(w http.ResponseWriter, r *http.Request, c *Case) error {
		moment := r.URL.Query().Get("at")
		if moment == "" || c.Stood == nil {
			return do(w, r, c)
		}
		then, err := s.then(r.Context(), c, moment)
		if err != nil {
			return err
		}
		return do(w, without(r, moment), then)
	}
}

// without is a request whose address asks for no moment; it is kept beside.
func without(r *http.Request, moment string) *http.Request {
	r = r.Clone(context.WithValue(r.Context(), momentKey{}, moment))
	q := r.URL.Query()
	q.Del("at")
	r.URL.RawQuery = q.Encode()
	return r
}

// Links and forms that lead to what can be looked at as it stood.
var (
	linkThere = regexp.MustCompile(`(<a [^>]*?href="/[ix])([./][^"?#]*)?(\?[^"#]*)?(#[^"]*)?"`)
	formThere = regexp.MustCompile(`<form [^>]*action="/[ix]"[^>]*>`)
)

// keep makes the links and forms of a page lead to the same moment.
//
//	href="/i/i_12#e" → href="/i/i_12?at=7#e"
func keep(page, moment string) string {
	at := "at=" + url.QueryEscape(moment)
	page = linkThere.ReplaceAllStringFunc(page, func(link string) string {
		m := linkThere.FindStringSubmatch(link)
		query := "?" + at
		if m[3] != "" {
			query = m[3] + "&amp;" + at
		}
		return m[1] + m[2] + query + m[4] + `"`
	})
	return formThere.ReplaceAllStringFunc(page, func(form string) string {
		return form + `<input type="hidden" name="at" value="` + html.EscapeString(moment) + `">`
	})
}

type momentKey struct{}

// momentOf is the moment whose case a request looks at, "" for the case as it is.
func momentOf(r *http.Request) string {
	moment, _ := r.Context().Value(momentKey{}).(string)
	return moment
}

func (s *Server) then(ctx context.Context, c *Case, moment string) (*Case, error) {
	s.earlier.Lock()
	defer s.earlier.Unlock()
	_, rank := s.onShelf()
	if s.earlier.c != nil && s.earlier.moment == moment && s.earlier.rank == rank {
		return s.earlier.c, nil
	}
	m, err := past.Read(ctx, c.Store, moment)
	if err != nil {
		return nil, err
	}
	then := *c
	if then.Store, err = c.Stood(ctx, m.Through()); err != nil {
		return nil, err
	}
	if then.then, err = gatherShelf(ctx, then.Store); err != nil {
		return nil, err
	}
	s.earlier.moment, s.earlier.rank, s.earlier.c = moment, rank, &then
	return &then, nil
}
