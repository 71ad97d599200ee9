package group

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"

	"stemma"
)

// clues are what a telling can be found by, as numbers: those that it shows, and
// those that it looks for in others.
type clues struct{ shown, sought []uint64 }

// Clues are what the tellings of a document show, sorted and distinct: by them a
// case finds the documents that may tell of the same, however many it holds.
func Clues(tellings []stemma.Telling) []uint64 {
	var out []uint64
	for i := range tellings {
		if Happened(tellings[i]) {
			out = append(out, cluesOf(&tellings[i]).shown...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// brief is how many days a telling may span that counts as dated.
const brief = 3

// cluesOf: a dated telling is found by its day with a place, a party or a thing; one
// without a day waits under its month, with a place or both parties, for dated
// ones and for its like; so does one that has only its page's day. Dated ones of a
// month do not look for each other. What
// nothing dates looks for those of any month, and for its like by the words that say what
// its page is about.
func cluesOf(t *stemma.Telling) clues {
	var c clues
	where, who, both := places(t), slices.Concat(bodies(t), hit(t)), pairs(t)
	w := t.Event.When
	if w.Closed() && w.Latest-w.Earliest <= brief {
		for day := w.Earliest; day <= w.Latest; day++ {
			c.shown = append(c.shown, hashes(t, "day "+day.String(), where, who)...)
		}
		c.sought = slices.Clone(c.shown)
		for _, month := range append(months(w), months(stemma.Interval{})...) { // of this month, or of none
			c.shown = append(c.shown, hashes(t, "dated in "+month, where, both)...)
			c.sought = append(c.sought, hashes(t, "some day in "+month, where, both)...)
		}
		if !paged(w) {
			return c
		}
	}
	for _, month := range months(span(t)) {
		c.shown = append(c.shown, hashes(t, "some day in "+month, where, both)...)
		c.sought = append(c.sought, hashes(t, "dated in "+month, where, both)...)
	}
	if t.Timeless() {
		c.shown = append(c.shown, hashes(t, "no day", about(t.Gist))...)
	}
	c.sought = append(c.sought, c.shown...)
	return c
}

// span is when an undated telling can have been, as far as it is worth looking:
// about a month before what bounds it.
func span(t *stemma.Telling) stemma.Interval {
	const back = 31
	w := reach(t)
	if w.Latest == 0 {
		w.Latest = max(t.Published.Latest, w.Earliest)
	}
	w.Earliest = max(w.Earliest, w.Latest-3*back)
	if t.Event.When.Earliest == 0 {
		w.Earliest = w.Latest - back
	}
	return w
}

// months are the months of an interval, or one word for no time at all.
func months(w stemma.Interval) []string {
	if w.Latest <= 0 || w.Earliest <= 0 {
		return []string{"no month"}
	}
	var out []string
	for day := w.Earliest; day <= w.Latest; day++ {
		if month := day.String()[:7]; len(out) == 0 || out[len(out)-1] != month {
			out = append(out, month)
		}
	}
	return out
}

// places are the places that pin a telling down, and the squares of half a
// degree in which they lie.
func places(t *stemma.Telling) []string {
	var out []string
	for _, s := range t.Scenes {
		out = append(out, "place "+s.Place.ID)
		if settled[s.Place.Precision] {
			out = append(out, "named "+ownName(s.Place.Name))
		}
		if !wide(s.Place) {
			out = append(out, fmt.Sprintf("square %d %d", int(s.Place.Lat*2), int(s.Place.Lon*2)))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(nameless(t))) {
		out = append(out, "named "+name)
	}
	return out
}

func bodies(t *stemma.Telling) []string {
	var out []string
	for _, p := range slices.Concat(t.Actors, t.Recipients) {
		if p.Body != "" {
			out = append(out, "party "+p.Body)
		}
		if p.Kind == stemma.KindStateForce {
			out = append(out, "forces of a state")
		}
	}
	return out
}

// pairs are those who did it with those to whom, whichever way round.
func pairs(t *stemma.Telling) []string {
	var out []string
	for _, a := range t.Actors {
		for _, b := range t.Recipients {
			if a.Body != "" && b.Body != "" {
				out = append(out, "parties "+min(a.Body, b.Body)+" / "+max(a.Body, b.Body))
			}
		}
	}
	return out
}

func hashes(t *stemma.Telling, when string, lists ...[]string) []uint64 {
	var out []uint64
	for _, what := range slices.Concat(lists...) {
		h := fnv.New64a()
		fmt.Fprintf(h, "%s\n%s\n%s", deed(t), when, what)
		out = append(out, h.Sum64())
	}
	return out
}
