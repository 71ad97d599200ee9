package speech

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// interrupted is the part of a clause that stands before the reporting words,
// when they are set between commas.
func (s *Sentence) interrupted(r reporting, a int) (stemma.Span, bool) {
	edge := r.edge
	if edge < 2 || !s.word(a-1, ",") && !s.word(s.group(r, a)+1, ",") || !s.word(edge-1, ",", "—", "–") && !s.closes(edge-1) {
		return stemma.Span{}, false
	}
	if s.opens(a-1) && !s.closes(edge-1) {
		return stemma.Span{}, false // "After the match, he said, “…”": the words before are the outlet's
	}
	from := s.clauseStart(edge)
	if from >= edge-1 {
		return stemma.Span{}, false
	}
	return s.snap(s.span(from, edge-1)), true
}

// clauseStart is where the clause begins that ends before the reporting words:
// at the head of the sentence, or behind a semicolon or a colon.
func (s *Sentence) clauseStart(edge int) int {
	for k := edge - 2; k >= 0; k-- {
		if s.quoted[k] < 0 && (s.word(k, ";") && !s.word(k+1, "and", "or") || s.word(k, ":") && s.finite(0, k)) {
			return k + 1
		}
	}
	if start := s.dateline(); start < edge {
		return start
	}
	return 0
}

// dateline is the first token behind a dateline that has stayed in the sentence,
// or 0: "SALUWE, Kidanda, Sept 5 (Transglobe) - Rebels …", "Vistareal (TG) Troops …".
func (s *Sentence) dateline() int {
	const long = 16
	if s.clock(0) && !s.word(1, ":", "—", "–", "-") {
		return 1
	}
	for k := 1; k < min(long, len(s.Tokens)-1); k++ {
		dash := s.word(k, "—", "–", "--") || s.word(k, "-") && s.stop(k)
		switch {
		case dash && (s.word(k-1, ")") || s.capitals(0)):
			return k + 1
		case s.word(k, ")") && k <= 6 && s.word(k-2, "(") && s.upper(k-1) && s.upper(0):
			if next := k + 1; !s.stop(next) {
				return next
			}
		case s.verbal(k):
			return 0
		}
	}
	return 0
}

// capitals reports whether the token is written in capitals.
func (s *Sentence) capitals(k int) bool {
	word := s.text.Words(s.Tokens[k].Span)
	return len(word) > 3 && strings.ToUpper(word) == word && strings.ToLower(word) != word
}

// inverted is what stands before the reporting clause.
//
//	"Two were hurt, police said" → "Two were hurt"
func (s *Sentence) inverted(r reporting) (said, bool) {
	if r.passive && !r.Takes("hearer") || !r.Takes("that", "quote", "whether") || s.word(r.end+1, "otherwise", "differently") {
		return said{}, false // "The ministry says it was a depot, neighbours say otherwise"
	}
	if quote, ok := s.quoteBefore(r); ok && r.Takes("quote") {
		return said{[]stemma.Span{s.withLead(r, quote)}, "quote"}, true
	}
	switch {
	case r.edge < 1 || !r.Takes("that"):
		return said{}, false
	case !s.word(r.edge-1, ",", "—", "–"):
		return s.unmarked(r)
	}
	return s.clauseBefore(r)
}

// clauseBefore is the clause that a comma parts from the reporting clause behind it, with
// what goes on behind that.
//
//	"The town, police said, was calm" → "The town", "was calm"
func (s *Sentence) clauseBefore(r reporting) (said, bool) {
	from := s.clauseStart(r.edge)
	rest, resumed := s.resumed(r)
	whole := s.sayable(r, from)
	switch {
	case whole && (!resumed || s.under(s.group(r, -1)+2, r.verb)):
		return said{[]stemma.Span{s.span(from, r.edge-1)}, "inverted"}, true
	case !whole && !resumed:
		return said{}, false
	}
	return said{[]stemma.Span{s.span(s.relativeStart(from, r.edge), r.edge-1), rest}, "inverted"}, true
}

// sayable reports whether the words from a token to the reporting clause can be all that is
// said: a clause with its verb, or a longer run before words of speech that end the sentence.
func (s *Sentence) sayable(r reporting, from int) bool {
	const clause, run = 3, 5 // words
	length := r.edge - from
	return length >= clause && s.finite(from, r.edge-1) || length >= run && r.closing && (r.Kind == lexicon.Speech || r.Kind == lexicon.Finding)
}

// unmarked is what stands before a reporting clause that ends its sentence and
// has lost its comma.
//
//	"The town fell on Monday the army said." → "The town fell on Monday"
func (s *Sentence) unmarked(r reporting) (said, bool) {
	edge := r.edge
	switch {
	case !s.participle(r.verb) && !strings.HasSuffix(s.low[r.verb], "s") && !s.word(r.verb, "say"):
		return said{}, false
	case !r.closing || r.subject < 0 || edge < 4 || !s.speaks(r.subject) || r.Kind != lexicon.Speech:
		return said{}, false
	case s.tag(edge-1, "VERB") && r.subject < r.verb, s.tag(edge-1, "ADP", "SCONJ", "CCONJ", "AUX", "DET", "PUNCT") || s.word(edge-1, "who", "which", "that", "what", "as", "than", "where"):
		return said{}, false
	case (s.is(r.verb, "acl", "amod") || s.antecedes(r)) && !s.word(r.end+1, "citing", "quoting"), !s.finite(0, edge-1):
		return said{}, false
	}
	return said{[]stemma.Span{s.span(s.clauseStart(edge), edge-1)}, "inverted"}, true
}

// antecedes reports whether what stands before is a noun that the word's clause
// modifies: "the story the army told".
func (s *Sentence) antecedes(r reporting) bool {
	return r.subject < r.verb && s.Tokens[r.edge-1].Tag == "NOUN" && s.is(r.verb, "acl", "acl:relcl")
}

// relativeStart is the first token of "in which" right before the reporting
// clause, else the start of the clause.
func (s *Sentence) relativeStart(from, edge int) int {
	k := edge - 2
	if !s.word(k, "which", "who", "whom", "whose", "where") {
		return from
	}
	if s.tag(k-1, "ADP") {
		return k - 1
	}
	return k
}

// withLead widens a quotation that begins in the middle of its sentence to the
// whole of what is said.
//
//	The road was “a river of mud,” he said. → The road was “a river of mud,”
func (s *Sentence) withLead(r reporting, quote stemma.Span) stemma.Span {
	k := s.TokenAt(quote.Start)
	if k <= 0 || s.word(k-1, ":", ",", ";", "—", "–") || s.closes(k-1) {
		return quote
	}
	from := s.clauseStart(r.edge)
	if from >= k {
		return quote
	}
	return s.span(from, k).Join(quote)
}

// resumed is the part of a clause that goes on behind a comma after the
// reporting words.
//
//	"The sluices, she says, were opened by guards" → "were opened by guards"
func (s *Sentence) resumed(r reporting) (stemma.Span, bool) {
	k := s.group(r, -1) + 1
	if !s.word(k, ",") || k+1 >= len(s.Tokens) || s.word(k+1, "and", "but", "while", "which", "who", "although", "though", "as") || s.gerund(k+1) {
		return stemma.Span{}, false
	}
	end := s.cut(r, k+1, s.last())
	if end <= k {
		return stemma.Span{}, false
	}
	return s.span(k+1, end), true
}

// parenthesis is the clause around "as X said".
//
//	"The gate, as the clerk explained, was shut" → "The gate", "was shut"
func (s *Sentence) parenthesis(r reporting) (said, bool) {
	edge := r.edge
	above := s.above(r.verb)
	if r.passive || r.Adjective || !r.Takes("that") || !s.is(r.verb, "advcl") || above < 0 || !s.word(edge-1, "as") || r.subject < 0 {
		return said{}, false
	}
	if s.child(r.verb, "obj", "ccomp", "xcomp") >= 0 {
		return said{}, false
	}
	hole := s.span(edge-1, max(s.right[r.verb], r.end))
	return said{minus([]stemma.Span{s.span(s.left[above], s.right[above])}, hole), "as"}, true
}
