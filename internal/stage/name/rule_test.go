package name_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/reference/actors"
)

// One name of an army is two actors at two times, and the page is told so.
func TestAnnotate_notesWhoseArmyItWas(t *testing.T) {
	const text = "The Syrian army shelled the ridge. The Norwegian army did not."
	for _, tt := range []struct {
		day  stemma.Day
		want string
	}{
		{stemma.NewDay(2017, 8, 1), "as it was on 2017-08-01, before others took over on 2024-12-08"},
		{stemma.NewDay(2025, 8, 1), "as it was on 2025-08-01, since 2024-12-08"},
		{0, "the page has no day, and others took over these forces on 2024-12-08"},
	} {
		var notes []string
		for _, note := range read(t, text, actors.Open(), tt.day).Notes {
			notes = append(notes, note.Text)
		}
		if len(notes) != 1 || !strings.HasSuffix(notes[0], tt.want) {
			t.Errorf("got %q, want one that ends in %q", notes, tt.want)
		}
	}
}

// The agency of a state serves it on a page that does not name the state; a private
// paper serves none.
func TestAnnotate_servesItsState(t *testing.T) {
	r := read(t, "Marlen Wire printed a photograph. The Harbour Observer did not.", book(t), 0)
	got := map[string]string{}
	for _, a := range r.Actors {
		got[a.Name] = a.Serves
	}
	if got["Marlen Wire"] != "XM" || got["Harbour Observer"] != "" {
		t.Errorf("got %v, want Marlen Wire to serve XM and the Observer nobody", got)
	}
}
