package dispute

import (
	"slices"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// between are disagreements of the pages of one incident with each other: what
// cannot both hold, and other measures of one matter. Those told within the
// incident are not told again.
func between(incident stemma.Incident, tellings []stemma.Telling, pages account.Pages, families account.Families, told []stemma.Disagreement) []stemma.Disagreement {
	out := measures(tellings, inOrder(pages.Tellings))
	out = append(out, Across(incident, tellings, pages, families, told).Disagreements(learned())...)
	for i := range out {
		out[i].Incident = incident.ID
		out[i].ID = stemma.NewID("x", incident.ID, out[i].ID)
	}
	return out
}

// speaksOf reports whether a proposition tells of one of the events.
func speaksOf(p *stemma.Proposition, tellings []stemma.Telling) bool {
	return slices.ContainsFunc(tellings, func(t stemma.Telling) bool {
		return t.Document == p.Document && p.Quote.Span.Contains(t.Event.Trigger)
	})
}
