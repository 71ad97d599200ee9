package lexicon

import (
	_ "embed"
	"slices"
	"sync"

	"stemma"
	"stemma/internal/reference/table"
)

//go:embed nominal.tsv
var nominalTable string

// A Nominal is a noun of saying or thinking: "claim", "report", "threat".
type Nominal struct {
	Frames []string // that, or the prepositions and "to" of the phrase that is the content
	Stance stemma.Stance
	Open   bool // stands as hearsay when nobody is named: "rumours that …"
}

// Takes reports whether the noun has a frame.
func (n Nominal) Takes(frame string) bool { return slices.Contains(n.Frames, frame) }

var nominals = sync.OnceValue(func() map[string]Nominal {
	byNoun := map[string]Nominal{}
	for _, row := range table.Embedded("nominal.tsv", nominalTable, "noun", "frames", "stance", "owner", "note") {
		byNoun[row.Cell("noun")] = Nominal{row.List("frames"), stemma.Stance(row.Cell("stance")), row.Cell("owner") == "open"}
	}
	return byNoun
})

// NominalOf is the noun of saying with a lemma.
func NominalOf(lemma string) (Nominal, bool) {
	n, ok := nominals()[lemma]
	return n, ok
}
