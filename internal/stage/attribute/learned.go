package attribute

import (
	"stemma"
	"stemma/internal/learn"
	"stemma/internal/reference/lexicon"
)

// A reader reads the claims of one document by rules and model; it keeps the
// room that the model works in.
type reader struct {
	model    *Model
	chain    learn.Chain
	features []learn.Feature
	labels   []uint8
	scores   [acts]int32
}

// newReader reads by the rules alone if there is no model.
func newReader(m *Model) *reader {
	if m == nil {
		return &reader{}
	}
	return &reader{model: m, chain: learn.Chain{Model: m.parts, Classes: parts}}
}

// read are the claims of one sentence: of the words that rules or tables take
// for reports those that the model does too, each with the words around it that
// it takes for source, cue and content.
func (r *reader) read(s *sentence) []draft {
	ruled := s.drafts()
	if r.model == nil {
		return ruled
	}
	var out []draft
	for i := range s.Tokens {
		d := byVerb(ruled, i)
		if !s.noticed(i, d) {
			continue
		}
		if d != nil && d.rule == "label" { // a colon is no word that the model could weigh
			out = append(out, *d)
			continue
		}
		act, worth := r.judge(s, i, d)
		if worth < r.model.least {
			continue
		}
		found := r.parts(s, i, d, ruled)
		if d == nil && found.head < 0 && len(found.content) == 0 {
			continue
		}
		found.stance = stanceOf(act, d)
		if s.nobodys(found) || s.mute(found.head) || found.head < 0 && !s.passive(i) && s.mute(s.child(i, "nsubj")) {
			continue
		}
		out = append(out, found)
	}
	return s.apart(out)
}

// apart cuts what one source says where the sentence goes on with a second report
// of the same.
//
//	"The mayor said the mill was gone | and urged people to stay away"
func (s *sentence) apart(drafts []draft) []draft {
	for i := range drafts {
		for _, second := range drafts[i+1:] {
			k := s.joiner(second.verb)
			if k < 0 || second.head != drafts[i].head || second.head < 0 || !covers(drafts[i].content, second.cue) {
				continue
			}
			rest := stemma.Span{Start: s.Tokens[k].Start, End: s.End}
			if kept := tidy(s.text, minus(drafts[i].content, rest)); len(kept) > 0 {
				drafts[i].content = kept
			}
		}
	}
	return drafts
}

// joiner is the "and" or "but" right before a verb and what belongs to it, or -1.
func (s *sentence) joiner(verb int) int {
	k := verb - 1
	for k > 0 && s.tag(k, "ADV", "AUX", "PART") {
		k--
	}
	if s.word(k, "and", "but") {
		return k
	}
	return -1
}

// nobodys reports whether a claim is told to be nobody's, and no denial either.
//
//	"Nobody told us to turn back." → no claim
func (s *sentence) nobodys(d draft) bool {
	return d.stance == stemma.Asserts && (s.word(d.head, "nobody", "no-one") || s.word(d.head, "one", "party", "side") && s.word(d.head-1, "no"))
}

// byVerb is the claim of the rules that token i makes, or nil.
func byVerb(drafts []draft, i int) *draft {
	for k := range drafts {
		if drafts[k].verb == i {
			return &drafts[k]
		}
	}
	return nil
}

// judge is what the model takes token i for, if it is a report at all, and how
// much more that is worth to it than that it is none.
func (r *reader) judge(s *sentence, i int, ruled *draft) (act int, worth int32) {
	r.features = s.notice(i, ruled, r.features[:0])
	r.model.cues.Score(r.features, r.scores[:])
	act = 1 + learn.Best(r.scores[1:])
	return act, r.scores[act] - r.scores[noAct]
}

// stanceOf is the stance that the rules give, as they know negation and the
// words themselves; of a report that they have not found, that of the model.
func stanceOf(act int, ruled *draft) stemma.Stance {
	if ruled != nil {
		return ruled.stance
	}
	return stances[act]
}

// parts are the source, the cue and the content of the report of token i, as
// the model takes them; those of "citing X" and of nouns of saying ("the threat
// to block the bridge") the rules tell better.
func (r *reader) parts(s *sentence, i int, ruled *draft, others []draft) draft {
	if ruled != nil && (ruled.through || ruled.rule == "nominal") {
		return *ruled
	}
	r.labels = r.chain.Label(s.from(i, ruled, others).places(), r.labels[:0])
	s.halt(i, r.labels)
	d := draft{sentence: s.index, verb: i, head: -1, parent: -1, rule: "learned"}
	if ruled != nil {
		d = *ruled
	}
	d.cue = s.cueOf(i, r.labels, d.cue)
	source, head := s.sourceOf(i, r.labels)
	if s.mute(head) {
		source, head = s.otherSpeaker(i)
	}
	if head >= 0 && !s.befalls(i, head) && !s.mute(head) {
		if !s.sameHead(d, source) {
			d.head = head
		}
		d.source = s.restricted(source, d.head, i)
	} else if ruled == nil {
		d.source, d.head = s.likelySource(i)
	}
	if j := s.ownSubject(i); j >= 0 {
		d.source, d.head = s.person(j, i), j
	}
	if taken := s.takenUp(i); len(taken) > 0 {
		d.content = taken
	} else if content := s.contentOf(i, r.labels, d); len(content) > 0 {
		d.content = content
	}
	if said := quotedBy(d, others); said != nil {
		d.content = said
	}
	return d
}

// restricted is the span of a source with the participle right behind it that says
// which of its kind speaks.
//
//	"A person | briefed on the talks said" → "A person briefed on the talks"
func (s *sentence) restricted(source stemma.Span, head, verb int) stemma.Span {
	if head < 0 || !s.tag(head, "NOUN") || s.Tokens[head].End != source.End {
		return source
	}
	k := s.after(head, "acl")
	if k < 0 || s.is(k, "acl:relcl") || s.left[k] != head+1 || s.right[k] >= verb || k > verb || s.infinitive(k) {
		return source
	}
	return source.Join(s.bare(k, s.right[k]))
}

// ownSubject is whoever does what a gerund tells of behind "with", or -1.
//
//	"The Front has left, with some saying its aim was the bridge" → some
func (s *sentence) ownSubject(i int) int {
	if j := s.child(i, "nsubj"); j >= 0 && s.gerund(i) && s.word(s.left[j]-1, "with") {
		return j
	}
	return -1
}

// otherSpeaker is the noun phrase right before a verb that is no passive and whose
// subject the tree takes for a day, an hour or a thing, if it can speak.
//
//	"17:22 The Brigades say …", "the four airstrikes delivered 24 bombs, Davis said"
func (s *sentence) otherSpeaker(i int) (stemma.Span, int) {
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
	if head < 0 || !s.speaks(head) {
		return stemma.Span{}, -1
	}
	return s.bare(a, k), head
}

// takenUp is what a clause behind a comma tells of that has no object of its own: the
// noun by which the sentence takes up what others say.
//
//	"The council blamed the guard, a charge it denied." → "a charge"
func (s *sentence) takenUp(i int) []stemma.Span {
	j := s.subject(i)
	if j < 0 || j > i || s.after(i, "obj", "ccomp", "xcomp") >= 0 {
		return nil
	}
	noun := s.left[j] - 1
	if s.word(noun, "that", "which") {
		noun--
	}
	if _, said := lexicon.NominalOf(s.lemma(noun)); !said || !s.word(s.left[noun]-1, ",") {
		return nil
	}
	return []stemma.Span{s.span(s.left[noun], noun)}
}

// befalls reports whether the passive i tells of the noun before it what others
// say: whoever "was expected to speak" says nothing.
func (s *sentence) befalls(i, head int) bool {
	return (s.passive(i) && s.right[head] < i || s.undergone(i) && head < i) && !s.is(head, "obl:agent")
}

// quotedBy is what somebody said whom the source of the claim has quoted, in a
// sentence that tells both; nil if there is no such claim.
//
//	"Officials, quoted by the radio, said the road was open" → of the radio: "the road was open"
func quotedBy(d draft, others []draft) []stemma.Span {
	for _, other := range others {
		if other.quotedBy && other.verb != d.verb && other.hearer.Overlaps(d.source) {
			return other.content
		}
	}
	return nil
}

// sameHead reports whether the rules have found a source and its head stands in
// the span: then they know better where it begins and ends.
func (s *sentence) sameHead(d draft, source stemma.Span) bool {
	return d.head >= 0 && source.Contains(s.Tokens[d.head].Span)
}

// likelySource is whoever does what a verb says for which the model has found
// no source, or does something with what a noun says; nobody for any other word.
func (s *sentence) likelySource(i int) (stemma.Span, int) {
	j := s.child(i, "obl:agent")
	switch {
	case s.tag(i, "NOUN") && s.is(i, "obj", "obl"): // "stood by the claim"
		j = s.child(s.above(i), "nsubj")
	case !s.tag(i, "VERB") && !s.adjectival(i) && s.reportBefore(i) < 0:
		return stemma.Span{}, -1
	case !s.passive(i):
		j = s.reporter(i)
	}
	if j < 0 || !s.speaks(j) {
		return stemma.Span{}, -1
	}
	return s.person(j, i), j
}

// cueOf is the run of cue tokens around token i.
func (s *sentence) cueOf(i int, labels []uint8, otherwise stemma.Span) stemma.Span {
	if labels[i] != ofCue {
		if !otherwise.Empty() {
			return otherwise
		}
		return s.span(i, i)
	}
	a, b := i, i
	for a > 0 && labels[a-1] == ofCue && (!s.is(a-1, "nsubj") || s.word(a-1, "it")) { // "it is believed", but "they | say"
		a--
	}
	for b+1 < len(labels) && labels[b+1] == ofCue {
		b++
	}
	if s.word(b+1, "it") && s.is(b+1, "obj") && labels[b+1] == outside { // "as she put it,"
		b++
	}
	return s.span(a, b)
}

// sourceOf is the longest run of source tokens, the nearest of equals, and its
// head: the token whose governor stands outside.
func (s *sentence) sourceOf(i int, labels []uint8) (stemma.Span, int) {
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
	return s.bare(first, last), s.headAmong(first, last)
}

func abs(n int) int { return max(n, -n) }

// headAmong is the first nominal of tokens a to b whose governor stands outside.
func (s *sentence) headAmong(a, b int) int {
	for k := a; k <= b; k++ {
		if above := s.above(k); (above < a || above > b) && s.nominal(k) {
			return k
		}
	}
	if head := s.firstHead(a, b+1); head >= 0 {
		return head
	}
	return b
}

// contentOf are the runs of content tokens, with what the rules found in other
// sentences, each widened to the quotation that it is part of.
func (s *sentence) contentOf(i int, labels []uint8, d draft) []stemma.Span {
	var out []stemma.Span
	for _, span := range d.content {
		if !span.Overlaps(s.Span) {
			out = append(out, span)
		}
	}
	for a := 0; a < len(labels); a++ {
		if labels[a] != ofContent {
			continue
		}
		b := a
		for b+1 < len(labels) && labels[b+1] == ofContent {
			b++
		}
		span := s.inside(i, s.widened(i, s.span(a, s.withConjunct(i, a, s.withVerb(i, a, s.undated(i, a, s.closed(a, b)))))))
		for _, rest := range s.spared(span, d) {
			out = append(out, s.unbroken(i, rest))
		}
		a = b
	}
	return tidy(s.text, out)
}

// spared is a span without the source, the cue and the hearer where these stand
// at either end of it, and without whoever did it "by" whom anywhere.
//
//	"was accused | by the council of burning the mill" → "of burning the mill"
func (s *sentence) spared(span stemma.Span, d draft) []stemma.Span {
	agent := s.is(d.head, "obl:agent") && s.word(s.left[d.head], "by")
	if agent {
		d.source = d.source.Join(s.Tokens[s.left[d.head]].Span)
	}
	out := []stemma.Span{span}
	for k, hole := range []stemma.Span{d.source, d.cue, d.hearer} {
		if rest := minus(out, hole); len(rest) <= 1 || agent && k == 0 {
			out = rest
		}
	}
	return out
}

// closed is the last of tokens a to b that joins nothing to what comes behind.
//
//	"denied having met them and | , asked why, replied" → … "them"
func (s *sentence) closed(a, b int) int {
	for b > a && s.tag(b, "CCONJ") {
		b--
	}
	return b
}

// halt ends what is said at the semicolons around the reporting word, those of
// quotations apart: behind one the outlet speaks again.
//
//	"The Front says the letter is forged; experts disagree." → "the letter is forged"
func (s *sentence) halt(i int, labels []uint8) {
	for _, step := range []int{-1, 1} {
		halted := false
		for k := i + step; k >= 0 && k < len(labels); k += step {
			halted = halted || (s.word(k, ";") || step > 0 && s.otherwise(k)) && (s.quoted[k] < 0 || s.quoted[k] == s.quoted[i])
			if halted && labels[k] == ofContent {
				labels[k] = outside
			}
		}
	}
}

// otherwise reports whether others begin to speak at token k, behind "with".
//
//	"The Front says it has left | , with some saying its aim was the bridge"
func (s *sentence) otherwise(k int) bool {
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
// object, without the day and the letter that tell of the saying.
//
//	"denied the charge in a letter on Monday" → … "charge"
func (s *sentence) undated(i, a, b int) int {
	if top := s.branchOf(i, a); top < 0 || !s.is(top, "obj") {
		return b
	}
	for k := s.branchOf(i, b); k > a && s.left[k] > a && s.is(k, "obl") && s.circumstance(k); k = s.branchOf(i, b) {
		b = min(b, s.left[k]) - 1 // a comma that hangs on the phrase stands before it
	}
	return b
}

// withVerb is the last token of what is said from token a to b, with the verb
// of a clause whose subject is all that the model has taken of it.
//
//	"he believed the road | was mined" → … "mined"
func (s *sentence) withVerb(i, a, b int) int {
	k := b
	for range s.Tokens { // a broken tree must not loop
		v := s.above(k)
		if v < 0 || k < a {
			break
		}
		if v > b && s.is(k, "nsubj") && v != i && !s.under(i, v) && s.right[k] == b {
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
func (s *sentence) withConjunct(i, a, b int) int {
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

// circumstance reports whether the phrase of token k tells of a day or of a
// piece of writing.
func (s *sentence) circumstance(k int) bool {
	if s.spoken(k) || s.word(s.left[k], "on") && s.number(s.left[k], k) {
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
func (s *sentence) branchOf(i, k int) int {
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
func (s *sentence) unbroken(i int, span stemma.Span) stemma.Span {
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
