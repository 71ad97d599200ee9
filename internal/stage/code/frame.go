package code

import (
	"slices"

	"stemma/internal/reference/codebook"
	"stemma/internal/stage/code/mend"
)

// A frame is a verb with what stands around it, whatever the grammar of the
// sentence: passive, relative, joined by "and", left to a participle.
//
//	"Rebels who had been shelled by the army fled" → shell: subject "the army", object "Rebels"; flee: subject "Rebels"
type frame struct {
	verb      int
	passive   bool
	subject   int // who does it, -1 if the sentence does not say
	object    int // what it is done to, -1 if there is none
	second    int // to whom something is given, -1 if nobody
	phrases   []phrase
	particles []string // "up" of "blew up", "captive" of "took captive"
}

// frame is a verb with what the tree, and where it slips the words, give it.
//
//	"Rebels took two men captive in Sull" → rebels, two men, "captive", in Sull
func (s *sentence) frame(v int) frame {
	f := frame{verb: v, passive: s.passive(v), second: s.child(v, "iobj")}
	f.subject, f.object = s.doerAndObject(v, f.passive)
	if k := s.given(v, f.passive); k >= 0 {
		f.second, f.object = f.object, k
	}
	if f.object < 0 && !f.passive { // "allow the mayor to leave"
		f.object = f.second
	}
	f.phrases = s.phrases(v)
	if f.object < 0 && !f.passive {
		f.object = s.behindParticle(f)
	}
	f.phrases = append(f.phrases, s.strayed(f)...)
	f.phrases = append(f.phrases, s.terms(v)...)
	slices.SortStableFunc(f.phrases, nearer)
	f.particles = s.particles(v)
	return f
}

// terms are for how long somebody is punished: "was jailed for seven years", which a court
// alone does.
func (s *sentence) terms(v int) []phrase {
	if !s.punishes(v) {
		return nil
	}
	var out []phrase
	for _, k := range s.children(v, "obl", "nmod") {
		if s.timeWord(k) && s.preposition(k) == "for" && s.child(k, "nummod") >= 0 {
			out = append(out, phrase{"for", k, false})
		}
	}
	return out
}

// given is what somebody gets by a passive verb of giving: "The captives were given electric
// shocks"; -1 if it is none.
func (s *sentence) given(v int, passive bool) int {
	k := s.child(v, "obj")
	if !passive || k < v || !mend.Giving[s.lemma[v]] || !s.tag(k, "NOUN") {
		return -1
	}
	return k
}

// doerAndObject are the subject and the object of a verb by what they do and undergo, whichever way the
// verb is turned; -1 for what is not told.
//
//	"A bus was hit by rebels." → subject: rebels, object: bus
func (s *sentence) doerAndObject(v int, passive bool) (subject, object int) {
	switch {
	case s.busy(v):
		return s.patient(v), -1
	case s.squeezed(v):
		return v - 1, s.head(v)
	case passive:
		return s.agent(v), s.patient(v)
	}
	return s.subject(v, 0), s.object(v)
}

// strayed are the phrases of a verb that the tree has hung on its object: "fired
// mortars and rockets at the base", "a truce between the army and the rebels brokered
// by Struvia".
func (s *sentence) strayed(f frame) []phrase {
	switch {
	case f.object < 0:
		return nil
	case f.passive:
		return slices.DeleteFunc(s.phrases(f.object), func(p phrase) bool { return p.preposition != "between" })
	}
	var out []phrase
	for _, o := range s.coordinated(f.object) {
		out = append(out, s.phrases(o)...)
	}
	return out
}

// squeezed reports whether a verb was taken for an adjective between its subject
// and its object: "Jets and tanks shelled positions". A participle before a noun
// has no bare plural or name before it.
func (s *sentence) squeezed(v int) bool {
	if !s.is(v, "amod") || v == 0 || s.head(v) < v || !s.participle(v) || s.hyphened(v) != "" {
		return false
	}
	p := v - 1
	return s.tag(p, "PROPN", "PRON") && !s.is(p, "nmod:poss") || s.tag(p, "NOUN") && s.form[p] != s.lemma[p] || s.child(v, "aux") >= 0
}

// beside reports whether a word of a relation stands under a verb.
func (s *sentence) beside(v int, relation string) bool { return s.child(v, relation) >= 0 }

// behindNoun reports whether a participle stands right behind a noun, where the
// tree has hung it elsewhere: "a notebook taken from a boat".
func (s *sentence) behindNoun(v int) bool {
	return v > 0 && s.tag(v-1, "NOUN", "PROPN") && s.child(v, "aux", "nsubj", "mark") < 0
}

// headless reports whether a verb under the root noun is the sentence's verb,
// which the parser took for a participle: "The union threatened to strike."
func (s *sentence) headless(v int) bool {
	n := s.head(v)
	for n >= 0 && s.is(n, "flat") { // "Open Ledger called on the king to resign"
		n = s.head(n)
	}
	if n < 0 || s.head(n) >= 0 || s.predicate(n) {
		return false
	}
	for _, k := range s.children(v, "xcomp", "advcl", "ccomp") {
		if s.infinitive(k) || s.is(k, "ccomp") {
			return true
		}
	}
	return false
}

// whole reports whether a participle under the root noun is the verb of a sentence
// that has no other, and one that needs no object: "The prisoners crossed at noon.",
// "Thousands rallied in the square."
func (s *sentence) whole(v int) bool {
	n := s.head(v)
	if n < 0 || s.head(n) >= 0 || s.title || s.predicate(n) || !s.measure(n) && s.child(n, "det", "nummod", "nmod:poss") < 0 {
		return false
	}
	return slices.ContainsFunc(s.page.book.Verbs(s.lemma[v]), func(rule codebook.Rule) bool {
		return rule.Type != codebook.None && len(rule.Object) == 0 && !slices.Contains(s.recipientSlots(rule), "object")
	})
}

// before is the subject of a clause that the tree has hung on the verb above it:
// "The council claims 17 soldiers died", with the soldiers as what is claimed.
func (s *sentence) before(v int) int {
	if !s.is(v, "ccomp", "conj", "parataxis", "root") || s.infinitive(v) || s.gerund(v) && s.child(v, "aux") < 0 {
		return -1
	}
	k := v - 1
	for k >= s.dateline && s.tag(k, "AUX", "ADV", "PART") {
		k--
	}
	if k < s.dateline || !s.tag(k, "NOUN", "PROPN", "PRON") || s.preposition(k) != "" || s.timeWord(k) || s.is(k, "flat", "compound") {
		return -1
	}
	if s.is(v, "conj") && (s.head(k) == s.head(v) && s.is(k, "obj") || s.head(k) == v) {
		return -1
	}
	return k
}

// verbal reports whether a token is a verb or an auxiliary.
func (s *sentence) verbal(i int) bool { return s.tag(i, "VERB", "AUX") }

// predicate reports whether a noun or adjective does a verb's work: "is ready".
func (s *sentence) predicate(i int) bool { return s.child(i, "cop", "nsubj") >= 0 }

// exposing are the verbs that tell of what others meant to do: "foiled a plot to kill
// the king".
var exposing = lists.Set("exposing")

// bearer is who does what a participle or infinitive under a noun tells: "the
// man holding a rifle" the man; "the army's plan to withdraw" the army.
func (s *sentence) bearer(v, noun, depth int) int {
	if h := s.head(noun); h >= 0 && (s.partIn(v, noun) || s.inWriting(noun) || s.handedIn(v, noun) || s.writtenTo(v, noun)) {
		return s.subject(h, depth+1)
	}
	if !s.infinitive(v) {
		return noun
	}
	if p := s.child(noun, "nmod:poss"); p >= 0 {
		return p
	}
	for _, k := range s.children(noun, "nmod") {
		if by := s.preposition(k); by == "by" || by == "from" {
			return k
		}
	}
	if h := s.head(noun); h >= 0 && s.verbal(h) && s.is(noun, "obj", "obl", "xcomp") && !exposing[s.lemma[h]] {
		return s.subject(h, depth+1)
	}
	return -1
}

// partIn reports whether a gerund tells in what somebody had a part: "played a role
// in routing the rebels", "had difficulty in reaching the town".
func (s *sentence) partIn(v, noun int) bool {
	m := s.child(v, "mark", "case")
	return m >= 0 && s.form[m] == "in" && s.gerund(v) && s.is(noun, "obj") && !s.anyParty(single(noun))
}

// inWriting reports whether a noun is in what a clause is said: "said in a report
// blaming the army".
func (s *sentence) inWriting(noun int) bool {
	return s.preposition(noun) == "in" && s.is(noun, "obl") && s.page.book.In(s.lemma[noun], "written") && s.page.book.In(s.lemma[s.head(noun)], "speech")
}

// writtenTo reports whether a gerund tells what is said to whom somebody writes or speaks:
// "wrote to the governor asking for a road".
func (s *sentence) writtenTo(v, noun int) bool {
	return s.gerund(v) && s.preposition(noun) == "to" && s.is(noun, "obl") && s.speaksTo(s.head(noun)) &&
		slices.ContainsFunc(s.page.book.Verbs(s.lemma[v]), func(r codebook.Rule) bool { return words[r.Type] })
}

// speaksTo reports whether behind the "to" of a verb stands who is spoken or written to.
func (s *sentence) speaksTo(v int) bool {
	return s.verbal(v) && (s.page.book.In(s.lemma[v], "speech") || s.page.book.Fits(s.lemma[v], []string{"write", "appeal", "speak"}))
}

// handedIn reports whether a gerund tells what a paper asks for that somebody writes or
// hands in: "handed in a petition asking for a road", but not "received a letter asking".
func (s *sentence) handedIn(v, noun int) bool {
	return s.gerund(v) && s.is(noun, "obj", "obl") && s.verbal(s.head(noun)) && !s.page.book.In(s.lemma[s.head(noun)], "receiving") &&
		s.page.book.Fits(s.lemma[noun], []string{"@written", "@request"})
}

// controller is who does what the infinitive under a verb tells: the object of
// the verb where it has one, else its subject.
func (s *sentence) controller(v, h, depth int) int {
	if o := s.child(h, "obj", "iobj"); o >= 0 && o < v && s.nominal(o) && !s.relative(o) && (s.lemma[h] != "use" && s.lemma[h] != "do" || s.alive(o)) {
		return o
	}
	for _, k := range s.children(h, "obl") {
		if by := s.preposition(k); k < v && (by == "on" || by == "upon") && s.infinitive(v) && !s.timeWord(k) {
			return k
		}
	}
	if !s.verbal(h) && !s.predicate(h) { // "used a day of calm to bring up guns": hung on the calm
		h = s.verbAbove(h)
	}
	if h < 0 {
		return -1
	}
	return s.subject(h, depth+1)
}

// object is what an active verb is done to: its own object, the noun that a
// relative clause hangs on, or the object that it shares with the verb before.
func (s *sentence) object(v int) int {
	if o := s.child(v, "obj"); o >= 0 {
		if s.overfull(v) {
			o = s.children(v, "obj")[1]
		}
		return s.meant(s.antecedent(o, v), v)
	}
	for _, look := range []func(int) int{s.barePhrase, s.tally, s.acreage, s.objectOver} {
		if n := look(v); n >= 0 {
			return n
		}
	}
	return s.sharedObject(v)
}

// barePhrase is the object of a verb that the parser took for a phrase, though no
// preposition stands before it; -1 if there is none.
func (s *sentence) barePhrase(v int) int {
	for _, o := range s.children(v, "obl") {
		if o > v && o-v <= 4 && s.preposition(o) == "" && s.nominal(o) && !s.timeWord(o) && s.Tokens[o].Relation == "obl" {
			return o
		}
	}
	return -1
}

// objectOver is the object of a verb by what the tree hangs it on: the noun of its relative
// clause, or an object behind both verbs; -1 if there is none.
func (s *sentence) objectOver(v int) int {
	h := s.head(v)
	switch {
	case h < 0:
		return -1
	case s.is(v, "acl:relcl") && s.child(v, "nsubj") >= 0 && !s.relative(s.child(v, "nsubj")):
		if s.child(v, "advmod") < 0 || !s.relativeAdverb(v) {
			return h // "nine guards that rebels took"
		}
	case s.is(v, "ccomp") && s.is(h, "acl:relcl") && s.child(h, "obj") < 0 && s.child(v, "nsubj") >= 0 && !s.relative(s.child(v, "nsubj")) && !s.relativeAdverb(h):
		return s.head(h) // "the maps that Halvorn says it handed over"
	case s.is(v, "xcomp") && s.child(h, "obj") >= 0 && s.relative(s.child(h, "obj")):
		return s.antecedent(s.child(h, "obj"), h) // "the stock which they claimed to have burnt"
	case s.is(v, "conj") && s.verbal(h) && s.child(v, "nsubj", "obl", "xcomp", "ccomp") < 0:
		if o := s.child(h, "obj"); o >= 0 && o > v {
			return o // "shelled and bombed the town"
		}
	}
	return -1
}

// meant is whom "them" means behind "and": those to whom the same subject did something
// just before. Other words stand for themselves.
//
//	"Gunmen captured two guards and beat them" → beat: "two guards"
func (s *sentence) meant(o, v int) int {
	h := s.head(v)
	if s.form[o] != "them" || h < 0 || !s.is(v, "conj") || s.child(v, "nsubj") >= 0 || !s.tag(h, "VERB") || s.passive(h) {
		return o
	}
	if n := s.child(h, "obj"); n > h && n < v && s.tag(n, "NOUN") && s.form[n] != s.lemma[n] && s.fits(n, []string{"@people", "@armed", "@captive", "@vehicle"}) {
		return n
	}
	return o
}

// tally is the bare number that a verb of harm is done to, which the tree has hung on
// it as something else: "killed nine", "left five dead". -1 if there is none.
func (s *sentence) tally(v int) int {
	for _, k := range s.children(v, "obl:unmarked", "xcomp") {
		if k <= v || k > v+3 || s.timeWord(k) || !s.page.book.In(s.lemma[v], "harm") {
			continue
		}
		if s.tag(k, "NUM") && s.kids[k] == nil || s.is(k, "xcomp") && mend.Bodily[s.form[k]] && s.child(k, "nummod") >= 0 {
			return k
		}
	}
	return -1
}

// acreage is an area of land behind a verb, which the tree has taken for how far the verb
// went: "captured more than 270 square kilometres". -1 if there is none.
func (s *sentence) acreage(v int) int {
	for _, k := range s.children(v, "obl:unmarked") {
		if k > v && s.areal(k) {
			return k
		}
	}
	return -1
}

// areal reports whether a noun is a unit of land: "30 hectares", "270 square kilometres".
func (s *sentence) areal(n int) bool {
	return slices.ContainsFunc(append(s.children(n, "amod", "compound"), n), func(k int) bool { return s.page.book.In(s.lemma[k], "acreage") })
}

// overfull reports whether a "that" was taken for the object of a verb that has its
// own behind it: it only opens the clause. "the accusation that Halvorn had paid the rebels"
func (s *sentence) overfull(v int) bool {
	objects := s.children(v, "obj")
	return len(objects) > 1 && s.form[objects[0]] == "that" && objects[0] < v
}

// behindParticle is the object of a verb and its particle where the tree has taken
// the particle for a preposition: "sealed off the port". -1 if there is none.
func (s *sentence) behindParticle(f frame) int {
	for _, p := range f.phrases {
		c := s.child(p.noun, "case")
		if c != f.verb+1 || !mend.Particles[p.preposition] || !s.nominal(p.noun) {
			continue
		}
		for _, rule := range s.page.book.Verbs(s.lemma[f.verb]) {
			if slices.Contains(rule.With, p.preposition) && slices.Contains(s.recipientSlots(rule), "object") {
				return p.noun
			}
		}
	}
	return -1
}

// sharedObject is the object that stands behind the last of several verbs:
// "shelled and then stormed the town".
func (s *sentence) sharedObject(v int) int {
	for _, k := range s.children(v, "conj") {
		if s.tag(k, "VERB") && s.child(k, "nsubj", "nsubj:pass") < 0 && k-v <= 3 {
			return s.child(k, "obj")
		}
	}
	return -1
}

// relative reports whether a token is a relative pronoun.
func (s *sentence) relative(i int) bool {
	switch s.form[i] {
	case "who", "which", "that", "whom":
		return s.tag(i, "PRON", "DET", "SCONJ")
	}
	return false
}

// relativeAdverb reports whether a verb's clause is opened by "where", "when" or "why".
func (s *sentence) relativeAdverb(v int) bool {
	for _, k := range s.children(v, "advmod", "obl") {
		switch s.form[k] {
		case "where", "when", "why", "whereby":
			return true
		}
	}
	return false
}

// antecedent is the noun for which a relative pronoun stands; other tokens
// stand for themselves.
func (s *sentence) antecedent(i, v int) int {
	if !s.relative(i) {
		return i
	}
	if n := s.relatedNoun(v); n >= 0 {
		return s.deed(n, v)
	}
	for k := i - 1; k >= 0 && k >= i-2; k-- { // the clause hangs elsewhere: the noun right before it
		if s.tag(k, "NOUN", "PROPN") {
			return k
		}
	}
	return i
}

// relatedNoun is the noun on which the clause of a verb hangs, by itself or through others
// that it is joined to; -1 if it hangs on none.
//
//	"It was the rebels, not the army, who fired" → rebels
func (s *sentence) relatedNoun(v int) int {
	for k := v; k >= 0; k = s.head(k) {
		switch h := s.head(k); {
		case s.is(k, "acl") && h >= 0 && s.ruledOut(h) && s.is(h, "conj", "appos"):
			return s.head(h)
		case s.is(k, "acl") && h >= 0:
			return h
		case !s.is(k, "conj", "xcomp", "ccomp"):
			return -1
		}
	}
	return -1
}

// timeWord reports whether a token is inside a phrase of time, or is a number
// that can only be one: "by Friday" names no agent.
func (s *sentence) timeWord(i int) bool {
	return s.page.timeAt(s.Tokens[i].Span)
}
