package web

import (
	"cmp"
	"context"
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
		var err error
		p.Hits, err = s.hits(r.Context(), c, p.Words)
		switch {
		case errors.Is(err, stemma.ErrUsage):
			p.Problem = "That holds no word."
		case err != nil:
			return err
		}
	}
	s.show(w, r, "search", view{Title: "Search", Section: "search", Page: p})
	return nil
}

// hits are the documents with some words, each with a link to where they stand.
func (s *Server) hits(ctx context.Context, c *Case, words string) ([]hit, error) {
	sh, err := s.shelved(ctx, c)
	if err != nil {
		return nil, err
	}
	hits, err := c.Store.Search(ctx, words, found)
	if err != nil {
		return nil, err
	}
	l := newLook(ctx, c, sh)
	var out []hit
	for _, h := range hits {
		x := hit{Title: cmp.Or(h.Title, sh.titles[h.Document]), Snippet: h.Snippet, Link: "/d/" + h.Document}
		if o := l.open(h.Document); o.err == nil && !h.Passage.Empty() && h.Passage.End <= len(o.Text) {
			x.Link = o.link(h.Passage)
		}
		out = append(out, x)
	}
	return out, nil
}
