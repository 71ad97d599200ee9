package chronicle

import "stemma"

// freshness is how many days of news a report holds: what it tells as having
// happened, with no word of when, is of its day or of the three before.
const freshness = 3

// news bounds what a report tells as its news and gives no time for: it was not
// before the last few days. What had been, what is to come, what only says which
// thing is meant, and a report that tells mostly of old times, stay open. The
// bounds are reckoned from the telling, so the precision stays unknown. What somebody
// told in those days was his news then.
//
//	"Rebels seized Dorvat.", published 15 March → 12 to 15 March, publication
//	"The army said on 14 March that rebels had seized Dorvat." → 11 to 14 March
//	"… the truce that was signed" → until 15 March
//	"Protests over the siege of Dorvat" → the siege until 15 March
//	"The war has killed tens of thousands." → until 15 March
func news(r *stemma.Reading) {
	day := today(r)
	if !day.Closed() || remembers(r, day.Latest) {
		return
	}
	dated := givers(r)
	for i := range r.Events {
		e := &r.Events[i]
		told := e.When.Latest == day.Latest && e.When.Words.Empty() || e.When.Latest >= day.Latest-freshness && toldThen(r, e)
		if e.When.Earliest != 0 || !told || !goesOn(r, e) || lasts(r, e) || OfWar(r, e) || older(dated, e) {
			continue
		}
		e.When.Earliest, e.When.Precision = e.When.Latest-freshness, stemma.PrecisionUnknown
	}
}

// older reports whether a report puts all acts of an event's type, where it names their
// day, before its last few days: it comes late to its story.
//
//	"On the sixth they raided Dorvat. … They were shot.", published on the 16th → not since the 13th
func older(dated []stemma.Event, e *stemma.Event) bool {
	some := false
	for i := range dated {
		if g := &dated[i]; g.Type == e.Type {
			if g.When.Latest >= e.When.Latest-freshness {
				return false
			}
			some = some || g.When.Latest >= e.When.Latest-Recent // what is older yet is history
		}
	}
	return some
}

// toldThen reports whether the time of an event is no more than the day on which
// somebody told of it.
func toldThen(r *stemma.Reading, e *stemma.Event) bool {
	if e.When.Words.Empty() || e.When.Precision != stemma.PrecisionUnknown {
		return false
	}
	_, told := newChronicle(r, e.Trigger).said()
	return told != nil && told.Span == e.When.Words
}

// lasts reports whether an event is told by a noun for what goes on for long.
func lasts(r *stemma.Reading, e *stemma.Event) bool {
	return long[TriggerLemma(r, e)]
}

var long = lists.Set("long")

// remembers reports whether most times that a report names are long before it; one
// alone says nothing.
func remembers(r *stemma.Reading, day stemma.Day) bool {
	old, fresh := 0, 0
	counted := map[stemma.Span]bool{} // a time that several events are told with is one
	for _, e := range r.Events {
		again := counted[e.When.Words]
		counted[e.When.Words] = true
		switch {
		case e.When.Words.Empty() || e.When.Latest == 0 || again:
		case e.When.Latest < day-Recent:
			old++
		default:
			fresh++
		}
	}
	return old > fresh+1
}
