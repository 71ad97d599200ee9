package speech

import "stemma"

var (
	refusing = lists.Set("refusing")
	hedging  = lists.Set("hedging")
)

// leftOpen is the claim that begins with token a where somebody leaves open whether a
// thing is so: one claim by all of its words, though both verbs have that thing for object.
//
//	"would neither confirm nor deny | the raid" → doubts
//	"declined to confirm or deny | that it had shelled the mill" → doubts
func (s *Sentence) leftOpen(a int) []Draft {
	b := s.confirmOrDeny(a)
	if b < 0 {
		return nil
	}
	out := s.reported(b)
	for i := range out {
		out[i].Cue, out[i].Stance, out[i].Rule = s.span(a, b), stemma.Doubts, open
		out[i].Content = tidy(s.text, minus(out[i].Content, out[i].Cue))
		if out[i].Source.Overlaps(out[i].Cue) {
			out[i].Source = trim(s.text, stemma.Span{Start: out[i].Source.Start, End: out[i].Cue.Start})
		}
	}
	return out
}

// open names the rule of leftOpen.
const open = "open"

// confirmOrDeny is the token of "deny" if token a begins "did not confirm or deny" or
// words of its kind, or -1.
func (s *Sentence) confirmOrDeny(a int) int {
	if a > 0 && (s.in(a-1, hedging) || s.in(a-1, refusing)) {
		return -1
	}
	b, kept := a, false
	for ; s.in(b, hedging) || s.in(b, refusing); b++ {
		kept = kept || s.in(b, negations) || s.in(b, refusing)
	}
	if kept && checking[s.lemma(b)] && s.word(b+1, "or", "nor") && s.lemma(b+2) == "deny" {
		return b + 2
	}
	return -1
}
