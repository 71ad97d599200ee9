package world

import "stemma"

// Document is a report as bytes.
func (r Report) Document() stemma.Document { return stemma.NewDocument("text/plain", []byte(r.Text)) }

// Reading is what a reading line without a mistake would make of a report.
func (w *World) Reading(r Report) *stemma.Reading {
	out := r.page()
	a := w.attacks[r.Attack]
	by, hit := w.party(out.Document, a.by, r.spans.by), w.party(out.Document, a.on, r.spans.on)
	place := stemma.Toponym{ID: stemma.SpanID("p", out.Document, "", r.spans.town), Span: r.spans.town, Place: w.place(a.town)}
	number := stemma.Quantity{
		ID: stemma.SpanID("q", out.Document, "", r.spans.number), Span: r.spans.number, What: "killed", Of: stemma.Of{Class: "people"},
		Scope: stemma.ScopeEvent, Low: float64(r.Figure), High: float64(r.Figure),
	}
	event := stemma.Event{
		ID: stemma.SpanID("e", out.Document, "ASSAULT", r.spans.trigger), Type: "ASSAULT", Mode: "heavy-weapons", Trigger: r.spans.trigger, Clause: r.spans.clause,
		Actors:     []stemma.Role{{Actor: by.ID, Name: by.Name, Span: r.spans.by, Part: "lead"}},
		Recipients: []stemma.Role{{Actor: hit.ID, Name: hit.Name, Span: r.spans.on, Part: "target"}},
		Places:     []stemma.PlaceRole{{Place: place.ID, Role: "in", Span: r.spans.town}},
		When:       on(r.spans.day, stemma.BasisWords, a.day), Quantities: []string{number.ID}, Modality: stemma.Asserted,
	}
	out.Actors, out.Places, out.Quantities = []stemma.Actor{by, hit}, []stemma.Toponym{place}, []stemma.Quantity{number}
	if r.Speaker != "" {
		speaker := r.speaker(out.Document)
		claim := w.claim(out.Document, r, speaker)
		out.Actors, out.Claims, event.Claim = append(out.Actors, speaker), []stemma.Claim{claim}, claim.ID
	}
	out.Events = []stemma.Event{event}
	return out
}

// page is a report read no further than its regions and its publication.
func (r Report) page() *stemma.Reading {
	title := stemma.Region{Span: stemma.Span{Start: 0, End: r.spans.body.Start}, Kind: stemma.RegionTitle}
	out := &stemma.Reading{
		Document: r.Document().ID, MediaType: "text/plain", Version: "r_world", Text: stemma.Text(r.Text), Language: "en", Read: true,
		Blocks:      []stemma.Block{{Span: r.spans.title, Tag: "p"}, {Span: r.spans.body, Tag: "p"}},
		Regions:     []stemma.Region{title, {Span: r.spans.body, Kind: stemma.RegionBody}},
		Publication: stemma.Publication{Title: stemma.Words{Name: r.headline, Span: r.spans.title}, Outlet: stemma.Words{Name: r.Outlet}, Published: on(stemma.Span{}, stemma.BasisDateline, r.Day)},
		Syntax:      stemma.Syntax{Sentences: []stemma.Sentence{{Span: r.spans.body}}},
	}
	if r.Agency != "" {
		out.Publication.Agency = stemma.Words{Name: r.Agency, Span: r.spans.credit}
	}
	return out
}

// on is a day that words tell.
func on(words stemma.Span, basis stemma.Basis, day stemma.Day) stemma.Interval {
	return stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: basis, Words: words}
}

func (r Report) speaker(document string) stemma.Actor {
	return stemma.Actor{
		ID: stemma.SpanID("a", document, "", r.spans.speaker), Name: r.Speaker, Kind: stemma.KindNGO,
		Mentions: []stemma.Mention{{Span: r.spans.speaker, Form: stemma.FormName}},
	}
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
