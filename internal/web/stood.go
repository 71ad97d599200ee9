package web

import (
	"context"
	"net/http"
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
		return do(w, r.WithContext(context.WithValue(r.Context(), momentKey{}, moment)), then)
	}
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
