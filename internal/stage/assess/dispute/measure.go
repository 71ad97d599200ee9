package dispute

import (
	"cmp"
	"maps"
	"slices"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// People of one story are at one of these stations: they are held, or have come back.
const (
	held = iota + 1
	back
)

// heldBy and backFrom are the figures of people at each of the two.
var (
	heldBy   = lists.Set("held")
	backFrom = lists.Set("back")
)

// station is where in the story the people of a figure are: by the figure's own
// kind, else by the act that it belongs to.
//
//	"nine soldiers whom the Front took captive" → held
func station(q *stemma.Count, t *stemma.Telling) int {
	switch mode := t.Event.Mode; {
	case heldBy[q.What]:
		return held
	case backFrom[q.What]:
		return back
	case mode == "abduct":
		return held
	case mode == "release":
		return back
	}
	return 0
}

// measures are figures of one body's people taken and returned, of which one is
// of this incident and the other of its pages, that are not the same number.
//
//	"nine soldiers were taken" (2014) / "the bodies of eight soldiers came home" (2017) → M
func measures(tellings, pages []stemma.Telling) []stemma.Disagreement {
	own := map[string]bool{}
	for _, t := range tellings {
		own[t.Event.ID] = true
	}
	taken, returned := map[string][]account.Saying{}, map[string][]account.Saying{}
	for i := range pages {
		for _, s := range stationed(&pages[i]) {
			if station(s.Count, s.Telling) == held {
				taken[s.Of] = append(taken[s.Of], s)
			} else {
				returned[s.Of] = append(returned[s.Of], s)
			}
		}
	}
	var out []stemma.Disagreement
	for _, whose := range slices.Sorted(maps.Keys(taken)) {
		if d, ok := measure(whose, taken[whose], returned[whose], own); ok {
			out = append(out, d)
		}
	}
	return out
}

// stationed are the figures of a telling that are of known people at a known
// station; of says whose they are.
func stationed(t *stemma.Telling) []account.Saying {
	var out []account.Saying
	for k := range t.Quantities {
		q := &t.Quantities[k]
		if q.Whose.Body == "" || q.Of.Class == "" || q.Open || q.Negative || station(q, t) == 0 {
			continue
		}
		s := account.SayingOf(q, t)
		s.Telling, s.Of = t, account.Joined(cmp.Or(q.Whose.Country, q.Whose.Body), q.Of.Class)
		out = append(out, s)
	}
	return out
}

// measure is the difference between those taken and those returned of one body, of whom an
// incident of its own tells that they were taken; ok is false if they are as many.
func measure(key string, taken, returned []account.Saying, own map[string]bool) (stemma.Disagreement, bool) {
	for _, a := range taken {
		for _, b := range returned {
			if a.Count.Low == b.Count.Low || !own[a.Telling.Event.ID] {
				continue
			}
			return stemma.Disagreement{
				ID: stemma.NewID("x", "", string(stemma.OtherMeasure), key), Type: stemma.OtherMeasure, Explained: true,
				Field: a.Field, Reason: a.Field + " and " + b.Field + " are not comparable; the difference is not accounted for in what was read",
				Sides: sides(append(slices.Clone(taken), returned...), func(s account.Saying) string { return account.Joined(figure(*s.Count), s.Field) }),
			}, true
		}
	}
	return stemma.Disagreement{}, false
}
