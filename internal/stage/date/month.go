package date

import "stemma"

// A dayOf is a day of a month that is told by a turn: of this one, of the last.
//
//	"the sixth of this month", published 16 May → 6 May
//	"the 30th of last month", published 16 May → 30 April
type dayOf struct {
	day, by int
}

// ofMonth reads one.
func (l line) ofMonth(i int) (meaning, int) {
	day, at := l.dayNumber(l.skip(i, "the"))
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

func (d dayOf) settle(n now) finding {
	if n.day == 0 {
		return finding{kind: "DATE", value: "XXXX-XX-XX", interval: n.bound(this)}
	}
	t := n.day.Time()
	month := t.AddDate(0, d.by, 1-t.Day())
	if d.day > daysIn(month.Year(), int(month.Month())) {
		return finding{kind: "DATE", value: "XXXX-XX-XX", interval: n.bound(this)}
	}
	return onDay(stemma.NewDay(month.Year(), month.Month(), d.day), stemma.BasisPublication)
}
