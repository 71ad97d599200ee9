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
	if y, end := l.year(l.skip(at+1, "of")); y != 0 {
		return season{code: w.Value, year: y}, end
	}
	if l.after(i, "in", "into", "over", "during", "through", "throughout", "since", "by", "until", "early", "late", "mid", "-") && (w.Needs == "" || at > i) {
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

// A decade is ten years, by its first three figures: "the 1990s" is 199.
type decade int

func (l line) decade(i int) (meaning, int) {
	at := l.skip(l.skip(l.skip(i, "the"), "'"), "’")
	w := l.text(at)
	if d, ok := tens[w]; ok && l.text(i) == "the" {
		return d, at + 1
	}
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
	return finding{kind: "DATE", value: strconv.Itoa(int(d)), interval: i}
}

// tens are decades of the last century by their names.
var tens = map[string]decade{"twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197, "eighties": 198, "nineties": 199}

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
