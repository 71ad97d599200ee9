package assess

import (
	"slices"

	"stemma"
)

// between are disagreements of the pages of one incident with each other: a
// denial on one page of what another says, and other measures of one matter.
// One side at least speaks of the incident.
func between(incident stemma.Incident, tellings []stemma.Telling, pages Pages, families Families) []stemma.Disagreement {
	out := measures(tellings, inOrder(pages.Tellings))
	out = append(out, denials(pages.Propositions, func(no, yes *stemma.Proposition) bool {
		return no.Document != yes.Document && !families.Twins(no.Document, yes.Document) && (speaksOf(no, tellings) || speaksOf(yes, tellings))
	})...)
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
