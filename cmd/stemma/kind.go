package main

import (
	"encoding/json"
	"fmt"
	"iter"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/store/sqlite"
)

// A row is one thing in a list: as JSON and CSV have it, and in brief for
// people.
type row struct {
	id       string
	status   stemma.Status // "" for kinds that nobody decides on
	value    export.Celled
	brief    []string
	features func() []export.Feature
}

// A kind is something that a case has lists of. The same rows serve `list`,
// `show` and `export`.
type kind struct {
	name    string
	short   string
	heads   []string // of the brief table
	filters []string
	rows    func(*ledger, *filter) iter.Seq2[row, error]
	show    func(*program, *ledger, string) error // nil: the row as JSON
}

// kinds are all lists of a case.
func kinds() []kind {
	return []kind{
		{"documents", "what was read, and what could be told of it", []string{"ID", "PUBLISHED", "OUTLET", "CLAIMS", "EVENTS", "TITLE"},
			[]string{"from", "to", "since-added"}, documentRows, nil},
		{"copies", "which documents share their text", []string{"DOCUMENT", "OF", "RELATION", "SHARED", "ORDER", "BASIS"},
			nil, copyRows, showCopy},
		{"claims", "who says what", []string{"ID", "SAID BY", "STANCE", "WORDS"},
			[]string{"said-by", "since-added"}, claimRows, nil},
		{"events", "who did what to whom, in each telling", []string{"ID", "WHEN", "WHAT", "WHO", "WHOM", "WHERE", "SAID BY"},
			[]string{"from", "to", "country", "type", "actor", "said-by", "status", "since-added"}, eventRows, nil},
		{"incidents", "what several tellings are of, and how many origins stand behind it", []string{"ID", "WHEN", "ORIGINS", "GRADE", "DISPUTED", "WHAT"},
			[]string{"from", "to", "country", "type", "actor", "said-by", "status", "since-added"}, incidentRows, showIncident},
		{"disagreements", "where accounts cannot all be right, and explained differences", []string{"ID", "TYPE", "FIELD", "SIDES"},
			nil, disagreementRows, showDisagreement},
		{"sources", "who speaks by name, and through whom", []string{"SAID BY", "KIND", "CLAIMS", "DENIALS", "DOCUMENTS", "THROUGH"},
			[]string{"said-by", "since-added"}, sourceRows, nil},
		{"actors", "states, forces, groups and persons", []string{"NAME", "KIND", "COUNTRY", "MENTIONS", "DOCUMENTS"},
			[]string{"actor", "country", "since-added"}, actorRows, nil},
		{"places", "places, with their precision", []string{"NAME", "KIND", "COUNTRY", "LAT", "LON", "RADIUS M", "MENTIONS"},
			[]string{"country", "since-added"}, placeRows, nil},
	}
}

// command is `stemma KIND` with its list and show.
func (p *program) command(k kind) *cobra.Command {
	cmd := &cobra.Command{
		Use: k.name, Short: "List or show " + k.name + ": " + k.short,
		Example: fmt.Sprintf("  stemma %s list\n  stemma %s list --json\n  stemma %s show ID", k.name, k.name, k.name),
		Args:    known,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(p.list(k), p.show(k))
	return cmd
}

func (p *program) list(k kind) *cobra.Command {
	f := &filter{}
	cmd := &cobra.Command{
		Use: "list", Short: "List " + k.name, Args: cobra.NoArgs,
		Example: fmt.Sprintf("  stemma %s list\n  stemma %s list --json", k.name, k.name),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := f.parse(); err != nil {
				return err
			}
			return p.look(cmd.Context(), func(c *sqlite.Case) error {
				return p.print(k, k.rows(newLedger(cmd.Context(), c), f))
			})
		},
	}
	f.flags(cmd, k.filters)
	p.jsonFlag(cmd)
	return cmd
}

func (p *program) jsonFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&p.json, "json", false, "print JSON")
}

func (p *program) print(k kind, rows iter.Seq2[row, error]) error {
	if p.json {
		return p.printJSON(rows)
	}
	return p.printBrief(k.heads, rows)
}

// printJSON prints one array, row by row.
func (p *program) printJSON(rows iter.Seq2[row, error]) error {
	lead := "[\n"
	for r, err := range rows {
		if err != nil {
			return err
		}
		data, err := marshal(r.value)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprint(p.stdout, lead, data); err != nil {
			return err
		}
		lead = ",\n"
	}
	if lead == "[\n" {
		_, err := fmt.Fprintln(p.stdout, "[]")
		return err
	}
	_, err := fmt.Fprintln(p.stdout, "\n]")
	return err
}

// marshal is JSON on one line, with < and > as they are.
func marshal(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

func (p *program) printBrief(heads []string, rows iter.Seq2[row, error]) error {
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
		fmt.Fprintln(out, strings.Join(r.brief, "\t"))
	}
	if !any {
		fmt.Fprintln(p.stderr, "nothing to list")
	}
	return out.Flush()
}

func (p *program) show(k kind) *cobra.Command {
	cmd := &cobra.Command{
		Use: "show ID", Short: "Show one of " + k.name, Args: exactly(1, "an ID, as `stemma "+k.name+" list` prints it"),
		Example: fmt.Sprintf("  stemma %s show ID\n  stemma %s show ID --json", k.name, k.name),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.look(cmd.Context(), func(c *sqlite.Case) error {
				l := newLedger(cmd.Context(), c)
				if k.show != nil && !p.json {
					return k.show(p, l, args[0])
				}
				return p.showRow(k, l, args[0])
			})
		},
	}
	p.jsonFlag(cmd)
	return cmd
}

// showRow prints one row as JSON. An incident answers to every id that it ever
// had.
func (p *program) showRow(k kind, l *ledger, id string) error {
	if k.name == "incidents" {
		i, err := l.incident(id)
		if err != nil {
			return err
		}
		id = i.ID
	}
	for r, err := range k.rows(l, &filter{}) {
		if err != nil {
			return err
		}
		if r.id == id {
			data, err := json.MarshalIndent(r.value, "", "  ")
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(p.stdout, string(data))
			return err
		}
	}
	return fmt.Errorf("%w: no %s %q; see `stemma %s list`", stemma.ErrNotFound, strings.TrimSuffix(k.name, "s"), id, k.name)
}
