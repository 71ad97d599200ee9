package code

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/stage/code/chronicle"
)

// figures gives a blow the figures of harm that the sentence beside it tells by
// themselves. A figure of a kind that the blow has already is another's.
//
//	"A bomb killed nine people in Ostrel. At least 40 were wounded." → nine killed, 40 injured
//	"Nine people died in Ostrel. A car blew up at the gate." → the car blew up, nine killed
//	"Nine soldiers died and four were captured." → two tellings: who captures kills nobody by that
//	"It flew out five wounded. Last month a raid on a camp killed 52." → the raid killed 52 and hurt no five
func (p *page) figures() {
	for i := range p.Events {
		if e := &p.Events[i]; p.bareHarm(e) {
			if blow := p.blowBeside(i); blow != nil {
				p.lendFigures(e, blow)
			}
		}
	}
}

// bareHarm reports whether an event tells of harm and nothing else: no doer, no means, no raid
// that did it.
//
//	"Four were killed." → yes
func (p *page) bareHarm(e *stemma.Event) bool {
	return e.Type == "ASSAULT" && e.Mode == "" && len(e.Actors) == 0 && p.deeds[e.ID].noun == "" && len(e.Quantities) > 0 && e.Modality.Happened() &&
		(e.Rule == chronicle.BareToll || p.book.In(chronicle.TriggerLemma(p.Reading, e), "harm"))
}

// blowBeside is the blow told in the same sentence as a harm or in the one beside
// it, before rather than behind; nil if there is none.
func (p *page) blowBeside(i int) *stemma.Event {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(p.Events); k += step {
			e := &p.Events[k]
			if d := step * chronicle.SentencesOn(p.Reading, &p.Events[i], e); d > chronicle.Near {
				break
			}
			if p.takesHarm(e) && (step < 0 || !p.tollOf(e) || chronicle.SentencesOn(p.Reading, &p.Events[i], e) == 0) && p.toldAlike(&p.Events[i], e) {
				return e
			}
		}
	}
	return nil
}

// takesHarm reports whether an event is a blow that was struck and is more than its harm.
func (p *page) takesHarm(e *stemma.Event) bool {
	return e.Type == "ASSAULT" && e.Mode != "abduct" && e.Rule != chronicle.BareToll && e.Modality.Happened() && !p.bareHarm(e)
}

// tollOf reports whether a blow is told with harm of its own, in its own sentence.
func (p *page) tollOf(e *stemma.Event) bool {
	at := p.Syntax.SentenceAt(e.Trigger.Start)
	return slices.ContainsFunc(e.Quantities, func(id string) bool {
		q := p.Quantity(id)
		return q != nil && chronicle.Rank(q.What) == 0 && p.Syntax.SentenceAt(q.Span.Start) == at
	})
}

// toldAlike reports whether a harm and a blow are told alike: as the same kind of fact,
// by the same voice unless the harm is added to it, of no two days.
func (p *page) toldAlike(harm, blow *stemma.Event) bool {
	return blow.Modality == harm.Modality && (p.voice(blow) == p.voice(harm) || chronicle.Also(p.Reading, harm)) && !otherDay(blow.When, harm.When)
}

// otherDay reports whether two times that words tell share no day.
func otherDay(a, b stemma.Interval) bool {
	if a.Precision == stemma.PrecisionUnknown || b.Precision == stemma.PrecisionUnknown {
		return false
	}
	return a.Closed() && b.Closed() && (a.Latest < b.Earliest || b.Latest < a.Earliest)
}

// voice is who tells an event: what one source counts is not put to another's blow.
func (p *page) voice(e *stemma.Event) string {
	if claim := p.Claim(e.Claim); claim != nil {
		return cmp.Or(claim.Source.Actor, claim.Source.Name)
	}
	return ""
}

// lendFigures adds to a blow those figures of harm that it has none of, from another event.
//
//	"Jets bombed a mill. Four were killed." → the bombing: killed 4
func (p *page) lendFigures(from, to *stemma.Event) {
	for _, id := range from.Quantities {
		q := p.Quantity(id)
		if q == nil || chronicle.Rank(q.What) != 0 || q.Negative || chronicle.SumsUp[q.Scope] || slices.ContainsFunc(to.Quantities, func(have string) bool {
			other := p.Quantity(have)
			return other != nil && other.What == q.What
		}) {
			continue
		}
		to.Quantities = append(to.Quantities, id)
	}
}
