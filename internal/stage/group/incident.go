package group

import (
	"cmp"
	"slices"

	"stemma"
)

// incident is what a group of tellings comes to before it is assessed.
func incident(group []stemma.Telling, reasons []string, decisions []stemma.Decision) stemma.Incident {
	first := leading(group)
	out := stemma.Incident{
		ID: incidentID(group[0].Event.ID), Type: first.Event.Type, Mode: mode(group), ACLED: acled(group),
		Status: stemma.Proposed, When: when(group), Places: scenes(group), Parts: parts(group), Reasons: reasons,
	}
	for _, t := range group {
		out.Events = append(out.Events, t.Event.ID)
		out.Documents = append(out.Documents, t.Document)
	}
	slices.Sort(out.Documents)
	out.Documents = slices.Compact(out.Documents)
	out.BackgroundOf = mentions(group, out.Documents)
	out.Title = title(group, out)
	out.Status = status(out, decisions)
	return out
}

// incidentID is the id of the incident whose smallest event has this id.
func incidentID(event string) string { return stemma.NewID("i", "", event) }

// leading is the telling that says most: it gives the incident its name.
func leading(group []stemma.Telling) stemma.Telling {
	return slices.MaxFunc(group, func(a, b stemma.Telling) int {
		return cmp.Or(cmp.Compare(weightOf(a), weightOf(b)), cmp.Compare(b.Event.ID, a.Event.ID))
	})
}

func weightOf(t stemma.Telling) int {
	n := 2*min(len(doers(t)), 1) + min(len(t.Recipients), 1) + min(len(t.Scenes), 1) + min(len(t.Quantities), 1)
	if t.Event.Mode != "" {
		n++
	}
	return n
}

// mode is the mode that most tellings give; of several the first by name. What was
// destroyed is a manner only where no other is told.
//
//	"a drone hit the market", "… and destroyed ten shops" → drone
func mode(group []stemma.Telling) string {
	manner := most(group, func(t stemma.Telling) string {
		if t.Event.Mode == "destroy" {
			return ""
		}
		return t.Event.Mode
	})
	return cmp.Or(manner, most(group, func(t stemma.Telling) string { return t.Event.Mode }))
}

// acled is the sub-event type that most tellings have.
func acled(group []stemma.Telling) string {
	return most(group, func(t stemma.Telling) string { return t.Event.ACLED })
}

func most(group []stemma.Telling, word func(stemma.Telling) string) string {
	count := map[string]int{}
	for _, t := range group {
		if w := word(t); w != "" {
			count[w]++
		}
	}
	best := ""
	for m, n := range count {
		if best == "" || n > count[best] || n == count[best] && m < best {
			best = m
		}
	}
	return best
}

// when is the closest time that the tellings have in common; the ends of one
// with the better precision win, of a day in its own words before one that another
// sentence names. When somebody died of it later is not when it was.
func when(group []stemma.Telling) stemma.Interval {
	dated := slices.DeleteFunc(slices.Clone(group), func(t stemma.Telling) bool { return aftermath(&t) })
	if len(dated) == 0 {
		dated = group
	}
	best := dated[0].Event.When
	for _, t := range dated[1:] {
		if finer(t.Event.When, best) {
			best = t.Event.When
		}
	}
	best.Words = stemma.Span{} // they belong to one document
	return best
}

func finer(a, b stemma.Interval) bool {
	switch {
	case a.Closed() != b.Closed():
		return a.Closed()
	case a.Closed():
		wider := b.Latest - b.Earliest - (a.Latest - a.Earliest)
		return wider > 0 || wider == 0 && a.Basis != stemma.BasisPrevious && b.Basis == stemma.BasisPrevious
	}
	return a.Known() && !b.Known()
}

// mentions are the documents that tell of it as history only, unless all do.
func mentions(group []stemma.Telling, documents []string) []string {
	var out []string
	for _, d := range documents {
		if !slices.ContainsFunc(group, func(t stemma.Telling) bool { return t.Document == d && !background(&t) }) {
			out = append(out, d)
		}
	}
	if len(out) == len(documents) {
		return nil
	}
	return out
}

// status is what the last decision on the incident says, if its target is one of
// the incident's events or its id.
func status(i stemma.Incident, decisions []stemma.Decision) stemma.Status {
	out := stemma.Proposed
	for _, d := range decisions {
		if d.Target != i.ID && !slices.Contains(i.Events, d.Target) {
			continue
		}
		switch d.Kind {
		case stemma.DecideAccept:
			out = stemma.Accepted
		case stemma.DecideReject:
			out = stemma.Rejected
		}
	}
	return out
}
