package stemma

import (
	"fmt"
	"time"
)

// A Day is a day of the Gregorian calendar, counted from 1 January of the year
// 1, which is day 1. The zero Day is no day: unknown, an open end.
type Day int32

// NewDay is the day of a calendar date, as [time.Date] would normalise it.
func NewDay(year int, month time.Month, day int) Day {
	return dayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

func dayOf(t time.Time) Day {
	const daysBeforeUnix = 719162 // from 1 January of the year 1 to 1 January 1970
	seconds := t.Unix()
	days := seconds / 86400
	if seconds%86400 < 0 {
		days--
	}
	return Day(days + daysBeforeUnix + 1)
}

// ParseDay reads "2015-10-01".
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("read date %q: want YYYY-MM-DD", s)
	}
	return dayOf(t), nil
}

// Time is midnight UTC at the start of the day.
func (d Day) Time() time.Time {
	return time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(d)-1)
}

// Weekday is the day's day of the week.
func (d Day) Weekday() time.Weekday { return time.Weekday(d % 7) } // day 7 was a Sunday

// String is "2015-10-01", or "" for no day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// An Interval is what is known of a time: the first and the last day on which
// it can have been, either of them open, and on what ground.
type Interval struct {
	Earliest, Latest Day
	Precision        TimePrecision
	Basis            Basis
	Words            Span   // the words that say it; empty if it was reckoned without any
	Anchor           string // the sentence of the anchor, when the basis is one
}

// Known reports whether either end of the interval is.
func (i Interval) Known() bool { return i.Earliest != 0 || i.Latest != 0 }

// Closed reports whether both ends are known.
func (i Interval) Closed() bool { return i.Earliest != 0 && i.Latest != 0 }

// Calendar is the year or the month that an interval is, as ISO 8601 has it; "" if
// it is neither.
//
//	2014-01-01 to 2014-12-31 → "2014"; 2014-02-01 to 2014-02-28 → "2014-02"
func (i Interval) Calendar() string {
	if !i.Closed() || i.Earliest.Time().Day() != 1 {
		return ""
	}
	first, next := i.Earliest.Time(), (i.Latest + 1).Time()
	switch {
	case first.Month() == time.January && next.Equal(first.AddDate(1, 0, 0)):
		return first.Format("2006")
	case next.Equal(first.AddDate(0, 1, 0)):
		return first.Format("2006-01")
	}
	return ""
}

// Pins weighs how much two times that meet say together, by the wider of them:
// the same day says most, the same year next to nothing.
func (i Interval) Pins(other Interval) float64 {
	switch width := max(i.Latest-i.Earliest, other.Latest-other.Earliest); {
	case width == 0:
		return 2
	case width == 1: // a night
		return 1.8
	case width <= 3:
		return 1.5
	case width <= 10:
		return 1
	case width <= 31:
		return 0.5
	}
	return 0.2
}

// TimePrecision says how closely a time is known.
type TimePrecision string

// The precisions of time, finest first.
const (
	PrecisionDay     TimePrecision = "day"
	PrecisionDays    TimePrecision = "days"
	PrecisionWeek    TimePrecision = "week"
	PrecisionMonth   TimePrecision = "month"
	PrecisionSeason  TimePrecision = "season"
	PrecisionYear    TimePrecision = "year"
	PrecisionUnknown TimePrecision = "unknown"
)

// Basis says what a time was reckoned from.
type Basis string

// The bases of times. Those of a publication date are dateline, metadata,
// given, copy and page-clock; those of an event's time are words, publication,
// previous-sentence, anchor and page-clock.
const (
	BasisWords       Basis = "words"
	BasisPublication Basis = "publication"
	BasisPrevious    Basis = "previous-sentence"
	BasisAnchor      Basis = "anchor"
	BasisDateline    Basis = "dateline"
	BasisMetadata    Basis = "metadata"
	BasisGiven       Basis = "given"
	BasisCopy        Basis = "copy"
	BasisPageClock   Basis = "page-clock"
)

// A TimeExpression is a phrase of time in TIMEX3 terms (ISO-TimeML), with the
// days it comes to.
//
//	"On Aug. 28, 2017" → "Aug. 28, 2017", DATE, 2017-08-28
//	"on Thursday" with no publication date → "Thursday", DATE, XXXX-WXX-4, no days
type TimeExpression struct {
	Span     Span
	Type     string // DATE, TIME, DURATION, SET
	Value    string // TIMEX3 value
	Interval Interval
}
