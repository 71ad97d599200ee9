// Package layout is an event as the table of a codebook has it: ACLED's columns or
// UCDP's, each filled from the event's slots or left empty for a stated reason.
// Which events go out, and how finely, is left to package ledger. In: "Shells hit
// Dorvat on Monday, killing two, the ministry told Meridian"; out: a row with its
// day, place, parties, deaths and "the ministry" as source_original.
package layout

import (
	"slices"

	"stemma"
	"stemma/internal/export"
)

// A Telling is one telling of an event with what a coder's row needs of the case:
// names of private persons are masked, places as coarse as they may leave it.
type Telling struct {
	Event    export.EventRow
	Document export.DocumentRow
	Claim    *export.ClaimRow // that holds the event, nil for the own voice
	Reading  *stemma.Reading  // what kind its actors are, which units hold its places
	Origins  stemma.Origins   // of the incident that it belongs to
}

// A Layout is a codebook's table.
type Layout struct {
	Key     string // as --format names it
	Banner  string // the first line of a file, which is a comment
	columns []column
	takes   func(Telling) string // "" or why the codebook takes no such event
}

// A column is filled from a telling; why says what an empty cell lacks.
type column struct {
	name string
	fill func(Telling) string
	why  string
}

// A Gap is an empty cell and why it is empty.
type Gap struct{ Column, Reason string }

// Named is the table of that key; false if there is none.
func Named(key string) (Layout, bool) {
	all := []Layout{acled, ucdp}
	i := slices.IndexFunc(all, func(l Layout) bool { return l.Key == key })
	if i < 0 {
		return Layout{}, false
	}
	return all[i], true
}

// Columns are the names of the columns, in the codebook's order.
func (l Layout) Columns() []string {
	var out []string
	for _, c := range l.columns {
		out = append(out, c.name)
	}
	return out
}

// OutOfScope is why the codebook takes no row of an event: what was planned,
// denied or is only history, or a type that it does not code; "" if it takes one.
func (l Layout) OutOfScope(t Telling) string {
	switch stemma.Modality(t.Event.Modality) {
	case stemma.Asserted, stemma.Alleged:
		return l.takes(t)
	}
	return "told as " + t.Event.Modality
}

// Row fills the columns, and says of each empty cell why it is.
func (l Layout) Row(t Telling) (cells []string, gaps []Gap) {
	for _, c := range l.columns {
		cell := ""
		if c.fill != nil {
			cell = c.fill(t)
		}
		if cell == "" {
			gaps = append(gaps, Gap{c.name, c.why})
		}
		cells = append(cells, cell)
	}
	return cells, gaps
}

// Apart is what a telling lacks to stand among the others: its day or its place;
// "" if it has both. Bounds that were reckoned without a word of when are no day.
func (l Layout) Apart(t Telling) string {
	dated := t.Event.When.Earliest != nil && t.Event.When.Latest != nil && t.Event.When.Precision != string(stemma.PrecisionUnknown)
	_, placed := scene(t)
	switch {
	case !dated && !placed:
		return "no date, no place"
	case !dated:
		return "no date"
	case !placed:
		return "no place"
	}
	return ""
}
