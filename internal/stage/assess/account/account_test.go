package account

import (
	"strings"
	"testing"

	"stemma"
)

// TestShown: a private person's name is hidden, a description is none.
func TestShown(t *testing.T) {
	for name, want := range map[string]string{
		"Mara Odel": "████ ████", "a sergeant": "a sergeant", "the baker's son": "the baker's son", "a cousin of Odel": "a cousin of ████",
		"her mother": "her mother", "a teacher in Old Dorvat": "a teacher in Old Dorvat", "Odel from Dorvat": "████ ████ ██████",
		"a fighter from the Orsa Front": "a fighter from the Orsa Front", "a friend of the Odel family": "a friend of the ████ family",
	} {
		if got := shown(stemma.Party{Name: name, Kind: stemma.KindPerson, Person: stemma.PersonWitness}); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
}

// TestTellsOfNone: the word is the last of those before the trigger.
func TestTellsOfNone(t *testing.T) {
	for words, want := range map[string]bool{
		"no wounded from the market": true, "it had received no wounded": true, "no group had claimed the wounded": false, "nine wounded": false,
	} {
		at := strings.Index(words, "wounded")
		telling := stemma.Telling{Words: words, Event: stemma.Event{Clause: stemma.Span{Start: 5, End: 5 + len(words)}, Trigger: stemma.Span{Start: 5 + at, End: 12 + at}, Modality: stemma.Asserted}}
		if got := tellsOfNone(&telling); got != want {
			t.Errorf("%q tells of none: %t, want %t", words, got, want)
		}
	}
}
