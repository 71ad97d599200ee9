package speech

import "stemma"

var checking = lists.Set("checking")

// unchecked reports whether the comma k opens what the page tells of a saying: that
// nobody could check it, or how often it was heard.
//
//	"said it had killed nine | , a claim that could not be independently verified"
//	"said it had killed nine | , a figure the agency was unable to confirm"
//	"said the war would end soon | , a promise he has made before"
func (s *Sentence) unchecked(k int) bool {
	if !s.word(k, ",") || s.quoted[k] >= 0 {
		return false
	}
	noun := k + 1
	for s.tag(noun, "DET", "ADJ") {
		noun++
	}
	end := s.clauseStop(noun)
	told := s.sayingNoun(noun) && s.word(k+1, "a", "an") && end == s.last() && s.finite(noun+1, end)
	return noun > k+1 && s.tag(noun, "NOUN") && (told || s.provesNothing(noun+1, end))
}

// provesNothing reports whether tokens a to b tell that somebody could not check something.
func (s *Sentence) provesNothing(a, b int) bool {
	able := true
	for k := a; k <= b; k++ {
		if s.word(k, "not", "n't", "cannot", "unable", "never") {
			able = false
		}
		if !able && checking[s.lemma(k)] {
			return true
		}
	}
	return false
}

// unproved reports whether the noun i is the one by which the page tells of a saying
// that nobody could check.
func (s *Sentence) unproved(i int) bool {
	k := i - 1
	for s.tag(k, "DET", "ADJ") {
		k--
	}
	return s.tag(i, "NOUN") && s.unchecked(k)
}

// corrected is the number or time that the page says is not the right one, where the word
// i tells who gave it; empty if there is none.
//
//	"Six died, not 70 as the radio reported earlier" → of the radio: 70
//	"It began at dawn, not at noon as the radio had said" → of the radio: at noon
func (s *Sentence) corrected(i int) stemma.Span {
	const near = 8 // words of who gave it
	for k := i - 1; k > max(2, i-near) && !s.stop(k); k-- {
		switch {
		case !s.word(k, "as"):
		case s.tag(k-1, "NUM") && s.word(k-2, "not"):
			return s.span(k-1, k-1)
		case s.tag(k-2, "ADP") && s.word(k-3, "not") && s.word(k-4, ","):
			return s.span(k-2, k-1)
		}
	}
	return stemma.Span{}
}
