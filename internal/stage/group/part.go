package group

import (
	"cmp"
	"slices"

	"stemma"
)

// parts cuts an incident into rows as ACLED and UCDP code it: one for each day,
// place and pair of parties that a telling gives. A span of days is one part
// and is not multiplied: that takes a person's decision.
func parts(group []stemma.Telling) []stemma.Part {
	var out []stemma.Part
	for _, t := range group {
		p := part(t)
		i := slices.IndexFunc(out, func(o stemma.Part) bool {
			return o.Day == p.Day && o.Place == p.Place && o.Actor == p.Actor && o.Recipient == p.Recipient
		})
		if i < 0 {
			out = append(out, p)
			continue
		}
		out[i].Events = append(out[i].Events, p.Events...)
	}
	slices.SortStableFunc(out, func(a, b stemma.Part) int {
		return cmp.Or(cmp.Compare(a.Day.Earliest, b.Day.Earliest), cmp.Compare(a.Place, b.Place),
			cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Recipient, b.Recipient))
	})
	return out
}

func part(t stemma.Telling) stemma.Part {
	when := t.Event.When
	when.Words, when.Basis, when.Anchor = stemma.Span{}, "", ""
	out := stemma.Part{Day: when, Events: []string{t.Event.ID}}
	if places := finest(t.Scenes); len(places) > 0 {
		out.Place = places[0].Place.Name
	}
	if names := naming(t.Actors); len(names) > 0 {
		out.Actor = names[0]
	}
	if names := naming(t.Recipients); len(names) > 0 {
		out.Recipient = names[0]
	}
	return out
}
