package group

import (
	"strings"
	"unicode"

	"stemma"
)

// parted reports whether one of two tellings of a report is set apart from the other,
// which was told before it: by words that stand before its act, who did it and to whom.
//
//	"A bomb hit the road. The army later shelled the same road." → two acts
//	"A bomb hit the road. Nine guards later died." → one: the dead are of the bomb
func parted(a, b *stemma.Telling) bool {
	if a.Document != b.Document || a.Event.ID == b.Event.ID {
		return false
	}
	if a.Event.Trigger.Start > b.Event.Trigger.Start {
		a, b = b, a
	}
	return a.Event.Trigger.Start < b.Event.Clause.Start && !a.Title && further(b)
}

// further reports whether a telling is of an act of its own: it has words before it that
// set it apart, and where these are of time, a doer and whom or what it befell.
//
//	"In a separate incident, a guard was shot" → yes
func further(t *stemma.Telling) bool {
	whole := len(t.Actors) > 0 && len(t.Recipients) > 0
	if denies(t) || background(t) {
		return false
	}
	lead := strings.FieldsFunc(strings.ToLower(beforeTrigger(t)), func(c rune) bool { return !unicode.IsLetter(c) })
	for size := 1; size <= 4; size++ {
		for i := 0; i+size <= len(lead); i++ {
			words := strings.Join(lead[i:i+size], " ")
			if elsewhere[words] || whole && again[words] && !(i > 0 && soon[lead[i-1]]) {
				return true
			}
		}
	}
	return false
}

// soon are the measures of time within which an attack goes on: "minutes later".
var soon = lists.Set("soon")

// beforeTrigger is what a clause has before its act.
func beforeTrigger(t *stemma.Telling) string {
	at := t.Event.Trigger.Start - t.Event.Clause.Start
	return t.Words[:max(0, min(at, len(t.Words)))]
}
