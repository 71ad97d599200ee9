// Package lexicon holds the words of English that the stages read by: reporting
// verbs and hedges, words of time and number, abbreviations, and the phrases that
// pages set around their articles. What is made of them is left to the stages.
// In: "denied"; out: a verb of speech whose stance is denies.
package lexicon

import (
	_ "embed"
	"strings"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed abbreviations.tsv
var abbreviationTable string

//go:embed openers.tsv
var openerTable string

// An Abbreviation is a word that owns the point behind it.
type Abbreviation struct {
	Before string // what must follow: name, number, any
	Ends   bool   // its point may close the sentence too
}

var abbreviations = sync.OnceValue(func() map[string]Abbreviation {
	all := map[string]Abbreviation{}
	for _, row := range table.Embedded("abbreviations.tsv", abbreviationTable, "abbreviation", "before", "ends", "note") {
		all[row.Cell("abbreviation")] = Abbreviation{row.Cell("before"), row.Cell("ends") == "maybe"}
	}
	return all
})

// AbbreviationOf looks up a word without its point: "Gen", "U.S"; in a line of
// capitals "GEN".
func AbbreviationOf(word string) (Abbreviation, bool) {
	if a, ok := abbreviations()[word]; ok || len(word) < 2 || strings.ToUpper(word) != word {
		return a, ok
	}
	a, ok := abbreviations()[word[:1]+strings.ToLower(word[1:])]
	return a, ok
}

var openers = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, row := range table.Embedded("openers.tsv", openerTable, "word", "note") {
		all[row.Cell("word")] = true
	}
	return all
})

// OpensSentence reports whether a word is so ordinary that its capital letter
// shows the beginning of a sentence: "The", "He", "Officials".
func OpensSentence(word string) bool { return openers()[strings.ToLower(word)] }
