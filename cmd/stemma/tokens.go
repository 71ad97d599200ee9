package main

import (
	"bufio"
	"fmt"

	"github.com/spf13/cobra"

	"stemma"

	"stemma/internal/ledger"
)

func (p *program) tokens() *cobra.Command {
	format := "conllu"
	cmd := &cobra.Command{
		Use:     "tokens PATH…|-",
		Short:   "Print sentences, tokens and trees as the program reads them",
		Example: "  stemma tokens report.txt\n  stemma tokens report.txt --format conllu >report.conllu",
		Args:    atLeastOne("a path, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "conllu" {
				return fmt.Errorf("%w: --format %q: want conllu", stemma.ErrUsage, format)
			}
			line, err := overlays{}.reader()
			if err != nil {
				return err
			}
			out := bufio.NewWriter(p.stdout)
			for item, err := range p.items(args) {
				t := line.work(cmd.Context(), task{item: item, err: err})
				if t.err != nil {
					return fmt.Errorf("%s: %w", item.Name, t.err)
				}
				conllu(out, t.reading)
			}
			return out.Flush()
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "conllu (universaldependencies.org/format)")
	return cmd
}

// conllu writes the trees of a reading; offsets stand in the last column as
// bytes of the text.
func conllu(out *bufio.Writer, r *stemma.Reading) {
	for i, s := range r.Syntax.Sentences {
		fmt.Fprintf(out, "# sent_id = %s-%d\n# text = %s\n", r.Document, i+1, ledger.Shorten(r.Words(s.Span), 1<<20))
		for n, t := range s.Tokens {
			fmt.Fprintf(out, "%d\t%s\t%s\t%s\t_\t_\t%d\t%s\t_\tStart=%d|End=%d\n",
				n+1, r.Words(t.Span), t.Lemma, t.Tag, t.Head+1, t.Relation, t.Start, t.End)
		}
		fmt.Fprintln(out)
	}
}
