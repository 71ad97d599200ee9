package group

import (
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
	best := 0.0
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
