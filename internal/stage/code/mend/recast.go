package mend

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
	if m.form[v] != "sit" || in >= len(m.form) || !Hyphen[m.form[v+1]] || m.form[in] != "in" || m.tag(in, "NOUN") {
		return
	}
	head, relation := m.Tokens[v].Head, m.Tokens[v].Relation
	if relation == "goeswith" && head >= 0 && m.tag(head, "DET") {
		m.hang(in, m.Tokens[head].Head, m.Tokens[head].Relation)
		m.hang(head, in, "det")
		m.move(m.under(v, "obl", "nmod"), in)
		m.Tokens[in].Tag, m.Tokens[v].Tag = "NOUN", "NOUN"
		m.hang(v, in, "compound")
		return
	}
	if (relation == "amod" || relation == "compound") && head > in {
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
	if v < 0 || !m.tag(v, "VERB") || !m.tag(k, "ADV", "ADP") || !Particles[m.form[k]] || m.Tokens[k].Relation != "advmod" {
		return
	}
	for h, steps := m.Tokens[k].Head, 0; h > k && steps < deepest; h, steps = m.Tokens[h].Head, steps+1 {
		if m.Tokens[h].Head == v && m.is(h, "obj", "obl:unmarked") {
			m.hang(k, v, "advmod")
			m.Tokens[h].Relation = "obj"
			return
		}
	}
}

// Particles are the prepositions that are mostly part of the verb before them.
var Particles = lists.Set("particles")

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

// shot makes a verb of a noun that the tree has joined to a passive verb, or to what stands
// behind one: "They were lined up against a wall and shot."
func (m *mending) shot(n int) {
	v := m.Tokens[n].Head
	if v > 0 && m.form[n] == "shot" && m.is(n, "conj") && m.is(v, "obl") && m.Tokens[v].Head >= 0 {
		v = m.Tokens[v].Head
	}
	if m.form[n] == "shot" && m.tag(n, "NOUN") && m.Tokens[n].Relation == "conj" && v >= 0 && m.has(v, "aux:pass") && m.has(n, "cc") && !m.has(n, "det", "amod", "nummod") {
		m.Tokens[n].Tag, m.Tokens[n].Lemma = "VERB", "shoot"
		m.hang(n, v, "conj")
	}
}

// shotDead makes a verb of "shot" before "dead", where the tree has made one noun of it and
// whatever stands before: "Gunmen on a motorcycle shot dead two clerks".
func (m *mending) shotDead(n int) {
	if m.form[n] != "shot" || n+2 >= len(m.form) || m.form[n+1] != "dead" {
		return
	}
	who, whom := m.Tokens[n].Head, m.Tokens[n+1].Head
	if m.tag(n, "NOUN") && who >= 0 && who < n && whom > n+1 && m.tag(who, "NOUN", "PROPN") && m.tag(whom, "NOUN", "PROPN") {
		m.Tokens[n].Tag, m.Tokens[n].Lemma = "VERB", "shoot"
		m.unname(n, who)
		top := who
		if m.over(whom, who) {
			top = whom
		}
		m.hang(n, m.Tokens[top].Head, m.Tokens[top].Relation)
		if top == whom {
			m.move(slices.DeleteFunc(slices.Clone(m.kids[whom]), func(k int) bool { return k > n }), n)
		}
		m.hang(whom, n, "obj")
		m.hang(who, n, "nsubj")
	}
	m.mounted(n, who, whom)
	if m.tag(n, "VERB") {
		m.hang(n+1, n, "xcomp")
	}
}

// mounted is shotDead where a participle stands between: "Gunmen riding a motorcycle shot
// dead two clerks."
func (m *mending) mounted(n, p, whom int) {
	if !m.tag(n, "NOUN") || !m.is(n, "obj") || p < 0 || p > n || !m.ing(p) || !m.tag(p, "VERB") || m.Tokens[n-1].Head != n || !m.is(n-1, "compound") || m.Tokens[whom].Head != n {
		return
	}
	subjects := m.under(p, "nsubj")
	if len(subjects) != 1 || m.has(p, "aux") {
		return
	}
	m.Tokens[n].Tag, m.Tokens[n].Lemma = "VERB", "shoot"
	m.hang(n, m.Tokens[p].Head, m.Tokens[p].Relation)
	m.hang(subjects[0], n, "nsubj")
	m.hang(p, subjects[0], "acl")
	m.hang(n-1, p, "obj")
	m.move(m.under(n, "det"), n-1)
}

// unname hangs on a noun what the tree has made the first words of a name that is none: "on
// a motorcycle" of "gunmen on a motorcycle shot".
func (m *mending) unname(n, over int) {
	words := slices.DeleteFunc(slices.Clone(m.kids[n]), func(k int) bool { return k > n })
	if len(words) == 0 {
		return
	}
	last := words[len(words)-1]
	m.hang(last, over, "nmod")
	m.move(words[:len(words)-1], last)
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

// foretold hangs on what was said the verb in the past before the past that the tree has
// joined to the saying, or to what stands over it: "said the boat was fishing and had tried
// to ram another".
func (m *mending) foretold(v int) {
	if m.Tokens[v].Relation != "conj" || m.has(v, "nsubj") || !m.had(v) || m.had(m.Tokens[v].Head) {
		return
	}
	for say := v - 1; say >= max(0, m.Tokens[v].Head); say-- {
		if c := m.under(say, "ccomp"); uttering[m.form[say]] && len(c) > 0 && c[0] > say && c[0] < v {
			m.hang(v, c[0], "conj")
			return
		}
	}
}

// had reports whether a verb has "had" beside it.
func (m *mending) had(v int) bool {
	return slices.ContainsFunc(m.under(v, "aux"), func(k int) bool { return m.form[k] == "had" })
}

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
	if c := m.Tokens[v].Head; c > v && m.is(v, "ccomp") && m.form[c-1] == "," && m.wanting(c) { // "whose harbour was shelled, said that …"
		m.hang(subjects[0], c, m.subject(c))
		m.hang(v, subjects[0], "acl:relcl")
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

// toward makes a phrase of "to" and a word that is no infinitive, where the tree has made a
// clause of them: "reduced the mosque to rubble", "came to blows", "will take the company to
// court".
func (m *mending) toward(n int) {
	to, v := n-1, m.Tokens[n].Head
	if to < 0 || v < 0 || m.form[to] != "to" || m.Tokens[to].Head != n || !m.is(to, "mark") || !m.is(n, "advcl", "xcomp") {
		return
	}
	several := m.tag(n, "VERB") && m.form[n] == m.Tokens[n].Lemma+"s"
	bare := m.tag(n, "VERB") && len(m.kids[n]) == 1 && m.has(v, "obj") && hauling[m.Tokens[v].Lemma]
	if several || bare || m.tag(n, "NOUN") {
		m.Tokens[n].Tag, m.Tokens[n].Relation, m.Tokens[to].Relation = "NOUN", "obl", "case"
	}
}

// hauling are the verbs behind whose object "to" opens no clause of one word.
var hauling = map[string]bool{"take": true, "haul": true, "drag": true}

// bearing hangs on "brought" what the tree has hung on its object: "brought its guns to bear
// on the hospital".
func (m *mending) bearing(b int) {
	n := m.Tokens[b].Head
	if m.form[b] != "bear" || b == 0 || m.form[b-1] != "to" || n < 0 || !m.is(b, "acl", "advcl", "xcomp") {
		return
	}
	v := n
	if m.is(n, "obj") {
		v = m.Tokens[n].Head
	}
	if v >= 0 && m.Tokens[v].Lemma == "bring" {
		m.hang(b, v, "xcomp")
		m.move(m.under(b, "obl"), v)
	}
}

// granted tells to whom something is given from what is given, where the tree has taken
// both for the object: "gave the farmers three days", "showed two envoys the door".
func (m *mending) granted(v int) {
	objects := m.under(v, "obj")
	if len(objects) == 2 && objects[0] > v && Giving[m.Tokens[v].Lemma] && m.tag(objects[0], "NOUN", "PROPN", "PRON") && !m.has(objects[1], "case", "cc") {
		m.Tokens[objects[0]].Relation = "iobj"
	}
	if len(objects) == 1 && Giving[m.Tokens[v].Lemma] {
		m.grantedMore(v, objects[0])
	}
}

// grantedMore takes a name between a verb of giving and a number for whom something is
// given, where the tree has put it into the name of the thing: "sent Halvorn ten lorries".
func (m *mending) grantedMore(v, object int) {
	k := v + 1
	if k+1 < object && m.tag(k, "PROPN") && m.is(k, "compound") && m.Tokens[k].Head == object && (m.tag(k+1, "NUM") || m.form[k+1] == "more" || m.form[k+1] == "another") {
		m.hang(k, v, "iobj")
	}
}

// rising makes a noun of the second half of "build-up" and its like, which stands where
// nouns stand.
func (m *mending) rising(i int) {
	if i > 1 && m.tag(i, "ADP", "ADV") && Hyphen[m.form[i-1]] && m.Tokens[i-2].Head == i && m.is(i-2, "compound") && m.is(i, "nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "root") {
		m.Tokens[i].Tag = "NOUN"
	}
}

// organised makes a verb of what looks like an adjective and has an object: "The miners
// organised a vigil".
func (m *mending) organised(v int) {
	n := m.Tokens[v].Head
	if !m.tag(v, "ADJ") || n < 0 || n != v-1 || m.Tokens[n].Relation != "root" || !m.is(v, "acl") || !m.has(v, "obj") {
		return
	}
	if strings.HasSuffix(m.form[v], "ised") || strings.HasSuffix(m.form[v], "ized") {
		m.Tokens[v].Tag, m.Tokens[v].Lemma = "VERB", strings.TrimSuffix(m.form[v], "d")
		m.hang(v, -1, "root")
		m.hang(n, v, "nsubj")
	}
}

// roundingUp hangs on a noun in "-ing" its particle, which the tree has hung on what stands
// behind its "of": "the rounding up of students".
func (m *mending) roundingUp(k int) {
	if k == 0 || k+1 >= len(m.form) || m.form[k+1] != "of" || !m.tag(k-1, "NOUN") || !m.ing(k-1) || !Particles[m.form[k]] {
		return
	}
	m.hang(k, k-1, "compound:prt")
}
