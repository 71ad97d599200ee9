package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestAbbreviations(t *testing.T) {
	for word, a := range abbreviations() {
		if !slices.Contains([]string{"name", "number", "any"}, a.Before) || strings.HasSuffix(word, ".") {
			t.Errorf("%q before %q", word, a.Before)
		}
	}
	for word, want := range map[string]bool{"Gen": true, "GEN": true, "gen": false, "U.S": true, "Sat": true, "sat": false} {
		if _, got := AbbreviationOf(word); got != want {
			t.Errorf("%s is an abbreviation: %v", word, got)
		}
	}
}

func TestOpensSentence(t *testing.T) {
	if !OpensSentence("The") || OpensSentence("Senate") {
		t.Error(`"The" opens sentences, "Senate" does not`)
	}
}
