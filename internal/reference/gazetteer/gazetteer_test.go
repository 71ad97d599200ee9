package gazetteer

import (
	"strings"
	"testing"
)

func show(matches []Match) string {
	var out []string
	for _, m := range matches {
		out = append(out, m.Name+" "+m.Kind+" "+m.Country)
	}
	return strings.Join(out, "; ")
}

func TestFind_spellingsOfOneCityMeet(t *testing.T) {
	g := Open()
	for name, want := range map[string]string{
		"Deir al-Zor": "city SY", "Dayr az Zawr": "city SY", "Jisr al-Shughour": "SY", "Hama": "city SY", "Harem": "Harem town SY",
		"Al-Qusayr": "SY", "Qamishli": "SY", "Kyiv": "city UA", "Kiev": "city UA", "Saint Petersburg": "city RU",
		"U.S.": "United States country", "the Netherlands": "Netherlands country", "DRC": "country CD", "Toruń": "PL",
		"Anderson County": "Anderson County district US", "Idlib province": "Idlib province SY", "Qarsha": "",
	} {
		got := show(g.Find(name))
		if !strings.Contains(got, want) || (want == "") != (got == "") {
			t.Errorf("Find(%q) = %s: want %q among them", name, got, want)
		}
	}
}

func TestFind_oursTakesTheIdOfGeoNames(t *testing.T) {
	g := Open()
	for _, name := range []string{"Qamishli", "Al-Qameshli", "Kamishli"} {
		if found := g.Find(name); len(found) == 0 || found[0].Place().GeoNames == 0 || found[0].Country != "SY" {
			t.Errorf("Find(%q) = %+v: want the city of Syria with its GeoNames id first", name, found)
		}
	}
}

func TestFind_namesInTheirOwnScripts(t *testing.T) {
	g := Open()
	for name, want := range map[string]string{"حلب": "SY", "Херсон": "UA", "חיפה": "IL", "Львів": "UA", "الموصل": "IQ", "Мариуполь": "UA"} {
		if got := show(g.Find(name)); !strings.Contains(got, want) {
			t.Errorf("Find(%q) = %s: want a place of %s", name, got, want)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		Open()
	}
}

// BenchmarkLookup looks up names of places, one in ninety-seven of those that
// the tables have, and words that are none.
func BenchmarkLookup(b *testing.B) {
	g := Open()
	var hits, misses []string
	for i := 0; i < g.geonames.places; i += 97 {
		name := g.geonames.match(i).Name
		hits = append(hits, name)
		misses = append(misses, "q"+name+"x", name+" corvelq")
	}
	for _, set := range []struct {
		name  string
		names []string
	}{{"hits", hits}, {"misses", misses}} {
		b.Run(set.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				g.Find(set.names[i%len(set.names)])
			}
		})
	}
}

func TestFilter_letsEveryKeyPass(t *testing.T) {
	places := []Packing{{Name: "Corvel", Kind: "town", Parent: -1}, {Name: "Dorvat", Kind: "village", Parent: -1, Loose: true}}
	p := openPacked(string(Pack(places)), true)
	for _, name := range []string{"corvel", "dorvat", soundMark + Sound("dorvat")} {
		if key := []byte(name); p.search(key, hash(key)) == "" {
			t.Errorf("%q is not found", name)
		}
	}
	if key := []byte("olmen"); p.search(key, hash(key)) != "" {
		t.Error("olmen is found, which the table has not")
	}
}
