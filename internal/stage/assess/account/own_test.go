package account

import (
	"testing"

	"stemma"
)

// A place or a doer counts for those whose own words give it, not for whom the page
// quotes beside it; where nobody's words do, for all.
func TestValues_inOwnWords(t *testing.T) {
	oruna := stemma.Scene{Place: stemma.Place{ID: "p", Name: "Oruna", Precision: stemma.PrecisionTown}, Role: "at", Words: stemma.Quote{Document: "d_post", Span: stemma.Span{Start: 10, End: 15}}}
	guard := stemma.Party{Key: "guard", Body: "guard", Name: "the Guard", Span: stemma.Span{Start: 2, End: 7}}
	said := func(id, name string, content stemma.Span) stemma.Telling {
		p := stemma.Party{Actor: "a_" + id, Key: name, Body: name, Name: name, Kind: stemma.KindNGO}
		return stemma.Telling{
			Document: "d_post", Event: stemma.Event{ID: "e_" + id, Type: "ASSAULT", Clause: content, Modality: stemma.Asserted}, Scenes: []stemma.Scene{oruna}, Actors: []stemma.Party{guard},
			Claim:    &stemma.Claim{ID: "c_" + id, Source: stemma.Source{Name: name, Actor: p.Actor, Kind: stemma.SourceNamed}, Content: []stemma.Span{content}},
			Speakers: []stemma.Party{p},
		}
	}
	holds, beside := said("1", "Red Lantern", stemma.Span{Start: 0, End: 20}), said("2", "Blue Lantern", stemma.Span{Start: 30, End: 50})
	for _, c := range []struct {
		tellings []stemma.Telling
		want     int
	}{{[]stemma.Telling{holds, beside}, 1}, {[]stemma.Telling{beside}, 1}} {
		got := Collect(stemma.Incident{ID: "i_1", Type: "ASSAULT"}, c.tellings, NewFamilies(c.tellings, nil)).Values()
		for _, v := range got {
			if (v.Field == "place" || v.Field == "actor") && v.Origins.Max != c.want {
				t.Errorf("%d tellings: the %s has %d origins, want %d", len(c.tellings), v.Field, v.Origins.Max, c.want)
			}
		}
		if len(got) < 3 {
			t.Errorf("%d tellings: no place or no doer among %v", len(c.tellings), got)
		}
	}
}
