package attribute

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
func (s *sentence) noticed(i int, ruled *draft) bool {
	if ruled != nil {
		return true
	}
	if s.unnamed(i) || s.describes(i) {
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

// notice is what is seen of token i as a word that might report.
//
//	"Police said two were hurt" → of "said": the rule "clause", a verb of speech, a person or body for its subject, a clause behind …
func (s *sentence) notice(i int, ruled *draft, into []learn.Feature) []learn.Feature {
	o := &s.seen
	rule, sourced := learn.Hash("none"), uint64(0)
	if ruled != nil {
		rule, sourced = learn.Hash(ruled.rule+string(ruled.stance)), 1+s.who(ruled.head)
	}
	kind, governs, marks := s.kindOf(i), uint64(s.governs(i)), uint64(s.marksAround(i))
	above := s.above(i)
	subject := s.child(i, "nsubj")
	who := s.who(subject)
	template := uint64(100)
	one := func(a uint64) { template++; into = append(into, learn.One(template, a)) }
	two := func(a, b uint64) { template++; into = append(into, learn.Two(template, a, b)) }
	three := func(a, b, c uint64) { template++; into = append(into, learn.Three(template, a, b, c)) }
	one(0)
	one(rule)
	two(rule, o.lemma[i])
	two(rule, sourced)
	three(rule, o.lemma[i], sourced)
	two(rule, kind)
	two(rule, governs)
	one(o.lemma[i])
	one(o.word[i])
	two(o.lemma[i], o.tag[i])
	two(o.word[i], o.relation[i])
	two(o.lemma[i], governs)
	two(kind, governs)
	two(o.lemma[i], who)
	two(kind, who)
	three(kind, who, o.relation[i])
	two(o.lemma[i], marks)
	two(kind, marks)
	two(o.relation[i], kind)
	three(o.relation[i], kind, at(o.tag, i+1))
	two(o.relation[i], at(o.lemma, above))
	two(rule, at(o.lemma, above))
	two(o.lemma[i], at(o.word, i+1))
	two(o.lemma[i], at(o.word, i-1))
	two(kind, at(o.word, i+1))
	two(kind, at(o.word, i-1))
	two(kind, at(o.tag, i-1))
	two(rule, at(o.word, i-1))
	two(rule, at(o.word, i+1))
	two(at(o.tag, i-1), at(o.tag, i+1))
	two(at(o.word, i+1), at(o.word, i+2))
	two(at(o.word, i-2), at(o.word, i-1))
	two(o.lemma[i], uint64(s.circumstances(i)))
	two(kind, uint64(s.circumstances(i)))
	two(rule, uint64(s.circumstances(i)))
	two(o.tag[i], at(o.lemma, subject))
	return s.eachDependent(i, kind, into)
}

// eachDependent adds what stands under the word, one by one.
func (s *sentence) eachDependent(i int, kind uint64, into []learn.Feature) []learn.Feature {
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
func (s *sentence) circumstances(i int) facts {
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
func (s *sentence) headlined() bool {
	return !s.word(len(s.low)-1, ".", "!", "?", "…", "...", ":", "\"", "”", "’")
}
