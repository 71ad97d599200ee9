package code

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/code/chronicle"
)

// sequels give harm of which nobody is told to have done it to those who struck the blow
// that the sentence right before tells of, in the same voice and at the same place: a
// report goes on from the blow to whom it hurt. Of fighters it must be their foes.
//
//	"Orvane fired two rockets at Dorvat. A farmer was killed." → killed by Orvane
//	"Rebels attacked the post. Two soldiers were killed." → by the rebels; "Two rebels were killed." → by nobody
//	"The army and rebels clashed. A farmer was killed." → by nobody
func (p *page) sequels() {
	for i := range p.Events {
		e := &p.Events[i]
		if e.Type != "ASSAULT" || len(e.Actors) > 0 || len(e.Recipients) == 0 || !e.Modality.Happened() || e.Modality == stemma.Background || p.deeds[e.ID].unclaimed || p.deeds[e.ID].noun != "" {
			continue
		}
		if blow := p.blowRightBefore(i); blow != nil && p.goesOnFrom(blow, e) {
			e.Actors = leads(blow.Actors)
		}
	}
}

// blowRightBefore is the last blow of the sentence before an event's, nil if that tells of
// none, or its paragraph is another.
func (p *page) blowRightBefore(i int) *stemma.Event {
	for k := i - 1; k >= 0 && chronicle.SentencesOn(p.Reading, &p.Events[k], &p.Events[i]) <= 1; k-- {
		blow := &p.Events[k]
		if chronicle.SentencesOn(p.Reading, blow, &p.Events[i]) == 1 && blow.Type == "ASSAULT" && p.RegionAt(blow.Trigger.Start) == p.RegionAt(p.Events[i].Trigger.Start) {
			return blow
		}
	}
	return nil
}

// goesOnFrom reports whether harm is that of a blow: one voice, one place, one day, and
// nobody hurt by his own side.
func (p *page) goesOnFrom(blow, e *stemma.Event) bool {
	if !blow.Modality.Happened() || blow.Modality == stemma.Background || !p.someone(blow.Actors) || blow.Actors[0].Part == accused || fights[chronicle.TriggerLemma(p.Reading, blow)] {
		return false
	}
	if p.voice(blow) != p.voice(e) || chronicle.Elsewhere(p.Reading, blow, e) || !e.When.Words.Empty() && e.Clause.Contains(e.When.Words) && e.When.Earliest != blow.When.Earliest {
		return false
	}
	doer := blow.Actors[0]
	return !slices.ContainsFunc(blow.Recipients, func(r stemma.Role) bool { return same(r, doer) }) &&
		!slices.ContainsFunc(e.Recipients, func(r stemma.Role) bool { return !p.couldHurt(doer, r) })
}

// someone reports whether doers are a party that the page knows, or are told of by a noun.
func (p *page) someone(doers []stemma.Role) bool {
	if p.named(doers) || len(doers) == 0 {
		return len(doers) > 0
	}
	s, n := p.headOf(doers[0])
	return n >= 0 && s.tag(n, "NOUN")
}

// couldHurt reports whether those to whom harm was done are no fighters, or a doer's foes.
// Of a bare number nobody can tell whose they are.
//
//	"Four raiders attacked the mill. Two were shot dead." → by nobody
func (p *page) couldHurt(doer, r stemma.Role) bool {
	side := p.Actor(doer.Actor)
	if lexicon.IsNumeral(strings.ToLower(p.Words(r.Span))) || p.alike(doer, r) || side != nil && p.owns(side, r) {
		return false
	}
	fighters := slices.ContainsFunc(p.called(r), func(word string) bool {
		word = singular(word)
		return enemies[word] || irregulars[word] || regulars[word]
	})
	return !fighters || side != nil && p.foe(r, side)
}
