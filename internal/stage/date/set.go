package date

import (
	"strconv"
	"strings"

	"stemma/internal/reference/lexicon"
)

// A set is a time that comes again and again: "every day", "daily", "Mondays".
type set struct{ value string }

func (s set) settle(now) finding { return finding{kind: "SET", value: s.value} }

func (l line) set(i int) (meaning, int) {
	if w, ok := l.is(lexicon.TimeSet, i); ok && (i+1 >= len(l) || !l[i+1].capital) { // no "Daily Herald", no "the daily Volna"
		return set{w.Value}, i + 1
	}
	if w, ok := l.is(lexicon.TimeWeekday, i); !ok && i < len(l) && l[i].capital {
		if w, ok = lexicon.Time(lexicon.TimeWeekday, strings.TrimSuffix(l.text(i), "s")); ok && w.Needs == "" {
			return set{weeklyOn(w.Value)}, i + 1
		}
	}
	if l.text(i) != "every" && l.text(i) != "each" {
		return nil, i
	}
	return l.every(i)
}

// every reads "every day", "each Thursday", "every two weeks", "every July".
func (l line) every(i int) (meaning, int) {
	at := l.skip(i+1, "other", "single")
	n, end := l.howMany(at)
	if end == at {
		n = 1
	}
	if w, ok := l.is(lexicon.TimeUnit, end); ok {
		return set{length{n: n, unit: w.Value, known: true}.value()}, end + 1
	}
	if w, ok := l.is(lexicon.TimeWeekday, end); ok && l[end].capital {
		return set{weeklyOn(w.Value)}, end + 1
	}
	if month, after := l.month(end); month != 0 {
		return set{"XXXX-" + two(month)}, after
	}
	if w, ok := l.is(lexicon.TimeSeason, end); ok {
		return set{"XXXX-" + w.Value}, end + 1
	}
	if w, ok := l.is(lexicon.TimePart, end); ok {
		return set{"XXXX-XX-XXT" + w.Value}, end + 1
	}
	return nil, i
}

func weeklyOn(day string) string {
	return "XXXX-WXX-" + strconv.Itoa((atoi(day)+6)%7+1)
}

// A reference is a time of which only past, present or future is said.
type reference struct{ value string }

func (r reference) settle(n now) finding {
	f := finding{kind: "DATE", value: r.value}
	if r.value == "PAST_REF" {
		f.interval = n.bound(last)
	}
	return f
}

// reference reads "now", "recently", "the past", "in the near future"; "as soon as"
// and "soon after the raid" are no time of their own.
func (l line) reference(i int) (meaning, int) {
	at := l.skip(i, "right", "just")
	if w, ok := l.is(lexicon.TimeReference, at); ok {
		if l.text(at) == "soon" && (l.after(i, "as", "too", "how") || l.skip(at+1, "as", "after") > at+1) {
			return nil, i
		}
		return reference{w.Value}, at + 1
	}
	if l.text(i) == "these" && l.text(i+1) == "days" {
		return reference{"PRESENT_REF"}, i + 2
	}
	if l.text(i) != "the" || i+1 >= len(l) {
		return nil, i
	}
	at = l.skip(i+1, "near", "recent", "distant")
	value, ok := map[string]string{"past": "PAST_REF", "future": "FUTURE_REF"}[l.text(at)]
	if ok && (at > i+1 || strings.Contains(".,;:)", l.text(at+1)) || l.after(i, "in", "into") && l.text(at) == "future") {
		return reference{value}, at + 1
	}
	return nil, i
}

// An ordinal is a day of something that lasts several: "a second day of strikes".
// Which day of the calendar it is, the words do not say, unless it is the day of the
// report: "It is the second day of the strike."
type ordinal int

func (ordinal) settle(now) finding { return finding{kind: "DATE", value: "XXXX-XX-XX"} }

func (l line) ordinal(i int) (meaning, int) {
	at := l.skip(i, "a", "the", "its", "their")
	n := lexicon.Ordinal(l.text(at))
	end := l.skip(at+1, "straight", "consecutive", "successive", "full")
	switch {
	case n == 0 || l.text(end) != "day":
		return nil, i
	case l.text(i) == "the" && l.after(i, "is", "s"):
		return period{unit: "D"}, end + 1
	}
	return ordinal(n), end + 1
}
