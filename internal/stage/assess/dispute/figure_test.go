package dispute

import (
	"strings"
	"testing"

	"stemma"
)

// Who has been counted before is no new figure.
func TestTakenUp(t *testing.T) {
	for text, want := range map[string]bool{
		"the six were killed by shells": true, "asked to see all six": true, "those six are in hospital": true, "overall six were killed": false, "six were killed": false,
	} {
		if got := takenUp(text, "six"); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}

// A bare number of some, or of more than those counted before, is of nothing told before.
func TestPartOf_more(t *testing.T) {
	for text, want := range map[string]bool{
		"six more are being treated": true, "six of whom ran": true, "six are being treated": false,
	} {
		p := &stemma.Proposition{Text: text}
		p.Quote.Span = stemma.Span{Start: 40, End: 40 + len(text)}
		q := stemma.Count{Words: "six"}
		q.Span = stemma.Span{Start: 40, End: 40 + len("six")}
		if got := partOf(p, q); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}

// Children among the dead are no second toll of all.
func TestSomeOnly(t *testing.T) {
	people := func(words, class string) stemma.Count {
		q := stemma.Count{Words: words}
		q.Of.Class = class
		return q
	}
	for words, want := range map[string]bool{"six children": true, "nine soldiers": false, "13 people": false} {
		class := words[strings.Index(words, " ")+1:]
		if got := someOnly(people(words, class), people("28 citizens", "people")); got != want {
			t.Errorf("%q: %t, want %t", words, got, want)
		}
	}
}

// Who puts the toll at a figure answers farther back than who only gives one.
func TestReachOf(t *testing.T) {
	for text, want := range map[string]int{"the death toll as high as 37": recalling, "37": answering, "37 died on the way to the ford": beside} {
		p := &stemma.Proposition{Claim: "c_papers", Cue: "put", Text: text, Words: strings.Fields(text)}
		p.Counts = []stemma.Count{{Words: "37"}}
		if got := reachOf(figureSaid{p.Counts[0], p}); got != want {
			t.Errorf("%q: %d bytes, want %d", text, got, want)
		}
	}
}
