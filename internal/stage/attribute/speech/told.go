package speech

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// SourceNoun is what the noun of a source is, by two words where the table has them.
//
//	"the group said" → a party; "the monitoring group said" → a monitor
func (s *Sentence) SourceNoun(head int) (lexicon.SourceNoun, bool) {
	lemma := strings.ToLower(s.Tokens[head].Lemma)
	if head > 0 {
		if noun, ok := lexicon.SourceNounOf(s.low[head-1] + " " + lemma); ok {
			return noun, true
		}
	}
	return lexicon.SourceNounOf(lemma)
}

// Describe is how many an unnamed source is, by its words, and the words by which
// the page describes it.
//
//	"two Lebanese sources" → 2 to 2, "two", "Lebanese"; "a diplomat" → 1 to 1; "several officials" → 3, open; "officials" → not said
func (s *Sentence) Describe(source stemma.Span, head int) stemma.Description {
	var d stemma.Description
	for k := range s.Tokens {
		t := s.Tokens[k]
		if !source.Contains(t.Span) || k > head {
			continue
		}
		if low, high := s.count(k); low > 0 && d.Low == 0 {
			d.Low, d.High = low, high
			d.Words = append(d.Words, t.Span)
		} else if k < head && t.Head == head && s.is(k, "amod", "compound") {
			d.Words = append(d.Words, t.Span)
		}
	}
	return d
}

// count is how many a word before a noun says there are; 0 if it does not say,
// high 0 if it sets no upper bound.
func (s *Sentence) count(k int) (low, high int) {
	if s.word(k, "a", "an", "another") {
		return 1, 1
	}
	n, ok := number(s.low[k])
	switch {
	case !ok:
		return 0, 0
	case n.Open:
		return int(n.Value), 0
	}
	return int(n.Value), int(n.Value)
}

// number is the number that a word writes, in figures or in letters.
func number(word string) (lexicon.Numeral, bool) {
	if value, ok := lexicon.Figure(word); ok {
		return lexicon.Numeral{Value: value, Words: 1}, true
	}
	n := lexicon.Cardinal([]string{word})
	return n, n.Words > 0
}

// Titled reports whether a name ends a source that has nothing but the bearer's title
// before it, be a body named in that.
//
//	"Harbour Office pathologist Karl Holm" → Karl Holm
func (s *Sentence) Titled(source, name stemma.Span) bool {
	if name.End != source.End || name.Start <= source.Start {
		return false
	}
	for k, t := range s.Tokens {
		if t.Start >= source.Start && t.End <= name.Start && !s.tag(k, "NOUN", "PROPN", "ADJ") {
			return false
		}
	}
	return true
}

// NamedBeside reports whether a mention stands in apposition to the head, or ends
// the phrase of which the head is a title.
func (s *Sentence) NamedBeside(head int, m stemma.Span) bool {
	k := s.TokenAt(m.Start)
	for k >= 0 && k < len(s.Tokens) && s.Tokens[k].Start < m.End {
		if s.above(k) == head && s.is(k, "appos", "flat", "compound", "nmod:desc") {
			return true
		}
		k++
	}
	return false
}

// Name reports whether the head of a source is a name, or one stands in apposition to it.
func (s *Sentence) Name(d Draft) bool {
	if s.tag(d.Head, "PROPN") {
		return true
	}
	for _, k := range s.kids[d.Head] {
		if s.is(k, "appos", "flat") && s.tag(k, "PROPN") && d.Source.Contains(s.Tokens[k].Span) {
			return true
		}
	}
	return false
}

// TheOne reports whether the phrase of a noun begins with "the".
func (s *Sentence) TheOne(head int) bool { return s.word(s.left[head], "the") }

// NounPhrase is the source of a claim without what a verb behind its head tells of it.
//
//	"an officer quoted by the radio" → an officer
func (s *Sentence) NounPhrase(d Draft) stemma.Span {
	phrase := d.Source
	for k := d.Head + 1; k <= s.right[d.Head]; k++ {
		if s.tag(k, "VERB") {
			phrase.End = min(phrase.End, s.Tokens[k].Start)
			break
		}
	}
	return phrase
}

// BodyIn is what the first body in the phrase of a source has to do with the event; ""
// if there is none of which the table tells.
//
//	"a military source" → party; "an analyst at Crisis Group" → "", but "a source in the General Staff" → party
func (s *Sentence) BodyIn(d Draft, phrase stemma.Span) stemma.SourceRelation {
	for k := s.left[d.Head]; k <= s.right[d.Head]; k++ {
		noun, _ := s.SourceNoun(k)
		if s.upper(k) {
			noun, _ = lexicon.SourceNounOf(s.low[max(k-1, 0)] + " " + s.low[k])
		}
		if k != d.Head && noun.Kind == lexicon.NounBody && noun.Relation != "" && phrase.Contains(s.Tokens[k].Span) {
			return noun.Relation
		}
	}
	return ""
}

// Whose is the one of whom "whose" at the head of a source tells, as if that one spoke,
// and the rest of the source; nobody where it does not begin so.
//
//	"Karim Dost, whose father said …" → Karim Dost, father
func (s *Sentence) Whose(d Draft) (owner Draft, rest stemma.Span) {
	k := s.TokenAt(d.Source.Start)
	if s.word(k-1, "whose") {
		k--
	}
	if k < 0 || d.Head <= k || !s.word(k, "whose") {
		return Draft{}, stemma.Span{}
	}
	before := k
	if s.word(k-1, ",") {
		before--
	}
	j := s.beside(before, -1)
	if j < 0 {
		return Draft{}, stemma.Span{}
	}
	for _, other := range s.kids[j] { // "the army and the ministry, whose spokesman"
		if s.is(other, "conj") && other < before {
			j = other
		}
	}
	return Draft{Sentence: d.Sentence, Head: j, Source: s.Person(j, k)}, stemma.Span{Start: s.Tokens[k+1].Start, End: d.Source.End}
}

// BareNoun reports whether the token is a noun of one that speaks, with nothing that
// tells which or how many.
func (s *Sentence) BareNoun(k int) bool {
	return s.tag(k, "NOUN") && s.low[k] == s.lemma(k) && s.speaks(k) && s.child(k, "det", "nummod", "nmod:poss") < 0
}

// OneOfThem reports whether the token stands alone for one of a group named
// before: "One said …", "The other disagreed.", "One of them laughed."
func (s *Sentence) OneOfThem(head int) bool {
	if s.word(s.child(head, "nmod"), "them") {
		return s.word(head, "one", "another", "some", "several", "most")
	}
	return s.word(head, "one", "another", "other", "third") && s.child(head, "nmod", "compound", "amod", "appos") < 0
}

// GroupNoun is the noun by which an unnamed source is told again: of "one of the
// officials" that is "official".
func (s *Sentence) GroupNoun(head int) string {
	if s.word(head, "one", "another", "both") {
		if k := s.child(head, "nmod"); k >= 0 {
			return s.Tokens[k].Lemma
		}
	}
	return s.Tokens[head].Lemma
}

// Definite reports whether the noun phrase takes up one named before.
func (s *Sentence) Definite(head int) bool {
	for k := s.left[head]; k <= s.right[head]; k++ {
		if s.word(k, "the", "these", "those", "both") {
			return true
		}
	}
	return false
}
