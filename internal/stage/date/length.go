package date

import (
	"math"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A length is a length of time, and of which it is said whether it is the last
// or the next.
//
//	"for three hours" → PT3H;  "the six-year war" → P6Y;  "years" → PXY
//	"in the last two days" → P2D, and the two days to the report
type length struct {
	n     float64
	unit  string
	turn  turn
	known bool // how many is said
}

// length reads a number or an article and a unit, with the words before that
// say how exact it is: "more than two weeks", "six-year", "the next few days".
func (l line) length(i int) (meaning, int) {
	t, at := l.turn(i)
	at = l.skip(at, "first", "final")
	_, taken := lexicon.ApproximatorAt(l.texts(at))
	at += taken
	n, end := l.howMany(at)
	if end == at {
		return nil, i
	}
	w, ok := l.is(lexicon.TimeUnit, end)
	if !ok || w.Value == "WE" || l.rank(end) || w.Value == "Q" && (l.text(end-1) == "-" || l.text(end+1) == "of") {
		return nil, i
	}
	end++
	if l.age(end) {
		return nil, i
	}
	if l.text(end) == "-" && l.text(end+1) == "long" {
		end += 2
	}
	return length{n: n, unit: w.Value, turn: t, known: true}, end
}

// howMany reads the number of a length with what may stand before its unit: "two",
// "six-", "a", "10 more", "two to three" (which counts as three).
func (l line) howMany(i int) (float64, int) {
	n := lexicon.Cardinal(l.texts(i))
	at := i + n.Words
	if n.Words == 0 {
		if w := l.text(i); w != "a" && w != "an" && w != "one" {
			return 0, i
		}
		n.Value, at = 1, i+1
	}
	if upper := lexicon.Cardinal(l.texts(l.skip(at, "to", "or", "-"))); upper.Words > 0 && l.skip(at, "to", "or", "-") > at {
		n.Value, at = upper.Value, at+1+upper.Words
	}
	if l.text(at) == "1" && l.text(at+1) == "/" && l.text(at+2) == "2" {
		n.Value, at = n.Value+0.5, at+3
	}
	at = l.skip(l.skip(at, "-"), "more", "full", "straight", "consecutive", "additional", "other", "of")
	if n.Open {
		return math.Inf(1), at
	}
	return n.Value, at
}

// age reports whether a length goes on as somebody's age, which is no time: "a
// six-year-old boy", "52 years old".
func (l line) age(i int) bool {
	return l.text(l.skip(i, "-")) == "old" || l.text(l.skip(i, "-")) == "olds"
}

// rank reports whether "second" is a rank and not a length: "a second day".
func (l line) rank(i int) bool {
	return l.text(i) == "second" && l.text(i-1) != "-" && atoi(l.text(i-1)) == 0
}

// unnumbered reads plural units that are themselves the length: "for years", "in
// recent days", "the coming weeks".
func (l line) unnumbered(i int) (meaning, int) {
	t, at := l.turn(i)
	if at == i && (l.text(i) == "recent" || l.text(i) == "the" && l.text(i+1) == "recent") {
		t, at = last, l.skip(i, "the")+1
	}
	w, ok := l.is(lexicon.TimeUnit, at)
	if !ok || w.Needs != "plural" {
		return nil, i
	}
	if at == i && !l.after(i, "for", "over", "within", "in", "after", "many") && !(l.after(i, "the") && l.aside(at+1)) {
		return nil, i
	}
	return length{unit: w.Value, turn: t}, at + 1
}

// aside reports whether the unit is placed beside an event: "in the days before
// the attack".
func (l line) aside(i int) bool {
	return l.skip(i, "before", "after", "since", "following", "leading", "ahead", "preceding") > i
}

func (l line) after(i int, words ...string) bool {
	return l.skip(i-1, words...) == i
}

func (d length) settle(n now) finding {
	f := finding{kind: "DURATION", value: d.value()}
	days := d.days()
	switch {
	case n.day == 0 || days == 0:
		return f
	case d.turn == last:
		f.interval = between(n.day-stemma.Day(days), n.day, precisionOf(d.unit))
	case d.turn == next || d.turn == following:
		f.interval = between(n.day, n.day+stemma.Day(days), precisionOf(d.unit))
	default:
		return f
	}
	f.interval.Basis = stemma.BasisPublication
	return f
}

// value is the TIMEX3 value: P2D, PT3H, PXY.
func (d length) value() string {
	n := "X"
	if d.known && !math.IsInf(d.n, 1) {
		n = strconv.FormatFloat(d.n, 'f', -1, 64)
	}
	switch d.unit {
	case "H", "S":
		return "PT" + n + d.unit
	case "MIN":
		return "PT" + n + "M"
	case "E":
		return "P" + n + "DE"
	case "C":
		return "P" + n + "CE"
	case "F":
		return length{n: 2 * d.n, unit: "W", known: d.known}.value()
	}
	return "P" + n + d.unit
}

var unitDays = map[string]float64{"H": 0.05, "MIN": 0.001, "S": 0.001, "D": 1, "W": 7, "F": 14, "M": 31, "Q": 92, "Y": 366, "E": 3653, "C": 36525}

// days is how far the length reaches at most; "recent days" are a week, "recent
// weeks" two months, and so with the other units, one of the next larger at the
// least. It is 0 where that cannot be said.
func (d length) days() int {
	n := d.n
	if !d.known || math.IsInf(n, 1) {
		n = map[string]float64{"D": 7, "W": 8, "M": 12}[d.unit]
	}
	days := math.Ceil(n * unitDays[d.unit])
	const tooLong = 400 * 366
	if days > tooLong {
		return 0
	}
	return int(days)
}

func precisionOf(unit string) stemma.TimePrecision {
	switch unit {
	case "D", "H", "MIN", "S":
		return stemma.PrecisionDays
	case "W", "F":
		return stemma.PrecisionWeek
	case "M":
		return stemma.PrecisionMonth
	case "Q":
		return stemma.PrecisionSeason
	}
	return stemma.PrecisionYear
}

// counted reads a length and the word that says from where: "two weeks ago", "a
// day earlier", "just days ago", "four years later".
func (l line) counted(i int) (meaning, int) {
	_, taken := lexicon.ApproximatorAt(l.texts(i))
	n, at := l.howMany(i + taken)
	w, ok := l.is(lexicon.TimeUnit, at)
	if !ok || at == i+taken && w.Needs != "plural" {
		return nil, i
	}
	c, ok := l.is(lexicon.TimeCount, at+1)
	if !ok || !l.ends(at+1) {
		return nil, i
	}
	d := length{n: n, unit: w.Value, known: at > i+taken}
	return away{d, turnNames[c.Value]}, at + 2
}

// ends reports whether "before" or "after" ends its phrase: "a day before." but
// not "a day before the attack".
func (l line) ends(i int) bool {
	switch l.text(i) {
	case "before", "after":
		return i+1 >= len(l) || strings.Contains(".,;:)-", l.text(i+1))
	case "earlier", "later":
		return l.text(i+1) != "than"
	}
	return true
}

// An away is a time some length from the report or from the day named before.
type away struct {
	length length
	turn   turn
}

func (a away) settle(n now) finding {
	by := int(a.length.n)
	whole := a.length.known && !math.IsInf(a.length.n, 0) && float64(by) == a.length.n && by < 1000
	back := a.turn == last || a.turn == previous
	if !whole {
		return a.loose(n, back)
	}
	if back {
		by = -by
	}
	if a.length.unit == "Y" && n.before.Closed() && (a.turn == previous || a.turn == following || isQuarter(n.before)) {
		return yearsFrom(n.before, by)
	}
	switch unit := a.length.unit; unit {
	case "H", "MIN", "S":
		return a.loose(n, back)
	case "E", "C":
		return period{"E", by * map[string]int{"E": 1, "C": 10}[unit], a.turn}.settle(n)
	default:
		return period{unit, by, a.turn}.settle(n)
	}
}

// yearsFrom is the time that lies some years from another, as closely as that one
// is known: "a year earlier" than June 2017 is June 2016.
func yearsFrom(from stemma.Interval, by int) finding {
	t := from.Earliest.Time()
	var f finding
	switch month := int(t.Month()); {
	case from.Precision == stemma.PrecisionMonth:
		f = date{year: t.Year() + by, month: month}.settle(now{})
	case isQuarter(from):
		f = quarterAt(4*(t.Year()+by) + month/3)
	default:
		f = date{year: t.Year() + by}.settle(now{})
	}
	f.interval.Basis = stemma.BasisPrevious
	return f
}

// isQuarter reports whether an interval is a quarter of a year: of a firm's third
// quarter, "a year ago" is the third quarter of the year before.
func isQuarter(i stemma.Interval) bool {
	return i.Precision == stemma.PrecisionSeason && i.Earliest != 0 && i.Earliest.Time().Month()%3 == 1
}

// loose is a time that the words leave open: "days ago" is the week before the
// report.
func (a away) loose(n now, back bool) finding {
	f := finding{kind: "DURATION", value: a.length.value()}
	from, basis := n.day, stemma.BasisPublication
	if a.turn == previous || a.turn == following {
		from, basis = n.from(a.length.unit), stemma.BasisPrevious
	}
	days := a.length.days()
	if from == 0 || days == 0 {
		return f
	}
	f.interval = between(from, from+stemma.Day(days), precisionOf(a.length.unit))
	if back {
		f.interval = between(from-stemma.Day(days), from, precisionOf(a.length.unit))
	}
	f.interval.Basis = basis
	return f
}
