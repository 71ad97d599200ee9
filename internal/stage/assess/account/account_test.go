package account

import (
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
