package mend

import (
	"slices"
	"strings"
)

// nearer hangs a phrase that names a place on the last of the verbs joined before it,
// where the tree has hung it on the first: "took Dorvat and massed troops near Ostrel".
func (m *mending) nearer(k int) {
	v := m.Tokens[k].Head
	if v < 0 || m.Tokens[k].Relation != "obl" || !m.tag(k, "PROPN") || !m.has(k, "case") || m.afterComma(k) {
		return
	}
	for _, w := range slices.Backward(m.under(v, "conj")) {
		if v < w && w < k && m.tag(w, "VERB") {
			m.hang(k, w, "obl")
			return
		}
	}
}

// tale makes of a relative clause what a noun of words is about, where "that" opens a clause
// that lacks nothing: "denied claims that it had bombed a mill".
func (m *mending) tale(v int) {
	if m.Tokens[v].Relation != "acl:relcl" || !m.has(v, "nsubj") {
		return
	}
	if objects := m.under(v, "obj"); len(objects) == 2 && m.form[objects[0]] == "that" {
		m.Tokens[objects[0]].Tag, m.Tokens[objects[0]].Relation = "SCONJ", "mark"
	}
	if marks := m.under(v, "mark"); len(marks) == 1 && m.form[marks[0]] == "that" {
		m.Tokens[v].Relation = "acl"
	}
}

// apiece makes no party of "each" behind several: "The army and the Column each blamed the
// other".
func (m *mending) apiece(each int) {
	v := m.Tokens[each].Head
	if m.form[each] != "each" || v < 0 || m.Tokens[each].Relation != "nsubj" {
		return
	}
	if subjects := m.under(v, "nsubj"); len(subjects) == 2 && subjects[0] < each && m.has(subjects[0], "conj") {
		m.Tokens[each].Relation = "advmod"
	}
}

// toldBy gives what somebody says its verb, where the tree has taken that for a participle
// and both subjects for those of the words of speech: "The army's guns fired first, he said."
func (m *mending) toldBy(v int) {
	subjects := m.under(v, "nsubj")
	if !m.tag(v, "VERB") || len(subjects) != 2 || subjects[1] > v || !m.afterComma(subjects[1]) {
		return
	}
	n := subjects[0]
	for _, p := range m.under(n, "acl") {
		if m.tense(p) == "past" && m.has(p, "advmod", "obl") && !m.has(p, "nsubj", "obl:agent", "obj", "mark") && m.first(subjects[1]) > p {
			m.hang(p, v, "ccomp")
			m.hang(n, p, "nsubj")
			return
		}
	}
}

// sequent joins a past tense to the clause before it, where the tree has joined it to the
// verb over that clause: "The clinic shut after men stormed a ward and seized two nurses."
func (m *mending) sequent(w int) {
	v := m.Tokens[w].Head
	if v < 0 || v > w || m.Tokens[w].Relation != "conj" || m.tense(w) != "past" || m.tense(v) != "past" || m.has(w, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark") || !m.has(w, "obj") {
		return
	}
	and := m.first(w)
	for _, c := range slices.Backward(m.under(v, "advcl")) {
		if v < c && c < and && m.opening(c) == "after" && m.has(c, "nsubj") && m.has(c, "obj") && m.tense(c) == "past" && m.form[and] == "and" && !m.comma(c, w) {
			m.hang(w, c, "conj")
			return
		}
	}
}

// comma reports whether there is a comma between two words.
func (m *mending) comma(from, to int) bool { return slices.Contains(m.form[from:to], ",") }

// charged makes verbs of all the deeds that somebody is accused of, where the tree has taken
// the first for a noun: "accused the army of shelling homes and executing two men".
func (m *mending) charged(g int) {
	v := m.Tokens[g].Head
	if v < 0 || v > g || m.Tokens[g].Relation != "conj" || !m.tag(g, "VERB") || !m.ing(g) || m.ing(v) || m.has(g, "aux", "nsubj") || !m.has(v, "obj") {
		return
	}
	for of := g - 1; of > v; of-- {
		first := of + 1
		if m.form[of] != "of" || !m.ing(first) || !m.tag(first, "NOUN", "VERB") || m.over(g, first) {
			continue
		}
		if n := m.Tokens[first].Head; m.Tokens[first].Relation == "compound" && n > first && n < g {
			m.Tokens[first].Tag = "VERB"
			m.hang(first, v, "advcl")
			m.hang(n, first, "obj")
			m.hang(of, first, "mark")
		}
		if m.Tokens[first].Tag == "VERB" {
			m.hang(g, first, "conj")
		}
		return
	}
}

// briefly makes two names with a comma between them, at the head of a headline, the subjects
// of the verb behind them: "Halvorn, Struvia trade fire across the border".
func (m *mending) briefly(v int) {
	comma := slices.Index(m.form, ",")
	if m.Tokens[v].Relation != "root" || m.form[v] != strings.ToLower(m.Tokens[v].Lemma) || !m.has(v, "obj", "xcomp") || !m.only(-1, v, "PROPN", "PUNCT") || comma < 1 || comma > v-2 || !m.only(comma, v, "PROPN") {
		return
	}
	first, second := m.leading(0, comma), m.leading(comma+1, v)
	m.hang(first, v, "nsubj")
	m.hang(second, first, "conj")
	m.Tokens[v].Tag = "VERB"
}

// leading is the first of some words that hangs on none of them.
func (m *mending) leading(from, to int) int {
	for k := from; k < to; k++ {
		if h := m.Tokens[k].Head; h < from || h >= to {
			return k
		}
	}
	return from
}

// titled puts at the head of a sentence the verb behind its first noun, where the tree has
// put there a participle of a noun further on: "The envoy, Ulf Taro, called on both sides to
// return to the truce agreed in May."
func (m *mending) titled(p int) {
	if m.Tokens[p].Relation != "root" || m.tense(p) != "past" || p == 0 || !m.tag(p-1, "NOUN") || m.has(p, "aux", "aux:pass", "obj") {
		return
	}
	for _, c := range m.clausesBefore(p) {
		subjects := m.under(c, "nsubj", "nsubj:pass")
		if m.tense(c) != "past" || !m.over(c, p-1) || m.has(c, "mark") || len(subjects) == 0 {
			continue
		}
		m.hang(c, -1, "root")
		m.hang(p, p-1, "acl")
		m.Tokens[subjects[0]].Relation = m.subject(c)
		for _, name := range subjects[1:] {
			m.hang(name, subjects[0], "appos")
		}
		return
	}
}

// clausesBefore are the clauses under a verb and before it; a participle behind its only
// subject and a comma is given that subject.
func (m *mending) clausesBefore(p int) []int {
	clauses, subjects := m.under(p, "ccomp"), m.under(p, "nsubj")
	if len(subjects) == 1 && m.has(subjects[0], "appos") {
		for _, c := range m.under(subjects[0], "acl") {
			if c > 0 && c < p && m.form[c-1] == "," && m.over(c, p-1) {
				m.hang(c, p, "ccomp")
				m.hang(subjects[0], c, "nsubj")
				return append(clauses, c)
			}
		}
	}
	if len(subjects) > 0 {
		return nil
	}
	return slices.DeleteFunc(clauses, func(c int) bool { return c > p })
}

// members gives the sentence the verbs behind a noun and what stands between commas behind
// it, where the tree has taken the first for a word before its object: "The attackers,
// members of the Column, looted shops and burned a mill."
func (m *mending) members(v int) {
	n := v + 1
	if v < 2 || n >= len(m.form) || m.tense(v) != "past" || m.Tokens[v].Head != n || m.Tokens[v].Relation != "amod" || m.form[v-1] != "," || m.has(n, "det", "cc") {
		return
	}
	subject := m.Tokens[n].Head
	if subject < 0 || subject > v || m.Tokens[subject].Relation != "root" || m.Tokens[n].Relation != "conj" || !m.tag(subject, "NOUN", "PROPN") || m.has(subject, "cop", "nsubj") || slices.Index(m.form, ",") >= v-1 {
		return
	}
	m.hang(v, -1, "root")
	m.hang(subject, v, "nsubj")
	m.hang(n, v, "obj")
	for _, k := range m.under(subject, "conj") {
		if k > v {
			m.hang(k, v, "conj")
		} else {
			m.Tokens[k].Relation = "appos"
		}
	}
}

// heldToo gives a participle what it is said of, where the tree has joined that to whoever
// did the deed before, or lets it do what it underwent: "Lorries were emptied by gunmen and
// the drivers held" the drivers were held.
func (m *mending) heldToo(p int) {
	if p < 3 || !undergone[m.form[p]] || m.has(p, "obl:agent", "obj", "aux", "aux:pass") {
		return
	}
	n := p - 1
	if m.Tokens[n].Relation == "nsubj" && m.Tokens[n].Head == p && m.Tokens[p].Relation == "conj" && m.by(m.Tokens[p].Head) {
		m.Tokens[n].Relation = "nsubj:pass"
		return
	}
	doer := m.Tokens[n].Head
	if m.Tokens[p].Head != n || m.Tokens[p].Relation != "acl" || m.Tokens[n].Relation != "conj" || !m.has(n, "det") || doer < 1 || doer > n || m.Tokens[doer].Relation != "obl:agent" || m.has(doer, "det") {
		return
	}
	m.hang(p, m.Tokens[doer].Head, "conj")
	m.move(m.under(n, "cc"), p)
	m.hang(n, p, "nsubj:pass")
}

// by reports whether a passive tells who did it.
func (m *mending) by(v int) bool { return v >= 0 && m.has(v, "aux:pass") && m.has(v, "obl:agent") }

// undergone are participles of what befalls those who are with what is taken.
var undergone = lists.Set("undergone")

// bare puts at the head of a headline its verb, where the tree has let it do what the
// participle behind it tells: "Guerrillas release kidnapped soldiers", "Troops rescue abducted pupils".
func (m *mending) bare(v int) {
	p := m.Tokens[v].Head
	if p != v+1 || m.Tokens[v].Relation != "nsubj" || !m.tag(v, "VERB", "NOUN") || !m.tag(p, "VERB") || m.Tokens[p].Relation != "root" || m.form[v] != strings.ToLower(m.Tokens[v].Lemma) {
		return
	}
	things := m.under(p, "obj")
	if len(things) == 0 || m.ing(p) || m.has(p, "aux", "aux:pass") {
		return
	}
	if v > 0 && hosts[m.form[v-1]] && m.Tokens[v-1].Head == v {
		m.Tokens[v-1].Relation = "nsubj"
	}
	if !m.has(v, "nsubj") {
		return
	}
	m.hang(v, -1, "root")
	m.Tokens[v].Tag = "VERB"
	m.hang(things[0], v, "obj")
	m.move(slices.DeleteFunc(slices.Clone(m.kids[p]), func(k int) bool { return k == things[0] }), v)
	m.hang(p, things[0], "amod")
}

// hosts are words for many who act, by which a word behind them is their verb.
var hosts = lists.Set("hosts")

// crying makes no subject of the gerunds before a subject: "Chanting and hurling stones, the
// crowd marched" the crowd chanted and hurled.
func (m *mending) crying(g int) {
	v := m.Tokens[g].Head
	if v < g || m.Tokens[g].Relation != "nsubj" || !m.tag(g, "VERB") || !m.ing(g) || m.has(g, "det", "nmod:poss", "nsubj") {
		return
	}
	if subjects := m.under(v, "nsubj", "nsubj:pass"); len(subjects) == 2 && subjects[0] == g && m.afterComma(subjects[1]) {
		for _, k := range append(m.under(g, "conj"), g) {
			m.hang(k, v, "advcl")
		}
	}
}
