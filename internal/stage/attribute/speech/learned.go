package speech

import (
	"slices"

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
func (r *reader) read(s *Sentence) []Draft {
	ruled := s.drafts()
	if r.model == nil {
		return ruled
	}
	var out []Draft
	for i := range s.Tokens {
		if d, ok := r.report(s, i, ruled, out); ok {
			out = append(out, d)
		}
	}
	return s.withoutExamples(s.quotedSpeakers(s.apart(out)))
}

// report is the claim that token i makes, if it makes one, behind those already read.
func (r *reader) report(s *Sentence, i int, ruled, before []Draft) (Draft, bool) {
	d := byVerb(ruled, i)
	switch {
	case !s.noticed(i, d) || s.lends(i, ruled):
		return Draft{}, false
	case d != nil && s.certain(*d):
		return *d, true
	}
	act, worth := r.judge(s, i, d)
	if worth < r.model.least && !(d != nil && s.plain(*d)) {
		return Draft{}, false
	}
	found := r.parts(s, i, d, ruled)
	if d == nil && found.Head < 0 && len(found.Content) == 0 {
		return Draft{}, false
	}
	found = s.lent(found, before)
	found.Stance = s.stanceOf(act, d, found)
	return found, s.somebodys(found) && (d != nil || !s.voiceless(i, found.Head) && !s.disowned(found))
}

// lends reports whether token i is no report of its own but lends its subject to a
// noun of saying, or is one of two verbs that make one.
//
//	"The envoy voiced his fear that the dam would break" → one claim, by "voiced his fear"
//	"The army did not confirm or deny the raid" → one claim, by "did not confirm or deny"
func (s *Sentence) lends(i int, ruled []Draft) bool {
	return slices.ContainsFunc(ruled, func(d Draft) bool {
		return (d.Rule == "nominal" || d.Rule == open) && d.verb != i && d.Cue.Contains(s.Tokens[i].Span)
	})
}

// lent is a second report with the source of the first where it has none of its own.
//
//	"predicted that the road would be a trap and | urged drivers to go round it"
func (s *Sentence) lent(d Draft, before []Draft) Draft {
	if d.Head >= 0 || s.passive(d.verb) {
		return d
	}
	if first := byVerb(before, max(s.matrix(d.verb), s.reportBefore(d.verb))); first != nil {
		d.Source, d.Head = first.Source, first.Head
	}
	return d
}

// apart cuts what one source says where the sentence goes on with a second report
// of the same.
//
//	"The mayor said the mill was gone | and urged people to stay away"
func (s *Sentence) apart(drafts []Draft) []Draft {
	for i := range drafts {
		for _, second := range drafts[i+1:] {
			k := s.joiner(second.verb)
			if k < 0 || second.Head != drafts[i].Head || second.Head < 0 || !covers(drafts[i].Content, second.Cue) {
				continue
			}
			rest := stemma.Span{Start: s.Tokens[k].Start, End: s.End}
			if kept := tidy(s.text, minus(drafts[i].Content, rest)); len(kept) > 0 {
				drafts[i].Content = kept
			}
		}
	}
	return drafts
}

// joiner is the "and" or "but" right before a verb and what belongs to it, or -1.
func (s *Sentence) joiner(verb int) int {
	k := verb - 1
	for k > 0 && s.tag(k, "ADV", "AUX", "PART") {
		k--
	}
	if s.word(k, "and", "but") {
		return k
	}
	return -1
}

// byVerb is the claim of the rules that token i makes, or nil.
func byVerb(drafts []Draft, i int) *Draft {
	for k := range drafts {
		if drafts[k].verb == i {
			return &drafts[k]
		}
	}
	return nil
}

// judge is what the model takes token i for, if it is a report at all, and how
// much more that is worth to it than that it is none.
func (r *reader) judge(s *Sentence, i int, ruled *Draft) (act int, worth int32) {
	r.features = s.notice(i, ruled, r.features[:0])
	r.model.cues.Score(r.features, r.scores[:])
	act = 1 + learn.Best(r.scores[1:])
	return act, r.scores[act] - r.scores[noAct]
}

// stanceOf is the stance that the rules give, as they know negation and the
// words themselves; of a report that they have not found, that of the model, but a
// question where a word of asking has one behind it.
func (s *Sentence) stanceOf(act int, ruled *Draft, found Draft) stemma.Stance {
	if ruled != nil {
		return ruled.Stance
	}
	if v := found.verb; (s.lemma(v) == "decline" || s.lemma(v) == "refuse") && s.word(v+1, "to") && s.speech(v+2) { // "declined to say how many"
		return stemma.Doubts
	}
	if v := found.verb; s.lemma(v) == "plead" && s.word(v+1, "not", "innocent") { // "pleaded not guilty to all charges"
		return stemma.Denies
	}
	if s.undrawn(found.verb) {
		return stemma.Doubts
	}
	asks := func(e lexicon.Reporter) bool { return e.Stance == stemma.Asks }
	if v := found.verb; s.tag(v, "VERB") && s.onlyDoubts(v) && !s.negated(v) {
		return stemma.Doubts
	}
	if v := found.verb; s.tag(v, "VERB") && s.negated(v) && s.speech(v) { // "will not confirm that"
		return stemma.Doubts
	}
	if len(found.Content) > 0 && slices.ContainsFunc(s.reporters(found.verb), asks) && s.questionIn(found.Content[0]) {
		return stemma.Asks
	}
	return stances[act]
}

// onlyDoubts reports whether a word is one of thinking that doubts in all its senses.
//
//	"Agencies doubt it."
func (s *Sentence) onlyDoubts(i int) bool {
	senses := s.reporters(i)
	return len(senses) > 0 && !slices.ContainsFunc(senses, func(e lexicon.Reporter) bool {
		return e.Kind != lexicon.Thought || e.Stance != stemma.Doubts
	})
}

// questionIn reports whether a question begins soon in what is said.
//
//	"asked | the witness who had opened the gate"
func (s *Sentence) questionIn(content stemma.Span) bool {
	const soon = 4 // words of whoever is asked
	first := s.TokenAt(content.Start)
	for k := first; k >= 0 && k < min(first+soon, len(s.Tokens)); k++ {
		if s.in(k, asking) || s.word(k, "how") {
			return true
		}
	}
	return false
}

// parts are the source, the cue and the content of the report of token i, as
// the model takes them; those of "citing X" and of nouns of saying ("the threat
// to block the bridge") the rules tell better.
func (r *reader) parts(s *Sentence, i int, ruled *Draft, others []Draft) Draft {
	if ruled != nil && (ruled.through || ruled.Rule == "nominal") {
		return *ruled
	}
	r.labels = r.chain.Label(s.from(i, ruled, others).places(), r.labels[:0])
	s.filled(r.labels)
	s.halt(i, r.labels)
	s.together(r.labels)
	d := Draft{Sentence: s.index, verb: i, Head: -1, Parent: -1, Rule: "learned"}
	if ruled != nil {
		d = *ruled
	}
	if d.Cue = s.cueOf(i, r.labels); d.bounded {
		return d
	}
	s.learnSource(&d, r.labels, ruled != nil)
	if content := s.learnContent(d, r.labels); len(content) > 0 {
		d.Content = content
	}
	if said := quotedBy(d, others); said != nil {
		d.Content = said
	}
	return d
}

// learnContent is what the report of a draft says: what its own words take up, else
// what the model takes for it; nil if neither finds any.
func (s *Sentence) learnContent(d Draft, labels []uint8) []stemma.Span {
	if taken := s.takenUp(d.verb); len(taken) > 0 {
		return taken
	}
	if number := s.corrected(d.verb); !number.Empty() {
		return []stemma.Span{number}
	}
	content := s.contentOf(d.verb, labels, d)
	if len(content) == 0 {
		return nil
	}
	return tidy(s.text, append(s.accused(d.verb), content...))
}

// accused is whoever a participle only tells to be charged with what is behind it.
//
//	"They held a teacher | accused of sheltering gunmen" → a teacher
//	"Nine officers feared dead" → Nine officers
func (s *Sentence) accused(i int) []stemma.Span {
	if j := s.child(i, "nsubj"); s.presumed(i) && j >= 0 && j < i {
		return []stemma.Span{s.Person(j, i)}
	}
	if noun := s.above(i); s.is(i, "acl") && s.undergone(i) && s.right[noun] >= i {
		return []stemma.Span{s.Person(noun, i)}
	}
	return nil
}

// quotedBy is what somebody said whom the source of the claim has quoted, in a
// sentence that tells both; nil if there is no such claim.
//
//	"Officials, quoted by the radio, said the road was open" → of the radio: "the road was open"
func quotedBy(d Draft, others []Draft) []stemma.Span {
	for _, other := range others {
		if other.QuotedBy && other.verb != d.verb && other.Hearer.Overlaps(d.Source) {
			return other.Content
		}
	}
	return nil
}

// quotedSpeakers gives what somebody quoted is told to say or think, by a word of which
// there is no claim, to that one through whoever quotes.
//
//	"An officer quoted by the radio sees the hand of rustlers in it" → an officer, quoted by the radio
func (s *Sentence) quotedSpeakers(drafts []Draft) []Draft {
	for i := range drafts {
		d := &drafts[i]
		who := s.above(d.verb)
		if !s.word(d.verb, "quoted", "cited") || !s.word(d.verb+1, "by") || !s.is(d.verb, "acl") || !s.speaks(who) || s.above(who) <= d.Head || !s.is(who, "nsubj") ||
			d.Head <= d.verb || slices.ContainsFunc(drafts, func(other Draft) bool { return other.Head == who }) {
			continue
		}
		d.Hearer, d.QuotedBy, d.Head = d.Source, true, who
		d.Source = s.span(s.left[who], who)
	}
	return drafts
}

// cueOf is the run of cue tokens around token i.
func (s *Sentence) cueOf(i int, labels []uint8) stemma.Span {
	a, b := i, i
	for a > 0 && labels[a-1] == ofCue && (!s.is(a-1, "nsubj") || s.word(a-1, "it")) && !s.commaLost(a) { // "it is believed", but "they | say", "not to panic | saying"
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
