package mend

import (
	"slices"
	"strings"

	"stemma/internal/reference/lexicon"
)

// strong makes a verb of a past tense that can be nothing else where the tree has taken it
// for a word before its object: "The raid drew condemnation", "The raiders burned down
// shops"; or for a noun with a subject: "A shell tore through the roof".
func (m *mending) strong(v int) {
	n, k := m.Tokens[v].Head, v-1
	lemma := m.past(v)
	if lemma != "" && m.tag(v, "NOUN") && m.has(v, "nsubj") && !m.has(v, "det", "cop") {
		m.Tokens[v].Tag, m.Tokens[v].Lemma = "VERB", lemma
		return
	}
	if lemma == "" || n <= v || k < 0 || !m.is(v, "compound", "case", "amod") || m.has(v, "det", "aux", "nsubj") || !m.tag(k, "NOUN", "PROPN", "PRON", "PUNCT") {
		return
	}
	subjects := m.under(n, "nsubj", "compound", "nmod:desc", "nmod", "det")
	m.raise(v, n, k)
	m.hang(n, v, "obj")
	m.hang(k, v, "nsubj")
	m.Tokens[v].Tag, m.Tokens[v].Lemma = "VERB", lemma
	if m.tag(k, "PUNCT") {
		m.Tokens[k].Tag = "NOUN"
	}
	for _, i := range subjects {
		if i < k {
			m.hang(i, k, m.Tokens[i].Relation)
		}
	}
}

// raise puts a verb where its object hung, or its subject if the object hung on that; what
// stands behind the verb then goes with it.
func (m *mending) raise(v, object, subject int) {
	if m.Tokens[object].Head != subject {
		m.hang(v, m.Tokens[object].Head, m.Tokens[object].Relation)
		return
	}
	m.hang(v, m.Tokens[subject].Head, m.Tokens[subject].Relation)
	for _, i := range slices.Clone(m.kids[subject]) {
		if i > v {
			m.hang(i, v, m.Tokens[i].Relation)
		}
	}
}

// past is the verb of which a word is a past tense and no participle: by its form, by the
// particle behind it, or since only somebody sustains what it stands before; "" if there is
// none.
//
//	"Nine farmers sustained injuries." → sustain
func (m *mending) past(v int) string {
	if lemma := pasts[m.form[v]]; lemma != "" {
		return lemma
	}
	n := m.Tokens[v].Head
	switch {
	case n < 0 || n >= len(m.form):
		return ""
	case m.tag(v, "VERB") && strings.HasSuffix(m.form[v], "ed") && slices.Contains(m.under(v, "compound:prt"), v+1):
		return m.Tokens[v].Lemma
	case sustained[m.form[n]]:
		return sustaining[m.form[v]]
	}
	return ""
}

// sustained are the nouns for harm that somebody sustains.
var sustained = lists.Set("sustained")

// is reports whether a token hangs by one of the relations.
func (m *mending) is(i int, relations ...string) bool {
	return slices.Contains(relations, m.Tokens[i].Relation)
}

// pasts are the verbs of past tenses that are no other words; sustaining are those of
// past tenses that are none before what somebody sustains.
var pasts, sustaining = pairs(lists.Set("strong past")), pairs(lists.Set("sustaining"))

// pairs are the entries of a list that are two words, the second by the first.
func pairs(list map[string]bool) map[string]string {
	out := map[string]string{}
	for pair := range list {
		first, second, _ := strings.Cut(pair, " ")
		out[first] = second
	}
	return out
}

// inverted makes a subject of the noun behind a verb of coming, which has no object: "Then
// came the shells."
func (m *mending) inverted(v int) {
	objects := m.under(v, "obj")
	if !coming[m.Tokens[v].Lemma] || !m.tag(v, "VERB") || len(objects) != 1 || objects[0] < v || m.has(v, "nsubj", "csubj", "aux", "mark", "expl") || !m.has(v, "advmod") {
		return
	}
	m.Tokens[objects[0]].Relation = "nsubj"
}

// coming are the verbs of coming and going, which take no object.
var coming = lists.Set("coming")

// ailing makes one phrase of two words for bodies and the noun behind them, where the tree
// has made a verb of the second: "Sick and injured people were fed", "a bus of sick and
// injured people left".
func (m *mending) ailing(v int) {
	h, objects := v-2, m.under(v, "obj")
	if !Bodily[m.form[v]] || !m.is(v, "conj") || h < 0 || m.Tokens[v].Head != h && m.Tokens[v].Head != m.Tokens[h].Head || !m.tag(h, "ADJ") || len(objects) != 1 || objects[0] < v || m.has(objects[0], "det") {
		return
	}
	n, relation := objects[0], m.Tokens[h].Relation
	if relation == "xcomp" {
		relation = "obj"
	}
	m.move(m.under(v, "obl"), m.Tokens[h].Head)
	m.hang(n, m.Tokens[h].Head, relation)
	m.move(m.under(h, "case"), n)
	m.hang(h, n, "amod")
	m.hang(v, n, "amod")
}

// initialled makes a verb of a past tense before its object where the tree has taken it
// for a participle because letters stand for the body before it: "UNEM imposed sanctions
// on the port."
func (m *mending) initialled(v int) {
	n, k := m.Tokens[v].Head, v-1
	if !m.tag(v, "VERB") || !m.is(v, "amod") || !strings.HasSuffix(m.form[v], "ed") || n <= v || k < 0 || m.Tokens[k].Head != n {
		return
	}
	if !m.capital[k] || !m.is(n, "root", "ccomp") || !m.is(k, "cop", "compound") || m.has(n, "nsubj", "det") || m.form[len(m.form)-1] != "." {
		return
	}
	m.raise(v, n, k)
	m.Tokens[k].Tag = "PROPN"
	m.hang(k, v, "nsubj")
	m.hang(n, v, "obj")
}

// agentNamed hangs "by" on the noun of a passive's doers, where the tree has hung it on the
// small word with which their name begins: "was overrun by al Shabaab fighters".
func (m *mending) agentNamed(v int) {
	for _, n := range m.under(v, "nsubj:pass", "obj") {
		for _, k := range m.under(n, "nmod") {
			if c := m.under(k, "case"); v < k && k < n && len(c) == 1 && m.form[c[0]] == "by" && m.has(v, "aux:pass") {
				m.hang(c[0], n, "case")
				m.Tokens[k].Relation, m.Tokens[n].Relation = "compound", "obl:agent"
			}
		}
	}
}

// lettered makes a name of letters behind a preposition that the tree has taken for a verb
// that helps others: "was denounced by UNEM".
func (m *mending) lettered(i int) {
	if m.tag(i, "AUX") && m.capital[i] && m.is(i, "obl", "obl:agent", "nmod", "nmod:poss") && !m.has(i, "aux", "mark") {
		m.Tokens[i].Tag = "PROPN"
	}
}

// unsaid gives a verb the subject before a participle between commas, where the tree has
// made a clause of both: "The clerks, unpaid since May, left."
func (m *mending) unsaid(v int) {
	if !m.tag(v, "VERB") || v == 0 || m.form[v-1] != "," || m.has(v, "nsubj", "nsubj:pass", "csubj") {
		return
	}
	for _, c := range m.under(v, "ccomp") {
		subjects := m.under(c, "nsubj", "nsubj:pass")
		if c < v && len(subjects) == 1 && subjects[0]+2 == c && m.form[c-1] == "," && m.tag(c, "VERB", "ADJ") && !m.ing(c) && !m.has(c, "aux", "aux:pass", "cop", "mark", "obj") {
			m.hang(subjects[0], v, "nsubj")
			m.hang(c, subjects[0], "acl")
			return
		}
	}
}

// interposed joins a verb behind a comma to what was said before "the ministry said",
// where the tree has joined it to the saying: "It is to send grain, the ministry said,
// and has already sent fuel." Who goes on speaking is told by a word of speech.
func (m *mending) interposed(w int) {
	v := m.Tokens[w].Head
	if v < 0 || !m.is(w, "conj") || !m.tag(w, "VERB") || m.has(w, "nsubj", "nsubj:pass", "mark") || !m.has(w, "cc") || !m.has(v, "nsubj") || !uttering[m.form[v]] || len(lexicon.Reporters(m.Tokens[w].Lemma)) > 0 {
		return
	}
	said, speaker := m.under(v, "ccomp"), m.under(v, "nsubj")[0]
	if len(said) == 1 && said[0] < speaker && speaker < v && v < w && m.form[m.under(w, "cc")[0]-1] == "," && m.has(said[0], "nsubj") {
		m.hang(w, said[0], "conj")
	}
}

// axes takes "axes" for the ways by which somebody comes where words of direction say so:
// "attacked the village from two axes".
func (m *mending) axes(n int) {
	if m.form[n] == "axes" && slices.ContainsFunc(m.under(n, "case"), func(k int) bool { return m.form[k] == "from" || m.form[k] == "along" || m.form[k] == "on" }) {
		m.Tokens[n].Lemma = "axis"
	}
}

// pleaded joins an infinitive behind "and to" to the infinitive before it, where the tree
// has joined it to the verb above: "called upon both to lift the siege, and to send
// observers".
func (m *mending) pleaded(w int) {
	v := m.Tokens[w].Head
	if v < 0 || !m.is(w, "conj") || !m.tag(w, "VERB") || !m.tag(v, "VERB") || !m.withTo(w) || m.withTo(v) {
		return
	}
	for _, x := range m.under(v, "xcomp", "advcl") {
		if x > v && x < w && m.withTo(x) {
			m.hang(w, x, "conj")
			return
		}
	}
}

// withTo reports whether "to" makes an infinitive of a verb.
func (m *mending) withTo(v int) bool {
	return slices.ContainsFunc(m.under(v, "mark"), func(k int) bool { return m.form[k] == "to" })
}

// inset parts a relative clause from the verb behind it, where words of speech at the end
// have drawn the noun before both away from that verb: "The raiders, whom some took for
// rebels, tied up a clerk, one of them said".
func (m *mending) inset(v int) {
	n := m.Tokens[v].Head
	if !m.is(v, "acl:relcl") || n < 0 || n > v || !m.is(n, "nsubj") {
		return
	}
	h := m.Tokens[n].Head
	if h < 0 || len(m.under(h, "nsubj")) != 2 || m.under(h, "nsubj")[1] < v || m.under(h, "nsubj")[1] > h {
		return
	}
	for _, c := range m.under(v, "advcl", "xcomp", "parataxis") {
		if c > v && m.form[c-1] == "," && m.wanting(c) && m.tense(c) == "past" && !m.has(c, "mark", "cc") {
			m.hang(c, h, "ccomp")
			m.hang(n, c, m.subject(c))
			return
		}
	}
}
