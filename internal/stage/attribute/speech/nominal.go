package speech

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// named are the claims that token i makes as a noun of saying.
//
//	"The union's threat to block the bridge" → source "The union", cue "threat", content "to block the bridge"
//	"voiced his fear that the dam would break" → source the voice's owner, cue "voiced his fear"
func (s *Sentence) named(i int) []Draft {
	if !s.tag(i, "NOUN") || s.silent(i) {
		return nil
	}
	noun, ok := lexicon.NominalOf(s.Tokens[i].Lemma)
	if !ok {
		return nil
	}
	a, b, that := s.complement(i, noun)
	if a < 0 {
		return nil
	}
	d := Draft{Sentence: s.index, verb: i, Head: -1, Cue: s.span(i, i), Stance: noun.Stance, Rule: "nominal", Parent: -1}
	d.Head, d.Cue = s.owner(i, d.Cue, that)
	if d.Head >= 0 {
		d.Source = s.Person(d.Head, i)
	} else if !noun.Open || !that && s.Tokens[i].Lemma != "report" {
		return nil
	}
	d.Content = tidy(s.text, minus([]stemma.Span{s.snap(s.span(a, b))}, d.Source))
	if len(d.Content) == 0 {
		return nil
	}
	return []Draft{d}
}

// complement are the tokens of what the noun takes; that tells of a clause.
func (s *Sentence) complement(i int, noun lexicon.Nominal) (a, b int, that bool) {
	if a, b, that = s.complementBelow(i, noun); a >= 0 {
		return a, b, that
	}
	if a, b = s.complementBeside(i, noun); a >= 0 {
		return a, b, false
	}
	if noun.Takes("that") && s.word(i+1, "that") && i+3 < len(s.Tokens) && !s.tag(i+2, "VERB", "AUX", "PUNCT") && s.tag(i+1, "SCONJ") {
		return i + 1, s.cut(reporting{verb: i}, i+1, s.subtreeEnd(i+1)), true
	}
	if k := s.equating(i); k >= 0 && noun.Takes("that") {
		return k + 1, s.cut(reporting{verb: k}, k+1, s.last()), true
	}
	return s.split(i, noun)
}

// complementBelow are the tokens of what the noun takes as the tree has it; -1 if it has
// nothing.
//
//	"a claim | that the bridge fell", "a threat | to block it", "a claim by drivers | that …", "reports of | looting"
func (s *Sentence) complementBelow(i int, noun lexicon.Nominal) (a, b int, that bool) {
	for _, k := range s.kids[i] {
		if k <= i {
			continue
		}
		first := s.left[k]
		mark := s.child(k, "mark")
		switch {
		case noun.Takes("that") && s.is(k, "acl", "ccomp", "advcl") && mark >= 0 && s.word(mark, "that"):
			return first, s.right[k], true
		case noun.Takes("to") && s.is(k, "acl") && s.infinitive(k):
			return first, s.withObject(k), true
		case noun.Takes("that") && s.is(k, "nmod") && s.word(first, "by", "of", "from") && s.word(s.right[k]+1, "that") && s.tag(s.right[k]+1, "SCONJ"):
			return s.right[k] + 1, s.cut(reporting{verb: i}, s.right[k]+1, s.subtreeEnd(s.right[k]+1)), true
		case s.is(k, "nmod", "obl", "acl") && s.takesPhrase(noun, first, s.right[k]) && s.tag(first, "ADP", "SCONJ"):
			return first + 1, s.undergoing(i, s.right[k]), false
		}
	}
	return -1, -1, false
}

// complementBeside are the tokens of what the noun takes where it is an object and the
// tree has hung that on its verb; -1 if there is nothing.
//
//	"expressed concern at | the sentencing", "issued an ultimatum | to leave"
func (s *Sentence) complementBeside(i int, noun lexicon.Nominal) (a, b int) {
	if !s.is(i, "obj") {
		return -1, -1
	}
	for _, k := range s.kids[max(s.above(i), 0)] {
		switch {
		case s.left[k] != i+1:
		case s.is(k, "obl") && s.tag(i+1, "ADP") && noun.Takes(s.low[i+1]):
			return i + 2, s.right[k]
		case noun.Takes("to") && s.infinitive(k):
			return i + 1, s.right[k]
		}
	}
	return -1, -1
}

// takesPhrase reports whether what the noun says may be the phrase of tokens a to b;
// what is counted is said only where the count stands there.
//
//	"the ministry's count of 12 dead" → yes; "the ministry's count of the dead" → no
func (s *Sentence) takesPhrase(noun lexicon.Nominal, a, b int) bool {
	if noun.Takes(s.low[a]) {
		return true
	}
	return noun.Takes(s.low[a]+":number") && slices.ContainsFunc(s.Tokens[a:b+1], func(t stemma.Token) bool { return t.Tag == "NUM" })
}

// equating is the verb of being behind which a clause tells what the noun i says, with
// nothing but whose it is between them; -1 if there is none.
//
//	"The fear among drivers is that the bridge will fall" → "is"
func (s *Sentence) equating(i int) int {
	const near = 12 // words of whose it is
	if !s.is(i, "nsubj", "root") {
		return -1
	}
	for k := i + 1; k < min(i+near, len(s.Tokens)-2) && (s.inName(k) || s.tag(k, "AUX")); k++ {
		if s.word(k, "is", "was", "remains") {
			if s.word(k+1, "that") && s.tag(k+1, "SCONJ") {
				return k
			}
			break
		}
	}
	return -1
}

// undergoing is the end of what a noun of saying takes up to token b, with the
// gerund right behind it that the tree has hung on the noun.
//
//	"reports of a lorry | being driven at pickets"
func (s *Sentence) undergoing(noun, b int) int {
	for _, k := range s.kids[noun] {
		if s.is(k, "acl") && s.left[k] == b+1 && (s.gerund(k) || s.word(b+1, "being", "having")) {
			return s.right[k]
		}
	}
	return b
}

// withObject is the end of an infinitive, with a noun phrase right behind it that
// the tree has given to another verb: "the threat to block the bridge was …".
func (s *Sentence) withObject(k int) int {
	end := s.right[k]
	if s.after(k, "obj", "obl", "xcomp", "ccomp") >= 0 || !s.tag(end+1, "DET", "NOUN", "PROPN", "ADJ") {
		return end
	}
	for end+1 < len(s.Tokens) && s.inName(end+1) && !s.tag(end+1, "PUNCT", "VERB") {
		end++
	}
	return end
}

// split are the tokens of a clause that the noun's verb has come before.
//
//	"Reports are coming in that the bridge fell" → "that the bridge fell"
func (s *Sentence) split(i int, noun lexicon.Nominal) (a, b int, that bool) {
	v := s.above(i)
	if !noun.Takes("that") || v < i || !s.is(i, "nsubj") || !s.tag(v, "VERB") {
		return -1, -1, false
	}
	for k := v + 1; k <= v+2 && k+2 < len(s.Tokens); k++ {
		if s.word(k, "that") && len(s.reporters(v)) == 0 {
			return k, s.cut(reporting{verb: v}, k, max(s.subtreeEnd(k), s.last())), true
		}
	}
	return -1, -1, false
}

// owner is whose saying the noun is, and the cue with the verb that lends its
// subject: -1 if nobody is named.
//
//	"voiced his fear that …" → whoever voices, "voiced his fear"; "the union's threat to …" → the union, "threat"
func (s *Sentence) owner(i int, cue stemma.Span, that bool) (int, stemma.Span) {
	verb, lender := s.lender(i)
	possessor := s.child(i, "nmod:poss")
	switch {
	case possessor >= 0 && (lender < 0 || !s.in(possessor, possessives)):
		return possessor, cue
	case possessor >= 0:
		return lender, s.span(verb, i)
	}
	if k := s.ownerBehind(i, that); k >= 0 {
		return k, cue
	}
	if lender >= 0 {
		return lender, s.span(verb, i)
	}
	return s.ownerBefore(i, that), cue
}

var possessives = lists.Set("possessives")

// ownerBehind is whose saying the noun is by the words behind it; -1 if they do not tell.
//
//	"a threat by the union to …", "reports from drivers that …", "the fear among drivers that …"
func (s *Sentence) ownerBehind(i int, that bool) int {
	if k := s.spreader(i); k >= 0 {
		return k
	}
	for _, k := range s.kids[i] {
		if k > i && s.is(k, "nmod", "obl", "acl") && (s.word(s.left[k], "by", "from") || that && s.word(s.left[k], "of", "among")) {
			return k
		}
	}
	return -1
}

// ownerBefore is whose saying the noun is by the words before it; -1 if they do not tell.
//
//	"a ministry count of 12 dead", "Guard claims that …", "the mayor is of the opinion that …"
func (s *Sentence) ownerBefore(i int, that bool) int {
	held := s.word(s.child(i, "case"), "of")
	for _, k := range s.kids[i] {
		switch {
		case k > i:
		case s.is(k, "compound") && (s.tag(k, "NOUN") && s.speaks(k) || that && s.tag(k, "PROPN")):
			return k
		case that && held && s.is(k, "nsubj"):
			return k
		}
	}
	return -1
}

// spreader is whoever a participle behind the noun says that the saying comes
// from; -1 if none does.
//
//	"the rumour, spread by the mill's owners, that the wells are poisoned" → owners
func (s *Sentence) spreader(i int) int {
	for _, k := range s.kids[i] {
		if k > i && s.is(k, "acl") {
			if j := s.child(k, "obl:agent"); j >= 0 && s.speaks(j) {
				return j
			}
		}
	}
	return -1
}

// lender is the verb whose object the noun is and the verb's subject: "voiced",
// "issued", "made".
func (s *Sentence) lender(i int) (verb, subject int) {
	v := s.above(i)
	if k := s.child(i, "amod"); k == i-1 && s.word(k-1, ",") && s.participle(k) { // "The party, which holds the port, | voiced concern"
		v = k
	} else if v < 0 || !s.is(i, "obj") || !s.tag(v, "VERB") {
		return -1, -1
	}
	for _, e := range lexicon.Reporters(s.Tokens[v].Lemma) {
		if e.Takes("noun") && len(e.Words) == 1 {
			if m := s.matrix(v); m >= 0 { // "said the plan was dead and | voiced his hope that …"
				return v, s.subject(m)
			}
			return v, s.lending(v)
		}
	}
	return -1, -1
}

// lending is the subject of a verb that lends it to a noun of saying, by the words before
// it where the tree has made the verb an attribute of the noun.
func (s *Sentence) lending(v int) int {
	if s.is(v, "amod") {
		return s.reporter(v)
	}
	return s.subject(v)
}
