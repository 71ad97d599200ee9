package date

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// A stretched is a part of a longer time.
//
//	"late October" → 21 to 31 October;  "earlier this month" → its first day to that of the report
type stretched struct {
	of    meaning
	which string // early, middle, late, before, after; H1, H2 its halves; W1 … W4, W5 its first to last weeks
}

// stretch reads "early", "the end of", "earlier" and the time that follows.
func (l line) stretch(i int) (meaning, int) {
	at := l.skip(i, "the")
	w, ok := l.is(lexicon.TimeStretch, at)
	if !ok {
		return nil, i
	}
	of := l.skip(at+1, "of", "in", "on", "-")
	if at > i && of == at+1 && w.Value != "early" && w.Value != "late" && w.Value != "middle" {
		return nil, i
	}
	for _, read := range []reader{line.dayPart, line.turned, line.date, line.weekday, line.dayWord, line.sameDay, line.decade, line.century, line.season, line.theUnit} {
		if m, end := read(l, of); end > of {
			return stretched{m, w.Value}, end
		}
	}
	if month, end := l.month(of); month != 0 && l[of].capital {
		return stretched{date{month: month}, w.Value}, end
	}
	return nil, i
}

// theUnit reads "the month" after "the end of".
func (l line) theUnit(i int) (meaning, int) {
	w, ok := l.is(lexicon.TimeUnit, i+1)
	if !ok || w.Needs != "" || l.text(i) != "the" || len(w.Value) != 1 || w.Value == "S" || w.Value == "H" {
		return nil, i
	}
	if w.Value == "D" {
		return theDay{}, i + 2
	}
	return period{unit: w.Value}, i + 2
}

// theDay is the day that the story is at, else that of the report.
//
//	"Gunmen came on Monday. Later in the day six were freed." → six on the Monday
type theDay struct{}

func (theDay) settle(n now) finding {
	if n.scene != 0 {
		return period{unit: "D", from: previous}.settle(n)
	}
	return period{unit: "D"}.settle(n)
}

// half reads "the first half of 2016", "the second half of October".
func (l line) half(i int) (meaning, int) {
	at := l.skip(i, "the")
	which := map[string]string{"first": "H1", "second": "H2", "last": "H2", "latter": "H2"}[l.text(at)]
	of := at + 3
	if which == "" || l.text(at+1) != "half" || l.skip(at+2, "of", "in") != of {
		return nil, i
	}
	for _, read := range []reader{line.turned, line.date, line.sameDay, line.decade, line.century, line.theUnit} {
		if m, end := read(l, of); end > of {
			return stretched{m, which}, end
		}
	}
	return nil, i
}

// weekOf reads "the first week of May", "the last week of October 2017".
func (l line) weekOf(i int) (meaning, int) {
	at := l.skip(i, "the")
	which := map[string]string{"first": "W1", "second": "W2", "third": "W3", "fourth": "W4", "last": "W5", "final": "W5"}[l.text(at)]
	of := at + 3
	if which == "" || l.text(at+1) != "week" || l.skip(at+2, "of", "in") != of {
		return nil, i
	}
	for _, read := range []reader{line.ofYear, line.date, line.turned} {
		if m, end := read(l, of); end > of {
			return stretched{m, which}, end
		}
	}
	return nil, i
}

// yearEnd reads "year-end", "the year's end", which is the end of the report's.
func (l line) yearEnd(i int) (meaning, int) {
	at := l.skip(i, "the")
	if l.text(at) != "year" {
		return nil, i
	}
	end := l.skip(at+1, "-")
	if l.text(at+1) == "'" {
		end = l.skip(at+2, "s")
	}
	if l.text(end) != "end" {
		return nil, i
	}
	return stretched{period{unit: "Y"}, "late"}, end + 1
}

// unitNow reads "the year", "the week" for those of the report; the one that
// ends at a day is no more than a length: "the year ended 31 March".
func (l line) unitNow(i int) (meaning, int) {
	at := l.skip(l.skip(i, "the"), "full", "fiscal", "calendar", "financial")
	w, ok := l.is(lexicon.TimeUnit, at)
	if l.text(i) != "the" || !ok || w.Needs != "" || w.Value != "Y" && w.Value != "W" || l.aside(at+1) {
		return nil, i
	}
	if y, _ := l.year(at + 1); y != 0 {
		return nil, i
	}
	switch l.text(at + 1) {
	case "ended", "ending", "to", "through":
		return length{n: 1, unit: w.Value, known: true}, at + 1
	case "of", "that", "when", "in", "-":
		return nil, i
	}
	return period{unit: w.Value}, at + 1
}

func (s stretched) settle(n now) finding {
	f := s.of.settle(n)
	i := f.interval
	if i.Precision == stemma.PrecisionYear && len(f.value) == len("2016") && s.which[0] == 'H' {
		f.value += "-" + s.which
	}
	if !i.Closed() || i.Precision == stemma.PrecisionDay {
		return f
	}
	if s.which[0] == 'W' {
		f.interval = weekIn(i, int(s.which[1]-'1'))
		return f
	}
	middle := i.Earliest + (i.Latest-i.Earliest)/2
	switch third := (i.Latest - i.Earliest) / 3; s.which {
	case "H1":
		i.Latest = middle
	case "H2":
		i.Earliest = middle + 1
	case "early":
		i.Latest = i.Earliest + third
	case "middle":
		i.Earliest, i.Latest = i.Earliest+third, i.Latest-third
	case "late":
		i.Earliest = i.Latest - third
	case "before":
		i.Latest = inside(i, n.day, i.Latest)
	case "after":
		i.Earliest = inside(i, n.day, i.Earliest)
	}
	f.interval = i
	return f
}

// weekIn is one of the weeks of a month, counted from its first day, the fifth from its last.
func weekIn(i stemma.Interval, number int) stemma.Interval {
	const week = 7
	last := i.Latest
	i.Earliest += stemma.Day(week * number)
	i.Latest, i.Precision = i.Earliest+week-1, stemma.PrecisionWeek
	if number == 4 {
		i.Earliest, i.Latest = last-week+1, last
	}
	return i
}

// inside is a day if it lies in the interval, else another.
func inside(i stemma.Interval, day, other stemma.Day) stemma.Day {
	if day >= i.Earliest && day <= i.Latest {
		return day
	}
	return other
}
