package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed facets.tsv
var facetTable string

// A Bond is how two statements show that they speak of one thing.
type Bond string

// The bonds.
const (
	BondNear Bond = "near" // one stands beside the other
	BondMain Bond = "main" // so, or both pages are mainly about one incident
	BondWord Bond = "word" // they have a rare word in common
	BondName Bond = "name" // they have a name in common
)

// A Facet is a question on which two who tell of one thing may differ.
type Facet struct {
	Name     string
	Type     string // of the disagreement: V, A, T, D
	Bond     Bond
	Question string // "what brought it about"
}

// An Answer is the value that some words of a text give a facet, and where they
// begin and end among its words.
type Answer struct {
	*Facet
	Value    string
	Denied   bool // that it is so is negated: "no shell had come through the roof"
	Placed   bool // the words that must stand with an answer to the facet stand there
	From, To int
}

// Excludes reports whether two answers to one facet cannot both be right: they give
// two values, or the one denies that of the other. That it is of this facet the words
// of either show.
//
//	"their buses had come on time" / "we met nobody" → yes
func (a Answer) Excludes(b Answer) bool {
	return a.Facet != nil && a.Facet == b.Facet && (a.Placed || b.Placed) && (a.Denied != b.Denied && a.Value == b.Value || !a.Denied && !b.Denied && a.Value != b.Value)
}

// Said is the value that an answer gives, in words.
//
//	"no shell had come through the roof" → not attack
func (a Answer) Said() string {
	if a.Denied {
		return "not " + a.Value
	}
	return a.Value
}

// A facetPhrase is words that give a facet a value, or that must stand with those
// that do.
type facetPhrase struct {
	words  [][]string // each in its forms; "…" stands for up to three others
	answer *facetRow
	with   *facetRow
	leads  bool // the value must follow: "hit …"
}

// A facetRow is a line of the table.
type facetRow struct {
	facet *Facet
	value string
	with  bool // some words must stand with it
}

// A phrasebook is the phrases of all facets by every form of their first word, and
// the line that declares each facet.
type phrasebook struct {
	by       map[string][]facetPhrase
	declared map[*Facet]*facetRow
}

var facets = sync.OnceValue(func() phrasebook {
	out, named := phrasebook{map[string][]facetPhrase{}, map[*Facet]*facetRow{}}, map[string]*Facet{}
	for _, cells := range table.Embedded("facets.tsv", facetTable, "facet", "value", "type", "bond", "question", "with", "words", "note") {
		row := &facetRow{named[cells.Cell("facet")], cells.Cell("value"), cells.Cell("with") != ""}
		if row.value == "" {
			row.facet = &Facet{cells.Cell("facet"), cells.Cell("type"), Bond(cells.Cell("bond")), cells.Cell("question")}
			named[row.facet.Name], out.declared[row.facet] = row.facet, row
		}
		for _, words := range cells.List("with") {
			words, leads := strings.CutSuffix(words, " …")
			out.add(words, facetPhrase{with: row, leads: leads})
		}
		for _, words := range cells.List("words") {
			out.add(words, facetPhrase{answer: row})
		}
	}
	return out
})

// add puts a phrase of some words among those of every form of the first.
func (b phrasebook) add(words string, p facetPhrase) {
	for _, w := range strings.Fields(words) {
		p.words = append(p.words, forms(w))
	}
	for _, form := range p.words[0] {
		b.by[form] = append(b.by[form], p)
	}
}

// forms are the forms of a word that a text may have.
//
//	"family" → family, families; "seize" → seize, seizes, seized, seizing
func forms(word string) []string {
	out := []string{word, word + "s", word + "es", word + "d", word + "ed", word + "ing"}
	if stem, ok := strings.CutSuffix(word, "e"); ok {
		out = append(out, stem+"ing")
	}
	if stem, ok := strings.CutSuffix(word, "y"); ok {
		out = append(out, stem+"ies", stem+"ied")
	}
	return out
}

// A hit is a phrase of the book in a text.
type hit struct {
	facetPhrase
	from, to int
}

// FacetsIn are the answers to facets that a text gives, in words in lower case: of
// two to one facet of which the one holds the other the longer.
//
//	"a gas bottle had gone off" → cause: accident
func FacetsIn(words []string) []Answer {
	var found, beside []hit
	for i, w := range words {
		for _, p := range facets().by[w] {
			switch h := (hit{p, i, p.match(words, i)}); {
			case h.to == 0:
			case p.with != nil:
				beside = append(beside, h)
			default:
				found = append(found, h)
			}
		}
	}
	var out []Answer
	for _, h := range found {
		if h.stands(h.answer, beside, words) && !slices.ContainsFunc(found, h.inside) {
			placed := h.stands(facets().declared[h.answer.facet], beside, words)
			out = append(out, Answer{h.answer.facet, h.answer.value, false, placed, h.from, h.to})
		}
	}
	return out
}

// stands reports whether words stand with an answer that one line of the table wants.
func (h hit) stands(row *facetRow, beside []hit, words []string) bool {
	return !row.with || slices.ContainsFunc(beside, func(b hit) bool {
		return b.with == row && (!b.leads || b.to <= h.from && h.from <= b.to+gap && !slices.ContainsFunc(words[b.to:h.from], halting))
	})
}

// halting reports whether a word keeps what follows it from what stands before.
//
//	"was hit by militants" → by
func halting(word string) bool {
	switch word {
	case "after", "before", "by", "from", "when", "while", "who", "which", "that", "against":
		return true
	}
	return false
}

// IsFacet reports whether a facet has a name.
func IsFacet(name string) bool { return BondOf(name) != "" }

// BondOf is the bond of the facet of a name, "" if there is none.
func BondOf(name string) Bond {
	for f := range facets().declared {
		if f.Name == name {
			return f.Bond
		}
	}
	return ""
}

// inside reports whether an answer is part of a longer one to the same facet.
func (h hit) inside(o hit) bool {
	return o.answer.facet == h.answer.facet && o.from <= h.from && h.to <= o.to && o.to-o.from > h.to-h.from
}

// match is where a phrase that begins with the word at i ends, 0 if it does not.
func (p facetPhrase) match(words []string, i int) int {
	skip := 0
	i++
	for _, want := range p.words[1:] {
		if want[0] == "…" {
			skip = gap
			continue
		}
		for skip > 0 && i < len(words) && !slices.Contains(want, words[i]) {
			i, skip = i+1, skip-1
		}
		if i >= len(words) || !slices.Contains(want, words[i]) {
			return 0
		}
		i, skip = i+1, 0
	}
	return i
}

// gap is how many words "…" stands for at most.
const gap = 3
