package speech

import "stemma"

// learnSource gives a draft whom the model takes for its source, or whom the sentence
// has for one where that cannot have spoken. What a rule found stays where neither is.
func (s *Sentence) learnSource(d *Draft, labels []uint8, ruled bool) {
	i := d.verb
	source, head := s.sourceOf(i, labels)
	if s.quotedFrom(head, i) {
		source, head = stemma.Span{}, -1
	}
	if s.mute(head) {
		source, head = s.otherSpeaker(i)
	}
	if head >= 0 && !s.befalls(i, head) && !s.mute(head) {
		if !s.sameHead(*d, source) {
			d.Head = head
		}
		d.Source = s.restricted(source, d.Head, i)
	} else if !ruled {
		d.Source, d.Head = s.likelySource(i)
	}
	if j := s.ownSubject(i); j >= 0 {
		d.Source, d.Head = s.Person(j, i), j
	}
}

// sourceOf is the longest run of source tokens, the nearest of equals, and its
// head: the token whose governor stands outside.
func (s *Sentence) sourceOf(i int, labels []uint8) (stemma.Span, int) {
	first, last := -1, -2
	for a := 0; a < len(labels); a++ {
		if labels[a] != ofSource {
			continue
		}
		b := a
		for b+1 < len(labels) && labels[b+1] == ofSource {
			b++
		}
		if b-a > last-first || b-a == last-first && min(abs(a-i), abs(b-i)) < min(abs(first-i), abs(last-i)) {
			first, last = a, b
		}
		a = b
	}
	if first < 0 {
		return stemma.Span{}, -1
	}
	for k := first + 1; k <= last; k++ {
		if s.word(k, "whose") { // "a mother | whose name we withhold"
			last = k - 1
		}
	}
	return s.bare(first, last), s.headAmong(first, last)
}

// abs is a number without its sign.
func abs(n int) int { return max(n, -n) }

// headAmong is the first nominal of tokens a to b whose governor stands outside.
func (s *Sentence) headAmong(a, b int) int {
	for k := a; k <= b; k++ {
		if above := s.above(k); (above < a || above > b) && s.nominal(k) {
			return k
		}
	}
	for k := a; k <= b; k++ { // "A report released last year", with "report" under "released"
		if s.is(k, "nsubj") && s.nominal(k) {
			return k
		}
	}
	if head := s.firstHead(a, b+1); head >= 0 {
		return head
	}
	return b
}

// sameHead reports whether the rules have found a source and its head stands in
// the span: then they know better where it begins and ends.
func (s *Sentence) sameHead(d Draft, source stemma.Span) bool {
	return d.Head >= 0 && source.Contains(s.Tokens[d.Head].Span)
}

// restricted is the span of a source with the participle right behind it that says
// which of its kind speaks.
//
//	"A person | briefed on the talks said" → "A person briefed on the talks"
func (s *Sentence) restricted(source stemma.Span, head, verb int) stemma.Span {
	if head < 0 || !s.tag(head, "NOUN") || s.Tokens[head].End != source.End {
		return source
	}
	k := s.after(head, "acl")
	if k < 0 || s.is(k, "acl:relcl") || s.left[k] != head+1 || s.word(head+1, "neither", "either", "both") || s.right[k] >= verb || k > verb || s.infinitive(k) {
		return source
	}
	return source.Join(s.bare(k, s.right[k]))
}

// likelySource is whoever does what a verb says for which the model has found
// no source, or does something with what a noun says; nobody for any other word.
func (s *Sentence) likelySource(i int) (stemma.Span, int) {
	j := s.child(i, "obl:agent")
	switch {
	case s.tag(i, "NOUN") && s.is(i, "obj", "obl"): // "stood by the claim"
		j = s.child(s.above(i), "nsubj")
	case !s.tag(i, "VERB") && !s.adjectival(i) && s.reportBefore(i) < 0 && s.mainSubject(i) < 0:
		return stemma.Span{}, -1
	case !s.passive(i):
		j = s.reporter(i)
	}
	if j < 0 || !s.speaks(j) && !s.word(j, "it") && (s.mute(j) || !s.tag(j, "NOUN")) {
		return stemma.Span{}, -1
	}
	return s.Person(j, i), j
}

// otherSpeaker is the noun phrase right before a verb that is no passive and whose
// subject the tree takes for a day, an hour or a thing, if it can speak.
//
//	"17:22 The Brigades say …", "the four airstrikes delivered 24 bombs, Davis said"
func (s *Sentence) otherSpeaker(i int) (stemma.Span, int) {
	k := i - 1
	for k >= 0 && (s.tag(k, "AUX", "ADV", "PART") || s.weekday(k) || s.weekday(k-1) && s.mute(k)) { // "last night"
		k--
	}
	if s.passive(i) || k < 0 || !s.nominal(k) {
		return stemma.Span{}, -1
	}
	a := k
	for a > 0 && !s.clock(a-1) && !s.mute(a-1) && (s.nominal(a-1) || s.tag(a-1, "DET", "ADJ", "PART") || s.word(a-1, "of", "for")) {
		a--
	}
	head := s.firstHead(a, k+1)
	if head < 0 || !s.speaks(head) || s.word(a, "of") { // "the movement | of gunmen threatens …"
		return stemma.Span{}, -1
	}
	return s.bare(a, k), head
}

// ownSubject is whoever does what a gerund tells of behind "with", or the one of whom
// "whose" tells before its verb; -1 if there is none.
//
//	"The Front has left, with some saying its aim was the bridge" → some
//	"Karim Dost, whose father said …" → father
func (s *Sentence) ownSubject(i int) int {
	for _, j := range s.kids[i] {
		if !s.is(j, "nsubj") || j > i {
			continue
		}
		if s.gerund(i) && s.word(s.left[j]-1, "with") || s.word(s.left[j], "whose") && s.speaks(j) && !s.finite(j+1, i-1) {
			return j
		}
	}
	return -1
}

// befalls reports whether the passive i tells of the noun before it what others
// say: whoever "was expected to speak" says nothing, nor does an officer "cited by the radio".
// Who "would not be drawn" on something keeps silent about it.
func (s *Sentence) befalls(i, head int) bool {
	return !s.undrawn(i) && (s.passive(i) && (s.right[head] < i || s.above(i) == head && s.child(i, "obl:agent") >= 0) || s.undergone(i) && head < i) && !s.is(head, "obl:agent")
}

// undrawn reports whether the word tells that somebody would not be drawn on something.
//
//	"The minister would not be drawn on the number of the dead."
func (s *Sentence) undrawn(i int) bool {
	return s.word(i, "drawn") && s.negated(i) && s.word(i+1, "on", "about", ",", ".")
}
