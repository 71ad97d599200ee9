package speech

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// phrased are the claims whose cue is a phrase that begins at token i.
//
//	"According to the port, the ship left" → source "the port", content "the ship left"
func (s *Sentence) phrased(i int) []Draft {
	for _, cue := range lexicon.Cues(s.low[i]) {
		if !s.phrase(i, cue.Words...) {
			continue
		}
		switch cue.Slot {
		case lexicon.SlotAfter:
			return s.sourceAfter(i, i+len(cue.Words)-1, cue.Stance)
		case lexicon.SlotThrough:
			return s.through(i, cue.Stance)
		case lexicon.SlotGenitive:
			return s.genitive(i, cue.Stance)
		case lexicon.SlotClause:
			return s.grounds(i, i+len(cue.Words)-1, cue.Stance)
		}
	}
	return nil
}

// sourceAfter reads a phrase from token i to token end with its source behind it.
func (s *Sentence) sourceAfter(i, end int, stance stemma.Stance) []Draft {
	j := s.nounFrom(end + 1)
	if j < 0 || s.word(i, "per") && s.rate(end+1, j) {
		return nil
	}
	last := s.sourceEnd(i, end, j)
	source := s.Person(j, i)
	source = stemma.Span{Start: max(source.Start, s.Tokens[end+1].Start), End: min(source.End, s.Tokens[last].End)}
	if last > s.right[j] {
		source = source.Join(s.bare(end+1, last))
	}
	if source.Empty() {
		return nil
	}
	hole := s.remarkEnd(i, last)
	d := Draft{Sentence: s.index, verb: i, Head: j, Source: source, Cue: s.span(i, end), Stance: stance, Rule: "phrase", Parent: -1}
	d.Content = tidy(s.text, s.around(i, hole))
	if len(d.Content) == 0 {
		return nil
	}
	return []Draft{d}
}

// rate reports whether the noun phrase of head j that begins at token k, behind "per", is
// what something is reckoned by, and nobody's word.
//
//	"two loaves per family", "forty per the hour" → rates
//	"The boat was empty, per a letter seen by the court" → the letter's word
func (s *Sentence) rate(k, j int) bool {
	_, known := s.SourceNoun(j)
	several := s.tag(j, "NOUN") && s.low[j] != s.lemma(j) || s.word(j, "police", "media")
	return !s.tag(j, "PROPN") && !(known && (s.tag(k, "DET", "PRON") || several))
}

// nounFrom is the head of the noun phrase that begins at token k, no farther
// than the next comma.
func (s *Sentence) nounFrom(k int) int {
	limit := k
	for limit < len(s.Tokens) && !s.stop(limit) {
		limit++
	}
	for j := k; j < min(k+4, limit); j++ {
		if !s.nominal(j) && !(s.tag(j, "ADJ") && s.above(j) < j) {
			continue
		}
		h := s.headOf(j, k-1, 1)
		if h < 0 || h >= limit {
			h = s.firstHead(j, limit)
		}
		return max(h, j)
	}
	return -1
}

// sourceEnd is the last token of the noun phrase j behind a phrase; at the head
// of a sentence it ends at the comma before the clause.
func (s *Sentence) sourceEnd(i, end, j int) int {
	last := max(s.right[j], j)
	for k := end + 1; k <= last+1 && k < len(s.Tokens); k++ {
		if s.word(k, ",") && s.finite(k+1, s.last()) {
			return s.apposition(k, s.last())
		}
	}
	for last+1 < len(s.Tokens) && s.inName(last+1) && !s.tag(last+1, "ADV", "VERB", "PUNCT") && !s.word(last+1, "as", "in", "on", "after") {
		last++
	}
	return last
}

// finite reports whether tokens a to b hold a verb that is no participle and no
// infinitive.
func (s *Sentence) finite(a, b int) bool {
	for k := a; k <= b; k++ {
		if s.word(k-1, "to", "-") { // "to stay", "state-run"
			continue
		}
		if s.tag(k, "AUX") || s.tag(k, "VERB") && !s.gerund(k) && !s.is(k, "acl", "amod") {
			return true
		}
	}
	return false
}

var appositions = lists.Set("appositions")

// apposition is the last token of the apposition that a comma at token k opens
// and another closes before a clause; where there is none, the token before the
// comma.
//
//	"According to Ana Torvik, the coach of the team, the match …" → "team"
//	"According to the paper, Professor Torvik, the coach, said …" → "paper"
func (s *Sentence) apposition(k, last int) int {
	if !s.in(k+1, appositions) {
		return k - 1
	}
	for j := k + 1; j <= last; j++ {
		if !s.word(j, ",") {
			continue
		}
		relative := s.word(k+1, "who", "which", "whose")
		if (relative || !s.finite(k+1, j-1)) && s.finite(j+1, last) && !s.tag(j+1, "VERB", "AUX") {
			return j - 1
		}
		break
	}
	return k - 1
}

// remarkEnd is the end of a relative clause or apposition right behind the
// source, which is nobody's content.
//
//	"…, according to Airwatch, a group that tracks raids" → … "raids"
func (s *Sentence) remarkEnd(i, last int) int {
	if !s.word(last+1, ",") || !s.word(last+2, "who", "which", "whose", "a", "an", "the") {
		return last
	}
	k := last + 3
	for k < len(s.Tokens)-1 && !s.word(k, ",", ";") {
		k++
	}
	if s.word(last+2, "a", "an", "the") && (k < s.last() || !s.worded(0, i-1)) {
		return last
	}
	return k
}

// around is the clause around the tokens from i to end: what stands before
// them, what goes on behind.
func (s *Sentence) around(i, end int) []stemma.Span {
	a, b := s.clauseAround(i)
	a = s.ownClause(a, i)
	var out []stemma.Span
	if a < i && s.worded(a, i-1) {
		out = append(out, s.snap(s.span(a, i-1)))
	}
	if end < b && s.resumes(i, end, a) {
		out = append(out, s.snap(s.span(end+1, b)))
	}
	return out
}

// ownClause is where the clause begins that a phrase between commas at token i
// interrupts: behind ", and" when a whole clause stands before it.
//
//	"Ships were lost, and rates, according to the board, have doubled" → "rates"
func (s *Sentence) ownClause(a, i int) int {
	for k := i - 1; k > a; k-- {
		if s.word(k, "and", "but") && s.word(k-1, ",") && s.finite(a, k) && !s.finite(k, i) {
			return k + 1
		}
	}
	return a
}

// worded reports whether tokens a to b hold more than a conjunction.
func (s *Sentence) worded(a, b int) bool {
	for k := a; k <= b; k++ {
		if !s.tag(k, "PUNCT", "CCONJ", "SCONJ") {
			return true
		}
	}
	return false
}

var leading = lists.Set("leading on")

// resumes reports whether what follows a phrase belongs to its clause: always
// at the head of a sentence, else after a comma and before no remark of its own.
func (s *Sentence) resumes(i, end, a int) bool {
	if !s.worded(a, i-1) {
		return true
	}
	if s.word(end+1, ",", "—", "–") {
		return !s.in(end+2, leading)
	}
	return s.word(i-1, "that", "which", "who") || !s.tag(end+1, "PUNCT")
}

// clauseAround are the first and last tokens of the clause that a phrase at
// token i speaks of: the sentence, or what semicolons and a following "but"
// leave of it.
func (s *Sentence) clauseAround(i int) (a, b int) {
	a, b = s.clauseStart(i), s.last()
	for k := i - 1; k >= a; k-- {
		if s.turns(k) && s.finite(k, i) {
			a = k + 1
			break
		}
	}
	for k := i + 1; k <= b; k++ {
		if s.word(k, ";") || s.turns(k) && s.finite(k, b) && s.finite(i, k) {
			b = k - 1
			break
		}
	}
	if k := s.relativeAround(i); k >= 0 {
		return max(a, s.left[k]), min(b, s.right[k])
	}
	return a, b
}

// turns reports whether a clause with a subject of its own begins at token k
// with "but" or "while".
func (s *Sentence) turns(k int) bool {
	return s.word(k, "but", "while") && s.word(k-1, ",") && k+1 < len(s.Tokens) && (s.nominal(k+1) || s.tag(k+1, "DET", "ADJ"))
}

// relativeAround is the relative clause or complement in which a phrase stands
// in the middle, or -1.
//
//	"a treaty which, in the view of lawyers, says little" → "says"
//	"has vowed to retake the prisons, where 400 have died, according to a rights group" → "died"
func (s *Sentence) relativeAround(i int) int {
	k := i
	for range s.Tokens {
		above := s.above(k)
		if above < 0 {
			return -1
		}
		if s.is(above, "acl:relcl", "advcl", "ccomp") && s.word(s.left[above], "where") && s.word(s.left[above]-1, ",") {
			return above
		}
		if s.is(above, "acl:relcl", "ccomp") && s.left[above] < i && (s.is(above, "acl:relcl") || s.right[above] > s.right[k]) {
			return above
		}
		k = above
	}
	return -1
}

// through is "citing two clerks" beside another's report: its content is filled
// in from the claim around it.
func (s *Sentence) through(i int, stance stemma.Stance) []Draft {
	j := s.after(i, "obj")
	if j < 0 {
		j = s.nounFrom(i + 1)
	}
	if j < 0 || !s.speaks(j) || s.asSaying(i, j) {
		return nil
	}
	d := Draft{Sentence: s.index, verb: i, Head: j, Source: s.Person(j, i), Cue: s.span(i, i), Stance: stance, Rule: "through", through: true, Parent: -1}
	return []Draft{d}
}

// asSaying reports whether "as saying" follows soon after the noun phrase j.
func (s *Sentence) asSaying(i, j int) bool {
	for k := j + 1; k < min(j+15, len(s.Tokens)-1); k++ {
		if s.word(k, "as") && s.gerund(k+1) {
			return true
		}
	}
	return false
}

var reckoners = lists.Set("reckoners")

// genitive is "in the clerk's view", "by her account", "by one estimate".
func (s *Sentence) genitive(k int, stance stemma.Stance) []Draft {
	a := s.left[k]
	if !s.word(a, "in", "by", "on") || a == k {
		return nil
	}
	d := Draft{Sentence: s.index, verb: k, Stance: stance, Rule: "genitive", Parent: -1}
	if owner := s.child(k, "nmod:poss"); owner >= 0 {
		d.Head, d.Source, d.Cue = owner, s.Person(owner, k), s.span(k, k)
	} else if s.in(a+1, reckoners) {
		d.Head, d.Source, d.Cue = k, s.span(a+1, k), s.span(a, a)
	} else {
		return nil
	}
	d.Content = tidy(s.text, s.around(a, s.right[k]))
	if len(d.Content) == 0 {
		return nil
	}
	return []Draft{d}
}

// grounds is "on the grounds that": what follows is the word of whoever acts.
func (s *Sentence) grounds(i, end int, stance stemma.Stance) []Draft {
	if end+2 >= len(s.Tokens) {
		return nil
	}
	k := s.verbAfter(end)
	actor := s.actorBefore(i)
	if actor < 0 || k <= end {
		return nil
	}
	d := Draft{Sentence: s.index, verb: i, Head: actor, Source: s.Person(actor, i), Cue: s.span(i, end-1), Stance: stance, Rule: "grounds", Parent: -1}
	d.Content = tidy(s.text, []stemma.Span{s.snap(s.span(end, s.cut(reporting{verb: k}, end, s.right[k])))})
	return []Draft{d}
}

// actorBefore is the subject of the nearest verb before token i, or -1.
func (s *Sentence) actorBefore(i int) int {
	for k := i - 1; k >= 0; k-- {
		if s.tag(k, "VERB") {
			return s.subject(k)
		}
	}
	return -1
}
