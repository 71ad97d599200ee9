package chronicle

import (
	"slices"

	"stemma"
)

// Near is how many sentences on a report still tells of the same place and hour.
const Near = 1

// SameScene is how many sentences on a report that tells of several days is still at
// the day that it named.
const SameScene = 4

// giver is the event whose day another goes on with: the nearest before it that
// shares a party and stands close by, or whose dead are only counted; where the page
// tells of one day only, any of the same type. A headline looks ahead. What is told of
// another town has a day of its own, and history lends only to what stands beside it.
//
//	"Shells hit the ward on Tuesday. … “We found nine bodies.” … On Monday six were shot." → found on the Tuesday
func giver(r *stemma.Reading, e *stemma.Event, givers []stemma.Event) *stemma.Event {
	near, days := lastScene(r, e, givers)
	switch {
	case near == nil, moved(r, near, e), astray(r, near, e):
		return nil
	case days > 1 && !titled(r, e) && !beside(r, near, e) && !stays(r, near, e):
		return nil
	}
	return near
}

// lastScene is the event of an event's type that is told last before it, one with a party
// in common rather than another, nil if there is none; and of how many recent days the
// page tells such.
func lastScene(r *stemma.Reading, e *stemma.Event, givers []stemma.Event) (near *stemma.Event, days int) {
	title, newest := titled(r, e), latest(givers)
	recent := map[stemma.Day]bool{}
	for i := range givers {
		g := &givers[i]
		old := g.When.Earliest < newest-Recent
		switch {
		case g.Type != e.Type, !title && Elsewhere(r, g, e):
			continue
		case !title && old && !beside(r, g, e):
			if g.Trigger.Start < e.Trigger.Start && r.RegionAt(g.Trigger.Start) == r.RegionAt(e.Trigger.Start) {
				near = nil // a paragraph of history goes on as one
			}
			continue
		case !old:
			recent[g.When.Earliest] = true
		}
		if title && near == nil || !title && g.Trigger.Start < e.Trigger.Start && !closer(near, g, e) {
			near = g
		}
	}
	return near, len(recent)
}

// closer reports whether an event told before another is the nearer to a third all the same:
// it alone has a party in common with it.
func closer(near, g, e *stemma.Event) bool {
	return near != nil && shares(*near, *e) && !shares(*g, *e)
}

func titled(r *stemma.Reading, e *stemma.Event) bool {
	return r.RegionAt(e.Trigger.Start).Kind == stemma.RegionTitle
}

// stays reports whether an event told a few sentences on is of the same scene: a party goes
// on, or the dead are only counted.
func stays(r *stemma.Reading, near, e *stemma.Event) bool {
	return (shares(*near, *e) || e.Rule == BareToll) && SentencesOn(r, near, e) <= SameScene
}

// astray reports whether an event of other parties is told so that it may be of any day:
// inside a denial, as what something is, or by a witness long after.
func astray(r *stemma.Reading, near, e *stemma.Event) bool {
	c := newChronicle(r, e.Trigger)
	return !shares(*near, *e) && (c.denied(e) || c.explains() || c.spoken() && SentencesOn(r, near, e) > SameScene)
}

// moved reports whether the report has gone on to another town between two events, the
// second of which names none.
//
//	"Gunmen shot six in Dorvat on Monday. Rebels raided Ostrel. Two were killed." → killed on no day told
func moved(r *stemma.Reading, from, e *stemma.Event) bool {
	return namedAt(r, e) == nil && slices.ContainsFunc(r.Events, func(between stemma.Event) bool {
		return between.Trigger.Start > from.Trigger.End && between.Trigger.End < e.Trigger.Start && physical[between.Type] && told(between) && between.When.Latest >= from.When.Earliest && Elsewhere(r, from, &between)
	})
}

// denied reports whether an event stands in what somebody denies without being that: what
// only others say may have a day of its own.
//
//	"The coastguard denied any part in it." → on the day of the deed
//	"It denied that a boat had been sunk before." → on no day told
func (c *chronicle) denied(e *stemma.Event) bool {
	return e.Modality != stemma.Denied && slices.ContainsFunc(c.above, func(i int) bool { return i != c.trigger && c.oneOf(Denying, i) })
}

// explains reports whether the trigger is what a clause says that something is: "My guess
// is that this is the rotation that was announced" tells of no day.
func (c *chronicle) explains() bool {
	return c.trigger >= 0 && c.s.Tokens[c.trigger].Tag == "NOUN" && slices.ContainsFunc(c.s.Children(c.trigger), func(k int) bool { return c.s.Tokens[k].Relation == "cop" })
}

// spoken reports whether the trigger stands between quotation marks: who saw it tells of it
// in an order of his own.
//
//	"“I saw the marks, and then a sergeant took the camera,” he said." → on no day told long before
func (c *chronicle) spoken() bool {
	return c.trigger >= 0 && slices.ContainsFunc(c.r.Syntax.Quotations, func(q stemma.Quotation) bool { return q.Contains(c.s.Tokens[c.trigger].Span) })
}

// latest is the last day that givers give.
func latest(givers []stemma.Event) stemma.Day {
	newest := stemma.Day(0)
	for i := range givers {
		newest = max(newest, givers[i].When.Earliest)
	}
	return newest
}
