package web

import (
	"cmp"
	"errors"
	"net/http"
	"strings"

	"stemma"
)

type searchPage struct {
	Words, Problem string
	Hits           []hit
}

type hit struct{ Title, Snippet, Link string }

// found is how many documents a search shows.
const found = 20

func (s *Server) search(w http.ResponseWriter, r *http.Request, c *Case) error {
	p := searchPage{Words: strings.TrimSpace(r.URL.Query().Get("q"))}
	if p.Words != "" {
		sh, err := s.shelved(r.Context(), c)
		if err != nil {
			return err
		}
		l := newLook(r.Context(), c, sh)
		hits, err := c.Store.Search(r.Context(), p.Words, found)
		switch {
		case errors.Is(err, stemma.ErrUsage):
			p.Problem = "That holds no word."
		case err != nil:
			return err
		}
		for _, h := range hits {
			x := hit{Title: cmp.Or(h.Title, sh.titles[h.Document]), Snippet: h.Snippet, Link: "/d/" + h.Document}
			if o := l.open(h.Document); o.err == nil && !h.Passage.Empty() && h.Passage.End <= len(o.Text) {
				x.Link = o.link(h.Passage)
			}
			p.Hits = append(p.Hits, x)
		}
	}
	s.show(w, r, "search", view{Title: "Search", Section: "search", Page: p})
	return nil
}
