package name

import (
	"slices"

	"stemma"
)

// written are the page's actors as the reading has them, in the order in which
// the text first speaks of them.
func (p *page) written() []stemma.Actor {
	var out []stemma.Actor
	slices.SortStableFunc(p.actors, func(a, b *actor) int { return a.first() - b.first() })
	for _, a := range p.actors {
		a.mentions = slices.DeleteFunc(a.mentions, func(m *mention) bool { return m.silent })
		if len(a.mentions) == 0 {
			continue
		}
		p.complete(a)
		slices.SortStableFunc(a.mentions, func(x, y *mention) int { return compare(x.Span, y.Span) })
		for _, m := range a.mentions {
			a.Mentions = append(a.Mentions, stemma.Mention{Span: m.Span, Form: m.form})
		}
		a.ID = stemma.SpanID("a", p.r.Document, a.Name, a.Mentions[0].Span)
		out = append(out, a.Actor)
	}
	return out
}

// first is where the text first speaks of an actor.
func (a *actor) first() int {
	at := int(^uint(0) >> 1)
	for _, m := range a.mentions {
		if !m.silent {
			at = min(at, m.Start)
		}
	}
	return at
}

// complete adds what the page says of a person and the book does not.
func (p *page) complete(a *actor) {
	if !a.person() {
		return
	}
	if a.Person == "" || a.Person == stemma.PersonOther {
		a.Person = a.post()
	}
	if len(a.leads) > 0 && a.LeaderOf == "" {
		a.LeaderOf = a.leads[0].Name
	}
	if len(a.voices) > 0 && a.SpeaksFor == "" {
		a.SpeaksFor = a.voices[0].Name
	}
	if len(a.of) > 0 && a.MemberOf == "" {
		a.MemberOf = a.of[0].Name
	}
	if a.Person == stemma.PersonOffice && fightingBody(a.leads) {
		a.Person = stemma.PersonCommander
	}
}

// post is what kind of person somebody is by the book alone: who is known to lead
// a body or to speak for it is no private person, however the page calls them.
//
//	"Captain Moss said" where the book has Moss as leader of the Column → a holder of an office
func (a *actor) post() stemma.PersonKind {
	switch {
	case a.SpeaksFor != "":
		return stemma.PersonSpokesperson
	case a.LeaderOf != "":
		return stemma.PersonOffice
	}
	return stemma.PersonOther
}

// fightingBody reports whether one of some bodies bears arms: who leads it is a
// commander rather than the holder of an office.
func fightingBody(bodies []*actor) bool {
	return slices.ContainsFunc(bodies, func(a *actor) bool {
		return a.Kind == stemma.KindArmedGroup || a.Kind == stemma.KindStateForce
	})
}
