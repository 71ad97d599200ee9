package code

import (
	"slices"

	"stemma"
	"stemma/internal/reference/codebook"
)

const deepest = 8 // how far a subject is looked for; longer chains are broken trees

// subject is who does what an active verb tells, by its own subject or by that
// of the verb that governs it.
//
//	"The army entered the town, killing nine" → kill: "The army"
//	"It ordered its units to withdraw" → withdraw: "its units"
//	"gunmen holding the bridge" → hold: "gunmen"
func (s *sentence) subject(v, depth int) int {
	if c := s.ownSubject(v); c >= 0 {
		return s.antecedent(c, v)
	}
	if c := s.stray(v); c >= 0 {
		return c
	}
	if c := s.before(v); c >= 0 {
		return c
	}
	if h := s.head(v); h >= 0 && depth <= deepest {
		return s.subjectAbove(v, h, depth)
	}
	return -1
}

// subjectAbove is who does what a verb without a subject of its own tells, by what it
// hangs on.
//
//	"accused the army in March of bombing a bakery" → bomb: "the army"
//	"spent weeks negotiating" → negotiate: whoever spent them
func (s *sentence) subjectAbove(v, h, depth int) int {
	switch {
	case s.is(v, "advcl") && s.requited(v):
		return s.requitedDoer(h, depth)
	case s.is(v, "acl") && s.timeWord(h) && s.gerund(v) && s.head(h) >= 0 && s.accusing(v, s.head(h)):
		return s.child(s.head(h), "obj")
	case s.is(v, "acl") && s.verbal(h) && s.gerund(v): // "prepared to resume shelling"
		return s.subject(h, depth+1)
	case s.is(v, "acl"):
		return s.bearer(v, h, depth)
	case s.is(v, "xcomp"):
		return s.controller(v, h, depth)
	case s.is(v, "ccomp") && s.is(h, "acl:relcl") && s.page.book.In(s.lemma[h], "speech") && !s.infinitive(v): // "the man it said had fired"
		return s.head(h)
	case s.is(v, "ccomp") && !s.infinitive(v):
		return s.parted(h)
	case s.is(v, "advcl") && s.gerund(v) && s.accusing(v, h):
		return s.child(h, "obj")
	case s.is(v, "conj", "advcl", "ccomp"):
		return s.subjectBeside(v, h, depth)
	case s.is(v, "obl", "advmod", "dep", "obj") && (s.gerund(v) || s.infinitive(v)) && s.verbal(h):
		return s.subject(h, depth+1)
	}
	return -1
}

// subjectBeside is who does what a verb joined to another or under it tells: whoever
// does what the other tells.
//
//	"suspended the talks and warns", hung on the talks → warn: whoever suspended them
func (s *sentence) subjectBeside(v, h, depth int) int {
	if !s.verbal(h) && !s.predicate(h) && s.is(v, "conj") && s.child(v, "cc") >= 0 {
		h = s.verbAbove(h)
	}
	if h >= 0 && (s.verbal(h) || s.predicate(h)) {
		return s.talker(v, s.subject(h, depth+1))
	}
	return s.predicated(h)
}

// talker is the subject of a verb of words, where the one that "and" leaves to it
// cannot speak: "The council says the figure is higher and accuses the army" the
// council, whatever the tree has joined. Who tried to do a thing need not speak.
func (s *sentence) talker(v, subject int) int {
	if subject < 0 || s.attempts(v) || !s.spokenHead(v) || s.speaks(subject) && !s.toldOf(subject, s.head(v)) || !s.is(v, "conj") {
		return subject
	}
	for _, k := range s.above(v) {
		if n := s.child(k, "nsubj"); s.page.book.In(s.lemma[k], "speech") && n >= 0 {
			return n
		}
	}
	return subject
}

// attempts reports whether a verb says that somebody tried to do what it governs.
func (s *sentence) attempts(v int) bool {
	return slices.ContainsFunc(s.cue(v, codebook.CueGoverns), func(d doubt) bool { return d.modality == stemma.Attempted })
}

// ownSubject is the subject that stands under a verb; of two the nearer, since
// "Comrades, two planes came" calls the comrades. -1 if there is none.
func (s *sentence) ownSubject(v int) int {
	own := slices.DeleteFunc(s.children(v, "nsubj", "csubj"), s.timeWord)
	switch {
	case len(own) == 0:
		return -1
	case len(own) > 1 && own[len(own)-1] < v && !s.page.book.In(s.lemma[v], "speech"):
		return own[len(own)-1]
	}
	return own[0]
}

// predicated is the noun of which the predicate over an infinitive is said:
// "Mediators are due to arrive", where the tree hangs "due" under "are".
func (s *sentence) predicated(h int) int {
	if h < 0 {
		return -1
	}
	for _, k := range s.above(h) {
		if c := s.child(k, "nsubj"); c >= 0 {
			return c
		}
		if s.nominal(k) && s.child(k, "cop") >= 0 {
			return k
		}
	}
	return -1
}

// parted is the subject of a clause that words of speech part from it, so that
// both subjects hang on the speech: "The gates, she says, were shut."
func (s *sentence) parted(speech int) int {
	if subjects := s.children(speech, "nsubj"); len(subjects) > 1 && s.page.book.In(s.lemma[speech], "speech") {
		return subjects[0]
	}
	return -1
}

// accusing reports whether a gerund tells what the object of the verb above did:
// "accused the army of firing", "stopped them from leaving".
func (s *sentence) accusing(v, h int) bool {
	m := s.child(v, "mark", "case")
	return m >= 0 && (s.form[m] == "of" || s.form[m] == "from") && s.child(h, "obj") >= 0
}

// verbAbove is the nearest verb above a token, -1 if there is none.
func (s *sentence) verbAbove(i int) int {
	for _, k := range s.above(i) {
		if s.verbal(k) {
			return k
		}
	}
	return -1
}

// stray is the subject of a finite verb that the tree has hung on it as
// something else: a bare noun before the verb. -1 if there is none.
func (s *sentence) stray(v int) int {
	best := -1
	for _, k := range s.children(v, "conj", "parataxis", "nmod", "dep", "appos", "list", "vocative", "compound", "obl:unmarked") {
		if k < v && k >= s.dateline && (s.tag(k, "NOUN", "PROPN", "PRON") || s.counted(k) != k) && s.child(k, "case", "cc") < 0 && !s.timeWord(k) {
			best = k
		}
	}
	if best >= 0 && !s.infinitive(v) && !s.gerund(v) {
		return best
	}
	return -1
}
