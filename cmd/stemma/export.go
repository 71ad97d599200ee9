package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/internal/feed"
	"stemma/internal/layout"
	"stemma/internal/ledger"
	"stemma/internal/store/sqlite"
)

// exporting is one run of `stemma export`: in what form, which rows, where to.
type exporting struct {
	*program
	format   string
	proposed bool
	output   string
	where    string
}

func (p *program) export() *cobra.Command {
	e := &exporting{program: p}
	names := exportNames()
	cmd := &cobra.Command{
		Use:   "export KIND",
		Short: "Write rows of the case for other programs",
		Long: "Kinds: " + strings.Join(names, ", ") + `.
Rows are sorted by id. Events and incidents that nobody has accepted are left
out, and counted on standard error, unless --proposed asks for them; every row
says where it stands. Custody (paths, times, who) and ids (those that incidents
once had) are exports of their own, since they hang on when things came.`,
		Example: `  stemma export incidents --proposed >incidents.jsonl
  stemma export events --format csv --proposed -o events.csv
  stemma export incidents --format geojson --proposed >incidents.geojson
  stemma export incidents --where 'province:idlib origins:>=2' --proposed
  stemma export incidents --where country:SY --format atom -o syria.atom
  stemma export events --format acled-layout --proposed -o rows.csv
  stemma export custody
  stemma export site public`,
		Args:      exactly(1, "a kind: "+strings.Join(names, ", ")),
		ValidArgs: names,
		RunE:      func(cmd *cobra.Command, args []string) error { return e.run(cmd.Context(), args[0]) },
	}
	cmd.AddCommand(p.exportSite())
	cmd.Flags().StringVar(&e.format, "format", "jsonl", "jsonl, csv, geojson (events and incidents), atom or jsonfeed (incidents), acled-layout or ucdp-layout (events)")
	cmd.Flags().BoolVar(&e.proposed, "proposed", false, "also what nobody has accepted yet")
	cmd.Flags().StringVar(&e.where, "where", "", "only these rows, `FIELD:VALUE` as stemma KIND list takes them")
	cmd.Flags().StringVarP(&e.output, "output", "o", "-", "file to write, - for standard output")
	return cmd
}

// run writes the rows of a kind.
func (e *exporting) run(ctx context.Context, name string) error {
	k, err := exportKind(name)
	if err != nil {
		return err
	}
	f, err := k.Filter(e.where, nil)
	if err != nil {
		return err
	}
	return e.look(ctx, func(c *sqlite.Case) error { return e.write(ledger.New(ctx, c), k, f) })
}

// exported are the kinds that leave the case.
func exported() []kind {
	return append(kinds(), kind{Kind: ledger.Custody(version())}, kind{Kind: ledger.Formers()})
}

func exportNames() []string {
	var names []string
	for _, k := range exported() {
		names = append(names, k.Name)
	}
	return names
}

func exportKind(name string) (kind, error) {
	for _, k := range exported() {
		if k.Name == name {
			return k, nil
		}
	}
	return kind{}, fmt.Errorf("%w: nothing called %q to export%s", stemma.ErrUsage, name, nearest(name))
}

// nearest answers a typo with the closest kind.
func nearest(name string) string {
	if near := ledger.Nearest(name, exportNames()); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return "; there are " + strings.Join(exportNames(), ", ")
}

// write makes the file whole or not at all.
func (e *exporting) write(l *ledger.Ledger, k kind, f *ledger.Filter) error {
	if table, ok := layout.Named(e.format); ok {
		return e.lay(l, k, f, table)
	}
	return e.into(e.output, func(w io.Writer) error { return e.rows(l, k, f, w) })
}

// into writes a file whole or not at all, and says so; "-" is standard output.
func (p *program) into(name string, write func(io.Writer) error) error {
	if name == "-" {
		return write(p.stdout)
	}
	err := whole(name, write)
	if err == nil && !p.quiet {
		fmt.Fprintln(p.stderr, "wrote", name)
	}
	return err
}

func (e *exporting) rows(l *ledger.Ledger, k kind, f *ledger.Filter, w io.Writer) error {
	if e.format == "atom" || e.format == "jsonfeed" {
		return e.feed(l, k, f, w)
	}
	rows, leftOut := ledger.Leaving(l, k.Kind, f, e.proposed)
	var err error
	switch e.format {
	case "jsonl":
		err = ledger.WriteLines(w, rows)
	case "csv":
		err = ledger.WriteTable(w, k.Kind, rows)
	case "geojson":
		err = ledger.WriteFeatures(w, k.Kind, rows)
	default:
		err = fmt.Errorf("%w: --format %q: want jsonl, csv, geojson, atom, jsonfeed, acled-layout or ucdp-layout", stemma.ErrUsage, e.format)
	}
	if err == nil {
		e.tellLeftOut(*leftOut)
	}
	return err
}

// feed writes incidents for those who follow what is new.
func (e *exporting) feed(l *ledger.Ledger, k kind, f *ledger.Filter, w io.Writer) error {
	path, err := e.casePath()
	if err != nil {
		return err
	}
	made, leftOut, err := feed.Of(l, k.Kind, f, feed.Options{Name: strings.TrimSuffix(filepath.Base(path), caseExtension), Proposed: e.proposed})
	if err != nil {
		return err
	}
	e.tellLeftOut(leftOut)
	if e.format == "atom" {
		return made.WriteAtom(w)
	}
	return made.WriteJSON(w)
}

func (e *exporting) tellLeftOut(n int) {
	if n > 0 {
		fmt.Fprintf(e.stderr, "%d proposed rows left out; --proposed takes them too\n", n)
	}
}
