package web

import (
	"context"
	"net/http"

	"stemma/internal/api"
	"stemma/internal/ingest"
	"stemma/internal/input"
)

// lend is the open case as the API works with it: under the same locks as the
// pages, and what it changes they show.
func (s *Server) lend() (api.Case, bool) {
	c := s.current()
	if c == nil {
		return api.Case{}, false
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	return api.Case{
		Name: c.Name, Store: c.Store, Desk: c.Desk, Changes: s.rank,
		Alone: func(do func() error) error {
			defer s.changed()
			return s.alone(do)
		},
		Add: func(ctx context.Context, items []input.Item) ([]ingest.Result, error) {
			x, err := s.jobs.begin(len(items))
			if err != nil {
				return nil, err
			}
			return s.read(ctx, c, x, items)
		},
	}, true
}

// manual is the API's document as a page.
func (s *Server) manual(w http.ResponseWriter, r *http.Request) {
	s.show(w, r, "api", view{Title: "API", Section: "api", Page: s.api.Manual()})
}
