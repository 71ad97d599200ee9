package speech

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// hedged are the claims that token i makes as a word that passes on what others
// say and names nobody.
//
//	"The van was reportedly stolen" → cue "reportedly", content "The van was", "stolen", no source
//	"It is believed that the crew drowned" → cue "It is believed", content "that the crew drowned"
func (s *Sentence) hedged(i int) []Draft {
	if h, ok := lexicon.HedgeOf(s.low[i]); ok && !h.Impersonal {
		return s.adverb(i, h.Stance)
	}
	if h, ok := lexicon.HedgeOf(s.Tokens[i].Lemma); ok && s.passive(i) {
		return s.impersonal(i, h.Stance)
	}
	return nil
}

// adverb takes the clause of the word that the adverb stands with.
func (s *Sentence) adverb(i int, stance stemma.Stance) []Draft {
	k := s.clauseOf(i)
	if k < 0 {
		return nil
	}
	d := Draft{Sentence: s.index, verb: i, Head: -1, Cue: s.span(i, i), Stance: stance, Rule: "hedge", Parent: -1}
	d.Content = tidy(s.text, minus([]stemma.Span{s.span(s.left[k], s.clauseRight(k))}, d.Cue))
	if len(d.Content) == 0 {
		return nil
	}
	return []Draft{d}
}

// clauseOf is the head of the clause in which token i stands.
func (s *Sentence) clauseOf(i int) int {
	k := s.above(i)
	for range s.Tokens {
		if k < 0 {
			return -1
		}
		if s.tag(k, "VERB") || s.above(k) < 0 || s.is(k, "ccomp", "advcl", "acl", "parataxis", "conj") {
			return k
		}
		k = s.above(k)
	}
	return -1
}

// clauseRight is the end of the clause of token k without what is set beside it.
func (s *Sentence) clauseRight(k int) int {
	end := s.right[k]
	for _, j := range s.kids[k] {
		if j > k && s.is(j, "parataxis", "conj", "advcl") && s.word(s.left[j]-1, ",", ";") {
			end = min(end, s.left[j]-1)
		}
	}
	return end
}

// impersonal takes the clause of which an "it" with a passive says that it is said.
//
//	"It is not believed that the crew drowned" → cue "It is not believed", content "that the crew drowned", denies
func (s *Sentence) impersonal(i int, stance stemma.Stance) []Draft {
	subject := s.child(i, "nsubj:pass", "expl", "nsubj")
	content := s.after(i, "ccomp", "csubj")
	if subject < 0 || !s.word(subject, "it") || content < 0 {
		return nil
	}
	if s.negated(i) {
		stance = stemma.Denies
	}
	d := Draft{Sentence: s.index, verb: i, Head: -1, Cue: s.span(subject, i), Stance: stance, Rule: "impersonal", Parent: -1}
	d.Content = tidy(s.text, []stemma.Span{s.snap(s.span(s.left[content], s.cut(reporting{verb: i}, s.left[content], s.right[content])))})
	return []Draft{d}
}
