package code

import "slices"

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
