package code

import (
	"slices"

	"stemma"
)

// claimant is the part of a doer who is one by his own claim.
const claimant = "claimant"

// claimants are those who say that an act was theirs.
//
//	"The Column claimed responsibility for nine attacks, including the burning of the mill" → the Column, of both
//	"a blast claimed by the Column" → the Column
func (s *sentence) claimants(n int) []int {
	for _, v := range s.children(n, "acl") {
		if s.lemma[v] == "claim" && s.agent(v) >= 0 {
			return single(s.agent(v))
		}
	}
	h := s.head(n)
	switch {
	case h < 0:
		return nil
	case s.lemma[h] == "claim" && s.is(n, "nsubj:pass"):
		return single(s.agent(h))
	case s.is(n, "nmod") && s.preposition(n) == "include":
		return s.claimants(h)
	case s.preposition(n) != "for":
		return nil
	case answering[s.lemma[h]] && s.head(h) >= 0:
		h = s.head(h)
	case !answering[s.lemma[max(0, s.child(h, "obj"))]]:
		return nil
	}
	if s.verbal(h) && taking[s.lemma[h]] {
		return single(s.frame(h).subject)
	}
	return nil
}

// accused is the part of a doer who is one because others blame him.
const accused = "accused"

// blamed are those on whom an act is blamed, "a blast blamed on the Column", or who
// answer for it before a court.
func (s *sentence) blamed(n int) []int {
	for _, v := range s.children(n, "acl") {
		if laid := laying[s.lemma[v]]; laid != "" {
			return s.slots(frame{verb: v, subject: -1, object: -1, second: -1, phrases: s.phrases(v)}, []string{laid})
		}
	}
	if doers := s.accusedOf(n); len(doers) > 0 {
		return doers
	}
	return s.punished(n)
}

// accusedOf are those whom somebody accuses of an act that a noun tells.
//
//	"Lawyers blamed the army for the strike", "The army was accused of the raid", "held the army responsible for the attack" → the army
func (s *sentence) accusedOf(n int) []int {
	h := s.head(n)
	if h >= 0 && (s.lemma[h] == "responsible" || s.lemma[h] == "accountable") {
		if doer := s.responsible(h); doer >= 0 {
			return single(doer)
		}
		h = s.head(h)
	} else if h >= 0 && s.is(n, "nmod") && s.is(h, "obj", "nsubj:pass") {
		h = s.head(h)
	}
	if h < 0 || !s.verbal(h) || blaming[s.lemma[h]] == "" || s.preposition(n) != blaming[s.lemma[h]] {
		return nil
	}
	return single(s.frame(h).object)
}

// responsible is who is told to be responsible for something, by the adjective; -1 if
// nobody is.
//
//	"rebels responsible for the raid", "The group is responsible for the raid" → the rebels, the group
func (s *sentence) responsible(adjective int) int {
	switch h := s.head(adjective); {
	case s.negated(adjective):
		return -1
	case s.is(adjective, "amod") && h >= 0 && h < adjective:
		return h
	case s.child(adjective, "cop") >= 0:
		return s.child(adjective, "nsubj")
	}
	return -1
}

// blaming are the verbs that say of somebody whose act it was, with the word before
// the act.
var blaming = map[string]string{"blame": "for", "accuse": "of", "hold": "for", "fault": "for", "condemn": "for"}

// laying are the participles that say of an act whose it is held to be, with the word before
// the doer: "a blast blamed on the Column", "an attack attributed to rebels".
var laying = map[string]string{"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to"}

// answering is what somebody claims who says that an act was theirs, and taking are
// the verbs by which they do.
var (
	answering = lists.Set("answering")
	taking    = lists.Set("taking")
)

// claimed marks the doers of an act who are so by their own claim or because others
// blame them, and names them where nobody else is.
func (s *sentence) claimed(e *stemma.Event, a act) {
	if s.unclaimed(a) {
		e.Actors = nil
		return
	}
	n := s.deedNoun(a)
	if n < 0 && s.tag(a.clause, "VERB") { // "were killed in a raid claimed by the Column"
		n = s.blowIn(s.meansNouns(s.frame(a.clause)))
	}
	if n < 0 || e.Type != "ASSAULT" {
		return
	}
	part, doers := claimant, s.claimants(n)
	if len(doers) == 0 {
		part, doers = accused, s.blamed(n)
	}
	roles := s.roles(slices.DeleteFunc(doers, func(i int) bool { return !s.canBe(i) || !s.anyParty([]int{i}) }))
	if len(roles) == 0 || len(e.Actors) > 0 && !same(e.Actors[0], roles[0]) {
		return
	}
	for i := range roles {
		roles[i].Part = part
	}
	e.Actors = roles
}

// blowIn is the first of some nouns that tells of a blow; -1 if none does.
func (s *sentence) blowIn(nouns []int) int {
	for _, n := range nouns {
		if rule, ok := s.noun(n); ok && rule.Type == "ASSAULT" {
			return n
		}
	}
	return -1
}

// unclaimed reports whether an act is told of as one that somebody does not call
// his own: it was done, and not said to be by him.
//
//	"No group has claimed the attack", "the Column has not admitted the killing" → an attack, a killing, by nobody known
func (s *sentence) unclaimed(a act) bool {
	if n := s.deedNoun(a); n >= 0 && slices.ContainsFunc(s.claimants(n), func(i int) bool { return i >= 0 && s.nobody(i) != nil }) {
		return true
	}
	return a.light >= 0 && taking[s.lemma[a.light]] && !s.is(a.trigger, "nsubj") && // "No raid took place" denies one
		slices.ContainsFunc(s.near(a.light, false), func(d doubt) bool { return d.modality == stemma.Denied })
}

// own gives blows of which a page does not tell who struck them to the one who is
// told to have claimed the blow. Two that claim are believed neither, and a blow of another
// day is another.
//
//	"A bomb went off in Ostrel. The Column claimed responsibility for the attack." → the Column, claimant
func (p *page) own() {
	roles, day := p.owners()
	if len(roles) == 0 {
		return
	}
	for i := range p.Events {
		e := &p.Events[i]
		if otherDay(day, e.When) {
			continue
		}
		if e.Type == "ASSAULT" && len(e.Actors) == 0 && !p.deeds[e.ID].unclaimed && e.Modality.Happened() && e.Modality != stemma.Background && p.sameBlow(e) &&
			!slices.ContainsFunc(e.Recipients, func(r stemma.Role) bool { return same(r, roles[0]) }) {
			e.Actors = slices.Clone(roles)
		}
	}
}

// owners are the parties that claim blows of which the page has told before, and the day
// of the last of those; none where they differ.
func (p *page) owners() (out []stemma.Role, day stemma.Interval) {
	for _, e := range p.Events {
		d := p.deeds[e.ID]
		if !d.back || len(e.Actors) == 0 || e.Actors[0].Part != claimant {
			continue
		}
		if len(out) > 0 && !same(out[0], e.Actors[0]) {
			return nil, day
		}
		out, day = e.Actors, e.When
	}
	return out, day
}

// sameBlow reports whether an event may be the blow that a page is about: a bomb, or
// what it calls "the attack".
func (p *page) sameBlow(e *stemma.Event) bool {
	return e.Mode == "explosives" || e.Mode == "suicide-attack" || p.book.In(p.deeds[e.ID].noun, "attack")
}
