package date

import (
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A turn says which of several is meant.
type turn int

const (
	plain     turn = iota
	last           // "last week", counted from the report
	this           // "this week"
	next           // "next week"
	previous       // "the previous week", counted from the day named before
	following      // "the following week", "the next day"
)

var turnNames = map[string]turn{"-1": last, "0": this, "1": next, "-2": previous, "2": following}

// turn reads "last", "this", "the next".
func (l line) turn(i int) (turn, int) {
	at := l.skip(i, "the")
	w, ok := l.is(lexicon.TimeTurn, at)
	if !ok {
		return plain, i
	}
	t := turnNames[w.Value]
	if t == next && at > i && l.text(at) == "next" {
		t = following
	}
	if t == this && l.text(at+1) == "past" {
		at++
	}
	return t, at + 1
}

// A weekday is a day of the week, and which.
//
//	"on Thursday" → the last one on or before the report; in a sentence of what is to come, the next
type weekday struct {
	day  int // 0 is Sunday
	turn turn
}

func (l line) weekday(i int) (meaning, int) {
	t, at := l.turn(i)
	w, ok := l.is(lexicon.TimeWeekday, at)
	if !ok || !l[at].capital || w.Needs != "" {
		return nil, i
	}
	return weekday{atoi(w.Value), t}, at + 1
}

func (w weekday) settle(n now) finding {
	f := finding{kind: "DATE", value: "XXXX-WXX-" + strconv.Itoa((w.day+6)%7+1)}
	if n.day == 0 {
		f.interval = n.bound(w.turn)
		return f
	}
	back := (int(n.day.Weekday()) - w.day + 7) % 7
	on := n.day - stemma.Day(back)
	switch {
	case w.turn == next || w.turn == plain && n.coming && back > 0:
		on += 7
	case w.turn == last && back == 0, w.turn == previous:
		on -= 7
	}
	return onDay(on, stemma.BasisPublication)
}

// onDay is the finding of one day.
func onDay(on stemma.Day, basis stemma.Basis) finding {
	i := between(on, on, stemma.PrecisionDay)
	i.Basis = basis
	return finding{kind: "DATE", value: on.String(), interval: i}
}

// A period is a unit of the calendar counted from the report or from the day
// named before: "last month", "the following week", "today", "two weeks ago".
type period struct {
	unit string // D, W, M, Y, Q, E, C, WE
	by   int    // how many units from that in which the report lies
	from turn   // previous or following: from the day named before
}

// dayWord reads "today", "yesterday", "the day before yesterday".
func (l line) dayWord(i int) (meaning, int) {
	at, more := i, 0
	if start := l.skip(i, "the"); l.text(start) == "day" {
		switch w := l.text(start + 1); {
		case w == "before" && l.text(start+2) == "yesterday":
			at, more = start+2, -1
		case w == "after" && l.text(start+2) == "tomorrow":
			at, more = start+2, 1
		}
	}
	w, ok := l.is(lexicon.TimeDay, at)
	if !ok {
		return nil, i
	}
	d := period{unit: "D", by: atoi(w.Value) + more}
	switch l.text(at) {
	case "tonight":
		return parted{d, "NI"}, at + 1
	case "overnight":
		return night{parted{d, "NI"}}, at + 1
	}
	return d, at + 1
}

// turned reads "last week", "this November", "next summer", "last night".
func (l line) turned(i int) (meaning, int) {
	t, at := l.turn(i)
	if at == i {
		return nil, i
	}
	if w, ok := l.is(lexicon.TimeUnit, at); ok && w.Needs == "" {
		if l[at].capital && strings.Contains("\"“'`", l.text(i-1)) && i > 0 { // a programme: "This Week"
			return nil, i
		}
		return l.turnedUnit(i, at, t, w.Value), at + 1
	}
	if d, end := l.monthDay(at); end > at && d.year == 0 {
		return turnedDate{d, t}, end
	}
	if month, end := l.month(at); month != 0 && l[at].capital {
		return turnedDate{date{month: month}, t}, end
	}
	if w, ok := l.is(lexicon.TimeSeason, at); ok {
		return season{w.Value, 0, t}, at + 1
	}
	if w, ok := l.is(lexicon.TimePart, at); ok {
		return parted{period{unit: "D", by: map[turn]int{last: -1, next: 1, following: 1, previous: -1}[t], from: t}, w.Value}, at + 1
	}
	return nil, i
}

// turnedUnit tells "last year", the calendar's, from "the past year", the twelve
// months to the report.
func (l line) turnedUnit(from, at int, t turn, unit string) meaning {
	by := map[turn]int{last: -1, next: 1, previous: -1, following: 1}[t]
	if l.text(at-1) == "past" || t == last && l.text(from) == "the" {
		return length{n: 1, unit: unit, turn: last, known: true}
	}
	if l.text(at) == "night" {
		return parted{period{"D", by, t}, "NI"}
	}
	if unit == "Q" && l.text(at-1) == "latest" {
		by = -1 // the last that is over
	}
	return period{unit, by, t}
}

// sameDay reads "that day", "the same week".
func (l line) sameDay(i int) (meaning, int) {
	at := i
	if l.text(i) == "the" && l.text(i+1) == "same" {
		at = i + 2
	} else if l.text(i) == "that" {
		at = l.skip(i+1, "same")
	}
	w, ok := l.is(lexicon.TimeUnit, at)
	if at == i || !ok || w.Needs != "" || len(w.Value) > 1 || w.Value == "H" || w.Value == "S" {
		return nil, i
	}
	if l.text(at) == "night" {
		return parted{period{unit: "D", from: previous}, "NI"}, at + 1
	}
	return period{unit: w.Value, from: previous}, at + 1
}

func (p period) settle(n now) finding {
	from, basis := n.day, stemma.BasisPublication
	if p.from == previous || p.from == following {
		from, basis = n.from(p.unit), stemma.BasisPrevious
	}
	if from == 0 && p.unit == "D" && p.by == 0 && p.from == previous {
		from = n.told // "later that day"
	}
	if from == 0 && p.unit == "Y" {
		from, basis = n.day, stemma.BasisPublication // told of no other year, the story is of this one
	}
	if from == 0 {
		return finding{kind: "DATE", value: unknownUnit(p.unit), interval: n.bound(turnOf(p.by))}
	}
	f := unitAround(from, p.unit, p.by)
	f.interval.Basis = basis
	return f
}

// from is the day that a unit is counted from in what was told before: days and
// weeks from a day only, longer ones from any time.
func (n now) from(unit string) stemma.Day {
	switch unit {
	case "M", "Q", "Y", "E", "C":
		return n.before.Earliest
	}
	return n.scene
}

// turnOf is the turn that a number of units makes: back, here or on.
func turnOf(by int) turn {
	switch {
	case by < 0:
		return last
	case by > 0:
		return next
	}
	return this
}

func unknownUnit(unit string) string {
	switch unit {
	case "D":
		return "XXXX-XX-XX"
	case "W", "F":
		return "XXXX-WXX"
	case "WE":
		return "XXXX-WXX-WE"
	case "M":
		return "XXXX-XX"
	case "Q":
		return "XXXX-QX"
	}
	return "XXXX"
}

// unitAround is the calendar's unit that lies some units from that of a day.
func unitAround(from stemma.Day, unit string, by int) finding {
	t := from.Time()
	switch unit {
	case "D":
		return onDay(from+stemma.Day(by), "")
	case "F":
		return week(from + stemma.Day(14*by))
	case "W":
		return week(from + stemma.Day(7*by))
	case "WE":
		return weekend(from, by)
	case "M":
		first := t.AddDate(0, 0, 1-t.Day()).AddDate(0, by, 0)
		return date{year: first.Year(), month: int(first.Month())}.settle(now{})
	case "Q":
		return quarterAt(4*t.Year() + (int(t.Month())-1)/3 + by)
	case "E":
		return decade(t.Year()/10 + by).settle(now{})
	case "C":
		return century((t.Year()+99)/100 + by).settle(now{})
	}
	return date{year: t.Year() + by}.settle(now{})
}

// week is the week of a day, Monday to Sunday, as ISO 8601 numbers it.
func week(d stemma.Day) finding {
	monday := d - stemma.Day((int(d.Weekday())+6)%7)
	y, w := d.Time().ISOWeek()
	return finding{kind: "DATE", value: strconv.Itoa(y) + "-W" + two(w), interval: between(monday, monday+6, stemma.PrecisionWeek)}
}

// weekend counts from the one that a day lies in or that was over last: on a
// Monday "last weekend" is that which ended the day before, on a Saturday the one
// of the week before.
func weekend(from stemma.Day, by int) finding {
	if day := from.Weekday(); by < 0 && day != time.Saturday && day != time.Sunday {
		by++
	}
	f := week(from - 5 + stemma.Day(7*by))
	f.value += "-WE"
	f.interval.Earliest += 5
	f.interval.Precision = stemma.PrecisionDays
	return f
}

// A turnedDate is a day or month of which it is said which: "last November",
// "last Oct. 23", "in June last year".
type turnedDate struct {
	date date
	turn turn
}

// ofYear reads "June last year", "February this year".
func (l line) ofYear(i int) (meaning, int) {
	d, at := l.monthDay(i)
	if at == i {
		d.month, at = l.month(i)
	}
	t, end := l.turn(l.skip(at, "of"))
	if d.month == 0 || d.year != 0 || l.text(end) != "year" || t > next || t == plain {
		return nil, i
	}
	return dateOfYear{d, int(t) - int(this)}, end + 1
}

// A dateOfYear is a day or month of a year counted from that of the report.
type dateOfYear struct {
	date date
	by   int
}

func (d dateOfYear) settle(n now) finding {
	if n.day == 0 {
		return d.date.settle(n)
	}
	known := d.date
	known.year = n.day.Time().Year() + d.by
	f := known.settle(now{})
	f.interval.Basis = stemma.BasisPublication
	return f
}

func (d turnedDate) settle(n now) finding {
	if n.day == 0 {
		return d.date.settle(n)
	}
	on := n.day.Time()
	known := d.date
	known.year = on.Year()
	switch here := int(on.Month()); {
	case d.turn == last && known.month >= here:
		known.year--
	case d.turn == next && known.month <= here:
		known.year++
	}
	f := known.settle(now{})
	f.interval.Basis = stemma.BasisPublication
	return f
}
