package code

import (
	"slices"

	"stemma"
	"stemma/internal/stage/code/chronicle"
)

// authors are those whose a deed is said to be.
//
//	"The attack was the work of the Column" → the Column
func (s *sentence) authors(n int) []int {
	h := s.head(n)
	if h >= 0 && s.is(n, "nsubj") && s.page.book.Fits(s.lemma[h], []string{"work", "doing"}) && s.child(h, "cop") >= 0 {
		return slices.DeleteFunc(s.children(h, "nmod"), func(k int) bool { return s.preposition(k) != "of" || !s.anyParty([]int{k}) })
	}
	return nil
}

// punished are those who are charged or punished for a deed.
//
//	"He was jailed for the murder of two judges" → he
//	"serving a life sentence for the murder of two judges" → who serves it
func (s *sentence) punished(n int) []int {
	h := s.head(n)
	if rule, ok := s.noun(n); h < 0 || ok && slices.Contains(rule.Actors, "-") {
		return nil // a wound, a death: nobody's deed
	}
	if by := s.preposition(n); by != "for" && by != "of" && by != "with" && by != "over" {
		return nil
	}
	if o := s.child(h, "obj"); s.lemma[h] == "serve" && o >= 0 && s.page.book.Fits(s.lemma[o], []string{"sentence", "term"}) {
		return single(s.frame(h).subject)
	}
	if f := s.frame(h); s.punishes(h) && f.object != n {
		return single(f.object)
	}
	return nil
}

// punishes reports whether a verb does to somebody what follows from a crime.
func (s *sentence) punishes(v int) bool {
	if !s.verbal(v) {
		return false
	}
	for _, rule := range s.page.book.Verbs(s.lemma[v]) {
		if rule.Type == "SANCTION" && rule.Mode == "convict" || rule.Type == "COERCE" && rule.Mode == "arrest" || rule.Type == "ACCUSE" {
			return true
		}
	}
	return s.page.book.Fits(s.lemma[v], []string{"want", "seek"}) && s.passive(v)
}

// driver is who drove what blew up: "A lorry driven by a rebel exploded."
func (s *sentence) driver(vehicle int) []int {
	if vehicle < 0 || !s.fits(vehicle, []string{"@vehicle"}) {
		return nil
	}
	for _, v := range s.children(vehicle, "acl") {
		if by := s.agent(v); by >= 0 && s.anyParty([]int{by}) {
			return []int{by}
		}
	}
	return nil
}

// among is who is told to be one of those to whom something was done: "The mayor was
// among those killed" the mayor; other nouns are themselves.
func (s *sentence) among(those int) int {
	if those >= 0 && s.form[those] == "those" && s.preposition(those) == "among" {
		if one := s.child(those, "nsubj"); one >= 0 {
			return one
		}
		if h := s.head(those); h >= 0 && s.child(h, "cop") > those { // "Among those killed was the mayor"
			return h
		}
	}
	return those
}

// agents are an act's actors. Who is the target's by a pronoun is no target: "They
// were shot by their officers" has the officers.
func (s *sentence) agents(a act) []stemma.Role {
	if s.merelyHurt(a) {
		return nil
	}
	nouns := s.together(s.whoCanAct(a.actors))
	out := s.roles(nouns)
	for i, r := range out {
		owned := r.Actor != "" && slices.ContainsFunc(nouns, func(n int) bool {
			p := s.child(n, "nmod:poss")
			return p >= 0 && s.tag(p, "PRON") && r.Span.Contains(s.Tokens[p].Span)
		})
		if owned && slices.ContainsFunc(s.roles(a.recipients), func(other stemma.Role) bool { return other.Actor == r.Actor && other.Span != r.Span }) {
			out[i] = stemma.Role{Name: s.page.Words(r.Span), Span: r.Span, Part: r.Part}
		}
	}
	return out
}

// merelyHurt reports whether an act is no more than a name for people who were hurt: to
// wound, there must be somebody whom one wounds.
//
//	"The clinic had received scores of dead and wounded" → the clinic wounded nobody
func (s *sentence) merelyHurt(a act) bool {
	participle := s.form[a.trigger] == "wounded" || s.form[a.trigger] == "injured"
	return a.typ == "ASSAULT" && participle && len(a.recipients) == 0 && s.child(a.trigger, "obj", "obl:agent") < 0
}

// together puts in the place of "they" all who are told to say of themselves what they would
// do: "The king and the rebels said they would meet" has both meet.
func (s *sentence) together(nouns []int) []int {
	if len(nouns) != 1 || s.form[nouns[0]] != "they" || s.head(nouns[0]) < 0 {
		return nouns
	}
	h := s.spokenOf(s.head(nouns[0]))
	if h < 0 {
		return nouns
	}
	if theirs := s.child(h, "nsubj"); theirs >= 0 && len(s.coordinated(theirs)) > 1 && s.doer(nouns[0], s.coordinated(theirs)) {
		return []int{theirs}
	}
	return nouns
}

// attackers puts those who attack in the place of the attack that is beaten back:
// "repelled an assault by rebels" is done to the rebels.
func (s *sentence) attackers(a *act, used map[int]bool) {
	if a.typ != "ASSAULT" || len(a.recipients) != 1 {
		return
	}
	n := a.recipients[0]
	rule, ok := s.noun(n)
	if !ok || rule.Type != a.typ {
		return
	}
	if by := s.slots(s.nounFrame(n), rule.Actors); s.anyParty(by) {
		a.recipients, used[n] = by, true
	}
}

// inherit gives a harm told of a deed the doers of the deed: "Rebels carried out an
// attack on the court that killed nine" has the nine killed by the rebels. What it was
// done with is the deed's: "flew sorties that hit the depot" hit it from the air.
func (s *sentence) inherit(a *act, acts []act) {
	if a.typ != "ASSAULT" || len(a.actors) != 1 {
		return
	}
	for _, deed := range acts {
		if deed.trigger != a.actors[0] || deed.trigger == a.trigger || deed.typ != a.typ {
			continue
		}
		if a.mode, a.actors = s.mode(*a), deed.actors; deed.light >= 0 && s.disowned(deed.light) { // it was, whoever did it
			a.actors = nil
		}
		return
	}
}

// disowned reports whether somebody denies what a verb tells to have done it: "denied
// carrying out the bombing that killed nine".
func (s *sentence) disowned(v int) bool {
	h := s.head(v)
	return chronicle.Denying[s.lemma[v]] || h >= 0 && chronicle.Denying[s.lemma[h]] && s.is(v, "xcomp", "ccomp", "advcl")
}

// listed gives a deed of which nobody is told to have done it the doers of those of which
// it is one: "The Column carried out several raids, including an attack that killed two."
func (s *sentence) listed(a *act, acts []act) {
	if len(a.actors) > 0 {
		return
	}
	n := s.deedNoun(*a)
	if n < 0 || s.preposition(n) != "include" {
		return
	}
	for _, all := range acts {
		if h := s.head(n); violentTypes[all.typ] && all.trigger != a.trigger && (all.trigger == h || all.light == h || all.clause == h) {
			a.actors = all.actors
			return
		}
	}
}

// wherein lets a deed and the harm that a clause tells to have come in it share their
// parties: "a massacre by the army, in which 63 people died" has the 63 killed by the
// army, and the massacre done to them.
func (s *sentence) wherein(harm *act, acts []act) {
	if h := s.head(harm.clause); h < 0 || harm.typ != "ASSAULT" || !s.is(harm.clause, "acl") || !s.tellsWhatHappenedIn(harm.clause) {
		return
	}
	for i := range acts {
		deed := &acts[i]
		if deed.trigger != s.head(harm.clause) || deed.typ != harm.typ {
			continue
		}
		if len(harm.actors) == 0 {
			harm.actors = deed.actors
		}
		if len(deed.recipients) == 0 {
			deed.recipients = harm.recipients
		}
	}
}

// tellsWhatHappenedIn reports whether a relative clause tells what happened in what it hangs on.
//
//	"the raid in which four died" → yes
func (s *sentence) tellsWhatHappenedIn(v int) bool {
	return slices.ContainsFunc(s.children(v, "obl"), func(k int) bool {
		by := s.preposition(k)
		return s.form[k] == "which" && (by == "in" || by == "during")
	})
}

// amid gives an act of force of which nobody is told to have done it the doers of the
// blow that fell at the same moment.
//
//	"Nine were shot when gunmen stormed the camp" → shot by gunmen
//	"Three died and two are missing after a patrol boat opened fire" → died by the boat
func (s *sentence) amid(a *act, acts []act) {
	if a.typ != "ASSAULT" || len(a.actors) > 0 || !s.tag(a.clause, "VERB") || slices.Contains(a.rule.Actors, "subject") && !s.passive(a.clause) {
		return
	}
	for _, blow := range acts {
		if !blow.gone && violentTypes[blow.typ] && s.anyParty(blow.actors) && !s.pronounsOwn(blow.actors[0]) && s.moment(blow.clause, a.clause) && !s.harms(blow) {
			a.actors = blow.actors
			return
		}
	}
}

// pronounsOwn reports whether a noun is somebody's by a pronoun: "their tractor set off a
// mine" tells of no blow by the tractor.
func (s *sentence) pronounsOwn(n int) bool {
	p := s.child(n, "nmod:poss")
	return p >= 0 && s.tag(p, "PRON")
}

// moment reports whether a verb stands in a clause that says at which moment that was
// done which another verb tells, or one joined to that by "and".
func (s *sentence) moment(v, of int) bool {
	for k := v; k >= 0 && s.is(k, "advcl", "xcomp"); k = s.head(k) {
		h := s.head(k)
		if h >= 0 && s.is(k, "advcl") && s.sameMoment(k) && (h == of || s.is(h, "conj") && s.head(h) == of || s.is(of, "conj") && s.head(of) == h) {
			return true
		}
	}
	return false
}

// deed is the act that did what a relative clause tells, where the tree has hung the
// clause on what the act was aimed at: "an attack on the court that killed nine".
func (s *sentence) deed(n, v int) int {
	h := s.head(n)
	if h >= 0 && s.is(n, "nmod") && s.page.book.In(s.lemma[h], "attack") && s.page.book.In(s.lemma[v], "harm") && s.preposition(n) != "by" && s.page.mentionAt(s.Tokens[n].Span) == nil && !s.alive(n) {
		return h
	}
	return n
}

// firing are those from whom fire comes, where the tree has hung them beside it: "The
// convoy was hit by fire from the army."
func (s *sentence) firing(thing int) []int {
	h := s.head(thing)
	if h < 0 {
		return nil
	}
	for _, k := range s.children(h, "obl", "nmod") {
		if c := s.child(k, "case"); c == thing+1 && s.form[c] == "from" && s.anyParty([]int{k}) && !s.placeName(k) {
			return []int{k}
		}
	}
	return nil
}
