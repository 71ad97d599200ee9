package dispute

import (
	_ "embed"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed senses.tsv
var senseTable string

// senses are the words that two speakers may use for one thing, each with what it
// stands for.
var senses = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, row := range table.Embedded("senses.tsv", senseTable, "sense", "words", "note") {
		for _, word := range row.List("words") {
			out[word] = "of " + row.Cell("sense")
		}
	}
	return out
})

// sense is what a word has in common with others for the same thing: that of its
// list, else its root.
//
//	"kill", "dead" → of death; "approved", "approval" → approv
func sense(word string) string {
	if s := senses()[word]; s != "" {
		return s
	}
	return root(word)
}
