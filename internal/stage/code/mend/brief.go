package mend

import (
	"slices"
	"strings"
)

// torched makes a verb of the word between those who act and what they do it to, in a
// headline that the tree takes for one long name: "Gunmen torch buses in Ostrel".
func (m *mending) torched(v int) {
	if v == 0 || v+1 >= len(m.form) || !m.terse(v) || !hosts[m.form[v-1]] || m.anyVerb() {
		return
	}
	n := m.Tokens[v].Head
	if n <= v || !m.is(n, "root") || !m.tag(n, "NOUN", "PROPN") || m.Tokens[v-1].Head != n && m.Tokens[v-1].Head != v {
		return
	}
	before := slices.DeleteFunc(slices.Clone(m.kids[n]), func(k int) bool { return k >= v-1 })
	m.hang(v, -1, "root")
	m.Tokens[v].Tag = "VERB"
	m.hang(v-1, v, "nsubj")
	m.move(before, v-1)
	for _, k := range m.under(n, "nmod") {
		m.hang(k, v, "obl")
	}
	m.hang(n, v, "obj")
}

// toll gives a verb as its subject the blow whose toll the tree has made the subject, or the
// object of the blow's gerund: "Ostrel bombing death toll rises to nine".
func (m *mending) toll(n int) {
	g := n - 1
	if g > 0 && m.form[g] == "death" {
		g--
	}
	if m.form[n] != "toll" || g < 1 || !m.ing(g) && !blows[m.form[g]] || m.Tokens[g].Head != n && m.Tokens[n].Head != g {
		return
	}
	v := m.Tokens[n].Head
	if v == g {
		v = m.Tokens[g].Head
	}
	if v < n || !m.tag(v, "VERB") {
		return
	}
	m.Tokens[g].Tag = "NOUN"
	m.hang(g, v, "nsubj")
	for _, k := range slices.Concat(m.under(n, "det", "compound"), m.under(g, "nsubj")) {
		if k < g {
			m.hang(k, g, m.nounly(k))
		}
	}
	m.hang(n, g, "dep")
}

// nounly is how a word stands before a noun: an article, or one more noun.
func (m *mending) nounly(k int) string {
	if m.tag(k, "DET") {
		return "det"
	}
	return "compound"
}

// listed makes a verb of the first word behind a comma in a headline, where the tree has
// made one more thing done to of it and its object: "Raiders kill three, torch houses".
func (m *mending) listed(w int) {
	n := m.Tokens[w].Head
	if w == 0 || !m.terse(w) || m.form[w-1] != "," || n <= w || !m.tag(n, "NOUN", "PROPN") || !m.is(n, "conj", "appos", "obj") || m.has(n, "cc", "det", "case") {
		return
	}
	v := m.verbOver(n)
	if !m.tag(v, "VERB") || v > w || m.form[v] != m.Tokens[v].Lemma || !m.is(v, "root") {
		return
	}
	m.Tokens[w].Tag = "VERB"
	for _, k := range m.under(n, "nummod") {
		if k < w {
			m.hang(k, v, "obj") // "kill three"
		}
	}
	m.hang(w, v, "conj")
	for _, k := range m.under(n, "nmod") {
		m.hang(k, w, "obl")
	}
	m.hang(n, w, "obj")
}

// freed takes "free" before a participle in a headline for the verb, so that bare may find
// its subject: "Rebels free kidnapped nurses".
func (m *mending) freed(v int) {
	p := m.Tokens[v].Head
	if v == 0 || m.form[v] != "free" || p != v+1 || !m.tag(v, "ADJ", "ADV") || !m.is(v, "advmod", "amod") || !hosts[m.form[v-1]] || m.Tokens[v-1].Head != p || !m.is(v-1, "nsubj") {
		return
	}
	m.hang(v, p, "nsubj")
	m.hang(v-1, v, "nsubj")
	m.Tokens[v].Tag = "VERB"
}

// handed makes a verb of "hand over" behind a comma or "and" in a headline: "Rebels free
// nurses, hand over bodies".
func (m *mending) handed(w int) {
	n, over := m.Tokens[w].Head, w+1
	if w == 0 || m.form[w] != "hand" || over >= len(m.form) || m.form[over] != "over" || n <= over || !m.tag(n, "NOUN", "PROPN") || m.Tokens[over].Head != n {
		return
	}
	v := m.verbOver(n)
	if !m.tag(v, "VERB") || v > w || m.form[w-1] != "," && m.form[w-1] != "and" {
		return
	}
	m.Tokens[w].Tag = "VERB"
	m.hang(w, v, "conj")
	m.hang(over, w, "compound:prt")
	m.hang(n, w, "obj")
}

// signed takes whoever a headline's last word names behind a dash out of what it tells, and
// lets what is then done by nobody be done to its subject: "Six guards killed - sources".
func (m *mending) signed(k int) {
	v := m.Tokens[k].Head
	if k+1 != len(m.form) || !m.is(k, "obj") || !m.tag(k, "NOUN") || v < 0 {
		return
	}
	first := k
	for first > 0 && !m.tag(first-1, "PUNCT") && m.over(k, first-1) {
		first--
	}
	if first < 2 || v >= first || !slices.Contains([]string{"-", "–", "—"}, m.form[first-1]) || m.Tokens[first-1].End == m.Tokens[first].Start {
		return
	}
	m.hang(k, v, "parataxis")
	if subject := m.under(v, "nsubj"); len(subject) == 1 && m.form[v] != m.Tokens[v].Lemma {
		m.hang(subject[0], v, "nsubj:pass")
	}
}

// terse reports whether a word is one of those that headlines use as verbs, though it looks
// like a noun that stands before another.
func (m *mending) terse(v int) bool {
	return terse[m.form[v]] && m.tag(v, "NOUN", "ADJ", "VERB") && m.is(v, "compound", "amod")
}

// terse are the verbs of headlines.
var terse = lists.Set("terse")

// shortened makes "have" of a short "'d" whose verb stands as a participle: "They'd suffered
// losses" tells what was, "They'd suffer losses" what would be.
func (m *mending) shortened(i int) {
	v := m.Tokens[i].Head
	if v <= i || !m.tag(i, "AUX") || m.form[i] != "'d" && m.form[i] != "’d" {
		return
	}
	verb := v
	for _, k := range m.under(v, "aux", "cop") { // "They'd been shelled", "They'd be shelled"
		if k > i && k < verb {
			verb = k
		}
	}
	if m.form[verb] != strings.ToLower(m.Tokens[verb].Lemma) {
		m.Tokens[i].Lemma = "have"
	}
}
