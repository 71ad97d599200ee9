package name

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/noun"
)

// speaker is who says a quotation: the subject of a word of saying in a sentence
// that it touches, from the last to the first, else in the one behind or before
// it; a quotation that nothing introduces goes on with the speaker of the last.
//
//	“We left,” Ana Torvik said. “We had to.”    → Torvik, twice
//	Ana Torvik spoke of the raid: “We left.”    → Torvik
func (p *page) speaker(quote stemma.Span) *actor {
	for range 4 {
		first, last := p.sentenceAt(quote.Start), p.sentenceAt(quote.End-1)
		if first < 0 || last < 0 {
			return nil
		}
		if a, told := p.toldBy(first, last, quote); told {
			return a
		}
		before, ok := p.quotationBefore(quote)
		if !ok {
			return nil
		}
		quote = before
	}
	return nil
}

// toldBy is who says a quotation that runs over some sentences, and whether
// anybody is said to, be it somebody whom we do not know.
func (p *page) toldBy(first, last int, quote stemma.Span) (*actor, bool) {
	for i := last; i >= first; i-- {
		if a, told := p.says(p.sentences[i], quote); told {
			return a, true
		}
	}
	if p.introduced(quote) {
		if a := p.introducer(quote); a != nil {
			return a, true
		}
	}
	if next := last + 1; next < len(p.sentences) && p.sentences[next].Start-quote.End <= 2 {
		if a, told := p.says(p.sentences[next], quote); told {
			return a, true
		}
	}
	if first > 0 && p.goesOn(p.sentences[first-1], quote) {
		return p.says(p.sentences[first-1], quote)
	}
	return nil, false
}

// goesOn reports whether a quotation goes on from the sentence before it: in the
// same paragraph, or behind other quoted words.
func (p *page) goesOn(before *sentence, quote stemma.Span) bool {
	return len(before.quoted) > 0 || !strings.Contains(string(p.r.Text[before.Start:max(before.Start, quote.Start)]), "\n")
}

// sentenceAt is the index of the sentence that holds an offset, -1 if none does.
func (p *page) sentenceAt(offset int) int { return p.r.Syntax.SentenceAt(offset) }

// quotationBefore is the last outermost quotation before another, if little text
// stands between.
func (p *page) quotationBefore(quote stemma.Span) (stemma.Span, bool) {
	all := p.r.Syntax.Quotations
	for i := len(all) - 1; i >= 0; i-- {
		if q := all[i]; q.Depth == 0 && q.End <= quote.Start {
			return q.Span, quote.Start-q.End < 200
		}
	}
	return stemma.Span{}, false
}

// introduced reports whether a colon stands before a quotation.
func (p *page) introduced(quote stemma.Span) bool {
	return strings.HasSuffix(strings.TrimRight(string(p.r.Text[:quote.Start]), " \n\r\t\u00a0"), ":")
}

// introducer is the subject of the sentence before a colon.
func (p *page) introducer(quote stemma.Span) *actor {
	at := p.sentenceAt(len(strings.TrimRight(string(p.r.Text[:quote.Start]), " \n\r\t\u00a0")) - 1)
	if at < 0 {
		return nil
	}
	for _, m := range p.spokenOf(p.sentences[at]) {
		if part := p.sentences[at].part(m); m.End <= quote.Start && (part == "subject" || part == "speaker") {
			return m.who
		}
	}
	return nil
}

// says is the actor that is the subject of a word of saying in a sentence,
// outside a quotation and of several the nearest to it, and whether there is such
// a word with a subject.
func (p *page) says(s *sentence, quote stemma.Span) (*actor, bool) {
	var best *mention
	for _, m := range p.spokenOf(s) {
		if !quote.Contains(m.Span) && s.part(m) == "speaker" && (best == nil || apart(m.Span, quote) < apart(best.Span, quote)) {
			best = m
		}
	}
	if best != nil {
		return best.who, true
	}
	for i, t := range s.Tokens {
		if t.Relation == "nsubj" && says(s.governor(i)) && !quote.Overlaps(t.Span) && t.Tag != "PRON" {
			return nil, true
		}
	}
	return nil, false
}

// apart is how many bytes stand between two spans.
func apart(a, b stemma.Span) int { return max(a.Start-b.End, b.Start-a.End, 0) }

// spokenOf are the mentions of a sentence that are settled so far.
func (p *page) spokenOf(s *sentence) []*mention {
	var out []*mention
	for _, all := range [][]*mention{p.mentions, p.recent} {
		from, _ := slices.BinarySearchFunc(all, s.index, func(m *mention, index int) int { return m.sentence.index - index })
		for _, m := range all[from:] {
			if m.sentence != s {
				break
			}
			if !m.silent && m.who != nil {
				out = append(out, m)
			}
		}
	}
	return out
}

// declarer is who speaks without quotation marks: the subject of a word of
// saying in one of the sentences before that ends in a colon.
//
//	Minister Ana Torvik said:   I welcome the deal. → Torvik
func (p *page) declarer(m *mention) *actor {
	for i := m.sentence.index - 1; i >= max(0, m.sentence.index-12); i-- {
		s := p.sentences[i]
		if strings.HasSuffix(strings.TrimSpace(p.r.Words(s.Span)), ":") {
			a, _ := p.says(s, stemma.Span{})
			return a
		}
	}
	return nil
}

// ownWord is the body that says what "it" is the subject of, and whether a body does, be
// it nobody known: such a word is about whoever gives it.
//
//	"Poland protested. A brigade said it had taken the hill." → the brigade
//	"Poland protested. The company said it had shut the mill." → nobody known, not Poland
//	"The minister said it would be shut." → false: a person is no "it"
func (p *page) ownWord(m *mention) (*actor, bool) {
	s := m.sentence
	said := s.of(m.first).Head
	if said < 0 || !s.subject(m.first) || s.Tokens[said].Relation != "ccomp" || !says(s.governor(said)) {
		return nil, false
	}
	for _, t := range s.Tokens {
		if t.Relation != "nsubj" || t.Head != s.Tokens[said].Head || t.Tag != "NOUN" && t.Tag != "PROPN" {
			continue
		}
		if a := p.meantAt(t.Span); a != nil {
			return a, !a.person() && a.Kind != stemma.KindPeople
		}
		return nil, t.Tag == "NOUN" && !isPerson(t.Lemma)
	}
	return nil, false
}

// meantAt is whom the words around a token mean, as far as the page has been followed;
// nil if nobody known.
func (p *page) meantAt(span stemma.Span) *actor {
	for i := len(p.recent) - 1; i >= 0; i-- {
		if m := p.recent[i]; m.Contains(span) {
			return m.who
		}
	}
	return nil
}

// isPerson reports whether a common noun is for a person.
func isPerson(lemma string) bool {
	switch noun.Of(lemma) {
	case noun.Person, noun.Soldier, noun.Policeman, noun.Leader:
		return true
	}
	return false
}
