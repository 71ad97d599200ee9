package mend

import (
	"slices"

	"stemma"
)

// headed puts at the head of a sentence the verb behind its first noun and that
// noun's relative clause or examples: "Forty men who had taken up arms when told to
// surrendered", "Troops, including gunners, poured into the valley."
func (m *mending) headed(n int) {
	if m.Tokens[n].Relation != "root" || !m.tag(n, "NOUN", "PROPN") || m.has(n, "cop", "nsubj") {
		return
	}
	clauses := append(m.under(n, "acl:relcl"), slices.DeleteFunc(m.under(n, "nmod"), func(k int) bool { return !m.opens(k, "including") })...)
	for c := n + 1; len(clauses) > 0 && c < len(m.form); c++ {
		if c > clauses[0] && (m.Tokens[c].Relation == "acl" || m.resumed(c)) && m.tense(c) == "past" && !m.has(c, "nsubj", "aux", "obl:agent") && (m.over(clauses[0], c) || m.Tokens[c].Head == n) {
			m.hang(c, -1, "root")
			m.hang(n, c, "nsubj")
			return
		}
	}
}

// resumed reports whether a verb behind a comma was joined to a clause without any
// "and": "Guards, who came after stones were thrown, beat two men".
func (m *mending) resumed(c int) bool {
	h := m.Tokens[c].Head
	return m.Tokens[c].Relation == "conj" && h >= 0 && m.afterComma(c) && !slices.ContainsFunc(m.under(h, "conj"), func(k int) bool { return m.has(k, "cc") })
}

// fronted puts the sentence's own verb at its head where the tree has put there a
// participle of the phrase before it: "Under the deal signed in May, 900 people
// left".
func (m *mending) fronted(v int) {
	k := v - 1
	if m.Tokens[v].Relation != "root" || m.tense(v) != "past" || k < 1 || m.Tokens[k].Head != v || m.Tokens[k].Relation != "obl" || !m.has(k, "case") || m.has(v, "nsubj", "aux", "obj") {
		return
	}
	for _, c := range m.under(v, "advcl", "ccomp", "parataxis", "conj") {
		if c > v && m.has(c, "nsubj") && !m.has(c, "cc") && m.afterComma(c) {
			m.hang(c, -1, "root")
			m.hang(k, c, "obl")
			m.hang(v, k, "acl")
			return
		}
	}
}

// gathered puts at the head of a sentence the verb behind the clause that opens it, where the
// tree has made of who acts one more party to that clause: "After the square was sealed
// off, a group of miners gathered at the port".
func (m *mending) gathered(v int) {
	marks := m.under(v, "mark")
	if m.Tokens[v].Relation != "root" || len(marks) == 0 || marks[0] != m.first(v) || !m.has(v, "nsubj") {
		return
	}
	for _, n := range m.under(v, "obl", "obj") {
		from := m.first(n)
		if from < v || m.form[from] != "," && m.form[from-1] != "," || m.has(n, "case") {
			continue
		}
		for c := n + 1; c < len(m.form); c++ {
			if m.Tokens[c].Relation == "acl" && m.over(n, c) && m.tense(c) == "past" && !m.has(c, "nsubj", "aux", "obl:agent") {
				m.hang(c, -1, "root")
				m.hang(n, c, "nsubj")
				m.hang(v, c, "advcl")
				return
			}
		}
	}
}

// buried makes a verb of what the tree has taken for a word before the only noun
// left: "The state deployed police."
func (m *mending) buried(v int) {
	n := m.Tokens[v].Head
	if m.Tokens[v].Relation != "amod" || m.tense(v) != "past" || n < v || m.Tokens[n].Relation != "root" || m.has(n, "cop") || m.joinedByHyphen(v) {
		return
	}
	subjects := append(m.under(v, "nsubj", "compound"), m.under(n, "nsubj", "compound")...)
	subjects = slices.DeleteFunc(subjects, func(k int) bool { return k > v || !m.tag(k, "NOUN", "PROPN", "PRON") })
	if len(subjects) == 0 || m.Tokens[subjects[0]].Relation == "compound" && subjects[0] != v-1 {
		return
	}
	m.hang(v, -1, "root")
	m.hang(n, v, "obj")
	m.hang(subjects[0], v, "nsubj")
	for _, k := range m.under(n, "det") { // "The" of "The state"
		if k < subjects[0] {
			m.hang(k, subjects[0], "det")
		}
	}
}

// postposed makes a verb of an adjective that has an object and stands behind the
// noun that does it: "One member of the force sustained an injury."
func (m *mending) postposed(v int) {
	n := m.Tokens[v].Head
	if m.Tokens[v].Relation != "amod" || n < 0 || n > v || !m.has(v, "obj") {
		return
	}
	for m.Tokens[n].Relation == "nmod" && m.Tokens[n].Head >= 0 {
		n = m.Tokens[n].Head
	}
	if m.Tokens[n].Relation != "root" || m.has(n, "cop", "nsubj") {
		return
	}
	m.Tokens[v].Tag = "VERB"
	m.hang(v, -1, "root")
	m.hang(n, v, "nsubj")
}

// labelled takes what stands before a colon at the head of a sentence for a label, not for
// what the sentence is about: "LIVE: Explosion at the junction", "Port Azhmir: Two clerks,
// both of the union, were shot".
func (m *mending) labelled(n int) {
	colon := slices.Index(m.form[:min(len(m.form), longestLabel)], ":")
	if n >= colon || m.tag(n, "VERB") || !m.only(-1, colon, "PROPN", "NOUN", "ADJ", "PUNCT") {
		return
	}
	behind := slices.DeleteFunc(m.under(n, "appos", "parataxis"), func(k int) bool { return k < colon || !m.tag(k, "NOUN", "VERB") })
	switch h := m.Tokens[n].Head; {
	case h > colon && m.Tokens[n].Relation == m.subject(h) && len(m.under(h, "nsubj")) > 1:
		m.hang(n, h, "discourse")
	case h > colon && m.Tokens[n].Relation == m.subject(h) && len(behind) > 0 && behind[0] < h:
		m.hang(behind[0], h, m.subject(h))
		m.hang(n, h, "discourse")
	case m.Tokens[n].Relation == "root" && len(behind) > 0:
		m.hang(behind[0], -1, "root")
		m.hang(n, behind[0], "discourse")
	}
}

// longestLabel is how many tokens a label and its colon have at most.
const longestLabel = 6

// commaed joins two names before the verb of a headline, which writes a comma for "and":
// "Army, rebels clash in Gao", "Two clerks, four guards die".
func (m *mending) commaed(v int) {
	if !m.tag(v, "VERB") || m.form[v] != m.Tokens[v].Lemma || m.has(v, "aux", "mark", "cop") || len(m.under(v, "nsubj")) == 0 {
		return
	}
	subjects := m.under(v, "nsubj")
	r := subjects[len(subjects)-1]
	n := m.first(r) - 2
	if n < 0 || r > v || m.form[n+1] != "," || !m.tag(n, "NOUN", "PROPN") || m.has(n, "case", "det") || m.has(r, "det") || m.has(r, "nummod") != m.has(n, "nummod") || m.first(n) != 0 {
		return
	}
	switch {
	case m.Tokens[n].Relation == "root" && m.Tokens[v].Head == n:
		m.hang(v, -1, "root")
	case m.Tokens[n].Head != v || m.Tokens[n].Relation != "nsubj":
		return
	}
	m.hang(n, v, "nsubj")
	m.hang(r, n, "conj")
}

// traded makes a verb of the noun between two names at the head of a sentence without
// a verb and what they trade: "Halvorn and Struvia swap more than 120 prisoners".
func (m *mending) traded(n int) {
	thing := m.thingBehind(n)
	if n < 3 || !m.tag(n, "NOUN") || m.form[n-2] != "and" || !m.only(-1, n-2, "PROPN", "PUNCT") || !m.tag(n-1, "PROPN") || thing < 0 || m.anyVerb() {
		return
	}
	m.hang(n, -1, "root")
	m.Tokens[n].Tag = "VERB"
	m.hang(n-3, n, "nsubj")
	m.hang(n-1, n-3, "conj")
	m.hang(n-2, n-1, "cc")
	m.hang(thing, n, "obj")
	for k := range m.Tokens {
		if k != n && m.Tokens[k].Head < 0 {
			m.hang(k, n, "dep")
		}
	}
}

// thingBehind is the head of the bare phrase right behind a word, -1 if there is
// none.
func (m *mending) thingBehind(n int) int {
	last := -1
	for k := n + 1; k < len(m.form) && (m.tag(k, "NUM", "ADJ", "NOUN") || m.form[k] == "more" || m.form[k] == "than"); k++ {
		if m.tag(k, "NOUN") {
			last = k
		}
	}
	return last
}

func (m *mending) anyVerb() bool {
	return slices.ContainsFunc(m.Tokens, func(t stemma.Token) bool { return t.Tag == "VERB" || t.Tag == "AUX" })
}
