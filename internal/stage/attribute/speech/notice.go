package speech

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/learn"
	"stemma/internal/reference/lexicon"
)

// What the model takes a word for: no report, or a report with its stance.
const (
	noAct = iota
	assertion
	denial
	doubt
	acts
)

var stances = [acts]stemma.Stance{assertion: stemma.Asserts, denial: stemma.Denies, doubt: stemma.Doubts}

// actOf is the class of a stance; a mere question is marked as a doubt is.
func actOf(stance stemma.Stance) int {
	if stance == stemma.Asks {
		return doubt
	}
	return slices.Index(stances[:], stance)
}

// noticed reports whether the model is asked of token i: a word that the rules
// take for a report, or one that could be.
func (s *Sentence) noticed(i int, ruled *Draft) bool {
	if ruled != nil {
		return true
	}
	if s.idle(i) {
		return false
	}
	switch s.Tokens[i].Tag {
	case "VERB":
		return !s.is(i, "case", "aux", "compound")
	case "NOUN", "ADJ":
		return s.child(i, "ccomp", "acl", "csubj", "advcl") >= 0 || s.kindOf(i) != 0
	case "ADV":
		_, hedge := lexicon.HedgeOf(s.low[i])
		return hedge
	}
	return false
}

// notice is what is seen of token i as a word that might report. The order of what
// is noted is that of the weights.
//
//	"Police said two were hurt" → of "said": the rule "clause", a verb of speech, a person or body for its subject, a clause behind …
func (s *Sentence) notice(i int, ruled *Draft, into []learn.Feature) []learn.Feature {
	n := notes{template: 100, into: into}
	rule, sourced := s.ruledAs(ruled)
	lemma, kind := s.seen.lemma[i], s.kindOf(i)
	n.one(0)
	n.one(rule)
	n.two(rule, lemma)
	n.two(rule, sourced)
	n.three(rule, lemma, sourced)
	n.two(rule, kind)
	n.two(rule, uint64(s.governs(i)))
	s.noticeWord(i, kind, &n)
	s.noticeAround(i, rule, kind, &n)
	return s.eachDependent(i, kind, n.into)
}

// ruledAs is what the rules take a word for, and what sort of word for its source.
func (s *Sentence) ruledAs(ruled *Draft) (rule, sourced uint64) {
	if ruled == nil {
		return learn.Hash("none"), 0
	}
	return learn.Hash(ruled.Rule + string(ruled.Stance)), 1 + s.who(ruled.Head)
}

// noticeWord notes the word itself, what it governs and who is its subject.
func (s *Sentence) noticeWord(i int, kind uint64, n *notes) {
	o, governs, marks := &s.seen, uint64(s.governs(i)), uint64(s.marksAround(i))
	who := s.who(s.child(i, "nsubj"))
	n.one(o.lemma[i])
	n.one(o.word[i])
	n.two(o.lemma[i], o.tag[i])
	n.two(o.word[i], o.relation[i])
	n.two(o.lemma[i], governs)
	n.two(kind, governs)
	n.two(o.lemma[i], who)
	n.two(kind, who)
	n.three(kind, who, o.relation[i])
	n.two(o.lemma[i], marks)
	n.two(kind, marks)
	n.two(o.relation[i], kind)
	n.three(o.relation[i], kind, at(o.tag, i+1))
}

// noticeAround notes the words beside it, the word above and its circumstances.
func (s *Sentence) noticeAround(i int, rule, kind uint64, n *notes) {
	o, above, around := &s.seen, s.above(i), uint64(s.circumstances(i))
	n.two(o.relation[i], at(o.lemma, above))
	n.two(rule, at(o.lemma, above))
	n.two(o.lemma[i], at(o.word, i+1))
	n.two(o.lemma[i], at(o.word, i-1))
	n.two(kind, at(o.word, i+1))
	n.two(kind, at(o.word, i-1))
	n.two(kind, at(o.tag, i-1))
	n.two(rule, at(o.word, i-1))
	n.two(rule, at(o.word, i+1))
	n.two(at(o.tag, i-1), at(o.tag, i+1))
	n.two(at(o.word, i+1), at(o.word, i+2))
	n.two(at(o.word, i-2), at(o.word, i-1))
	n.two(o.lemma[i], around)
	n.two(kind, around)
	n.two(rule, around)
	n.two(o.tag[i], at(o.lemma, s.child(i, "nsubj")))
}

// eachDependent adds what stands under the word, one by one.
func (s *Sentence) eachDependent(i int, kind uint64, into []learn.Feature) []learn.Feature {
	o := &s.seen
	for _, k := range s.kids[i] {
		side := uint64(0)
		if k > i {
			side = 1
		}
		into = append(into, learn.Three(200, o.relation[k], side, kind), learn.Three(201, o.relation[k], side, o.lemma[i]),
			learn.Three(202, at(o.word, s.left[k]), side, kind), learn.Two(203, o.lemma[k], o.relation[k]))
	}
	return into
}

// circumstances are what speaks for or against a report around the word.
func (s *Sentence) circumstances(i int) facts {
	var f facts
	m := s.child(i, "mark")
	f.add(m >= 0 && s.word(m, "if", "unless"))
	f.add(m >= 0 && s.word(m, "to"))
	f.add(s.gerund(i))
	f.add(s.negated(i))
	f.add(s.passive(i))
	f.add(s.headlined())
	f.add(strings.HasSuffix(s.low[len(s.low)-1], "?"))
	return f
}

// headlined reports whether the sentence lacks a closing mark, as titles do.
func (s *Sentence) headlined() bool {
	return !s.word(len(s.low)-1, ".", "!", "?", "…", "...", ":", "\"", "”", "’")
}
