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
	ahead bool // it stands after "in": "will leave in two weeks"
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
	if l.andHalf(end) {
		n, end = n+0.5, end+3
	}
	if l.rate(at) {
		return nil, i
	}
	told := length{n: n, unit: w.Value, turn: t, known: true, ahead: t == plain && l.after(i, "in")}
	if l.anyDay(i, end) {
		return someDay{told}, end
	}
	return told, end
}

// anyDay reports whether "one day" may be any, as neither what stands before it nor what
// stands behind it counts it: "will one day return", not "in one day", "one day later".
func (l line) anyDay(i, end int) bool {
	return end == i+2 && l.text(i) == "one" && l.text(i+1) == "day" && !l.after(i, "in", "for", "within", "than", "after", "only", "just", "until") &&
		l.skip(end, "later", "after", "before", "ago", "earlier", "of", "a", "and", "or") == end
}

// A someDay is "one day", which is to come where its sentence speaks of that.
//
//	"The bridge will one day be rebuilt." → FUTURE_REF;  "The strike lasted one day." → P1D
type someDay struct{ length length }

func (d someDay) settle(n now) finding {
	if n.coming {
		return finding{kind: "DATE", value: "FUTURE_REF"}
	}
	return d.length.settle(n)
}

// andHalf reports whether "and a half" follows.
func (l line) andHalf(i int) bool {
	return l.text(i) == "and" && l.text(i+1) == "a" && l.text(i+2) == "half"
}

// howMany reads the number of a length with what may stand before its unit: "two",
// "six-", "a", "half an", "10 more", "two to three" (which counts as three).
func (l line) howMany(i int) (float64, int) {
	if l.text(i) == "half" && l.skip(i+1, "a", "an") > i+1 {
		return 0.5, i + 2
	}
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
	if l.andHalf(at) {
		n.Value, at = n.Value+0.5, at+3
	}
	at = l.skip(l.skip(at, "-"), "more", "full", "straight", "consecutive", "additional", "other", "working", "business", "trading", "of")
	if n.Open {
		return math.Inf(1), at
	}
	return n.Value, at
}

// rate reports whether "a day" says how often or how much: "300 a day", "two
// flights a week", "$5 million a year"; that is no time.
func (l line) rate(i int) bool {
	if w := l.text(i); w != "a" && w != "an" || i == 0 {
		return false
	}
	number := func(i int) bool {
		w := l.text(i)
		return lexicon.Cardinal([]string{w}).Words > 0 || lexicon.Cardinal([]string{"one", w}).Words > 1 // "million"
	}
	many := strings.HasSuffix(l.text(i-1), "s") || l.text(i-1) == "people"
	return number(i-1) || i > 1 && many && number(i-2)
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
// recent days", "the coming weeks", "the first hours", "over the years".
func (l line) unnumbered(i int) (meaning, int) {
	t, at := l.turn(i)
	if at == i && (l.text(i) == "recent" || l.text(i) == "the" && l.text(i+1) == "recent") {
		t, at = last, l.skip(i, "the")+1
	}
	if end := l.part(i); at == i && end > i {
		t, at = plain, end
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

// part is the place of the unit of which a part or all is told: "the first hours of the
// war", "over the years", "in the years that followed", but not "the early hours of Monday".
func (l line) part(i int) int {
	if l.text(i) != "the" {
		return i
	}
	at := l.skip(i+1, "first", "early", "opening", "final")
	behind := l.text(at + 1)
	dated := behind == "of" && at+2 < len(l) && l[at+2].capital
	if at > i+1 && !dated || l.after(i, "over") && at == i+1 && behind != "of" || behind == "that" && l.text(at+2) == "followed" {
		return at
	}
	return i
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
	if d.ahead && n.coming && n.day != 0 {
		return away{length{n: d.n, unit: d.unit, known: d.known}, next}.settle(n)
	}
	f := finding{kind: "DURATION", value: d.value()}
	if !d.known && d.turn == next { // "the coming months"
		f.kind, f.value = "DATE", "FUTURE_REF"
	}
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

// value is the TIMEX3 value: P2D, PT3H, PXY. Decades and centuries are told in
// years, halves in the next smaller unit.
//
//	"two decades" → P20Y;  "a year and a half" → P1Y6M
func (d length) value() string {
	n := "X"
	if !d.vague() {
		n = strconv.FormatFloat(d.n, 'f', -1, 64)
	}
	if many, ok := toldIn[d.unit]; ok && (n != "X" || d.unit == "F") {
		return length{n: many.n * d.n, unit: many.unit, known: d.known}.value()
	}
	prefix, letter := "P", d.unit
	switch d.unit {
	case "H", "S":
		prefix = "PT"
	case "MIN":
		prefix, letter = "PT", "M"
	}
	whole, half := strings.CutSuffix(n, ".5")
	if halves[d.unit] == "" || !half {
		return prefix + n + letter
	}
	if whole == "0" {
		return prefix + halves[d.unit]
	}
	return prefix + whole + letter + halves[d.unit]
}

// toldIn are the units that TIMEX3 tells in others, halves what half of one is.
var (
	toldIn = map[string]length{"E": {n: 10, unit: "Y"}, "C": {n: 100, unit: "Y"}, "F": {n: 2, unit: "W"}}
	halves = map[string]string{"Y": "6M", "H": "30M", "MIN": "30S"}
)

var unitDays = map[string]float64{"H": 0.05, "MIN": 0.001, "S": 0.001, "D": 1, "W": 7, "F": 14, "M": 31, "Q": 92, "Y": 366, "E": 3653, "C": 36525}

// days is how far the length reaches at most; "recent days" are a week, "recent
// weeks" two months, and so with the other units, one of the next larger at the
// least. It is 0 where that cannot be said.
func (d length) days() int {
	n := d.n
	if d.vague() {
		n = map[string]float64{"D": 7, "W": 8, "M": 12}[d.unit]
	}
	days := math.Ceil(n * unitDays[d.unit])
	const tooLong = 400 * 366
	if days > tooLong {
		return 0
	}
	return int(days)
}

// vague reports whether the words leave open how many: "weeks", "several weeks".
func (d length) vague() bool { return !d.known || math.IsInf(d.n, 1) }

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
	if m, end := l.theBefore(i); m != nil {
		return m, end
	}
	_, taken := lexicon.ApproximatorAt(l.texts(i))
	n, at := l.howMany(i + taken)
	w, ok := l.is(lexicon.TimeUnit, at)
	if !ok || at == i+taken && w.Needs != "plural" {
		return nil, i
	}
	by := at + 1
	if l.text(by) == "or" && l.text(by+1) == "so" {
		by += 2
	}
	c, ok := l.is(lexicon.TimeCount, by)
	if !ok || !l.ends(by) {
		return nil, i
	}
	d := length{n: n, unit: w.Value, known: at > i+taken}
	return away{d, turnNames[c.Value]}, by + 1
}

// theBefore reads "the day before", "the year after", where nothing follows that
// it would be before: one unit from the time told of.
func (l line) theBefore(i int) (meaning, int) {
	w, ok := l.is(lexicon.TimeUnit, i+1)
	c, counts := l.is(lexicon.TimeCount, i+2)
	if !ok || !counts || w.Needs != "" || l.text(i) != "the" || l.skip(i+2, "before", "after") == i+2 || !l.ends(i+2) {
		return nil, i
	}
	return away{length{n: 1, unit: w.Value, known: true}, turnNames[c.Value]}, i + 3
}

// ends reports whether "before" or "after" ends its phrase: "a day before." but
// not "a day before the attack".
func (l line) ends(i int) bool {
	switch l.text(i) {
	case "before", "after":
		return i+1 >= len(l) || strings.Contains(".,;:)-", l.text(i+1))
	case "earlier", "later":
		return l.text(i+1) != "than"
	case "prior":
		return l.text(i+1) != "to"
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
	if a.length.unit == "Y" && back && n.quarter != 0 && n.before.Precision != stemma.PrecisionMonth {
		return quarter{by: by}.settle(n)
	}
	if a.length.unit == "Y" && n.before.Closed() && (a.turn == previous || a.turn == following) {
		return yearsFrom(n.before, by)
	}
	switch unit := a.length.unit; unit {
	case "H", "MIN", "S":
		return a.loose(n, back)
	case "E", "C":
		return period{"E", by * map[string]int{"E": 1, "C": 10}[unit], a.turn}.settle(n)
	case "W":
		return a.weeks(n, by)
	default:
		return period{unit, by, a.turn}.settle(n)
	}
}

// weeks is a time some weeks away: the value is the week of the calendar, the days are
// those around the one that lies so many weeks away, for "a week later" than a Friday
// is no Monday.
func (a away) weeks(n now, by int) finding {
	const around = 3
	f := period{"W", by, a.turn}.settle(n)
	if !f.interval.Closed() {
		return f
	}
	from := n.day
	if f.interval.Basis == stemma.BasisPrevious {
		from = n.from("W")
	}
	on := from + stemma.Day(7*by)
	f.interval.Earliest, f.interval.Latest = on-around, on+around
	return f
}

// yearsFrom is the time that lies some years from another: "a year earlier" than
// June 2017 is June 2016, than a day of it 2016.
func yearsFrom(from stemma.Interval, by int) finding {
	t := from.Earliest.Time()
	var f finding
	switch month := int(t.Month()); {
	case from.Precision == stemma.PrecisionMonth:
		f = date{year: t.Year() + by, month: month}.settle(now{})
	default:
		f = date{year: t.Year() + by}.settle(now{})
	}
	f.interval.Basis = stemma.BasisPrevious
	return f
}

// loose is a time that the words leave open: "days ago" is the week before the
// report.
func (a away) loose(n now, back bool) finding {
	f := finding{kind: "DURATION", value: a.length.value()}
	if a.turn == last && a.length.vague() {
		f.kind, f.value = "DATE", "PAST_REF"
	}
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
