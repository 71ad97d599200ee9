package code

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/code/chronicle"
)

// whose names, beside what was hit, the party whose it was, where only the page tells it:
// who holds the place, who was struck in the blow that goes on, or, of what an army
// fights with, the one party with which the doer fights.
//
//	"Sorn is held by the Column. … Jets bombed a mill in Sorn." → the mill, the Column
//	"Jets bombed a camp of the Column. The strikes also hit other areas." → areas, the Column
//	"The army battled rebels. … It lost nine men. The rebels destroyed two tanks." → tanks, the army
func (p *page) whose() {
	for i := range p.Events {
		e := &p.Events[i]
		if e.Type != "ASSAULT" && e.Mode != "seize" || !e.Modality.Happened() || !p.nobodys(e) {
			continue
		}
		for _, find := range []func(int) []stemma.Role{p.struckBefore, p.keepersOf, p.opponents} {
			if found := find(i); len(found) > 0 {
				e.Recipients = append(e.Recipients, found...)
				break
			}
		}
	}
}

// nobodys reports whether an event hit no party and no persons, as far as its sentence
// tells: nothing at all, or things.
func (p *page) nobodys(e *stemma.Event) bool {
	return !slices.ContainsFunc(e.Recipients, func(r stemma.Role) bool {
		s, n := p.headOf(r)
		return r.Actor != "" || r.Part == "holder" && !p.whereabouts(r) || n < 0 || s.alive(n) || s.tag(n, "PRON", "NUM")
	})
}

// headOf is the noun of a role in its sentence, -1 if it stands in none.
func (p *page) headOf(r stemma.Role) (*sentence, int) {
	i := p.Syntax.SentenceAt(r.Span.Start)
	if i < 0 {
		return nil, -1
	}
	s := p.look(i)
	return s, s.headOf(r.Span)
}

// keepersOf are who holds the place that was hit or in which what was hit stands, as some
// sentence of the page says; none of the doers.
func (p *page) keepersOf(event int) []stemma.Role {
	e := &p.Events[event]
	var at []string
	for _, r := range e.Recipients {
		for _, k := range p.toponymsIn(r.Span) {
			at = append(at, p.Places[k].Place.ID)
		}
	}
	if len(e.Places) > 0 && len(e.Recipients) > 0 && e.Places[0].Role != "near" && e.Places[0].Role != "from" {
		if t := p.places[e.Places[0].Place]; t != nil && t.Place.Precision.Local() {
			at = append(at, t.Place.ID)
		}
	}
	for _, place := range at {
		if r, ok := p.held[place]; ok && place != "" && !p.does(r, e) {
			return holding([]stemma.Role{r})
		}
	}
	return nil
}

// does reports whether a party is one of the doers of an event, or theirs.
func (p *page) does(r stemma.Role, e *stemma.Event) bool {
	return slices.ContainsFunc(e.Actors, func(a stemma.Role) bool { return p.alike(a, r) })
}

// holding are parties in the part of those whose a thing is.
func holding(roles []stemma.Role) []stemma.Role {
	out := slices.Clone(roles)
	for i := range out {
		out[i].Part = "holder"
	}
	return out
}

// struckBefore are the parties that a blow of the same doers struck in the same sentence,
// or before, where an event goes on with it: "The strikes also hit other areas".
func (p *page) struckBefore(event int) []stemma.Role {
	e := &p.Events[event]
	if !p.arms(e) {
		return nil
	}
	goesOn := p.goesOn(e)
	for k := len(p.Events) - 1; k >= 0; k-- {
		blow := &p.Events[k]
		on := chronicle.SentencesOn(p.Reading, blow, e)
		if k == event || on < 0 || on > chronicle.SameScene || on > 0 && !goesOn || blow.Type != "ASSAULT" || !blow.Modality.Happened() || !p.sameVoice(blow, e) {
			continue
		}
		if len(blow.Actors) > 0 && p.does(blow.Actors[0], e) {
			return holding(p.parties(blow.Recipients, e))
		}
	}
	return nil
}

// sameVoice reports whether an event is told by who tells another, or, right behind it, in
// nobody's words: a report goes on in its own voice with what it has quoted.
func (p *page) sameVoice(before, e *stemma.Event) bool {
	return p.voice(before) == p.voice(e) || p.voice(e) == "" && p.deeds[e.ID].back && chronicle.SentencesOn(p.Reading, before, e) == chronicle.Near
}

// goesOn reports whether an event goes on with a blow, as its words say.
func (p *page) goesOn(e *stemma.Event) bool {
	s := p.look(p.Syntax.SentenceAt(e.Trigger.Start))
	return p.deeds[e.ID].back || slices.ContainsFunc(s.Tokens, func(t stemma.Token) bool {
		return e.Clause.Contains(t.Span) && (lexicon.Lower(t.Lemma) == "also" || lexicon.Lower(t.Lemma) == "other")
	})
}

// arms reports whether all that an event hit is of the sort that those who fight have, or
// nothing is named.
func (p *page) arms(e *stemma.Event) bool {
	return !slices.ContainsFunc(e.Recipients, func(r stemma.Role) bool {
		s, n := p.headOf(r)
		return n < 0 || !ofWarring[s.lemma[s.counted(n)]] && !p.whereabouts(r)
	})
}

// whereabouts reports whether a role is only the place in which a thing is that was hit: "areas
// in Halden province".
func (p *page) whereabouts(r stemma.Role) bool {
	return r.Part == "holder" && r.Actor == "" && len(p.toponymsIn(r.Span)) > 0
}

// ofWarring are the nouns for what those who fight have, and for ground over which they fight.
var ofWarring = lists.Set("warring")

// parties are those of some roles that the page knows as parties and that did not do an
// event.
func (p *page) parties(roles []stemma.Role, e *stemma.Event) []stemma.Role {
	return slices.DeleteFunc(slices.Clone(roles), func(r stemma.Role) bool {
		who := p.Actor(r.Actor)
		return who == nil || r.Part == stemma.Ground || !p.fights(who) && !rebels[who.Kind] || p.does(r, e) || !p.fighters(r)
	})
}

// fighters reports whether a role is called by a name or by a word for those who fight: not
// "the convoy".
func (p *page) fighters(r stemma.Role) bool {
	s, n := p.headOf(r)
	return n >= 0 && (s.tag(n, "PROPN", "ADJ") || s.fits(n, []string{"@armed"}) || p.Actor(r.Actor).Kind != stemma.KindUnnamedGroup)
}

// opponents is the one party with which the doer of an event fights, as the page tells;
// none where it fights with several, or where what was hit may be anybody's.
func (p *page) opponents(event int) []stemma.Role {
	e := &p.Events[event]
	if len(e.Actors) == 0 || len(e.Recipients) == 0 || !p.arms(e) {
		return nil
	}
	var foes []stemma.Role
	for k := range p.Events {
		if other := &p.Events[k]; k != event && other.Type == "ASSAULT" && other.Modality.Happened() {
			foes = append(foes, p.against(other, e)...)
		}
	}
	if len(foes) == 0 || slices.ContainsFunc(foes, func(r stemma.Role) bool { return !p.alike(r, foes[0]) }) {
		return nil
	}
	return holding(foes[:1])
}

// against are the parties with which the doers of an event are told to fight by another:
// whom they fought, who struck them, and whom they struck as the same voice has it.
func (p *page) against(other, e *stemma.Event) []stemma.Role {
	switch {
	case slices.ContainsFunc(other.Recipients, func(r stemma.Role) bool { return p.does(r, e) }):
		return p.parties(other.Actors, e)
	case slices.ContainsFunc(other.Actors, func(a stemma.Role) bool { return p.does(a, e) }) && (fights[chronicle.TriggerLemma(p.Reading, other)] || p.voice(other) == p.voice(e)):
		return p.parties(other.Recipients, e)
	}
	return nil
}

// keeps are the places of a sentence that it says somebody holds, with who does.
//
//	"Sorn, which is held by the Column", "Column-held Sorn", "The Column has controlled Sorn since May" → Sorn, the Column
func (s *sentence) keeps() {
	for _, k := range s.page.toponymsIn(s.Span) {
		t := &s.page.Places[k]
		if t.Adjective || t.Place.ID == "" {
			continue
		}
		for _, role := range s.roles(s.keeping(s.headOf(t.Span))) {
			if _, told := s.page.held[t.Place.ID]; !told {
				s.page.held[t.Place.ID] = role
			}
		}
	}
}

// keeping are who holds the place of a noun: by the words before it, by what is said of it
// behind it, or as the subject of the verb of which it is the object.
func (s *sentence) keeping(n int) []int {
	for _, k := range append([]int{n}, s.above(n)...) {
		if !s.nominal(k) {
			break
		}
		if keepers := s.keepersOf(k); len(keepers) > 0 {
			return keepers
		}
		if v := s.head(k); v >= 0 && s.is(k, "obj") && controlling[s.lemma[v]] && s.child(v, "advmod") < 0 {
			return slices.DeleteFunc(single(s.frame(v).subject), func(n int) bool { return !s.anyParty(single(n)) })
		}
		if !s.is(k, "nmod", "compound", "flat", "appos") {
			break
		}
	}
	return nil
}

// keepersOf are who holds a place by the words at its noun and at those that explain it:
// "rebel-held Dorvat", "Dorvat, a town run by the Column".
func (s *sentence) keepersOf(n int) []int {
	var out []int
	for _, k := range append([]int{n}, s.children(n, "appos")...) {
		out = append(out, s.heldBy(k)...)
		for _, v := range s.children(k, "acl") {
			out = append(out, single(s.keeper(v))...)
		}
	}
	return out
}

// controlling are the verbs that say who holds a place.
var controlling = lists.Set("controlling")
