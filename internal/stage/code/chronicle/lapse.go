package chronicle

import (
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// lapse is the time of an event from which another is counted.
//
//	"The council met on 5 May, two days after the raid." → the raid on 3 May
//	"The council has met, two days after the raid.", published 6 May → the raid on 3 to 4 May
func (c *chronicle) lapse() stemma.Interval {
	for _, t := range c.r.Times {
		if t.Type != "DURATION" || !c.s.Span.Contains(t.Span) {
			continue
		}
		n, unit := lengthOf(t.Value)
		after := c.s.TokenAt(t.Span.End-1) + 1
		if n == 0 || c.form(after) != "after" || !c.opens(after) {
			continue
		}
		if base := c.base(t.Span); base.Closed() {
			return shifted(base, n, unit, t.Span)
		}
	}
	return stemma.Interval{}
}

// lasting is the time of what has gone on for some length, up to the report: it began
// that long ago, or earlier if that is the least.
//
//	"The sides have kept a truce for at least two years.", published 6 May 2024 → until 6 May 2024
//	"The army has shelled the town for two weeks.", published 20 May → 3 to 20 May
func (c *chronicle) lasting() stemma.Interval {
	day := today(c.r)
	for _, t := range c.r.Times {
		if t.Type != "DURATION" || !day.Closed() || !c.s.Span.Contains(t.Span) || c.before(t.Span) != "for" || !c.ofPerfect(c.headOf(t.Span)) {
			continue
		}
		n, unit := lengthOf(t.Value)
		if n == 0 {
			continue
		}
		i := shifted(day, n, unit, t.Span)
		i.Latest = day.Latest
		if words := lexicon.Lower(c.r.Words(t.Span)); strings.HasPrefix(words, "at least") || strings.HasPrefix(words, "more than") {
			i.Earliest, i.Precision = 0, stemma.PrecisionUnknown
		}
		return i
	}
	return stemma.Interval{}
}

// ofPerfect reports whether a length hangs on a verb over the trigger that tells what
// has been until now.
func (c *chronicle) ofPerfect(length int) bool {
	return length >= 0 && slices.Contains(c.above, c.s.Tokens[length].Head) && c.perfect(c.s.Tokens[length].Head)
}

// perfect reports whether a verb tells what has been until now: "has shelled".
func (c *chronicle) perfect(i int) bool {
	return slices.ContainsFunc(c.s.Children(i), func(k int) bool {
		return c.s.Tokens[k].Relation == "aux" && (c.form(k) == "has" || c.form(k) == "have")
	})
}

// lengthOf reads a TIMEX3 value of days, weeks, months or years: "P2D" → 2, 'D'.
func lengthOf(value string) (int, byte) {
	digits := strings.Trim(value, "PDWMY")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > 100 || len(value) != len(digits)+2 || value[0] != 'P' {
		return 0, 0
	}
	return n, value[len(value)-1]
}

// opens reports whether a preposition governs the trigger: "after the raid", "after
// rebels raided the mill".
func (c *chronicle) opens(preposition int) bool {
	head := c.s.Tokens[preposition].Head
	for n, i := range c.above {
		if i == head && i > preposition {
			return true
		}
		if n > 2 || c.s.Tokens[i].Tag == "VERB" && c.s.Tokens[i].Relation != "xcomp" { // "after rebels began shelling the mill"
			return false
		}
	}
	return false
}

// base is the day of what is told as later: by its own words, else the report's or
// the day before.
func (c *chronicle) base(lapse stemma.Span) stemma.Interval {
	for _, t := range c.r.Times {
		if t.Span != lapse && c.s.Span.Contains(t.Span) && t.Interval.Precision == stemma.PrecisionDay && t.Interval.Closed() && !c.dateline(t.Span) {
			return t.Interval
		}
	}
	i := today(c.r)
	if i.Closed() {
		i.Earliest, i.Precision = i.Earliest-1, stemma.PrecisionDays
	}
	return i
}

// shifted is an interval some units earlier; weeks and more are meant roughly.
func shifted(i stemma.Interval, n int, unit byte, words stemma.Span) stemma.Interval {
	i.Words = words
	switch unit {
	case 'D':
		i.Earliest, i.Latest = i.Earliest-stemma.Day(n), i.Latest-stemma.Day(n)
		return i
	case 'W':
		const rough = 3
		i.Earliest, i.Latest, i.Precision = i.Earliest-stemma.Day(7*n+rough), i.Latest-stemma.Day(7*n-rough), stemma.PrecisionWeek
		return i
	}
	t := i.Latest.Time()
	if unit == 'M' {
		first := t.AddDate(0, 0, 1-t.Day()).AddDate(0, -n, 0)
		i.Earliest, i.Latest, i.Precision = stemma.NewDay(first.Year(), first.Month(), 1), stemma.NewDay(first.Year(), first.Month()+1, 0), stemma.PrecisionMonth
		return i
	}
	i.Earliest, i.Latest, i.Precision = stemma.NewDay(t.Year()-n, 1, 1), stemma.NewDay(t.Year()-n, 12, 31), stemma.PrecisionYear
	return i
}
