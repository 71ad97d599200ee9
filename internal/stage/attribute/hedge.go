package attribute

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// hedged are the claims that token i makes as a word that passes on what others
// say and names nobody.
//
//	"The van was reportedly stolen" → cue "reportedly", content "The van was", "stolen", no source
//	"It is believed that the crew drowned" → cue "It is believed", content "that the crew drowned"
func (s *sentence) hedged(i int) []draft {
	if h, ok := lexicon.HedgeOf(s.low[i]); ok && !h.Impersonal {
		return s.adverb(i, h.Stance)
	}
	if h, ok := lexicon.HedgeOf(s.Tokens[i].Lemma); ok && s.passive(i) {
		return s.impersonal(i, h.Stance)
	}
	return nil
}

// adverb takes the clause of the word that the adverb stands with.
func (s *sentence) adverb(i int, stance stemma.Stance) []draft {
	k := s.clauseOf(i)
	if k < 0 {
		return nil
	}
	d := draft{sentence: s.index, verb: i, head: -1, cue: s.span(i, i), stance: stance, rule: "hedge", parent: -1}
	d.content = tidy(s.text, minus([]stemma.Span{s.span(s.left[k], s.clauseRight(k))}, d.cue))
	if len(d.content) == 0 {
		return nil
	}
	return []draft{d}
}

// clauseOf is the head of the clause in which token i stands.
func (s *sentence) clauseOf(i int) int {
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
func (s *sentence) clauseRight(k int) int {
	end := s.right[k]
	for _, j := range s.kids[k] {
		if j > k && s.is(j, "parataxis", "conj", "advcl") && s.word(s.left[j]-1, ",", ";") {
			end = min(end, s.left[j]-1)
		}
	}
	return end
}

func (s *sentence) impersonal(i int, stance stemma.Stance) []draft {
	subject := s.child(i, "nsubj:pass", "expl", "nsubj")
	content := s.after(i, "ccomp", "csubj")
	if subject < 0 || !s.word(subject, "it") || content < 0 {
		return nil
	}
	if s.negated(i) {
		stance = stemma.Denies
	}
	d := draft{sentence: s.index, verb: i, head: -1, cue: s.span(subject, i), stance: stance, rule: "impersonal", parent: -1}
	d.content = tidy(s.text, []stemma.Span{s.snap(s.span(s.left[content], s.cut(reporting{verb: i}, s.left[content], s.right[content])))})
	return []draft{d}
}
