package speech

import (
	"slices"
	"strings"

	"stemma/internal/reference/lexicon"
)

var guessing, anybody = lists.Set("guessing"), lists.Set("anybody")

// supposed reports whether token i is what the page only supposes somebody to say or
// think, or what anybody may.
//
//	"Many readers are probably wondering whether …", "Some may think that …" → no claim of theirs
//	"Any party that threatens the road …", "those who say the war is over …" → nobody's
func (s *Sentence) supposed(i int) bool {
	for k := i - 1; k >= 0 && s.tag(k, "AUX", "ADV", "PART", "ADJ"); k-- {
		if s.word(k, "may", "might") || s.in(k, guessing) && s.mental(i) {
			return true
		}
	}
	noun := s.above(i)
	if !s.is(i, "acl:relcl") || noun > i || s.past(i) {
		return false
	}
	return s.in(noun, anybody) || s.word(s.child(noun, "det"), "any", "every", "whatever", "whichever")
}

// mental reports whether the tables know token i as a word of thinking or feeling.
func (s *Sentence) mental(i int) bool {
	return slices.ContainsFunc(s.reporters(i), func(e lexicon.Reporter) bool { return e.Kind == lexicon.Thought })
}

// voiceless reports whether a word that the rules take for no report is what a thing
// does as well and has a thing for its subject, or only lends its subject to nouns that
// do not stand here.
//
//	"Prices suggest that …", "The quarrel threatens the truce" → no claim of a thing
//	"gave the guard the authority to search" → nothing said
func (s *Sentence) voiceless(i, head int) bool {
	entries := s.reporters(i)
	if len(entries) == 0 || s.tag(i, "NOUN") {
		return false
	}
	thing := s.tag(head, "NOUN") && !s.speaks(head)
	return !slices.ContainsFunc(entries, func(e lexicon.Reporter) bool { return !(thing && e.Takes("things")) && !nounsOnly(e) })
}

// nounsOnly reports whether a word reports with certain nouns alone.
func nounsOnly(e lexicon.Reporter) bool {
	return !slices.ContainsFunc(e.Frames, func(frame string) bool {
		return frame != "noun" && !strings.HasPrefix(frame, "object:")
	})
}
