package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stemma"
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
				i, err := ledger.New(cmd.Context(), c).Incident(args[0])
				if err != nil {
					return err
				}
				if err := decide(cmd.Context(), c, stemma.Decision{Kind: kind, Target: i.Events[0], Why: why}); err != nil {
					return err
				}
				return p.weigh(cmd.Context(), c)
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for the record")
	return cmd
}

// weigh makes the incidents anew, with a decision that bears on them.
func (p *program) weigh(ctx context.Context, c *sqlite.Case) error {
	var copies []stemma.Copy
	for found, err := range c.Copies(ctx) {
		if err != nil {
			return err
		}
		copies = append(copies, found)
	}
	return join.Joiner{}.Weigh(ctx, c, copies)
}
