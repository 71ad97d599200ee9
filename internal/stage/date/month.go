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
//	"Shells fell on 17 December. On the 18th …", published in February → 18 December
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
	if on := d.after(n.before); d.latest && on != 0 && (n.latest == 0 || on <= n.latest) {
		return onDay(on, stemma.BasisPrevious)
	}
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

// after is the first such day from the time on that was named before, which must be of a
// month at most; 0 if there is none.
func (d dayOf) after(before stemma.Interval) stemma.Day {
	const month = 31
	if !before.Closed() || before.Latest-before.Earliest > month {
		return 0
	}
	for on := before.Earliest; on <= before.Earliest+month; on++ {
		if on.Time().Day() == d.day {
			return on
		}
	}
	return 0
}
