package mend

import (
	"slices"
	"strings"
)

// level joins a finite verb to the verb above of the same tense, where the tree
// has joined it to an infinitive or to a verb with a modal, to which no "and" can
// join it: "warned that banks could close, and called upon all to stay calm"; or, behind
// a comma, to a relative clause of another tense: "condemns the port, which served as a
// base, and reserves the right to strike".
func (m *mending) level(w int) {
	v := m.Tokens[w].Head
	if v < 0 || m.Tokens[w].Relation != "conj" || !m.has(w, "cc") || m.has(w, "nsubj", "aux", "mark", "expl") || m.tense(w) == "" || !m.unfinished(v) && !m.asideOf(v, w) {
		return
	}
	for u, steps := m.Tokens[v].Head, 0; u >= 0 && steps < deepest; u, steps = m.Tokens[u].Head, steps+1 {
		if m.tense(u) == m.tense(w) && !m.unfinished(u) && !(strings.HasPrefix(m.Tokens[u].Relation, "acl") && !m.has(u, "nsubj")) {
			m.hang(w, u, "conj")
			return
		}
	}
}

// asideOf reports whether a verb behind ", and" differs in tense from the relative clause
// to which the tree has joined it.
func (m *mending) asideOf(clause, w int) bool {
	return m.Tokens[clause].Relation == "acl:relcl" && m.tense(clause) != "" && m.tense(clause) != m.tense(w) && m.form[max(0, m.under(w, "cc")[0]-1)] == ","
}

// lower joins a verb without an ending to the infinitive before it, where the tree
// has joined it to the past above: "tried to advance and take the hill".
func (m *mending) lower(w int) {
	v := m.Tokens[w].Head
	if v < 0 || m.Tokens[w].Relation != "conj" || !m.tag(w, "VERB") || m.has(w, "nsubj", "aux", "mark") || m.form[w] != strings.ToLower(m.Tokens[w].Lemma) || m.tense(v) != "past" {
		return
	}
	for _, x := range m.under(v, "xcomp") {
		if x < w && m.tag(x, "VERB") && m.unfinished(x) {
			m.hang(w, x, "conj")
			return
		}
	}
}

// beyond joins a verb behind ", and" to the verb before an inserted "saying that …",
// where the tree has joined it to what was said: "raised the toll, saying that three
// had died, and urged all to stay home".
func (m *mending) beyond(w int) {
	if m.Tokens[w].Relation != "conj" || m.tense(w) == "" || m.has(w, "nsubj", "aux") || !m.has(w, "cc") || m.form[max(0, m.under(w, "cc")[0]-1)] != "," {
		return
	}
	for g, steps := m.Tokens[w].Head, 0; g > 0 && steps < deepest; g, steps = m.Tokens[g].Head, steps+1 {
		if h := m.Tokens[g].Head; m.ing(g) && m.Tokens[g].Relation == "advcl" && m.form[g-1] == "," && h >= 0 && h < g && m.tense(h) == m.tense(w) {
			m.hang(w, h, "conj")
			return
		}
	}
}

// calling makes a verb of "calls" before those who shall do something, where the tree
// has joined it to a noun: "expects no change and calls upon all to leave".
func (m *mending) calling(n int) {
	if !m.tag(n, "NOUN") || m.Tokens[n].Relation != "conj" || !m.has(n, "cc") || m.has(n, "det", "amod", "compound", "nmod:poss") || !m.has(n, "advcl", "acl", "xcomp") {
		return
	}
	for _, k := range m.under(n, "nmod", "obl") {
		if !m.opens(k, "upon") && !m.opens(k, "on") {
			continue
		}
		for h, steps := m.Tokens[n].Head, 0; h >= 0 && steps < deepest; h, steps = m.Tokens[h].Head, steps+1 {
			if m.tag(h, "VERB") {
				m.Tokens[n].Tag, m.Tokens[k].Relation = "VERB", "obl"
				m.hang(n, h, "conj")
				return
			}
		}
	}
}

// stranded gives a verb that lacks a subject the noun between a comma and it, which
// the tree has joined to the phrase before: "At the king's request, soldiers of the
// guard left".
func (m *mending) stranded(v int) {
	if !m.wanting(v) {
		return
	}
	for k := v - 1; k > 0 && v-k < 20; k-- {
		h := m.Tokens[k].Head
		if !m.tag(k, "NOUN", "PROPN") || m.Tokens[k].Relation != "conj" && m.Tokens[k].Relation != "appos" || h < 0 || h > k || m.has(k, "cc", "case") {
			continue
		}
		last := m.lastJoined(k, v)
		if m.afterComma(k) && m.filled(last, v) && m.phrased(h, v) {
			m.move(m.joinedBehind(k, v), k)
			m.hang(k, v, m.subject(v))
		}
		return
	}
}

// lastJoined is the last noun of a row that the tree has joined to the phrase before: the
// clerk of "After the raid, two guards and a clerk were missing".
func (m *mending) lastJoined(k, v int) int {
	if more := m.joinedBehind(k, v); len(more) > 0 {
		return more[len(more)-1]
	}
	return k
}

// joinedBehind are the nouns between one and a verb that are joined to the same head.
func (m *mending) joinedBehind(k, v int) []int {
	return slices.DeleteFunc(m.under(m.Tokens[k].Head, "conj"), func(n int) bool { return n <= k || n > v || !m.has(n, "cc") })
}

// upTo makes an object of a number with "up to", where the tree has taken both words for
// the verb's own: "kidnapped up to 16 clerks from a mill".
func (m *mending) upTo(v int) {
	if !m.tag(v, "VERB") || m.has(v, "aux:pass") {
		return
	}
	for _, n := range m.under(v, "obl", "obj") {
		to := m.first(n)
		if to != v+2 || m.form[to] != "to" || m.form[v+1] != "up" || !m.tag(to+1, "NUM") {
			continue
		}
		m.hang(v+1, n, "amod")
		m.hang(to, n, "advmod")
		m.Tokens[n].Relation = "obj"
	}
}

// more makes a subject of a number with "more" before a verb that lacks one: "Four more
// died", "thirty-one more were killed".
func (m *mending) more(i int) {
	v := m.Tokens[i].Head
	if i == 0 || m.form[i] != "more" || !m.tag(i-1, "NUM") || m.tag(i, "NOUN") || v < i || !m.tag(v, "VERB") {
		return
	}
	m.Tokens[i].Tag = "NOUN"
	m.hang(i-1, i, "nummod")
	if m.wanting(v) {
		m.Tokens[i].Relation = m.subject(v)
	}
}

// escorted gives a verb the subject of the participle between them, where the tree has taken
// that for a verb of its own: "before troops backed by clansmen retook it".
func (m *mending) escorted(p int) {
	v := m.Tokens[p].Head
	if !accompany[m.form[p]] || v < p || !m.tag(v, "VERB") || !m.wanting(v) || m.has(p, "aux", "cop") || !m.has(p, "obl:agent") {
		return
	}
	for _, n := range m.under(p, "nsubj") {
		m.move(m.under(p, "mark"), v)
		m.hang(n, v, m.subject(v))
		m.hang(p, n, "acl")
		break
	}
	for _, g := range m.under(v, "advcl") {
		m.early(g)
	}
}

// belonging hangs "belonging to" on the noun right before it: "burned trucks belonging to
// the army".
func (m *mending) belonging(g int) {
	if m.form[g] == "belonging" && g > 0 && m.tag(g, "VERB") && m.Tokens[g].Relation == "advcl" && m.tag(g-1, "NOUN", "PROPN") {
		m.hang(g, g-1, "acl")
	}
}

// early hangs a gerund before the "before" or "after" of a clause on the verb above that
// clause, in which it cannot stand: "stormed a base, killing nine, before troops retook it".
func (m *mending) early(g int) {
	v := m.Tokens[g].Head
	if m.Tokens[g].Relation != "advcl" || !m.ing(g) || v < g || m.Tokens[v].Relation != "advcl" {
		return
	}
	over := m.Tokens[v].Head
	for _, k := range m.under(v, "mark") {
		if k > g && over >= 0 && over < g && m.tag(k, "SCONJ") {
			m.hang(g, over, "advcl")
			return
		}
	}
}

// phrased reports whether a noun stands in a phrase of a verb with a preposition.
func (m *mending) phrased(n, v int) bool {
	for steps := 0; n >= 0 && steps < deepest; n, steps = m.Tokens[n].Head, steps+1 {
		if m.Tokens[n].Relation == "obl" && m.Tokens[n].Head == v {
			return m.has(n, "case")
		}
	}
	return false
}

// tense is "past" or "present" by a verb's ending, "" where that tells nothing.
func (m *mending) tense(v int) string {
	switch lemma := strings.ToLower(m.Tokens[v].Lemma); {
	case !m.tag(v, "VERB") || m.ing(v) || m.form[v] == lemma:
		return ""
	case strings.HasSuffix(m.form[v], "s"):
		return "present"
	}
	return "past"
}

// unfinished reports whether a verb is an infinitive or stands behind a modal.
func (m *mending) unfinished(v int) bool {
	return slices.ContainsFunc(m.under(v, "mark", "aux", "cop"), func(k int) bool { return unfinished[m.form[k]] })
}

var unfinished = lists.Set("unfinished")

// agent hangs "by" and its noun on the verb, where the tree has hung them on the
// adverb before or, behind a number, taken the noun for something else: "taken away
// a week later by men", "boarded by between eight and a dozen men".
func (m *mending) agent(v int) {
	m.agentNamed(v)
	for _, a := range m.under(v, "advmod", "xcomp") {
		if m.is(a, "xcomp") && (m.tag(a, "VERB", "AUX") || !m.has(v, "aux:pass")) {
			continue // "was set free by the rebels", but not "was forced to be led by them"
		}
		m.agentFrom(a, v)
	}
	for _, n := range m.under(v, "nsubj:pass", "obl") {
		if n > v && !m.has(n, "case") && m.opening(n) == "by" {
			m.hang(n, v, "obl:agent")
		}
	}
}

// agentFrom hangs on a verb the "by" phrases behind a word under it: "taken away | a week
// later | by men".
func (m *mending) agentFrom(a, v int) {
	for _, k := range m.under(a, "obl", "nmod", "parataxis") {
		if m.tag(v, "VERB") && k > a && m.opening(k) == "by" {
			m.hang(k, v, "obl:agent")
		}
	}
}

// inner hangs a "by" phrase on the noun right before it, where the tree has hung it on
// a verb that has a subject and is no passive: "died in an ambush by rebels", "called
// for restraint by both sides".
func (m *mending) inner(v int) {
	if !m.tag(v, "VERB") || m.has(v, "aux:pass", "obj") || !m.has(v, "nsubj") && !pleading[m.form[v]] || m.has(v, "nsubj:pass") && !pleading[m.form[v]] {
		return
	}
	for _, k := range m.under(v, "obl") {
		n := m.first(k) - 1
		if m.opens(k, "by") && n > v && m.tag(n, "NOUN") && m.Tokens[n].Head == v && m.Tokens[n].Relation == "obl" && m.has(n, "case") {
			m.hang(k, n, "nmod")
			m.active(v)
		}
	}
}

// pleading are the verbs that ask for something, and are no passives without "be".
var pleading = lists.Set("pleading")

// active makes a verb that the tree has taken for a passive or for a participle of the
// root noun the verb of which that noun is the subject.
func (m *mending) active(v int) {
	for _, n := range m.under(v, "nsubj:pass") {
		m.Tokens[n].Relation = "nsubj"
	}
	if n := m.Tokens[v].Head; n >= 0 && m.Tokens[v].Relation == "acl" && m.Tokens[n].Relation == "root" {
		m.hang(v, -1, "root")
		m.hang(n, v, "nsubj")
	}
}

// keeper gives a participle the "by" phrase right behind it, which the tree has hung on
// the verb above: "Shells hit a camp run by rebels".
func (m *mending) keeper(p int) {
	h := m.Tokens[p].Head
	if m.Tokens[p].Relation != "acl" || h < 0 || m.tense(p) != "past" && m.form[p] != "run" {
		return
	}
	for _, k := range m.under(max(0, m.Tokens[h].Head), "obl") {
		if m.opens(k, "by") && m.under(k, "case")[0] == p+1 {
			m.hang(k, p, "obl:agent")
			return
		}
	}
}

// nameless makes a subject of a name that the tree has taken for an auxiliary: "Ostrel
// rejected the appeal".
func (m *mending) nameless(v int) {
	for _, k := range m.under(v, "aux") {
		if m.tag(k, "PROPN") && m.wanting(v) {
			m.Tokens[k].Relation = "nsubj"
			return
		}
	}
}

// between gives a noun the phrase between it and its verb that the tree has taken
// for a second subject: "Strikes in Ostrel did destroy two bridges".
func (m *mending) between(v int) {
	subjects := m.under(v, "nsubj")
	if n := m.Tokens[v].Head; len(subjects) == 1 && m.is(v, "acl") && m.has(v, "aux") && m.is(n, "root") && n < subjects[0] && m.tag(subjects[0], "PROPN") {
		subjects = []int{n, subjects[0]} // the tree has hung the verb on its subject
	}
	if len(subjects) != 2 || subjects[1] > v {
		return
	}
	for _, k := range m.under(v, "mark") {
		if m.tag(k, "ADP") && subjects[0] < k && m.first(subjects[1]) == k+1 {
			m.hang(k, subjects[1], "case")
			m.hang(subjects[1], subjects[0], "nmod")
			if m.is(v, "acl") {
				m.raise(v, subjects[0], subjects[0])
				m.hang(subjects[0], v, "nsubj")
			}
			return
		}
	}
}

// afterComma reports whether a phrase begins with a comma or right behind one.
func (m *mending) afterComma(i int) bool {
	from := m.first(i)
	return m.form[from] == "," || from > 0 && m.form[from-1] == ","
}

// opening is the first word of a phrase, marks left out.
func (m *mending) opening(i int) string {
	from := m.first(i)
	for from < i && m.tag(from, "PUNCT") {
		from++
	}
	return m.form[from]
}

// opens reports whether a phrase stands behind a preposition.
func (m *mending) opens(k int, preposition string) bool {
	cases := m.under(k, "case")
	return len(cases) > 0 && m.form[cases[0]] == preposition
}

// joinedByHyphen reports whether a hyphen stands right before a word.
func (m *mending) joinedByHyphen(i int) bool { return i > 0 && Hyphen[m.form[i-1]] }

// Hyphen are the signs by which two words are made one.
var Hyphen = lists.Set("hyphen")

// objected gives a verb without an object the one that hangs on the noun between:
// "expressed to the king his conviction".
func (m *mending) objected(n int) {
	v := m.Tokens[n].Head
	if !m.tag(n, "NOUN", "PROPN") || v < 0 || m.Tokens[n].Relation != "obl" || !m.tag(v, "VERB") || m.ing(n) || m.has(v, "obj") {
		return
	}
	for _, k := range m.under(n, "obj") {
		if k > n {
			m.hang(k, v, "obj")
			return
		}
	}
}

// doing makes a verb of a noun in "-ing" that has an object: "accused the army of
// mining all three roads".
func (m *mending) doing(n int) {
	h := m.Tokens[n].Head
	if !m.tag(n, "NOUN") || !m.ing(n) || h < 0 || m.has(n, "det", "amod", "nmod:poss", "compound") || !m.has(n, "obj") {
		return
	}
	m.Tokens[n].Tag = "VERB"
	for _, k := range m.under(n, "case") {
		m.Tokens[k].Relation = "mark"
	}
	switch over := m.Tokens[h].Head; {
	case m.Tokens[n].Relation == "nmod" && m.Tokens[h].Relation == "obj" && over >= 0 && m.tag(over, "VERB"):
		m.hang(n, over, "advcl")
	case m.Tokens[n].Relation == "nmod":
		m.Tokens[n].Relation = "acl"
	case m.Tokens[n].Relation == "obl":
		m.Tokens[n].Relation = "advcl"
	}
}

// lone hangs a phrase with a preposition of time on the verb, where the tree has
// joined it without any "and" to a noun: "rejected the offer, two days after an
// ambush".
func (m *mending) lone(n int) {
	if m.Tokens[n].Relation != "conj" || !m.tag(n, "NOUN") || m.has(n, "cc") || !(m.opens(n, "after") || m.opens(n, "before") || m.opens(n, "during")) {
		return
	}
	for h, steps := m.Tokens[n].Head, 0; h >= 0 && steps < deepest; h, steps = m.Tokens[h].Head, steps+1 {
		if m.tag(h, "VERB") {
			m.hang(n, h, "obl")
			return
		}
	}
}

// neighbouring makes an adjective of "neighbouring" before a name, which the tree has
// taken for a verb: "withdrew from neighbouring Halvorn".
func (m *mending) neighbouring(v int) {
	h := m.Tokens[v].Head
	if !m.tag(v, "VERB") || h < 0 || m.form[v] != "neighbouring" && m.form[v] != "neighboring" {
		return
	}
	for _, n := range m.under(v, "obj") {
		if n == v+1 {
			m.hang(n, h, "obl")
			if v == h+1 && m.tag(h, "VERB") { // "accused neighbouring Halvorn"
				m.Tokens[n].Relation = "obj"
			}
			for _, k := range m.under(v, "mark") {
				m.hang(k, n, "case")
			}
			m.Tokens[v].Tag = "ADJ"
			m.hang(v, n, "amod")
			return
		}
	}
}

// Giving are the verbs that have two objects, the first of whom gets the second.
var Giving = lists.Set("giving")

// twofold makes a phrase of a second object that stands behind a preposition, and
// the first of two to whom something is given: "take positions inside the town",
// "granted them autonomy".
func (m *mending) twofold(v int) {
	objects := m.under(v, "obj")
	if len(objects) == 2 && (m.tag(objects[0], "PRON") && objects[0] == v+1 || Giving[strings.ToLower(m.Tokens[v].Lemma)]) && objects[0] > v && m.tag(objects[1], "NOUN") {
		m.Tokens[objects[0]].Relation = "iobj"
		return
	}
	for _, k := range objects[min(1, len(objects)):] {
		if m.has(k, "case") && m.tag(v, "VERB") {
			m.Tokens[k].Relation = "obl"
		}
	}
}

// inserted gives the subject that stands before words of speech to the verb behind
// them: "Three rockets, an insider revealed, came down."
func (m *mending) inserted(v int) {
	subjects := m.under(v, "nsubj")
	if !m.tag(v, "VERB") || len(subjects) != 2 || subjects[1] > v || v+1 >= len(m.form) || m.form[v+1] != "," || !m.afterComma(subjects[1]) {
		return
	}
	for _, c := range m.under(v, "conj", "ccomp", "parataxis") {
		if c > v+1 && m.tag(c, "VERB") && !m.has(c, "nsubj", "cc") {
			m.hang(c, m.Tokens[v].Head, m.Tokens[v].Relation)
			m.hang(v, c, "parataxis")
			m.hang(subjects[0], c, m.subject(c))
			return
		}
	}
}

// said makes a clause of a noun behind words of speech and the verb behind that,
// where the tree has hung the verb on the noun: "One said the gunmen left by boat."
func (m *mending) said(v int) {
	subjects := m.under(v, "nsubj")
	if m.form[v] != "said" && m.form[v] != "says" && m.form[v] != "say" || len(subjects) != 2 || subjects[1] < v {
		return
	}
	for _, c := range m.under(subjects[1], "acl") {
		if m.tense(c) == "past" && !m.has(c, "nsubj") {
			m.hang(c, v, "ccomp")
			m.hang(subjects[1], c, "nsubj")
			return
		}
	}
}
