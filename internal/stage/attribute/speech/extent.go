package speech

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// contentOf are the runs of content tokens, with what the rules found in other
// sentences, each widened to the quotation that it is part of.
func (s *Sentence) contentOf(i int, labels []uint8, d Draft) []stemma.Span {
	var out []stemma.Span
	for _, span := range d.Content {
		if !span.Overlaps(s.Span) {
			out = append(out, span)
		}
	}
	for a := 0; a < len(labels); a++ {
		if labels[a] != ofContent {
			continue
		}
		first, last := a, runEnd(labels, a)
		a = last
		if s.tellsOfSpeaker(i, first, d.Head) || s.whenSaid(i, first, last) || len(out) > 0 && s.torn(first, labels) {
			continue
		}
		span := s.inside(i, s.widened(i, s.span(first, s.ended(i, first, last))))
		for _, rest := range s.spared(span, d) {
			out = append(out, s.unbroken(i, rest))
		}
	}
	return tidy(s.text, out)
}

// runEnd is the last of the like labels that begin at a token.
func runEnd(labels []uint8, from int) int {
	to := from
	for to+1 < len(labels) && labels[to+1] == labels[from] {
		to++
	}
	return to
}

// ended is the last token of what is said from token a to b, cut and lengthened by
// what a clause may end with.
func (s *Sentence) ended(i, a, b int) int {
	b = s.predicate(i, a, s.undated(i, a, s.closed(a, b)))
	b = s.withConjunct(i, a, s.withVerb(i, a, b))
	return s.withThat(i, a, s.withPhrase(a, s.withOrders(i, a, b)))
}

// withPhrase is the last token of what is said from token a to b, with the phrase right
// behind it that the tree hangs on its last noun.
//
//	"declared a halt | to all talks", "welcomed the meeting | of the elders"
func (s *Sentence) withPhrase(a, b int) int {
	if b < a {
		return b // nothing is left of it
	}
	for k := s.after(b, "nmod"); k > b; k = s.after(b, "nmod") {
		if !s.tag(b, "NOUN") || s.left[k] != b+1 || !s.word(b+1, "of", "to", "into", "against", "between", "without") || s.right[k] > s.last() || s.finite(b+1, s.right[k]) {
			break
		}
		b = s.right[k]
	}
	return b
}

// withThat is the last token of what is said from token a to b, with what goes on behind
// "and that" or "but that".
//
//	"said that she was willing | , but that nobody had asked her"
//	"stressed the value of the truce | and that the elders wanted it"
func (s *Sentence) withThat(i, a, b int) int {
	k := b + 1
	if s.word(k, ",") {
		k++
	}
	if a < i || !s.word(k, "and", "but") || !s.word(k+1, "that") || !s.tag(k+1, "SCONJ") || s.quoted[k] != s.quoted[i] {
		return b
	}
	if v := s.above(k + 1); !s.finite(a, b) && !(s.is(v, "conj") && s.above(v) == i) {
		return b
	}
	return s.cut(reporting{verb: i}, k+1, s.last())
}

// tellsOfSpeaker reports whether token a stands in a relative clause about who speaks,
// which does not hold the verb of saying.
//
//	"… , said a clerk, who asked | not to be identified" → nothing of what she said
//	"…, according to Airwatch, a group | that tracks and counts raids" → nothing of what it said
func (s *Sentence) tellsOfSpeaker(verb, a, speaker int) bool {
	k := -1
	if speaker >= 0 {
		k = s.after(speaker, "acl:relcl")
	}
	if k < 0 && speaker >= 0 && s.after(speaker, "appos") >= 0 {
		k = s.after(s.after(speaker, "appos"), "acl:relcl")
	}
	holds := func(i int) bool { return k >= 0 && s.left[k] <= i && i <= s.right[k] }
	return holds(a) && !holds(verb)
}

// whenSaid reports whether tokens a to b are nothing but the time at which the word i
// behind which they stand was said.
//
//	"“They ask why,” she said | one evening, as it grew dark"
func (s *Sentence) whenSaid(i, a, b int) bool {
	k := s.branchOf(i, a)
	return k >= 0 && a == i+1 && s.Tokens[k].Relation == "obl:unmarked" && s.left[k] == a && s.right[k] == b
}

// spared is a span without the source, the cue and the hearer where these stand
// at either end of it, and without whoever did it "by" whom anywhere.
//
//	"was accused | by the council of burning the mill" → "of burning the mill"
func (s *Sentence) spared(span stemma.Span, d Draft) []stemma.Span {
	agent := s.is(d.Head, "obl:agent") && s.word(s.left[d.Head], "by")
	if agent {
		d.Source = d.Source.Join(s.Tokens[s.left[d.Head]].Span)
	}
	out := []stemma.Span{span}
	for k, hole := range []stemma.Span{d.Source, d.Cue, d.Hearer, s.whoWasTold(d.verb)} {
		if rest := minus(out, hole); len(rest) <= 1 || agent && k == 0 {
			out = rest
		}
	}
	return out
}

// whoWasTold is the subject of a verb of telling in the passive.
//
//	"Nine had drowned, | an inquest was told" → an inquest
func (s *Sentence) whoWasTold(i int) stemma.Span {
	j := s.child(i, "nsubj:pass")
	if j < 0 || !s.word(i, "told", "informed") {
		return stemma.Span{}
	}
	return s.whole(j)
}

// closed is the last of tokens a to b that joins nothing to what comes behind.
//
//	"denied having met them and | , asked why, replied" → … "them"
//	"blamed the raids on rustlers, who | , he said, hide in the hills" → … "rustlers"
func (s *Sentence) closed(a, b int) int {
	for b > a && (s.tag(b, "CCONJ") || s.word(b, "who", "which") && s.word(b-1, ",") || s.word(b, ",")) {
		b--
	}
	return b
}

// withoutExamples cuts out of what is said the examples that the page puts between two
// dashes, outside of quotations.
//
//	"said the army would bomb all rebels — including those on the hill — to keep the road" → without those on the hill
func (s *Sentence) withoutExamples(drafts []Draft) []Draft {
	for a := range s.Tokens {
		if !s.dash(a) || !s.word(a+1, "including") || s.quoted[a] >= 0 {
			continue
		}
		b := a + 1
		for b < len(s.Tokens) && !s.dash(b) {
			b++
		}
		for i := range drafts {
			if hole := s.span(a, b); b < len(s.Tokens) && covers(drafts[i].Content, hole) {
				drafts[i].Content = tidy(s.text, minus(drafts[i].Content, hole))
			}
		}
	}
	return drafts
}

// together keeps "at least" and "at most" in one part, that of the number.
//
//	"speak of | at least sixty"
func (s *Sentence) together(labels []uint8) {
	for k := range len(labels) - 1 {
		if s.word(k, "at") && s.word(k+1, "least", "most") {
			labels[k] = labels[k+1]
		}
	}
}

// otherwise reports whether others begin to speak at token k, behind "while", "but" or "with".
//
//	"The guard counted nine | while the priest counted twelve"
//	"The Front says it has left | , with some saying its aim was the bridge"
//	"said that while the police had no clue, it was likely arson" → nobody else yet
func (s *Sentence) otherwise(k int) bool {
	if s.word(k, "while", "whereas", "but") && !s.word(k+1, "that") && !s.word(k-1, "that") {
		return s.otherReport(k, s.last())
	}
	if !s.word(k, "with") {
		return false
	}
	for g := k + 2; g < min(k+6, len(s.Tokens)); g++ {
		if j := s.ownSubject(g); j >= 0 && s.left[j] == k+1 && len(s.reporters(g)) > 0 {
			return true
		}
	}
	return false
}

// undated is the last token of what is said from token a to b when that is an
// object, without the day, the letter and the reason that tell of the saying.
//
//	"denied the charge in a letter on Monday" → … "charge"
//	"asked for a delay because it believed the road was mined" → … "a delay"
func (s *Sentence) undated(i, a, b int) int {
	if top := s.branchOf(i, a); top < 0 || !s.is(top, "obj", "obl") {
		return b
	}
	b = s.occasion(a, b)
	for k := s.branchOf(i, b); k > a && s.left[k] > a && (s.is(k, "obl") && s.circumstance(k) || s.is(k, "advcl") && s.word(s.left[k], "because")); k = s.branchOf(i, b) {
		b = min(b, s.left[k]) - 1 // a comma that hangs on the phrase stands before it
	}
	return b
}

// occasion is the last token of an object from token a to b before the words that tell
// when its denial or promise came.
//
//	"laughed off the story | when reached by telephone"
func (s *Sentence) occasion(a, b int) int {
	for k := a + 1; k < b && !s.stop(k) && s.quoted[k] < 0; k++ {
		if s.word(k, "when") && s.tag(k+1, "VERB") && s.participle(k+1) {
			return k - 1
		}
	}
	return b
}

// withVerb is the last token of what is said from token a to b, with the verb
// of a clause whose subject is all that the model has taken of it.
//
//	"he believed the road | was mined" → … "mined"
//	"had seen a letter in which the port | 's director asked for guns" → … "guns"
func (s *Sentence) withVerb(i, a, b int) int {
	k := b
	for range s.Tokens { // a broken tree must not loop
		v := s.above(k)
		if v < 0 || k < a {
			break
		}
		if v > b && s.is(k, "nsubj") && !s.takesUp(v) && v != i && !s.under(i, v) && (s.right[k] == b || s.word(b+1, "'s")) {
			return s.right[v]
		}
		k = v
	}
	return b
}

// withConjunct is the last token of what is said from token a to b, with what
// follows "and" of something yet to come: that nobody tells of but who speaks, even
// if the tree hangs it on the reporting word.
//
//	"said the raid was “a farce” | and would change nothing" → … "and would change nothing"
func (s *Sentence) withConjunct(i, a, b int) int {
	k := b + 1
	w := s.above(k)
	if a < i || !s.word(k, "and", "or") || !s.word(k+1, "would", "will", "could", "might", "should") || !s.is(w, "conj") || s.child(w, "nsubj") >= 0 {
		return b
	}
	if v := s.above(w); v != i && (v < a || v > b) {
		return b
	}
	return max(b, s.right[w])
}

// withOrders is the last token of what is said from token a to b, with what else
// somebody is to do behind a comma or "and".
//
//	"called on the guard to free them | , to tell their families and to leave"
func (s *Sentence) withOrders(i, a, b int) int {
	for s.ordered(a, b) {
		k := b + 1
		for s.word(k, ",", "and", "or") {
			k++
		}
		v := s.above(k)
		if s.bareOrder(i, k) {
			v = k
		} else if !s.word(k, "to") || !s.infinitive(v) || v < k || !s.under(v, i) && !s.under(i, v) {
			break
		}
		if k == b+1 || v == i || s.right[v] <= b {
			break
		}
		b = s.right[v]
	}
	return b
}

// bareOrder reports whether token k is an infinitive that goes on with those before it
// without "to": beside a report in the past it can be nothing else.
//
//	"urged them to quash the verdicts, | release the men and …"
func (s *Sentence) bareOrder(i, k int) bool {
	return s.tag(k, "VERB") && s.low[k] == s.lemma(k) && s.low[i] != s.lemma(i) && s.is(k, "conj") && s.child(k, "nsubj", "aux") < 0 && s.under(k, i)
}

// ordered reports whether an infinitive stands in tokens a to b.
func (s *Sentence) ordered(a, b int) bool {
	for k := a; k < b; k++ {
		if s.word(k, "to") && s.tag(k, "PART") {
			return true
		}
	}
	return false
}

// circumstance reports whether the phrase of token k tells of a day, of a piece of
// writing or of what speaks against it.
func (s *Sentence) circumstance(k int) bool {
	if s.spoken(k) || s.word(s.left[k], "despite") || s.word(s.left[k], "on") && s.number(s.left[k], k) {
		return true
	}
	for j := s.left[k]; j <= k; j++ {
		if s.weekday(j) || s.timed(j-1) {
			return true
		}
	}
	return false
}

// branchOf is the token right under the word i at or above token k, or -1.
func (s *Sentence) branchOf(i, k int) int {
	for range s.Tokens { // a broken tree must not loop
		if k < 0 || s.above(k) == i {
			return k
		}
		k = s.above(k)
	}
	return -1
}

// unbroken is a span with the rest of a quotation that begins in a sentence
// before this one or ends in one after it.
//
//	“The road is gone. So is the bridge,” she said. → both sentences
func (s *Sentence) unbroken(i int, span stemma.Span) stemma.Span {
	if s.quoted[i] >= 0 || span.Empty() {
		return span
	}
	const mark = 4 // bytes of a mark and a space
	if q := holding(s.quotings, stemma.Span{Start: span.Start, End: span.Start + 1}); q >= 0 && s.quotings[q].Start < s.Start && span.Start <= s.Start+mark {
		span.Start = s.quotings[q].Start
	}
	if q := holding(s.quotings, stemma.Span{Start: span.End - 1, End: span.End}); q >= 0 && s.quotings[q].End > s.End && span.End >= s.End-mark {
		span.End = s.quotings[q].End
	}
	return span
}

// takenUp is what a clause behind a comma tells of that has no object of its own: the
// noun by which the sentence takes up what others say.
//
//	"The council blamed the guard, a charge it denied." → "a charge"
func (s *Sentence) takenUp(i int) []stemma.Span {
	j := s.subject(i)
	if j < 0 || j > i || s.after(i, "obj", "ccomp", "xcomp") >= 0 {
		return nil
	}
	noun := s.left[j] - 1
	if s.word(noun, "that", "which") {
		noun--
	}
	if _, said := lexicon.NominalOf(s.lemma(noun)); !said || s.child(noun, "nsubj") >= 0 || !s.word(s.left[noun]-1, ",") {
		return nil
	}
	return []stemma.Span{s.span(s.left[noun], noun)}
}
