package code

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/code/chronicle"
)

// restruck gives a blow that only points back, and names nobody whom it struck, those whom
// the blow struck that it means.
//
//	"Drones hit a depot in Sorn. The attack was carried out by the navy." → the depot, by the navy
func (p *page) restruck() {
	for i := range p.Events {
		e := &p.Events[i]
		if d := p.deeds[e.ID]; e.Type != "ASSAULT" || !d.back || len(e.Recipients) > 0 || !e.Modality.Happened() {
			continue
		}
		if blow := p.meant(i); blow != nil {
			e.Recipients = slices.DeleteFunc(slices.Clone(blow.Recipients), func(r stemma.Role) bool { return p.does(r, e) || p.belongings(r) })
		}
	}
}

// belongings reports whether a role is only of things, which a blow may have struck beside
// others, "stalls", or of the land on which it fell.
func (p *page) belongings(r stemma.Role) bool {
	s, n := p.headOf(r)
	return r.Part == stemma.Ground || r.Actor == "" && (n < 0 || !s.alive(n) && s.form[n] != s.lemma[n] && len(p.toponymsIn(r.Span)) == 0)
}

// meant is the last blow that struck somebody before one that points back: told by a noun
// of its kind, or, of an attack, whatever blow was told right before; nil where its doers
// are others.
func (p *page) meant(before int) *stemma.Event {
	e := &p.Events[before]
	noun := p.deeds[e.ID].noun
	for k := before - 1; k >= 0; k-- {
		blow := &p.Events[k]
		if blow.Type != e.Type || !blow.Modality.Happened() || len(blow.Recipients) == 0 || fights[chronicle.TriggerLemma(p.Reading, blow)] {
			continue
		}
		right := chronicle.SentencesOn(p.Reading, blow, e) == chronicle.Near && p.book.In(noun, "attack")
		if right || kin(p.deeds[blow.ID].noun, noun) || chronicle.TriggerLemma(p.Reading, blow)+"ing" == noun {
			if len(e.Actors) > 0 && p.named(blow.Actors) && !p.does(blow.Actors[0], e) {
				return nil
			}
			return blow
		}
	}
	return nil
}

// avengers gives a threat that names nobody those who struck whoever threatens, or did the
// deed that shall not go unpunished.
//
//	"Rebels killed a pilot. The army warned of a strong response." → the army, the rebels
func (p *page) avengers() {
	for i := range p.Events {
		e := &p.Events[i]
		if e.Type != "THREATEN" || len(e.Actors) == 0 || p.named(e.Recipients) || !p.avenges(e) {
			continue
		}
		for k := len(p.Events) - 1; k >= 0; k-- {
			if blow := &p.Events[k]; chronicle.SentencesOn(p.Reading, blow, e) >= 0 && p.provoked(blow, e) {
				e.Recipients = append(e.Recipients, targets(leads(blow.Actors))...)
				break
			}
		}
	}
}

// avenges reports whether the words of a threat are of an answer to what was done.
func (p *page) avenges(e *stemma.Event) bool {
	s := p.look(p.Syntax.SentenceAt(e.Trigger.Start))
	return slices.ContainsFunc(s.Tokens, func(t stemma.Token) bool {
		return e.Clause.Contains(t.Span) && (chronicle.Avenging[lexicon.Lower(t.Lemma)] || chronicle.Avenging[lexicon.Lower(p.Words(t.Span))])
	})
}

// provoked reports whether a blow by others struck whoever makes a threat, or was struck
// by those whom he fights.
func (p *page) provoked(blow, e *stemma.Event) bool {
	return blow.Type == "ASSAULT" && blow.Modality.Happened() && p.named(blow.Actors) && !fights[chronicle.TriggerLemma(p.Reading, blow)] && !p.does(e.Actors[0], blow) &&
		(slices.ContainsFunc(blow.Recipients, func(r stemma.Role) bool { return p.sideOf(r, e.Actors[0]) }) || p.enemy(blow.Actors[0], e.Actors[0]))
}

// enemy reports whether a role is of those whom a party fights.
func (p *page) enemy(r, party stemma.Role) bool {
	side := p.Actor(party.Actor)
	return side != nil && p.fights(side) && p.foe(r, side)
}

// sideOf reports whether a role is a party's or of the same state as it.
func (p *page) sideOf(r, party stemma.Role) bool {
	a, b := p.Actor(r.Actor), p.Actor(party.Actor)
	return p.alike(r, party) || a != nil && b != nil && a.Country != "" && a.Country == b.Country && !rebels[a.Kind] && !rebels[b.Kind]
}

// alone gives blows of one sort, of which nobody is told to have struck them, the one party
// that a page tells to strike such blows.
//
//	"Halvornian jets bombed Sorn. … "There were 45 air raids today," a doctor said." → by Halvorn
func (p *page) alone() {
	for i := range p.Events {
		e := &p.Events[i]
		if e.Type != "ASSAULT" || !crewed[e.Mode] || len(e.Actors) > 0 || !e.Modality.Happened() || e.Modality == stemma.Background || p.deeds[e.ID].unclaimed {
			continue
		}
		if only := p.only(e); len(only) > 0 && !slices.ContainsFunc(e.Recipients, func(r stemma.Role) bool { return p.sideOf(r, only[0]) }) {
			e.Actors = only
		}
	}
}

// only is the one party that strikes blows of the sort of an event; none where there are
// several, where it strikes elsewhere, or where all that is another's word.
func (p *page) only(e *stemma.Event) []stemma.Role {
	var doers []stemma.Role
	told := false // by the page or by whoever tells of the event
	for k := range p.Events {
		blow := &p.Events[k]
		if blow.Type != e.Type || blow.Mode != e.Mode || !blow.Modality.Happened() || blow.Modality == stemma.Background || len(blow.Actors) == 0 {
			continue
		}
		if !p.named(blow.Actors) || len(doers) > 0 && !p.alike(doers[0], blow.Actors[0]) || chronicle.Elsewhere(p.Reading, blow, e) {
			return nil
		}
		doers, told = leads(blow.Actors), told || blow.Claim == "" || p.voice(blow) == p.voice(e)
	}
	if !told {
		return nil
	}
	return doers
}

// crewed are the modes of blows for which it takes an army.
var crewed = map[string]bool{"aerial": true, "drone": true, "heavy-weapons": true}
