package count

import (
	"cmp"
	"strings"

	"stemma/internal/reference/lexicon"
)

// fateByTree reads the verb that governs what is counted, and the participles
// that hang on it.
func (t *telling) fateByTree(c counting) string {
	node := t.nodeOf(c)
	if t.Tokens[node].Relation == "conj" && t.tag(c.to) == "AUX" {
		return "" // "lost their lives and two were wounded"
	}
	what := cmp.Or(t.fateUnder(node), t.fateOver(node))
	if what == "captured" && c.noun >= 0 && c.of.Kind == "" {
		return "" // "seized two capitals": what is taken and is no person
	}
	return what
}

// nodeOf is the token by which what is counted hangs in the tree: its noun, or the number
// where there is none or the noun hangs on the number.
//
//	"two wounded guards" → guards;  "four of our officers" → four
func (t *telling) nodeOf(c counting) int {
	if c.noun < 0 {
		return t.topOf(c.number, c.end)
	}
	if noun := t.Tokens[c.noun]; noun.Relation == "nmod" && noun.Head == c.number {
		return c.number
	}
	return c.noun
}

// topOf is the last token of a run that hangs on a word outside of it, else the last of all.
func (t *telling) topOf(from, to int) int {
	for i := to - 1; i >= from; i-- {
		if head := t.Tokens[i].Head; head < from || head >= to {
			return i
		}
	}
	return to - 1
}

// fateOver reads what hangs on a noun: "31 people killed", "24 people who were killed", "the
// four who gave their lives".
func (t *telling) fateOver(node int) string {
	for _, child := range t.Children(node) {
		what := ""
		switch t.Tokens[child].Relation {
		case "acl", "amod":
			what = t.participle(child)
		case "acl:relcl":
			what = cmp.Or(t.ofLife(child), t.ofWhom(child))
		}
		if what != "" {
			return what
		}
	}
	return ""
}

// fateUnder climbs from a noun, over its neighbours in a list, to the verb whose
// object or subject it is.
func (t *telling) fateUnder(node int) string {
	for range t.Tokens { // a broken tree must not loop
		token := t.Tokens[node]
		if token.Head < 0 || token.Head >= len(t.Tokens) {
			return ""
		}
		if by := t.Child(node, "case"); token.Relation == "nmod" && (by < 0 || t.words[by] != "of") {
			return ""
		}
		if what, ok := lexicon.HarmOf("noun", t.lemma[token.Head]+" of "+t.lemma[node]); ok && token.Relation == "nmod" {
			return what // "the loss of eight lives"
		}
		if token.Relation != "conj" && token.Relation != "appos" {
			return t.fateAs(token.Relation, token.Head)
		}
		node = token.Head
	}
	return ""
}

// fateOfThose is what became of those among whom a sentence counts some, or who
// include them.
//
//	"Among the dead were nine women and two nurses." → nine killed, two killed
//	"Three judges were among the wounded." → three injured
func (t *telling) fateOfThose(c counting) string {
	node := c.noun
	for range t.Tokens { // a broken tree must not loop
		if node < 0 || node >= len(t.Tokens) {
			return ""
		}
		for _, k := range append(t.Children(node), node) {
			if by := t.Child(k, "case"); by >= 0 && t.words[by] == "among" {
				return cmp.Or(t.participle(k), t.participle(max(t.Child(k, "acl"), 0)))
			}
		}
		if rel := t.Tokens[node].Relation; rel != "conj" && rel != "appos" && rel != "nsubj" && rel != "acl:relcl" {
			return ""
		}
		node = t.Tokens[node].Head
	}
	return ""
}

// fateAs is what a verb, or a noun of a deed, does to a noun that stands to it in a
// relation: "the murder of two judges".
func (t *telling) fateAs(relation string, verb int) string {
	var parts []string
	switch relation {
	case "obj", "nsubj:pass", "iobj", "dep":
		parts = []string{"verb", "adjective"}
	case "nsubj":
		parts = []string{"self", "adjective", "state"}
	case "nmod":
		parts = []string{"deed"}
	case "csubj", "obl", "xcomp":
		return ""
	}
	for _, part := range parts {
		if what, ok := t.harm(part, verb); ok {
			return what
		}
	}
	if relation == "nsubj" {
		return t.ofLife(verb)
	}
	return ""
}

// ofWhom is what a clause behind "who" or "that" says became of them.
//
//	"24 people who were killed", "six who died" → killed; "a man whose brothers were killed" → nothing
func (t *telling) ofWhom(verb int) string {
	for _, child := range t.Children(verb) {
		if relation := t.Tokens[child].Relation; strings.HasPrefix(relation, "nsubj") && (t.words[child] == "who" || t.words[child] == "that") {
			return t.fateAs(relation, verb)
		}
	}
	return ""
}

// fateOfBoth is what became of those counted right behind a verb of saying, where others are
// counted with them: nobody says persons, though a tree may have it so.
//
//	"He said six insurgents and three soldiers were killed." → the six, too, were killed
func (t *telling) fateOfBoth(c counting) string {
	if c.noun < 0 || c.of.Kind != "person" || t.word(c.to) != "and" || len(lexicon.Reporters(t.lemmaAt(c.from-1))) == 0 || t.tag(c.from-1) != "VERB" {
		return ""
	}
	other, _, ok := t.noun(c.to + 2)
	if !ok || t.tag(c.to+1) != "NUM" || t.Tokens[other].Head < other {
		return ""
	}
	return t.fateAs(t.Tokens[other].Relation, t.Tokens[other].Head)
}

// ofLife is what a verb says of its subject that has a life for its object.
//
//	"eleven persons lost their lives", "the four who gave their lives" → killed; "lost their homes" → nothing
func (t *telling) ofLife(verb int) string {
	what, _ := lexicon.HarmOf("life", t.lemma[verb])
	if object := t.Child(verb, "obj"); object < 0 || t.lemma[object] != "life" {
		return ""
	}
	return what
}
