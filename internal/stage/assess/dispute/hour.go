package dispute

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// hours are the times of day that pages by two give for one attack. A page that
// gives several tells how it went on, and is held against none.
//
//	"the first shells fell at 9:40 a.m." / "the gangs opened fire at 9.10" / "in the night of 11 June" → V, of three sides
func (c accounts) hours() []stemma.Disagreement {
	if c.Incident.Type != "ASSAULT" {
		return nil
	}
	var said, apart []account.Saying
	for _, all := range c.timed() {
		if len(all) == 1 {
			said = append(said, all[0])
		}
	}
	for _, a := range said {
		if slices.ContainsFunc(said, func(b account.Saying) bool {
			return !c.OneBody(a.Account, b.Account) && apartInTime(a, b) && ofOneDay(a.Telling, b.Telling)
		}) {
			apart = append(apart, a)
		}
	}
	if len(apart) == 0 {
		return nil
	}
	return []stemma.Disagreement{{
		Type: stemma.DisagreeValue, Field: "time", Reason: "it cannot have begun at both",
		Sides: sides(apart, atOnce(apart)),
	}}
}

// atOnce names a time by the first that it may be.
//
//	"at 2:30 a.m.", "at 02:35", "at dawn" → the first two are one
func atOnce(said []account.Saying) func(account.Saying) string {
	return func(s account.Saying) string {
		return said[slices.IndexFunc(said, func(o account.Saying) bool { return !apartInTime(o, s) })].Text
	}
}

// ofOneDay reports whether two tellings may be of one day.
func ofOneDay(a, b *stemma.Telling) bool {
	x, y := a.Event.When, b.Event.When
	return !x.Closed() || !y.Closed() || x.Earliest <= y.Latest && y.Earliest <= x.Latest
}

// inPassing are the attacks of an incident's day, beside its own, on pages that it is the main thing of
// and that do not say when it began where they tell of it.
//
//	"jets destroyed a post. … The operation, which was carried out at dawn, …" → the operation
func inPassing(incident stemma.Incident, tellings []stemma.Telling, pages account.Pages) []stemma.Telling {
	about := mainly(incident, pages.Tellings)
	for i := range tellings {
		if clocked(&tellings[i]) {
			about[tellings[i].Document] = false
		}
	}
	var out []stemma.Telling
	for i := range pages.Tellings {
		if t := &pages.Tellings[i]; about[t.Document] && clocked(t) && !elsewhen(t, incident) && !slices.Contains(incident.Events, t.Event.ID) {
			out = append(out, *t)
		}
	}
	return out
}

// timed are the times of an attack by page, each once, in the order of the pages.
func (c accounts) timed() [][]account.Saying {
	at := map[string]int{}
	var out [][]account.Saying
	for _, s := range inPages(c.struckAt()) {
		k, known := at[s.Quote.Document]
		switch {
		case !known:
			at[s.Quote.Document] = len(out)
			out = append(out, []account.Saying{s})
		case apartInTime(out[k][0], s):
			out[k] = append(out[k], s)
		case exact(s) && !exact(out[k][0]):
			out[k][0] = s // "on Saturday afternoon", "at 1:30 p.m."
		}
	}
	return out
}

// exact reports whether a time is by the clock.
func exact(s account.Saying) bool {
	w, _ := windowOf(s.Text)
	return w.from == w.to
}

// struckAt are the times of day in the clauses that tell of an attack.
func (c accounts) struckAt() []account.Saying {
	var out []account.Saying
	for i, t := range c.Tellings() {
		if !clocked(t) {
			continue
		}
		for _, at := range timesIn(t.Words) {
			s := timeSaying(t, at)
			s.Account, s.Telling = i, t
			out = append(out, s)
		}
	}
	return out
}

// clocked reports whether a telling of an attack says at what time of day it was.
func clocked(t *stemma.Telling) bool {
	return !t.Title && t.Event.Type == "ASSAULT" && t.Event.Modality == stemma.Asserted && !otherZone.MatchString(t.Words) && len(timesIn(t.Words)) > 0
}

// timeSaying is a time of day that stands somewhere in the words of a telling; where
// these are not all in one piece, it rests on the whole clause.
func timeSaying(t *stemma.Telling, at []int) account.Saying {
	span := t.Event.Clause
	if span.Len() == len(t.Words) {
		span = stemma.Span{Start: span.Start + at[0], End: span.Start + at[1]}
	}
	words := t.Words[at[0]:at[1]]
	w, _ := windowOf(words)
	return account.Saying{Field: "time", Text: words, Key: fmt.Sprint(w.from, w.to), Quote: stemma.Quote{Document: t.Document, Span: span}}
}

// timesIn are where a clause tells the time of day: by the clock, else by a part of it.
func timesIn(words string) [][]int {
	out := slices.DeleteFunc(clockTime.FindAllStringIndex(words, -1), func(at []int) bool { return minutes(words[at[0]:at[1]]) < 0 })
	if len(out) == 0 {
		out = daypart().FindAllStringIndex(words, -1)
	}
	return out
}

// clockTime finds a time by the clock behind the word that gives it.
var clockTime = regexp.MustCompile(`(?i)\b(?:at|around|about|shortly after|shortly before|just after|just before|a little before|a little after|a few minutes before|a few minutes after|by|from) (?:around |about |some )?(?:\d{1,2}[:.][0-5]\d|[01]\d[0-5]\d(?: (?:hours|hrs|local))|\d{1,2})(?: ?[ap]\.?m\b\.?| hours| hrs| local| o'clock| h\b)?`)

// otherZone finds a word for the clock of another place.
var otherZone = regexp.MustCompile(`\b(?:GMT|UTC)\b`)

// digits finds the hour and the minute of a time by the clock.
var digits = regexp.MustCompile(`(\d{1,2})[:.]?(\d\d)?`)

// minutes are those since midnight of a time by the clock, -1 if the words may be no
// time: a bare number is none.
//
//	"at 9:40 a.m." → 580; "around 3 pm" → 900; "at 40" → -1
func minutes(words string) int {
	words = strings.ToLower(words)
	m := digits.FindStringSubmatch(words)
	after, before := strings.Contains(words, "pm") || strings.Contains(words, "p.m"), strings.Contains(words, "am") || strings.Contains(words, "a.m")
	if m == nil || m[2] == "" && !after && !before && !strings.Contains(words, "o'clock") {
		return -1
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	switch {
	case after && hour < 12:
		hour += 12
	case before && hour == 12:
		hour = 0
	}
	return hour*60 + minute
}

// How many minutes lie between two times that cannot be one, and how many at most
// between two that people may give for one thing.
const (
	slack   = 10
	halfDay = 360
)

// apartInTime reports whether two times of day cannot be one, by a clock that may not say which
// half of the day it means.
func apartInTime(a, b account.Saying) bool {
	x, _ := windowOf(a.Text)
	y, _ := windowOf(b.Text)
	if x.from != x.to || y.from != y.to {
		return x.outside(y)
	}
	apart := max(x.from, y.from) - min(x.from, y.from)
	if apart >= 12*60-halfDay {
		apart = max(12*60-apart, apart-12*60)
	}
	return slack <= apart && apart <= halfDay
}
