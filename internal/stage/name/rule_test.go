package name_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/reference/actors"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
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

// A page is that of an agency which the book knows by another name than the outlet's.
func TestAnnotate_issues(t *testing.T) {
	r := &stemma.Reading{Document: "d_0", Text: "Marlen Wire printed a photograph.", Read: true, Language: "en"}
	r.Regions = []stemma.Region{{Span: stemma.Span{End: len(r.Text)}, Kind: stemma.RegionBody}}
	r.Publication.Outlet.Name = "Marlen News Agency"
	golden.Annotate(t, r, parse.New(), name.New(book(t)))
	if len(r.Actors) != 1 || !r.Actors[0].Issues {
		t.Errorf("got %+v, want Marlen Wire to issue the page", r.Actors)
	}
}
