package main

import (
	"io"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/join"
	"stemma/internal/ledger"
	"stemma/internal/report"
	"stemma/internal/store/sqlite"
)

func (p *program) report() *cobra.Command {
	output := "-"
	cmd := &cobra.Command{
		Use:   "report ID…",
		Short: "Write incidents as one page to hand over: words, hashes, how it was made",
		Long: `Writes one self-contained HTML file without a script: what is said of each incident
and by whom, a footnote to the exact words of every value, the hashes of the
originals, and how it was made. Private persons are masked as in exports. It
prints well from any browser; what nobody has accepted yet says so.`,
		Example: "  stemma report i_0123456789abcdef -o strike.html\n  stemma report i_0123456789abcdef i_fedcba9876543210 -o week.html",
		Args:    atLeastOne("an ID of an incident, as `stemma incidents list` prints it"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.look(cmd.Context(), func(c *sqlite.Case) error {
				l := ledger.New(cmd.Context(), c)
				all, err := p.incidents(l, args)
				if err != nil {
					return err
				}
				made := report.Made{Program: version(), Joining: join.Version}
				return p.into(output, func(w io.Writer) error { return report.Write(w, l, all, made) })
			})
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "-", "file to write, - for standard output")
	return cmd
}

// incidents are those of the ids, in their order; two ids of one are one.
func (p *program) incidents(l *ledger.Ledger, ids []string) ([]stemma.Incident, error) {
	var out []stemma.Incident
	seen := map[string]bool{}
	for _, id := range ids {
		i, err := l.Incident(id)
		if err != nil {
			return nil, err
		}
		p.renamed(id, i)
		if !seen[i.ID] {
			seen[i.ID] = true
			out = append(out, i)
		}
	}
	return out, nil
}
