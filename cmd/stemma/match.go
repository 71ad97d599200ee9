package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/match"
	"stemma/internal/store/sqlite"
)

// matching is one run of `stemma match`.
type matching struct {
	*program
	mapping, format string
	filter          *ledger.Filter
}

func (p *program) match() *cobra.Command {
	m := &matching{program: p}
	var fields []string
	for _, f := range match.Fields {
		fields = append(fields, fmt.Sprintf("  %-16s %s", f.Name, f.Help))
	}
	cmd := &cobra.Command{
		Use:   "match ROWS.csv|- [FIELD:VALUE…]",
		Short: "Hold your own table against the case: already there, update, new",
		Long: `Says of each incident whether a row of your table is of it (already there), has a
field that the accounts have otherwise (update, with both), or whether none is
(new); then which of your rows no incident here is of (only yours). Each with its
reasons; neither your table nor the case is changed. ACLED's and UCDP's columns
are known, and those that bear the names of the fields below. For any other table
a map says what its columns hold, a line for each:

  # my table
  date = day of event
  date_format = DD/MM/YYYY
  killed = dead
  book = acled

book is the codebook by whose scope incidents are held against it (acled, ucdp,
airwars or none). Fields:
` + strings.Join(fields, "\n"),
		Example: "  stemma match acled.csv\n  stemma match mine.csv --map mine.map --json\n  stemma match mine.csv --map mine.map --format csv country:SY >todo.csv",
		Args:    atLeastOne("a table, or - for standard input"),
	}
	cmd.Flags().StringVar(&m.mapping, "map", "", "file that says what the columns hold")
	cmd.Flags().StringVar(&m.format, "format", "text", "text, json or csv")
	byName := filterFlags(cmd, match.Kind())
	p.jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) (err error) {
		if m.filter, err = match.Kind().Filter(strings.Join(args[1:], " "), byName()); err != nil {
			return err
		}
		return p.look(cmd.Context(), func(c *sqlite.Case) error { return m.run(cmd.Context(), c, args[0]) })
	}
	return cmd
}

func (m *matching) run(ctx context.Context, c *sqlite.Case, path string) error {
	t, err := m.table(path)
	if err != nil {
		return err
	}
	mapped, err := m.mapOf(t)
	if err != nil {
		return err
	}
	result, err := match.Run(ledger.New(ctx, c), t, mapped, m.filter)
	if err != nil {
		return err
	}
	for _, problem := range result.Problems {
		fmt.Fprintf(m.stderr, "%s %s; the row is left out\n", t.Name, problem)
	}
	if result.OutOfScope > 0 {
		fmt.Fprintf(m.stderr, "incidents that %s does not take: %d left out\n", mapped.Book, result.OutOfScope)
	}
	if err := m.print(result.Found); err != nil {
		return err
	}
	if len(result.Problems) > 0 {
		return errPartly
	}
	return nil
}

func (m *matching) table(path string) (*match.Table, error) {
	if path == "-" {
		return match.ReadTable("standard input", m.stdin)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", stemma.ErrUsage, err)
	}
	defer f.Close()
	return match.ReadTable(filepath.Base(path), f)
}

func (m *matching) mapOf(t *match.Table) (match.Map, error) {
	if m.mapping == "" {
		if known, ok := match.Known(t.Head); ok {
			return known, nil
		}
		return match.Map{}, fmt.Errorf("%w: %s has neither ACLED's columns nor UCDP's nor the fields' own names; say with --map FILE what its columns hold (`stemma match --help` shows such a file): %s", stemma.ErrUsage, t.Name, strings.Join(t.Head, ", "))
	}
	f, err := os.Open(m.mapping)
	if err != nil {
		return match.Map{}, fmt.Errorf("%w: %w", stemma.ErrUsage, err)
	}
	mapped, err := match.ReadMap(filepath.Base(m.mapping), f)
	return mapped, errors.Join(err, f.Close())
}

func (m *matching) print(found []export.Match) error {
	switch {
	case m.json || m.format == "json":
		return export.Indented(m.stdout).Encode(append([]export.Match{}, found...))
	case m.format == "csv":
		return export.WriteMatches(m.stdout, found)
	case m.format != "text":
		return fmt.Errorf("%w: --format %q: want text, json or csv", stemma.ErrUsage, m.format)
	}
	m.tell(found)
	return nil
}

// tell prints the verdicts, each with its rows and reasons.
func (m *matching) tell(found []export.Match) {
	count := map[string]int{}
	for _, one := range found {
		count[one.Verdict]++
	}
	last := ""
	for _, one := range found {
		if one.Verdict != last {
			fmt.Fprintf(m.stdout, "%s: %d\n", one.Verdict, count[one.Verdict])
			last = one.Verdict
		}
		m.tellMatch(one)
	}
}

func (m *matching) tellMatch(one export.Match) {
	name := "                  "
	if one.Incident != nil {
		name = *one.Incident
	}
	fmt.Fprintf(m.stdout, "  %s  %s  %s  %s\n", name, whenWords(one.When), ledger.Unknown(strings.Join(one.Places, ", ")), strings.TrimSpace(one.What+"  "+one.Parties))
	for _, r := range one.Rows {
		line := fmt.Sprintf("line %d", r.Line)
		if r.ID != nil {
			line += " (" + *r.ID + ")"
		}
		if len(r.Reasons) > 0 {
			line += ": " + strings.Join(r.Reasons, ", ")
		}
		fmt.Fprintln(m.stdout, "    "+line)
	}
	for _, u := range one.Updates {
		fmt.Fprintln(m.stdout, "    "+changeWords(export.BriefChange{Field: u.Field, Before: u.Before, After: u.After, SaidBy: u.SaidBy}))
	}
}
