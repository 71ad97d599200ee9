package speech

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// called is an object and what it is called.
//
//	"described the march as a riot" → "the march as a riot"
func (s *Sentence) called(r reporting) (said, bool) {
	if r.passive {
		return s.calledPassive(r)
	}
	if !r.Takes("object-as", "responsible") {
		return said{}, false
	}
	if span := s.calledByWords(r); !span.Empty() {
		return said{[]stemma.Span{span}, "called"}, true
	}
	object := s.after(r.verb, "obj")
	name := s.nameAfter(r, max(object, r.end))
	if name < 0 || r.Takes("responsible") && !s.word(name, "responsible", "accountable", "liable") {
		return said{}, false
	}
	if object >= 0 && r.Stance == stemma.Denies {
		return said{[]stemma.Span{s.span(s.left[object], min(s.right[object], s.left[name]-1))}, "called"}, true
	}
	if object >= 0 {
		return said{[]stemma.Span{s.span(s.left[object], s.cut(r, s.left[object], s.right[name]))}, "called"}, true
	}
	if pronoun, ok := s.gap(r); ok {
		return said{[]stemma.Span{pronoun, s.span(max(s.left[name], r.end+1), s.right[name])}, "called"}, true
	}
	return said{}, false
}

// calledByWords is an object and what it is called, where the words tell it whatever the
// tree makes of them.
//
//	"called it “a farce”", "holds the minister responsible for it", "considering it a breach"
func (s *Sentence) calledByWords(r reporting) stemma.Span {
	if span, ok := s.calledQuote(r); ok {
		return span
	}
	if b := s.answerable(r); b > 0 {
		return s.span(r.end+1, b)
	}
	if first, second := s.after(r.verb, "iobj"), s.after(r.verb, "obj"); r.Takes("object-name") && first == r.end+1 && second > first {
		return s.span(first, s.objectEnd(r, second))
	}
	return stemma.Span{}
}

// answerable is the last token of whom a word holds responsible and for what, by its
// words; 0 if it does not.
//
//	"hold | the Minister of the Interior responsible for their safety"
func (s *Sentence) answerable(r reporting) int {
	const far = 16
	if !r.Takes("responsible") {
		return 0
	}
	for k := r.end + 2; k < min(r.end+far, len(s.Tokens)) && !s.stop(k) && !s.tag(k, "VERB", "AUX"); k++ {
		if s.word(k, "responsible", "accountable", "liable") {
			return s.cut(r, r.end+1, max(k, s.right[k]))
		}
	}
	return 0
}

// calledQuote is an object and the quotation right behind it that it is called.
//
//	"called the allegation “unsupported”" → "the allegation “unsupported”"
func (s *Sentence) calledQuote(r reporting) (stemma.Span, bool) {
	const near = 9
	if !r.Takes("object-name") {
		return stemma.Span{}, false
	}
	for k := r.end + 2; k < min(r.end+near, len(s.Tokens)); k++ {
		if s.opens(k) {
			return s.span(r.end+1, k).Join(s.quotings[s.quoted[k]].Span), true
		}
		if s.stop(k) || s.tag(k, "VERB", "AUX", "ADP", "SCONJ") && !s.word(k, "as", "of") {
			break
		}
	}
	return stemma.Span{}, false
}

// nameAfter is the head of what an object is called, behind it and the word; -1 if it is
// called nothing.
func (s *Sentence) nameAfter(r reporting, object int) int {
	for _, k := range s.kids[r.verb] {
		if k < object || k <= r.end {
			continue
		}
		if k > object && s.namedAs(k) || k > object && s.namedBare(r, k) {
			return k
		}
		if s.is(k, "obj") {
			if name := s.nameUnder(r, k); name >= 0 {
				return name
			}
		}
	}
	return -1
}

// namedAs reports whether a phrase under the word tells by "as" what something is called.
//
//	"described the march | as a riot"
func (s *Sentence) namedAs(k int) bool {
	return s.is(k, "obl", "advcl", "ccomp", "xcomp", "acl", "obj", "nmod") && s.word(s.left[k], "as")
}

// namedBare reports whether a predicate under the word tells what something is called, with
// no "as" and no deed.
//
//	"called the exchange | a disgrace"; not "called the guards | to leave"
func (s *Sentence) namedBare(r reporting, k int) bool {
	return r.Takes("object-name", "responsible") && s.is(k, "xcomp") && (!s.infinitive(k) || s.child(k, "cop") >= 0)
}

// nameUnder is the head of what an object is called where the tree has hung it on the
// object; -1 if it has not.
//
//	"called the exchange shameful" → shameful; "saw the march as a riot" → riot
func (s *Sentence) nameUnder(r reporting, object int) int {
	if k := s.after(object, "amod"); k == object+1 && r.Takes("object-name") {
		return k
	}
	if k := s.child(object, "nmod"); k > object && s.word(s.left[k], "as") {
		return k
	}
	return -1
}

// calledPassive is whoever is called something, and what.
//
//	"The march was described as a riot" → "The march", "as a riot"
func (s *Sentence) calledPassive(r reporting) (said, bool) {
	subject := s.child(r.verb, "nsubj:pass")
	if !r.Takes("object-as", "raise-as") || subject < 0 {
		return said{}, false
	}
	name := s.nameAfter(r, r.end)
	if name < 0 {
		return said{}, false
	}
	return said{[]stemma.Span{s.whole(subject), s.whole(name)}, "called"}, true
}

// withPreposition is an object with the phrase that a frame asks for.
//
//	"accused the guard of burning the mill" → "the guard of burning the mill"
func (s *Sentence) withPreposition(r reporting) (said, bool) {
	for _, p := range r.Prepositions() {
		if p == "as" {
			continue
		}
		phrase := s.phraseWith(r, p)
		if phrase < 0 {
			continue
		}
		a := max(s.left[phrase], r.end+1)
		if r.passive {
			subject := s.child(r.verb, "nsubj:pass")
			if subject < 0 {
				return said{}, false
			}
			return said{[]stemma.Span{s.whole(subject), s.span(a, s.right[phrase])}, "object"}, true
		}
		if object := s.after(r.verb, "obj"); object > r.end && object < phrase {
			a = min(a, s.left[object])
		}
		return said{[]stemma.Span{s.span(a, s.right[phrase])}, "object"}, true
	}
	return said{}, false
}

// phraseWith is the head of a phrase with a preposition behind the word, under
// the word or under its object; -1 if there is none.
//
//	"accused the guard | of burning the mill" → burning
func (s *Sentence) phraseWith(r reporting, preposition string) int {
	for _, k := range s.kids[r.verb] {
		if k <= r.end {
			continue
		}
		if s.word(s.left[k], preposition) {
			return k
		}
		if j := s.phraseUnder(k, preposition); j >= 0 && s.is(k, "obj", "obl:agent") {
			return j
		}
	}
	if preposition == "at" {
		return s.figureAt(r)
	}
	return -1
}

// phraseUnder is the head of a phrase with a preposition that hangs on a noun behind it;
// -1 if there is none.
func (s *Sentence) phraseUnder(noun int, preposition string) int {
	for _, k := range s.kids[noun] {
		if k > noun && s.word(s.left[k], preposition) {
			return k
		}
	}
	return -1
}

// figureAt is the token of "at" before a number in the word's clause: "put the
// toll of the siege at 14".
func (s *Sentence) figureAt(r reporting) int {
	for k := r.end + 2; k < s.clauseStop(r.end+1); k++ {
		if s.word(k, "at") && s.number(k+1, k+4) {
			return s.firstNumber(k + 1)
		}
	}
	return -1
}

// firstNumber is the first number from token k on; there is one.
func (s *Sentence) firstNumber(k int) int {
	for !s.tag(k, "NUM") {
		k++
	}
	return k
}

// objectSaid is a noun phrase that tells what was said.
//
//	"denied any coordination" → "any coordination"
//	"Responsibility for the raid was claimed by the Front" → "Responsibility for the raid"
func (s *Sentence) objectSaid(r reporting) (said, bool) {
	object := s.after(r.verb, "obj")
	if r.passive {
		object = s.undergoer(r)
	}
	if !r.Takes("object") && (object < 0 || !r.Takes("object:"+s.Tokens[object].Lemma)) {
		return said{}, false
	}
	if r.passive {
		return s.subjectSaid(r)
	}
	object = s.objectBehind(r, object)
	if object < 0 && s.onlyCounts(r) && s.number(r.end+1, r.end+1) {
		return said{[]stemma.Span{s.span(r.end+1, s.clauseStop(r.end+1))}, "object"}, true
	}
	if object <= r.end || object == r.subject || s.unsaid(r, object) {
		return said{}, false
	}
	return said{[]stemma.Span{s.span(max(s.left[object], r.end+1), s.objectEnd(r, object))}, "object"}, true
}

// objectBehind is the object of the word behind all of its own words; -1 if there is none.
//
//	"took responsibility for | the blast" → blast; "blamed the other" → other, which the tree takes for no object
func (s *Sentence) objectBehind(r reporting, object int) int {
	if object <= r.end && r.end > r.verb {
		object = s.beyond(r, object)
	}
	if k := s.behind(r, "obl"); object < 0 && k == r.end+2 && s.tag(k-1, "DET") {
		return k
	}
	return object
}

// unsaid reports whether an object is nothing that is said: somebody of whom something
// is wanted, no number for a word that only counts, a pronoun or a mere name.
//
//	"questioned two drivers", "counted the cost", "said it", "refused Torvik"
func (s *Sentence) unsaid(r reporting, object int) bool {
	judges := r.Kind == lexicon.Judgement || r.Kind == lexicon.Showing || len(r.Prepositions()) > 0
	switch {
	case !judges && s.somebody(object), s.onlyCounts(r) && !s.number(s.left[object], s.right[object]):
		return true
	case s.tag(object, "PRON"):
		return r.Stance != stemma.Denies
	}
	return s.tag(object, "PROPN") && s.left[object] == s.right[object]
}

// somebody reports whether token k is a noun of persons or a name with a title: it is
// whom, not what, somebody refuses, expects or questions.
//
//	"questioned two drivers", "could not refuse Marlen President Ana Torvik"
func (s *Sentence) somebody(k int) bool {
	person := func(j int) bool {
		noun, known := lexicon.SourceNounOf(strings.ToLower(s.lemma(j)))
		return known && noun.Kind == lexicon.NounPerson
	}
	for j := s.left[k]; s.tag(k, "PROPN") && j <= s.right[k]; j++ {
		if s.is(j, "compound", "flat", "nmod:desc") && person(j) {
			return true
		}
	}
	return person(k)
}

// behind is the first child of the word that stands behind its last word with
// one of the relations, or -1.
func (s *Sentence) behind(r reporting, relations ...string) int {
	for _, k := range s.kids[r.verb] {
		if k > r.end && s.is(k, relations...) {
			return k
		}
	}
	return -1
}

// beyond is the noun behind the last word of a turn of phrase that holds an object of
// its own, under the verb or under that object; -1 if there is none.
//
//	"took responsibility for | the blast" → blast
func (s *Sentence) beyond(r reporting, object int) int {
	if k := s.behind(r, "obj", "obl", "nmod"); k >= 0 || object < 0 {
		return k
	}
	for _, k := range s.kids[object] {
		if k > r.end && s.left[k] == r.end && s.nominal(k) {
			return k
		}
	}
	return -1
}

var counting = lists.Set("counting")

// onlyCounts reports whether the word's object is said only when it is a number:
// "counted 30", "says twenty-six", but not "counted the cost".
func (s *Sentence) onlyCounts(r reporting) bool {
	return counting[s.Tokens[r.verb].Lemma]
}

var remarking, dating = lists.Set("remarking"), lists.Set("dating")

// objectEnd is the end of an object, from which the outlet's own remarks are
// left out: a relative clause or participle set off by a comma, a day, a reason.
//
//	"asked for a delay on Sunday night because …" → "a delay"
func (s *Sentence) objectEnd(r reporting, object int) int {
	end := s.extended(r, s.right[object])
	if _, saying := lexicon.NominalOf(s.Tokens[object].Lemma); saying && end < len(s.Tokens)-1 && s.word(end+1, "by", "of", "to", "that") {
		end = max(end, s.clauseStop(end)) // "an offer by the rebels to talk"
	}
	for k := object + 1; k < end; k++ {
		switch {
		case s.word(k, ",") && (s.in(k+1, remarking) || s.timed(k+1)),
			s.in(k+1, dating) && !s.tag(k, "PUNCT", "ADP"),
			s.word(k+1, "on") && s.weekday(k+2), s.weekday(k+1) && s.tag(k+1, "PROPN") && !s.tag(k, "ADP", "DET"):
			return s.beforeComma(k)
		}
	}
	return s.cut(r, s.left[object], end)
}

var concerning = lists.Set("concerning")

// extended is the end of an object with the phrase right behind it that the
// tree has given to the word: "reiterated its support | for the talks".
func (s *Sentence) extended(r reporting, end int) int {
	for _, k := range s.kids[r.verb] {
		if k > end && s.is(k, "obl", "nmod") && s.left[k] == end+1 && s.in(end+1, concerning) ||
			k > end && s.left[k] == end+1 && s.word(end+1, "to") && s.number(end+2, s.right[k]) { // "raised the toll | to 14"
			end = s.right[k]
		}
	}
	return end
}

var stretches = lists.Set("stretches")

// timed reports whether a length of time begins at token k: "two days after".
func (s *Sentence) timed(k int) bool {
	return s.in(k+1, stretches)
}

// undergoer is the subject of a passive, or the noun that a participle tells of; -1 if
// there is none.
func (s *Sentence) undergoer(r reporting) int {
	if j := s.child(r.verb, "nsubj:pass"); j >= 0 || !s.is(r.verb, "acl") {
		return j
	}
	return s.above(r.verb)
}

// subjectSaid is the subject of a passive.
//
//	"The deal was announced by the mayor" → "The deal"
func (s *Sentence) subjectSaid(r reporting) (said, bool) {
	subject := s.child(r.verb, "nsubj:pass")
	if subject >= 0 && !s.tag(subject, "PRON") {
		return said{[]stemma.Span{s.whole(subject)}, "passive"}, true
	}
	above := s.above(r.verb)
	if subject < 0 && s.is(r.verb, "acl") && above >= 0 && above < r.verb && r.subject >= 0 {
		return said{[]stemma.Span{s.span(s.left[above], s.left[r.verb]-1)}, "passive"}, true
	}
	return said{}, false
}

// prepositional is the phrase with a preposition of a frame.
//
//	"asked for a delay" → "a delay"
func (s *Sentence) prepositional(r reporting) (said, bool) {
	if r.passive {
		return said{}, false
	}
	for _, k := range s.kids[r.verb] {
		if k > r.end && s.is(k, "obl", "nmod", "advcl") && slices.Contains(r.Frames, s.low[s.left[k]]) {
			return said{[]stemma.Span{s.span(s.left[k]+1, s.objectEnd(r, k))}, "preposition"}, true
		}
	}
	return said{}, false
}

// whole is the span of everything at or below a token.
func (s *Sentence) whole(k int) stemma.Span { return s.span(s.left[k], s.right[k]) }
