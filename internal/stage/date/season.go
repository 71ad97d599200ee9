package date

import (
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A season is a quarter of the year as people feel it: spring is March to May,
// winter runs from the December of its year to February.
//
//	"in the summer of 2014" → 2014-SU, 1 June to 31 August;  "last winter"
type season struct {
	code string
	year int
	turn turn
}

var seasonStarts = map[string]time.Month{"SP": time.March, "SU": time.June, "FA": time.September, "WI": time.December}

// season reads "the summer of 2014", "spring 2016"; one with "last" or "this" is
// read by turned.
func (l line) season(i int) (meaning, int) {
	at := l.skip(i, "the")
	w, ok := l.is(lexicon.TimeSeason, at)
	if !ok {
		return nil, i
	}
	if y := year(l.text(l.skip(at+1, "of"))); y != 0 {
		return season{code: w.Value, year: y}, l.skip(at+1, "of") + 1
	}
	if l.text(i-1) == "in" && w.Needs == "" || l.text(i-1) == "in" && at > i {
		return season{code: w.Value, turn: plain}, at + 1
	}
	return nil, i
}

func (s season) settle(n now) finding {
	y, basis := s.year, stemma.BasisWords
	if y == 0 && n.day != 0 {
		y, basis = s.yearFor(n), stemma.BasisPublication
	}
	if y == 0 {
		return finding{kind: "DATE", value: "XXXX-" + s.code}
	}
	first := seasonStarts[s.code]
	i := between(stemma.NewDay(y, first, 1), stemma.NewDay(y, first+3, 0), stemma.PrecisionSeason)
	i.Basis = basis
	return finding{kind: "DATE", value: strconv.Itoa(y) + "-" + s.code, interval: i}
}

// yearFor is the year of a season that is named without one: of "last" the last
// that is over, of "next" the next that has not begun, else the nearest begun.
func (s season) yearFor(n now) int {
	on := n.day.Time().Year()
	first := seasonStarts[s.code]
	begun := func(y int) bool { return stemma.NewDay(y, first, 1) <= n.day }
	over := func(y int) bool { return stemma.NewDay(y, first+3, 0) < n.day }
	switch {
	case s.turn == last && over(on):
		return on
	case s.turn == last && !over(on-1):
		return on - 2
	case s.turn == last:
		return on - 1
	case s.turn == this && !over(on-1):
		return on - 1
	case s.turn == next && begun(on), n.coming && over(on):
		return on + 1
	case s.turn == this || s.turn == next || n.coming || begun(on):
		return on
	}
	return on - 1
}

// A quarter is a quarter of a year: "the third quarter".
type quarter struct{ n, year int }

func (l line) quarter(i int) (meaning, int) {
	at := l.skip(i, "the")
	n := lexicon.Ordinal(l.text(at))
	at = l.skip(at+1, "-")
	if n < 1 || n > 4 || l.text(at) != "quarter" {
		return nil, i
	}
	if y := year(l.text(l.skip(at+1, "of"))); y != 0 {
		return quarter{n, y}, l.skip(at+1, "of") + 1
	}
	return quarter{n: n}, at + 1
}

// quarterNow reads "the quarter" and "the weekend", of which the report takes the
// last for known.
func (l line) quarterNow(i int) (meaning, int) {
	if l.text(i) != "the" {
		return nil, i
	}
	switch l.text(i + 1) {
	case "quarter":
		return period{unit: "Q", by: -1}, i + 2
	case "weekend":
		return period{unit: "WE", by: 0}, i + 2
	}
	return nil, i
}

func (q quarter) settle(n now) finding {
	if q.year != 0 {
		f := quarterAt(4*q.year + q.n - 1)
		f.interval.Basis = stemma.BasisWords
		return f
	}
	if n.day == 0 {
		return finding{kind: "DATE", value: "XXXX-Q" + strconv.Itoa(q.n)}
	}
	t := n.day.Time()
	here := 4*t.Year() + (int(t.Month())-1)/3
	at := 4*t.Year() + q.n - 1
	if at > here && !n.coming {
		at -= 4
	}
	f := quarterAt(at)
	f.interval.Basis = stemma.BasisPublication
	return f
}

// quarterAt is the quarter that is the n-th since the year 0.
func quarterAt(n int) finding {
	y, first := n/4, time.Month(n%4*3+1)
	return finding{kind: "DATE", value: strconv.Itoa(y) + "-Q" + strconv.Itoa(n%4+1),
		interval: between(stemma.NewDay(y, first, 1), stemma.NewDay(y, first+3, 0), stemma.PrecisionSeason)}
}

// A decade is ten years, by its first three figures: "the 1990s" is 199.
type decade int

func (l line) decade(i int) (meaning, int) {
	at := l.skip(l.skip(l.skip(i, "the"), "'"), "’")
	w := l.text(at)
	if !strings.HasSuffix(w, "0s") || len(w) != 5 && len(w) != 3 {
		return nil, i
	}
	n := atoi(strings.TrimSuffix(w, "s"))
	if len(w) == 3 && n >= 20 && (at > i || l.text(i-1) == "the") {
		n += 1900
	}
	if n < 1000 || n > 2990 {
		return nil, i
	}
	return decade(n / 10), at + 1
}

func (d decade) settle(now) finding {
	y := int(d) * 10
	i := between(stemma.NewDay(y, 1, 1), stemma.NewDay(y+9, 12, 31), stemma.PrecisionYear)
	i.Basis = stemma.BasisWords
	return finding{kind: "DATE", value: strconv.Itoa(int(d)) + "X", interval: i}
}

// A century is a hundred years, by its number: "the 20th century" is 20.
type century int

func (l line) century(i int) (meaning, int) {
	at := l.skip(i, "the")
	n := lexicon.Ordinal(l.text(at))
	if end := l.skip(at+1, "-"); n > 1 && n < 30 && l.text(end) == "century" {
		return century(n), end + 1
	}
	return nil, i
}

func (c century) settle(now) finding {
	y := (int(c)-1)*100 + 1
	i := between(stemma.NewDay(y, 1, 1), stemma.NewDay(y+99, 12, 31), stemma.PrecisionYear)
	i.Basis = stemma.BasisWords
	return finding{kind: "DATE", value: two(int(c) - 1), interval: i}
}
