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
	"stemma/internal/stage/copy"
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
		Weigh:   func(ctx context.Context) error { return p.weigh(ctx, c) },
		Refresh: func(ctx context.Context) error { return p.refresh(ctx, c) },
		Reread:  func(ctx context.Context) error { return p.rereadAll(ctx, c) },
	}
}

// weigh makes the incidents anew, with a decision that bears on them.
func (p *program) weigh(ctx context.Context, c *sqlite.Case) error {
	copies, err := machineCopies(ctx, c)
	if err != nil {
		return err
	}
	return join.Joiner{}.Weigh(ctx, decide.Over(c), copies)
}

// machineCopies are the copies as the machine finds them. Pairs that a person ruled on,
// though it was undone, are compared again: what is kept of them is the ruling.
func machineCopies(ctx context.Context, c *sqlite.Case) ([]stemma.Copy, error) {
	ruled := map[[2]string]bool{}
	for d, err := range c.Decisions(ctx) {
		if err != nil {
			return nil, err
		}
		if d.Kind == stemma.DecideCopy || d.Kind == stemma.DecideNotCopy {
			ruled[[2]string{min(d.Target, d.Value), max(d.Target, d.Value)}] = true
		}
	}
	var out []stemma.Copy
	for x, err := range c.Copies(ctx) {
		if err != nil {
			return nil, err
		}
		if !ruled[[2]string{min(x.Document, x.Of), max(x.Document, x.Of)}] {
			out = append(out, x)
		}
	}
	for pair := range ruled {
		a, err := c.Reading(ctx, pair[0])
		if err != nil {
			return nil, err
		}
		b, err := c.Reading(ctx, pair[1])
		if err != nil {
			return nil, err
		}
		if x := copy.Compare(a, b); x != nil {
			out = append(out, *x)
		}
	}
	return out, nil
}
