package lexicon

import (
	_ "embed"
	"sync"

	"stemma"
	"stemma/internal/reference/table"
)

//go:embed hedges.tsv
var hedgeTable string

// A Hedge passes on what others say and names nobody: "reportedly", "it is
// believed that".
type Hedge struct {
	Impersonal bool // the verb of "it is …ed that"; else an adverb
	Stance     stemma.Stance
}

var hedges = sync.OnceValue(func() map[string]Hedge {
	byWord := map[string]Hedge{}
	for _, row := range table.Embedded("hedges.tsv", hedgeTable, "word", "form", "stance", "note") {
		byWord[row.Cell("word")] = Hedge{row.Cell("form") == "impersonal", stemma.Stance(row.Cell("stance"))}
	}
	return byWord
})

// HedgeOf is the hedge of a lower-case adverb or of a verb's lemma.
func HedgeOf(word string) (Hedge, bool) {
	h, ok := hedges()[word]
	return h, ok
}
