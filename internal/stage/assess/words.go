package assess

import (
	_ "embed"

	"stemma/internal/reference/table"
)

//go:embed words.tsv
var wordTable string

// lists are the words of the rules, by list.
var lists = table.EmbeddedLists("words.tsv", wordTable)
