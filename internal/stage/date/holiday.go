package date

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/reference/table"
)

// A holiday is a day, or some days, that have a name.
//
//	"on Christmas Eve", published 3 January 2024 → 2023-12-24
//	"on the second day of Eid al-Fitr", published May 2022 → 2022-05-03, give or take a day
//	"Ramadan 2016" → 7 June to 6 July 2016, give or take a day
type holiday struct {
	feast *feast
	nth   int // day of it, from 1; 0 for the whole; -1 for its eve
	year  int
	turn  turn
}

// A feast is a line of the table of holidays.
type feast struct {
	words []string
	in    almanac
	value string // of a day that no year is known of
	days  int
	doubt int  // days by which the moon may move it
	lead  bool // a name only behind a word of time
}

//go:embed holidays.tsv
var holidayTable string

// feasts are the holidays by the first word of their names.
var feasts = feastTable()

func feastTable() map[string][]*feast {
	out := map[string][]*feast{}
	for _, row := range table.Embedded("holidays.tsv", holidayTable, "name", "rule", "at", "days", "needs", "note") {
		f := &feast{value: "XXXX-XX-XX", days: atoi(row.Cell("days")), lead: row.Cell("needs") == "lead"}
		for _, w := range scan(stemma.Text(row.Cell("name")), stemma.Span{End: len(row.Cell("name"))}) {
			f.words = append(f.words, w.text)
		}
		f.rule(row.Cell("rule"), row.Cell("at"))
		out[f.words[0]] = append(out[f.words[0]], f)
	}
	return out
}

// rule reads when a feast falls: a month and day, or days from another feast.
func (f *feast) rule(kind, at string) {
	offset, _ := strconv.Atoi(at)
	month, day, _ := strings.Cut(at, "-")
	switch kind {
	case "fixed":
		f.in, f.value = fixed(atoi(month), atoi(day)), fmt.Sprintf("XXXX-%s-%s", two(atoi(month)), two(atoi(day)))
	case "thursday":
		f.in = nth(time.Thursday, atoi(month), atoi(day))
	case "easter":
		f.in = from(easter, offset)
	case "orthodox":
		f.in = from(orthodox, offset)
	case "islamic":
		f.in, f.doubt = islamic(atoi(month), atoi(day)), 1
	case "tishri":
		f.in = from(tishri, offset)
	case "passover":
		f.in = from(passover, offset)
	default:
		panic("holidays.tsv: no rule " + kind)
	}
}

// holiday reads a name of one, with what stands around it: "the third day of Ramadan",
// "the eve of Eid al-Adha", "last Christmas", "Easter Sunday 2019".
func (l line) holiday(i int) (meaning, int) {
	nth, at := l.dayOfIt(i)
	t, name := l.turn(at)
	f, end := l.feast(name)
	if f == nil || f.lead && name == i && !l.ledTo(i) || t > next && t != plain {
		return nil, i
	}
	year, after := l.yearAfter(l.skip(end, "in"))
	if year > 0 {
		end = after
	}
	if end < len(l) && l[end].capital && l[end].spaced { // "Good Friday Agreement", "Ramadan Abdullah"
		return nil, i
	}
	return holiday{f, nth, max(year, 0), t}, end
}

// dayOfIt reads "the third day of", "the eve of".
func (l line) dayOfIt(i int) (int, int) {
	at := l.skip(i, "the")
	if l.text(at) == "eve" && l.text(at+1) == "of" {
		return -1, at + 2
	}
	n := lexicon.Ordinal(l.text(at))
	if n > 0 && n <= 30 && l.text(at+1) == "day" && l.text(at+2) == "of" {
		return n, l.skip(at+3, "the")
	}
	return 0, i
}

// feast is the longest name of one that begins at a word, in capitals.
func (l line) feast(i int) (*feast, int) {
	var best *feast
	if i >= len(l) {
		return nil, i
	}
	for _, f := range feasts[l[i].text] {
		end := i + len(f.words)
		if end > len(l) || !l[end-1].capital || best != nil && len(best.words) >= len(f.words) {
			continue
		}
		if strings.Join(l.texts(i)[:len(f.words)], " ") == strings.Join(f.words, " ") {
			best = f
		}
	}
	if best == nil {
		return nil, i
	}
	return best, i + len(best.words)
}

// ledTo reports whether a word stands before which a bare name is that of a day:
// "on Easter", "before Christmas", "throughout Ramadan", "the month of Ramadan".
func (l line) ledTo(i int) bool {
	if l.text(i-1) == "of" {
		return l.after(i-1, "day", "night", "eve", "month", "week", "start", "beginning", "end")
	}
	return holidayLeads[l.text(i-1)]
}

var holidayLeads = lists.Set("before a holiday")

func (h holiday) settle(n now) finding {
	var at stemma.Day
	basis := stemma.BasisWords
	switch {
	case h.year != 0:
		at = firstOf(h.feast.in(h.year))
	case n.day != 0:
		at, basis = h.nearest(n), stemma.BasisPublication
	}
	if at == 0 {
		return finding{kind: "DATE", value: h.feast.value, interval: n.bound(h.turn)}
	}
	i := h.interval(at)
	i.Basis = basis
	return finding{kind: "DATE", value: h.value(at), interval: i}
}

func firstOf(days []stemma.Day) stemma.Day {
	if len(days) == 0 {
		return 0
	}
	return days[0]
}

// nearest is the feast of which the report speaks: the last, the next, or that which lies
// nearest on the side of which its sentence tells.
func (h holiday) nearest(n now) stemma.Day {
	best, least := stemma.Day(0), 0
	for year := n.day.Time().Year() - 2; year <= n.day.Time().Year()+2; year++ {
		for _, at := range h.feast.in(year) {
			i := h.interval(at)
			if h.turn == last && i.Latest >= n.day || h.turn == next && i.Earliest <= n.day {
				continue
			}
			if off := n.distance(i); best == 0 || off < least {
				best, least = at, off
			}
		}
	}
	return best
}

// first is the first day meant of a feast that begins on a day.
func (h holiday) first(at stemma.Day) stemma.Day {
	switch {
	case h.nth < 0:
		return at - 1
	case h.nth > 0:
		return at + stemma.Day(h.nth) - 1
	}
	return at
}

// last is the last one.
func (h holiday) last(at stemma.Day) stemma.Day {
	if h.nth == 0 {
		return at + stemma.Day(h.feast.days) - 1
	}
	return h.first(at)
}

func (h holiday) interval(at stemma.Day) stemma.Interval {
	doubt := stemma.Day(h.feast.doubt)
	i := between(h.first(at)-doubt, h.last(at)+doubt, stemma.PrecisionDays)
	switch width := i.Latest - i.Earliest; {
	case width == 0:
		i.Precision = stemma.PrecisionDay
	case width > 28:
		i.Precision = stemma.PrecisionMonth
	}
	return i
}

func (h holiday) value(at stemma.Day) string {
	first, last := h.first(at), h.last(at)
	if first == last {
		return first.String()
	}
	return first.String() + "/" + last.String()
}
