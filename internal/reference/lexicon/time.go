package lexicon

import (
	_ "embed"
	"strings"

	"stemma/internal/reference/table"
)

//go:embed time.tsv
var timeData string

// A TimeKind says what sort of word of time it is.
type TimeKind string

// The kinds of words of time.
const (
	TimeMonth     TimeKind = "month"     // Value "1" to "12"
	TimeWeekday   TimeKind = "weekday"   // "0" is Sunday
	TimeUnit      TimeKind = "unit"      // a TIMEX3 letter; E a decade, C a century, F a fortnight
	TimeSeason    TimeKind = "season"    // SP, SU, FA, WI
	TimePart      TimeKind = "part"      // of a day: MO, MI, AF, EV, NI
	TimeDay       TimeKind = "day"       // days from today: "yesterday" is "-1"
	TimeReference TimeKind = "reference" // PAST_REF, PRESENT_REF, FUTURE_REF
	TimeSet       TimeKind = "set"       // "daily" is "P1D"
	TimeStretch   TimeKind = "stretch"   // early, middle, late, before, after
	TimeTurn      TimeKind = "turn"      // "last" is "-1", "this" "0", "next" "1"
	TimeCount     TimeKind = "count"     // after a length of time: "ago"; ±1 from the report, ±2 from the day before named
	TimeZone      TimeKind = "zone"
	TimeLead      TimeKind = "lead" // a word before which a month or a year may follow
)

// A TimeWord is one meaning of a word of time.
type TimeWord struct {
	Value string
	Needs string // what must stand with it: number, name (a capital), determiner; "plural" marks a plural
}

var timeWords = readTimes()

func readTimes() map[TimeKind]map[string]TimeWord {
	out := map[TimeKind]map[string]TimeWord{}
	for _, row := range table.Embedded("time.tsv", timeData, "word", "kind", "value", "needs", "note") {
		kind := TimeKind(row.Cell("kind"))
		if out[kind] == nil {
			out[kind] = map[string]TimeWord{}
		}
		out[kind][row.Cell("word")] = TimeWord{row.Cell("value"), row.Cell("needs")}
	}
	return out
}

// Time is what a word in lower case means as a word of one kind.
func Time(kind TimeKind, word string) (TimeWord, bool) {
	w, ok := timeWords[kind][word]
	return w, ok
}

// TimeVersion is the data's, for the versions of the stages that use it.
func TimeVersion() string { return timeData }

var timeOpeners = readOpeners()

// readOpeners gathers the words of time and number, weekdays in the plural, and
// the first words of approximators.
func readOpeners() map[string]bool {
	out := map[string]bool{}
	for _, words := range timeWords {
		for word := range words {
			out[word], out[word+"s"] = true, true
		}
	}
	for word := range numberWords {
		out[word] = true
	}
	for words := range approximators {
		first, _, _ := strings.Cut(words, " ")
		out[first] = true
	}
	return out
}

// OpensTime reports whether a phrase of time may begin with a word in lower case.
func OpensTime(word string) bool { return timeOpeners[word] }
