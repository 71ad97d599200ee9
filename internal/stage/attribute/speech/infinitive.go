package speech

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// infinitiveSaid is an infinitive, with the object that is to do it.
//
//	"vowed to fight on" → "to fight on"; "urged both sides to wait" → "both sides to wait"
func (s *Sentence) infinitiveSaid(r reporting) (said, bool) {
	k := s.infinitiveAfter(r)
	if k < 0 {
		return said{}, false
	}
	a := max(s.left[k], r.end+1)
	if r.passive {
		return s.raised(r, a, s.cut(r, a, s.right[k]))
	}
	object := s.after(r.verb, "obj", "iobj", "obl")
	switch {
	case object > r.end && object < k && r.Takes("hearer-to"):
		a = min(a, s.phraseStart(object, r.end))
	case k > r.end+3 && s.above(k) != r.verb && r.Takes("hearer-to"):
		a = r.end + 1
	case !r.Takes("to", "hearer-to"):
		return said{}, false
	}
	return said{[]stemma.Span{s.span(max(a, r.end+1), s.cut(r, a, s.right[k]))}, "infinitive"}, true
}

// phraseStart is the first token of the phrase of token k behind token end.
func (s *Sentence) phraseStart(k, end int) int { return max(s.left[k], end+1) }

// infinitiveAfter is the head of the infinitive that the word governs.
func (s *Sentence) infinitiveAfter(r reporting) int {
	for _, k := range s.kids[r.verb] {
		if k > r.end && s.is(k, "xcomp", "ccomp", "advcl") && s.infinitive(k) {
			if s.is(k, "advcl") && s.word(s.left[k]-1, ",") {
				continue
			}
			return k
		}
	}
	if r.Kind == lexicon.Request && r.Takes("hearer-to") {
		return s.infinitiveNear(r)
	}
	return -1
}

// infinitiveNear is an infinitive soon behind the word, whatever the tree has
// hung it under: "pleaded with the group not to answer".
func (s *Sentence) infinitiveNear(r reporting) int {
	const near = 9
	for k := r.end + 1; k < min(r.end+near, len(s.Tokens)-1); k++ {
		if s.stop(k) || s.tag(k, "AUX", "VERB") {
			return -1
		}
		if s.word(k, "to") && s.tag(k+1, "VERB", "AUX") {
			return k + 1
		}
	}
	return -1
}

// raised is the subject and the infinitive of a passive.
//
//	"The crew is believed to have drowned" → "The crew", "to have drowned"
func (s *Sentence) raised(r reporting, a, b int) (said, bool) {
	subject := s.child(r.verb, "nsubj:pass", "nsubj")
	if subject < 0 || s.word(subject, "it") && !r.Takes("raise") {
		return said{}, false
	}
	switch {
	case r.Takes("raise"):
		return said{[]stemma.Span{s.whole(subject), s.span(a, b)}, "raised"}, true
	case r.Takes("hearer-to", "to"):
		return said{[]stemma.Span{s.span(a, b)}, "ordered"}, true
	}
	return said{}, false
}

// gerundSaid is a gerund of the reporter's own.
//
//	"admitted firing first" → "firing first"
func (s *Sentence) gerundSaid(r reporting) (said, bool) {
	if !r.Takes("ing") || r.passive || s.word(r.end+1, "citing", "quoting") {
		return said{}, false
	}
	for _, k := range s.kids[r.verb] {
		if k > r.end && s.is(k, "xcomp", "ccomp", "advcl", "obj") && s.gerundClause(k) && s.left[k] <= r.end+2 && !s.word(s.left[k]-1, ",") {
			return said{[]stemma.Span{s.span(max(s.left[k], r.end+1), s.right[k])}, "gerund"}, true
		}
	}
	if k := r.end + 1; s.is(k, "compound", "amod") && strings.HasSuffix(s.low[k], "ing") && s.above(k) == s.after(r.verb, "obj") {
		return said{[]stemma.Span{s.span(k, s.cut(r, k, s.reach(r, k)))}, "gerund"}, true // "recalled | hearing shots", with "hearing" for a noun
	}
	const near = 8 // words of manner and place before "having"
	for k := r.end + 1; k < min(r.end+near, len(s.Tokens)-1); k++ {
		if s.stop(k) {
			break
		}
		if s.word(k, "having") {
			return said{[]stemma.Span{s.span(k, s.cut(r, k, s.reach(r, k)))}, "gerund"}, true
		}
	}
	return said{}, false
}

// gerundClause reports whether a clause of token k begins as one without a finite verb:
// "firing first", "having been there".
func (s *Sentence) gerundClause(k int) bool {
	return s.gerund(k) || s.tag(k, "VERB") && s.word(s.left[k], "having", "being")
}

var ready = lists.Set("ready")

// led reports whether the infinitive i tells what somebody was quick or went on to say,
// which is said as surely as by a plain verb.
//
//	"was quick to deny the report", "went on to accuse the guard of theft"
func (s *Sentence) led(i int) bool {
	a := s.above(i)
	if a < 0 || a > i || !s.infinitive(i) || s.negated(a) {
		return false
	}
	return s.in(a, ready) || s.word(a, "went", "goes", "go", "gone") && s.word(a+1, "on")
}
