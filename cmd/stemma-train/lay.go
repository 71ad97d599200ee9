package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma/internal/learn/dossier"
	"stemma/internal/reference/table"
)

// layDossiers lays invented dossiers out in one folder, as the scorers take
// them: the pages without tags, what a person would say of each, and the gold.
//
//	stemma-train lay -out laid training/dossiers/tern-strait
//	→ laid/pages/tern-strait-01-wire.txt …, laid/given.jsonl, laid/gold.jsonl,
//	  laid/conflicts.jsonl, laid/corroborations.jsonl, laid/places.tsv, laid/actors.tsv
func layDossiers(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("lay", flag.ContinueOnError)
	out := flags.String("out", "", "folder to lay the dossiers out in")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *out == "" || flags.NArg() == 0 {
		return errors.New("lay out dossiers: want -out FOLDER and one dossier or more, such as training/dossiers/*")
	}
	var l laid
	for _, folder := range flags.Args() {
		d, err := dossier.Read(filepath.Base(folder), os.DirFS(folder))
		if err != nil {
			return fmt.Errorf("read dossier %s:\n%w", folder, err)
		}
		l.add(&d)
	}
	if err := l.write(*out); err != nil {
		return fmt.Errorf("lay out dossiers: %w", err)
	}
	fmt.Fprintf(stdout, "%d dossiers, %d pages, %d events, %d claims, %d disagreements, %d corroborations\n",
		flags.NArg(), len(l.pages), l.events, l.claims, len(l.conflicts), len(l.facts))
	return nil
}

// laid is what lies in the folder: files by name, and records.
type laid struct {
	pages                         map[string]string
	given, gold, conflicts, facts []any
	places, actors                []table.Row
	events, claims                int
}

// A supplied is what a person would say of a page.
type supplied struct {
	Name      string `json:"name"`
	URL       string `json:"url,omitempty"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
}

func (l *laid) add(d *dossier.Dossier) {
	if l.pages == nil {
		l.pages = map[string]string{}
	}
	for i := range d.Reports {
		r := &d.Reports[i]
		name := d.PageName(r.File)
		l.pages[name] = r.Text
		l.given = append(l.given, supplied{name, r.URL, r.Outlet, r.Published})
		l.gold = append(l.gold, d.Gold(r))
		l.events += len(r.Events)
		l.claims += len(r.Claims)
	}
	for _, c := range d.Disputes() {
		l.conflicts = append(l.conflicts, c)
	}
	for _, c := range d.Facts() {
		l.facts = append(l.facts, c)
	}
	l.places, l.actors = append(l.places, d.Places...), append(l.actors, d.Actors...)
}

func (l *laid) write(out string) error {
	files := map[string]string{
		"places.tsv": tableText(l.places, "name", "other spellings", "kind", "parent", "country", "lat", "lon", "radius_km", "note"),
		"actors.tsv": tableText(l.actors, "name", "aliases", "kind", "country", "member of", "leader of", "speaks for", "from", "until", "note"),
	}
	for name, records := range map[string][]any{"given": l.given, "gold": l.gold, "conflicts": l.conflicts, "corroborations": l.facts} {
		lines, err := jsonLines(records)
		if err != nil {
			return err
		}
		files[name+".jsonl"] = lines
	}
	for name, text := range l.pages {
		files[filepath.Join("pages", name)] = text
	}
	if err := os.MkdirAll(filepath.Join(out, "pages"), 0o750); err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(out, name), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func jsonLines(records []any) (string, error) {
	var out bytes.Buffer
	lines := json.NewEncoder(&out)
	lines.SetEscapeHTML(false)
	for _, record := range records {
		if err := lines.Encode(record); err != nil {
			return "", err
		}
	}
	return out.String(), nil
}

// tableText is a table of rows under the columns; rows that several dossiers
// share stand once.
func tableText(rows []table.Row, columns ...string) string {
	lines := []string{strings.Join(columns, "\t")}
	for _, row := range rows {
		var cells []string
		for _, column := range columns {
			cells = append(cells, row.Cell(column))
		}
		if line := strings.Join(cells, "\t"); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}
