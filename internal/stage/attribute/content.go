package attribute

import (
	"slices"

	"stemma"
)

// A said is what a rule takes to have been said.
type said struct {
	spans []stemma.Span
	rule  string
}

// said is the content of a reporting word, by the first of its frames that the
// sentence fills.
func (s *sentence) said(r reporting) (said, bool) {
	for _, frame := range []func(reporting) (said, bool){
		s.cited, s.clause, s.infinitiveSaid, s.called, s.withPreposition, s.objectSaid, s.gerundSaid, s.prepositional, s.inverted, s.parenthesis,
	} {
		if found, ok := frame(r); ok {
			return found, true
		}
	}
	return said{}, false
}

// clause is a finite clause or a quotation after the word, with what of it
// stands before.
//
//	"The army said it would stay" → "it would stay"
//	"The mine, he suggested, might have drifted" → "The mine", "might have drifted"
func (s *sentence) clause(r reporting) (said, bool) {
	if r.passive && !r.Takes("hearer") || !r.Takes("that", "whether", "how", "quote") {
		return said{}, false
	}
	a, b := s.clauseAfter(r)
	if a < 0 {
		return s.quoteAfter(r)
	}
	spans := []stemma.Span{s.span(a, b)}
	if first, ok := s.interrupted(r, a); ok {
		spans = append(spans, first)
	}
	return said{spans, "clause"}, true
}

// clauseAfter are the tokens of the clause that the word governs on its right.
func (s *sentence) clauseAfter(r reporting) (a, b int) {
	for _, k := range s.kids[r.verb] {
		if k <= r.end || !s.is(k, "ccomp", "parataxis", "xcomp", "csubj") || s.infinitive(k) {
			continue
		}
		a := max(s.left[k], r.end+1)
		if s.fits(r, k, a) {
			return a, s.clauseEnd(k, a)
		}
	}
	return s.markedAfter(r)
}

// fits reports whether the clause of token k, which begins at a, is what the
// word takes.
func (s *sentence) fits(r reporting, k, a int) bool {
	switch {
	case s.is(k, "parataxis"):
		return (s.word(a-1, ":") || s.opens(a) || a == s.group(r, a)+1) && r.Takes("that", "quote")
	case s.is(k, "xcomp") && s.child(k, "nsubj") < 0:
		return s.opens(a) && r.Takes("quote")
	case s.word(a, "whether", "if", "what", "who", "when", "where", "why", "which"):
		return r.Takes("whether", "how") || r.negated
	case s.word(a, "how"):
		return r.Takes("how", "whether")
	}
	return r.Takes("that", "quote")
}

// markedAfter are the tokens from a complementizer right after the word and
// what belongs to it, where the tree has hung the clause elsewhere.
func (s *sentence) markedAfter(r reporting) (a, b int) {
	k := s.group(r, -1) + 1
	for _, at := range []int{r.end + 1, k} {
		if s.word(at, "that") && r.Takes("that") && at+2 < len(s.Tokens) && !s.tag(at+1, "VERB", "AUX", "PUNCT") || s.word(at, "whether") && r.Takes("whether") {
			return at, s.clauseEnd(s.verbAfter(at), at)
		}
	}
	return -1, -1
}

// verbAfter is the head of the clause that a complementizer at token k opens.
func (s *sentence) verbAfter(k int) int {
	if above := s.Tokens[k].Head; above > k && s.is(k, "mark") {
		return above
	}
	for j := k + 1; j < len(s.Tokens); j++ {
		if s.tag(j, "VERB") {
			return j
		}
	}
	return len(s.Tokens) - 1
}

// clauseEnd is the last token of what the clause of k says, from token a on:
// a trailing remark of the outlet and a coordinated report of somebody else
// are left out.
//
//	"said the road was shut, but the mayor denied it" → … "shut"
func (s *sentence) clauseEnd(k, a int) int {
	end := s.right[k]
	for _, j := range s.kids[k] {
		if j <= k || s.left[j] <= a {
			continue
		}
		if s.is(j, "conj", "parataxis", "advcl") && s.elsewhere(j) {
			end = min(end, s.left[j]-1)
		}
	}
	return end
}

// elsewhere reports whether the clause of token j brings a report of its own
// that is not set in the one before: it follows a comma or semicolon with "but"
// or "while", and has a subject of its own that speaks.
func (s *sentence) elsewhere(j int) bool {
	a := s.left[j]
	if !s.word(a, "but", "while", "although", "though", "and", "whereas") && !s.word(a-1, ";") {
		return false
	}
	if !s.word(a-1, ",", ";", "—", "–") {
		return false
	}
	subject := s.child(j, "nsubj")
	return subject >= 0 && subject < j && s.speaks(subject) && !s.tag(subject, "PRON") && len(s.reportings(j)) > 0
}

// interrupted is the part of a clause that stands before the reporting words,
// when they are set between commas.
func (s *sentence) interrupted(r reporting, a int) (stemma.Span, bool) {
	edge := s.edge(r)
	if edge < 2 || !s.word(a-1, ",") && !s.word(s.group(r, a)+1, ",") || !s.word(edge-1, ",", "—", "–") && !s.closes(edge-1) {
		return stemma.Span{}, false
	}
	from := s.clauseStart(r, edge)
	if from >= edge-1 {
		return stemma.Span{}, false
	}
	return s.snap(s.span(from, edge-1)), true
}

// edge is the first token of the reporting clause: the cue, or the subject
// before it.
func (s *sentence) edge(r reporting) int {
	edge := r.verb
	for edge > 0 && s.Tokens[edge-1].Head == r.verb && s.is(edge-1, "aux", "advmod", "cop") {
		edge--
	}
	if r.subject >= 0 && r.subject < r.verb {
		edge = min(edge, s.left[r.subject])
	}
	return edge
}

// clauseStart is where the clause begins that ends before the reporting words.
func (s *sentence) clauseStart(r reporting, edge int) int {
	start := 0
	for k := edge - 2; k >= 0; k-- {
		if s.word(k, ";") {
			start = k + 1
			break
		}
	}
	if above := s.Tokens[r.verb].Head; s.is(r.verb, "parataxis") && above >= 0 {
		return max(start, min(s.left[above], edge))
	}
	if k := s.child(r.verb, "ccomp", "parataxis"); k >= 0 && k < edge {
		return max(start, s.left[k])
	}
	return start
}

// quoteAfter is a quotation that opens right after the reporting clause.
//
//	He said by telephone: “Nobody came.” → “Nobody came.”
func (s *sentence) quoteAfter(r reporting) (said, bool) {
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
	return said{}, false
}

// quoteBefore is a quotation that closes right before the reporting clause,
// even where the sentence before ended with it.
func (s *sentence) quoteBefore(r reporting) (stemma.Span, bool) {
	k := s.edge(r) - 1
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

// quoteEnding is the quotation of the same paragraph that ends right before an
// offset, white space apart; -1 if none does.
func (s *sentence) quoteEnding(at int) int {
	for at > 0 && s.text[at-1] == ' ' {
		at--
	}
	q := holding(s.quotings, stemma.Span{Start: at - 1, End: at})
	if at == 0 || q < 0 || s.quotings[q].End != at || s.quotings[q].Open {
		return -1
	}
	return q
}

// inverted is what stands before the reporting clause.
//
//	"Two were hurt, police said" → "Two were hurt"
func (s *sentence) inverted(r reporting) (said, bool) {
	if r.passive && !r.Takes("hearer") || !r.Takes("that", "quote", "whether") {
		return said{}, false
	}
	if quote, ok := s.quoteBefore(r); ok && r.Takes("quote") {
		return said{[]stemma.Span{s.withLead(r, quote)}, "quote"}, true
	}
	edge := s.edge(r)
	if edge < 3 || !s.word(edge-1, ",", "—", "–") || !r.Takes("that") {
		return said{}, false
	}
	from := s.clauseStart(r, edge)
	if edge-from < 3 || !s.asserted(from, edge-1) {
		return said{}, false
	}
	spans := []stemma.Span{s.span(from, edge-1)}
	if rest, ok := s.resumed(r); ok {
		spans = append(spans, rest)
	}
	return said{spans, "inverted"}, true
}

// withLead widens a quotation that begins in the middle of its sentence to the
// whole of what is said.
//
//	The road was “a river of mud,” he said. → The road was “a river of mud,”
func (s *sentence) withLead(r reporting, quote stemma.Span) stemma.Span {
	k := s.TokenAt(quote.Start)
	if k <= 0 || s.word(k-1, ":", ",", ";", "—", "–") || s.closes(k-1) {
		return quote
	}
	from := s.clauseStart(r, s.edge(r))
	if from >= k {
		return quote
	}
	return s.span(from, k).Join(quote)
}

// asserted reports whether tokens a to b hold a verb, or can be a headline.
func (s *sentence) asserted(a, b int) bool {
	for k := a; k <= b; k++ {
		if s.verbal(k) {
			return true
		}
	}
	return false
}

// resumed is the part of a clause that goes on after the reporting words.
//
//	"The valves, she says, were closed by soldiers" → "were closed by soldiers"
func (s *sentence) resumed(r reporting) (stemma.Span, bool) {
	above := s.Tokens[r.verb].Head
	if !s.is(r.verb, "parataxis") || above < 0 {
		return stemma.Span{}, false
	}
	k := s.group(r, -1) + 1
	end := s.right[above]
	if !s.word(k, ",") || k+1 > end || s.under(k+1, r.verb) {
		return stemma.Span{}, false
	}
	return s.span(k+1, end), true
}

// parenthesis is the clause around "as X said".
//
//	"The gate, as the clerk explained, was shut" → "The gate", "was shut"
func (s *sentence) parenthesis(r reporting) (said, bool) {
	edge := s.edge(r)
	above := s.Tokens[r.verb].Head
	if r.passive || !r.Takes("that") || !s.is(r.verb, "advcl") || above < 0 || !s.word(edge-1, "as") || r.subject < 0 {
		return said{}, false
	}
	if s.child(r.verb, "obj", "ccomp", "xcomp") >= 0 {
		return said{}, false
	}
	hole := s.span(edge-1, max(s.right[r.verb], r.end))
	return said{minus([]stemma.Span{s.span(s.left[above], s.right[above])}, hole), "as"}, true
}

// infinitiveSaid is an infinitive, with the object that is to do it.
//
//	"vowed to fight on" → "to fight on"; "urged both sides to wait" → "both sides to wait"
func (s *sentence) infinitiveSaid(r reporting) (said, bool) {
	k := s.infinitiveAfter(r)
	if k < 0 {
		return said{}, false
	}
	a := max(s.left[k], r.end+1)
	if r.passive {
		return s.raised(r, a, s.clauseEnd(k, a))
	}
	object := s.after(r.verb, "obj", "iobj", "obl")
	switch {
	case object > r.end && object < k && r.Takes("hearer-to"):
		a = min(a, s.phraseStart(object, r.end))
	case s.child(k, "nsubj") > r.end && r.Takes("hearer-to"):
		a = min(a, s.left[s.child(k, "nsubj")])
	case !r.Takes("to", "hearer-to"):
		return said{}, false
	}
	return said{[]stemma.Span{s.span(max(a, r.end+1), s.clauseEnd(k, a))}, "infinitive"}, true
}

// phraseStart is the first token of the phrase of token k behind token end.
func (s *sentence) phraseStart(k, end int) int { return max(s.left[k], end+1) }

// infinitiveAfter is the head of the infinitive that the word governs.
func (s *sentence) infinitiveAfter(r reporting) int {
	for _, k := range s.kids[r.verb] {
		if k > r.end && s.is(k, "xcomp", "ccomp", "advcl") && s.infinitive(k) {
			if s.is(k, "advcl") && s.word(s.left[k]-1, ",") {
				continue
			}
			return k
		}
	}
	return -1
}

// raised is the subject and the infinitive of a passive.
//
//	"The crew is believed to have drowned" → "The crew", "to have drowned"
func (s *sentence) raised(r reporting, a, b int) (said, bool) {
	subject := s.child(r.verb, "nsubj:pass", "nsubj")
	if subject < 0 || subject > r.verb || s.word(subject, "it") && !r.Takes("raise") {
		return said{}, false
	}
	switch {
	case r.Takes("raise"):
		return said{[]stemma.Span{s.whole(subject), s.span(a, b)}, "raised"}, true
	case r.Takes("hearer-to", "to"):
		return said{[]stemma.Span{s.span(a, b)}, "ordered"}, true
	}
	return said{}, false
}

// whole is the span of everything at or below a token.
func (s *sentence) whole(k int) stemma.Span { return s.span(s.left[k], s.right[k]) }

// called is an object and what it is called.
//
//	"described the march as a riot" → "the march as a riot"
func (s *sentence) called(r reporting) (said, bool) {
	if r.passive {
		return s.calledPassive(r)
	}
	if !r.Takes("object-as") {
		return said{}, false
	}
	object := s.after(r.verb, "obj")
	name := s.nameAfter(r, max(object, r.end))
	if name < 0 {
		return said{}, false
	}
	if object >= 0 {
		return said{[]stemma.Span{s.span(s.left[object], s.right[name])}, "called"}, true
	}
	if pronoun, ok := s.gap(r); ok {
		return said{[]stemma.Span{pronoun, s.span(max(s.left[name], r.end+1), s.right[name])}, "called"}, true
	}
	return said{}, false
}

// nameAfter is the head of what an object is called.
func (s *sentence) nameAfter(r reporting, behind int) int {
	for _, k := range s.kids[r.verb] {
		if k <= behind || s.left[k] <= r.verb {
			continue
		}
		if s.is(k, "xcomp") && !s.infinitive(k) || s.is(k, "obl", "advcl", "ccomp", "xcomp", "acl", "obj") && s.word(s.left[k], "as") {
			return k
		}
		if s.is(k, "xcomp") && s.child(k, "cop") >= 0 {
			return k
		}
	}
	return -1
}

func (s *sentence) calledPassive(r reporting) (said, bool) {
	subject := s.child(r.verb, "nsubj:pass")
	if !r.Takes("object-as", "raise-as") || subject < 0 {
		return said{}, false
	}
	name := s.nameAfter(r, r.end)
	if name < 0 {
		return said{}, false
	}
	return said{[]stemma.Span{s.whole(subject), s.whole(name)}, "called"}, true
}

// gap is the relative pronoun that stands for the object of the word.
func (s *sentence) gap(r reporting) (stemma.Span, bool) {
	k := s.edge(r) - 1
	if s.word(k, "which", "that", "whom", "what") {
		return s.span(k, k), true
	}
	return stemma.Span{}, false
}

// withPreposition is an object with the phrase that a frame asks for.
//
//	"accused the guard of burning the mill" → "the guard of burning the mill"
func (s *sentence) withPreposition(r reporting) (said, bool) {
	for _, p := range r.Prepositions() {
		if p == "as" {
			continue
		}
		phrase := s.phraseWith(r, p)
		if phrase < 0 {
			continue
		}
		a := max(s.left[phrase], r.end+1)
		if r.passive {
			subject := s.child(r.verb, "nsubj:pass")
			if subject < 0 {
				return said{}, false
			}
			return said{[]stemma.Span{s.whole(subject), s.span(a, s.right[phrase])}, "object"}, true
		}
		if object := s.after(r.verb, "obj"); object > r.end && object < phrase {
			a = min(a, s.left[object])
		}
		return said{[]stemma.Span{s.span(a, s.right[phrase])}, "object"}, true
	}
	return said{}, false
}

// phraseWith is the head of a phrase with a preposition behind the word, under
// the word or under its object.
func (s *sentence) phraseWith(r reporting, p string) int {
	for _, k := range s.kids[r.verb] {
		if k > r.end && s.word(s.left[k], p) && s.left[k] > r.verb {
			return k
		}
		if k > r.end && s.is(k, "obj") {
			for _, j := range s.kids[k] {
				if j > k && s.word(s.left[j], p) {
					return j
				}
			}
		}
	}
	return -1
}

// objectSaid is a noun phrase that tells what was said.
//
//	"denied any coordination" → "any coordination"
func (s *sentence) objectSaid(r reporting) (said, bool) {
	if !r.Takes("object") {
		return said{}, false
	}
	if r.passive {
		return s.subjectSaid(r)
	}
	object := s.after(r.verb, "obj")
	if object < 0 && r.end > r.verb {
		object = s.after(r.verb, "obl")
	}
	if object <= r.end {
		return said{}, false
	}
	a := max(s.left[object], r.end+1)
	if s.tag(object, "PRON") && r.Stance != stemma.Denies || s.tag(object, "PROPN") && s.left[object] == s.right[object] {
		return said{}, false
	}
	return said{[]stemma.Span{s.span(a, s.objectEnd(object))}, "object"}, true
}

// objectEnd leaves out a relative clause set off by a comma, which is the
// outlet's own remark.
func (s *sentence) objectEnd(object int) int {
	end := s.right[object]
	for _, k := range s.kids[object] {
		if k > object && s.is(k, "acl:relcl", "parataxis") && s.word(s.left[k]-1, ",") {
			end = min(end, s.left[k]-1)
		}
	}
	return end
}

// subjectSaid is the subject of a passive.
//
//	"The deal was announced by the mayor" → "The deal"
func (s *sentence) subjectSaid(r reporting) (said, bool) {
	subject := s.child(r.verb, "nsubj:pass")
	if subject >= 0 && subject < r.verb && !s.tag(subject, "PRON") {
		return said{[]stemma.Span{s.whole(subject)}, "passive"}, true
	}
	above := s.Tokens[r.verb].Head
	if subject < 0 && s.is(r.verb, "acl") && above >= 0 && above < r.verb && r.subject >= 0 {
		return said{[]stemma.Span{s.span(s.left[above], s.left[r.verb]-1)}, "passive"}, true
	}
	return said{}, false
}

// gerundSaid is a gerund of the reporter's own.
//
//	"admitted firing first" → "firing first"
func (s *sentence) gerundSaid(r reporting) (said, bool) {
	if !r.Takes("ing") || r.passive {
		return said{}, false
	}
	for _, k := range s.kids[r.verb] {
		if k > r.end && s.is(k, "xcomp", "ccomp", "advcl", "obj") && s.gerundClause(k) && s.left[k] <= r.end+2 {
			return said{[]stemma.Span{s.span(max(s.left[k], r.end+1), s.right[k])}, "gerund"}, true
		}
	}
	return said{}, false
}

func (s *sentence) gerundClause(k int) bool {
	return s.gerund(k) || s.tag(k, "VERB") && s.word(s.left[k], "having", "being")
}

// prepositional is the phrase with a preposition of a frame.
//
//	"argued for a delay" → "for a delay"
func (s *sentence) prepositional(r reporting) (said, bool) {
	if r.passive {
		return said{}, false
	}
	for _, k := range s.kids[r.verb] {
		if k > r.end && s.is(k, "obl", "nmod", "advcl") && slices.Contains(r.Frames, s.low[s.left[k]]) {
			return said{[]stemma.Span{s.whole(k)}, "preposition"}, true
		}
	}
	return said{}, false
}

// cited is what somebody else is quoted as saying.
//
//	"cited two clerks as saying the vault was empty" → "two clerks as saying the vault was empty"
func (s *sentence) cited(r reporting) (said, bool) {
	if !s.word(r.verb, "cited", "cites", "quoted", "quotes", "citing", "quoting", "cite", "quote") || r.passive {
		return said{}, false
	}
	object := s.after(r.verb, "obj", "ccomp")
	if object < 0 {
		return said{}, false
	}
	for k := object + 1; k < min(object+12, len(s.Tokens)-1); k++ {
		if s.word(k, "as") && s.gerund(k+1) {
			return said{[]stemma.Span{s.span(s.left[object], max(s.right[k+1], s.right[r.verb]))}, "cited"}, true
		}
	}
	return said{}, false
}

// snap widens a span to the marks of a quotation that begins right before it
// or ends right after it, and lets a quotation that opens in it close in it.
func (s *sentence) snap(span stemma.Span) stemma.Span { return snap(s.quotings, span) }

func snap(quotations []stemma.Quotation, span stemma.Span) stemma.Span {
	const mark = 4 // bytes of a mark and a stop
	if q := holding(quotations, stemma.Span{Start: span.Start, End: span.Start + 1}); q >= 0 {
		if quote := quotations[q]; span.Start-quote.Start <= mark && span.End >= quote.End-mark {
			span.Start = quote.Start
		}
	}
	if span.Empty() {
		return span
	}
	if q := holding(quotations, stemma.Span{Start: span.End - 1, End: span.End}); q >= 0 {
		if quote := quotations[q]; span.Start <= quote.Start {
			span.End = max(span.End, quote.End)
		}
	}
	return span
}
