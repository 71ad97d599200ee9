package speech

import (
	"strings"

	"stemma"
)

// quoteAfter is a quotation that opens right after the reporting clause.
//
//	He said by telephone: “Nobody came.” → “Nobody came.”
func (s *Sentence) quoteAfter(r reporting) (said, bool) {
	if !r.Takes("quote") {
		return said{}, false
	}
	k := s.group(r, -1) + 1
	for _, at := range []int{r.end + 1, r.end + 2, k, k + 1} {
		if s.opens(at) && (at < r.end+2 || s.tag(at-1, "PUNCT") || at == k) {
			spans := []stemma.Span{s.quotings[s.quoted[at]].Span}
			if first, ok := s.quoteBefore(r); ok {
				spans = append(spans, first)
			}
			return said{spans, "quote"}, true
		}
	}
	if q := s.quoteBelow(k); q >= 0 {
		return said{[]stemma.Span{s.quotings[q].Span}, "quote"}, true
	}
	return said{}, false
}

// quoteBelow is the quotation that opens the next paragraph, when the sentence
// ends in a colon at token k; -1 if there is none.
func (s *Sentence) quoteBelow(k int) int {
	if k != len(s.Tokens)-1 || !s.word(k, ":") {
		return -1
	}
	at := s.Tokens[k].End
	for at < len(s.text) && strings.IndexByte(" \r\n\t", s.text[at]) >= 0 {
		at++
	}
	q := holding(s.quotings, stemma.Span{Start: at, End: at + 1})
	if q < 0 || s.quotings[q].Start != at {
		return -1
	}
	return q
}

// quoteBefore is a quotation that closes right before the reporting clause,
// even where the sentence before ended with it.
func (s *Sentence) quoteBefore(r reporting) (stemma.Span, bool) {
	k := r.edge - 1
	for k >= 0 && s.word(k, ",", "—", "–", "and", "but") {
		k--
	}
	if k >= 0 {
		if !s.closes(k) {
			return stemma.Span{}, false
		}
		return s.quotings[s.quoted[k]].Span, true
	}
	q := s.quoteEnding(s.Start)
	if q < 0 {
		return stemma.Span{}, false
	}
	return s.quotings[q].Span, true
}

// quoteJustBefore reports whether a quotation of some words closes right before
// the reporting clause: then that is what was said.
func (s *Sentence) quoteJustBefore(r reporting) bool {
	quote, ok := s.quoteBefore(r)
	return ok && quote.End > s.Start && len(strings.Fields(s.text.Words(quote))) >= 4
}

// quoteEnding is the quotation of the same paragraph that ends right before an
// offset, white space apart; -1 if none does.
func (s *Sentence) quoteEnding(at int) int {
	for at > 0 && s.text[at-1] == ' ' {
		at--
	}
	q := holding(s.quotings, stemma.Span{Start: at - 1, End: at})
	if at == 0 || q < 0 || s.quotings[q].End != at || !s.unfinished(s.quotings[q].Span) {
		return -1
	}
	return q
}

// unfinished reports whether the sentence goes on with the words before it: it
// begins small, or the quotation before it ends in a question or a cry.
func (s *Sentence) unfinished(quote stemma.Span) bool {
	words := strings.TrimRight(s.text.Words(quote), "\"'”’»")
	return !s.upper(0) || strings.HasSuffix(words, "?") || strings.HasSuffix(words, "!")
}

var quoting = lists.Set("quoting")

// cited is what somebody else is quoted as saying.
//
//	"cited two clerks as saying the vault was empty" → "two clerks as saying the vault was empty"
func (s *Sentence) cited(r reporting) (said, bool) {
	if !s.in(r.verb, quoting) || r.passive {
		return said{}, false
	}
	object := s.after(r.verb, "obj", "ccomp")
	if object < 0 {
		return said{}, false
	}
	for k := object + 1; k < min(object+12, len(s.Tokens)-1); k++ {
		if s.word(k, "as") && s.gerund(k+1) {
			if quote, ok := s.quoteBefore(r); ok {
				return said{[]stemma.Span{quote, s.span(s.left[object], k+1)}, "cited"}, true
			}
			return said{[]stemma.Span{s.span(s.left[object], max(s.right[k+1], s.right[r.verb]))}, "cited"}, true
		}
	}
	return said{}, false
}

// snap widens a span to the marks of a quotation that begins right before it
// or ends right after it, and lets a quotation that opens in it close in it.
func (s *Sentence) snap(span stemma.Span) stemma.Span { return snap(s.quotings, span) }

// snap is a span with the marks of the quotations at its edges, for any text.
func snap(quotations []stemma.Quotation, span stemma.Span) stemma.Span {
	const mark = 4 // bytes of a mark and a space
	if q := holding(quotations, stemma.Span{Start: span.Start, End: span.Start + 1}); q >= 0 && span.Start-quotations[q].Start <= mark {
		span.Start = quotations[q].Start
	}
	if span.Empty() {
		return span
	}
	if q := holding(quotations, stemma.Span{Start: span.End - 1, End: span.End}); q >= 0 && span.Start <= quotations[q].Start {
		span.End = max(span.End, quotations[q].End)
	}
	return span
}
