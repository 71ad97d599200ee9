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
	which string // early, middle, late, before, after
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
	if w, ok := l.is(lexicon.TimeUnit, i+1); ok && w.Needs == "" && l.text(i) == "the" && len(w.Value) == 1 && w.Value != "S" && w.Value != "H" {
		return period{unit: w.Value}, i + 2
	}
	return nil, i
}

func (s stretched) settle(n now) finding {
	f := s.of.settle(n)
	i := f.interval
	if !i.Closed() || i.Precision == stemma.PrecisionDay {
		return f
	}
	switch third := (i.Latest - i.Earliest) / 3; s.which {
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

// inside is a day if it lies in the interval, else another.
func inside(i stemma.Interval, day, other stemma.Day) stemma.Day {
	if day >= i.Earliest && day <= i.Latest {
		return day
	}
	return other
}
