package parse

import (
	_ "embed"

	"stemma/internal/reference/table"
)

//go:embed data/words.tsv
var wordTable string

// lists are the words of the rules, by list.
var lists = table.EmbeddedLists("words.tsv", wordTable)
