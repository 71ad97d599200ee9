package mend

import (
	"slices"
	"strings"
)

// hung puts a participle right behind a noun under that noun, where the tree has
// put it under the verb: "left under the deal announced on Monday".
func (m *mending) hung(p int) {
	if p == 0 || m.Tokens[p].Relation != "advcl" || !m.tag(p, "VERB") || !m.tag(p-1, "NOUN") || m.ing(p) || accompany[m.form[p]] ||
		m.form[p] == strings.ToLower(m.Tokens[p].Lemma) || m.has(p, "nsubj", "obj", "aux", "mark", "cc") || !m.within(p-1, m.Tokens[p].Head) {
		return
	}
	m.hang(p, p-1, "acl")
}

// nominal makes a noun of a gerund that stands where a noun stands and has what nouns
// have: "Fighting between the army and the rebels resumed".
func (m *mending) nominal(g int) {
	if m.tag(g, "VERB") && m.ing(g) && m.Tokens[g].Relation == "nsubj" && m.has(g, "nmod") && !m.has(g, "obj", "obl", "aux", "nsubj") {
		m.Tokens[g].Tag = "NOUN"
	}
}

// killing makes a noun of a gerund that stands where a noun stands and has behind "of" whom
// it befell: "condemned killing of farmers", "was held over stabbing of a clerk".
func (m *mending) killing(g int) {
	if !m.tag(g, "VERB") || !m.ing(g) || m.has(g, "obj", "aux", "nsubj", "cop") || ofNothing[strings.ToLower(m.Tokens[g].Lemma)] {
		return
	}
	n := m.behindOf(g)
	switch relation := m.Tokens[g].Relation; {
	case n < 0:
		return
	case relation == "obj", m.has(g, "case", "det"):
	default:
		return
	}
	m.Tokens[g].Tag = "NOUN"
	if m.Tokens[g].Relation == "advcl" {
		m.Tokens[g].Relation = "obl"
	}
	m.hang(n, g, "nmod")
}

// behindOf is the noun of the "of" right behind a token, -1 if there is none.
func (m *mending) behindOf(i int) int {
	if i+1 >= len(m.form) || m.form[i+1] != "of" {
		return -1
	}
	if n := m.Tokens[i+1].Head; n > i && m.tag(n, "NOUN", "PROPN", "NUM", "PRON") {
		return n
	}
	return -1
}

// ofNothing are the verbs behind whose "of" stands nobody to whom they are done.
var ofNothing = lists.Set("of nothing")

// halved makes a noun of the second half of a name for one thing, which the tree takes for
// a verb: "struck a storage and transfer site".
func (m *mending) halved(v int) {
	n := v + 1
	if v < 2 || n >= len(m.form) || !m.tag(v, "VERB") || m.Tokens[v].Relation != "conj" || m.form[v] != strings.ToLower(m.Tokens[v].Lemma) || m.form[v-1] != "and" || m.has(v, "obj", "obl", "nsubj", "aux", "mark", "advmod") {
		return
	}
	if h := m.Tokens[v].Head; h == v-2 && m.tag(h, "NOUN") && m.tag(n, "NOUN") && m.Tokens[n].Head == h && m.Tokens[n].Relation == "compound" {
		m.Tokens[v].Tag = "NOUN"
		m.hang(v, n, "compound")
	}
}

// further makes a verb of a noun that has an object of its own, though it stands in a list
// behind a comma: "Troops kill 30 bandits, rescue 12 hostages".
func (m *mending) further(n int) {
	if n == 0 || !m.tag(n, "NOUN") || m.Tokens[n].Relation != "conj" || m.form[n-1] != "," || m.has(n, "det", "cc", "case", "amod", "compound", "nummod", "nmod:poss") {
		return
	}
	objects := m.under(n, "obj")
	v := m.verbOver(n)
	if len(objects) == 0 || objects[0] < n || !m.tag(v, "VERB") || v > n {
		return
	}
	m.Tokens[n].Tag = "VERB"
	m.hang(n, v, "conj")
}

// within reports whether a noun stands under a verb before it, not as its subject.
func (m *mending) within(n, v int) bool {
	for steps := 0; n >= 0 && n < len(m.Tokens) && v < n && steps < deepest; steps++ {
		if strings.HasPrefix(m.Tokens[n].Relation, "nsubj") {
			return false
		}
		if n = m.Tokens[n].Head; n == v {
			return v >= 0
		}
	}
	return false
}

// accompany are the participles that tell who stood by the doer, not what the
// noun before them underwent: "attacked the town backed by jets".
var accompany = lists.Set("accompany")

// passive reads "been" before a participle as a passive where a quotation mark
// between the two has hidden it: "the mine had been “laid” there".
func (m *mending) passive(v int) {
	if m.form[v] == "mine" && m.has(v, "det") {
		m.Tokens[v].Tag = "NOUN"
	}
	if !m.tag(v, "VERB") || m.ing(v) {
		return
	}
	for _, k := range m.under(v, "cop") {
		m.Tokens[k].Relation = "aux:pass"
		for _, n := range m.under(v, "nsubj") {
			m.Tokens[n].Relation = "nsubj:pass"
		}
	}
}

// verb makes a verb of a noun that has an object: "Halvorn and Struvia exchange
// 40 prisoners", where the parties stand before it as parts of its name.
func (m *mending) verb(n int) {
	if !m.tag(n, "NOUN") || n == 0 || m.has(n, "det", "case", "nmod:poss", "cop") || !slices.Contains([]string{"root", "parataxis", "ccomp"}, m.Tokens[n].Relation) {
		return
	}
	subjects := m.under(n, "compound", "nsubj", "nmod")
	subjects = slices.DeleteFunc(subjects, func(k int) bool { return k > n || m.has(k, "case") })
	objects := m.under(n, "obj")
	for _, k := range m.under(n, "appos") {
		if m.first(k) == n+1 && m.has(k, "det") {
			objects = append(objects, k)
		}
	}
	if len(subjects) == 0 || len(objects) == 0 || objects[0] < n {
		return
	}
	m.Tokens[n].Tag = "VERB"
	m.hang(objects[0], n, "obj")
	m.hang(subjects[len(subjects)-1], n, "nsubj")
}

// run makes a participle of a noun that has an agent: "a camp run by rebels".
func (m *mending) run(v int) {
	k := v - 1
	told := m.tag(v, "NOUN") && m.has(v, "obl:agent") || m.tag(v, "VERB") && m.Tokens[v].Relation == "obj"
	if k < 0 || !told || !m.tag(k, "NOUN", "PROPN") || m.Tokens[k].Head != v || m.Tokens[k].Relation != "compound" {
		return
	}
	m.move(slices.DeleteFunc(slices.Clone(m.kids[v]), func(i int) bool { return i >= k }), k)
	m.Tokens[v].Tag = "VERB"
	m.hang(k, m.Tokens[v].Head, m.Tokens[v].Relation)
	m.hang(v, k, "acl")
}

// nouned makes a noun of "the wounded", "our own dead" where no noun follows.
func (m *mending) nouned(v int) {
	if !Bodily[m.form[v]] || !m.tag(v, "VERB", "ADJ") || !m.has(v, "det", "nmod:poss") || m.Tokens[v].Relation == "amod" {
		return
	}
	m.Tokens[v].Tag, m.Tokens[v].Lemma = "NOUN", m.form[v]
}

// Bodily are the participles and adjectives by which persons are called.
var Bodily = lists.Set("bodily")

// apposed reads a name and the description behind its comma as one, where the
// tree joins the two as by "and": "seized Ostrel, the last town on the lake".
func (m *mending) apposed(n int) {
	joined := m.under(n, "conj")
	if !m.tag(n, "PROPN") || len(joined) != 1 {
		return
	}
	k := joined[0]
	from := m.first(k)
	comma := m.form[from] == "," || from > 0 && m.form[from-1] == ","
	if comma && m.tag(k, "NOUN") && m.has(k, "det") && !m.has(k, "cc") {
		m.Tokens[k].Relation = "appos"
	}
}

// behind makes the second of two subjects an object where it stands behind the
// verb: "The minister summoned Ambassador Penn".
func (m *mending) behind(v int) {
	subjects := m.under(v, "nsubj")
	if !m.tag(v, "VERB") || len(subjects) != 2 || subjects[0] > v || subjects[1] < v || m.has(v, "obj") {
		return
	}
	m.Tokens[subjects[1]].Relation = "obj"
}

// willing gives "it is willing to leave" a subject: "it" stands for somebody.
func (m *mending) willing(v int) {
	switch m.form[v] {
	case "willing", "ready", "prepared", "determined", "able":
		for _, k := range m.under(v, "expl") {
			m.Tokens[k].Relation = "nsubj"
		}
	case "due", "likely", "set":
		for _, k := range m.under(v, "csubj") { // "Mediators are due to arrive"
			if k > v && m.has(v, "nsubj") {
				m.Tokens[k].Relation = "xcomp"
			}
		}
	}
}

// dated gives a verb that lacks a subject the noun that the tree has taken for
// another word for a year or an hour: "In 2011, rebels took the town."
func (m *mending) dated(v int) {
	if !m.wanting(v) {
		return
	}
	for k := 1; k < v; k++ {
		h := m.Tokens[k].Head
		if m.Tokens[k].Relation == "appos" && h >= 0 && h < k && m.tag(h, "NUM") && m.tag(k, "NOUN", "PROPN") && !m.has(k, "case") {
			m.hang(k, v, m.subject(v))
			return
		}
	}
}

// voiced takes the name before a colon for whoever speaks the sentence, not for
// the subject of its verb: "Host: The rebels have left."
func (m *mending) voiced(v int) {
	for _, n := range m.under(v, "nsubj") {
		if n > 2 || n+1 >= len(m.form) || m.form[n+1] != ":" {
			continue
		}
		for _, k := range m.under(n, "appos") {
			m.hang(k, v, m.subject(v))
		}
		m.hang(n, v, "parataxis")
		return
	}
}

// twain joins two nouns with "and" between them that the tree has made two subjects
// of one verb: "At least 14 soldiers and six rebels died".
func (m *mending) twain(v int) {
	var before []int
	for _, k := range m.under(v, "nsubj", "nsubj:pass") {
		if k < v {
			before = append(before, k)
		}
	}
	if len(before) != 2 || m.first(before[1]) == 0 {
		return
	}
	and := m.first(before[1]) - 1
	if !m.tag(and, "CCONJ") {
		and = m.first(before[1])
	}
	if m.form[and] != "and" {
		return
	}
	m.hang(before[1], before[0], "conj")
	m.hang(and, before[1], "cc")
}

// reported gives a verb its subject where a date between the two has led the tree to
// take that for a heading, or for who speaks.
//
//	"Shelling in Dorvat on 2 May 2016 killed two." → the shelling killed, not 2016
//	"Shelling in Dorvat on 2 May killed two, the clinic said." → the clinic alone said
func (m *mending) reported(k int) {
	n, relation := m.Tokens[k].Head, m.Tokens[k].Relation
	if !m.tag(k, "VERB") || n < 0 || n >= k || !m.tag(n, "NOUN", "PROPN") || relation != "acl" && relation != "conj" && relation != "parataxis" {
		return
	}
	over := m.Tokens[n].Head
	subjects := m.under(k, "nsubj")
	switch {
	case len(subjects) == 1 && subjects[0] > n && m.tag(subjects[0], "NUM") && months[m.form[subjects[0]-1]]:
		m.hang(subjects[0], subjects[0]-1, "nmod:unmarked")
		if day := m.Tokens[subjects[0]-1].Head; day >= 0 && m.Tokens[day].Head == n && m.tag(day, "NUM") {
			m.hang(day, k, "obl")
		}
	case len(subjects) > 0 || relation != "acl" || over < k || len(m.under(over, "nsubj")) != 2 || !m.has(k, "obj"):
		return
	}
	held := m.Tokens[n].Relation
	if over > k {
		held = "ccomp"
	}
	m.hang(k, over, held)
	m.hang(n, k, m.subject(k))
}

// outgoing takes for no verb a word that only tells which way something goes: "heard
// outgoing fire".
func (m *mending) outgoing(k int) {
	if form := m.form[k]; form != "outgoing" && form != "incoming" && form != "oncoming" {
		return
	}
	if n := k + 1; m.tag(k, "VERB") && n < len(m.form) && m.tag(n, "NOUN") && m.Tokens[n].Head == k && m.Tokens[k].Head >= 0 && m.Tokens[k].Relation != "amod" {
		m.hang(n, m.Tokens[k].Head, "obj")
		m.move(m.under(k, "obl"), n)
		m.hang(k, n, "amod")
	}
}

// parted gives a verb the noun before it that the tree has set beside or over it: "a
// second blast, minutes after the first, can be heard".
func (m *mending) parted(v int) {
	h := m.Tokens[v].Head
	if m.Tokens[v].Relation != "parataxis" || h < 0 || !m.wanting(v) {
		return
	}
	over := m.Tokens[h].Head
	for _, n := range append(m.under(h, "parataxis"), h) {
		if m.Tokens[n].Relation != "parataxis" || n > v || !m.tag(n, "NOUN") || !m.has(n, "det") || m.has(n, "cop", "nsubj") || !m.filled(n, v) {
			continue
		}
		if n == h {
			m.hang(v, over, "parataxis")
		}
		m.hang(n, v, m.subject(v))
		return
	}
}

// doubled makes a manner of a noun that stands twice around "to": "fought
// house-to-house" fights no house.
func (m *mending) doubled(n int) {
	if n+4 < len(m.form) && m.Tokens[n].Relation == "obj" && m.form[n+1] == "-" && m.form[n+2] == "to" && m.form[n+3] == "-" && m.form[n+4] == m.form[n] {
		m.Tokens[n].Relation = "advmod"
	}
}

// authored hangs on a noun of acts what was done to whom, where the tree has hung it
// on who did it: "the arrest by Halvornian police of a clerk", "the killing by gunmen of a
// singer".
func (m *mending) authored(n int) {
	if !m.tag(n, "NOUN") || slices.ContainsFunc(m.under(n, "nmod"), func(k int) bool { return m.opens(k, "of") }) {
		return
	}
	for _, by := range m.under(n, "nmod") {
		if !m.authorOf(by, n) {
			continue
		}
		for _, k := range m.under(by, "nmod") {
			if m.opens(k, "of") && m.tag(k, "NOUN") && m.has(k, "det", "nummod", "nmod:poss") {
				m.hang(k, n, "nmod")
			}
		}
	}
}

// authorOf reports whether a phrase says who did what a noun tells: somebody named, or behind
// an "-ing" any but many of whom "of" says whose they are.
//
//	"the arrest | by Halvornian police", "the killing | by gunmen" → yes;  "the killing | by members of a gang" → no
func (m *mending) authorOf(by, n int) bool {
	if !m.opens(by, "by") && !m.opens(by, "from") {
		return false
	}
	named := m.tag(by, "PROPN") || slices.ContainsFunc(m.under(by, "amod", "compound"), func(k int) bool { return m.capital[k] })
	return named || m.ing(n) && !bodied[m.form[by]]
}

// bodied are the words for many behind which "of" says whose they are: "by members of a
// gang".
var bodied = lists.Set("bodied")

// acting makes a noun of an "-ing" behind "in" whose doer follows "by": "died in firing
// by the guards".
func (m *mending) acting(v int) {
	if !m.tag(v, "VERB") || !m.ing(v) || m.has(v, "obj", "nsubj", "aux") || m.Tokens[v].Relation != "advcl" {
		return
	}
	in := m.under(v, "mark", "case")
	if len(in) != 1 || m.form[in[0]] != "in" || !slices.ContainsFunc(m.under(v, "obl", "obl:agent"), func(k int) bool { return m.opens(k, "by") }) {
		return
	}
	m.Tokens[v].Tag, m.Tokens[v].Lemma, m.Tokens[v].Relation = "NOUN", m.form[v], "obl"
	m.Tokens[in[0]].Tag, m.Tokens[in[0]].Relation = "ADP", "case"
	for _, k := range m.under(v, "obl", "obl:agent") {
		m.Tokens[k].Relation = "nmod"
	}
}

// christened makes one subject of a noun and the name behind it, which the tree has
// made a relative clause of that noun: a passive leaves nothing out, as such a clause
// must. "The carrier Halvorn has been sent to the strait."
func (m *mending) christened(v int) {
	n := m.Tokens[v].Head
	if m.Tokens[v].Relation != "acl:relcl" || n < 0 || !m.tag(n, "NOUN") {
		return
	}
	for _, name := range m.under(v, "nsubj:pass") {
		if h := m.Tokens[n].Head; name == n+1 && m.tag(name, "PROPN") && h > v {
			m.hang(v, h, "ccomp")
			m.move(slices.Clone(m.kids[n]), name)
			m.hang(n, name, "compound")
		}
	}
}
