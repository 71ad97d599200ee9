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
	known, own := codedIn(tellings, incidentOf)
	out := map[string][]stemma.Telling{}
	for f := range countedIn(withFigures(propositions)) {
		c, ok := owner(known[thing(f.says.Document, f.Count)])
		if ok && !own[f.ID] && alikeInSize(c.count, f.Count) {
			out[c.incident] = append(out[c.incident], alone(f, c.telling))
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

// codedIn are the figures of incidents that some tellings give, by what they count; own
// are the ids of all figures of the tellings.
func codedIn(tellings []stemma.Telling, incidentOf map[string]string) (known map[string][]coded, own map[string]bool) {
	known, own = map[string][]coded{}, map[string]bool{}
	for i := range tellings {
		t := &tellings[i]
		incident := incidentOf[t.Event.ID]
		for _, q := range t.Quantities {
			own[q.ID] = true
			if incident != "" && measured[q.What] && t.Event.Modality != stemma.Background {
				known[thing(t.Document, q)] = append(known[thing(t.Document, q)], coded{t, q, incident})
			}
		}
	}
	return known, own
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

// alone is a figure as a telling of nothing but itself, on the page of another telling.
func alone(f figureSaid, page *stemma.Telling) stemma.Telling {
	out := stemma.Telling{
		Document: f.says.Document, Outlet: page.Outlet, Agency: page.Agency, Published: page.Published, Words: f.says.Text,
		Quantities: []stemma.Count{f.Count}, Event: stemma.Event{Trigger: f.Span, Clause: f.says.Quote.Span, Modality: stemma.Asserted},
	}
	if by := f.says.Speaker; f.says.Claim != "" {
		out.Claim = &stemma.Claim{ID: f.says.Claim, Source: stemma.Source{Name: by.Name, Actor: by.Actor, Kind: f.says.Kind}}
		out.Speakers = []stemma.Party{by}
	}
	return out
}

// strays are the fates that an incident's pages count of those whom it befell, and how many
// came or what was fired where it is an attack, where none of their tellings of it has such a
// count, as tellings of nothing but themselves.
//
//	"About 30 attackers arrived on motorcycles" / "over 100 bandits stormed the school" → both of the raid
//	both pages tell of the raid; "52 people were treated for wounds", the one; "the raid left 17 wounded", the other → both of the raid
func strays(incident stemma.Incident, tellings []stemma.Telling, pages account.Pages) []stemma.Telling {
	if len(incident.Documents) < 2 {
		return nil
	}
	pageOf := map[string]*stemma.Telling{}
	for i := range tellings {
		pageOf[tellings[i].Document] = &tellings[i]
	}
	known, about := toldOf(incident, tellings, pages.Tellings), mainly(incident, pages.Tellings)
	var out []stemma.Telling
	for f := range countedIn(withFigures(pages.Propositions)) {
		page := pageOf[f.says.Document]
		if page != nil && about[page.Document] && (fates[f.What] || incident.Type == "ASSAULT" && force[f.What]) && !known[f.ID] && !known[thing(page.Document, f.Count)] {
			out = append(out, alone(f, page))
		}
	}
	return out
}

// toldOf are the things that the tellings of an incident count, and the ids of the figures
// that its pages tell of another time.
func toldOf(incident stemma.Incident, tellings, around []stemma.Telling) map[string]bool {
	out := map[string]bool{}
	for i := range tellings {
		for _, q := range tellings[i].Quantities {
			out[thing(tellings[i].Document, q)] = true
		}
	}
	for i := range around {
		if elsewhen(&around[i], incident) {
			for _, q := range around[i].Quantities {
				out[q.ID] = true
			}
		}
	}
	return out
}

// fates are the figures of those whom a happening befell, force those of who or what an
// attack was made with.
var fates, force = lists.Set("fates"), lists.Set("force")

// elsewhen reports whether a telling is of another time than an incident.
func elsewhen(t *stemma.Telling, incident stemma.Incident) bool {
	when, whole := t.Event.When, incident.When
	return t.Event.Modality == stemma.Background || when.Closed() && whole.Closed() && (when.Latest < whole.Earliest || when.Earliest > whole.Latest)
}
