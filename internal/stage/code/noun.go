package code

import (
	"slices"

	"stemma/internal/reference/codebook"
	"stemma/internal/reference/lexicon"
)

// noun is the rule of the book that fits a noun where it stands.
func (s *sentence) noun(n int) (codebook.Rule, bool) {
	if n < 0 || !s.tag(n, "NOUN") && !(s.title && s.tag(n, "PROPN")) || s.timeWord(n) || s.placeName(n) {
		return codebook.Rule{}, false
	}
	if _, harm := lexicon.HarmOf("noun", s.lemma[n]); harm && s.disastrous() {
		return codebook.Rule{}, false // "deaths from cholera"
	}
	for _, word := range []string{s.hyphened(n), s.lemma[n], s.form[n]} {
		for _, rule := range s.page.book.Nouns(word) {
			if len(rule.Object) == 0 || s.modified(n, rule.Object) {
				return rule, rule.Type != codebook.None
			}
		}
	}
	return s.ofVerb(n)
}

// modified reports whether one of the words stands before a noun, or in what is
// hung on it with "of": "air strike", "state of emergency"; a preposition with a "+"
// behind it leads to what is hung on the noun: "for+" in "the search for the crew".
func (s *sentence) modified(n int, words []string) bool {
	for _, k := range s.kids[n] {
		if s.is(k, "compound", "amod", "nmod", "nmod:poss") && (slices.Contains(words, s.lemma[k]) || slices.Contains(words, s.form[k])) {
			return true
		}
		if s.is(k, "nmod") && (slices.Contains(words, s.preposition(k)+"+") || s.preposition(k) == "of" && s.modifiedAside(k, words)) {
			return true
		}
	}
	if h := s.head(n); h >= 0 && s.is(n, "nmod", "compound") && slices.Contains(words, s.lemma[h]) || slices.Contains(words, s.preposition(n)) {
		return true
	}
	return n > 0 && slices.Contains(words, s.form[n-1])
}

// modifiedAside reports whether one of the words stands before what "of" hangs on a noun:
// "the deployment of peacekeeping troops".
func (s *sentence) modifiedAside(of int, words []string) bool {
	return slices.ContainsFunc(s.children(of, "compound", "amod"), func(k int) bool { return slices.Contains(words, s.lemma[k]) })
}

// nounFrame is a noun as the frame of its act: nobody stands in a verb's places,
// everybody behind prepositions.
func (s *sentence) nounFrame(n int) frame {
	f := frame{verb: n, subject: -1, object: -1, second: -1, phrases: s.phrases(n)}
	if h := s.head(n); h >= 0 && s.is(n, "obj") && s.tag(h, "VERB") {
		for _, p := range s.phrases(h) { // "feared reprisals by the army against its own": often hung on the verb
			if p.noun > n && slices.Contains([]string{"by", "against", "of", "on"}, p.preposition) {
				f.phrases = append(f.phrases, p)
			}
		}
	}
	return f
}

// nounAct is the act that a noun tells by itself. It must have something of its
// own: a party, a place, a day or a number.
func (s *sentence) nounAct(n int) (act, bool) {
	rule, ok := s.noun(n)
	if !ok || rule.Needs == "light" || s.is(n, "compound", "appos", "flat", "nmod:poss") || s.is(n, "conj") && s.is(s.head(n), "compound") || s.insideName(n) {
		return act{}, false // "an attack helicopter", "a storage and transfer site"
	}
	f := s.nounFrame(n)
	a := act{trigger: n, clause: n, light: -1, rule: rule, name: "noun " + s.lemma[n], typ: rule.Type, mode: rule.Mode}
	a.actors = s.doersOf(f, rule)
	if a.recipients = s.struck(n, rule); len(a.recipients) == 0 {
		a.recipients = s.reached(n, rule)
	}
	s.suffered(&a)
	if a.typ == "ASSAULT" && len(a.actors) == 0 && !slices.Contains(rule.Actors, "-") {
		a.actors = slices.Concat(s.claimants(n), s.takers(n), s.authors(n))
	}
	if by := s.accusedOf(n); len(by) > 0 {
		a.actors = by
	}
	s.subjectOf(&a)
	s.ofEnvoy(&a, f)
	s.borne(&a)
	s.paid(&a)
	s.meantAs(&a)
	s.aim(&a)
	return a, s.tellsEnough(a)
}

// subjectOf gives the act of a noun that is said of a subject that subject.
//
//	"the Column was behind the bombing" → by the Column
//	"he is under house arrest" → to him; "they are in talks" → by them
//	"The ministry calls upon both", a verb taken for a noun → by the ministry
func (s *sentence) subjectOf(a *act) {
	n := a.trigger
	p, within := s.child(n, "nsubj"), s.child(n, "case") >= 0
	switch {
	case p < 0:
	case s.preposition(n) == "behind" && !slices.Contains(a.rule.Object, "behind"):
		a.actors = single(p)
	case within && rough[a.typ]:
		a.recipients = single(p)
		a.actors = slices.DeleteFunc(a.actors, func(k int) bool { return k == p })
	case len(a.actors) == 0 && (within || s.child(n, "cop") < 0):
		a.actors = single(p)
	}
}

// tellsEnough reports whether the act of a noun has what its rule needs, a party that the
// rule is for, or at least a place, a day or a number of its own.
func (s *sentence) tellsEnough(a act) bool {
	known, told := s.fitting(a.rule), s.told(a.trigger, a)
	switch {
	case a.rule.Needs == "against":
		return s.partyAmong(a.recipients, known)
	case s.partyAmong(slices.Concat(told, a.recipients), known) || !violentTypes[a.typ] && slices.ContainsFunc(told, s.speaks):
		return true
	}
	return a.rule.Needs != "party" && s.own(a.trigger)
}

// takers are those who take ground after a fight for it: it was theirs. "Rebels seized
// the port after a three-day assault" the rebels.
func (s *sentence) takers(n int) []int {
	h := s.head(n)
	if s.preposition(n) != "after" || h < 0 || !s.is(n, "obl") || !s.verbal(h) {
		return nil
	}
	f := s.frame(h)
	rule, ok := s.match(f)
	if !ok || rule.Type != "ASSAULT" || f.passive || !s.fits(f.object, []string{"@territory"}) {
		return nil
	}
	return single(f.subject)
}

// paid gives a visit whoever is told to have done something on it: "said on a visit
// to the camp".
func (s *sentence) paid(a *act) {
	h := s.head(a.trigger)
	if a.mode != "visit" || len(a.actors) > 0 || h < 0 || !s.verbal(h) || !s.is(a.trigger, "obl") {
		return
	}
	switch s.preposition(a.trigger) {
	case "on", "during", "after", "before", "at":
		a.actors = single(s.frame(h).subject)
	}
}

// meantAs gives a protest whoever did something to show it: "Farmers blocked the road
// in protest at the levy" the farmers.
func (s *sentence) meantAs(a *act) {
	h := s.head(a.trigger)
	if a.typ == "PROTEST" && len(a.actors) == 0 && h >= 0 && s.verbal(h) && s.is(a.trigger, "obl") && s.preposition(a.trigger) == "in" {
		a.actors = single(s.frame(h).subject)
	}
}

// told are the parties that a noun has of its own; a mere word before it
// ("Halvornian strikes", "rebel gains", "their raids") says whose, and tells
// nothing.
func (s *sentence) told(n int, a act) []int {
	return slices.DeleteFunc(slices.Clone(a.actors), func(i int) bool {
		mere := s.is(i, "amod", "compound") && !s.title && !words[a.typ] || s.tag(i, "PRON") && !s.is(i, "nsubj")
		return s.head(i) == n && mere
	})
}

// insideName reports whether a noun is part of a name: "the Peace Talks Bureau".
func (s *sentence) insideName(n int) bool {
	m := s.page.mentionAt(s.Tokens[n].Span)
	return m != nil && m.Len() > s.Tokens[n].Len()
}

// anyParty reports whether one of the nouns can act or be acted on: it is known
// as an actor, or it is a word for people, for the armed, for a place.
func (s *sentence) anyParty(nouns []int) bool { return s.partyAmong(nouns, s.fits) }

// partyAmong is anyParty with how nouns are known.
func (s *sentence) partyAmong(nouns []int, fits func(int, []string) bool) bool {
	return slices.ContainsFunc(nouns, func(i int) bool {
		if s.page.mentionAt(s.Tokens[i].Span) != nil || len(s.page.toponymsAt(s.Tokens[i].Span)) > 0 {
			return true
		}
		return fits(i, []string{"@people", "@armed", "@leader", "@building", "@territory", "@vehicle", "@ship", "side", "party"})
	})
}

// own reports whether a noun has a number, a place or a day of its own, or is
// what its clause is about: "The explosion brought the talks close to collapse".
func (s *sentence) own(n int) bool {
	if s.is(n, "root") || s.is(n, "nsubj") && !s.backward(n) {
		return true
	}
	for _, k := range s.kids[n] {
		if s.is(k, "nummod", "nmod:unmarked", "obl:unmarked", "acl:relcl") || s.timeWord(k) || s.is(k, "acl") && s.dated(k) {
			return true
		}
		if s.is(k, "nmod", "nmod:poss", "compound", "amod") && s.scene(k) {
			return true
		}
	}
	return false
}

// backward reports whether a noun only points back to what was told: "the
// strikes", with nothing to say which.
func (s *sentence) backward(n int) bool {
	d := s.child(n, "det")
	return d >= 0 && !indefinite[s.lemma[d]] && s.child(n, "nmod", "acl") < 0
}

var indefinite = lists.Set("indefinite")

// dated reports whether a participle carries a time: "announced on March 2".
func (s *sentence) dated(v int) bool {
	return slices.ContainsFunc(s.kids[v], s.timeWord)
}

// scene reports whether a phrase names a place.
func (s *sentence) scene(i int) bool {
	for _, k := range s.page.toponymsIn(s.clause(i)) {
		if t := s.page.Places[k]; !t.Adjective && !t.Inside {
			return true
		}
	}
	return false
}
