package dispute

import (
	"strings"
	"testing"

	"stemma"
)

// denies is a denial whose words of meaning are given in the order of its text.
func denies(text string, words ...string) *stemma.Proposition {
	p := said("post", "army", text, 0, words...)
	p.Cue, p.Denial, p.Negative = "reject", true, true
	p.Content = stemma.Span{Start: 20, End: 20 + len(text)}
	p.Quote.Span = stemma.Span{Start: 10, End: 20 + len(text)}
	return &p
}

// A denial is of what it names, not of what it calls it.
func TestObject(t *testing.T) {
	for text, want := range map[string]string{
		"the rebels' account as a desperate lie":     "rebel account",
		"that guns had served as a gate for bandits": "rebel account guns lie",
	} {
		if got := strings.Join(object(denies(text, "rebel", "account", "guns", "lie")), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A report that is told in the same breath is what is denied.
func TestReported(t *testing.T) {
	for text, want := range map[string]string{
		"claims by a union that the dead cut cane": "the dead cut cane",
		"that the dead cut cane":                   "",
		"the report of the union":                  "",
	} {
		got, _ := reported(denies(text, "claim", "union", "dead", "cut", "cane"))
		if got.Text != want {
			t.Errorf("%q: %q, want %q", text, got.Text, want)
		}
		if at := got.Quote.Span; want != "" && at.Len() != len(want) {
			t.Errorf("%q stands at %v", text, at)
		}
	}
}

// A denial in a clause about what comes before it answers that, or nothing.
func TestReplied_relative(t *testing.T) {
	far, near := said("post", "Front", "shells fell on the mill", 0, "shell", "fall", "mill"), said("post", "miller", "guards burned it", 0, "guard", "burn")
	far.Quote.Span, near.Quote.Span = stemma.Span{Start: 0, End: 40}, stemma.Span{Start: 50, End: 98}
	no := denies("a charge", "charge")
	no.Content, no.Quote.Span = stemma.Span{Start: 100, End: 108}, stemma.Span{Start: 100, End: 120}
	if got := replied([]stemma.Proposition{far, near, *no}, 2); got != 1 {
		t.Errorf("answers statement %d, want the one before the comma", got)
	}
	if got := replied([]stemma.Proposition{far, *no}, 1); got != -1 {
		t.Errorf("answers statement %d, want none", got)
	}
}

// Who is told to be held guilty in the page's own voice is accused, as by who accuses him.
func TestAccuses_ownVoice(t *testing.T) {
	for text, want := range map[string]bool{
		"Odel was convicted of two killings": true, "the Front is widely blamed for the raid": true, "the Front took the town": false,
	} {
		if got := accuses(&stemma.Proposition{Text: text}); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}

// What will not be done may have been done; what was not, not.
func TestSaysNo_promised(t *testing.T) {
	for words, want := range map[string]bool{"there would be no ground raid": false, "there was no ground raid": true} {
		at := stemma.Span{Start: 0, End: len(words)}
		told := &stemma.Telling{Words: words, Event: stemma.Event{Clause: at, ModalityWords: []stemma.Span{at}}}
		if got := saysNo(told); got != want {
			t.Errorf("%q: %t, want %t", words, got, want)
		}
	}
}

// A negation that is only thought possible is none.
func TestLeavesOpen(t *testing.T) {
	for text, want := range map[string]bool{"Maybe he does not want to leave": true, "they may not have come": true, "he does not want to leave": false} {
		if got := leavesOpen(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}

// That nobody was hurt stands against a figure of those who were, if they may be
// the same people; that nothing was heard of it stands against nothing.
func TestNobodies(t *testing.T) {
	for _, c := range []struct {
		words, none, some string
		want              int
	}{
		{"nobody", "", "medics", 1}, {"no casualties", "", "", 1}, {"no civilian", "civilians", "children", 1},
		{"no soldier", "soldiers", "children", 0}, {"no reports of casualties", "", "", 0},
	} {
		no, yes := said("post", "Front", c.words+" hurt", 0, "hurt"), said("post", "nurse", "two were killed", 2, "kill")
		no.Counts = []stemma.Count{{Words: c.words, Quantity: stemma.Quantity{What: "killed", Negative: true, Of: stemma.Of{Class: c.none}}}}
		yes.Counts[0].Of.Class = c.some
		yes.Quote.Span = stemma.Span{Start: 100, End: 150}
		if got := nobodies([]stemma.Proposition{no, yes}, nil); len(got) != c.want {
			t.Errorf("%q against %q: %d, want %d", c.words, c.some, len(got), c.want)
		}
	}
}

// Who denies having had an offer says what is not so; who rejects one does not.
func TestRefuses(t *testing.T) {
	for text, want := range map[string]bool{"having had any offer": false, "the offer": true} {
		p := &stemma.Proposition{Cue: "deny", Text: text, Denial: true, Act: strings.HasPrefix(text, "having")}
		if got := refuses(p); got != want {
			t.Errorf("denied %q: %t, want %t", text, got, want)
		}
	}
}
