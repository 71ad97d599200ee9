package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/join"
	"stemma/internal/ledger"
	"stemma/internal/store/sqlite"
)

// ruling is `incidents accept` and `incidents reject`: what a person says of an
// incident. It is kept with its reason, and tied to the incident's first event,
// which outlives the incident's id.
func (p *program) ruling(name string, kind stemma.DecisionKind, short string) *cobra.Command {
	why := ""
	cmd := &cobra.Command{
		Use: name + " ID", Short: short,
		Example: fmt.Sprintf("  stemma incidents %s i_0123456789abcdef --why 'two hospitals and the ministry'", name),
		Args:    exactly(1, "an ID, as `stemma incidents list` prints it"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.change(cmd.Context(), func(c *sqlite.Case) error {
				return ledger.New(cmd.Context(), c).Rule(p.desk(c), ledger.Ruling{Verb: string(kind), On: args[0], Why: why})
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for the record")
	return cmd
}

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
