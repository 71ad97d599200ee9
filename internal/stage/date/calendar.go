package date

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A date is a day, a run of days, a month or a year of the calendar, as far as
// the words give it: absent parts are 0.
//
//	"Aug. 28, 2017" → year 2017, month 8, day 28;  "13 November" → month 11, day 13
//	"3 to 5 May" → month 5, day 3, last 5;  "in 2014" → year 2014
//	"The war began in 2022. In April that year …" → month 4 of 2022; "in April the following year" → of 2023
type date struct {
	year, month, day, last int
	weekday                int // 1 is Sunday, 0 if the words name none
}

// date reads one, the name of its weekday included: "Friday 23 March 2018".
func (l line) date(i int) (meaning, int) {
	at, named := i, 0
	if w, ok := l.is(lexicon.TimeWeekday, i); ok {
		at, named = l.skip(l.skip(l.skip(i+1, "."), ","), "the"), atoi(w.Value)+1
	}
	for _, read := range []func(int) (date, int){l.figures, l.monthDay, l.dayMonth} {
		if d, end := read(at); end > at {
			d.weekday = named
			return d, end
		}
	}
	if at > i {
		return nil, i
	}
	return l.monthOrYear(i)
}

// figures reads "2015-10-01" and "13.11.2025". What could be either way round,
// as "01/10/2015" could, is not read.
func (l line) figures(i int) (date, int) {
	if i < len(l) && strings.Count(l[i].text, ".") == 2 {
		p := strings.Split(l[i].text, ".")
		d := date{year: atoi(p[2]), month: atoi(p[1]), day: atoi(p[0])}
		if d.valid() && len(p[2]) == 4 {
			return d, i + 1
		}
	}
	mark := l.text(i + 1)
	if mark != "-" && mark != "/" || l.text(i+3) != mark || !l.joined(i+1) || !l.joined(i+4) {
		return date{}, i
	}
	a, b, c := atoi(l.text(i)), atoi(l.text(i+2)), atoi(day(l.text(i+4)))
	for _, d := range []date{{year: a, month: b, day: c}, {year: c, month: b, day: a}, {year: c, month: a, day: b}} {
		unclear := d.year == c && a <= 12 && b <= 12 && a != b
		if d.valid() && d.year >= 1000 && !unclear {
			return d, i + 5
		}
	}
	return date{}, i
}

// day is a number without what ISO 8601 hangs on it: "01T10" → "01".
func day(s string) string {
	s, _, _ = strings.Cut(s, "t")
	return s
}

func atoi(s string) int {
	if s == "" || s[0] > '9' {
		return 0 // most words: no error to be made
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func (d date) valid() bool {
	return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= daysIn(d.year, d.month)
}

func daysIn(year, month int) int {
	if year == 0 {
		year = 2000 // without a year, 29 February may be
	}
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// monthDay reads "March 14", "NOV 13, 2025", "May 3-5", "March the 3rd".
func (l line) monthDay(i int) (date, int) {
	month, at := l.month(i)
	first, end := l.dayNumber(l.skip(at, "the"))
	if month == 0 || first == 0 || l.people(end) {
		return date{}, i
	}
	d := date{month: month, day: first}
	if last, after := l.dayNumber(l.skip(end, "-", "to", "and", "/")); last > first && after > end+1 && !l.people(after) {
		d.last, end = last, after
	}
	d.year, end = l.yearAfter(end)
	if !d.valid() {
		return date{}, i
	}
	return d, end
}

// dayMonth reads "13 November", "the 3rd of May 2017", "3 to 5 May", "3/4 May".
func (l line) dayMonth(i int) (date, int) {
	first, at := l.dayNumber(i)
	if first == 0 {
		return date{}, i
	}
	d := date{day: first}
	if last, after := l.dayNumber(l.skip(at, "-", "to", "and", "or", "/")); last > first && after > at+1 {
		d.last, at = last, after
	}
	month, end := l.month(l.skip(at, "of"))
	if month == 0 {
		return date{}, i
	}
	d.month = month
	d.year, end = l.yearAfter(end)
	if !d.valid() || d.last > daysIn(d.year, d.month) {
		return date{}, i
	}
	return d, end
}

// people reports whether a noun of persons follows, several of them: "In March 30
// people died" has no 30 March.
func (l line) people(i int) bool {
	c, ok := lexicon.Counted(l.text(i))
	return ok && c.Kind == "person" && !l[i].capital && (strings.HasSuffix(l[i].text, "s") || l[i].text == "people")
}

func (l line) dayNumber(i int) (int, int) {
	w := l.text(i)
	n := atoi(w)
	if n == 0 {
		n = lexicon.Ordinal(w)
	}
	if n < 1 || n > 31 || len(w) > 2 && lexicon.Ordinal(w) == 0 {
		return 0, i
	}
	return n, i + 1
}

// month reads the name of a month with the point of its abbreviation; whether it
// may be meant as one is for the caller to see.
func (l line) month(i int) (int, int) {
	w, ok := l.is(lexicon.TimeMonth, i)
	if !ok || w.Needs != "" && !l[i].capital {
		return 0, i
	}
	if l.text(i+1) == "." && w.Needs == "number" && l.joined(i+1) {
		return atoi(w.Value), i + 2
	}
	return atoi(w.Value), i + 1
}

// sameYear and nextYear stand for years that are counted from the one named before.
const (
	sameYear = -2
	nextYear = -1
)

// yearAfter reads the year after a day or month: ", 2017", "that year".
func (l line) yearAfter(i int) (int, int) {
	at := l.skip(i, "of")
	for _, phrase := range yearPhrases {
		if end := at + len(phrase.words); slices.Equal(phrase.words, l.textsTo(at, end)) {
			return phrase.year, end
		}
	}
	if y, end := l.year(l.skip(l.skip(i, ","), "of")); y != 0 && !l.people(end) {
		return y, end
	}
	return 0, i
}

// yearPhrases are the words for a year that was named before, or the one behind it.
var yearPhrases = []struct {
	words []string
	year  int
}{
	{[]string{"that", "year"}, sameYear},
	{[]string{"that", "same", "year"}, sameYear},
	{[]string{"the", "same", "year"}, sameYear},
	{[]string{"the", "following", "year"}, nextYear},
	{[]string{"the", "next", "year"}, nextYear},
}

// textsTo are the words from one place to another, none if there are not so many.
func (l line) textsTo(from, to int) []string {
	if to > len(l) {
		return nil
	}
	return l.texts(from)[:to-from]
}

// year reads a year from 1000 to 2999 in figures, or as it is spoken.
func (l line) year(i int) (int, int) {
	if y := year(l.text(i)); y != 0 {
		return y, i + 1
	}
	return l.spokenYear(i)
}

func year(w string) int {
	if y := atoi(w); len(w) == 4 && y >= 1000 && y < 3000 {
		return y
	}
	return 0
}

// centuries are the words with which a spoken year begins.
var centuries = map[string]int{"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}

// spokenYear reads a year as broadcasters say it and their scripts spell it.
//
//	"nineteen ninety-six" → 1996;  "twenty fifteen" → 2015;  "the year two thousand" → 2000
func (l line) spokenYear(i int) (int, int) {
	if l.text(i) == "two" && l.text(i+1) == "thousand" && l.text(i-1) == "year" {
		return 2000, i + 2
	}
	first, ok := centuries[l.text(i)]
	if !ok || l.text(i+1) == "" {
		return 0, i
	}
	n := lexicon.Cardinal(l.texts(i + 1))
	if atoi(l.text(i+1)) != 0 || n.Words == 0 || n.Open || n.Value < 10 || n.Value > 99 || n.Value != math.Trunc(n.Value) {
		return 0, i
	}
	return 100*first + int(n.Value), i + 1 + n.Words
}

func (l line) monthOrYear(i int) (meaning, int) {
	if month, at := l.month(i); month != 0 {
		if y, end := l.yearAfter(at); y != 0 {
			return date{year: y, month: month}, end
		}
		if l.alone(i) {
			return date{month: month}, at
		}
		return nil, i
	}
	if y := year(l.text(i)); y >= 1500 && y < 2100 && l.yearStands(i) {
		return date{year: y}, i + 1
	}
	if y, end := l.spokenYear(i); y != 0 && !l.people(end) {
		return date{year: y}, end
	}
	return nil, i
}

// alone reports whether a month may stand without day and year: "in May", but
// not "Theresa May", "March on!" or the short "Mar".
func (l line) alone(i int) bool {
	w, _ := l.is(lexicon.TimeMonth, i)
	_, led := l.is(lexicon.TimeLead, i-1)
	switch w.Needs {
	case "number":
		return false
	case "name":
		return led || l.text(i-1) == "-" && l.text(i-2) == "mid"
	}
	return l[i].capital
}

// yearStands reports whether four figures are a year and not a count: "in 2014",
// "the 2014 truce", but not "1500 soldiers", "No. 1990", "$2000" or "a Mirage 2000".
func (l line) yearStands(i int) bool {
	if l.model(i) {
		return false
	}
	if _, led := l.is(lexicon.TimeLead, i-1); led {
		return !l.people(i + 1)
	}
	switch before := l.text(i - 1); before {
	case "$", "£", "€", "#", "no", ".", "/", "+":
		return false
	case "-":
		return year(l.text(i-2)) != 0 || l.text(i-2) == "mid" || !l.joined(i-1)
	}
	return !l.people(i+1) && l.text(i+1) != "%" && l.text(i+1) != "-" && !l.joined(i+1) || l.joined(i+1) && strings.Contains(".,;:)’'”\"", l.text(i+1))
}

// model reports whether four figures are part of the name of a make: "two Mirage 2000
// jets", "a Barkas 1900", where an article stands before the name.
func (l line) model(i int) bool {
	if i == 0 {
		return false
	}
	return makes[l.text(i-1)] || l[i-1].capital && i > 1 && (l.text(i-2) == "a" || l.text(i-2) == "an")
}

// makes are names of craft and arms behind which figures are no year.
var makes = lists.Set("makes")

func (d date) settle(n now) finding {
	known, basis := d, stemma.BasisWords
	if d.year < 0 {
		known.year, basis = n.yearFrom(d.year), stemma.BasisPrevious
	}
	if d.year == 0 {
		known.year, basis = n.yearFor(d), stemma.BasisPublication
		if year := n.yearTold(d); year != 0 && n.late(known) {
			known.year, basis = year, stemma.BasisPrevious
		}
	}
	f := finding{kind: "DATE", value: known.value()}
	if known.year != 0 {
		f.interval = known.interval()
		f.interval.Basis = basis
	}
	return f
}

func (d date) value() string {
	s := "XXXX"
	if d.year != 0 {
		s = strconv.Itoa(d.year)
	}
	if d.month == 0 {
		return s
	}
	s += "-" + two(d.month)
	switch {
	case d.day == 0:
		return s
	case d.last == 0:
		return s + "-" + two(d.day)
	}
	return s + "-" + two(d.day) + "/" + s + "-" + two(d.last)
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func (d date) interval() stemma.Interval {
	month := time.Month(max(1, d.month))
	switch {
	case d.month == 0:
		return between(stemma.NewDay(d.year, 1, 1), stemma.NewDay(d.year, 12, 31), stemma.PrecisionYear)
	case d.day == 0:
		return between(stemma.NewDay(d.year, month, 1), stemma.NewDay(d.year, month+1, 0), stemma.PrecisionMonth)
	case d.last != 0:
		return between(stemma.NewDay(d.year, month, d.day), stemma.NewDay(d.year, month, d.last), stemma.PrecisionDays)
	}
	on := stemma.NewDay(d.year, month, d.day)
	return between(on, on, stemma.PrecisionDay)
}

func between(first, last stemma.Day, precision stemma.TimePrecision) stemma.Interval {
	return stemma.Interval{Earliest: first, Latest: last, Precision: precision}
}

// yearFrom is the year that is counted from the time named before; 0 if none was.
func (n now) yearFrom(year int) int {
	if n.before.Earliest == 0 {
		return 0
	}
	return n.before.Earliest.Time().Year() + year - sameYear
}

// yearTold is the year in which a day that is named without one lies within a month of
// the time named before; 0 if there is none.
//
//	"The siege began on 27 September 2020. On 4 October …" → 2020
func (n now) yearTold(d date) int {
	const month = 31
	if d.day == 0 || d.month == 0 || !n.before.Closed() || n.before.Latest-n.before.Earliest > month {
		return 0
	}
	for year := n.before.Earliest.Time().Year() - 1; year <= n.before.Latest.Time().Year()+1; year++ {
		try := d
		try.year = year
		if i := try.interval(); try.valid() && i.Latest >= n.before.Earliest-month && i.Earliest <= n.before.Latest+month {
			return year
		}
	}
	return 0
}

// late reports whether a day is no news of the report's: unknown, after it, or more than
// a few weeks before.
func (n now) late(d date) bool {
	const weeks = 21 // days
	if d.year == 0 {
		return true
	}
	i := d.interval()
	return i.Earliest > n.day && !n.coming || i.Latest < n.day-weeks
}

// yearFor is the year of a day or month that is named without one: the nearest
// to the report, where its weekday fits if one is named.
func (n now) yearFor(d date) int {
	if n.day == 0 || d.month == 0 {
		return 0
	}
	best, least := 0, 0
	for by := range 3 {
		try := d
		try.year = n.day.Time().Year() + by - 1
		i := try.interval()
		if d.day > daysIn(try.year, d.month) || d.weekday != 0 && int(i.Earliest.Weekday())+1 != d.weekday {
			continue
		}
		if off := n.distance(i); best == 0 || off < least {
			best, least = try.year, off
		}
	}
	return best
}

// distance is how many days an interval lies from the report, much longer on the side
// of which the sentence does not speak: what has been is hardly ever after the report,
// nor what is to come before it. Reports speak of what has been where nothing is said.
//
//	published 4 March 2024: "She will be named head of a mission in December." → 2024-12
func (n now) distance(i stemma.Interval) int {
	switch off := int(i.Earliest - n.day); {
	case i.Earliest > n.day && n.past:
		return 12 * off
	case i.Earliest > n.day && !n.coming:
		return 3 * off / 2
	case i.Earliest > n.day:
		return off
	}
	switch off := int(n.day - i.Latest); {
	case i.Latest < n.day && n.coming:
		return 12 * off
	case i.Latest < n.day:
		return off
	}
	return 0
}
