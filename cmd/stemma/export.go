package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

// outlet of an export: format, where to, and whether what is only proposed goes
// too.
type exporting struct {
	*program
	format   string
	proposed bool
	output   string
}

func (p *program) export() *cobra.Command {
	e := &exporting{program: p}
	var names []string
	for _, k := range exported() {
		names = append(names, k.name)
	}
	cmd := &cobra.Command{
		Use:   "export KIND",
		Short: "Write rows of the case for other programs",
		Long: "Kinds: " + strings.Join(names, ", ") + `.
Rows are sorted by id. Events and incidents that nobody has accepted are left
out, and counted on standard error, unless --proposed asks for them; every row
says where it stands. Custody (paths, times, who) is an export of its own.`,
		Example: `  stemma export incidents --proposed >incidents.jsonl
  stemma export events --format csv --proposed -o events.csv
  stemma export incidents --format geojson --proposed >incidents.geojson
  stemma export custody`,
		Args:      exactly(1, "a kind: "+strings.Join(names, ", ")),
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			k, err := exportKind(args[0])
			if err != nil {
				return err
			}
			return p.look(cmd.Context(), func(c *sqlite.Case) error { return e.write(newLedger(cmd.Context(), c), k) })
		},
	}
	cmd.Flags().StringVar(&e.format, "format", "jsonl", "jsonl, csv, or geojson (events and incidents)")
	cmd.Flags().BoolVar(&e.proposed, "proposed", false, "also what nobody has accepted yet")
	cmd.Flags().StringVarP(&e.output, "output", "o", "-", "file to write, - for standard output")
	return cmd
}

// exported are the kinds that leave the case.
func exported() []kind {
	return append(kinds(), kind{name: "custody", short: "how each document came", rows: custodyRows})
}

func exportKind(name string) (kind, error) {
	for _, k := range exported() {
		if k.name == name {
			return k, nil
		}
	}
	return kind{}, fmt.Errorf("%w: nothing called %q to export%s", stemma.ErrUsage, name, nearest(name))
}

// nearest answers a typo with the closest kind.
func nearest(name string) string {
	for _, k := range exported() {
		if len(name) >= 3 && strings.HasPrefix(k.name, name[:3]) {
			return fmt.Sprintf("; did you mean %q?", k.name)
		}
	}
	return "; see `stemma export --help`"
}

// write makes the file whole or not at all.
func (e *exporting) write(l *ledger, k kind) error {
	if e.output == "-" {
		return e.rows(l, k, e.stdout)
	}
	making, err := os.CreateTemp(".", ".export-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", e.output, err)
	}
	defer os.Remove(making.Name())
	if err := e.rows(l, k, making); err != nil {
		making.Close()
		return err
	}
	if err := cmp.Or(making.Close(), os.Rename(making.Name(), e.output)); err != nil {
		return fmt.Errorf("write %s: %w", e.output, err)
	}
	return nil
}

func (e *exporting) rows(l *ledger, k kind, w io.Writer) error {
	all := k.rows(l, &filter{})
	if k.name == "events" || k.name == "incidents" { // the others place nothing
		all = careful(l, all)
	}
	rows, leftOut := e.accepted(all)
	var err error
	switch e.format {
	case "jsonl":
		err = jsonLines(w, rows)
	case "csv":
		err = table(w, export.Columns[k.name], rows)
	case "geojson":
		err = features(w, k, rows)
	default:
		err = fmt.Errorf("%w: --format %q: want jsonl, csv or geojson", stemma.ErrUsage, e.format)
	}
	if err == nil && *leftOut > 0 {
		fmt.Fprintf(e.stderr, "%d proposed rows left out; --proposed takes them too\n", *leftOut)
	}
	return err
}

// accepted leaves out what nobody has accepted, and counts it.
func (e *exporting) accepted(rows iter.Seq2[row, error]) (iter.Seq2[row, error], *int) {
	leftOut := new(int)
	return func(yield func(row, error) bool) {
		for r, err := range rows {
			if err == nil && r.status != "" && r.status != stemma.Accepted && !(e.proposed && r.status == stemma.Proposed) {
				*leftOut++
				continue
			}
			if !yield(r, err) {
				return
			}
		}
	}, leftOut
}

func jsonLines(w io.Writer, rows iter.Seq2[row, error]) error {
	out := bufio.NewWriter(w)
	for r, err := range rows {
		if err != nil {
			return err
		}
		data, err := marshal(r.value)
		if err != nil {
			return err
		}
		if _, err := out.WriteString(data + "\n"); err != nil {
			return err
		}
	}
	return out.Flush()
}

func table(w io.Writer, columns []string, rows iter.Seq2[row, error]) error {
	t, err := export.NewTable(w, columns)
	if err != nil {
		return err
	}
	for r, err := range rows {
		if err != nil {
			return err
		}
		if err := t.Write(r.value.Cells()); err != nil {
			return err
		}
	}
	return t.Flush()
}

func features(w io.Writer, k kind, rows iter.Seq2[row, error]) error {
	if k.name != "events" && k.name != "incidents" {
		return fmt.Errorf("%w: %s have no place on a map; geojson is for events and incidents", stemma.ErrUsage, k.name)
	}
	c := export.NewCollection(w)
	for r, err := range rows {
		if err != nil {
			return err
		}
		for _, f := range r.features() {
			if err := c.Write(f); err != nil {
				return err
			}
		}
	}
	return c.Close()
}

// custodyRows are the captures of each document.
func custodyRows(l *ledger, _ *filter) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for d, err := range l.store.Documents(l.ctx, store.Which{}) {
			if err != nil {
				yield(row{}, err)
				return
			}
			captures := slices.Clone(d.Captures)
			for _, c := range captures {
				v := export.CustodyRow{
					Schema: export.CustodySchema, Document: d.ID, SHA256: d.SHA256, Name: c.Name, URL: null(c.URL), Captured: null(stamp(c.At)),
					Added: stamp(c.Added), By: null(c.By), Note: null(c.Note), Reading: null(d.Version), Program: version(),
				}
				if !yield(row{id: d.ID, value: v}, nil) {
					return
				}
			}
		}
	}
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
