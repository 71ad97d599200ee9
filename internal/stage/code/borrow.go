package code

import (
	"slices"

	"stemma"
)

// A borrower gives events without a place of their own the scene that the report
// goes on telling of: that of the last sentence that named one, while each sentence
// after it goes on there, else the scene of the whole report. Words of many types
// ("warned", "agreed") have no scene, and history is told from other places.
//
//	"Smoke hung over the market of Ostrel. Nine people were killed." → killed in the market of Ostrel
//	"The mill in Dorvat burned. … … Two men were wounded." → wounded where the report's first event is
type borrower struct {
	*page
	lead []stemma.PlaceRole
	last []stemma.PlaceRole
	at   int // the sentence up to which the last scene goes on
}

// near is how many sentences back a place is still where things go on.
const near = 1

func (p *page) borrowPlaces() {
	b := &borrower{page: p, lead: p.lead(), at: -near - 1}
	next := 0
	for i := range p.Syntax.Sentences {
		from := next
		for next < len(p.Events) && p.Syntax.SentenceAt(p.Events[next].Trigger.Start) <= i {
			next++
		}
		b.sentence(i, p.Events[from:next])
	}
}

// sentence gives the events of a sentence their places and takes its scene from them.
func (b *borrower) sentence(i int, events []stemma.Event) {
	scene := b.settings[i]
	for k := range events {
		e := &events[k]
		switch {
		case !scenic[e.Type] || e.Modality == stemma.Background:
		case b.placed(e):
			if b.lends(e.Places) {
				scene = e.Places
			}
		case i-b.at <= near && len(b.last) > 0:
			e.Places, b.at = slices.Clone(b.last), i
		case b.lends(e.Places):
		case len(b.lead) > 0:
			e.Places = slices.Clone(b.lead)
		}
	}
	if len(scene) > 0 {
		b.last, b.at = scene, i
	}
}

// placed reports whether an event has a place that is not its source's and stands in
// its clause or is closer than a country: "Halvorn's command said that jets had struck
// a depot" puts the strike nowhere.
func (b *borrower) placed(e *stemma.Event) bool {
	return slices.ContainsFunc(e.Places, func(role stemma.PlaceRole) bool {
		return !b.ofSource(role.Span) && (e.Clause.Contains(role.Span) || !b.country(role))
	})
}

// ofSource reports whether a place only says where somebody who is quoted is at home:
// "a doctor of the hospital at Dorvat said that four men had been hurt".
func (p *page) ofSource(place stemma.Span) bool {
	return slices.ContainsFunc(p.claims[p.Syntax.SentenceAt(place.Start)], func(c stemma.Claim) bool { return c.Source.Span.Contains(place) })
}

func (p *page) country(role stemma.PlaceRole) bool {
	t := p.places[role.Place]
	return t == nil || t.Place.Precision == stemma.PrecisionCountry
}

// lead is the scene of the report: the places of the first event that has one
// closer than a country and is not told from afar ("last month"), else, if no event
// names even a country, where its dateline puts it, else the first such place that a
// sentence sets a scene in.
func (p *page) lead() []stemma.PlaceRole {
	var wide []stemma.PlaceRole
	for _, e := range p.Events {
		if !scenic[e.Type] || e.Modality == stemma.Background || len(e.Places) == 0 || coarse[e.When.Precision] {
			continue
		}
		if p.lends(e.Places) {
			return e.Places
		}
		if wide == nil && e.Places[0].Role != "from" {
			wide = e.Places
		}
	}
	if wide == nil && len(p.sentFrom) > 0 {
		return p.sentFrom
	}
	for _, setting := range p.settings {
		if len(setting) > 0 {
			return setting
		}
	}
	return wide
}

// lends reports whether places tell the scene and not only where something came
// from, and are closer than a country.
func (p *page) lends(places []stemma.PlaceRole) bool {
	return slices.ContainsFunc(places, func(role stemma.PlaceRole) bool {
		return !p.country(role) && role.Role != "from" && role.Role != "toward"
	})
}

// setting is where a sentence sets its scene, whether or not it tells of an event.
func (s *sentence) setting() []stemma.PlaceRole {
	return s.closer(func(k int) (stemma.PlaceRole, bool) {
		role, ok := s.sceneOf(k)
		return role, ok && !s.page.ofSource(role.Span)
	})
}

// sentFrom is where the dateline of a sentence says that it was written: "DORVAT" of
// "DORVAT, Halvorn (Meridian) —", though there be a town of Meridian.
func (s *sentence) sentFrom() []stemma.PlaceRole {
	end := s.dateline
	if bracket := slices.Index(s.form[:end], "("); bracket >= 0 {
		end = bracket
	}
	return s.closer(func(k int) (stemma.PlaceRole, bool) {
		t := &s.page.Places[k]
		return stemma.PlaceRole{Place: t.ID, Role: "in", Span: t.Span}, s.TokenAt(t.Span.Start) < end
	})
}

// closer are the toponyms of a sentence that stand for a place closer than a country.
func (s *sentence) closer(role func(toponym int) (stemma.PlaceRole, bool)) []stemma.PlaceRole {
	var out []stemma.PlaceRole
	for _, k := range s.page.toponymsIn(s.Span) {
		if r, ok := role(k); ok && s.page.lends([]stemma.PlaceRole{r}) {
			out = append(out, r)
		}
	}
	return out
}

// scenic are the types of what is done at a place.
var scenic = lists.Set("scenic")
