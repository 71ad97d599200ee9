package dispute

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// Page are the disagreements that join no incident, of a page and its copies: a
// clock that stands against the content, accusations, denials and figures that
// answer each other. What copies repeat is told once; told are the disagreements
// of the incidents of these pages, which are not told again.
func Page(tellings []stemma.Telling, propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	tellings = inOrder(tellings)
	out := append(clocks(tellings), Oppose(propositions, tellings, told).Disagreements(learned())...)
	out = gathered(slices.DeleteFunc(out, func(d stemma.Disagreement) bool { return askedBefore(d, told) }))
	slices.SortFunc(out, byID)
	return slices.CompactFunc(out, func(a, b stemma.Disagreement) bool { return a.ID == b.ID })
}

// between are disagreements of the pages of one incident with each other: what
// cannot both hold, and other measures of one matter. Those told within the
// incident are not told again.
func between(incident stemma.Incident, tellings []stemma.Telling, pages account.Pages, families account.Families, told []stemma.Disagreement) []stemma.Disagreement {
	out := measures(tellings, inOrder(pages.Tellings))
	out = append(out, across(incident, tellings, pages, families, told).Disagreements(learned())...)
	for i := range out {
		out[i].Incident = incident.ID
		out[i].ID = stemma.NewID("x", incident.ID, out[i].ID)
	}
	return out
}

// inOrder are tellings in the order of their ids.
func inOrder(tellings []stemma.Telling) []stemma.Telling {
	return slices.SortedFunc(slices.Values(tellings), func(a, b stemma.Telling) int { return cmp.Compare(a.Event.ID, b.Event.ID) })
}

// speaksOf reports whether a proposition tells of one of the events.
func speaksOf(p *stemma.Proposition, tellings []stemma.Telling) bool {
	return slices.ContainsFunc(tellings, func(t stemma.Telling) bool {
		return t.Document == p.Document && p.Quote.Span.Contains(t.Event.Trigger)
	})
}
