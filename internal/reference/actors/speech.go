package actors

import (
	_ "embed"
	"strings"
	"sync"

	"stemma"
	"stemma/internal/reference/table"
)

var (
	//go:embed data/titles.tsv
	titleTable string
	//go:embed data/groups.tsv
	groupTable string
	//go:embed data/heads.tsv
	headTable string
	//go:embed data/given.tsv
	givenTable string
	//go:embed data/deeds.tsv
	deedTable string
)

// A Title is a word for one person: "Colonel", "spokesman", "nurse".
type Title struct {
	Person   stemma.PersonKind // "" if the title does not tell
	Relation Relation
	Gender   Gender
}

// Relation is what a person is to the body that stands with the title.
type Relation string

// The relations of persons to bodies.
const (
	Leads  Relation = "leads"
	Speaks Relation = "speaks"
	Of     Relation = "of"
)

// Gender is what English pronouns distinguish.
type Gender string

// The genders; "" where a word does not tell.
const (
	Male   Gender = "m"
	Female Gender = "f"
)

// A Group is a word for several people who act as one.
type Group struct {
	Kind   stemma.ActorKind
	Class  string // fighters, soldiers, civilians, …
	Single bool   // the word is the singular: "rebel"
}

// words are the tables that do not depend on overlays.
type words struct {
	titles trie[Title]
	groups trie[Group]
	deeds  trie[bool]
	heads  map[string]stemma.ActorKind
	given  map[string]Gender
}

var vocabulary = sync.OnceValue(func() *words {
	w := &words{heads: map[string]stemma.ActorKind{}, given: map[string]Gender{}}
	for _, row := range table.Embedded("titles.tsv", titleTable, "title", "person", "relation", "gender", "note") {
		w.titles.add(wordsOf(row.Cell("title")),
			Title{stemma.PersonKind(row.Cell("person")), Relation(row.Cell("relation")), Gender(row.Cell("gender"))})
	}
	for _, row := range table.Embedded("groups.tsv", groupTable, "noun", "singular", "kind", "class", "note") {
		group := Group{kinds[row.Cell("kind")], row.Cell("class"), false}
		w.groups.add(wordsOf(row.Cell("noun")), group)
		if single := row.Cell("singular"); single != "" && single != row.Cell("noun") {
			group.Single = true
			w.groups.add(wordsOf(single), group)
		}
	}
	for _, row := range table.Embedded("deeds.tsv", deedTable, "deed", "local", "note") {
		w.deeds.add(wordsOf(row.Cell("deed")), row.Cell("local") == "yes")
	}
	for _, row := range table.Embedded("heads.tsv", headTable, "word", "kind", "note") {
		w.heads[row.Cell("word")] = kinds[row.Cell("kind")]
	}
	for _, row := range table.Embedded("given.tsv", givenTable, "name", "gender", "note") {
		w.given[Fold(row.Cell("name"))] = Gender(row.Cell("gender"))
	}
	return w
})

// TitleAt is the longest title that words begin with.
func TitleAt(words []Word) (Title, int) {
	found, n := vocabulary().titles.longest(words)
	if n == 0 {
		return Title{}, 0
	}
	return found[0], n
}

// GroupAt is the longest word for a group that words begin with.
func GroupAt(words []Word) (Group, int) {
	found, n := vocabulary().groups.longest(words)
	if n > 0 {
		return found[0], n
	}
	if len(words) > 0 && plural(words[0].Key) {
		return Group{Kind: stemma.KindPeople, Class: "people"}, 1
	}
	return Group{}, 0
}

// plural reports whether a word is the plural of a title: "clerks", "bakers".
func plural(word string) bool {
	one, ok := strings.CutSuffix(word, "s")
	if !ok {
		return false
	}
	_, n := TitleAt([]Word{{Key: one}})
	return n > 0
}

// DeedAt is how many words the longest noun of a deed takes that words begin
// with; 0 if they begin with none. A town before one that is local says where it
// was done, where it is upon nobody.
func DeedAt(words []Word) (n int, local bool) {
	found, n := vocabulary().deeds.longest(words)
	return n, n > 0 && found[0]
}

// Head is the kind of body whose name has a word for its head: "Brigade".
func Head(word Word) (stemma.ActorKind, bool) {
	kind, ok := vocabulary().heads[word.Key]
	return kind, ok
}

// Given reports whether a word is a given name, and whose.
func Given(word Word) (Gender, bool) {
	gender, ok := vocabulary().given[word.Key]
	return gender, ok
}
