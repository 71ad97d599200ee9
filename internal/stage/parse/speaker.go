package parse

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A trailing is a sentence that tells first and then says who says so.
type trailing struct {
	tokens []stemma.Token
	form   func(int) string // in small letters
	told   int              // the verb of what is told
	first  int              // of the words for who says so, behind their comma
	verb   int              // of speech
}

// settleSpeaker gives a verb of speech behind a clause its speaker, where the tree
// has joined that to the last noun of the clause.
//
//	"Shells hit the port, wounding nine dockers, officials and witnesses said."
//	→ officials and witnesses are who said, and not who was wounded
//	"Gunmen raided a farm, killing nine and burning barns, police said."
//	→ the gunmen killed, and not police
func settleSpeaker(text string, s *stemma.Sentence) {
	form := func(i int) string { return strings.ToLower(text[s.Tokens[i].Start:s.Tokens[i].End]) }
	for v := range s.Tokens {
		t := trailing{tokens: s.Tokens, form: form, verb: v}
		if !telling[form(v)] || !t.behind() {
			continue
		}
		if t.broken() {
			t.mend()
		}
		t.tail()
	}
}

// settlePairs makes the second of two deeds of an "-ing" word behind "and" that the
// tree has taken for an adjective.
//
//	"killing nine and burning houses" → to burn houses, and not houses that burn
func settlePairs(s *stemma.Sentence) {
	for g := 1; g+1 < len(s.Tokens); g++ {
		noun := s.Tokens[g].Head
		if s.Tokens[g].Tag != "VERB" || s.Tokens[g].Relation != "amod" || s.Tokens[g-1].Relation != "cc" || noun != g+1 || s.Tokens[noun].Relation != "conj" {
			continue
		}
		first := s.Tokens[s.Tokens[noun].Head]
		if first.Relation != "obj" || s.Tokens[first.Head].Relation != "advcl" || s.Tokens[first.Head].Tag != "VERB" {
			continue
		}
		s.Tokens[g].Head, s.Tokens[g].Relation = first.Head, "conj"
		s.Tokens[noun].Head, s.Tokens[noun].Relation = g, "obj"
		s.Tokens[g-1].Head = g
	}
}

// settleSaid makes a last name of a capitalised "Said" with a verb behind it.
//
//	"“We ran,” Omar Said told reporters." → Omar Said told them
func settleSaid(text string, s *stemma.Sentence) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		t, first := &s.Tokens[i], &s.Tokens[i-1]
		named := text[t.Start:t.End] == "Said" && first.Tag == "PROPN" && first.Head == i
		if !named || t.Tag != "VERB" || t.Head != i+1 || s.Tokens[i+1].Tag != "VERB" {
			continue
		}
		for k := range s.Tokens {
			if s.Tokens[k].Head == i {
				s.Tokens[k].Head = i + 1
			}
		}
		first.Relation = "nsubj"
		t.Tag, t.Lemma, t.Head, t.Relation = "PROPN", "Said", i-1, "flat"
	}
}

// telling are the verbs by which a speaker behind a clause tells it.
var telling = lists.Set("telling")

// behind finds who speaks right before the verb, between it and a comma, and what
// is told before that.
func (t *trailing) behind() bool {
	v := t.verb
	if t.tokens[v].Tag != "VERB" || v+1 < len(t.tokens) && t.form(v+1) == "to" || !t.goesOn() && slices.ContainsFunc(t.under(v, "ccomp"), func(k int) bool { return k > v }) {
		return false
	}
	comma := v - 1
	for comma > 0 && t.form(comma) != "," && t.phrasal(comma) {
		comma--
	}
	t.first = comma + 1
	t.told = t.clause(comma)
	return comma > 1 && t.form(comma) == "," && t.told >= 0 && slices.ContainsFunc(t.roots(), t.nominal)
}

// goesOn reports whether a comma stands behind the verb, and what is told goes on.
func (t *trailing) goesOn() bool { return t.verb+1 < len(t.tokens) && t.form(t.verb+1) == "," }

// tail hangs what goes on behind the verb under what is told, but for what the
// speaker does by speaking.
//
//	"Rebels took the town, sources said, tightening the siege." → the rebels tighten it
//	"Rebels took the town, she said, adding that …"             → she adds
func (t *trailing) tail() {
	if !t.goesOn() {
		return
	}
	for k := t.verb + 1; k < len(t.tokens); k++ {
		relation := t.tokens[k].Relation
		switch {
		case t.tokens[k].Head != t.verb:
		case relation == "advcl" && t.form(k-1) == "," && strings.HasSuffix(t.form(k), "ing") && len(lexicon.Reporters(t.tokens[k].Lemma)) == 0:
			t.hang(k, t.told, relation)
		case relation == "ccomp" && t.nominal(k):
			t.hang(k, t.told, "obl")
		}
	}
}

// phrasal reports whether a token may stand in a noun phrase.
func (t *trailing) phrasal(i int) bool {
	switch t.tokens[i].Tag {
	case "NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "CCONJ", "ADP", "PART", "ADV":
		return true
	case "VERB":
		return t.tokens[i].Relation == "amod"
	}
	return t.form(i) == "-"
}

func (t *trailing) nominal(i int) bool {
	return slices.Contains([]string{"NOUN", "PROPN", "PRON"}, t.tokens[i].Tag)
}

// clause is the verb with a subject of its own before the comma on which the rest
// hangs: under the verb of speech or over it; in a headline a word without one that the
// tree has for what is said ("Nine dead after shells hit convoy"). -1 if there is none.
func (t *trailing) clause(comma int) int {
	for i := range comma {
		whole := t.tokens[i].Tag == "VERB" && slices.ContainsFunc(t.under(i, "nsubj"), func(k int) bool { return k < i })
		said := t.tokens[i].Relation == "ccomp" && t.tokens[i].Head == t.verb
		if head := t.tokens[i].Head; said || whole && (head == stemma.Root || head == t.verb) {
			return i
		}
	}
	return -1
}

// roots are the words for who speaks whose heads stand outside these words.
func (t *trailing) roots() []int {
	var out []int
	for i := t.first; i < t.verb; i++ {
		if head := t.tokens[i].Head; head < t.first || head >= t.verb {
			out = append(out, i)
		}
	}
	return out
}

// broken reports whether one who speaks is joined to what is told.
func (t *trailing) broken() bool {
	return slices.ContainsFunc(t.roots(), func(i int) bool { return t.nominal(i) && t.tokens[i].Head != t.verb })
}

// mend hangs all who speak under the verb of speech, and what else hung there
// under the verb of what is told.
func (t *trailing) mend() {
	speakers := slices.DeleteFunc(t.roots(), func(i int) bool { return !t.nominal(i) })
	if t.tokens[t.told].Head != t.verb {
		t.hang(t.verb, t.told, "parataxis")
	}
	for k := range t.first - 1 {
		if t.tokens[k].Head == t.verb && k != t.told {
			t.hang(k, t.told, t.tokens[k].Relation)
			t.object(k)
		}
	}
	for _, i := range t.roots() {
		switch {
		case i == speakers[0]:
			t.hang(i, t.verb, "nsubj")
		case t.nominal(i):
			t.hang(i, speakers[0], "conj")
		case t.tokens[i].Relation == "cc":
			t.hang(i, speakers[len(speakers)-1], "cc")
		}
	}
}

// object makes a noun that was taken for who speaks the object of the participle
// before it: "killing nine people".
func (t *trailing) object(k int) {
	if !strings.HasPrefix(t.tokens[k].Relation, "nsubj") {
		return
	}
	for v := k - 1; v > t.told; v-- {
		if t.tokens[v].Tag == "VERB" && len(t.under(v, "obj")) == 0 {
			t.hang(k, v, "obj")
			return
		}
	}
}

// under are the tokens under a head whose relation is one, subtypes included.
func (t *trailing) under(head int, relation string) []int {
	var out []int
	for i := range t.tokens {
		have, _, _ := strings.Cut(t.tokens[i].Relation, ":")
		if t.tokens[i].Head == head && have == relation {
			out = append(out, i)
		}
	}
	return out
}

func (t *trailing) hang(i, head int, relation string) {
	t.tokens[i].Head, t.tokens[i].Relation = head, relation
}
