package mend

import (
	"slices"
	"strings"

	"stemma/internal/reference/lexicon"
)

// kept hangs a participle on the verb whose object it is said of: "has kept the bridge
// closed since May".
func (m *mending) kept(v int) {
	if !m.tag(v, "VERB") || !Causing[m.Tokens[v].Lemma] {
		return
	}
	for _, o := range m.under(v, "obj") {
		for _, p := range m.under(o, "acl") {
			if p == o+1 && m.tag(p, "VERB") && !m.ing(p) && !slices.ContainsFunc(m.under(p, "obl"), m.placed) {
				m.hang(p, v, "xcomp")
			}
		}
	}
}

// placed reports whether a noun says where or by whom, and not when or for how long.
func (m *mending) placed(n int) bool {
	return !weekdays[m.form[n]] && slices.ContainsFunc(m.under(n, "case"), func(k int) bool { return m.form[k] != "for" && m.form[k] != "since" && m.form[k] != "until" })
}

// Causing are the verbs whose subject has done, by whomever, what a participle behind the
// object tells.
var Causing = lists.Set("causing")

// turned gives a verb the object that the tree has hung on what the object becomes:
// "setting more than 4,000 inmates free".
func (m *mending) turned(a int) {
	v := m.Tokens[a].Head
	if v < 0 || v > a || m.Tokens[a].Relation != "xcomp" || !m.tag(a, "ADJ") || !m.tag(v, "VERB") || m.has(v, "obj") || m.has(a, "nsubj", "mark") {
		return
	}
	for _, n := range m.under(a, "obl") {
		if n == a-1 && m.tag(n, "NOUN") && !m.has(n, "case") && m.has(n, "nummod", "det") {
			m.hang(n, v, "obj")
		}
	}
}

// described gives a verb that governs no clause the object of which a participle is said,
// where the tree has made a clause of both: "demolished the houses of two men wanted over
// the bombing", "added three traders accused of smuggling to its list".
func (m *mending) described(p int) {
	v := m.Tokens[p].Head
	if v < 0 || v > p || m.Tokens[p].Relation != "ccomp" || !m.tag(p, "VERB") || m.ing(p) || !m.tag(v, "VERB") || m.has(v, "obj") || m.has(p, "aux", "mark", "obj", "cop") {
		return
	}
	n := m.under(p, "nsubj")
	if len(n) != 1 || n[0] < v || n[0] > p || !m.tag(n[0], "NOUN", "PROPN") || m.form[p] == strings.ToLower(m.Tokens[p].Lemma) || m.governs(v) {
		return
	}
	m.hang(n[0], v, "obj")
	if m.hang(p, n[0], "acl"); m.tag(p-1, "NOUN", "PROPN") && m.over(n[0], p-1) {
		m.hang(p, p-1, "acl") // the men are wanted, not the houses
	}
}

// governs reports whether a verb may have a clause without "that" for its object: a word of
// saying, or one whose object comes to be what a participle says of it.
func (m *mending) governs(v int) bool {
	lemma := m.Tokens[v].Lemma
	return resulting[lemma] || len(lexicon.Reporters(lemma)) > 0 || slices.ContainsFunc(m.under(v, "nsubj"), func(k int) bool { return m.form[k] == "which" })
}

// resulting are the verbs whose object is seen or made to be what a participle says.
var resulting = lists.Set("resulting")
