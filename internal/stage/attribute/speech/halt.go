package speech

import "stemma/internal/reference/lexicon"

// halt ends what is said at the semicolons around the reporting word and at a
// dash behind it that opens a remark, those of quotations apart: there the outlet
// speaks again; and where the source adds something.
//
//	"The Front says the letter is forged; experts disagree." → "the letter is forged"
//	"The Front says it has left — a claim nobody can check." → "it has left"
func (s *Sentence) halt(i int, labels []uint8) {
	for _, step := range []int{-1, 1} {
		halted := false
		for k := i + step; k >= 0 && k < len(labels); k += step {
			if step > 0 && s.word(k, "and") && s.word(k+1, "that") { // "said he was hit, which police denied, | and that …"
				halted = false
			}
			halted = halted || s.haltsAt(i, k, step)
			if halted && labels[k] == ofContent {
				labels[k] = outside
			}
		}
	}
}

// haltsAt reports whether what is said ends at a token on the way from its cue: with a
// semicolon, where somebody else is told of, or with what the page says of the saying.
func (s *Sentence) haltsAt(cue, k, step int) bool {
	behind := step > 0
	ends := s.word(k, ";") || behind && (s.passive(cue) && s.phrase(k, "according", "to") || s.otherwise(k) || s.remark(k) || s.adds(cue, k) ||
		s.contestedBehind(k) || s.unchecked(k) || s.partsTail(k) || s.whoseTail(cue, k) || s.ofStatement(k))
	switch {
	case ends && (s.quoted[k] < 0 || s.quoted[k] == s.quoted[cue] || s.closes(k)), s.others(cue, k):
		return true
	case behind:
		return s.relativeEnds(cue, k)
	}
	return k == cue-1 && s.titledBefore(cue) >= 0 || k > 0 && k == s.fronted() || s.heading(k) || k == 0 && s.clock(k)
}

// others reports whether "and" at token k parts what the word i tells from what the
// sentence tells of somebody else.
//
//	"Nine were killed, police said, | and 17 were hurt, according to the port" → of "said": nine; of "according to": 17
func (s *Sentence) others(i, k int) bool {
	if !s.word(k, "and", "but", "while") || !s.word(k-1, ",") || s.quoted[k] >= 0 {
		return false
	}
	if k < i {
		return s.phrase(i, "according", "to") && s.tag(k-2, "VERB") && s.parenthetic(k-2) && len(s.reporters(k-2)) > 0
	}
	for j := k + 1; s.parenthetic(i) && j < len(s.Tokens); j++ {
		if s.phrase(j, "according", "to") && s.quoted[j] < 0 {
			return s.finite(k+1, j)
		}
	}
	return false
}

// relativeEnds reports whether the comma k closes the relative clause in which the word i
// reports: a verb without a subject goes on with whom the clause is about.
//
//	"The driver, whose lawyer said he was innocent | , was freed"
func (s *Sentence) relativeEnds(i, k int) bool {
	if !s.word(k, ",") || !s.tag(k+1, "AUX") && !(s.past(k+1) && s.child(k+1, "nsubj") < 0) {
		return false
	}
	for o := i - 1; o > 1 && !s.stop(o); o-- {
		if s.word(o, "who", "whose", "which") && s.word(o-1, ",") {
			return true
		}
	}
	return false
}

// heading reports whether the colon k closes a heading at the head of its sentence,
// which is no part of what is said.
//
//	"What we know so far: | three are dead, according to the mayor"
func (s *Sentence) heading(k int) bool {
	const long = 8
	return k <= long && s.word(k, ":") && s.quoted[k] < 0 && (!s.finite(0, k) || s.word(0, "what") || s.clock(0))
}

// partsTail reports whether the sentence ends, behind the comma k, with what the page
// tells of a part or a trait of what stands before.
//
//	"promised an inquiry | , the findings of which were never printed"
func (s *Sentence) partsTail(k int) bool {
	return s.word(k, ",") && s.partOf(k+1) && s.clauseStop(k+1) == s.last()
}

// whoseTail reports whether the sentence ends, behind the comma k, with what the page
// tells of somebody in a content that is no clause.
//
//	"denied having beaten the clerk | , whose death set off a riot"
func (s *Sentence) whoseTail(i, k int) bool {
	if s.word(k, "whose") && s.tag(k-1, "NOUN") { // "promised an inquiry | whose findings nobody has seen"
		k--
	} else if !s.word(k, ",") {
		return false
	}
	return s.word(k+1, "whose", "who") && s.clauseStop(k+1) == s.last() && s.complementizer(reporting{Reporter: lexicon.Reporter{Frames: []string{"that"}}, verb: i, end: i}) < 0 && s.after(i, "obj", "xcomp") >= 0
}

// ofStatement reports whether token k begins what the page tells of the statement in
// which something was said.
//
//	"she wrote in a post | that was shared by many"
func (s *Sentence) ofStatement(k int) bool {
	return s.word(k, "that", "which") && s.spoken(k-1) && s.tag(k+1, "AUX")
}

// adds reports whether behind the comma k the source of the word i goes on with a
// participle that is a report of its own.
//
//	"The base confirmed the fire | , adding that nobody was hurt"
//	"The base said it had “no news,” | while acknowledging that nine had left"
func (s *Sentence) adds(i, k int) bool {
	if s.commaLost(k + 1) {
		return false
	}
	if !s.commaLost(k) {
		k++
	}
	for ; s.mark(k) || s.word(k, "while"); k++ {
	}
	return k < len(s.Tokens) && s.reportBefore(k) == i && len(s.reporters(k)) > 0
}

// dash reports whether the token is a dash between clauses, not a hyphen.
func (s *Sentence) dash(k int) bool { return s.word(k, "—", "–", "--") }

// remark reports whether token k is a dash behind which no clause follows up to
// the end of the sentence: a noun phrase, a participle or a relative clause.
func (s *Sentence) remark(k int) bool {
	if !s.stop(k) || s.word(k, ",", ":", "…", "...") || k+1 >= len(s.Tokens) {
		return false
	}
	if !s.word(k+1, "a", "an", "the", "which", "where", "who") && !(s.tag(k+1, "VERB") && (s.gerund(k+1) || s.participle(k+1))) {
		return false
	}
	for v := k + 1; v < len(s.Tokens); v++ {
		if s.word(v, "—", "–", "--") || s.verbal(v) && !s.is(v, "acl") && s.nearestSubject(v) > k && !s.word(s.nearestSubject(v), "who", "which", "that") {
			return false
		}
	}
	return true
}
