package main

import (
	"context"
	"slices"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/ingest"
	"stemma/internal/join"
	"stemma/internal/past"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

// stood is the case as it stood: what had not come yet is left out, what had been
// read with it is read again without, and what either touches is weighed anew.
func (p *program) stood(ctx context.Context, c *sqlite.Case, cut past.Cut) (store.Store, error) {
	return past.At(ctx, c, cut, func(ctx context.Context, v *past.View) error {
		line, err := caseReader(ctx, c)
		if err != nil {
			return err
		}
		run := ingest.Run{Store: v, Reader: line, Joiner: without{join.Joiner{Reader: line}, c, v}, Fingerprints: join.Fingerprints}
		_, err = run.Refresh(ctx)
		return err
	})
}

// without joins a case from which documents and rulings were taken away.
type without struct {
	join.Joiner
	now  *sqlite.Case
	then *past.View
}

// Join implements [ingest.Joiner].
func (w without) Join(ctx context.Context, s store.Store) error {
	ruled, whole, err := w.ruled(ctx)
	if err != nil {
		return err
	}
	gone, others, known, err := w.then.Later(ctx, ruled)
	switch {
	case err != nil:
		return err
	case whole || !known:
		return w.anew(ctx, s)
	}
	var before []stemma.Telling
	if documents := slices.Concat(gone, others); len(documents) > 0 {
		if before, err = store.All(decide.Over(w.now).Tellings(ctx, documents...)); err != nil {
			return err
		}
	}
	return w.Without(ctx, decide.Over(s), others, before)
}

// ruled are the documents that were not ruled on as they are now; whole if that
// may be any.
func (w without) ruled(ctx context.Context) (documents []string, whole bool, err error) {
	then, err := store.All(w.then.Decisions(ctx))
	if err != nil {
		return nil, false, err
	}
	now, err := store.All(w.now.Decisions(ctx))
	if err != nil {
		return nil, false, err
	}
	return decide.Apart(ctx, w.now, then, now)
}

func (w without) anew(ctx context.Context, s store.Store) error {
	copies, err := join.Found(ctx, w.now)
	if err != nil {
		return err
	}
	return w.Anew(ctx, decide.Over(s), w.then.Left(copies))
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
