package lexicon

import (
	_ "embed"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed mute.tsv
var muteTable string

var mute = sync.OnceValue(func() map[string]bool {
	nouns := map[string]bool{}
	for _, row := range table.Embedded("mute.tsv", muteTable, "noun", "sort", "note") {
		nouns[row.Cell("noun")] = true
	}
	return nouns
})

// Mute reports whether the noun with a lemma can be nobody's source: a time, an
// event, a thing, a saying.
//
//	"blast", "thursday" → mute;  "leaflet", "stevedore" → not
func Mute(lemma string) bool { return mute()[lemma] }
