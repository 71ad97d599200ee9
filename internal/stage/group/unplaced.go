package group

import (
	"slices"
	"strings"

	"stemma"
)

// unplaced weighs a name of a place that two tellings have and that no book has, for one
// of them at least: it is as rare as a town's. A name that only another sentence has
// counts for less.
//
//	"the village of Tolvik" / "residents of Tolvik", in no gazetteer → a place
func unplaced(a, b *stemma.Telling) float64 {
	here, there := nameless(a), nameless(b)
	best := max(booked(here, b), booked(there, a))
	for name, own := range here {
		theirs, ok := there[name]
		switch {
		case !ok:
		case own && theirs:
			return worth("place")
		default:
			best = worth("carried") * worth("place")
		}
	}
	return best
}

// booked weighs a name that no book has for the one telling, and of a village or town that
// a book has for the other, maybe that of another country.
//
//	"the hamlet of Pesca", in no gazetteer → Pesca as its own page has it
func booked(names map[string]bool, other *stemma.Telling) float64 {
	if slices.ContainsFunc(other.Scene(), func(s stemma.Scene) bool { return settled[s.Place.Precision] && names[ownName(s.Place.Name)] }) {
		return worth("carried") * worth("place")
	}
	return 0
}

// nameless are the names of the places of a telling that no book has, each with whether
// its own clause has it; of a place that its page alone puts on the map, the name too.
func nameless(t *stemma.Telling) map[string]bool {
	out := map[string]bool{}
	note := func(s stemma.Scene) {
		if name := ownName(s.Place.Name); name != "" {
			out[name] = out[name] || t.Event.Clause.Contains(s.Words.Span)
		}
	}
	for _, s := range t.Unplaced {
		note(s)
	}
	for _, s := range t.Scenes {
		if strings.HasPrefix(s.Place.ID, "told:") {
			note(s)
		}
	}
	return out
}

// ownName is what a name of a place has beside the word for its kind.
//
//	"village of Tolvik", "Tolvik village" → tolvik; "the Old Mill" → mill; "Rom" → "": too short to be rare
func ownName(name string) string { return stemma.Fold(strings.Join(properNames(name), " ")) }
