package speech

import "stemma"

// shown is the claim of whoever puts out pictures that token i says to show something.
//
//	"Marlen television broadcast footage showing people running" → source "Marlen television", cue "showing", content "people running"
func (s *Sentence) shown(i int) []Draft {
	j, v := s.putsOut(i)
	if j < 0 {
		return nil
	}
	d := Draft{Sentence: s.index, verb: i, Head: j, Source: s.bare(min(s.left[j], j), v-1), Cue: s.span(i, i), Stance: stemma.Asserts, Rule: "shown", Parent: -1}
	d.Content = tidy(s.text, []stemma.Span{s.span(i+1, s.picturesEnd(i))})
	if len(d.Content) == 0 {
		return nil
	}
	return []Draft{d}
}

// picturesEnd is the last token of what pictures show behind token i: the end of the
// clause, before what the page tells of it.
func (s *Sentence) picturesEnd(i int) int {
	end := s.cut(reporting{verb: i}, i+1, max(s.right[i], i+1))
	if stop := s.clauseStop(end); !s.finite(end+1, stop) {
		end = stop
	}
	for k := i + 1; k < end; k++ {
		if s.word(k, ",") && s.word(k+1, "which", "who", "where") {
			return k - 1
		}
	}
	return end
}

// putsOut is whoever does with pictures what lets others see them, and the verb of it,
// where token i says what they show; -1 if nobody does. The words tell it, as trees hang
// "showing" on many things.
func (s *Sentence) putsOut(i int) (j, v int) {
	const near = 8 // words behind the pictures
	k := i - 1
	for k > max(0, i-near) && s.inName(k) && !s.document(k) {
		k--
	}
	if !s.word(i, "showing") || !s.document(k) {
		return -1, -1
	}
	v = k - 1
	for s.tag(v, "DET", "ADJ", "NOUN", "NUM") && !s.lets(v) {
		v--
	}
	if j := s.beside(v, -1); s.lets(v) && j >= 0 && s.speaks(j) {
		return j, v
	}
	return -1, -1
}

var publishing = lists.Set("publishing")

// lets reports whether token v is a verb that lets pictures be seen.
func (s *Sentence) lets(v int) bool {
	return s.in(v, publishing)
}
