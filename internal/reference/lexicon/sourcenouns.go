package lexicon

import (
	_ "embed"
	"sync"

	"stemma"
	"stemma/internal/reference/table"
)

//go:embed sourcenouns.tsv
var sourceNounTable string

// A SourceNoun can be the head of a source: "officials", "the ministry",
// "footage".
type SourceNoun struct {
	Kind     SourceNounKind
	Relation stemma.SourceRelation
}

// SourceNounKind says what the noun names.
type SourceNounKind string

// The kinds of noun that speak.
const (
	NounPerson   SourceNounKind = "person"
	NounBody     SourceNounKind = "body"
	NounMedium   SourceNounKind = "medium"
	NounDocument SourceNounKind = "document"
)

var sourceNouns = sync.OnceValue(func() map[string]SourceNoun {
	byNoun := map[string]SourceNoun{}
	for _, row := range table.Embedded("sourcenouns.tsv", sourceNounTable, "noun", "kind", "relation", "note") {
		byNoun[row.Cell("noun")] = SourceNoun{SourceNounKind(row.Cell("kind")), stemma.SourceRelation(row.Cell("relation"))}
	}
	return byNoun
})

// SourceNounOf is the noun with a lemma.
func SourceNounOf(lemma string) (SourceNoun, bool) {
	n, ok := sourceNouns()[lemma]
	return n, ok
}
