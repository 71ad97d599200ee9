package speech

import (
	_ "embed"

	"stemma/internal/reference/table"
)

//go:embed words.tsv
var wordTable string

// lists are the words of the rules, by list.
var lists = table.EmbeddedLists("words.tsv", wordTable)

// in reports whether token i is there and its lower-case word is in a list.
func (s *Sentence) in(i int, list map[string]bool) bool {
	return i >= 0 && i < len(s.low) && list[s.low[i]]
}
