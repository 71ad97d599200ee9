package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/input"
	"stemma/internal/learn/marked"
	"stemma/internal/pipeline"
	"stemma/internal/reference/table"
	"stemma/internal/stage/assess/dispute"
)

// A disputed report is one read whole, or several of one happening, with the
// disagreements that were marked in them by hand.
type disputed struct {
	name         string
	texts        map[string]string // by document
	propositions []stemma.Proposition
	tellings     []stemma.Telling
	rows         []markedRow
}

// A markedRow is a disagreement as marked: of which type, and the words of each side.
type markedRow struct {
	kind  stemma.DisagreementType
	sides map[string][]stemma.Quote
}

// strict reports whether the sides cannot both hold; differences that explain
// themselves can.
func (d markedRow) strict() bool { return strings.Contains("VATD", string(d.kind)) }

// has reports whether two stretches of the texts name two sides.
func (d markedRow) has(texts map[string]string, a, b stemma.Quote) bool {
	names := func(side string, q stemma.Quote) bool {
		return slices.ContainsFunc(d.sides[side], func(words stemma.Quote) bool {
			return q.Document == words.Document && touches(texts[q.Document], q.Span, words.Span)
		})
	}
	for x := range d.sides {
		for y := range d.sides {
			if x != y && names(x, a) && names(y, b) {
				return true
			}
		}
	}
	return false
}

// words are those that a quote points at.
func (d disputed) words(q stemma.Quote) string { return d.texts[q.Document][q.Span.Start:q.Span.End] }

// nearby is how many bytes apart two stretches of one sentence are at most that
// speak of one thing.
const nearby = 200

// touches reports whether two stretches of a text overlap, or stand in one
// sentence and share a longer word.
func touches(text string, a, b stemma.Span) bool {
	if a.Overlaps(b) {
		return true
	}
	from, to := min(a.End, b.End), max(a.Start, b.Start)
	if to-from > nearby || strings.ContainsAny(text[from:to], ".!?\n") {
		return false
	}
	here := longer(text[a.Start:a.End])
	return slices.ContainsFunc(longer(text[b.Start:b.End]), func(w string) bool { return slices.Contains(here, w) })
}

// longer are the words of a text that have more than three letters.
func longer(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return strings.ContainsRune(" \n.,;:“”\"'’", c) })
	return slices.DeleteFunc(words, func(w string) bool { return len(w) <= 3 })
}

// readDisputed reads the reports of a folder and its table of disagreements.
func readDisputed(folder string) ([]disputed, error) {
	const name = "disagreements.tsv"
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		return nil, err
	}
	rows, err := table.Parse(name, string(data), "file", "row", "type", "side", "words", "note")
	if err != nil {
		return nil, err
	}
	line, err := pipeline.English(pipeline.Books{})
	if err != nil {
		return nil, err
	}
	byFile := map[string][]table.Row{}
	for _, r := range rows {
		byFile[r.Cell("file")] = append(byFile[r.Cell("file")], r)
	}
	var out []disputed
	for _, file := range slices.Sorted(maps.Keys(byFile)) {
		report, err := readDispute(line, filepath.Join(folder, file), byFile[file])
		if err != nil {
			return nil, err
		}
		out = append(out, report)
	}
	return out, nil
}

func readDispute(line pipeline.Pipeline, path string, rows []table.Row) (disputed, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return disputed{}, err
	}
	text, err := marked.Parse(string(data))
	if err != nil {
		return disputed{}, fmt.Errorf("read %s: %w", path, err)
	}
	out := disputed{name: filepath.Base(path), texts: map[string]string{}}
	document, err := out.read(line, text.Text, stemma.Given{})
	if err != nil {
		return disputed{}, fmt.Errorf("read %s: %w", path, err)
	}
	return out, out.mark(rows, func(table.Row) string { return document })
}

// read adds a page.
func (d *disputed) read(line pipeline.Pipeline, text string, given stemma.Given) (document string, err error) {
	reading, err := input.Read(stemma.NewDocument(input.TypeText, []byte(text)), given)
	if err != nil {
		return "", err
	}
	reading.Read = true
	if err := line.Read(context.Background(), reading); err != nil {
		return "", err
	}
	d.texts[reading.Document] = text
	d.propositions = append(d.propositions, dispute.Propositions(reading)...)
	d.tellings = append(d.tellings, reading.Tellings()...)
	return reading.Document, nil
}

// mark takes over rows of a table; a report without disagreements has one with the
// number 0.
func (d *disputed) mark(rows []table.Row, documentOf func(table.Row) string) error {
	number := ""
	for _, r := range rows {
		if r.Cell("row") == "0" {
			continue
		}
		if r.Cell("row") != number {
			number = r.Cell("row")
			d.rows = append(d.rows, markedRow{stemma.DisagreementType(r.Cell("type")), map[string][]stemma.Quote{}})
		}
		document, words := documentOf(r), r.Cell("words")
		at := strings.Index(d.texts[document], words)
		if at < 0 {
			return fmt.Errorf("find the words of line %d in %s: %q is not there", r.Line, d.name, words)
		}
		row := &d.rows[len(d.rows)-1]
		row.sides[r.Cell("side")] = append(row.sides[r.Cell("side")], stemma.Quote{Document: document, Span: stemma.Span{Start: at, End: at + len(words)}})
	}
	return nil
}
