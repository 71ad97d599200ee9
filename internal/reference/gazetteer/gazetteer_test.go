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
		if found := g.Lookup(name); len(found) == 0 || found[0].GeoNames == 0 || found[0].Country != "SY" {
			t.Errorf("Lookup(%q) = %+v: want the city of Syria with its GeoNames id first", name, found)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		Open()
	}
}

func BenchmarkFind(b *testing.B) {
	g := Open()
	for _, name := range []string{"Deir al-Zor", "Paris", "Nothing Such", "said"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g.Find(name)
			}
		})
	}
}
