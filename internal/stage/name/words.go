package name

import (
	_ "embed"

	"stemma"
	"stemma/internal/reference/table"
)

var (
	//go:embed words.tsv
	wordTable string
	//go:embed anaphors.tsv
	anaphorTable string
)

// lists are the words of the rules, by list.
var lists = table.EmbeddedLists("words.tsv", wordTable)

// anaphors are words that take up a body named before, with the kinds of body
// that they may mean; rather, those that they mean first where one of them is near.
var (
	anaphors = anaphorKinds("kinds")
	rather   = anaphorKinds("rather")
)

// anaphorKinds are for each noun of a column the kinds of actors that it can stand for.
func anaphorKinds(column string) map[string][]stemma.ActorKind {
	out := map[string][]stemma.ActorKind{}
	for _, row := range table.Embedded("anaphors.tsv", anaphorTable, "noun", "kinds", "rather", "note") {
		for _, kind := range row.List(column) {
			out[row.Cell("noun")] = append(out[row.Cell("noun")], stemma.ActorKind(kind))
		}
	}
	return out
}

// Months, capitalised words that name nobody, and the words that say that a name
// is a place's.
var (
	craft      = lists.Set("craft")
	stations   = lists.Set("stations")
	wires      = lists.Set("wires")
	bands      = lists.Set("bands")
	formations = lists.Set("formations")
	calendar   = lists.Set("calendar")
	works      = lists.Set("works")
	locative   = lists.Set("locative")
	within     = lists.Set("within")
	geographic = lists.Set("geographic")
	houses     = lists.Set("houses")
	multitude  = lists.Set("multitude")
	rising     = lists.Set("rising")
)
