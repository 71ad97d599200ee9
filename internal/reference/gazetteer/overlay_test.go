package gazetteer

import (
	"strings"
	"testing"
)

const header = "name\tother spellings\tkind\tparent\tcountry\tlat\tlon\tradius_km\tnote\n"

func TestReadOverlay_comesFirstAndKnowsWhatHoldsWhat(t *testing.T) {
	overlay, err := ReadOverlay("places.tsv", header+
		"Varde\t\tcountry\t\tXV\t-40\t-130\t200\t\n"+
		"Upper Varde\t\tprovince\tVarde\tXV\t-39.9\t-130\t60\t\n"+
		"Paris\tParysa|Osk\ttown\tUpper Varde\tXV\t-40\t-130\t\tnot the one in France\n")
	if err != nil {
		t.Fatal(err)
	}
	g := Open(overlay)
	for _, name := range []string{"Paris", "parysa", "OSK"} {
		found := g.Find(name)
		if len(found) == 0 || found[0].ID() != "overlay:paris" || found[0].Units()[1] != "Varde" || found[0].Radius != 4000 {
			t.Errorf("Find(%q) = %+v: want the town of Upper Varde in Varde first, 4 km round", name, found)
		}
	}
	if land, ok := g.Country("XV"); !ok || land.Name != "Varde" {
		t.Errorf("Country(XV) = %+v, %v: want Varde", land, ok)
	}
	if g.Version() == Open().Version() {
		t.Error("an overlay does not change the version")
	}
}

func TestReadOverlay_saysWhatIsWrongAndWhere(t *testing.T) {
	for table, want := range map[string]string{
		"name\tkind\nVarde\ttown\n":                   "no column \"other spellings\"",
		header + "\t\ttown\t\tXV\t1\t2\t\t\n":         "line 2: the row has no name",
		header + "Varde\t\t\t\tXV\t1\t2\t\t\n":        "line 2: Varde has no kind",
		header + "Varde\t\ttown\t\tXV\t91\t2\t\t\n":   "line 2: lat of Varde is \"91\"; write decimal degrees",
		header + "Varde\t\ttown\t\tXV\t1\teast\t\t\n": "line 2: lon of Varde is \"east\"",
		header + "Varde\t\ttown\t\tXV\t1\t2\t-1\t\n":  "line 2: radius_km of Varde is \"-1\"; write kilometres",
		header + strings.Repeat("x\t", 9) + "\n":      "cells under",
		"":                                            "no column",
	} {
		if _, err := ReadOverlay("places.tsv", table); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ReadOverlay(%q) = %v: want %q", table, err, want)
		}
	}
}

func FuzzReadOverlay(f *testing.F) {
	f.Add(header + "Osk\ta|b\ttown\tOsk\tXV\t1\t2\t3\tnote\n")
	f.Fuzz(func(t *testing.T, text string) {
		overlay, err := ReadOverlay("places.tsv", text)
		if err != nil {
			return
		}
		g := Open(overlay)
		for _, entry := range overlay.entries {
			if found := g.Find(entry.Name); len(found) == 0 || !found[0].Overlay {
				t.Fatalf("%q is in the table and is not found first: %+v", entry.Name, found)
			}
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, name := range []string{"Deir ez-Zôr", "", "the ", "province of", "’s", "السويداء", "\xff\x00", "al al al"} {
		f.Add(name)
	}
	g := Open()
	f.Fuzz(func(t *testing.T, name string) {
		if folded := Fold(name); Fold(folded) != folded && !strings.HasPrefix(folded, "the ") {
			t.Fatalf("Fold(%q) = %q, folded again %q", name, folded, Fold(folded))
		}
		for _, m := range g.Find(name) {
			if m.Name == "" || m.ID() == "" || m.Lat < -90 || m.Lat > 90 || m.Lon < -180 || m.Lon > 180 {
				t.Fatalf("Find(%q) has %+v", name, m)
			}
		}
	})
}
