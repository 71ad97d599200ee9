package dispute

import (
	"maps"
	"slices"

	"stemma"
)

// stale is how many days a page clock may run ahead of the newest day that the
// page tells of before it is flagged.
const stale = 30

// clocks are pages whose own clock is far from what they tell of: an old report
// under a new page date.
func clocks(tellings []stemma.Telling) []stemma.Disagreement {
	newest := map[string]*stemma.Telling{}
	for i := range tellings {
		t := &tellings[i]
		if t.Published.Basis != stemma.BasisPageClock || t.Event.When.Latest == 0 || t.Event.When.Basis == stemma.BasisPageClock {
			continue
		}
		if known := newest[t.Document]; known == nil || known.Event.When.Latest < t.Event.When.Latest {
			newest[t.Document] = t
		}
	}
	var out []stemma.Disagreement
	for _, document := range slices.Sorted(maps.Keys(newest)) {
		if t := newest[document]; t.Published.Latest-t.Event.When.Latest > stale {
			out = append(out, clock(t))
		}
	}
	return out
}

// clock is the disagreement of a page's clock with what it tells of.
func clock(t *stemma.Telling) stemma.Disagreement {
	return stemma.Disagreement{
		ID: stemma.NewID("x", t.Document, string(stemma.PageDate)), Type: stemma.PageDate, Explained: true, Field: "published",
		Reason: "the page's clock is that of a visit, not of the report",
		Sides: []stemma.Side{
			{Value: t.Published.Latest.String(), Documents: []string{t.Document}, Words: stemma.Quote{Document: t.Document, Span: t.Published.Words}},
			{Value: t.Event.When.Latest.String(), Documents: []string{t.Document}, Events: []string{t.Event.ID}, Words: stemma.Quote{Document: t.Document, Span: t.Event.Trigger}},
		},
	}
}
