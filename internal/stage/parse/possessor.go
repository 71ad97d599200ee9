package parse

import (
	"slices"
	"strings"

	"stemma"
)

// settlePossessor hangs an owner from what is owned, where the tree has it the other way
// round: who owns does nothing.
//
//	"Ukraine’s President Volodymyr Zelenskiy said …" → Zelenskiy said, of Ukraine
func settlePossessor(text string, s *stemma.Sentence) {
	for i := 0; i+2 < len(s.Tokens); i++ {
		mark := s.Tokens[i+1]
		if mark.Relation != "case" || mark.Head != i || !strings.HasSuffix(text[mark.Start:mark.End], "s") || s.Tokens[i].Relation == "nmod:poss" {
			continue
		}
		if owned := ownedBy(s, i); owned >= 0 {
			own(s, i, owned)
		}
	}
}

// ownedBy is the first noun behind an owner's mark that hangs from the owner with nothing
// but words of its own phrase between, -1 if there is none.
func ownedBy(s *stemma.Sentence, owner int) int {
	for k := owner + 2; k < len(s.Tokens); k++ {
		switch t := s.Tokens[k]; {
		case !slices.Contains([]string{"NOUN", "PROPN", "ADJ", "NUM"}, t.Tag):
			return -1
		case t.Head == owner && (t.Tag == "NOUN" || t.Tag == "PROPN"):
			return k
		}
	}
	return -1
}

// own gives what is owned the owner's place in the tree, with all that hangs from the
// owner but its own words before it.
func own(s *stemma.Sentence, owner, owned int) {
	for k := range s.Tokens {
		t := &s.Tokens[k]
		before := k < owner && (t.Relation == "case" || t.Relation == "cc" || t.Relation == "punct" || t.Relation == "mark")
		if t.Head == owner && k != owned && (k > owner+1 || before) {
			t.Head = owned
		}
	}
	o, h := &s.Tokens[owner], &s.Tokens[owned]
	h.Head, h.Relation = o.Head, o.Relation
	o.Head, o.Relation = owned, "nmod:poss"
}
