package dispute

import (
	_ "embed"

	"stemma"
	"stemma/internal/reference/table"
)

//go:embed words.tsv
var wordTable string

// lists are the words of the rules, by list.
var lists = table.EmbeddedLists("words.tsv", wordTable)

// phrasing tells what a claim says from how it is said.
var phrasing = stemma.Wording{Negative: lists.Set("negative"), Light: lists.Set("light"), Contrast: lists.Set("contrast"), Compounds: lists.Set("compound"), Degrees: lists.Set("degree"), Silent: lists.Set("silent")}

// Propositions are what the claims and the own voice of a reading say, in the
// words that this room knows.
func Propositions(r *stemma.Reading) []stemma.Proposition { return disclaim(r.Propositions(phrasing)) }
