// Package mend puts right those slips of a sentence's tree that its words alone give
// away, so that the rules of coding need not know of them. In: "Up to 200 people
// drowned", where the tree has "200" drown; out: "people" is who drowned.
package mend

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// deepest is how far a word is looked for; longer chains are broken trees.
const deepest = 8

// Version is that of the words by which trees are mended, for the versions of the stages
// that use them.
func Version() string { return lists.Version() }

// Trees are the sentences of a page, each mended.
func Trees(r *stemma.Reading) []stemma.Sentence {
	out := make([]stemma.Sentence, len(r.Syntax.Sentences))
	for i := range out {
		out[i] = *mended(&r.Syntax.Sentences[i], r.Words)
	}
	return out
}

// mended is a sentence in which those slips of the tree are put right that its
// words alone give away; the rules of this room then need not know of them.
//
//	"Drones launched by the rebels were destroyed" → "Drones" is what was destroyed, not only what was launched
//	"Up to 200 people drowned" → "people" is who drowned
//	"before President Ulcas arrived" → "Ulcas" is who arrived
//	"after the guns opened up on the port" → the guns did, and "after" opens a clause
//	"Shells fired by the army hit a mill" → the shells hit it
//	"the deal announced on Monday" → the deal was announced, whatever was done under it
//	"The watchdog Open Ledger accused both" → one accuser, not two
func mended(y *stemma.Sentence, words func(stemma.Span) string) *stemma.Sentence {
	m := mending{Sentence: *y}
	m.Tokens = slices.Clone(y.Tokens)
	for _, t := range m.Tokens {
		m.form = append(m.form, lexicon.Lower(words(t.Span)))
		m.capital = append(m.capital, m.form[len(m.form)-1] != words(t.Span))
	}
	m.kids = make([][]int, len(m.Tokens))
	for i, t := range m.Tokens {
		if t.Head >= 0 && t.Head < len(m.Tokens) && t.Head != i {
			m.kids[t.Head] = append(m.kids[t.Head], i)
		}
	}
	for v := range m.Tokens {
		for _, mend := range mends {
			mend(&m, v)
		}
	}
	return &m.Sentence
}

// A mending is a sentence whose heads and relations may still change.
type mending struct {
	stemma.Sentence
	form    []string
	capital []bool  // written with capitals
	kids    [][]int // in the order of the text
}

// hang puts a token under a head, unless the head stands under the token: a
// sentence stays a tree, whatever is mended.
func (m *mending) hang(i, head int, relation string) {
	if m.over(i, head) {
		return
	}
	if old := m.Tokens[i].Head; old >= 0 && old < len(m.kids) {
		m.kids[old] = slices.DeleteFunc(m.kids[old], func(k int) bool { return k == i })
	}
	m.Tokens[i].Head, m.Tokens[i].Relation = head, relation
	if head >= 0 && head < len(m.kids) {
		m.kids[head] = append(m.kids[head], i)
		slices.Sort(m.kids[head])
	}
}

// over reports whether a token is on the way from another to the root, or is it.
func (m *mending) over(i, k int) bool {
	for range m.Tokens { // a broken tree must not loop
		if k < 0 || k >= len(m.Tokens) {
			return false
		}
		if k == i {
			return true
		}
		k = m.Tokens[k].Head
	}
	return true
}

// move hangs tokens elsewhere in the same relation.
func (m *mending) move(tokens []int, head int) {
	for _, i := range tokens {
		m.hang(i, head, m.Tokens[i].Relation)
	}
}

// under are the tokens under a head whose relation is one of those, subtypes
// included.
func (m *mending) under(head int, relations ...string) []int {
	var out []int
	for _, i := range m.kids[head] {
		have := m.Tokens[i].Relation
		for _, want := range relations {
			if rest, ok := strings.CutPrefix(have, want); ok && (rest == "" || rest[0] == ':') {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

func (m *mending) has(head int, relations ...string) bool {
	return len(m.under(head, relations...)) > 0
}

func (m *mending) tag(i int, tags ...string) bool { return slices.Contains(tags, m.Tokens[i].Tag) }

func (m *mending) ing(i int) bool { return strings.HasSuffix(m.form[i], "ing") }

// wanting reports whether a finite verb, or what is said with "be", has no subject.
func (m *mending) wanting(v int) bool {
	said := m.tag(v, "VERB") && (!m.ing(v) || m.has(v, "aux")) || m.has(v, "cop")
	if !said || m.has(v, "nsubj", "csubj", "expl") {
		return false
	}
	for _, k := range m.under(v, "mark") {
		if m.form[k] == "to" {
			return false
		}
	}
	return true
}

// subject is the relation of a verb's subject.
func (m *mending) subject(v int) string {
	if m.has(v, "aux:pass") {
		return "nsubj:pass"
	}
	return "nsubj"
}

// first is the first token of what stands under a token and before it.
func (m *mending) first(i int) int {
	at := i
	for k := i - 1; k >= 0 && i-k < 12; k-- {
		for h, steps := k, 0; h >= 0 && h < len(m.Tokens) && steps < deepest; h, steps = m.Tokens[h].Head, steps+1 {
			if h == i {
				at = k
				break
			}
		}
		if at != k {
			break
		}
	}
	return at
}

// numbered makes "up to 200 people" or "between 60 and 80 men" before a verb that
// lacks a subject its subject: the prepositions are part of the number.
func (m *mending) numbered(v int) {
	if !m.wanting(v) {
		return
	}
	for k := v - 1; k >= 2 && v-k < 8; k-- {
		if m.tag(k, "CCONJ") { // "kidnapped up to 16 clerks and burned a mill"
			return
		}
		if !m.tag(k, "NOUN", "PROPN") || !m.has(k, "nummod") {
			continue
		}
		if m.opensNumber(m.first(k)) {
			for _, c := range m.under(k, "case") {
				m.Tokens[c].Relation = "advmod"
			}
			m.hang(k, v, m.subject(v))
		}
		return
	}
}

// opensNumber reports whether a preposition is part of a number: "between | 60 and 80", "up
// to | 200".
func (m *mending) opensNumber(i int) bool {
	return m.form[i] == "up" || m.form[i] == "between" || i > 0 && m.form[i-1] == "up" && m.form[i] == "to"
}

// introduced makes the noun between "before" or "after" and a finite verb the
// verb's subject, and the preposition a conjunction.
func (m *mending) introduced(v int) {
	if !m.wanting(v) {
		return
	}
	for _, k := range append(m.under(v, "obl", "nmod"), m.beforeClause(v)...) {
		cases := m.under(k, "case")
		if k > v || len(cases) == 0 || !clausal[m.form[cases[0]]] || !m.filled(k, v) {
			continue
		}
		for _, prior := range m.under(v, "mark") { // "two days prior killed": opens no clause
			if prior > k && m.ofLapse(prior) {
				m.Tokens[prior].Relation = "advmod"
			}
		}
		m.hang(cases[0], v, "mark")
		m.hang(k, v, m.subject(v))
		if m.Tokens[v].Relation == "ccomp" && v < m.Tokens[v].Head { // what stands before its verb is not what is said
			m.Tokens[v].Relation = "advcl"
		}
		return
	}
	k := m.Tokens[v].Head
	if m.Tokens[v].Relation != "acl" || k < 0 || m.ing(v) || !m.has(v, "obj", "compound:prt") {
		return
	}
	if cases := m.under(k, "case"); len(cases) > 0 && clausal[m.form[cases[0]]] && m.Tokens[k].Head >= 0 {
		m.hang(v, m.Tokens[k].Head, "advcl")
		m.hang(cases[0], v, "mark")
		m.hang(k, v, "nsubj")
	}
}

// beforeClause are the nouns that hang on the verb over a clause instead of in it:
// "They fired after the skiff entered the port", "were seen to leave after the skiff entered it".
func (m *mending) beforeClause(v int) []int {
	h := m.Tokens[v].Head
	if h < 0 || h > v || m.Tokens[v].Relation != "advcl" {
		return nil
	}
	nouns := m.under(h, "obl")
	for _, x := range m.under(h, "xcomp") {
		nouns = append(nouns, m.under(x, "obl")...)
	}
	return slices.DeleteFunc(nouns, func(k int) bool { return k < h })
}

// filled reports whether between a noun and a verb stands only what belongs to the
// one or helps the other, or is put in parentheses: "after the guns of the army (once
// idle) opened up".
func (m *mending) filled(n, v int) bool {
	inside := 0 // of how many parentheses
	for k := n + 1; k < v; k++ {
		switch m.form[k] {
		case "(":
			inside++
		case ")":
			inside--
		}
		if inside <= 0 && !m.tag(k, "AUX", "ADV", "PART", "PROPN", "PUNCT") && !m.over(n, k) && !m.ofLapse(k) {
			return false
		}
	}
	return true
}

// clausal are the prepositions that also open clauses.
var clausal = lists.Set("clausal")

// only reports whether between two tokens there are none but those of some tags.
func (m *mending) only(from, to int, tags ...string) bool {
	for k := from + 1; k < to; k++ {
		if !m.tag(k, tags...) {
			return false
		}
	}
	return true
}

// lent gives a finite verb the subject that the participle between the two has
// taken from it, and hangs the participle on that subject.
func (m *mending) lent(v int) {
	if !m.wanting(v) {
		return
	}
	if p := m.participleUnder(v); p >= 0 {
		m.giveBack(p, v)
		return
	}
	p := m.participleOver(v)
	if p < 0 || p >= v || !m.tag(p, "VERB") || m.has(v, "mark", "cc", "advmod") && !m.has(v, "aux") {
		return
	}
	if !m.bareParticiple(p) || !m.ing(p) && !m.has(v, "aux", "cop") && !m.has(p, "obl:agent") && !m.supposed(p) && !dying[m.form[v]] && !m.followed(p, v) {
		return
	}
	n := m.under(p, "nsubj")[0]
	m.move(slices.DeleteFunc(slices.Clone(m.kids[p]), func(i int) bool { return i == v || i >= n && i < v }), v)
	m.hang(v, m.Tokens[p].Head, m.Tokens[p].Relation)
	m.giveBack(p, v)
}

// followed reports whether a verb of the past with an object follows a participle and its
// phrases without a comma or "and", as only the verb of the same subject can: "Bombs
// dropped from a jet destroyed a mill".
func (m *mending) followed(p, v int) bool {
	return m.is(v, "advcl", "xcomp") && m.has(v, "obj") && m.tense(v) == "past" && !m.has(v, "mark", "cc", "advmod") &&
		slices.ContainsFunc(m.under(p, "obl"), func(k int) bool { return k < v }) && m.only(p, v, "ADP", "DET", "NOUN", "PROPN", "NUM", "ADJ")
}

// takenFor parts a finite verb from what its subject is taken for, of which the tree has
// made its subject: "Men believed to be rebels abducted a clerk".
func (m *mending) takenFor(v int) {
	p, subjects, be := m.Tokens[v].Head, m.under(v, "nsubj"), m.under(v, "cop")
	if !m.tag(v, "VERB") || p < 0 || p > v || len(subjects) != 1 || len(be) != 1 || be[0] > subjects[0] || subjects[0] > v {
		return
	}
	if !m.supposed(p) || !m.bareParticiple(p) {
		return
	}
	m.hang(v, m.Tokens[p].Head, m.Tokens[p].Relation)
	m.hang(subjects[0], p, "xcomp")
	for _, k := range append(m.under(v, "mark"), be[0]) {
		m.hang(k, subjects[0], m.Tokens[k].Relation)
	}
	m.giveBack(p, v)
}

// dying are the forms that are no participles behind a noun, since their verbs take no object:
// "Two men hurt in the clash died".
var dying = lists.Set("dying")

// participleOver is the verb before a finite one on which the tree has hung it, or
// on whose last noun: "A bomb blamed on rebels exploded"; -1 if there is none.
func (m *mending) participleOver(v int) int {
	h := m.Tokens[v].Head
	switch m.Tokens[v].Relation {
	case "xcomp", "ccomp", "parataxis", "advcl":
		return h
	case "acl":
		if h < 0 || h > v || m.tense(v) != "past" || !m.tag(h, "NOUN", "PROPN") {
			return -1
		}
		if p := m.Tokens[h].Head; p >= 0 && (m.Tokens[p].Relation == "root" || m.Tokens[p].Relation == "ccomp" && dying[m.form[v]]) {
			return p
		}
	}
	return -1
}

// supposed reports whether a participle says what somebody is taken for: "a man
// believed to belong to the Column", "a bomb blamed on the Column".
func (m *mending) supposed(p int) bool {
	if p+1 == len(m.form) {
		return false
	}
	return m.form[p] == "blamed" && m.form[p+1] == "on" || supposed[m.form[p]] && m.form[p+1] == "to"
}

var supposed = lists.Set("supposed")

// participleUnder is the participle before a verb that hangs on it with a
// subject of its own, -1 if there is none.
func (m *mending) participleUnder(v int) int {
	candidates := m.under(v, "advcl", "acl", "amod", "dep", "ccomp")
	for _, k := range m.under(v, "obl") { // "admitted for once that the number of guards killed was nine"
		candidates = append(candidates, m.under(k, "acl")...)
	}
	for _, p := range candidates {
		if p < v && m.tag(p, "VERB") && m.bareParticiple(p) {
			return p
		}
	}
	return -1
}

// bareParticiple reports whether a verb has a noun right before it for subject
// and no auxiliary or conjunction: "Drones launched", "a bank complying".
func (m *mending) bareParticiple(p int) bool {
	subjects := m.under(p, "nsubj")
	return len(subjects) == 1 && subjects[0] < p && m.tag(subjects[0], "NOUN", "PROPN", "NUM") &&
		m.only(subjects[0], p, "ADV", "PUNCT", "PROPN", "NOUN", "ADP", "DET") && !m.has(p, "aux", "cc") && !m.opened(p) &&
		(m.ing(p) || m.form[p] != strings.ToLower(m.Tokens[p].Lemma) && !m.has(p, "obj"))
}

// opened reports whether a conjunction other than "that" opens a verb's clause.
func (m *mending) opened(p int) bool {
	return slices.ContainsFunc(m.under(p, "mark"), func(k int) bool { return m.form[k] != "that" })
}

func (m *mending) giveBack(p, v int) {
	n := m.under(p, "nsubj")[0]
	for _, k := range m.under(p, "mark") {
		m.hang(k, v, "mark")
	}
	m.hang(n, v, m.subject(v))
	m.hang(p, n, "acl")
	if m.tag(p-1, "NOUN") { // "the number of guards killed"
		m.hang(p, p-1, "acl")
	}
}

// named makes one of a noun and the name right behind or before it that the tree has
// taken for two subjects or objects of a verb: "Mr Ulcas", "Halvorn opposition leaders".
func (m *mending) named(v int) {
	for _, relation := range []string{"nsubj", "nsubj:pass", "obj"} {
		for _, name := range m.under(v, relation) {
			k := m.first(name) - 1
			if k >= 0 && (m.tag(name, "PROPN") && m.tag(k, "NOUN", "PROPN") || m.tag(name, "NOUN") && m.tag(k, "PROPN") && !m.has(name, "det", "nmod:poss", "nummod")) && m.Tokens[k].Head == v && m.Tokens[k].Relation == m.Tokens[name].Relation {
				m.hang(k, name, "compound")
			}
		}
	}
}

// unseen makes the name right behind a verb that has no object its object:
// "hosted President Ulcas".
func (m *mending) unseen(v int) {
	if !m.tag(v, "VERB") || m.has(v, "obj", "iobj", "cop", "aux:pass") {
		return
	}
	for _, k := range m.under(v, "xcomp", "obl") {
		if k < v || !m.tag(k, "PROPN") || m.has(k, "mark", "cop", "case") || m.first(k) != v+1 {
			continue
		}
		m.hang(k, v, "obj")
	}
}

// most makes "most", "some" or "many" right before a verb that lacks a subject its
// subject: "Most left."
func (m *mending) most(v int) {
	if v == 0 || !m.wanting(v) || m.Tokens[v-1].Head != v || !m.tag(v-1, "ADV", "ADJ") {
		return
	}
	switch m.form[v-1] {
	case "most", "some", "many", "several":
		m.Tokens[v-1].Tag = "PRON"
		m.hang(v-1, v, m.subject(v))
	}
}
