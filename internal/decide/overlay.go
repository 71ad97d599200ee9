package decide

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/reference/table"
)

// A book is one that a case lays a table over: its columns, and which of them
// has the names besides the first.
type book struct {
	columns []string
	others  string
}

var books = map[stemma.DecisionKind]book{
	stemma.DecidePlaces: {gazetteer.Columns, "other spellings"},
	stemma.DecideActors: {actors.Columns, "aliases"},
}

// Overlay keeps a person's table, laid over the book of places or of actors, and
// has the case read again with it.
func (d *Desk) Overlay(ctx context.Context, kind stemma.DecisionKind, text, why string) error {
	if err := d.Try(kind, text); err != nil {
		return fmt.Errorf("%w: %w", stemma.ErrUsage, err)
	}
	return d.Rule(ctx, stemma.Decision{Kind: kind, Value: text, Why: why})
}

// Overlay is the table that the case lays over a book: all that people laid over
// it, one upon the other. A name is meant as the last table has it that has it.
// It is "" where nobody laid anything.
//
//	Oruna (town), then a table with Oruna (village) → the village alone
func (r *Rulings) Overlay(kind stemma.DecisionKind) string {
	var tables []string
	for _, d := range r.All {
		if d.Kind == kind {
			tables = append(tables, d.Value)
		}
	}
	if len(tables) < 2 {
		return strings.Join(tables, "")
	}
	return books[kind].lay(tables)
}

// lay puts tables on each other, the last one on top.
func (b book) lay(tables []string) string {
	taken := map[string]bool{}
	var layers [][]string
	columns := slices.Clone(b.columns)
	for _, text := range slices.Backward(tables) {
		rows, err := table.Parse("overlay", text, b.columns[0])
		if err != nil {
			continue // it was read when it was laid down
		}
		columns = besides(columns, text)
		layers = append(layers, b.layer(rows, columns, taken))
	}
	slices.Reverse(layers)
	return strings.Join(append([]string{strings.Join(columns, "\t")}, slices.Concat(layers...)...), "\n") + "\n"
}

// besides are the columns with those that only this table has.
func besides(columns []string, text string) []string {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		for _, name := range strings.Split(strings.TrimPrefix(strings.TrimRight(line, "\r\n"), "\ufeff"), "\t") {
			if name = strings.TrimSpace(name); name != "" && !slices.Contains(columns, name) {
				columns = append(columns, name)
			}
		}
		break
	}
	return columns
}

// layer are the lines of a table without the names that tables above it have;
// names of one table may be several things'.
func (b book) layer(rows []table.Row, columns []string, taken map[string]bool) []string {
	var out, own []string
	for _, row := range rows {
		names := append([]string{row.Cell("name")}, row.List(b.others)...)
		own = append(own, names...)
		names = slices.DeleteFunc(slices.Clone(names), func(name string) bool { return taken[stemma.Fold(name)] })
		if len(names) == 0 {
			continue
		}
		cells := make([]string, len(columns))
		for i, column := range columns {
			cells[i] = row.Cell(column)
		}
		cells[slices.Index(columns, "name")] = names[0]
		cells[slices.Index(columns, b.others)] = strings.Join(names[1:], "|")
		out = append(out, strings.Join(cells, "\t"))
	}
	for _, name := range own {
		taken[stemma.Fold(name)] = true
	}
	return out
}

// row is a table of one row.
func (b book) row(cells map[string]string) string {
	var line []string
	for _, column := range b.columns {
		line = append(line, strings.Join(strings.Fields(cells[column]), " "))
	}
	return strings.Join(b.columns, "\t") + "\n" + strings.Join(line, "\t") + "\n"
}

// placeRow is the table by which some words mean a place in the whole case. What
// the case calls that place already it is still called.
func (r *Rulings) placeRow(p stemma.Place, words string) string {
	names := []string{}
	if rows, err := table.Parse("overlay", r.Overlay(stemma.DecidePlaces), "name"); err == nil {
		for _, row := range rows {
			if row.Cell("name") == p.Name && strings.HasPrefix(p.ID, "overlay:") {
				names = row.List("other spellings")
			}
		}
	}
	if stemma.Fold(words) != stemma.Fold(p.Name) && !slices.Contains(names, words) {
		names = append(names, words)
	}
	coordinate := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	cells := map[string]string{
		"name": p.Name, "other spellings": strings.Join(names, "|"), "kind": p.Kind, "parent": p.Parent, "country": p.Country,
		"lat": coordinate(p.Lat), "lon": coordinate(p.Lon), "radius_km": coordinate(float64(p.Radius) / 1000), "note": "decided",
	}
	if p.GeoNames > 0 {
		cells["geonameid"] = strconv.Itoa(p.GeoNames)
	}
	return books[stemma.DecidePlaces].row(cells)
}

// actorRow is the table by which some words name an actor of their own in the
// whole case.
func actorRow(words string, kind stemma.ActorKind) string {
	return books[stemma.DecideActors].row(map[string]string{"name": words, "kind": string(kind), "note": "decided"})
}
