package speech

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A contest is an answer to what its sentence has told before, taken up by a noun
// of saying, by "something" or by "which".
type contest struct {
	reporting
	opens, closes int // the words that take it up: "which", "a charge"
	last          int // the last word of the subject, where that stands before the verb
}

// contested is the claim that token i makes as such an answer.
//
//	"Rebels blamed the army for the blast, which it denied." → source "it", cue "denied", content "which", denies
//	"… accused the guard of theft, claims both have dismissed" → "both", "have dismissed", "claims"
//	"… said the mill was safe, something the union disputes" → "the union", "disputes", "something"
//	"… accused the guard of theft, claims dismissed by the council" → "the council", "dismissed", "claims"
func (s *Sentence) contested(i int) []Draft {
	c, ok := s.contest(i)
	if !ok {
		return nil
	}
	d := Draft{Sentence: s.index, verb: i, Head: c.subject, Source: s.Person(c.subject, i), Cue: s.cueSpan(c.reporting), Rule: "contested", Parent: -1}
	if !c.passive {
		d.Source = s.bare(c.edge, c.last)
	}
	d.Stance = s.stance(c.reporting, said{})
	d.Content = []stemma.Span{s.span(c.opens, c.closes)}
	if c.Stance == stemma.Asserts && s.word(c.end+1, "as") { // "an allegation the guard describes as nonsense"
		d.Content = append(d.Content, s.snap(s.span(c.end+1, s.clauseStop(c.end+1))))
	}
	return []Draft{d}
}

// contest reads token i as an answer: by its words, as trees hang such clauses on
// many things.
func (s *Sentence) contest(i int) (contest, bool) {
	e, end := s.answer(i)
	if e == nil || s.gerund(i) {
		return contest{}, false
	}
	c := contest{reporting: reporting{Reporter: *e, verb: i, end: end, negated: s.negated(i)}, opens: -1}
	k := i - 1
	for s.tag(k, "AUX", "ADV", "PART") {
		k--
	}
	switch {
	case s.word(end+1, "by") && s.participle(i):
		c.subject, c.passive = s.nounFrom(end+2), true
		c.opens, c.closes = s.takenFrom(k)
	case c.Stance == stemma.Denies && end == len(s.Tokens)-1 && s.headed(k) > 0:
		c.edge, c.last = s.headed(k), k
		c.subject, c.opens, c.closes = s.firstHead(c.edge, k+1), 0, s.clauseStop(0)
	case s.answersAll(end):
		if link := s.takerUp(k); link >= 0 && link < k {
			c.subject, c.edge, c.last = s.answerer(link+1, k), link+1, k
			if c.opens, c.closes = s.takenFrom(link); c.opens < 0 && c.Stance == stemma.Denies {
				c.opens, c.closes = s.takenLost(link, end)
			}
		}
	}
	return c, c.opens >= 0 && c.subject >= 0 && (s.sayingNoun(c.closes) || c.Stance != stemma.Asserts)
}

// headed is the first token of the subject that ends at token k, where it stands behind
// the semicolon or dash of a headline; 0 if it does not.
//
//	"Guns kill nine in Dol, says mayor; | army denies" → denies that guns killed nine in Dol
func (s *Sentence) headed(k int) int {
	for j := k; j > 2 && s.headlined() && s.inName(j) && !s.verbal(j); j-- {
		if s.word(j-1, ";", "—", "–") && s.speaks(s.firstHead(j, k+1)) && s.finite(0, s.clauseStop(0)) {
			return j
		}
	}
	return 0
}

// answerer is the head of the subject from token a to b.
func (s *Sentence) answerer(a, b int) int {
	if s.word(b, "both", "all") {
		return b
	}
	return s.firstHead(a, b+1)
}

// answer is the entry by which token i answers a charge, and its last word.
func (s *Sentence) answer(i int) (*lexicon.Reporter, int) {
	if !s.tag(i, "VERB", "NOUN") {
		return nil, i
	}
	for _, e := range s.entries(i) {
		if end, ok := s.matches(i, e); ok && e.Takes("object") && (e.Kind == lexicon.Speech || e.Kind == lexicon.Finding || e.Kind == lexicon.Promise && e.Stance == stemma.Denies) {
			return &e, end
		}
	}
	return nil, i
}

var answered = lists.Set("answered")

// answersAll reports whether nothing stands behind token end that could be what is
// said: the sentence or clause ends there, or says when, why or as what.
func (s *Sentence) answersAll(end int) bool {
	k := end + 1
	for s.tag(k, "ADV") {
		k++
	}
	return k >= len(s.Tokens) || s.stop(k) || s.closes(k) || s.in(k, answered) || s.weekday(k)
}

// takerUp is the token of "which", "that" or the noun behind which the subject that
// ends at token k stands; -1 if there is none.
func (s *Sentence) takerUp(k int) int {
	const long = 9 // words of a subject
	for j := k; j >= max(1, k-long); j-- {
		switch {
		case s.word(j, "which", "that") && !s.tag(j, "DET"), j < k && s.takes(j):
			return j
		case !s.inName(j):
			return -1
		}
	}
	return -1
}

// takes reports whether token j is a noun by which a sentence takes up what was said:
// one of saying, or any behind a comma and an article.
func (s *Sentence) takes(j int) bool {
	if s.word(j, "something") || s.tag(j, "NOUN") && s.word(j-1, "a", "an") && s.stop(j-2) {
		return true
	}
	return s.sayingNoun(j)
}

// sayingNoun reports whether token j is a noun of saying, whatever the tree takes it
// for behind a comma.
func (s *Sentence) sayingNoun(j int) bool {
	_, saying := lexicon.NominalOf(s.lemma(j))
	return saying && (s.tag(j, "NOUN") || s.tag(j, "VERB") && (s.stop(j-1) || strings.HasSuffix(s.low[j], "s") && s.word(j+1, "both", "it", "they", "which")))
}

// takenFrom are the tokens that take up what was said and end at the link: they stand
// behind a comma or dash, or begin with an article where the comma is lost; -1 if they
// do not.
func (s *Sentence) takenFrom(link int) (opens, closes int) {
	if s.word(link, "which", "that") && s.tag(link-1, "NOUN") {
		link--
	}
	opens = link
	for s.tag(opens-1, "ADJ") {
		opens--
	}
	article := s.word(opens-1, "a", "an")
	if article {
		opens--
	}
	behindWord := s.tag(opens-1, "NOUN", "PROPN", "ADJ", "ADV", "NUM")
	if s.stop(opens-1) || s.closes(opens-1) || article && s.sayingNoun(link) && behindWord {
		return opens, link
	}
	return -1, -1
}

// takenLost are the tokens that take up what was said where the comma before them is
// lost and the answer ends the sentence; -1 if they do not.
//
//	"accused both sides of burning the mill | claims both have dismissed"
func (s *Sentence) takenLost(link, end int) (opens, closes int) {
	plural := s.sayingNoun(link) && strings.HasSuffix(s.low[link], "s")
	if end < s.last() || !s.tag(link-1, "NOUN", "PROPN") || !plural && !s.word(link, "which") || !s.finite(0, link-1) {
		return -1, -1
	}
	return link, link
}

// contestedBehind reports whether behind token k the sentence goes on with an answer
// to what it has told up to there.
//
//	"said the order was old | , a point which the mayor disputed"
func (s *Sentence) contestedBehind(k int) bool {
	const far = 16
	opens := k
	if s.stop(k) {
		opens++
	}
	if !s.word(opens, "which", "a", "an", "something") && !s.takes(opens) && !s.tag(opens, "ADJ") {
		return false
	}
	for v := opens + 1; v < min(opens+far, len(s.Tokens)); v++ {
		if c, ok := s.contest(v); ok && c.opens == opens {
			return true
		}
	}
	return false
}

// takesUp reports whether token i, which the tree takes for a verb, is a noun by
// which the sentence takes up what was said before it.
//
//	"accused the guard of theft, claims which the guard dismissed" → "claims" says nothing
func (s *Sentence) takesUp(i int) bool {
	if !s.sayingNoun(i) {
		return false
	}
	return s.tag(i, "VERB") && s.word(i+1, "which", "that") && !s.tag(i+1, "SCONJ") || s.contestedBehind(i-1) || s.contestedBehind(i)
}
