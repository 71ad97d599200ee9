package date

import (
	"strconv"
	"time"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A quarter is a quarter of a year, and of which; n is 0 where the words name
// none: the quarter that is being told of.
//
//	"the third quarter" → the last third quarter that has begun
//	"the 2016 third quarter", "last year's third quarter", "the year-ago quarter"
type quarter struct {
	n, year int
	by      int // years from the one that it would be
	turned  bool
}

// quarter reads one with the year before or after it.
func (l line) quarter(i int) (meaning, int) {
	q, at := l.quarterYear(l.skip(i, "the", "a", "its"))
	told := q.year != 0 || q.turned || q.by != 0
	at = l.skip(at, "fiscal")
	if n := lexicon.Ordinal(l.text(at)); n >= 1 && n <= 4 && l.text(l.skip(at+1, "-")) == "quarter" {
		q.n = n
		return l.quarterOf(q, l.skip(at+1, "-")+1)
	}
	if told && (l.text(at) == "quarter" || l.text(at) == "period") {
		return q, at + 1
	}
	if q.by != 0 && !q.turned {
		return away{length{n: 1, unit: "Y", known: true}, last}, at
	}
	return nil, i
}

// quarterYear reads the year that stands before a quarter.
func (l line) quarterYear(i int) (quarter, int) {
	if y := year(l.text(i)); y != 0 {
		return quarter{year: y}, i + 1
	}
	if l.text(i) == "year" && l.text(i+1) == "-" && (l.text(i+2) == "ago" || l.text(i+2) == "earlier") {
		return quarter{by: -1}, i + 3
	}
	t, at := l.turn(i)
	if t != plain && l.text(at) == "year" && l.text(at+1) == "'" && l.text(at+2) == "s" {
		return quarter{by: int(t) - int(this), turned: true}, at + 3
	}
	return quarter{}, i
}

// quarterOf reads the year that stands after a quarter: "of 2016", "of last year".
func (l line) quarterOf(q quarter, at int) (meaning, int) {
	if q.year != 0 || q.by != 0 {
		return q, at
	}
	of := l.skip(l.skip(at, "of", "in"), "fiscal")
	if y, end := l.year(of); y != 0 {
		q.year = y
		return q, end
	}
	if t, end := l.turn(of); of > at && (t == last || t == this || t == next) && l.text(end) == "year" {
		q.by, q.turned = int(t)-int(this), true
		return q, end + 1
	}
	return q, at
}

// quarterNow reads "the quarter", which is that being told of or else the last
// that is over, and "the weekend", which is over too unless something is to be
// done by it.
func (l line) quarterNow(i int) (meaning, int) {
	if l.text(i) != "the" {
		return nil, i
	}
	switch l.text(i + 1) {
	case "latest":
		if l.text(i+2) == "period" {
			return latest{}, i + 3
		}
	case "quarter":
		if l.inTown(i) {
			return nil, i
		}
		return l.quarterTo(quarter{}, i+2), i + 2
	case "weekend":
		if l.after(i, "by", "until", "before") || l.after(i-1, "ahead") { // still to come
			return period{unit: "WE", by: 1}, i + 2
		}
		return period{unit: "WE"}, i + 2
	}
	return nil, i
}

// quarterTo is a quarter, or that in which its last day lies, if the words behind it
// say which: "the quarter ended Sept. 30".
func (l line) quarterTo(q quarter, at int) meaning {
	if end := l.skip(at, "ended", "ending", "to", "through"); end > at {
		if last, after := l.date(end); after > end {
			return quarterTo{q, last}
		}
	}
	return q
}

// A quarterTo is the quarter that ends on a day.
type quarterTo struct {
	quarter quarter
	last    meaning
}

func (q quarterTo) settle(n now) finding {
	last := q.last.settle(n).interval
	if last.Precision != stemma.PrecisionDay {
		return q.quarter.settle(n)
	}
	f := quarterAt(quarterOn(last.Latest))
	f.interval.Basis = last.Basis
	return f
}

// inTown reports whether a quarter is one of a town and not of a year: one that is called
// by name, or on which something falls.
//
//	"Smoke hung over the quarter." "Police searched the quarter of Old Mill."
func (l line) inTown(i int) bool {
	return l.text(i+2) == "of" && i+3 < len(l) && l[i+3].capital || l.after(i, "over", "across", "around", "through", "into", "near", "inside", "outside") ||
		l.text(i+2) == "where"
}

// A latest is "the latest period": the quarter that is being told of, or no more
// than the present.
type latest struct{}

func (latest) settle(n now) finding {
	if n.quarter == 0 {
		return reference{"PRESENT_REF"}.settle(n)
	}
	return quarter{}.settle(n)
}

func (q quarter) settle(n now) finding {
	if q.n == 0 && n.quarter == 0 && !q.turned {
		switch {
		case q.year != 0:
			return date{year: q.year}.settle(n)
		case q.by != 0:
			return period{unit: "Y", by: q.by}.settle(n)
		}
	}
	at, basis := q.at(n)
	if at == 0 {
		return finding{kind: "DATE", value: "XXXX-Q" + strconv.Itoa(max(1, q.n))}
	}
	f := quarterAt(at)
	f.interval.Basis = basis
	return f
}

// at counts the quarter from the year 0; it is 0 where nobody gave a day to
// count from.
func (q quarter) at(n now) (int, stemma.Basis) {
	here := 0
	if n.day != 0 {
		here = quarterOn(n.day)
	}
	told, basis := n.quarter, stemma.BasisPrevious
	if told == 0 && here != 0 {
		told, basis = here-1, stemma.BasisPublication
	}
	switch {
	case q.year != 0 && q.n != 0:
		return 4*q.year + q.n - 1, stemma.BasisWords
	case q.year != 0 && told != 0:
		return 4*q.year + told%4, basis
	case told == 0:
		return 0, ""
	case q.n == 0 && q.turned && here != 0:
		return 4*(here/4+q.by) + told%4, basis
	case q.n == 0:
		return told + 4*q.by, basis
	case here == 0:
		return 0, ""
	}
	at := here/4*4 + q.n - 1
	if at > here && !n.coming && !q.turned {
		at -= 4
	}
	return at + 4*q.by, stemma.BasisPublication
}

// quarterOn is the quarter of a day, counted from the year 0.
func quarterOn(day stemma.Day) int {
	t := day.Time()
	return 4*t.Year() + (int(t.Month())-1)/3
}

// quarter reports whether the finding is a quarter: those begin in other months
// than the seasons do.
func (f finding) quarter() bool {
	return f.interval.Precision == stemma.PrecisionSeason && f.interval.Earliest.Time().Month()%3 == 1
}

// quarterAt is the quarter that is the n-th since the year 0.
func quarterAt(n int) finding {
	y, first := n/4, time.Month(n%4*3+1)
	return finding{kind: "DATE", value: strconv.Itoa(y) + "-Q" + strconv.Itoa(n%4+1),
		interval: between(stemma.NewDay(y, first, 1), stemma.NewDay(y, first+3, 0), stemma.PrecisionSeason)}
}
