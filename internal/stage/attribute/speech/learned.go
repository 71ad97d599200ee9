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
	return s.withoutExamples(s.apart(out))
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

// somebodys reports whether a claim may be somebody's: its source, or where it has none the
// subject of an active verb, can speak, and is not "nobody".
func (s *Sentence) somebodys(d Draft) bool {
	speaker := d.Head
	if speaker < 0 && !s.passive(d.verb) {
		speaker = s.child(d.verb, "nsubj")
	}
	return !s.nobodys(d) && !s.mute(speaker)
}

// certain reports whether a claim of the rules needs no weighing: a colon is no word
// that the model could weigh, a saying that is spread by somebody is theirs, a number
// that somebody's count comes to too, and so is what stands before a word of saying with
// its speaker where no comma parts them, or where it was posted follows.
func (s *Sentence) certain(d Draft) bool {
	switch d.Rule {
	case "label", "contested", "shown":
		return true
	case "inverted":
		return s.unstopped(d) || s.posted(d.verb) > d.verb
	case "nominal":
		return s.spreader(d.verb) >= 0 || d.Head >= 0 && (s.equating(d.verb) >= 0 || s.counted(d.verb))
	}
	return false
}

// lends reports whether token i is no report of its own but lends its subject to a
// noun of saying.
//
//	"The envoy voiced his fear that the dam would break" → one claim, by "voiced his fear"
func (s *Sentence) lends(i int, ruled []Draft) bool {
	return slices.ContainsFunc(ruled, func(d Draft) bool {
		return d.Rule == "nominal" && d.verb != i && d.Cue.Contains(s.Tokens[i].Span)
	})
}

// plain reports whether the words around a claim of the rules leave no doubt of it: what
// a source adds by a gerund to a report of its own, a clause behind a verb of seeming,
// a noun of saying to which a verb lends its subject, what a television shows, what is
// denied by somebody, what somebody is told to have hurried or gone on to say.
//
//	"said it had “no news,” while acknowledging that nine had left"
//	"appeared to confirm that the dam was open", "voiced concern about the wells"
//	"State television showed men on the roof"
//	"The toll was disputed by the hospital", "was quick to deny the report"
func (s *Sentence) plain(d Draft) bool {
	if s.led(d.verb) {
		return true
	}
	switch d.Rule {
	case "clause":
		return s.reportBefore(d.verb) >= 0 || s.seeming(d.verb)
	case "called":
		return s.reportBefore(d.verb) >= 0
	case "quote":
		return s.reportBefore(d.verb) >= 0 || s.signed(d)
	case "inverted":
		return s.signed(d)
	case "object":
		return s.turned(d.verb) || s.lemma(d.verb) == "show" && s.screen(d.Head) || s.lemma(d.verb) == "put" && s.figureAt(reporting{verb: d.verb, end: d.verb}) >= 0
	case "passive":
		return d.Stance == stemma.Denies && s.is(d.Head, "obl:agent") && s.speaks(d.Head) && !s.thingsToo(d.verb)
	case "nominal":
		v, _ := s.lender(d.verb)
		held := s.child(d.verb, "cop") >= 0 && s.word(s.child(d.verb, "case"), "of") // "is of the opinion"
		return d.Head >= 0 && (held || slices.Contains([]string{"express", "voice"}, s.lemma(v)))
	}
	return false
}

// thingsToo reports whether the verb i tells what a thing does as well.
//
//	"is contradicted by the stamp on the parcel"
func (s *Sentence) thingsToo(i int) bool {
	return slices.ContainsFunc(s.reporters(i), func(e lexicon.Reporter) bool { return e.Takes("things") })
}

var seems = lists.Set("seeming")

// seeming reports whether the verb i tells what somebody seems to say.
func (s *Sentence) seeming(i int) bool {
	return s.infinitive(i) && s.in(s.above(i), seems) && !s.negated(s.above(i))
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

// nobodys reports whether a claim is told to be nobody's, and no denial either.
//
//	"Nobody told us to turn back."       → no claim
//	"No group claimed responsibility."   → no claim
func (s *Sentence) nobodys(d Draft) bool {
	return d.Stance == stemma.Asserts && (s.word(d.Head, "nobody", "no-one", "none") || d.Head >= 0 && s.word(s.left[d.Head], "no"))
}

// disowned reports whether a noun of saying is what its supposed source denies, so that
// others have said it.
//
//	"The Guard dismissed claims that its men had killed two" → one claim, a denial
func (s *Sentence) disowned(d Draft) bool {
	v := s.above(d.verb)
	if v < 0 || d.Head < 0 || !s.tag(d.verb, "NOUN") || !s.is(d.verb, "obj") || d.Head != s.subject(v) {
		return false
	}
	return slices.ContainsFunc(s.reporters(v), func(e lexicon.Reporter) bool { return e.Stance == stemma.Denies })
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
	asks := func(e lexicon.Reporter) bool { return e.Stance == stemma.Asks }
	if only := s.onlyStance(found.verb); only != "" && only != stemma.Asserts && !s.negated(found.verb) {
		return only
	}
	if len(found.Content) > 0 && slices.ContainsFunc(s.reporters(found.verb), asks) && s.questionIn(found.Content[0]) {
		return stemma.Asks
	}
	return stances[act]
}

// onlyStance is the stance that a word has in all its senses, or "".
//
//	"Agencies doubt it." → doubts
func (s *Sentence) onlyStance(i int) stemma.Stance {
	senses := s.reporters(i)
	if len(senses) == 0 || slices.ContainsFunc(senses, func(e lexicon.Reporter) bool { return e.Stance != senses[0].Stance }) {
		return ""
	}
	return senses[0].Stance
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

// ownSubject is whoever does what a gerund tells of behind "with", or -1.
//
//	"The Front has left, with some saying its aim was the bridge" → some
func (s *Sentence) ownSubject(i int) int {
	if j := s.child(i, "nsubj"); j >= 0 && s.gerund(i) && s.word(s.left[j]-1, "with") {
		return j
	}
	return -1
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

// befalls reports whether the passive i tells of the noun before it what others
// say: whoever "was expected to speak" says nothing, nor does an officer "cited by the radio".
func (s *Sentence) befalls(i, head int) bool {
	return (s.passive(i) && (s.right[head] < i || s.above(i) == head && s.child(i, "obl:agent") >= 0) || s.undergone(i) && head < i) && !s.is(head, "obl:agent")
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

// sameHead reports whether the rules have found a source and its head stands in
// the span: then they know better where it begins and ends.
func (s *Sentence) sameHead(d Draft, source stemma.Span) bool {
	return d.Head >= 0 && source.Contains(s.Tokens[d.Head].Span)
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

// cueOf is the run of cue tokens around token i.
func (s *Sentence) cueOf(i int, labels []uint8) stemma.Span {
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
