package speech

import (
	"stemma"
)

// clause is a finite clause or a quotation after the word, with what of it
// stands before.
//
//	"The army said it would stay" → "it would stay"
//	"The mine, he suggested, might have drifted" → "The mine", "might have drifted"
func (s *Sentence) clause(r reporting) (said, bool) {
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
func (s *Sentence) clauseAfter(r reporting) (a, b int) {
	a, b = s.treeAfter(r)
	if k := s.toldName(r); k > 0 {
		a, b = k+1, max(b, s.clauseStop(k+1))
	}
	if at := s.complementizer(r); at >= 0 {
		a, b = at, max(b, s.subtreeEnd(at))
	}
	if a < 0 {
		a, b = s.bareAfter(r)
	}
	if a < 0 {
		return a, b
	}
	if _, ok := s.gap(r); a == r.end+1 && (ok || s.tag(a, "AUX")) {
		return a, max(b, s.clauseStop(a))
	}
	return a, s.cut(r, a, max(b, s.reach(r, a)))
}

// clauseStop is the last token before the next comma or stop behind token a.
func (s *Sentence) clauseStop(a int) int {
	k := a
	for k < s.last() && !s.stop(k+1) {
		k++
	}
	return k
}

// treeAfter are the tokens of the complement that the tree gives the word.
func (s *Sentence) treeAfter(r reporting) (a, b int) {
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

var besides, asking = lists.Set("besides"), lists.Set("asking")

// fits reports whether the clause of token k, which begins at a, is what the
// word takes.
func (s *Sentence) fits(r reporting, k, a int) bool {
	switch {
	case s.in(a, besides):
		return false
	case s.separated(r.end, a), s.gerund(a) && (s.word(a-1, ",") || s.commaLost(a)):
		return false
	case s.word(a-1, ",") && s.gerund(r.verb) && s.behind(r, "obj") >= 0:
		return false // "after hearing the witnesses, that …": of the word before
	case s.word(a, "that") && a > r.end+1 && s.tag(a+1, "VERB", "AUX") && s.tag(a-1, "NOUN", "PROPN"):
		return false // "said Ana Torvik of the group that runs the port"
	case k == a && s.participle(k) && s.tag(a-1, "NOUN") && s.child(k, "nsubj", "aux") < 0 && !s.opens(a-1):
		return false // "said in a report released today"
	case s.is(k, "parataxis") && r.Stance == stemma.Denies && s.behind(r, "obj") >= 0 && s.behind(r, "obj") < a:
		return false // "The union disputes this: it says …"
	case s.is(k, "parataxis"):
		return (s.word(a-1, ":") || a == s.group(r, a)+1) && r.Takes("that", "quote")
	case s.is(k, "xcomp") && s.child(k, "nsubj") < 0:
		return false
	case s.in(a, asking), s.word(a, "which"):
		return r.Takes("whether", "how") || r.negated
	case s.word(a, "how"):
		return r.Takes("how", "whether")
	}
	return r.Takes("that", "quote")
}

// separated reports whether a semicolon stands between tokens a and b.
func (s *Sentence) separated(a, b int) bool {
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
func (s *Sentence) complementizer(r reporting) int {
	const near = 14 // words of hearer, day and place
	for k := r.end + 1; k < min(r.end+near, len(s.Tokens)-2); k++ {
		if c := s.nextComma(k); s.word(k, ",") && s.word(c+1, "that") { // "said, citing two clerks, that …"
			k = c + 1
		}
		switch {
		case s.setApart(r, k):
			return -1
		case s.word(k, "that") && r.Takes("that"), s.word(k, "whether") && r.Takes("whether"):
			if k == r.end+1 || s.besideOnly(r, k) {
				return k
			}
			return -1
		case s.tag(k, "VERB", "AUX") && !s.is(k, "amod", "compound") && !(s.tag(k-1, "ADP") && s.gerund(k)), s.mark(k), s.word(k, ":", ";"):
			return -1
		}
	}
	return -1
}

// setApart reports whether "that" at token k only describes a noun behind the comma
// that closes the report.
//
//	"Nine died, police said, in a raid that nobody owned up to" → nothing said behind "that"
func (s *Sentence) setApart(r reporting, k int) bool {
	v := s.above(k)
	return s.word(r.end+1, ",") && s.is(v, "acl") && s.above(v) == k-1 && s.tag(k-1, "NOUN") && !s.spoken(k-1)
}

// nextComma is the next comma soon behind token k, or k.
func (s *Sentence) nextComma(k int) int {
	const soon = 12
	for c := k + 1; c < min(k+soon, len(s.Tokens)-2); c++ {
		if s.word(c, ",") {
			return c
		}
	}
	return k
}

// besideOnly reports whether the words between the reporting word and token k
// are no object that "that" could belong to.
func (s *Sentence) besideOnly(r reporting, k int) bool {
	first := r.end + 1
	next := k + 1
	for s.tag(next, "ADV") {
		next++
	}
	if s.tag(next, "VERB", "AUX") && !s.tag(next+1, "AUX") || s.behind(r, "obj") >= 0 && !r.Takes("hearer") && s.gerund(r.verb) {
		return false
	}
	return r.Takes("hearer") || s.tag(first, "ADP", "ADV", "PUNCT") || s.weekday(first) || s.is(first, "obl") || !r.Takes("object")
}

// subtreeEnd is the end of the clause that the complementizer at token k opens.
func (s *Sentence) subtreeEnd(k int) int {
	verb := s.verbAfter(k)
	return max(verb, s.right[verb])
}

// bareAfter are the tokens of a clause without a complementizer that the tree
// has taken for something else. Only words that take no object are followed so.
//
//	"said troops are shelling the area" → "troops are shelling the area"
func (s *Sentence) bareAfter(r reporting) (a, b int) {
	if !s.takesBare(r) {
		return -1, -1
	}
	a = s.bareStart(r)
	if _, gap := s.gap(r); !gap && (a != r.end+1 && !s.beginsClause(a) || s.tag(a, "PUNCT", "PART", "CCONJ")) {
		return -1, -1
	}
	if k := s.bareVerb(r, a); k >= 0 {
		return a, max(k, s.right[k])
	}
	return -1, -1
}

// takesBare reports whether the word can have a clause right behind it: it takes one,
// and no object unless the words show that what follows is none.
func (s *Sentence) takesBare(r reporting) bool {
	if !r.Takes("that") || r.passive || r.subject > r.verb || s.commaLost(r.end+1) {
		return false
	}
	return !r.Takes("object") || s.saying(r) || s.nominative(r.end+1) || s.predicated(r)
}

// bareStart is where a clause without a complementizer begins: right behind the word
// where what stands there begins one or is its object by mistake, else behind the
// hearer, day and place.
//
//	"said | about 30 boats had left", "told the mission | they had seen boats", "said on Monday | troops left"
func (s *Sentence) bareStart(r reporting) int {
	first, hearer := r.end+1, s.pronounBehind(r)
	_, gap := s.gap(r)
	switch {
	case gap, s.nominative(first), s.in(first, nearNumbers) && s.number(first+1, first+3):
		return first
	case hearer > 0:
		return hearer
	case s.predicated(r), s.after(r.verb, "obj", "obl") >= 0 && !r.Takes("hearer") && !s.tag(first, "ADP") && !s.weekday(first):
		return first
	}
	return s.group(r, -1) + 1
}

var nearNumbers = lists.Set("near numbers")

// beginsClause reports whether token a can begin a clause: it stands in a noun phrase or
// opens a quotation.
func (s *Sentence) beginsClause(a int) bool {
	return s.nominal(a) || s.tag(a, "DET", "ADJ", "ADV") || s.opens(a)
}

// bareVerb is the verb of a clause that begins at token a, no farther than the next
// comma or stop; -1 if there is none.
func (s *Sentence) bareVerb(r reporting, a int) int {
	for k := a; k < len(s.Tokens) && !s.stop(k); k++ {
		describes := s.is(k, "amod") || s.is(k, "acl") && s.after(k, "obj") < 0 && !s.saying(r)
		if s.tag(k, "AUX") || s.tag(k, "VERB") && !s.gerund(k) && !describes {
			return k
		}
	}
	return -1
}

// pronounBehind is the pronoun that begins a clause behind a hearer: "told the
// mission they had seen boats"; 0 if there is none.
func (s *Sentence) pronounBehind(r reporting) int {
	if !r.Takes("hearer") {
		return 0
	}
	for k := r.end + 2; k < min(r.end+7, len(s.Tokens)-1); k++ {
		if s.nominative(k) && s.tag(k+1, "AUX", "VERB") {
			return k
		}
		if !s.nominal(k) && !s.tag(k, "DET", "ADJ") {
			break
		}
	}
	return 0
}

// saying reports whether the word is "say", which takes no object but a number.
func (s *Sentence) saying(r reporting) bool { return s.word(r.verb, "say", "says", "said") }

// predicated reports whether what the tree takes for the word's object is the
// subject of a clause: an auxiliary follows it.
//
//	"Organisers reckon the figure is higher"
func (s *Sentence) predicated(r reporting) bool {
	object := s.behind(r, "obj")
	return object >= 0 && s.left[object] == r.end+1 && s.tag(s.nounEnd(object)+1, "AUX")
}

// nounEnd is the last token of the noun phrase of token k that is no clause.
func (s *Sentence) nounEnd(k int) int {
	end := k
	for _, j := range s.kids[k] {
		if j > k && s.is(j, "nmod", "flat", "nummod", "compound") && s.left[j] == end+1 {
			end = s.right[j]
		}
	}
	return end
}

// nominative reports whether the token is a pronoun that only a clause begins with.
func (s *Sentence) nominative(k int) bool {
	return s.word(k, "he", "she", "they", "we", "i", "there") || s.word(k, "it") && s.tag(k+1, "AUX", "VERB")
}

var days = lists.Set("days")

// weekday reports whether the token is a word of time.
func (s *Sentence) weekday(k int) bool {
	return s.in(k, days)
}

// number reports whether a number stands among tokens a to b.
func (s *Sentence) number(a, b int) bool {
	for k := a; k <= min(b, len(s.Tokens)-1); k++ {
		if s.tag(k, "NUM") {
			return true
		}
	}
	return false
}

// verbAfter is the head of the clause that a complementizer at token k opens.
func (s *Sentence) verbAfter(k int) int {
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

// gap is the relative pronoun that stands for the object of the word.
func (s *Sentence) gap(r reporting) (stemma.Span, bool) {
	k := r.edge - 1
	if s.word(k, "which", "whom", "what") || s.word(k, "that") && (s.tag(k, "PRON") || s.is(r.verb, "acl")) {
		return s.span(k, k), true
	}
	return stemma.Span{}, false
}

// putIt is what follows "put it" and a colon.
//
//	"One put it like this: the line could not be held" → "the line could not be held"
func (s *Sentence) putIt(r reporting) (said, bool) {
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
