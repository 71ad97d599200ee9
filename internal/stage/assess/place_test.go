package assess

import (
	"testing"

	"stemma"
)

// A place counts for those whose own words give it, not for whom the page quotes
// beside it; where nobody's words do, for all.
func TestAssess_placesInOwnWords(t *testing.T) {
	oruna := stemma.Scene{Place: stemma.Place{ID: "p", Name: "Oruna", Precision: stemma.PrecisionTown}, Role: "at", Words: stemma.Quote{Document: "d_post", Span: stemma.Span{Start: 10, End: 15}}}
	said := func(id, name string, content stemma.Span) stemma.Telling {
		p := stemma.Party{Actor: "a_" + id, Key: name, Body: name, Name: name, Kind: stemma.KindNGO}
		return stemma.Telling{
			Document: "d_post", Event: stemma.Event{ID: "e_" + id, Type: "ASSAULT", Clause: content, Modality: stemma.Asserted}, Scenes: []stemma.Scene{oruna},
			Claim:    &stemma.Claim{ID: "c_" + id, Source: stemma.Source{Name: name, Actor: p.Actor, Kind: stemma.SourceNamed}, Content: []stemma.Span{content}},
			Speakers: []stemma.Party{p},
		}
	}
	holds, beside := said("1", "Red Lantern", stemma.Span{Start: 0, End: 20}), said("2", "Blue Lantern", stemma.Span{Start: 30, End: 50})
	for _, c := range []struct {
		tellings []stemma.Telling
		want     int
	}{{[]stemma.Telling{holds, beside}, 1}, {[]stemma.Telling{beside}, 1}} {
		got := Assess(stemma.Incident{ID: "i_1", Type: "ASSAULT"}, c.tellings, Pages{}, NewFamilies(c.tellings, nil))
		for _, v := range got.Values {
			if v.Field == "place" && v.Origins.Max != c.want {
				t.Errorf("%d tellings: Oruna has %d origins, want %d", len(c.tellings), v.Origins.Max, c.want)
			}
		}
		if len(got.Values) < 2 {
			t.Errorf("%d tellings: no place among %v", len(c.tellings), got.Values)
		}
	}
}
