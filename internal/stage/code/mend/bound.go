package mend

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// bothEnds joins the second of two sides to the first, where the tree has joined it to what
// is between them: "Shelling between the army and the Column damaged a clinic."
func (m *mending) bothEnds(n int) {
	for _, first := range m.under(n, "nmod") {
		second := m.under(n, "conj")
		if !m.opens(first, "between") || m.has(first, "conj") || len(second) != 1 || second[0] < first {
			continue
		}
		if and := m.under(second[0], "cc"); len(and) == 1 && m.form[and[0]] == "and" && m.only(first, and[0], "PROPN", "NUM") {
			m.hang(second[0], first, "conj")
		}
	}
}

// riding gives a verb the subject of the participle between them, where the tree has taken
// that for an auxiliary: "Two gunmen riding a motorcycle shot a clerk."
func (m *mending) riding(p int) {
	v := m.Tokens[p].Head
	if p == 0 || v < p || !m.ing(p) || !m.tag(p, "VERB") || !m.is(p, "aux", "aux:pass") {
		return
	}
	for _, n := range append(m.under(p, "nsubj"), m.under(v, "nsubj", "nsubj:pass")...) {
		if n == p-1 && m.tag(n, "NOUN", "PROPN") {
			m.Tokens[p].Relation = "acl"
			m.hang(n, v, m.subject(v))
			m.hang(p, n, "acl")
			return
		}
	}
}

// laden makes a participle of a noun in "-ing" that has an object and right before it a
// noun: "A blast hit a bus ferrying pilgrims".
func (m *mending) laden(g int) {
	n := g - 1
	if n < 0 || !m.tag(g, "NOUN") || !m.ing(g) || !m.has(g, "obj") || !m.tag(n, "NOUN", "PROPN") || m.Tokens[n].Head != g || !m.is(n, "compound") {
		return
	}
	m.move(slices.DeleteFunc(slices.Clone(m.kids[g]), func(k int) bool { return k >= n }), n)
	m.Tokens[g].Tag = "VERB"
	m.hang(n, m.Tokens[g].Head, m.Tokens[g].Relation)
	m.hang(g, n, "acl")
}

// left hangs on the verb the participle behind a comma that tells what came of it, where the
// tree has hung it on the last noun: "A bomb ripped through a bus near the ford, leaving five
// dead."
func (m *mending) left(g int) {
	n := m.Tokens[g].Head
	if g == 0 || n < 0 || n > g || m.form[g-1] != "," || !m.is(g, "acl") || !harming[m.form[g]] || !m.has(g, "obj", "xcomp") {
		return
	}
	for v := m.verbOver(n); m.tag(v, "VERB") && v < n; v = m.verbOver(v) {
		if m.has(v, "nsubj", "nsubj:pass") {
			m.hang(g, v, "advcl")
			return
		}
		if m.Tokens[v].Head < 0 {
			return
		}
	}
}

// harming are the participles of what comes of a blow.
var harming = lists.Set("harming")

// nabbed gives a passive that has no subject the noun before its "was", where the tree has
// joined that to the last noun of the clause before: "Police raided a shed in Dorvat and a
// clerk was held."
func (m *mending) nabbed(v int) {
	be := m.under(v, "aux:pass", "aux")
	if len(be) == 0 || !m.wanting(v) || m.has(v, "mark") || m.is(v, "root", "acl:relcl") {
		return
	}
	n := be[0] - 1
	if n < 1 || !m.tag(n, "NOUN", "PROPN") || !m.is(n, "conj") || m.over(n, v) {
		return
	}
	and, over := m.under(n, "cc"), m.verbOver(n)
	if len(and) != 1 || m.form[and[0]] != "and" || !m.tag(over, "VERB") || over > n || !m.over(over, v) {
		return
	}
	m.hang(v, over, "conj")
	m.hang(n, v, m.subject(v))
	m.hang(and[0], v, "cc")
}

// blow makes a noun of a verb that cannot have for subject what stands behind a preposition
// right before it: "As a result of a drone hit on a bus, a clerk died."
func (m *mending) blow(v int) {
	k, on := v-1, v+1
	if k < 0 || on >= len(m.form) || !m.tag(v, "VERB") || !blows[m.form[v]] || m.form[on] != "on" || !m.tag(k, "NOUN") || !m.has(k, "case") || m.has(v, "nsubj", "obj", "aux", "cc") {
		return
	}
	if m.is(v, "root") {
		for _, next := range m.under(v, "advcl", "conj", "parataxis", "ccomp") {
			if next > v && m.has(next, "nsubj", "nsubj:pass") {
				m.hang(next, -1, "root")
				m.strike(v, k, next)
				return
			}
		}
	}
}

// strike hangs a noun where the word before it hung, and that on it.
func (m *mending) strike(v, k, root int) {
	top := k
	for m.Tokens[top].Head != v && m.Tokens[top].Head >= 0 {
		top = m.Tokens[top].Head
	}
	m.Tokens[v].Tag = "NOUN"
	m.hang(v, root, "obl")
	if top != k {
		m.hang(top, root, "obl")
		m.hang(v, m.Tokens[k].Head, m.Tokens[k].Relation)
	}
	for _, i := range m.under(v, "obl") {
		m.Tokens[i].Relation = "nmod"
	}
	m.move(m.under(k, "case", "det"), v)
	m.hang(k, v, "compound")
}

// blows are the words for a blow that look like verbs.
var blows = lists.Set("blows")

// prompted makes an infinitive of a word for shooting behind "to", where the tree has taken
// it for the first word of a name: "threw stones, forcing the guards to fire rubber bullets".
func (m *mending) prompted(f int) {
	to, n := f-1, m.Tokens[f].Head
	if to < 1 || m.form[to] != "to" || m.form[f] != "fire" || !m.is(f, "compound") || n < f {
		return
	}
	for m.is(n, "compound") && m.Tokens[n].Head > n {
		n = m.Tokens[n].Head
	}
	v := m.Tokens[n].Head
	if v < 0 || v > to || !m.is(n, "obl", "nmod") {
		return
	}
	m.Tokens[f].Tag, m.Tokens[f].Lemma, m.Tokens[to].Tag = "VERB", "fire", "PART"
	m.hang(f, v, "xcomp")
	m.hang(to, f, "mark")
	m.hang(n, f, "obj")
}

// about makes an object of a number of persons or things behind "about" or "around", where
// the verb is none of speech: "neutralised about forty raiders".
func (m *mending) about(v int) {
	k := v + 1
	if k+1 >= len(m.form) || !m.tag(v, "VERB") || m.form[k] != "about" && m.form[k] != "around" || !m.tag(k+1, "NUM") || m.has(v, "obj", "aux:pass", "ccomp") || m.topical(v) {
		return
	}
	if n := m.Tokens[k].Head; m.Tokens[k+1].Head == n && m.is(n, "obl") && m.Tokens[n].Head == v && m.tag(n, "NOUN") && !stretches[m.form[n]] && !lengths[m.form[n]] {
		m.Tokens[k].Relation = "advmod"
		m.Tokens[n].Relation = "obj"
	}
}

// topical reports whether behind "about" stands what a verb's speech or thought is of.
func (m *mending) topical(v int) bool {
	return len(lexicon.Reporters(m.Tokens[v].Lemma)) > 0 || ofNothing[m.Tokens[v].Lemma]
}

// lengths are measures of a way.
var lengths = lists.Set("lengths")

// marked makes one noun of "target killing", where the tree lets a target kill: "the target
// killing of two elders".
func (m *mending) marked(g int) {
	n := g - 1
	if n < 0 || m.form[n] != "target" || m.form[g] != "killing" || !m.tag(g, "VERB") || m.Tokens[g].Head != n && m.Tokens[g].Head != m.Tokens[n].Head || m.has(g, "obj", "aux") {
		return
	}
	m.Tokens[g].Tag, m.Tokens[g].Lemma = "NOUN", "killing"
	m.hang(g, m.Tokens[n].Head, m.Tokens[n].Relation)
	m.move(slices.Clone(m.kids[n]), g)
	m.hang(n, g, "compound")
}

// doubledUp makes one phrase of two nouns side by side, where the tree takes the second for
// another word for the first: "rained howitzer shells on the port".
func (m *mending) doubledUp(n int) {
	k := n - 1
	if k < 0 || !m.is(n, "appos") || m.Tokens[n].Head != k || !m.tag(n, "NOUN") || !m.tag(k, "NOUN") || m.has(n, "det", "case", "nummod", "nmod:poss", "amod") || m.form[k] != m.Tokens[k].Lemma {
		return
	}
	m.hang(n, m.Tokens[k].Head, m.Tokens[k].Relation)
	m.move(slices.DeleteFunc(slices.Clone(m.kids[k]), func(i int) bool { return i == n }), n)
	m.hang(k, n, "compound")
	for _, at := range m.under(n, "nmod") { // at whom, not of whom
		if m.is(n, "obj") && (m.opens(at, "on") || m.opens(at, "at") || m.opens(at, "into")) {
			m.hang(at, m.Tokens[n].Head, "obl")
		}
	}
}

// present joins a verb in the present to the verb in the present over a gerund or infinitive,
// to which the tree has joined it: "prevents trucks from entering and loots what remains".
func (m *mending) present(w int) {
	g := m.Tokens[w].Head
	if !m.is(w, "conj") || !m.third(w) || g < 0 || g > w || !m.tag(g, "VERB") || !m.ing(g) && !m.unfinished(g) || m.has(w, "nsubj", "aux") {
		return
	}
	v := m.verbOver(g)
	if v < g && m.third(v) && !m.comma(g, w) {
		m.hang(w, v, "conj")
	}
}

// third reports whether a verb is in the present, of one: "loots".
func (m *mending) third(v int) bool {
	return m.tag(v, "VERB") && strings.HasSuffix(m.form[v], "s") && m.form[v] != m.Tokens[v].Lemma
}

// identified makes the first verb of a subject of the participle that has an object, where the
// tree has hung it on the name that stands between: "A man named as Ulf Taro, 21, sustained a
// wound and was held."
func (m *mending) identified(p int) {
	if p == 0 || m.form[p-1] != "," || !m.is(p, "acl") || !m.tag(p, "VERB", "ADJ") || !strings.HasSuffix(m.form[p], "ed") || m.has(p, "aux", "mark") {
		return
	}
	v, objects := m.rootVerb(), m.under(p, "obj")
	if v < p || len(objects) == 0 || objects[0] < p || Giving[m.Tokens[p].Lemma] || !slices.ContainsFunc(m.under(v, "cc"), func(k int) bool { return k > p }) {
		return
	}
	for _, n := range m.under(v, "nsubj", "nsubj:pass") {
		if n < p && m.over(n, p) {
			m.Tokens[p].Tag, m.Tokens[p].Lemma = "VERB", strings.TrimSuffix(m.form[p], "ed")
			m.hang(p, -1, "root")
			m.hang(v, p, "conj")
			m.hang(n, p, "nsubj")
			return
		}
	}
}

// rootVerb is the verb of the sentence, -1 if there is none.
func (m *mending) rootVerb() int {
	return slices.IndexFunc(m.Tokens, func(t stemma.Token) bool { return t.Relation == "root" && t.Tag == "VERB" })
}
