package world

import "stemma"

// Document is a report as bytes.
func (r Report) Document() stemma.Document { return stemma.NewDocument("text/plain", []byte(r.Text)) }

// Reading is what a reading line without a mistake would make of a report.
func (w *World) Reading(r Report) *stemma.Reading {
	id := r.Document().ID
	a := w.attacks[r.Attack]
	on := func(s stemma.Span, basis stemma.Basis, day stemma.Day) stemma.Interval {
		return stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: basis, Words: s}
	}
	out := &stemma.Reading{
		Document: id, MediaType: "text/plain", Version: "r_world", Text: stemma.Text(r.Text), Language: "en", Read: true,
		Blocks:      []stemma.Block{{Span: r.spans.title, Tag: "p"}, {Span: r.spans.body, Tag: "p"}},
		Regions:     []stemma.Region{{Span: stemma.Span{Start: 0, End: r.spans.body.Start}, Kind: stemma.RegionTitle}, {Span: r.spans.body, Kind: stemma.RegionBody}},
		Publication: stemma.Publication{Title: stemma.Words{Name: r.headline, Span: r.spans.title}, Outlet: stemma.Words{Name: r.Outlet}, Published: on(stemma.Span{}, stemma.BasisDateline, r.Day)},
		Syntax:      stemma.Syntax{Sentences: []stemma.Sentence{{Span: r.spans.body}}},
	}
	if r.Agency != "" {
		out.Publication.Agency = stemma.Words{Name: r.Agency, Span: r.spans.credit}
	}
	by, hit := w.party(id, a.by, r.spans.by), w.party(id, a.on, r.spans.on)
	out.Actors = []stemma.Actor{by, hit}
	place := stemma.Toponym{ID: stemma.SpanID("p", id, "", r.spans.town), Span: r.spans.town, Place: w.place(a.town)}
	out.Places = []stemma.Toponym{place}
	number := stemma.Quantity{
		ID: stemma.SpanID("q", id, "", r.spans.number), Span: r.spans.number, What: "killed", Of: stemma.Of{Class: "people"},
		Scope: stemma.ScopeEvent, Low: float64(r.Figure), High: float64(r.Figure),
	}
	out.Quantities = []stemma.Quantity{number}
	event := stemma.Event{
		ID: stemma.SpanID("e", id, "ASSAULT", r.spans.trigger), Type: "ASSAULT", Mode: "heavy-weapons", Trigger: r.spans.trigger, Clause: r.spans.clause,
		Actors:     []stemma.Role{{Actor: by.ID, Name: by.Name, Span: r.spans.by, Part: "lead"}},
		Recipients: []stemma.Role{{Actor: hit.ID, Name: hit.Name, Span: r.spans.on, Part: "target"}},
		Places:     []stemma.PlaceRole{{Place: place.ID, Role: "in", Span: r.spans.town}},
		When:       on(r.spans.day, stemma.BasisWords, a.day), Quantities: []string{number.ID}, Modality: stemma.Asserted,
	}
	if r.Speaker != "" {
		speaker := stemma.Actor{ID: stemma.SpanID("a", id, "", r.spans.speaker), Name: r.Speaker, Kind: stemma.KindNGO, Mentions: []stemma.Mention{{Span: r.spans.speaker, Form: stemma.FormName}}}
		out.Actors = append(out.Actors, speaker)
		claim := w.claim(id, r, speaker)
		out.Claims, event.Claim = []stemma.Claim{claim}, claim.ID
	}
	out.Events = []stemma.Event{event}
	return out
}

func (w *World) claim(document string, r Report, speaker stemma.Actor) stemma.Claim {
	return stemma.Claim{
		ID: stemma.SpanID("c", document, "", r.spans.clause), Cue: r.spans.cue, Content: []stemma.Span{r.spans.clause}, Stance: stemma.Asserts,
		Source: stemma.Source{Span: r.spans.speaker, Name: speaker.Name, Actor: speaker.ID, Kind: stemma.SourceNamed},
	}
}

func (w *World) party(document string, n int, at stemma.Span) stemma.Actor {
	return stemma.Actor{
		ID: stemma.SpanID("a", document, "", at), Name: w.parties[n], Kind: stemma.KindArmedGroup,
		Mentions: []stemma.Mention{{Span: at, Form: stemma.FormName}},
	}
}

func (w *World) place(n int) stemma.Place {
	t := w.towns[n]
	return stemma.Place{
		ID: "world:" + t.name, Name: t.name, Kind: "town", Country: "XA", Lat: t.lat, Lon: t.lon, Precision: stemma.PrecisionTown, Radius: 3000,
	}
}
