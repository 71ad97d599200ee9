package lexicon

import (
	_ "embed"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed target.tsv
var targetTable string

var targets = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, row := range table.Embedded("target.tsv", targetTable, "word", "kind", "note") {
		all[row.Cell("word")] = row.Cell("kind")
	}
	return all
})

// Target says whether a noun is of people and things of war, "armed", or of
// others, "civil"; "" if it tells neither.
func Target(lemma string) string { return targets()[lemma] }
