package date

import (
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A parted is a part of a day or an hour of it.
//
//	"Sunday night" → the Sunday's TNI;  "9.30 am on Friday" → the Friday's T09:30
type parted struct {
	day  meaning
	part string // MO, MI, AF, EV, NI, or hh:mm
}

func (p parted) settle(n now) finding {
	f := finding{value: "XXXX-XX-XX"}
	if p.day != nil {
		f = p.day.settle(n)
	} else if n.scene != 0 {
		f = onDay(n.scene, stemma.BasisPrevious)
	}
	f.kind = "TIME"
	f.value += "T" + p.part
	return f
}

// A night ends on the day after the one that it has its name from: what was done
// overnight may have been done on either.
type night struct{ parted }

func (p night) settle(n now) finding {
	f := p.parted.settle(n)
	if f.interval.Closed() {
		f.interval.Latest++
		f.interval.Precision = stemma.PrecisionDays
	}
	return f
}

// An eve is a night that has its name from the day on which it ends.
type eve struct{ parted }

func (p eve) settle(n now) finding {
	f := p.parted.settle(n)
	if f.interval.Closed() {
		f.interval.Earliest--
		f.interval.Precision = stemma.PrecisionDays
	}
	return f
}

// nightBetween reads a night by both of its days, or by that on which it ends: "overnight
// Sunday-Monday", "the night of Sunday to Monday", "overnight into Tuesday".
func (l line) nightBetween(i int) (meaning, int) {
	at := l.skip(i, "the")
	switch {
	case l.text(at) == "overnight" && (l.text(at+1) == "into" || l.text(at+1) == "to"):
		if day, end := l.dayPhrase(at + 2); day != nil {
			return eve{parted{day, "NI"}}, end
		}
		return nil, i
	case l.text(at) == "overnight":
		at = l.skip(at+1, "on", "from", "between")
	case l.text(at) == "night" && (l.text(at+1) == "of" || l.text(at+1) == "from" || l.text(at+1) == "between"):
		at += 2
	default:
		return nil, i
	}
	first, end := l.dayPhrase(at)
	joined := l.skip(end, "-", "–", "to", "and", "into", "/")
	if first == nil || joined == end {
		return nil, i
	}
	if last, after := l.dayPhrase(joined); last != nil {
		return night{parted{first, "NI"}}, after
	}
	return nil, i
}

// dayPhrase reads what names a day: a date, a weekday, "yesterday".
func (l line) dayPhrase(i int) (meaning, int) {
	for _, read := range []reader{line.ofMonth, line.date, line.weekday, line.dayWord, line.sameDay, line.turnedDay} {
		if m, end := read(l, i); end > i && daily(m) {
			return m, end
		}
	}
	return nil, i
}

// turnedDay reads a turned phrase only where it is a day: "the next day".
func (l line) turnedDay(i int) (meaning, int) {
	m, end := l.turned(i)
	if p, ok := m.(period); ok && p.unit == "D" {
		return m, end
	}
	return nil, i
}

func daily(m meaning) bool {
	switch m := m.(type) {
	case date:
		return m.day != 0 && m.last == 0
	case period:
		return m.unit == "D"
	case weekday, dayOf:
		return true
	}
	return false
}

// dayPart reads "Sunday night", "yesterday morning", "Friday at dawn".
func (l line) dayPart(i int) (meaning, int) {
	day, at := l.dayPhrase(i)
	if day == nil {
		return nil, i
	}
	w, ok := l.is(lexicon.TimePart, at)
	end := at + 1
	if !ok && l.text(at) == "at" {
		w, ok = l.is(lexicon.TimePart, at+1)
		end = at + 2
	}
	if !ok {
		return nil, i
	}
	return parted{day, w.Value}, end
}

// clock reads an hour or a named part of a day, and the day after it if there is
// one: "9.30 a.m. on Friday", "at dawn on Friday", "noon Thursday", "0735 GMT".
func (l line) clock(i int) (meaning, int) {
	part, at := l.hour(i)
	named := false
	if at == i {
		start := l.skip(l.skip(l.skip(i, "the"), "mid"), "-")
		w, ok := l.is(lexicon.TimePart, start)
		if !ok {
			return nil, i
		}
		part, at, named = w.Value, start+1, true
	}
	behind := l.skip(l.skip(at, ","), "on", "of")
	if day, end := l.dayPhrase(behind); day != nil {
		return parted{day, part}, end
	}
	if m, end := l.turned(behind); end > behind {
		if p, ok := m.(parted); ok { // "01:10 this morning"
			return parted{p.day, part}, end
		}
	}
	if named && !l.after(i, "at", "before", "around", "by", "until", "since", "after", "during") {
		return nil, i
	}
	return parted{nil, part}, at
}

// hour reads an hour of the clock: "9:40 a.m.", "6 pm", "0735 GMT", "20:00".
func (l line) hour(i int) (string, int) {
	if i >= len(l) {
		return "", i
	}
	at := i + 1
	h, m := l.clockNumbers(i)
	half, end := l.halfDay(i)
	if h < 0 || m > 59 || h > 24 || half != "" && (h > 12 || h == 0) {
		return "", i
	}
	_, zone := l.is(lexicon.TimeZone, end)
	if half == "" {
		half, end = l.inDay(at)
	}
	oclock := l.text(at) == "o"
	if half == "" && !oclock && !(zone && len(l[i].text) >= 4) && !l.timed(i) {
		return "", i
	}
	if oclock {
		end = at + 3
	}
	if zone {
		end++
	}
	return onClock(h, m, half), min(end, len(l))
}

// clockNumbers are the hour and the minutes that a word says: "9:40", "seven" in "seven
// o'clock" and "seven in the evening"; no hour is below zero.
func (l line) clockNumbers(i int) (hour, minutes int) {
	hour, minutes, _ = clockFigures(l[i].text)
	if l.text(i+1) == "o" || l.text(i+1) == "in" {
		if n := lexicon.Cardinal(l.texts(i)); n.Words == 1 && n.Value < 13 {
			hour = int(n.Value)
		}
	}
	return hour, minutes
}

// halfDay is the half of the day that stands behind an hour or ends its word, and what is
// behind that: "9:40 a.m.", "6pm".
func (l line) halfDay(i int) (string, int) {
	half, end := l.meridiem(i + 1)
	if w := l[i].text; half == "" && (strings.HasSuffix(w, "am") || strings.HasSuffix(w, "pm")) {
		half = w[len(w)-2:]
	}
	return half, end
}

// timed reports whether a word is a time by its look alone: "20:00", but not "20:00%".
func (l line) timed(i int) bool {
	_, _, minutes := clockFigures(l[i].text)
	return minutes && strings.Contains(l[i].text, ":") && l.text(i+1) != "%"
}

func onClock(h, m int, half string) string {
	if half == "pm" && h < 12 {
		h += 12
	} else if half == "am" && h == 12 {
		h = 0
	}
	return two(h) + ":" + two(m)
}

// meridiem reads "a.m.", "pm"; the last point may end the sentence too.
func (l line) meridiem(i int) (string, int) {
	switch w := l.text(i); {
	case w == "am" || w == "pm":
		return w, i + 1
	case (w == "a" || w == "p") && l.text(i+1) == "." && l.text(i+2) == "m" && l.joined(i+1):
		return w + "m", l.skip(i+3, ".")
	}
	return "", i
}

// inDay reads "in the afternoon" behind an hour.
func (l line) inDay(i int) (string, int) {
	w, ok := l.is(lexicon.TimePart, i+2)
	switch {
	case !ok || l.text(i) != "in" || l.text(i+1) != "the":
		return "", i
	case w.Value == "MO":
		return "am", i + 3
	case w.Value == "AF" || w.Value == "EV":
		return "pm", i + 3
	}
	return "", i
}

// clockFigures cuts "9:40", "9.30", "0735", "9", "9am"; hours are -1 if it is none.
func clockFigures(s string) (hours, minutes int, both bool) {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "am"), "pm")
	at := strings.IndexAny(s, ":.")
	switch {
	case at > 0 && len(s) == at+3:
		s = s[:at] + s[at+1:]
	case at >= 0 || len(s) == 3:
		return -1, 0, false
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || len(s) > 4 {
		return -1, 0, false
	}
	if len(s) < 3 {
		return n, 0, false
	}
	return n / 100, n % 100, true
}
