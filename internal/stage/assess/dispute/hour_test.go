package dispute

import (
	"testing"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// A page that tells of an attack without its hour, and gives it in passing, is held
// against others; one that gives it where it tells of it is not asked again, nor is a
// page that is about something else.
func TestInPassing(t *testing.T) {
	told := func(page, id, words string, at int) stemma.Telling {
		return stemma.Telling{Document: "d_" + page, Words: words, Event: stemma.Event{
			ID: "e_" + id, Type: "ASSAULT", Modality: stemma.Asserted, Trigger: stemma.Span{Start: at, End: at + 4}}}
	}
	raid, passing := told("post", "raid", "jets destroyed a post", 10), told("post", "operation", "the operation was carried out at dawn", 90)
	other := told("star", "shelling", "the shelling began at 9:40", 90)
	for name, c := range map[string]struct {
		raid stemma.Telling
		more []stemma.Telling
		want int
	}{
		"in passing":     {raid, []stemma.Telling{passing}, 1},
		"told already":   {told("post", "raid", "jets destroyed a post at 9:40", 10), []stemma.Telling{passing}, 0},
		"another's page": {raid, []stemma.Telling{told("star", "riot", "guards shot two men", 10), other}, 0},
		"no time of day": {raid, []stemma.Telling{told("post", "operation", "the operation went on", 90)}, 0},
	} {
		incident := stemma.Incident{Events: []string{"e_raid"}}
		pages := account.Pages{Tellings: append([]stemma.Telling{c.raid}, c.more...)}
		if got := inPassing(incident, []stemma.Telling{c.raid}, pages); len(got) != c.want {
			t.Errorf("%s: %d in passing, want %d", name, len(got), c.want)
		}
	}
}
