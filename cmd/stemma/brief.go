package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/brief"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/past"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

func (p *program) brief() *cobra.Command {
	since := ""
	cmd := &cobra.Command{
		Use:   "brief --since TIME [FIELD:VALUE…]",
		Short: "What is new since a time, what changed, and who says so",
		Long: `Prints the incidents that were not there at a moment, what changed of the others
(before → after, with who says what is new), what has come into dispute, and last
what nobody dates. TIME is a day, a time (RFC 3339), the id of a document (before
it was added) or the number of a decision (before it was made). How the case
stood is reckoned from what had been added and decided by then, with the present
reference works and version.`,
		Example: "  stemma brief --since 2026-05-03\n  stemma brief --since 2026-05-03T06:00:00Z country:SY type:ASSAULT\n" +
			"  stemma brief --since d_0123456789abcdef --province idlib --json\n  stemma brief --since 41",
	}
	cmd.Flags().StringVar(&since, "since", "", "a day, a time, a document or a decision")
	byName := filterFlags(cmd, brief.Kind())
	p.jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if since == "" {
			return fmt.Errorf("%w: since when? Say --since with a day, a time, a document or a decision", stemma.ErrUsage)
		}
		f, err := brief.Kind().Filter(strings.Join(args, " "), byName())
		if err != nil {
			return err
		}
		return p.look(cmd.Context(), func(c *sqlite.Case) error { return p.news(cmd.Context(), c, since, f) })
	}
	return cmd
}

// news prints what is new in a case since a moment.
func (p *program) news(ctx context.Context, c *sqlite.Case, since string, f *ledger.Filter) error {
	stood := func(cut past.Cut) (store.Store, error) { return p.stood(ctx, c, cut) }
	b, err := brief.Since(ledger.New(ctx, c), stood, since, f)
	if err != nil {
		return err
	}
	return p.printNews(b)
}

func (p *program) printNews(b export.Brief) error {
	if p.json {
		return export.Indented(p.stdout).Encode(b)
	}
	for _, section := range []struct {
		head string
		rows []export.BriefEntry
	}{{"new", b.New}, {"changed", b.Changed}, {"newly disputed", b.Disputed}, {"undated", b.Undated}} {
		if len(section.rows) > 0 {
			fmt.Fprintf(p.stdout, "%s: %d\n", section.head, len(section.rows))
		}
		for _, e := range section.rows {
			p.printEntry(e)
		}
	}
	if len(b.Gone) > 0 {
		fmt.Fprintf(p.stdout, "nothing tells any more of %s\n", strings.Join(b.Gone, ", "))
	}
	if len(b.New)+len(b.Changed)+len(b.Disputed)+len(b.Undated)+len(b.Gone) == 0 {
		fmt.Fprintf(p.stderr, "nothing is new since %s\n", b.Since)
	}
	return nil
}

func (p *program) printEntry(e export.BriefEntry) {
	fmt.Fprintf(p.stdout, "  %s  %s  %s  %s\n", e.ID, whenWords(e.When), ledger.Unknown(strings.Join(e.Places, ", ")), e.What)
	if e.Parties != "" {
		fmt.Fprintf(p.stdout, "    %s\n", e.Parties)
	}
	if len(e.Was) > 0 {
		fmt.Fprintf(p.stdout, "    was %s\n", strings.Join(e.Was, ", "))
	}
	if e.New {
		fmt.Fprintf(p.stdout, "    origins %s, %s\n", ledger.Between(stemma.Origins{Min: e.Origins.Min, Max: e.Origins.Max}), e.Status)
	}
	for _, c := range e.Changes {
		fmt.Fprintln(p.stdout, "    "+changeWords(c))
	}
}

// changeWords is one change on a line: "killed (people): 2 → 2–5, by the hospital".
func changeWords(c export.BriefChange) string {
	field := c.Field
	if c.Of != nil {
		field += " (" + *c.Of + ")"
	}
	line := field + ": " + orNothing(c.Before) + " → " + orNothing(c.After)
	if len(c.SaidBy) > 0 {
		line += ", by " + strings.Join(c.SaidBy, ", ")
	}
	return line
}

func orNothing(s *string) string {
	if s == nil {
		return "nothing"
	}
	return *s
}

// whenWords are the days of a row as people read them.
func whenWords(w export.When) string {
	var i stemma.Interval
	if w.Earliest != nil {
		i.Earliest, _ = stemma.ParseDay(*w.Earliest) // it was written from a day
	}
	if w.Latest != nil {
		i.Latest, _ = stemma.ParseDay(*w.Latest)
	}
	return ledger.Days(i)
}
