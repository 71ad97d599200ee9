package code

import (
	"slices"
	"strings"
)

// quoted gives a verb in quotation marks of its own the object behind them, which the
// tree has hung on the mark: "had “eliminated” a commander".
func (m *mending) quoted(n int) {
	mark := m.Tokens[n].Head
	if !m.tag(n, "NOUN", "PROPN") || mark < 1 || mark > n || !m.tag(mark, "PUNCT") {
		return
	}
	if v := mark - 1; m.tag(v, "VERB") && !m.has(v, "obj") && !m.over(n, v) {
		m.hang(n, v, "obj")
	}
}

// gerunds makes a verb of a gerund behind a comma that the tree has taken for a word
// before its object, and that object for one more thing of those before the comma: "fired
// rockets at the port, damaging two cranes". A list has an "and".
func (m *mending) gerunds(g int) {
	n := m.Tokens[g].Head
	if !m.tag(g, "VERB") || !m.ing(g) || g == 0 || n <= g || m.Tokens[g].Relation != "amod" && m.Tokens[g].Relation != "compound" {
		return
	}
	list := m.Tokens[n].Head
	if m.form[g-1] != "," || m.Tokens[n].Relation != "conj" || m.has(n, "det", "cc") || list < 0 || m.enumerates(list, n) {
		return
	}
	v := m.verbOver(list)
	if !m.tag(v, "VERB") || v > g {
		return
	}
	m.hang(g, v, "advcl")
	m.hang(n, g, "obj")
	for _, k := range m.under(list, "conj") {
		if k > n && m.doings(k) { // "looting shops and whipping men"
			w := m.under(k, "amod")[0]
			m.hang(w, g, "conj")
			m.hang(k, w, "obj")
		}
	}
}

// enumerates reports whether a list goes on behind one of its nouns with "and" and
// something that is no doing.
func (m *mending) enumerates(list, n int) bool {
	return slices.ContainsFunc(m.under(list, "conj"), func(k int) bool {
		return k > n && m.has(k, "cc") && m.tag(k, "NOUN", "PROPN") && !m.doings(k)
	})
}

// doings reports whether a noun is one that somebody does something to: "whipping men".
func (m *mending) doings(n int) bool {
	words := m.under(n, "amod")
	return len(words) == 1 && words[0] == n-1 && m.tag(n-1, "VERB") && m.ing(n-1) && m.has(n, "cc")
}

// series joins to a verb the participle behind its object and a comma that the tree has
// taken for a word before a second object: "stormed the town, looted shops and left".
func (m *mending) series(v int) {
	n := v + 1
	if v == 0 || n >= len(m.form) || !m.tag(v, "VERB") || m.tense(v) != "past" || m.Tokens[v].Relation != "amod" || m.Tokens[v].Head != n || m.form[v-1] != "," {
		return
	}
	u := m.Tokens[n].Head
	if u < 0 || u > v || m.tense(u) != "past" || m.Tokens[n].Relation != "obj" || len(m.under(u, "obj")) != 2 || m.has(n, "det", "cc") {
		return
	}
	m.hang(v, u, "conj")
	m.hang(n, v, "obj")
}

// afterward parts a noun from a word for a time behind it that the tree has made one with
// it: "moved into the town hours after the raid".
func (m *mending) afterward(n int) {
	k := n - 1
	if k < 0 || n+1 >= len(m.form) || !stretches[m.form[n]] || m.Tokens[k].Head != n || m.Tokens[k].Relation != "compound" {
		return
	}
	switch m.form[n+1] {
	case "after", "before", "later", "earlier":
	default:
		return
	}
	head := m.Tokens[n].Head
	m.move(slices.DeleteFunc(slices.Clone(m.kids[n]), func(i int) bool { return i >= k }), k)
	m.hang(k, head, m.Tokens[n].Relation)
	m.hang(n, head, "obl:unmarked")
}

// stretches are words for the time that parts two moments.
var stretches = lists.Set("stretches")

// sitIn makes one noun of "sit-in", whose first half the tree has taken for a verb and whose
// second for a preposition: "staged a sit-in outside the office".
func (m *mending) sitIn(v int) {
	in := v + 2
	if m.form[v] != "sit" || in >= len(m.form) || !hyphen[m.form[v+1]] || m.form[in] != "in" || m.tag(in, "NOUN") {
		return
	}
	head, relation := m.Tokens[v].Head, m.Tokens[v].Relation
	if relation == "amod" && head > in {
		for _, d := range m.under(head, "det") {
			if d < v {
				m.hang(d, in, "det")
			}
		}
		over, was := m.Tokens[head].Head, m.Tokens[head].Relation
		m.hang(in, over, was)
		if m.has(head, "case") {
			m.hang(head, over, "obl")
		}
		m.Tokens[in].Tag, m.Tokens[in].Lemma = "NOUN", "in"
		m.hang(v, in, "compound")
		m.Tokens[v].Tag = "NOUN"
	}
}

// aback hangs on a verb the adverb right behind it that the tree has hung on the number of
// its object: "sent back 900 refugees".
func (m *mending) aback(k int) {
	v := k - 1
	if v < 0 || !m.tag(v, "VERB") || !m.tag(k, "ADV", "ADP") || !particles[m.form[k]] || m.Tokens[k].Relation != "advmod" {
		return
	}
	for h, steps := m.Tokens[k].Head, 0; h > k && steps < deepest; h, steps = m.Tokens[h].Head, steps+1 {
		if m.Tokens[h].Head == v && m.Tokens[h].Relation == "obj" {
			m.hang(k, v, "advmod")
			return
		}
	}
}

// slain makes a verb of a participle without "-ed" that the tree takes for an adjective:
// "Three elders were slain", "Youths burnt tyres"; and of "relieved" where it tells of what.
func (m *mending) slain(v int) {
	lemma := participles[m.form[v]]
	before := v > 0 && m.tag(v-1, "NOUN", "PROPN", "NUM")
	if lemma == "" || !m.tag(v, "ADJ", "NOUN") || !before && !m.has(v, "cop") || m.form[v] == "relieved" && !m.has(v, "obl") {
		return
	}
	m.Tokens[v].Tag, m.Tokens[v].Lemma = "VERB", lemma
	if k := v - 1; before && m.tag(k, "NUM") && m.Tokens[v].Head == k { // "41 slain in market raid"
		m.hang(v, m.Tokens[k].Head, m.Tokens[k].Relation)
		m.hang(k, v, "nsubj:pass")
	}
}

// participles are the verbs of participles that look like adjectives.
var participles = map[string]string{"slain": "slay", "burnt": "burn", "relieved": "relieve"}

// shot makes a verb of a noun that the tree has joined to a passive verb: "They were lined
// up and shot."
func (m *mending) shot(n int) {
	v := m.Tokens[n].Head
	if m.form[n] == "shot" && m.tag(n, "NOUN") && m.Tokens[n].Relation == "conj" && v >= 0 && m.has(v, "aux:pass") && m.has(n, "cc") && !m.has(n, "det", "amod", "nummod") {
		m.Tokens[n].Tag, m.Tokens[n].Lemma = "VERB", "shoot"
	}
}

// burnt makes a verb of an adjective joined to a verb that has an object behind it: "shot
// two men and burnt down ten huts".
func (m *mending) burnt(w int) {
	v := m.Tokens[w].Head
	if !m.tag(w, "ADJ") || m.Tokens[w].Relation != "conj" || v < 0 || !m.tag(v, "VERB") || !m.has(w, "cc") || m.has(w, "cop") {
		return
	}
	for _, n := range m.under(w, "obl", "obj") {
		if n > w && m.tag(n, "NOUN") && !m.has(n, "case") {
			m.Tokens[w].Tag, m.Tokens[n].Relation = "VERB", "obj"
			return
		}
	}
}

// evidenced lets "that" open the clause that tells of what there is evidence, where the
// tree has taken it for the object: "evidence that soldiers fought alongside the rebels".
func (m *mending) evidenced(v int) {
	n := m.Tokens[v].Head
	if m.Tokens[v].Relation != "acl:relcl" || n < 0 || !evident[m.form[n]] || !m.has(v, "nsubj") {
		return
	}
	for _, k := range m.under(v, "obj") {
		if k < v && m.form[k] == "that" && m.under(v, "nsubj")[0] > k {
			m.Tokens[k].Relation, m.Tokens[v].Relation = "mark", "acl"
		}
	}
}

// evident are the nouns before a clause that tells what is so.
var evident = lists.Set("evident")

// uttered gives a verb that lacks a subject the bare noun that the tree has taken for what
// is said: "He said guards in the town beat prisoners."
func (m *mending) uttered(v int) {
	say := m.Tokens[v].Head
	if m.Tokens[v].Relation != "ccomp" || say < 0 || say > v || !uttering[m.form[say]] || !m.wanting(v) || m.has(v, "mark") {
		return
	}
	if o := m.under(say, "obj"); len(o) > 0 && o[0] > say && o[0] < v && m.tag(o[0], "NOUN", "PROPN", "PRON") {
		m.hang(o[0], v, m.subject(v))
	}
}

// uttering are the forms of words of speech behind which a clause needs no "that".
var uttering = lists.Set("uttering")

// related hangs a clause with "who" on the name or noun right before it, where the tree has
// hung it on the verb or an age stands between: "the coffin of Ulcas, 19, who was shot".
func (m *mending) related(v int) {
	subjects := m.under(v, "nsubj")
	if !strings.HasSuffix(m.Tokens[v].Relation, ":relcl") || len(subjects) == 0 || m.form[subjects[0]] != "who" {
		return
	}
	k, aged := subjects[0]-1, false
	for k >= 0 && m.tag(k, "PUNCT", "NUM") {
		aged = aged || m.tag(k, "NUM")
		k--
	}
	if !aged && m.Tokens[v].Relation != "advcl:relcl" {
		return
	}
	for k >= 0 && m.Tokens[k].Relation == "flat" {
		k = m.Tokens[k].Head
	}
	if k >= 0 && m.tag(k, "NOUN", "PROPN") {
		m.hang(v, k, "acl:relcl")
	}
}

// whose parts a clause with "whose" from the verb behind it, of which the noun before both
// is the subject: "Orvane, whose harbour is shut, urged a truce".
func (m *mending) whose(v int) {
	subjects := m.under(v, "nsubj")
	if len(subjects) != 2 || subjects[1] > v || !slices.ContainsFunc(m.under(subjects[1], "nmod:poss"), func(k int) bool { return m.form[k] == "whose" }) {
		return
	}
	for _, c := range m.under(v, "xcomp", "conj", "parataxis", "advcl") {
		if c > v && m.form[c-1] == "," && m.tag(c, "VERB") && m.wanting(c) && !m.has(c, "mark", "cc") {
			m.hang(c, m.Tokens[v].Head, m.Tokens[v].Relation)
			m.hang(v, subjects[0], "acl:relcl")
			m.hang(subjects[0], c, m.subject(c))
			m.hang(v, subjects[0], "acl:relcl")
			return
		}
	}
}

// tried hangs an infinitive on the noun of what was meant, behind which "by" names who
// meant it: "recalled the attempt by exiles to invade the island".
func (m *mending) tried(v int) {
	to := v - 1
	if to < 2 || m.form[to] != "to" || m.Tokens[to].Head != v || m.Tokens[v].Relation != "advcl" && m.Tokens[v].Relation != "xcomp" {
		return
	}
	by, noun := to-1, m.Tokens[to-1].Head
	if m.Tokens[by].Relation == "nmod" && noun > m.Tokens[v].Head && meaning[m.form[noun]] && slices.ContainsFunc(m.under(by, "case"), func(k int) bool { return m.form[k] == "by" }) {
		m.hang(v, noun, "acl")
	}
}

// meaning are the nouns for what somebody means to do.
var meaning = lists.Set("meaning")
