package main

import (
	"fmt"
	"iter"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/store/sqlite"
)

// A kind is a list of the case with what the command line shows of one thing in
// it.
type kind struct {
	ledger.Kind
	show func(*program, *ledger.Ledger, string) error // nil: the row as JSON
}

// kinds are all lists of a case.
func kinds() []kind {
	shows := map[string]func(*program, *ledger.Ledger, string) error{
		"copies": showCopy, "incidents": showIncident, "disagreements": showDisagreement,
		"actors": showActor, "places": showPlace, "sources": showSource,
	}
	var out []kind
	for _, k := range ledger.Kinds() {
		out = append(out, kind{k, shows[k.Name]})
	}
	return out
}

// command is `stemma KIND` with its list and show.
func (p *program) command(k kind) *cobra.Command {
	cmd := &cobra.Command{
		Use: k.Name, Short: strings.ToUpper(k.Short[:1]) + k.Short[1:],
		Example: fmt.Sprintf("  stemma %s list\n  stemma %s list --json\n  stemma %s show %s", k.Name, k.Name, k.Name, k.asked()),
		Args:    known,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.list(k), p.show(k))
	return cmd
}

// asked is what names one row of a list, as its first column has it: an ID, or the name
// of who or what has none.
func (k kind) asked() string {
	switch k.Name {
	case "actors", "places", "sources":
		return "NAME"
	case "copies":
		return "DOCUMENT"
	}
	return "ID"
}

func (p *program) list(k kind) *cobra.Command {
	cmd := &cobra.Command{
		Use: "list [FIELD:VALUE…]", Short: "List " + k.Name,
		Example: fmt.Sprintf("  stemma %s list\n  stemma %s list --json", k.Name, k.Name) + filterExample(k.Kind),
	}
	byName := filterFlags(cmd, k.Kind)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		f, err := k.Filter(strings.Join(args, " "), byName())
		if err != nil {
			return err
		}
		return p.look(cmd.Context(), func(c *sqlite.Case) error {
			l := ledger.New(cmd.Context(), c)
			l.Glance = !p.json
			if l.Empty() && !p.json {
				fmt.Fprintln(p.stderr, "nothing has been read yet; next: stemma add PATH…")
				return nil
			}
			return p.print(k, k.Rows(l, f))
		})
	}
	p.jsonFlag(cmd)
	return cmd
}

// filterFlags gives a command a flag for each field of a kind's filter; what
// they were set to is asked for once they are read.
func filterFlags(cmd *cobra.Command, k ledger.Kind) func() map[string]string {
	into := map[string]*string{}
	for _, field := range k.Fields() {
		into[field.Name] = cmd.Flags().String(field.Name, "", field.Help+" (e.g. "+field.Example+")")
	}
	return func() map[string]string {
		out := map[string]string{}
		for name, value := range into {
			out[name] = *value
		}
		return out
	}
}

func filterExample(k ledger.Kind) string {
	if k.Name != "incidents" {
		return ""
	}
	return "\n  stemma incidents list 'place:idlib after:2015-09 origins:>=2 disputed:yes'"
}

func (p *program) jsonFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&p.json, "json", false, "print JSON")
}

func (p *program) print(k kind, rows iter.Seq2[ledger.Row, error]) error {
	if p.json {
		return ledger.WriteJSON(p.stdout, rows)
	}
	byTime, err := ledger.ByTime(rows)
	if err != nil {
		return err
	}
	return p.printBrief(k.Heads, byTime)
}

func (p *program) printBrief(heads []string, rows iter.Seq2[ledger.Row, error]) error {
	out := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	any := false
	for r, err := range rows {
		if err != nil {
			return err
		}
		if !any {
			fmt.Fprintln(out, strings.Join(heads, "\t"))
			any = true
		}
		fmt.Fprintln(out, strings.Join(r.Brief, "\t"))
	}
	if !any {
		fmt.Fprintln(p.stderr, "nothing to list")
	}
	return out.Flush()
}

func (p *program) show(k kind) *cobra.Command {
	show := fmt.Sprintf("  stemma %s show %s", k.Name, k.asked())
	cmd := &cobra.Command{
		Use: "show " + k.asked(), Short: "Show one of the " + k.Name, Args: exactly(1, "one "+k.asked()+", as `stemma "+k.Name+" list` prints it"),
		Example: show + "\n" + show + " --json",
	}
	moment := new(string)
	if k.Name == "incidents" || k.Name == "disagreements" {
		cmd.Example += "\n" + show + " --as-of 2026-05-03"
		cmd.Flags().StringVar(moment, "as-of", "", "as the case stood through a day, a time, a document or a decision")
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return p.look(cmd.Context(), func(c *sqlite.Case) error {
			s, err := p.seenFrom(cmd.Context(), c, *moment)
			if err != nil {
				return err
			}
			l := ledger.New(cmd.Context(), s)
			if k.show != nil && !p.json {
				return k.show(p, l, args[0])
			}
			return p.showRow(k, l, args[0])
		})
	}
	p.jsonFlag(cmd)
	return cmd
}

// showRow prints one row as JSON.
func (p *program) showRow(k kind, l *ledger.Ledger, id string) error {
	row, err := l.Find(k.Kind, id)
	if err != nil {
		return err
	}
	return export.Indented(p.stdout).Encode(row.Value)
}
