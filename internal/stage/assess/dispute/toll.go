package dispute

import (
	"stemma"
	"stemma/internal/stage/assess/account"
)

// Tolls are figures of pages in which no event was read, as tellings of the
// incident that they belong to: the only one of which the page has a figure of
// the same kind. They are in the order of the propositions.
//
//	"Shells killed at least 11 people. … The mayor put the toll at 14." → the mayor's 14 is of the shelling
func Tolls(tellings []stemma.Telling, propositions []stemma.Proposition, incidentOf map[string]string) map[string][]stemma.Telling {
	known := map[string][]coded{}
	own := map[string]bool{}
	for i := range tellings {
		t := &tellings[i]
		for _, q := range t.Quantities {
			own[q.ID] = true
			if incident := incidentOf[t.Event.ID]; incident != "" && measured[q.What] && t.Event.Modality != stemma.Background {
				known[thing(t.Document, q)] = append(known[thing(t.Document, q)], coded{t, q, incident})
			}
		}
	}
	out := map[string][]stemma.Telling{}
	propositions = adopted(inText(propositions, func(p stemma.Proposition) bool { return len(p.Counts) == 0 }))
	for i := range propositions {
		p := &propositions[i]
		for _, q := range p.Counts {
			if own[q.ID] || !counted(q) {
				continue
			}
			if c, ok := owner(known[thing(p.Document, q)]); ok && alikeInSize(c.count, q) {
				out[c.incident] = append(out[c.incident], alone(p, q, c.telling))
			}
		}
	}
	return out
}

// A coded figure is one that belongs to an event.
type coded struct {
	telling  *stemma.Telling
	count    stemma.Count
	incident string
}

// thing is what a figure of a page counts.
func thing(document string, q stemma.Count) string { return document + " " + q.What }

// alikeInSize: a toll of the same attack, not that of the whole war.
func alikeInSize(a, b stemma.Count) bool {
	return spanned(a) == spanned(b) && ofSize(a, b)
}

// ofSize reports whether two figures are of one order of size: neither more than five times the other.
func ofSize(a, b stemma.Count) bool {
	low, high := min(a.Low, b.Low), max(a.Low, b.Low)
	return low > 0 && high <= times*low
}

// owner is the coded figure that the others of its page are held to belong to:
// none if several incidents have one.
func owner(all []coded) (coded, bool) {
	for _, c := range all {
		if c.incident != all[0].incident {
			return coded{}, false
		}
	}
	if len(all) == 0 {
		return coded{}, false
	}
	return all[0], true
}

// alone is a figure as a telling of nothing but itself.
func alone(p *stemma.Proposition, q stemma.Count, page *stemma.Telling) stemma.Telling {
	out := stemma.Telling{
		Document: p.Document, Outlet: page.Outlet, Agency: page.Agency, Published: page.Published, Words: p.Text,
		Quantities: []stemma.Count{q}, Event: stemma.Event{Trigger: q.Span, Clause: p.Quote.Span, Modality: stemma.Asserted},
	}
	if p.Claim != "" {
		out.Claim = &stemma.Claim{ID: p.Claim, Source: stemma.Source{Name: p.Speaker.Name, Actor: p.Speaker.Actor, Kind: p.Kind}}
		out.Speakers = []stemma.Party{p.Speaker}
	}
	return out
}

// strays are the fates that an incident's pages count of those whom it befell, where
// none of their tellings of it has such a count, as tellings of nothing but themselves.
//
//	both pages tell of the raid; "52 people were treated for wounds", the one; "the raid left 17 wounded", the other → both of the raid
func strays(incident stemma.Incident, tellings []stemma.Telling, pages account.Pages) []stemma.Telling {
	if len(incident.Documents) < 2 {
		return nil
	}
	known, first := map[string]bool{}, map[string]*stemma.Telling{}
	for i := range tellings {
		first[tellings[i].Document] = &tellings[i]
		for _, q := range tellings[i].Quantities {
			known[thing(tellings[i].Document, q)] = true
		}
	}
	for i := range pages.Tellings {
		if t := &pages.Tellings[i]; elsewhen(t, incident) {
			for _, q := range t.Quantities {
				known[q.ID] = true
			}
		}
	}
	about := mainly(incident, pages.Tellings)
	var out []stemma.Telling
	propositions := adopted(inText(pages.Propositions, func(p stemma.Proposition) bool { return !about[p.Document] || len(p.Counts) == 0 }))
	for i := range propositions {
		p := &propositions[i]
		for _, q := range p.Counts {
			if first[p.Document] != nil && fates[q.What] && !known[q.ID] && !known[thing(p.Document, q)] && counted(q) {
				out = append(out, alone(p, q, first[p.Document]))
			}
		}
	}
	return out
}

// fates are the figures of those whom a happening befell.
var fates = lists.Set("fates")

// elsewhen reports whether a telling is of another time than an incident.
func elsewhen(t *stemma.Telling, incident stemma.Incident) bool {
	when, whole := t.Event.When, incident.When
	return t.Event.Modality == stemma.Background || when.Closed() && whole.Closed() && (when.Latest < whole.Earliest || when.Earliest > whole.Latest)
}
