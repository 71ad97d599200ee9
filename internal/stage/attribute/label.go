package attribute

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// labelled are the claims of headlines and transcripts that name who speaks with
// a colon or dash and no verb, at token i.
//
//	"Shells hit the harbour: spokesman" → source "spokesman", content "Shells hit the harbour"
//	"Bishop: “We were not told.”" → source "Bishop", content "“We were not told.”"
func (s *sentence) labelled(i int) []draft {
	if !s.word(i, ":", "—", "–") || s.quoted[i] >= 0 {
		return nil
	}
	if s.word(i, ":") && s.opens(i+1) && i <= 10 && s.speaker(0, i-1) {
		return s.label(i, 0, i-1, s.quotings[s.quoted[i+1]].Span)
	}
	last := len(s.Tokens) - 1
	if i >= 3 && last-i <= 5 && s.asserts(s.labelStart(i), i-1) && !s.word(last, ".", "!", "?") && s.speaker(i+1, last) {
		return s.label(i, i+1, last, s.span(s.labelStart(i), i-1))
	}
	return nil
}

// labelStart is where the words of a headline begin that a name stands behind:
// at its head, or at a quotation.
func (s *sentence) labelStart(i int) int {
	for k := 1; k < i; k++ {
		if s.opens(k) && s.word(k-1, ":") {
			return k
		}
	}
	return 0
}

// speaker reports whether tokens a to b are a noun phrase that can speak.
func (s *sentence) speaker(a, b int) bool {
	for k := a; k <= b; k++ {
		if !s.inName(k) || s.tag(k, "VERB", "NUM", "PRON") {
			return false
		}
	}
	head := s.firstHead(a, b+1)
	noun, known := lexicon.SourceNounOf(strings.ToLower(s.lemma(head)))
	return head >= 0 && (known && noun.Kind != lexicon.NounDocument || s.tag(head, "PROPN"))
}

// asserts reports whether tokens a to b hold a verb or a quotation.
func (s *sentence) asserts(a, b int) bool {
	for k := a; k <= b; k++ {
		if s.verbal(k) || s.opens(k) {
			return true
		}
	}
	return false
}

func (s *sentence) label(i, a, b int, content stemma.Span) []draft {
	head := s.firstHead(a, b+1)
	if head < 0 {
		return nil
	}
	d := draft{sentence: s.index, verb: i, head: head, source: s.bare(a, b), cue: s.span(i, i), stance: stemma.Asserts, rule: "label", parent: -1}
	d.content = tidy(s.text, []stemma.Span{content})
	if len(d.content) == 0 {
		return nil
	}
	return []draft{d}
}
