package group

import (
	"slices"
	"strings"
	"unicode"

	"stemma"
)

// parties weighs two lists of parties by the best pair.
func parties(a, b []stemma.Party) float64 {
	best := 0.0
	for _, x := range a {
		for _, y := range b {
			best = max(best, alike(x, y))
		}
	}
	return best
}

// alike weighs two parties: the same actor, one body, or two words for people of
// one kind.
func alike(a, b stemma.Party) float64 {
	switch {
	case a.Key == "" || b.Key == "":
		return 0
	case a.Key == b.Key && a.Kind != stemma.KindUnnamedGroup && a.Kind != stemma.KindPeople:
		return worth("actor")
	case a.Body == b.Body && a.Body != "":
		return worth("body")
	case a.Key == b.Key, forces(a, b), forces(b, a):
		return worth("people")
	}
	return 0
}

// forces reports whether one party is forces of a state that its page does not say, and
// the other forces of a state.
//
//	"four soldiers", "the army" / "Orvane's army" → yes
func forces(unsaid, b stemma.Party) bool {
	return unsaid.Kind == stemma.KindStateForce && b.Kind == stemma.KindStateForce && !strings.HasPrefix(unsaid.Body, "state:") && strings.HasPrefix(b.Body, "state:")
}

// crossed is the weight of parties that two tellings have the other way round,
// as with clashes, which either side can be said to have begun.
func crossed(a, b *stemma.Telling) float64 {
	return min(parties(a.Actors, b.Recipients), parties(a.Recipients, b.Actors))
}

// numbers weighs figures that two tellings share; a large one is rarer.
func numbers(a, b []stemma.Count) float64 {
	best := 0.0
	for _, x := range a {
		for _, y := range b {
			if x.What != y.What || x.Low != y.Low || x.Open != y.Open || x.Negative || y.Negative {
				continue
			}
			if x.Low > 3 {
				best = max(best, worth("figure"))
			}
			best = max(best, worth("small figure"))
		}
	}
	return best
}

// larger is how many times the one figure of an event can be the other.
const larger = 100

// scopesClash: one counts the dead of a war or since a truce, the other those of
// an event; or the one so many times more that it can be nothing else.
//
//	"31 people were killed" / "the war has killed more than 280,000 people" → cannot be one
func scopesClash(a, b []stemma.Count) bool {
	if sums(a) != sums(b) {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			if x.What == y.What && max(x.Low, y.Low) > larger*max(1, min(x.Low, y.Low)) {
				return true
			}
		}
	}
	return false
}

// sums reports whether a figure of a telling spans more than an event or a day.
func sums(all []stemma.Count) bool {
	return slices.ContainsFunc(all, func(q stemma.Count) bool { return q.Scope == stemma.ScopeWar || q.Scope == stemma.ScopeOperation })
}

// wording weighs the words of the act and its mode.
func wording(a, b *stemma.Telling) float64 {
	weight := 0.0
	if sameMode(a, b) {
		weight += worth("mode")
	}
	if a.Trigger == b.Trigger {
		weight += worth("trigger")
	}
	return weight
}

func sameMode(a, b *stemma.Telling) bool {
	return a.Event.Mode != "" && a.Event.Mode == b.Event.Mode
}

// shared is the share of the longer words of the shorter clause, beside the act's
// own, that the other has too.
//
//	"did not attack the convoy" / "air strikes on the convoy" → 1, of convoy alone
func shared(a, b *stemma.Telling) float64 {
	here, there := longer(a), longer(b)
	n := 0
	for _, w := range here {
		if slices.Contains(there, w) {
			n++
		}
	}
	return float64(n) / float64(max(1, min(len(here), len(there))))
}

// longer are the distinct words of a clause of five letters or more, without its
// trigger.
func longer(t *stemma.Telling) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(t.Words), func(c rune) bool { return !unicode.IsLetter(c) && c != '-' }) {
		if len(w) > 4 && w != t.Trigger && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// denied weighs a denial against an assertion of the same act on the same party:
// "did not attack the convoy" is about "the strikes on the convoy" and about no
// strikes on a town.
func denied(a, b *stemma.Telling) float64 {
	switch {
	case denies(a) == denies(b):
		return 0
	case len(a.Recipients) > 0 && len(b.Recipients) > 0:
		if parties(a.Recipients, b.Recipients) < worth("people") {
			return 0
		}
	case parties(a.Actors, b.Actors) < worth("body"):
		return 0
	}
	return worth("denial")
}

func denies(t *stemma.Telling) bool { return t.Event.Modality == stemma.Denied }

// neighbours weighs two tellings of one report that nothing sets apart: a
// headline and its lead, "the attack" and the attack.
//
//	"Guard killed by mine in Oruna" over "A mine went off in Oruna" → one place and manner
func neighbours(a, b *stemma.Telling) float64 {
	switch {
	case long(a.Event.When) != long(b.Event.When):
		return 0
	case a.Title != b.Title && (shareParty(a, b) || nearest(a.Scenes, b.Scenes) >= worth("place") && sameMode(a, b)):
		return worth("headline")
	case shareParty(a, b):
		return worth("report")
	}
	return 0
}

// long reports whether a time is that of a campaign and of no single act.
//
//	"the air campaign since 2014" → yes; "struck on Monday", "struck" → no
func long(w stemma.Interval) bool {
	const month = 31
	return w.Closed() && w.Latest-w.Earliest > month
}

func shareParty(a, b *stemma.Telling) bool {
	return parties(a.Actors, b.Actors) >= worth("body") || parties(a.Recipients, b.Recipients) >= worth("body")
}
