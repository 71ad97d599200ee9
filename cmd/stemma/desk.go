package main

import (
	"context"
	"time"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/join"
	"stemma/internal/store/sqlite"
)

// desk is where the person at the keyboard rules on the case.
func (p *program) desk(c *sqlite.Case) *decide.Desk {
	return &decide.Desk{
		Store: c, By: acting(), Now: time.Now,
		Weigh: func(ctx context.Context) error { return p.weigh(ctx, c) },
		Touch: func(ctx context.Context, documents []string, before []stemma.Telling) error {
			return join.Joiner{}.Touch(ctx, decide.Over(c), documents, before)
		},
		Refresh: func(ctx context.Context) error { return p.refresh(ctx, c) },
		Reread:  func(ctx context.Context) error { return p.rereadAll(ctx, c) },
		Try:     tryTable,
	}
}

// weigh makes the incidents anew, with a decision that bears on them.
func (p *program) weigh(ctx context.Context, c *sqlite.Case) error {
	copies, err := join.Found(ctx, c)
	if err != nil {
		return err
	}
	return join.Joiner{}.Weigh(ctx, decide.Over(c), copies)
}
