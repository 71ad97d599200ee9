package date

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// A dayOf is a day of a month that is told by a turn: of this one, of the last.
//
//	"the sixth of this month", published 16 May → 6 May
//	"the 30th of last month", published 16 May → 30 April
//	"the night of the twelfth", published 16 May → 12 May; of the twentieth → 20 April
type dayOf struct {
	day, by int
	latest  bool // the last such day before the report
}

// ofMonth reads one.
func (l line) ofMonth(i int) (meaning, int) {
	day, at := l.dayNumber(l.skip(i, "the"))
	if l.bareDay(i, at) {
		return dayOf{day: day, latest: true}, at
	}
	if day == 0 || l.text(at) != "of" || l.text(at+2) != "month" {
		return nil, i
	}
	switch l.text(at + 1) {
	case "this", "the":
		return dayOf{day: day}, at + 3
	case "last":
		return dayOf{day: day, by: -1}, at + 3
	}
	return nil, i
}

// bareDay reports whether an ordinal behind "on", "the night of" and the like names a day:
// nothing follows of which it would be the number.
//
//	"on the night of the twelfth the brigade attacked" → a day; "on the third floor" → none
func (l line) bareDay(i, end int) bool {
	if l.text(i) != "the" || end != i+2 || lexicon.Ordinal(l.text(i+1)) == 0 || !dayBefore[l.text(i-1)] {
		return false
	}
	if of := l.text(i-1) == "of"; of != partOfDay[l.text(i-2)] || !of && lexicon.Ordinal(l.text(i+1)) < 4 {
		return false // "the first of them", "on the second, they wrote"
	}
	return end >= len(l) || dayBehind[l.text(end)]
}

var (
	dayBefore = lists.Set("before a day")
	dayBehind = lists.Set("behind a day")
	partOfDay = lists.Set("part of a day")
)

func (d dayOf) settle(n now) finding {
	if n.day == 0 {
		return finding{kind: "DATE", value: "XXXX-XX-XX", interval: n.bound(this)}
	}
	t := n.day.Time()
	if d.latest && d.day > t.Day() && !n.coming {
		d.by = -1
	}
	month := t.AddDate(0, d.by, 1-t.Day())
	if d.day > daysIn(month.Year(), int(month.Month())) {
		return finding{kind: "DATE", value: "XXXX-XX-XX", interval: n.bound(this)}
	}
	return onDay(stemma.NewDay(month.Year(), month.Month(), d.day), stemma.BasisPublication)
}
