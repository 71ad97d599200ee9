package date

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// A meaning is what a phrase of time says, whenever it may have been said.
type meaning interface{ settle(now) finding }

// Now is when it was said: what relative times are counted from.
type now struct {
	day     stemma.Day      // of the report, 0 if unknown
	latest  stemma.Day      // the day after which the report cannot have been made, 0 if unknown
	before  stemma.Interval // the time named before
	scene   stemma.Day      // the day named before, 0 if none
	told    stemma.Day      // the last day named, however long ago
	quarter int             // that is being told of, counted from the year 0; 0 if none
	past    bool            // the sentence speaks of what has been
	coming  bool            // the sentence speaks of what is to come
}

// bound is what is known of a past time that cannot be counted: it was not after
// the page was there.
func (n now) bound(t turn) stemma.Interval {
	if n.latest == 0 || n.coming || t == next || t == following {
		return stemma.Interval{}
	}
	basis := stemma.BasisPageClock
	if n.day != 0 {
		basis = stemma.BasisPublication
	}
	return stemma.Interval{Latest: n.latest, Precision: stemma.PrecisionUnknown, Basis: basis}
}

// A finding is a meaning with its days: a TIMEX3 type and value, an interval.
type finding struct {
	kind     string
	value    string
	interval stemma.Interval
}

// A phrase is a run of words and what it says.
type phrase struct {
	from, to int
	meaning  meaning
}

// A reader reads a phrase that begins at a word; it ends where it began if there
// is none.
type reader = func(line, int) (meaning, int)

// readers in the order in which they are tried: the longer phrase before the
// shorter that it begins with.
var readers = []reader{
	line.nightBetween, line.clock, line.holiday, line.dayPart, line.stretch, line.half, line.weekOf, line.counted, line.set, line.ordinal, line.quarter, line.century,
	line.season, line.ofYear, line.ofMonth, line.date, line.weekday, line.length, line.unnumbered, line.dayWord, line.turned, line.sameDay,
	line.decade, line.quarterNow, line.yearEnd, line.unitNow, line.reference,
}

// phrases are the phrases of time in a line, in order, none inside another.
func (l line) phrases() []phrase {
	var out []phrase
	for i := 0; i < len(l); {
		m, end := l.read(i)
		if m == nil || end <= i {
			i++
			continue
		}
		end = min(end, len(l))
		out = append(out, phrase{i, end, m})
		i = end
	}
	return lendYears(out)
}

func (l line) read(i int) (meaning, int) {
	if !opens(l[i].text) {
		return nil, i
	}
	for _, read := range readers {
		if m, end := read(l, i); m != nil && end > i {
			return m, end
		}
	}
	return nil, i
}

// articles are the words without a meaning of time or number that may begin a
// phrase of time.
var articles = lists.Set("articles")

// opens reports whether a word may begin a phrase of time; most may not, and are
// passed over.
func opens(word string) bool {
	return word[0] >= '0' && word[0] <= '9' || articles[word] || lexicon.OpensTime(word) || feasts[word] != nil || word == "eve"
}

// lendYears gives the month of a range the year of its end: in "between June and
// July 2017" June is of 2017.
func lendYears(all []phrase) []phrase {
	for i := len(all) - 2; i >= 0; i-- {
		a, isDate := all[i].meaning.(date)
		b, isDate2 := all[i+1].meaning.(date)
		if !isDate || !isDate2 || a.year != 0 || b.year == 0 || a.month == 0 || all[i+1].from != all[i].to+1 {
			continue
		}
		if a.year = b.year; a.month > b.month {
			a.year--
		}
		all[i].meaning = a
	}
	return all
}
