// Package group joins events that are tellings of one incident, within a
// document and across documents, and keeps the reasons. What the accounts of an
// incident come to is left to others. In: the tellings of all readings, copies
// and decisions, in any order; out: incidents in parts, the same for the same
// set.
//
//	"Shells hit Oruna on Monday" / "the shelling of Oruna on 3 June" → one incident
//	two bombings of one town a week apart → two
package group

import (
	"cmp"
	"slices"

	"stemma"
)

// Version changes with the rules of this room.
const Version = "group/19"

// Incidents are the components of the pair test of this package, merged in the
// order of their evidence; a merge that would put tellings together that cannot be
// one is not made, unless many more of them speak for it. People's merges and splits always hold.
func Incidents(tellings []stemma.Telling, copies []stemma.Copy, decisions []stemma.Decision) []stemma.Incident {
	tellings = told(tellings)
	links := candidates(tellings, passages(copies))
	forest := newForest(tellings, links, rulings(decisions))
	for _, l := range links {
		forest.merge(l)
	}
	var out []stemma.Incident
	for _, members := range forest.groups() {
		out = append(out, incident(members, forest.reasons(members), decisions))
	}
	slices.SortFunc(out, func(a, b stemma.Incident) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// told leaves out what is only planned or supposed: it has not happened. The
// rest is put in the order of ids, whatever the order it came in.
func told(tellings []stemma.Telling) []stemma.Telling {
	var out []stemma.Telling
	for _, t := range tellings {
		if Happened(t) {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b stemma.Telling) int { return cmp.Compare(a.Event.ID, b.Event.ID) })
	return slices.CompactFunc(out, func(a, b stemma.Telling) bool { return a.Event.ID == b.Event.ID })
}

// Happened reports whether a telling says that something was done, and not only
// that it is planned or supposed.
func Happened(t stemma.Telling) bool {
	return t.Event.Modality != stemma.Planned && t.Event.Modality != stemma.Hypothetical
}

// A ruling is a pair of events that a person has put together or kept apart.
type ruling struct {
	a, b string
	same bool
}

func rulings(decisions []stemma.Decision) []ruling {
	var out []ruling
	for _, d := range decisions {
		if d.Kind == stemma.DecideMerge || d.Kind == stemma.DecideSplit {
			out = append(out, ruling{d.Target, d.Value, d.Kind == stemma.DecideMerge})
		}
	}
	return out
}
