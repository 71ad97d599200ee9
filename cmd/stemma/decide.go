package main

import (
	"context"
	"fmt"
	"os"
	"os/user"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/ledger"
	"stemma/internal/pipeline"
	"stemma/internal/store/sqlite"
)

// acting is who is at the keyboard: $STEMMA_ACTOR, else the login name.
func acting() string {
	if name := os.Getenv("STEMMA_ACTOR"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// caseReader opens the reading line with the overlays that the case keeps.
func caseReader(ctx context.Context, c *sqlite.Case) (*reader, error) {
	rulings, err := decide.Load(ctx, c)
	if err != nil {
		return nil, err
	}
	var books pipeline.Books
	if table := rulings.Overlay(stemma.DecidePlaces); table != "" {
		books.Places = []string{table}
	}
	if table := rulings.Overlay(stemma.DecideActors); table != "" {
		books.Actors = []string{table}
	}
	return newReader(books)
}

func (p *program) anchor() *cobra.Command {
	cmd := &cobra.Command{
		Use: "anchor", Short: "Dated facts that you supply, by which undated events are dated",
		Example: "  stemma anchor add 'The siege of Oruna began' 2023-06-02\n  stemma anchor list",
		Args:    known,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.anchorAdd(), p.anchorList())
	return cmd
}

func (p *program) anchorAdd() *cobra.Command {
	document, why := "", ""
	cmd := &cobra.Command{
		Use: "add SENTENCE DATE", Short: "Add an anchor, and read the documents again with it",
		Example: "  stemma anchor add 'The siege of Oruna began' 2023-06-02\n  stemma anchor add 'The bridge was blown up' 2024-03-14 --document d_0123456789abcdef",
		Args:    exactly(2, "a sentence and a date"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := stemma.ParseDay(args[1]); err != nil {
				return fmt.Errorf("%w: %w", stemma.ErrUsage, err)
			}
			return p.change(cmd.Context(), func(c *sqlite.Case) error {
				return p.rule(cmd.Context(), c, ledger.Ruling{Verb: "anchor", On: document, Field: args[1], Value: args[0], Why: why})
			})
		},
	}
	cmd.Flags().StringVar(&document, "document", "", "only for this document (default: the whole case)")
	cmd.Flags().StringVar(&why, "why", "", "the reason, for the record")
	return cmd
}

// anchored is an anchor as JSON.
type anchored struct {
	Sentence string  `json:"sentence"`
	Date     string  `json:"date"`
	Document *string `json:"document"`
}

func (p *program) anchorList() *cobra.Command {
	cmd := &cobra.Command{
		Use: "list", Short: "List the anchors", Args: alone,
		Example: "  stemma anchor list\n  stemma anchor list --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.look(cmd.Context(), func(c *sqlite.Case) error {
				rulings, err := decide.Load(cmd.Context(), c)
				if err != nil {
					return err
				}
				return p.printAnchors(rulings.All)
			})
		},
	}
	p.jsonFlag(cmd)
	return cmd
}

func (p *program) printAnchors(all []stemma.Decision) error {
	out := []anchored{}
	for _, d := range all {
		if d.Kind == stemma.DecideAnchor {
			out = append(out, anchored{d.Value, d.Field, ledger.Null(d.Target)})
		}
	}
	if p.json {
		return p.printAny(out)
	}
	for _, a := range out {
		where := ""
		if a.Document != nil {
			where = *a.Document
		}
		fmt.Fprintf(p.stdout, "%s  %s  %s\n", a.Date, a.Sentence, where)
	}
	return nil
}

// importing is `places import` and `actors import`: a person's table, kept in
// the case and laid over the reference works.
func (p *program) importing(kind stemma.DecisionKind) *cobra.Command {
	why := ""
	cmd := &cobra.Command{
		Use: "import FILE", Short: "Lay your own table over the book of " + string(kind),
		Long: `The table is tab-separated; its first line names the columns. docs/formats.md
describes them. Names that an earlier table of the case has too are meant as this
one has them. The documents of the case are read again with it.`,
		Example: fmt.Sprintf("  stemma %s import my-%s.tsv", kind, kind),
		Args:    exactly(1, "a tab-separated table"),
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := os.ReadFile(args[0])
			if err != nil {
				return fmt.Errorf("%w: %w", stemma.ErrUsage, err)
			}
			return p.change(cmd.Context(), func(c *sqlite.Case) error {
				err := p.decided(cmd.Context(), c, func(l *ledger.Ledger) (int64, error) {
					return l.Left(p.desk(c).Overlay(cmd.Context(), kind, string(data), why))
				})
				if err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", "the reason, for the record")
	return cmd
}

// exportingOverlay is `places export` and `actors export`: what the case lays over a
// book, as `import` takes it.
func (p *program) exportingOverlay(kind stemma.DecisionKind) *cobra.Command {
	return &cobra.Command{
		Use: "export", Short: "Print the table that the case lays over the book of " + string(kind), Args: alone,
		Long:    "All tables that were imported and all that was ruled for the whole case, as one table\nthat `import` takes.",
		Example: fmt.Sprintf("  stemma %s export >my-%s.tsv", kind, kind),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.look(cmd.Context(), func(c *sqlite.Case) error {
				rulings, err := decide.Load(cmd.Context(), c)
				if err != nil {
					return err
				}
				_, err = fmt.Fprint(p.stdout, rulings.Overlay(kind))
				return err
			})
		},
	}
}

// tryTable reads a person's table, and says what is wrong with it.
func tryTable(kind stemma.DecisionKind, table string) error {
	books := pipeline.Books{Places: []string{table}}
	if kind == stemma.DecideActors {
		books = pipeline.Books{Actors: []string{table}}
	}
	_, err := newReader(books)
	return err
}
