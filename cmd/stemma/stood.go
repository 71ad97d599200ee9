package main

import (
	"context"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/ingest"
	"stemma/internal/join"
	"stemma/internal/past"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

// stood is the case as it stood: what had not come yet is left out, what had been
// read with it is read again without, and all is weighed anew.
func (p *program) stood(ctx context.Context, c *sqlite.Case, cut past.Cut) (store.Store, error) {
	copies, err := join.Found(ctx, c)
	if err != nil {
		return nil, err
	}
	return past.At(ctx, c, cut, copies, func(ctx context.Context, s store.Store, left []stemma.Copy) error {
		line, err := caseReader(ctx, c)
		if err != nil {
			return err
		}
		run := ingest.Run{Store: s, Reader: line, Joiner: anew{join.Joiner{Reader: line}, left}, Fingerprints: join.Fingerprints}
		_, err = run.Refresh(ctx)
		return err
	})
}

// anew joins a case from which documents were taken away.
type anew struct {
	join.Joiner
	copies []stemma.Copy
}

// Join implements [ingest.Joiner].
func (a anew) Join(ctx context.Context, s store.Store) error {
	return a.Anew(ctx, decide.Over(s), a.copies)
}

// seenFrom is the case as of a moment; as it is without one.
func (p *program) seenFrom(ctx context.Context, c *sqlite.Case, moment string) (store.Store, error) {
	if moment == "" {
		return c, nil
	}
	m, err := past.Read(ctx, c, moment)
	if err != nil {
		return nil, err
	}
	return p.stood(ctx, c, m.Through())
}
