package speech

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// certain reports whether a claim of the rules needs no weighing: a colon is no word
// that the model could weigh, a saying that is spread by somebody is theirs, a number
// that somebody's count comes to too, and so is what stands before a word of saying with
// its speaker where no comma parts them, or where it was posted follows.
func (s *Sentence) certain(d Draft) bool {
	switch d.Rule {
	case "label", "contested", "shown", open:
		return true
	case "inverted":
		return s.unstopped(d) || s.posted(d.verb) > d.verb
	case "nominal":
		return s.spreader(d.verb) >= 0 || d.Head >= 0 && (s.equating(d.verb) >= 0 || s.counted(d.verb))
	}
	return false
}

// plain reports whether the words around a claim of the rules leave no doubt of it: what
// a source adds by a gerund to a report of its own, a clause behind a verb of seeming,
// a noun of saying to which a verb lends its subject, what a television shows, a phrase
// at the head of the sentence, what is denied by somebody, what somebody is told to have hurried or gone on to say.
//
//	"said it had “no news,” while acknowledging that nine had left"
//	"appeared to confirm that the dam was open", "voiced concern about the wells"
//	"State television showed men on the roof"
//	"The toll was disputed by the hospital", "was quick to deny the report"
//	"In the captain's view, the channel was mined"
func (s *Sentence) plain(d Draft) bool {
	if s.led(d.verb) {
		return true
	}
	switch d.Rule {
	case "phrase", "genitive":
		return s.fronts(d)
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

// fronts reports whether a phrase that names a source opens its sentence, up to a comma.
//
//	"In the captain's view, the channel was mined", "Per the harbour log, it left at noon"
func (s *Sentence) fronts(d Draft) bool {
	first := s.TokenAt(d.Cue.Start)
	if d.Rule == "genitive" {
		first = s.left[d.verb]
	}
	return first == 0 && d.Head >= 0 && s.word(s.clauseStop(max(d.Head, d.verb))+1, ",")
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

// somebodys reports whether a claim may be somebody's: its source, or where it has none the
// subject of an active verb, can speak, and is not "nobody".
func (s *Sentence) somebodys(d Draft) bool {
	speaker := d.Head
	if speaker < 0 && !s.passive(d.verb) {
		speaker = s.child(d.verb, "nsubj")
	}
	return !s.nobodys(d) && !s.mute(speaker)
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
