package dispute

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed dayparts.tsv
var daypartTable string

// A window is when something was done, in minutes since midnight, as exactly as it is
// told; one that ends after midnight goes on into the next day.
type window struct {
	from, to int
	half     bool // the words say which half of the day it is
}

// dayparts are the windows of the words for parts of the day.
var dayparts = sync.OnceValue(func() map[string]window {
	out := map[string]window{}
	for _, row := range table.Embedded("dayparts.tsv", daypartTable, "words", "from", "to", "note") {
		from, _ := strconv.Atoi(row.Cell("from"))
		to, _ := strconv.Atoi(row.Cell("to"))
		for _, words := range row.List("words") {
			out[words] = window{60 * from, 60 * to, true}
		}
	}
	return out
})

// daypart finds words for a part of the day.
var daypart = sync.OnceValue(func() *regexp.Regexp {
	var words []string
	for w := range dayparts() {
		words = append(words, regexp.QuoteMeta(w))
	}
	slices.Sort(words)
	return regexp.MustCompile(`(?i)\b(?:` + strings.ReplaceAll(strings.Join(words, "|"), regexp.QuoteMeta(anyDay), weekday) + `)\b`)
})

// anyDay stands in the table for any day of the week, which weekday finds.
const (
	anyDay  = "{day}"
	weekday = `(?:mon|tues|wednes|thurs|fri|satur|sun)day`
)

// namedDay finds a day of the week.
var namedDay = regexp.MustCompile(`\b` + weekday + `\b`)

// halfTold finds what tells which half of the day a clock means.
var halfTold = regexp.MustCompile(`(?i)[ap]\.?m\b|\b(?:0\d|1[3-9]|2[0-3])[:.]?\d\d`)

// windowOf is when some words say that a thing was done; ok is false if they tell no time.
//
//	"at 9:40 a.m." → 580 to 580; "at dawn" → 240 to 480
func windowOf(words string) (w window, ok bool) {
	if w, ok = dayparts()[namedDay.ReplaceAllLiteralString(strings.ToLower(words), anyDay)]; ok {
		return w, true
	}
	at := minutes(words)
	return window{at, at, halfTold.MatchString(words)}, at >= 0
}

// gap is how many minutes lie between two windows, whichever way round the clock.
func (w window) gap(o window) int {
	least := 24 * 60
	for _, day := range []int{-24 * 60, 0, 24 * 60} {
		least = min(least, max(o.from+day-w.to, w.from-o.to-day, 0))
	}
	return least
}

// later is a window on the other half of the day.
func (w window) later() window { return window{w.from + 12*60, w.to + 12*60, true} }

// outside reports whether two windows of which one is a part of the day leave a clear
// gap, whichever half of the day a clock means.
//
//	"at 9:40 a.m.", "at dawn" → yes; "at 7", "in the evening" → no
func (w window) outside(o window) bool {
	clear := w.gap(o) >= gapOfParts
	if !w.half {
		clear = clear && w.later().gap(o) >= gapOfParts
	}
	if !o.half {
		clear = clear && w.gap(o.later()) >= gapOfParts
	}
	return clear
}

// gapOfParts is how many minutes must lie between a part of the day and a time that is
// not in it: where it begins and ends people do not agree.
const gapOfParts = 60
