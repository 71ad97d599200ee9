package chronicle

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// onSite is the event whose day another is of because both name one place, where the
// report has things done at several and on one day at this; nil if there is none.
//
//	"Gunmen raided Dorvat on 6 May and Ostrel on 12 May. … The girls taken from Dorvat …" → 6 May
func onSite(r *stemma.Reading, e *stemma.Event, givers []stemma.Event) *stemma.Event {
	at := localOf(r, e)
	if at == "" || !physical[e.Type] {
		return nil
	}
	var here *stemma.Event
	elsewhere, newest := false, latest(givers)
	for i := range givers {
		g := &givers[i]
		switch place := localOf(r, g); {
		case g.When.Earliest < newest-Recent && (g.Trigger.Start > e.Trigger.Start || !beside(r, g, e)): // "In March last year they had held Dorvat, too."
		case g.Type != e.Type && e.Type != "RETREAT" || place == "":
		case place != at:
			elsewhere = elsewhere || here == nil || g.When.Earliest != here.When.Earliest
		case here != nil && here.When.Earliest != g.When.Earliest:
			return nil
		default:
			here = g
		}
	}
	if here == nil || !elsewhere {
		return nil
	}
	return here
}

// localOf is the one village, town or site that the words of an event name; "" if they
// name none or several.
func localOf(r *stemma.Reading, e *stemma.Event) string {
	out := ""
	for _, role := range e.Places {
		for _, t := range r.Places {
			if t.ID != role.Place || !t.Place.Precision.Local() || !e.Clause.Contains(t.Span) {
				continue
			}
			if out != "" && out != t.Place.ID {
				return ""
			}
			out = t.Place.ID
		}
	}
	return out
}

// Elsewhere reports whether the words of two events name two places, neither in the other.
// What no book has lies in no town, though it may lie in a province.
func Elsewhere(r *stemma.Reading, a, b *stemma.Event) bool {
	x, y := namedAt(r, a), namedAt(r, b)
	switch {
	case x == nil || y == nil:
		return false
	case x.Known() && y.Known():
		return x.Place.ID != y.Place.ID && !x.Place.Within(y.Place) && !y.Place.Within(x.Place)
	}
	return lexicon.Lower(r.Words(x.Span)) != lexicon.Lower(r.Words(y.Span)) && inhabited(r, x) && inhabited(r, y)
}

// inhabited reports whether a place is a village or a town, as far as is known: one that no
// book has may also be a house in the other.
func inhabited(r *stemma.Reading, t *stemma.Toponym) bool {
	if t.Known() {
		return t.Place.Precision == stemma.PrecisionTown || t.Place.Precision == stemma.PrecisionVillage
	}
	words := strings.Fields(lexicon.Lower(r.Words(t.Span)))
	return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool { return houses[word] })
}

// houses are words in the names of what stands in a town or by one.
var houses = lists.Set("houses")

// namedAt is the first place closer than a country that the words of an event name.
func namedAt(r *stemma.Reading, e *stemma.Event) *stemma.Toponym {
	for _, role := range e.Places {
		t := r.Place(role.Place)
		if t != nil && t.Place.Precision != stemma.PrecisionCountry && e.Clause.Contains(t.Span) {
			return t
		}
	}
	return nil
}
