package gazetteer

import (
	"bytes"
	"os"
	"testing"

	"stemma"
)

func TestOwn_isPackedFromItsTables(t *testing.T) {
	packed, err := PackOwn(os.DirFS("own"), []byte(geonames))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(packed, []byte(own)) {
		t.Error("own.bin is older than own/*.tsv: run go generate ./internal/reference/gazetteer")
	}
}

func TestOwn_pointsLieInTheirCountries(t *testing.T) {
	table := openPacked(own, true)
	g := Open()
	for i := range table.places {
		m := table.match(i)
		land, ok := g.Country(m.Country)
		if m.Country == "" || !ok || m.Capital || m.Lat == 0 && m.Lon == 0 {
			continue // seas, and parents that are only names
		}
		if km := stemma.Kilometres(m.Lat, m.Lon, land.Lat, land.Lon); km > 1.8*float64(land.Radius)/1000+250 && !farAway[m.Name] {
			t.Errorf("%s (%s) lies %.0f km from the middle of %s: is its point right?", m.Name, m.Kind, km, land.Name)
		}
	}
}

// farAway are parts of a country that lie far from its middle.
var farAway = map[string]bool{
	"Tierra del Fuego": true, "Deep South": true, "Yala": true, "Narathiwat": true, "Finnmark": true,
	"Alaska": true, "Hawaii": true, "Kaliningrad region": true, "Aceh": true, "El Embrujo airport": true, "Bokpyinn airport": true,
	"Kawthoung airport": true, "Khrabrovo airport": true, "North Sumatra": true, "West Sumatra": true,
}

func TestOwn_idsDiffer(t *testing.T) {
	table := openPacked(own, true)
	seen := map[string]Match{}
	for i := range table.places {
		m := table.match(i)
		if m.Lat == 0 && m.Lon == 0 || m.Capital {
			continue
		}
		if other, ok := seen[m.ID()]; ok {
			t.Errorf("%s is the id of %+v and of %+v", m.ID(), other, m)
		}
		seen[m.ID()] = m
	}
}
