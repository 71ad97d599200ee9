package speech

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// Carried is the span of the medium by which the sentence of a claim says that a
// statement went out; empty if it says nothing of the kind.
func (s *Sentence) Carried(d Draft) stemma.Span {
	for k := range s.Tokens {
		statement := s.in(k, publishing) && s.spoken(k-1) && !overlaps(d.Content, s.Tokens[k].Span)
		quoting := s.word(k, "quoted", "cited") && d.Source.Contains(s.Tokens[k].Span)
		if !statement && !quoting {
			continue
		}
		for _, j := range s.kids[k] {
			noun, known := s.SourceNoun(j)
			dated := s.mute(j) // "published on Monday", "on May 3"
			if j > k && s.is(j, "obl") && s.word(s.left[j], "by", "on") && !dated && (known && noun.Kind == lexicon.NounMedium || s.tag(j, "PROPN")) {
				return s.Person(j, k)
			}
		}
	}
	return stemma.Span{}
}
