package speech

import (
	"stemma"
)

// A said is what a rule takes to have been said.
type said struct {
	spans []stemma.Span
	rule  string
}

// said is the content of a reporting word, by the first of its frames that the
// sentence fills.
func (s *Sentence) said(r reporting) (said, bool) {
	for _, frame := range []func(reporting) (said, bool){
		s.cited, s.clause, s.infinitiveSaid, s.called, s.withPreposition, s.objectSaid, s.gerundSaid, s.prepositional, s.putIt, s.inverted, s.parenthesis,
	} {
		if found, ok := frame(r); ok {
			return found, true
		}
	}
	return said{}, false
}

// torn reports whether token a, at which a further part of what is said begins, only ends
// a noun phrase of which the rest is no part of it.
//
//	"questioned their motives, despite its insistence that they hit twenty | targets"
func (s *Sentence) torn(a int, labels []uint8) bool {
	return s.tag(a, "NOUN", "PROPN") && s.above(a-1) == a && s.is(a-1, "amod", "compound", "nummod", "det") && labels[a-1] == outside
}
