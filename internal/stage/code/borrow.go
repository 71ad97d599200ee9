package code

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/code/chronicle"
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
	at   int  // the sentence up to which the last scene goes on
	old  bool // whether that is of history
}

// borrowPlaces gives each event of the page the places that the sentences before its own
// have set the scene at, in the order of the text.
func (p *page) borrowPlaces() {
	b := &borrower{page: p, lead: p.lead(), at: -chronicle.Near - 1}
	next := 0
	for i := range p.Syntax.Sentences {
		from := next
		for next < len(p.Events) && p.Syntax.SentenceAt(p.Events[next].Trigger.Start) <= i {
			next++
		}
		b.item(i)
		b.sentence(i, p.Events[from:next])
	}
}

// item begins the scene anew where an item of a round-up begins with a dateline of its own.
//
//	"KELSBRO – Shells hit the port.", "DORVAT – Two clerks were shot." → shot in Dorvat
func (b *borrower) item(i int) {
	if own := b.items[i]; len(own) > 0 && b.several() {
		b.lead, b.last, b.at = own, nil, -chronicle.Near-1
	}
}

// several reports whether a page has more than one dateline.
func (p *page) several() bool {
	return slices.ContainsFunc(p.items, func(own []stemma.PlaceRole) bool { return len(own) > 0 && own[0].Span != p.sentFrom[0].Span })
}

// sentence gives the events of a sentence their places and takes its scene from them.
func (b *borrower) sentence(i int, events []stemma.Event) {
	scene := b.settings[i]
	old := historic(events)
	for k := range events {
		e := &events[k]
		switch {
		case !scenic[e.Type] || chronicle.OfWar(b.Reading, e):
		case e.Modality == stemma.Background && !b.placed(e):
			if b.goesOn(i) && chronicle.Pointing(b.Reading, e) { // "Ten guards died in that attack."
				e.Places, b.at = b.with(e, b.last), i
			}
		case b.placed(e):
			b.aim(e)
			scene = b.sceneOf(e, scene, k == 0)
		case b.goesOn(i):
			e.Places, b.at = b.with(e, b.last), i
		case len(b.lead) > 0:
			e.Places = b.with(e, b.lead)
		}
	}
	if len(scene) > 0 {
		b.last, b.at, b.old = b.kept(scene, i), i, old
	}
}

// sceneOf is the scene of a sentence after one of its events that has places: none if it
// was told from afar, the event's own unless the scene so far lies within it.
//
//	"Shells hit the port in Dorvat, and Marlen was cut off." → Dorvat, which lies in Marlen
func (b *borrower) sceneOf(e *stemma.Event, scene []stemma.PlaceRole, first bool) []stemma.PlaceRole {
	switch {
	case away(e):
		return nil
	case b.lends(e.Places) && (first || !b.inside(scene, e.Places)):
		return b.lent(e.Places)
	}
	return scene
}

// goesOn reports whether a sentence goes on at the last scene. One of history ends with its
// paragraph.
//
//	"Last month bombs killed two in Oruna. [new paragraph] The wounded are in hospital." → not those of Oruna
func (b *borrower) goesOn(i int) bool {
	if i-b.at > chronicle.Near || len(b.last) == 0 {
		return false
	}
	sentences := b.Syntax.Sentences
	return !b.old || b.RegionAt(sentences[i].Start) == b.RegionAt(sentences[b.at].Start)
}

// with is a scene with the house in it that an event names, though no book has it.
func (b *borrower) with(e *stemma.Event, scene []stemma.PlaceRole) []stemma.PlaceRole {
	out := slices.Clone(scene)
	for _, role := range e.Places {
		if b.house(role) && !slices.Contains(out, role) {
			out = append(out, role)
		}
	}
	return out
}

// kept is the scene that goes on when a sentence sets one: the closer one that lies
// within it, if the report was there or is about it.
//
//	"Shells hit Kethan. Nothing was struck in the province, the army said. Two men died." → died in Kethan
func (b *borrower) kept(scene []stemma.PlaceRole, i int) []stemma.PlaceRole {
	wide := b.widest(scene)
	switch {
	case wide == nil || !units[wide.Place.Precision]:
	case i-b.at <= chronicle.Near+1 && b.inside(b.last, scene):
		return b.last
	case b.inside(b.lead, scene):
		return b.lead
	}
	return scene
}

// lent are the places of an event at which the next may be, too: not that from which
// something came.
func (b *borrower) lent(places []stemma.PlaceRole) []stemma.PlaceRole {
	return slices.DeleteFunc(slices.Clone(places), func(role stemma.PlaceRole) bool {
		return role.Role == "from" || role.Role == "toward" || b.cares(role.Span)
	})
}

// aim adds to the place from which something was fired the scene where it struck:
// "rockets launched from Ostrel" in a report on a raid on Dorvat.
func (b *borrower) aim(e *stemma.Event) {
	if e.Type != "ASSAULT" || slices.ContainsFunc(e.Places, func(role stemma.PlaceRole) bool { return role.Role != "from" }) {
		return
	}
	for _, role := range b.lead {
		if !slices.ContainsFunc(e.Places, func(own stemma.PlaceRole) bool { return b.places[own.Place].Place.ID == b.places[role.Place].Place.ID }) {
			e.Places = append(slices.Clone(e.Places), role)
		}
	}
}

// placed reports whether an event has a place that is not its source's and stands in
// its clause or is closer than a country: "Halvorn's command said that jets had struck
// a depot" puts the strike nowhere. A house that no book has stands where the scene is.
func (p *page) placed(e *stemma.Event) bool {
	return slices.ContainsFunc(e.Places, func(role stemma.PlaceRole) bool {
		return !p.house(role) && (!p.aside[role.Span] || home[chronicle.TriggerLemma(p.Reading, e)]) && (e.Clause.Contains(role.Span) || !p.country(role))
	})
}

// house reports whether a place is a building that no book has: "Al-Torvik hospital".
func (p *page) house(role stemma.PlaceRole) bool {
	t := p.places[role.Place]
	if t == nil || t.Known() {
		return false
	}
	words := strings.Fields(lexicon.Lower(p.Words(role.Span)))
	return len(words) > 1 && p.book.In(words[len(words)-1], "building") && !p.book.In(words[len(words)-1], "town")
}

// country reports whether a place is a whole country, or none that is known.
func (p *page) country(role stemma.PlaceRole) bool {
	t := p.places[role.Place]
	return t == nil || t.Place.Precision == stemma.PrecisionCountry
}

// lead is the scene of the report: the places of the first event that has one
// closer than a country and is not told from afar ("last month"), else, if no event
// names even a country, where its dateline puts it, else the first such place that a
// sentence sets a scene in.
func (p *page) lead() []stemma.PlaceRole {
	near, wide := p.toldScene()
	switch title := p.titled(); {
	case len(near) > 0:
		return near
	case wide == nil && len(title) > 0 && !p.inside(p.sentFrom, title):
		return title
	case wide == nil && len(p.sentFrom) > 0:
		return p.sentFrom
	}
	for i, setting := range p.settings {
		if len(setting) > 0 && !historic(p.eventsOf(i)) {
			return setting
		}
	}
	return wide
}

// toldScene are the places of the first event that has some closer than a country; if there
// is none, those of the first that has any.
//
//	"Orvane bombed Marlen. Two died in Dorvat." → Dorvat
func (p *page) toldScene() (near, wide []stemma.PlaceRole) {
	for k := range p.Events {
		e := &p.Events[k]
		switch {
		case !p.setsScene(e) || away(e):
		case p.lends(e.Places):
			return p.closer(e.Places, e.Type), nil
		case wide == nil && e.Places[0].Role != "from":
			wide = e.Places
		}
	}
	return nil, wide
}

// setsScene reports whether an event may set the scene of a report: it has a place of its
// own, and is neither history nor at somebody's home.
func (p *page) setsScene(e *stemma.Event) bool {
	if !scenic[e.Type] || e.Modality == stemma.Background || !p.placed(e) || home[chronicle.TriggerLemma(p.Reading, e)] {
		return false
	}
	return !chronicle.Coarse[e.When.Precision] && !p.longAgo(e)
}

// eventsOf are the events of a sentence.
func (p *page) eventsOf(sentence int) []stemma.Event {
	return slices.DeleteFunc(slices.Clone(p.Events), func(e stemma.Event) bool { return p.Syntax.SentenceAt(e.Trigger.Start) != sentence })
}

// historic reports whether all that a sentence tells is history: it sets no scene for a report.
func historic(events []stemma.Event) bool {
	return len(events) > 0 && !slices.ContainsFunc(events, func(e stemma.Event) bool { return e.Modality != stemma.Background })
}

// inside reports whether one scene lies within another.
func (p *page) inside(in, at []stemma.PlaceRole) bool {
	if len(in) == 0 || len(at) == 0 {
		return false
	}
	a, b := p.places[in[0].Place], p.places[at[0].Place]
	return a != nil && b != nil && a.Place.Within(b.Place)
}

// titled is where the report's headline sets its scene.
func (p *page) titled() []stemma.PlaceRole {
	for i := range p.Syntax.Sentences {
		if p.RegionAt(p.Syntax.Sentences[i].Start).Kind == stemma.RegionTitle && len(p.settings[i]) > 0 {
			return p.settings[i]
		}
	}
	return nil
}

// lends reports whether places tell the scene and not only where something came
// from, and are closer than a country.
func (p *page) lends(places []stemma.PlaceRole) bool {
	return slices.ContainsFunc(places, func(role stemma.PlaceRole) bool {
		return !p.country(role) && role.Role != "from" && role.Role != "toward"
	})
}

// longAgo reports whether an event of a report was over long before it: "claimed an
// attack in March 2022" in one of today.
func (p *page) longAgo(e *stemma.Event) bool {
	day := p.Publication.Published.Latest
	return day != 0 && e.When.Latest != 0 && e.When.Latest < day-chronicle.Recent && e.When.Earliest == 0
}

// away reports whether an event tells only where somebody was taken: "the wounded were
// evacuated to Ostrel" is told of a fight that was elsewhere.
func away(e *stemma.Event) bool { return ends(e.Type, e.Places) }

// ends reports whether places are but the ends of a way on which people were brought.
//
//	"evacuated to Ostrel" → yes
func ends(typ string, places []stemma.PlaceRole) bool {
	return (typ == "RETREAT" || typ == "AID") && !slices.ContainsFunc(places, func(role stemma.PlaceRole) bool { return role.Role != "to" && role.Role != "from" })
}

// closer are the places of the report's first scene, or, where they are no closer than a
// district, those within them that its next such event names.
//
//	"Raid in Halden province kills nine. … The attack on Dorvat began at dawn." → Dorvat
func (p *page) closer(lead []stemma.PlaceRole, typ string) []stemma.PlaceRole {
	at := p.widest(lead)
	if at == nil {
		return lead
	}
	for _, e := range p.Events {
		if e.Type != typ || !e.Modality.Happened() || e.Modality == stemma.Background || p.Syntax.SentenceAt(e.Trigger.Start) > opening || away(&e) {
			continue
		}
		for _, role := range e.Places {
			if t := p.places[role.Place]; t != nil && t.Place.Precision.Local() && role.Role != "from" && t.Place.Within(at.Place) {
				return []stemma.PlaceRole{role}
			}
		}
	}
	return lead
}

// opening is the last sentence in which a report still says where its story is.
const opening = 4

// widest is the one place of a scene that is no closer than a district; nil if there is
// a closer one.
func (p *page) widest(scene []stemma.PlaceRole) *stemma.Toponym {
	var out *stemma.Toponym
	for _, role := range scene {
		t := p.places[role.Place]
		if t == nil || t.Place.Precision.Local() {
			return nil
		}
		if out == nil {
			out = t
		}
	}
	return out
}

// units are the precisions of what holds towns and villages.
var units = map[stemma.Precision]bool{stemma.PrecisionDistrict: true, stemma.PrecisionProvince: true, stemma.PrecisionArea: true}

// setting is where a sentence sets its scene, whether or not it tells of an event; where
// the hurt were brought is none.
func (s *sentence) setting() []stemma.PlaceRole {
	if s.dates() {
		return nil
	}
	return s.nearby(func(k int) (stemma.PlaceRole, bool) {
		role, ok := s.sceneOf(k)
		return role, ok && !s.brought(k) && !s.page.ofSource(role.Span) && !s.aside(k, nil) && !s.page.cares(role.Span)
	})
}

// dates reports whether a line only says where and when a report was made: "Dorvat,
// Meridian News, 3 November".
func (s *sentence) dates() bool {
	verb := slices.ContainsFunc(s.Tokens, func(t stemma.Token) bool { return t.Tag == "VERB" || t.Tag == "AUX" })
	return !verb && slices.ContainsFunc(s.page.Times, func(t stemma.TimeExpression) bool { return s.Span.Contains(t.Span) })
}

// sentFrom is where the dateline of a sentence says that it was written: "DORVAT" of
// "DORVAT, Halvorn (Meridian) —", though there be a town of Meridian; a country only where
// nothing closer stands there.
func (s *sentence) sentFrom() []stemma.PlaceRole {
	end := s.dateline
	if bracket := slices.Index(s.form[:end], "("); bracket >= 0 {
		end = bracket
	}
	from := func(k int) (stemma.PlaceRole, bool) {
		t := &s.page.Places[k]
		return stemma.PlaceRole{Place: t.ID, Role: "in", Span: t.Span}, s.TokenAt(t.Span.Start) < end
	}
	if near := s.nearby(from); len(near) > 0 {
		return near
	}
	return s.rolesBy(from)
}

// nearby are the toponyms of a sentence that stand for a place closer than a country.
func (s *sentence) nearby(role func(toponym int) (stemma.PlaceRole, bool)) []stemma.PlaceRole {
	return slices.DeleteFunc(s.rolesBy(role), func(r stemma.PlaceRole) bool { return !s.page.lends([]stemma.PlaceRole{r}) })
}

// rolesBy are the roles of those toponyms of a sentence that have one.
func (s *sentence) rolesBy(role func(toponym int) (stemma.PlaceRole, bool)) []stemma.PlaceRole {
	var out []stemma.PlaceRole
	for _, k := range s.page.toponymsIn(s.Span) {
		if r, ok := role(k); ok {
			out = append(out, r)
		}
	}
	return out
}

// scenic are the types of what is done at a place.
var scenic = lists.Set("scenic")
