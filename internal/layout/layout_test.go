package layout_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/layout"
)

func ptr[T any](v T) *T { return &v }

// shelling is "Shells hit Dorvat on Monday, killing two to five, the ministry
// told Meridian", published by the Arvon Courier.
func shelling() layout.Telling {
	point := export.Place{ID: "p_1", Name: "Dorvat", Country: ptr("SY"), Lat: ptr(35.2), Lon: ptr(36.7), Precision: ptr("town"), Scene: true, Book: ptr("own:dorvat")}
	event := export.Event{
		ID: "e_1", Type: "ASSAULT", ACLED: ptr("Shelling/artillery/missile attack"), Modality: "asserted", Claim: ptr("c_1"),
		Actors: []export.Role{{Actor: ptr("a_1"), Name: "Arvonian military"}, {Name: "a militia", Role: ptr("ally")}}, Recipients: []export.Role{{Actor: ptr("a_2"), Name: "residents"}},
		Places: []export.PlaceRole{{Place: "p_1", Role: "in"}},
		When:   export.When{Earliest: ptr("2015-10-01"), Latest: ptr("2015-10-01"), Precision: "day"},
	}
	return layout.Telling{
		Event: export.EventRow{Status: "accepted", Incident: ptr("i_1"), Event: event, Scenes: []export.Place{point},
			Figures: []export.Quantity{{What: "killed", Low: ptr(2.0), High: ptr(5.0), Of: export.Of{Class: ptr("civilians")}}}},
		Document: export.DocumentRow{ID: "d_1", Outlet: ptr("Arvon Courier"), Agency: ptr("Meridian"), Latest: ptr("2015-10-02"), Title: ptr("Shells hit Dorvat")},
		Claim: &export.ClaimRow{Claim: export.Claim{Source: &export.Source{Name: "the ministry"},
			Chain: []export.Link{{Role: "outlet", Name: ptr("Arvon Courier")}, {Role: "agency", Name: ptr("Meridian")}, {Role: "source", Name: ptr("the ministry")}}}},
		Reading: &stemma.Reading{
			Actors: []stemma.Actor{{ID: "a_1", Kind: stemma.KindStateForce, Country: "SY"}, {ID: "a_2", Kind: stemma.KindPeople}},
			Places: []stemma.Toponym{{ID: "p_1", Place: stemma.Place{ID: "own:dorvat", Parent: "Salm", Province: "Hama"}}},
		},
		Origins: stemma.Origins{Min: 1, Max: 2},
	}
}

func cells(t *testing.T, key string, of layout.Telling) map[string]string {
	t.Helper()
	l, ok := layout.Named(key)
	if !ok {
		t.Fatalf("no layout %s", key)
	}
	row, gaps := l.Row(of)
	out := map[string]string{}
	for i, name := range l.Columns() {
		out[name] = row[i]
	}
	for _, g := range gaps {
		if out[g.Column] != "" || g.Reason == "" {
			t.Errorf("%s: %q has the reason %q for being empty", g.Column, out[g.Column], g.Reason)
		}
	}
	return out
}

func TestACLED(t *testing.T) {
	got := cells(t, "acled-layout", shelling())
	for column, want := range map[string]string{
		"event_date": "2015-10-01", "time_precision": "1", "event_type": "Explosions/Remote violence", "actor1": "Arvonian military",
		"assoc_actor_1": "a militia", "inter1": "State Forces", "inter2": "Civilians", "interaction": "State Forces-Civilians", "civilian_targeting": "Civilian targeting",
		"iso": "760", "country": "Syria", "admin1": "Hama", "admin2": "Salm", "geo_precision": "1", "fatalities": "2", "tags": "killed 2–5 as told", "source": "Arvon Courier",
		"notes": "On 1 October 2015, shelling/artillery/missile attack by the Arvonian military and a militia on residents in Dorvat, with 2–5 civilians killed, according to the ministry via Meridian via Arvon Courier.",
	} {
		if got[column] != want {
			t.Errorf("%s = %q, want %q", column, got[column], want)
		}
	}
}

// TestMutual: those who fight each other stand on one side each, in the order of
// the words.
func TestMutual(t *testing.T) {
	clash := shelling()
	both := []export.Role{{Name: "Arvonian military"}, {Name: "Salt Guard"}}
	clash.Event.ACLED, clash.Event.Actors, clash.Event.Recipients = ptr("Armed clash"), both, both
	got := cells(t, "acled-layout", clash)
	for name, want := range map[string]string{"actor1": "Arvonian military", "assoc_actor_1": "", "actor2": "Salt Guard", "assoc_actor_2": ""} {
		if got[name] != want {
			t.Errorf("%s: %q, want %q", name, got[name], want)
		}
	}
	if want := "armed clash between the Arvonian military and Salt Guard in Dorvat"; !strings.Contains(got["notes"], want) {
		t.Errorf("notes: %q, want %q in it", got["notes"], want)
	}
}

// TestNotes: what was hit stands in the notes and not where parties do, figures of one
// kind stand together, and each act has its own words.
func TestNotes(t *testing.T) {
	taken := shelling()
	taken.Event.ACLED = ptr("Non-state actor overtakes territory")
	taken.Event.Recipients = []export.Role{{Name: "Dorvat"}, {Actor: ptr("a_3"), Name: "the guard"}}
	taken.Event.Figures = append(taken.Event.Figures[:0:0], export.Quantity{What: "killed", Low: ptr(4.0), High: ptr(4.0), Of: export.Of{Class: ptr("women")}},
		export.Quantity{What: "killed", Low: ptr(23.0), High: ptr(23.0), Of: export.Of{Class: ptr("civilians")}})
	got := cells(t, "acled-layout", taken)
	if got["actor2"] != "the guard" || got["assoc_actor_2"] != "" || got["fatalities"] != "23" {
		t.Errorf("%q, %q, %q", got["actor2"], got["assoc_actor_2"], got["fatalities"])
	}
	if want := "capture by the Arvonian military and a militia from the guard of Dorvat, with 23 civilians killed (also told: 4 women), according"; !strings.Contains(got["notes"], want) {
		t.Errorf("notes: %q, want %q in it", got["notes"], want)
	}
}

// TestNotes_places: what holds another place stands behind it, places of one role
// stand together, and a way begins where it came from.
func TestNotes_places(t *testing.T) {
	told := shelling()
	add := func(role string, p stemma.Place) {
		told.Reading.Places = append(told.Reading.Places, stemma.Toponym{ID: p.ID, Place: p})
		told.Event.Scenes = append(told.Event.Scenes, export.Place{ID: p.ID, Name: p.Name, Country: &p.Country, Scene: true})
		told.Event.Places = append(told.Event.Places, export.PlaceRole{Place: p.ID, Role: role})
	}
	told.Reading.Places[0].Place = stemma.Place{ID: "p_1", Name: "Dorvat", Kind: "town", Country: "XA"}
	add("to", stemma.Place{ID: "p_2", Name: "Hara", Kind: "town", Country: "XB"})
	add("from", stemma.Place{ID: "p_3", Name: "Salm", Kind: "town", Country: "XA"})
	add("in", stemma.Place{ID: "p_4", Name: "Arvon", Kind: "country", Country: "XA"})
	add("in", stemma.Place{ID: "p_5", Name: "Oruna", Kind: "town", Country: "XB"})
	add("in", stemma.Place{ID: "p_6", Name: "Arvon–Vedra border", Kind: "border"})
	got := cells(t, "acled-layout", told)["notes"]
	if want := " in Dorvat, Arvon and Oruna on the Arvon–Vedra border from Salm to Hara, with"; !strings.Contains(got, want) {
		t.Errorf("notes: %q, want %q in it", got, want)
	}
}

// TestNotes_figures: the killed come first, each kind once, and large numbers are
// written to be read.
func TestNotes_figures(t *testing.T) {
	told := shelling()
	told.Event.Actors = []export.Role{{Name: "They"}, {Name: "The rebels"}, {Name: "United States"}}
	told.Event.Figures = []export.Quantity{
		{What: "injured", Low: ptr(9.0), High: ptr(9.0)}, {What: "displaced", Low: ptr(14000.0)}, {What: "killed", Low: ptr(0.0), High: ptr(3.0), Of: export.Of{Class: ptr("soldiers")}},
	}
	got := cells(t, "acled-layout", told)
	if want := "attack by the rebels and the United States on residents in Dorvat, with up to 3 soldiers killed, 9 injured and at least 14,000 displaced, according"; !strings.Contains(got["notes"], want) {
		t.Errorf("notes: %q, want %q in it", got["notes"], want)
	}
	if got["actor1"] != "The rebels" {
		t.Errorf("actor1 is %q: a pronoun is no party", got["actor1"])
	}
}

func TestUCDP(t *testing.T) {
	got := cells(t, "ucdp-layout", shelling())
	for column, want := range map[string]string{
		"type_of_violence": "3", "number_of_sources": "1", "source_office": "Arvon Courier", "source_original": "the ministry", "where_prec": "1",
		"date_prec": "1", "deaths_civilians": "2", "best": "", "low": "2", "high": "5", "priogrid_gid": "180434", "geom_wkt": "POINT (36.7 35.2)",
	} {
		if got[column] != want {
			t.Errorf("%s = %q, want %q", column, got[column], want)
		}
	}
}

func TestColumns_areTheCodebooks(t *testing.T) {
	for key, want := range map[string]int{"acled-layout": 31, "ucdp-layout": 49} {
		l, _ := layout.Named(key)
		columns := l.Columns()
		if slices.Sort(columns); len(slices.Compact(columns)) != want {
			t.Errorf("%s has %d columns, want %d", key, len(columns), want)
		}
	}
}

func TestWrite_keepsTheUndatedApart(t *testing.T) {
	undated, planned := shelling(), shelling()
	undated.Event.When = export.When{Earliest: ptr("2015-09-29"), Latest: ptr("2015-10-02"), Precision: "unknown"}
	planned.Event.Modality = "planned"
	tellings := func(yield func(layout.Telling, error) bool) {
		_ = yield(shelling(), nil) && yield(undated, nil) && yield(planned, nil)
	}
	l, _ := layout.Named("acled-layout")
	var rows, apart, gaps bytes.Buffer
	n, err := l.Write(tellings, layout.Sheets{Rows: &rows, Apart: &apart, Gaps: &gaps})
	if err != nil || n != (layout.Tally{Written: 1, Apart: 1, OutOfScope: 1}) {
		t.Fatalf("Write = %+v, %v", n, err)
	}
	if !strings.HasPrefix(rows.String(), "# ACLED-layout, generated by Stemma") || !strings.Contains(apart.String(), "\nno date,e_1,") {
		t.Errorf("rows begin %.60q, apart %q", rows.String(), apart.String())
	}
}
