package speech

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// below gives a word of saying that ends its paragraph with a colon, and has no
// content yet, the statement below it: one that is given whole has no quotation
// marks, but it says "I" or "we", and it ends where the page speaks of its source
// again.
//
//	"The minister said: ¶ I welcome the deal. ¶ It was long in coming. ¶ The minister flies home on Monday." → the two in the middle
func below(r *stemma.Reading, sentences []*Sentence, drafts []Draft) {
	for i := range drafts {
		d := &drafts[i]
		s := sentences[d.Sentence]
		if len(d.Content) == 0 && d.Head >= 0 && s.word(len(s.Tokens)-1, ":") && s.quoted[d.verb] < 0 && s.speech(d.verb) {
			d.Content = tidy(r.Text, []stemma.Span{statement(sentences[d.Sentence+1:], s.low[d.Head])})
		}
	}
}

// speech reports whether the tables know token i as a word of saying.
func (s *Sentence) speech(i int) bool {
	return slices.ContainsFunc(s.reporters(i), func(r lexicon.Reporter) bool { return r.Kind == lexicon.Speech })
}

// statement is what stands before the first sentence with the noun of the speaker;
// nothing if nobody says "I" in it or if it begins with a quotation.
func statement(sentences []*Sentence, speaker string) stemma.Span {
	var out stemma.Span
	personal := false
	for _, s := range sentences {
		if s == nil || slices.Contains(s.low, speaker) || out.Empty() && s.opens(0) {
			break
		}
		personal = personal || s.firstPerson()
		out = out.Join(s.Span)
	}
	if !personal {
		return stemma.Span{}
	}
	return out
}

// firstPerson reports whether "I" or "we" stands in the sentence outside of
// quotations.
func (s *Sentence) firstPerson() bool {
	for i := range s.Tokens {
		if s.quoted[i] < 0 && s.word(i, "i", "we", "my", "our", "us") {
			return true
		}
	}
	return false
}
