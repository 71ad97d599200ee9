package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/reference/table"
)

//go:embed cues.tsv
var cueTable string

// A Cue is a phrase that gives a source without a verb of saying.
type Cue struct {
	Words  []string // "according", "to"
	Slot   CueSlot
	Stance stemma.Stance
}

// CueSlot says where source and content of a cue stand.
type CueSlot string

// The slots of cues; see the head of cues.tsv.
const (
	SlotAfter    CueSlot = "after"
	SlotGenitive CueSlot = "genitive"
	SlotThrough  CueSlot = "through"
	SlotClause   CueSlot = "clause"
)

var cues = sync.OnceValue(func() map[string][]Cue {
	byWord := map[string][]Cue{}
	for _, row := range table.Embedded("cues.tsv", cueTable, "phrase", "slot", "stance", "note") {
		words := strings.Fields(row.Cell("phrase"))
		byWord[words[0]] = append(byWord[words[0]],
			Cue{words, CueSlot(row.Cell("slot")), stemma.Stance(row.Cell("stance"))})
	}
	for _, all := range byWord {
		slices.SortStableFunc(all, func(a, b Cue) int { return len(b.Words) - len(a.Words) })
	}
	return byWord
})

// Cues are the phrases that begin with a word, the longest first.
func Cues(word string) []Cue { return cues()[word] }
