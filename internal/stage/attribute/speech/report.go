package speech

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// reported are the claims that token i makes as a word that reports.
//
//	"The army denied firing on the buses" → source "The army", cue "denied", content "firing on the buses", denies
func (s *Sentence) reported(i int) []Draft {
	for _, r := range s.reportings(i) {
		if !s.plausible(r) {
			continue
		}
		found, ok := s.said(r)
		if !ok || !s.answered(r, found) {
			continue
		}
		if d, ok := s.draft(r, found); ok {
			return []Draft{d}
		}
	}
	return nil
}

var noReporters = lists.Set("no reporters")

// plausible reports whether the word is used to report: somebody who can speak
// does it, and it is no condition or wish.
func (s *Sentence) plausible(r reporting) bool {
	if m := s.child(r.verb, "mark"); m >= 0 && s.word(m, "if", "unless") {
		return false
	}
	if r.passive {
		return r.subject < 0 || s.speaks(r.subject) || s.child(r.subject, "nmod:poss") >= 0 || s.tag(r.subject, "NOUN")
	}
	j := r.subject
	switch {
	case j < 0:
		return false
	case s.in(j, noReporters) || s.phrase(j-1, "no", "one"):
		return false
	case s.word(j, "it") && (r.Adjective || r.Kind == lexicon.Feeling):
		return false
	case r.Kind == lexicon.Showing:
		return s.document(j) || s.screen(j)
	case r.Takes("speaker"):
		return s.speaks(j) || s.word(j, "it")
	}
	return true
}

// answered reports whether what was found makes a claim with this word.
func (s *Sentence) answered(r reporting, found said) bool {
	if s.infinitive(r.verb) && found.rule != "clause" && found.rule != "quote" && !s.led(r.verb) {
		return false
	}
	if !r.passive || r.subject >= 0 {
		return true
	}
	switch found.rule {
	case "raised", "clause", "ordered":
		return true
	case "passive":
		return r.Takes("unsourced")
	}
	return false
}

// draft puts a claim together.
func (s *Sentence) draft(r reporting, found said) (Draft, bool) {
	d := Draft{Sentence: s.index, verb: r.verb, Head: -1, Parent: -1, Rule: found.rule, Stance: s.stance(r, found)}
	d.Cue = s.cueSpan(r)
	if start, ok := s.quotedAs(r.verb); ok {
		d.Cue.Start = s.Tokens[start].Start
	}
	if r.subject >= 0 {
		s.sourced(&d, r, found)
	}
	for _, span := range found.spans {
		span = s.inside(r.verb, s.widened(r.verb, span))
		d.Content = append(d.Content, minus(minus([]stemma.Span{span}, d.Cue), s.reportingClause(r, d))...)
	}
	d.Content = tidy(s.text, d.Content)
	return d, len(d.Content) > 0
}

// sourced gives a claim its source, as far as nothing that was said begins in it, and
// whoever was told or has quoted it.
//
//	"in the market town | raiders said"; "accused by the council | of burning the mill"
func (s *Sentence) sourced(d *Draft, r reporting, found said) {
	d.Head, d.Source = r.subject, s.Person(r.subject, r.verb)
	if r.segment {
		d.bounded = r.closing && !s.stop(r.edge-1)
		own := s.bare(r.edge, r.subject)
		if d.Source = d.Source.Join(own); d.bounded {
			d.Source = own
		}
	}
	for _, span := range found.spans {
		if d.Source.Start < span.Start && span.Start < d.Source.End {
			d.Source.End = trim(s.text, stemma.Span{Start: d.Source.Start, End: span.Start}).End
		}
	}
	d.Hearer = s.hearer(r)
	if by := s.quotedByWhom(r); !by.Empty() {
		d.Hearer, d.QuotedBy = by, true
	}
}

// reportingClause is the span of source and cue together.
func (s *Sentence) reportingClause(r reporting, d Draft) stemma.Span {
	if d.Source.Empty() || s.is(r.verb, "acl") || r.passive {
		return d.Source
	}
	return d.Source.Join(d.Cue)
}

// widened is a span with the marks of its quotations, unless the word itself
// stands in the quotation.
func (s *Sentence) widened(v int, span stemma.Span) stemma.Span {
	if s.quoted[v] >= 0 {
		return span
	}
	return s.snap(span)
}

// inside cuts a span to the quotation in which the word itself stands.
func (s *Sentence) inside(v int, span stemma.Span) stemma.Span {
	q := s.quoted[v]
	if q < 0 {
		return span
	}
	const mark = 1
	quote := s.quotings[q].Span
	span.Start = max(span.Start, quote.Start)
	span.End = min(span.End, quote.End)
	if span.End == quote.End && !s.quotings[q].Open {
		span.End -= mark
		for span.End > span.Start && s.text[span.End]&0xC0 == 0x80 { // inside a rune
			span.End--
		}
	}
	return span
}

// stance is the source's act: that of the word, turned by a negation.
//
//	"does not believe" → denies; "did not deny", "would not say whether" → doubts
func (s *Sentence) stance(r reporting, found said) stemma.Stance {
	above := s.above(r.verb)
	negated := r.negated || above >= 0 && s.is(r.verb, "xcomp") && !s.commaLost(r.verb) && (s.negated(above) || s.word(above, "declined", "refused", "declines", "refuses"))
	switch {
	case negated && (r.Kind == lexicon.Thought || r.Kind == lexicon.Feeling || r.Kind == lexicon.Judgement):
		return stemma.Denies
	case negated:
		return stemma.Doubts
	case r.Stance == stemma.Asks && (found.rule == "infinitive" || found.rule == "ordered" || found.rule == "preposition" || s.requests(r)):
		return stemma.Asserts
	}
	return r.Stance
}

// requests reports whether a word of asking is followed by what is wanted, not
// by a question.
func (s *Sentence) requests(r reporting) bool {
	k := s.after(r.verb, "ccomp")
	return k >= 0 && s.word(s.left[k], "that")
}

// quotedAs finds "quoted … as" before a gerund: the first token of the cue, and
// whether token v is such a gerund.
//
//	"was quoted as saying" → the token of "was"
func (s *Sentence) quotedAs(v int) (start int, ok bool) {
	if !s.word(v-1, "as") || !s.gerund(v) {
		return 0, false
	}
	start = v - 1
	if s.word(v-2, "quoted", "cited", "reported", "heard", "recorded") {
		for start = v - 2; start > 0 && s.tag(start-1, "AUX", "ADV"); start-- {
		}
	}
	return start, true
}

// quotee is who is quoted, for a gerund after "as": the object of an active
// "cited", the subject of a passive one; -1 if there is none.
func (s *Sentence) quotee(v int) int {
	k := s.quoter(v)
	if k < 0 {
		return -1
	}
	if s.passive(k) || s.tag(k-1, "AUX") && k == v-2 {
		return s.child(k, "nsubj")
	}
	if j := s.after(k, "obj", "ccomp", "iobj"); j >= 0 && j < v {
		return j
	}
	return s.beside(v-1, -1)
}

// quoter is the word of quoting before "as" and a gerund at token v, or -1.
func (s *Sentence) quoter(v int) int {
	if !s.word(v-1, "as") || !s.gerund(v) {
		return -1
	}
	for k := v - 2; k >= max(0, v-25); k-- {
		if s.word(k, "quoted", "quotes", "quoting", "cited", "cites", "citing", "reported") {
			return k
		}
	}
	return -1
}
