package code_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/table"
)

// TestEntries_codeTheirOwnSentence holds every entry of the lexicon to the sentence
// beside it: it is coded as the entry says, and where that says that a word is no
// event, the word makes none.
func TestEntries_codeTheirOwnSentence(t *testing.T) {
	t.Parallel()
	for name, column := range map[string]string{"verbs.tsv": "verb", "nouns.tsv": "noun"} {
		data, err := os.ReadFile("../../reference/codebook/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range table.Embedded(name, string(data), column, "type", "note") {
			sentence := strings.Split(row.Cell("note"), `"`)[1]
			events := read(t, sentence).Events
			if want := row.Cell("type"); want == codebook.None {
				if e := madeBy(events, row.List(column)); e != nil {
					t.Errorf("%s line %d: %q is coded %s by a word that is no event there", name, row.Line, sentence, e.Type)
				}
			} else if !slices.ContainsFunc(events, func(e stemma.Event) bool { return e.Type == want }) {
				t.Errorf("%s line %d: %q is not coded %s", name, row.Line, sentence, want)
			}
		}
	}
}

// madeBy is the first event by a rule of one of the words; nil if there is none.
func madeBy(events []stemma.Event, words []string) *stemma.Event {
	for i := range events {
		if _, word, _ := strings.Cut(events[i].Rule, " "); slices.Contains(words, word) {
			return &events[i]
		}
	}
	return nil
}
