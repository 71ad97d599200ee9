package code

import "stemma"

// freshness is how many days of news a report holds: what it tells as having
// happened, with no word of when, is of its day or of the three before.
const freshness = 3

// news bounds what a report tells as its news and gives no time for: it was not
// before the last few days. What had been, what is to come, what only says which
// thing is meant, and a report that tells mostly of old times, stay open. The
// bounds are reckoned from the telling, so the precision stays unknown.
//
//	"Rebels seized Dorvat.", published 15 March → 12 to 15 March, publication
//	"… the truce that was signed" → until 15 March
//	"Protests over the siege of Dorvat" → the siege until 15 March
func news(r *stemma.Reading) {
	day := today(r)
	if !day.Closed() || remembers(r, day.Latest) {
		return
	}
	for i := range r.Events {
		e := &r.Events[i]
		if e.When.Earliest != 0 || e.When.Latest != day.Latest || !e.When.Words.Empty() || !goesOn(r, e) || lasts(r, e) {
			continue
		}
		e.When.Earliest, e.When.Precision = day.Latest-freshness, stemma.PrecisionUnknown
	}
}

// lasts reports whether an event is told by a noun for what goes on for long.
func lasts(r *stemma.Reading, e *stemma.Event) bool {
	switch triggerLemma(r, e) {
	case "siege", "blockade", "occupation", "encirclement", "embargo":
		return true
	}
	return false
}

// remembers reports whether most times that a report names are long before it; one
// alone says nothing.
func remembers(r *stemma.Reading, day stemma.Day) bool {
	old, fresh := 0, 0
	for _, e := range r.Events {
		switch {
		case e.When.Words.Empty() || e.When.Latest == 0:
		case e.When.Latest < day-recent:
			old++
		default:
			fresh++
		}
	}
	return old > fresh+1
}
