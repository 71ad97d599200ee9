package attribute

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
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
		s.cited, s.clause, s.infinitiveSaid, s.called, s.withPreposition, s.objectSaid, s.gerundSaid, s.prepositional, s.putIt, s.inverted, s.parenthesis,
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
	if a < 0 || !s.word(a, "that", "whether") && !s.opens(a) && !s.opens(a-1) && s.quoteJustBefore(r) {
		return s.quoteAfter(r)
	}
	spans := []stemma.Span{s.span(a, b)}
	if first, ok := s.interrupted(r, a); ok {
		spans = append(spans, first)
	} else if pronoun, ok := s.gap(r); ok && a == r.end+1 {
		spans = append(spans, pronoun)
	}
	return said{spans, "clause"}, true
}

// clauseAfter are the tokens of the clause that the word governs on its right.
// Where the tree has broken the clause up, the sentence is read on to its end.
func (s *sentence) clauseAfter(r reporting) (a, b int) {
	a, b = s.treeAfter(r)
	if at := s.complementizer(r); at >= 0 {
		a, b = at, max(b, s.subtreeEnd(at))
	}
	if a < 0 {
		a, b = s.bareAfter(r)
	}
	if a < 0 || s.quotedOnly(a, b) {
		return a, b
	}
	if _, ok := s.gap(r); ok && a == r.end+1 {
		return a, max(b, s.clauseStop(a))
	}
	return a, s.cut(r, a, max(b, s.reach(r, a)))
}

// clauseStop is the last token before the next comma or stop behind token a.
func (s *sentence) clauseStop(a int) int {
	k := a
	for k < s.last() && !s.stop(k+1) {
		k++
	}
	return k
}

// treeAfter are the tokens of the complement that the tree gives the word.
func (s *sentence) treeAfter(r reporting) (a, b int) {
	for _, k := range s.kids[r.verb] {
		if k <= r.end || !s.is(k, "ccomp", "parataxis", "xcomp", "csubj") || s.infinitive(k) {
			continue
		}
		a := max(s.left[k], r.end+1)
		if s.fits(r, k, a) {
			if object := s.behind(r, "obj"); s.saying(r) && object >= 0 && object < a { // the subject of what is said
				a = max(s.left[object], r.end+1)
			}
			return a, max(k, s.right[k])
		}
	}
	return -1, -1
}

// fits reports whether the clause of token k, which begins at a, is what the
// word takes.
func (s *sentence) fits(r reporting, k, a int) bool {
	switch {
	case s.word(a, "though", "although", "while", "as", "after", "because", "since", "until", "before", "unless", "but", "and"):
		return false
	case s.separated(r.end, a):
		return false
	case s.word(a, "that") && a > r.end+1 && s.tag(a+1, "VERB", "AUX") && s.tag(a-1, "NOUN", "PROPN"):
		return false // "said Ana Torvik of the group that runs the port"
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

// separated reports whether a semicolon stands between tokens a and b.
func (s *sentence) separated(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if s.word(k, ";") {
			return true
		}
	}
	return false
}

// complementizer is the token of "that" or "whether" that opens what the word
// reports, with nothing between them but a hearer, a day or a place; -1 if there
// is none.
//
//	"warned last week that reserves were low", "said on its channel that …"
func (s *sentence) complementizer(r reporting) int {
	if r.passive && !r.Takes("hearer") {
		return -1
	}
	const near = 14 // words of hearer, day and place
	for k := r.end + 1; k < min(r.end+near, len(s.Tokens)-2); k++ {
		if s.word(k, ",") && s.gerund(k+1) { // "said, citing two clerks, that …"
			for k++; k < len(s.Tokens)-2 && !s.word(k, ","); k++ {
			}
		}
		switch {
		case s.word(k, "that") && r.Takes("that"), s.word(k, "whether") && r.Takes("whether"):
			if k == r.end+1 || s.besideOnly(r, k) {
				return k
			}
			return -1
		case s.tag(k, "VERB", "AUX") && !s.is(k, "amod", "compound"), s.mark(k), s.word(k, ":", ";"):
			return -1
		}
	}
	return -1
}

// besideOnly reports whether the words between the reporting word and token k
// are no object that "that" could belong to.
func (s *sentence) besideOnly(r reporting, k int) bool {
	first := r.end + 1
	if s.tag(k+1, "VERB", "AUX") {
		return false
	}
	return r.Takes("hearer") || s.tag(first, "ADP", "ADV", "PUNCT") || s.weekday(first) || s.is(first, "obl") || !r.Takes("object")
}

// subtreeEnd is the end of the clause that the complementizer at token k opens.
func (s *sentence) subtreeEnd(k int) int {
	verb := s.verbAfter(k)
	return max(verb, s.right[verb])
}

// bareAfter are the tokens of a clause without a complementizer that the tree
// has taken for something else. Only words that take no object are followed so.
//
//	"said troops are shelling the area" → "troops are shelling the area"
func (s *sentence) bareAfter(r reporting) (a, b int) {
	if !r.Takes("that") || r.Takes("object") && !s.saying(r) && !s.nominative(r.end+1) && !s.predicated(r) || r.passive || r.subject > r.verb {
		return -1, -1
	}
	a = s.group(r, -1) + 1
	if s.predicated(r) {
		a = r.end + 1
	} else if k := s.after(r.verb, "obj", "obl"); k >= 0 && !r.Takes("hearer") && s.Tokens[r.end+1].Tag != "ADP" && !s.weekday(r.end+1) {
		a = r.end + 1
	}
	if s.nominative(r.end+1) || s.word(r.end+1, "between", "about", "around", "over", "nearly", "almost", "only", "more", "at") && s.number(r.end+2, r.end+4) {
		a = r.end + 1
	}
	if _, ok := s.gap(r); ok {
		a = r.end + 1
	} else if a >= len(s.Tokens) || !s.nominal(a) && !s.tag(a, "DET", "ADJ", "ADV") && !s.opens(a) && a != r.end+1 || s.tag(a, "PUNCT", "PART", "CCONJ") {
		return -1, -1
	}
	for k := a; k < len(s.Tokens) && !s.stop(k); k++ {
		if s.tag(k, "AUX") || s.tag(k, "VERB") && !s.gerund(k) && !s.is(k, "amod") && (!s.is(k, "acl") || s.after(k, "obj") >= 0 || s.saying(r)) {
			return a, max(k, s.right[k])
		}
	}
	return -1, -1
}

// saying reports whether the word is "say", which takes no object but a number.
func (s *sentence) saying(r reporting) bool { return s.word(r.verb, "say", "says", "said") }

// predicated reports whether what the tree takes for the word's object is the
// subject of a clause: an auxiliary follows it.
//
//	"Organisers reckon the figure is higher"
func (s *sentence) predicated(r reporting) bool {
	object := s.behind(r, "obj")
	return object >= 0 && s.left[object] == r.end+1 && s.tag(s.nounEnd(object)+1, "AUX")
}

// nounEnd is the last token of the noun phrase of token k that is no clause.
func (s *sentence) nounEnd(k int) int {
	end := k
	for _, j := range s.kids[k] {
		if j > k && s.is(j, "nmod", "flat", "nummod", "compound") && s.left[j] == end+1 {
			end = s.right[j]
		}
	}
	return end
}

// nominative reports whether the token is a pronoun that only a clause begins with.
func (s *sentence) nominative(k int) bool {
	return s.word(k, "he", "she", "they", "we", "i", "there") || s.word(k, "it") && s.tag(k+1, "AUX", "VERB")
}

// weekday reports whether the token is a word of time.
func (s *sentence) weekday(k int) bool {
	return s.word(k, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "last", "this", "earlier", "later")
}

// number reports whether a number stands among tokens a to b.
func (s *sentence) number(a, b int) bool {
	for k := a; k <= min(b, len(s.Tokens)-1); k++ {
		if s.tag(k, "NUM") {
			return true
		}
	}
	return false
}

// quotedOnly reports whether tokens a to b are one quotation.
func (s *sentence) quotedOnly(a, b int) bool {
	return s.opens(a) && s.quoted[a] == s.quoted[min(b, len(s.Tokens)-1)]
}

// verbAfter is the head of the clause that a complementizer at token k opens.
func (s *sentence) verbAfter(k int) int {
	if above := s.above(k); above > k && s.is(k, "mark") {
		return above
	}
	for j := k + 1; j < len(s.Tokens); j++ {
		if s.tag(j, "VERB") {
			return j
		}
	}
	return len(s.Tokens) - 1
}

// reach is how far a clause goes on that begins at token a: to the end of the
// sentence when the reporting word is in its main line, else to the end of the
// subordinate clause or quotation that holds the word.
func (s *sentence) reach(r reporting, a int) int {
	end := s.last()
	if q := s.quoted[r.verb]; q >= 0 {
		for end > a && s.quoted[end] != q {
			end--
		}
	}
	if s.word(r.edge-1, "while", "although", "though", "as", "when", "after", "since", "because", "if") && (r.edge == 1 || s.word(r.edge-2, ",")) {
		for k := a + 1; k < end; k++ {
			if s.word(k, ",") && s.finite(a, k) && s.finite(k+1, end) {
				return k - 1
			}
		}
	}
	k := r.verb
	for range s.Tokens { // a broken tree must not loop
		if k < 0 {
			break
		}
		if s.is(k, "advcl", "acl") && !(s.gerund(k) && k == r.verb) {
			return min(end, max(s.right[k], a))
		}
		k = s.above(k)
	}
	return end
}

// cut is where tokens a to b stop being what one source said: before a report
// of somebody else, before "according to", before a remark with a report of its
// own, and before what the same source is told to add.
//
//	"said the road was shut, but the mayor denied it" → … "shut"
func (s *sentence) cut(r reporting, a, b int) int {
	for k := a + 1; k < b; k++ {
		if s.word(k, "and", "but") && s.coordinate(r, k) {
			return k - 1
		}
		if s.word(k, "while", "whereas") && s.quoted[k] < 0 && s.otherReport(k, b) && s.finite(a, k) {
			return s.beforeComma(k - 1)
		}
		if !s.word(k, ",", ";", "—", "–") || s.quoted[k] >= 0 && s.quoted[k] != s.quoted[a] {
			continue
		}
		if s.gerund(r.verb) && s.word(k, ",") && s.otherReport(k, b) { // "critics saying it fell, Torvik said …"
			return k - 1
		}
		switch {
		case s.word(k+1, "but", "while", "although", "though", "whereas", "and") && s.otherReport(k+1, b),
			s.word(k, ";") && !s.word(k+1, "that") && !s.word(k+2, "that"),
			s.word(k+1, "which", "who", "whom") && s.otherReport(k+1, b),
			s.phrase(k+1, "according", "to"),
			s.word(k+1, "adding", "saying", "citing", "quoting", "referring", "calling", "describing", "accusing", "warning", "stressing", "insisting", "noting"):
			return k - 1
		}
	}
	return b
}

// coordinate reports whether a second report of the same source begins at the
// conjunction k: "says it fell and accuses the guard".
func (s *sentence) coordinate(r reporting, k int) bool {
	if s.quoted[k] >= 0 && s.quoted[r.verb] != s.quoted[k] {
		return false
	}
	v := k + 1
	for v < len(s.Tokens)-1 && s.tag(v, "ADV", "AUX", "PART") {
		v++
	}
	if v >= len(s.Tokens) || !s.tag(v, "VERB") || s.subjectBetween(k, v) {
		return false
	}
	reports := false
	for _, e := range lexicon.Reporters(s.Tokens[v].Lemma) {
		reports = reports || e.Kind == lexicon.Speech || e.Kind == lexicon.Request || e.Kind == lexicon.Judgement
	}
	present := strings.HasSuffix(s.low[v], "s") && strings.HasSuffix(s.low[r.verb], "s")
	return reports && (present || s.is(v, "conj") && s.above(v) == r.verb || s.word(k-1, ",") && (s.participle(v) || s.word(k+1, "did", "does", "do", "has", "have", "had")) && s.participle(r.verb))
}

func (s *sentence) subjectBetween(k, v int) bool {
	j := s.child(v, "nsubj")
	return j > k && j < v
}

// otherReport reports whether the clause behind token k is another report: its
// first verb reports and it has a subject that can speak.
func (s *sentence) otherReport(k, b int) bool {
	speaker := false
	for j := k + 1; j <= b; j++ {
		switch {
		case s.tag(j, "NOUN", "PROPN"):
			speaker = speaker || s.speaks(j)
		case s.tag(j, "PRON") || s.word(j, "another", "others", "some"):
			speaker = true
		case s.tag(j, "VERB") && !s.is(j, "amod"):
			return speaker && len(lexicon.Reporters(s.Tokens[j].Lemma)) > 0
		case s.word(j, ",") && s.word(j+1, "who", "which", "whose"):
			for j++; j < b && !s.word(j, ","); j++ {
			}
		case s.stop(j):
			return false
		}
	}
	return false
}

// interrupted is the part of a clause that stands before the reporting words,
// when they are set between commas.
func (s *sentence) interrupted(r reporting, a int) (stemma.Span, bool) {
	edge := r.edge
	if edge < 2 || !s.word(a-1, ",") && !s.word(s.group(r, a)+1, ",") || !s.word(edge-1, ",", "—", "–") && !s.closes(edge-1) {
		return stemma.Span{}, false
	}
	if (s.opens(a) || s.opens(a-1)) && !s.closes(edge-1) && !s.closes(edge-2) {
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
func (s *sentence) clauseStart(edge int) int {
	for k := edge - 2; k >= 0; k-- {
		if s.quoted[k] < 0 && (s.word(k, ";") && !s.word(k+1, "and", "or") || s.word(k, ":") && s.finite(0, k)) {
			return k + 1
		}
	}
	return 0
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
		if s.opens(at) && (at < r.end+2 || s.tag(at-1, "PUNCT") || at == k && !s.finite(r.end+1, at-1)) {
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
func (s *sentence) quoteBelow(k int) int {
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
func (s *sentence) quoteBefore(r reporting) (stemma.Span, bool) {
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
func (s *sentence) quoteJustBefore(r reporting) bool {
	quote, ok := s.quoteBefore(r)
	return ok && quote.End > s.Start && r.Takes("quote") && len(strings.Fields(s.text.Words(quote))) >= 4
}

// quoteEnding is the quotation of the same paragraph that ends right before an
// offset, white space apart; -1 if none does.
func (s *sentence) quoteEnding(at int) int {
	for at > 0 && s.text[at-1] == ' ' {
		at--
	}
	q := holding(s.quotings, stemma.Span{Start: at - 1, End: at})
	if at == 0 || q < 0 || s.quotings[q].End != at || s.quotings[q].Open || !s.unfinished(s.quotings[q].Span) {
		return -1
	}
	return q
}

// unfinished reports whether the sentence goes on with the words before it: it
// begins small, or the quotation before it ends in a comma, a question or a cry.
func (s *sentence) unfinished(quote stemma.Span) bool {
	words := strings.TrimRight(s.text.Words(quote), "\"'”’»")
	return len(s.Tokens) > 0 && !s.upper(0) || strings.HasSuffix(words, ",") || strings.HasSuffix(words, "?") || strings.HasSuffix(words, "!")
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
	edge := r.edge
	if edge < 1 || !r.Takes("that") {
		return said{}, false
	}
	if !s.word(edge-1, ",", "—", "–") {
		return s.unmarked(r)
	}
	from := s.clauseStart(edge)
	rest, resumed := s.resumed(r)
	switch {
	case s.finite(from, edge-1) && edge-from >= 3, r.closing && edge-from >= 5 && (r.Kind == lexicon.Speech || r.Kind == lexicon.Finding):
		if !resumed || s.under(s.group(r, -1)+2, r.verb) {
			return said{[]stemma.Span{s.span(from, edge-1)}, "inverted"}, true
		}
	case !resumed:
		return said{}, false
	}
	return said{[]stemma.Span{s.span(s.relativeStart(from, edge), edge-1), rest}, "inverted"}, true
}

// unmarked is what stands before a reporting clause that ends its sentence and
// has lost its comma.
//
//	"The town fell on Monday the army said." → "The town fell on Monday"
func (s *sentence) unmarked(r reporting) (said, bool) {
	edge := r.edge
	switch {
	case !r.closing || r.subject < 0 || edge < 4 || !s.speaks(r.subject) || r.Kind != lexicon.Speech:
		return said{}, false
	case s.tag(edge-1, "ADP", "SCONJ", "CCONJ", "VERB", "AUX", "DET", "PUNCT") || s.word(edge-1, "who", "which", "that", "what", "as", "than", "where"):
		return said{}, false
	case s.is(r.verb, "acl", "amod") || !s.finite(0, edge-1) || s.antecedes(r):
		return said{}, false
	}
	return said{[]stemma.Span{s.span(s.clauseStart(edge), edge-1)}, "inverted"}, true
}

// antecedes reports whether what stands before is a noun that the word's clause
// modifies: "the story the army told".
func (s *sentence) antecedes(r reporting) bool {
	return r.subject < r.verb && s.Tokens[r.edge-1].Tag == "NOUN" && s.is(r.verb, "acl", "acl:relcl")
}

// relativeStart is the first token of "in which" right before the reporting
// clause, else the start of the clause.
func (s *sentence) relativeStart(from, edge int) int {
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
func (s *sentence) withLead(r reporting, quote stemma.Span) stemma.Span {
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
//	"The valves, she says, were closed by soldiers" → "were closed by soldiers"
func (s *sentence) resumed(r reporting) (stemma.Span, bool) {
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
func (s *sentence) parenthesis(r reporting) (said, bool) {
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
		return s.raised(r, a, s.cut(r, a, s.right[k]))
	}
	object := s.after(r.verb, "obj", "iobj", "obl")
	switch {
	case object > r.end && object < k && r.Takes("hearer-to"):
		a = min(a, s.phraseStart(object, r.end))
	case k > r.end+3 && s.above(k) != r.verb && r.Takes("hearer-to"):
		a = r.end + 1
	case s.child(k, "nsubj") > r.end && r.Takes("hearer-to"):
		a = min(a, s.left[s.child(k, "nsubj")])
	case !r.Takes("to", "hearer-to"):
		return said{}, false
	}
	return said{[]stemma.Span{s.span(max(a, r.end+1), s.cut(r, a, s.right[k]))}, "infinitive"}, true
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
	if r.Kind == lexicon.Request && r.Takes("hearer-to") {
		return s.infinitiveNear(r)
	}
	return -1
}

// infinitiveNear is an infinitive soon behind the word, whatever the tree has
// hung it under: "pleaded with the group not to answer".
func (s *sentence) infinitiveNear(r reporting) int {
	const near = 9
	for k := r.end + 1; k < min(r.end+near, len(s.Tokens)-1); k++ {
		if s.stop(k) || s.tag(k, "AUX", "VERB") {
			return -1
		}
		if s.word(k, "to") && s.tag(k+1, "VERB", "AUX") {
			return k + 1
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
	if !r.Takes("object-as", "responsible") {
		return said{}, false
	}
	object := s.after(r.verb, "obj")
	name := s.nameAfter(r, max(object, r.end))
	if name < 0 || r.Takes("responsible") && !s.word(name, "responsible", "accountable", "liable") {
		return said{}, false
	}
	if object >= 0 && r.Stance == stemma.Denies {
		return said{[]stemma.Span{s.span(s.left[object], min(s.right[object], s.left[name]-1))}, "called"}, true
	}
	if object >= 0 {
		return said{[]stemma.Span{s.span(s.left[object], s.cut(r, s.left[object], s.right[name]))}, "called"}, true
	}
	if pronoun, ok := s.gap(r); ok {
		return said{[]stemma.Span{pronoun, s.span(max(s.left[name], r.end+1), s.right[name])}, "called"}, true
	}
	return said{}, false
}

// nameAfter is the head of what an object is called.
func (s *sentence) nameAfter(r reporting, behind int) int {
	for _, k := range s.kids[r.verb] {
		if k < behind || k <= r.end || s.left[k] <= r.verb {
			continue
		}
		if k > behind && s.is(k, "obl", "advcl", "ccomp", "xcomp", "acl", "obj", "nmod") && s.word(s.left[k], "as") {
			return k
		}
		if j := s.child(k, "nmod"); j > k && s.is(k, "obj") && s.word(s.left[j], "as") {
			return j
		}
		if r.Takes("object-name", "responsible") && k > behind && s.is(k, "xcomp") && (!s.infinitive(k) || s.child(k, "cop") >= 0) {
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
	k := r.edge - 1
	if s.word(k, "which", "whom", "what") || s.word(k, "that") && (s.tag(k, "PRON") || s.is(r.verb, "acl")) {
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
		if k > r.end && s.is(k, "obj", "obl:agent") {
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
	object := s.after(r.verb, "obj")
	if !r.Takes("object") && (object < 0 || !r.Takes("object:"+s.Tokens[object].Lemma)) {
		return said{}, false
	}
	if r.passive {
		return s.subjectSaid(r)
	}
	if object <= r.end && r.end > r.verb {
		object = s.behind(r, "obj", "obl", "nmod")
	}
	if k := s.behind(r, "obl"); object < 0 && k == r.end+2 && s.tag(k-1, "DET") { // "blamed the other"
		object = k
	}
	if object <= r.end || object == r.subject {
		return said{}, false
	}
	a := max(s.left[object], r.end+1)
	if s.onlyCounts(r) && !s.number(s.left[object], s.right[object]) {
		return said{}, false
	}
	if s.tag(object, "PRON") && r.Stance != stemma.Denies || s.tag(object, "PROPN") && s.left[object] == s.right[object] {
		return said{}, false
	}
	return said{[]stemma.Span{s.span(a, s.objectEnd(r, object))}, "object"}, true
}

// behind is the first child of the word that stands behind its last word with
// one of the relations, or -1.
func (s *sentence) behind(r reporting, relations ...string) int {
	for _, k := range s.kids[r.verb] {
		if k > r.end && s.is(k, relations...) {
			return k
		}
	}
	return -1
}

// onlyCounts reports whether the word's object is said only when it is a number:
// "counted 30", "says twenty-six", but not "counted the cost".
func (s *sentence) onlyCounts(r reporting) bool {
	switch s.Tokens[r.verb].Lemma {
	case "say", "count", "register":
		return true
	}
	return false
}

// objectEnd is the end of an object, from which the outlet's own remarks are
// left out: a relative clause or participle set off by a comma, a day, a reason.
//
//	"asked for a delay late on Wednesday because …" → "a delay"
func (s *sentence) objectEnd(r reporting, object int) int {
	end := s.extended(r, s.right[object])
	for k := object + 1; k < end; k++ {
		switch {
		case s.word(k, ",") && (s.word(k+1, "which", "who", "whose", "where", "whom", "known", "after", "as", "in") || s.timed(k+1)),
			s.word(k+1, "because", "late", "early", "after", "before") && !s.tag(k, "PUNCT", "ADP"),
			s.word(k+1, "on") && s.weekday(k+2), s.weekday(k+1) && s.tag(k+1, "PROPN") && !s.tag(k, "ADP", "DET"):
			return s.beforeComma(k)
		}
	}
	return s.cut(r, s.left[object], end)
}

// beforeComma is token k, or the one before if k is a comma.
func (s *sentence) beforeComma(k int) int {
	if s.word(k, ",") {
		return k - 1
	}
	return k
}

// extended is the end of an object with the phrase right behind it that the
// tree has given to the word: "reiterated its support | for the talks".
func (s *sentence) extended(r reporting, end int) int {
	for _, k := range s.kids[r.verb] {
		if k > end && s.is(k, "obl", "nmod") && s.left[k] == end+1 && s.word(end+1, "for", "of", "against", "about", "between", "towards", "toward", "over") {
			end = s.right[k]
		}
	}
	return end
}

// timed reports whether a length of time begins at token k: "two days after".
func (s *sentence) timed(k int) bool {
	return s.word(k+1, "days", "day", "hours", "hour", "weeks", "week", "months", "month", "years", "year", "minutes")
}

// subjectSaid is the subject of a passive.
//
//	"The deal was announced by the mayor" → "The deal"
func (s *sentence) subjectSaid(r reporting) (said, bool) {
	subject := s.child(r.verb, "nsubj:pass")
	if subject >= 0 && subject < r.verb && !s.tag(subject, "PRON") {
		return said{[]stemma.Span{s.whole(subject)}, "passive"}, true
	}
	above := s.above(r.verb)
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
	const near = 8 // words of manner and place before "having"
	for k := r.end + 1; k < min(r.end+near, len(s.Tokens)-1); k++ {
		if s.stop(k) {
			break
		}
		if s.word(k, "having") {
			return said{[]stemma.Span{s.span(k, s.cut(r, k, s.reach(r, k)))}, "gerund"}, true
		}
	}
	return said{}, false
}

func (s *sentence) gerundClause(k int) bool {
	return s.gerund(k) || s.tag(k, "VERB") && s.word(s.left[k], "having", "being")
}

// prepositional is the phrase with a preposition of a frame.
//
//	"asked for a delay" → "a delay"
func (s *sentence) prepositional(r reporting) (said, bool) {
	if r.passive {
		return said{}, false
	}
	for _, k := range s.kids[r.verb] {
		if k > r.end && s.is(k, "obl", "nmod", "advcl") && slices.Contains(r.Frames, s.low[s.left[k]]) {
			return said{[]stemma.Span{s.span(s.left[k]+1, s.objectEnd(r, k))}, "preposition"}, true
		}
	}
	return said{}, false
}

// putIt is what follows "put it" and a colon.
//
//	"One put it like this: the line could not be held" → "the line could not be held"
func (s *sentence) putIt(r reporting) (said, bool) {
	if !r.Takes("it") || !s.word(r.end+1, "it") {
		return said{}, false
	}
	for k := r.end + 2; k < min(r.end+8, len(s.Tokens)-1); k++ {
		if s.word(k, ":", ",") {
			return said{[]stemma.Span{s.span(k+1, s.last())}, "clause"}, true
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
func (s *sentence) snap(span stemma.Span) stemma.Span { return snap(s.quotings, span) }

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
