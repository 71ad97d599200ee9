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
var lists = func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, row := range table.Embedded("words.tsv", wordTable, "list", "words", "note") {
		words := map[string]bool{}
		for _, word := range row.List("words") {
			words[word] = true
		}
		out[row.Cell("list")] = words
	}
	return out
}()

// list is a list of words; that there is none is a fault of the program, which
// its first test finds.
func list(name string) map[string]bool {
	words, ok := lists[name]
	if !ok {
		panic("words.tsv has no list " + name)
	}
	return words
}

// anaphors are words that take up a body named before, with the kinds of body
// that they may mean.
var anaphors = func() map[string][]stemma.ActorKind {
	out := map[string][]stemma.ActorKind{}
	for _, row := range table.Embedded("anaphors.tsv", anaphorTable, "noun", "kinds", "note") {
		for _, kind := range row.List("kinds") {
			out[row.Cell("noun")] = append(out[row.Cell("noun")], stemma.ActorKind(kind))
		}
	}
	return out
}()

// Months, capitalised words that name nobody, and the words that say that a name
// is a place's.
var (
	calendar   = list("calendar")
	works      = list("works")
	locative   = list("locative")
	within     = list("within")
	geographic = list("geographic")
	multitude  = list("multitude")
	rising     = list("rising")
)
