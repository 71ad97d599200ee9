package lexicon

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"stemma/internal/reference/table"
)

//go:embed counted.tsv
var countedData string

//go:embed harm.tsv
var harmData string

//go:embed scope.tsv
var scopeData string

//go:embed derived.tsv
var derivedData string

// A CountedNoun is what reports give numbers of.
//
//	"soldier" → soldiers, persons;  "square km" → area, a measure in km2
type CountedNoun struct {
	What string // the class: fighters, civilians, vehicles, area, …
	Kind string // person, body, thing, measure
	Unit string // of measures
}

// A Harm is a word that says what became of those who are counted.
type Harm struct {
	Part string // verb (of its object), self (of its subject), adjective, state, noun, deed (of whom it is "of"), toll, thing
	What string // killed, injured, captured, …
}

var countedNouns, harms = readCounted(), readHarms()

var scopes, derived = readScopes(), readDerived()

func readCounted() map[string]CountedNoun {
	out := map[string]CountedNoun{}
	for _, row := range table.Embedded("counted.tsv", countedData, "noun", "what", "kind", "unit", "note") {
		out[row.Cell("noun")] = CountedNoun{row.Cell("what"), row.Cell("kind"), row.Cell("unit")}
	}
	return out
}

func readHarms() map[string][]Harm {
	out := map[string][]Harm{}
	for _, row := range table.Embedded("harm.tsv", harmData, "word", "part", "what", "note") {
		out[row.Cell("word")] = append(out[row.Cell("word")], Harm{row.Cell("part"), row.Cell("what")})
	}
	return out
}

// Counted is what a noun in lower case counts, singular or plural.
func Counted(noun string) (CountedNoun, bool) {
	for _, form := range singulars(noun) {
		if c, ok := countedNouns[form]; ok {
			return c, true
		}
	}
	return CountedNoun{}, false
}

var irregular = map[string]string{"children": "child", "schoolchildren": "schoolchild", "women": "woman", "men": "man", "policewomen": "policewoman"}

// singulars are the forms of which a word may be the plural, itself first.
func singulars(noun string) []string {
	out := []string{noun}
	if s, ok := irregular[noun]; ok {
		return append(out, s)
	}
	if s, ok := strings.CutSuffix(noun, "men"); ok {
		out = append(out, s+"man")
	}
	if s, ok := strings.CutSuffix(noun, "ies"); ok {
		out = append(out, s+"y")
	}
	for _, ending := range []string{"s", "es"} {
		if s, ok := strings.CutSuffix(noun, ending); ok && !strings.HasSuffix(noun, "ss") {
			out = append(out, s)
		}
	}
	return out
}

// HarmOf is what a word in lower case does to those who are counted, as one part
// of speech.
func HarmOf(part, word string) (string, bool) {
	for _, h := range harms[word] {
		if h.Part == part {
			return h.What, true
		}
	}
	return "", false
}

func readScopes() map[string]string {
	out := map[string]string{}
	for _, row := range table.Embedded("scope.tsv", scopeData, "word", "scope", "note") {
		out[row.Cell("word")] = row.Cell("scope")
	}
	return out
}

// ScopeOf is what a noun makes a number span: "war" is war, "siege" operation.
func ScopeOf(noun string) (string, bool) {
	s, ok := scopes[noun]
	return s, ok
}

// A Derived is a way to give a number by another: "an equal number of" is it
// once, "half of them" half of it.
type Derived struct {
	Words  []string
	Factor float64
}

func readDerived() []Derived {
	var out []Derived
	for _, row := range table.Embedded("derived.tsv", derivedData, "words", "factor", "note") {
		factor, err := strconv.ParseFloat(row.Cell("factor"), 64)
		if err != nil {
			panic(err)
		}
		out = append(out, Derived{strings.Fields(row.Cell("words")), factor})
	}
	slices.SortStableFunc(out, func(a, b Derived) int { return len(b.Words) - len(a.Words) })
	return out
}

// DerivedAt reads such words at the start of a run of words in lower case.
func DerivedAt(words []string) (Derived, bool) {
	for _, d := range derived {
		if len(d.Words) <= len(words) && slices.Equal(d.Words, words[:len(d.Words)]) {
			return d, true
		}
	}
	return Derived{}, false
}

// CountedVersion is the data's, for the versions of the stages that use it.
func CountedVersion() string { return countedData + harmData + scopeData + derivedData }
