package outline

import (
	"bytes"
	"testing"
)

func TestBook_At(t *testing.T) {
	for _, c := range []struct {
		country  string
		lat, lon float64
		want     string
	}{{"SY", 35.93, 36.63, "Idlib"}, {"LB", 34.1, 36.3, ""}, {"UA", 48.0, 37.8, "Donets'k"}, {"SD", 13.63, 25.35, "North Darfur"}, {"GB", 52, -1, "United Kingdom"}} {
		n, ok := Open().At(c.country, c.lat, c.lon)
		if !ok {
			t.Errorf("nothing at %v %v in %s", c.lat, c.lon, c.country)
			continue
		}
		if got := Open().Units[n].Name; c.want != "" && got != c.want {
			t.Errorf("%v %v in %s is %s, want %s", c.lat, c.lon, c.country, got, c.want)
		}
		t.Log(Open().Units[n].Name, int(Open().Reach(n)))
	}
	if _, ok := Open().At("SY", 48, 2); ok {
		t.Error("Paris lies in Syria")
	}
}

// Lines that two units share are one arc, or the book would be twice as large
// and the map would have gaps.
func TestBook_Parts(t *testing.T) {
	b, count := Open(), map[Between]int{}
	for n := range b.Arcs {
		count[b.Parts(n)]++
		if len(b.sides[n]) > 2 {
			t.Errorf("arc %d has %d sides", n, len(b.sides[n]))
		}
	}
	if count[Provinces] < 5000 || count[Countries] < 600 || count[Coast] > 4600 {
		t.Errorf("arcs between provinces %d, countries %d, coasts %d", count[Provinces], count[Countries], count[Coast])
	}
	if runs := b.Borders(34.1, 36.4, 60_000); len(runs) == 0 {
		t.Error("no border between Lebanon and Syria")
	}
}

func TestPack(t *testing.T) {
	b, err := Unpack(Packed)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Pack(), Packed) {
		t.Error("packed again, the book is another")
	}
	if len(Packed) > 380_000 {
		t.Errorf("the book has %d bytes", len(Packed))
	}
}

// A map of one region needs no more of the book than lies there.
func TestBook_Within(t *testing.T) {
	near := Open().Within(32, 35, 38, 43)
	packed := near.Pack()
	read, err := Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	if len(packed) > len(Packed)/4 {
		t.Errorf("Syria and around it have %d bytes of %d", len(packed), len(Packed))
	}
	if len(read.Units) != len(Open().Units) {
		t.Errorf("%d units of %d have kept their number", len(read.Units), len(Open().Units))
	}
	for _, c := range []struct {
		country  string
		lat, lon float64
		here     bool
	}{{"SY", 35.93, 36.63, true}, {"SD", 13.63, 25.35, false}} {
		n, ok := read.At(c.country, c.lat, c.lon)
		if ok != c.here {
			t.Errorf("%s is there: %v", c.country, ok)
		}
		if whole, _ := Open().At(c.country, c.lat, c.lon); ok && (n != whole || read.Units[n].Name != Open().Units[n].Name || read.Reach(n) != Open().Reach(n)) {
			t.Errorf("unit %d of %s was %d", n, c.country, whole)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add([]byte{2, 4, 'X', 'B', 2, 'O', 2, 4, 2, 2, 4, 4, 2, 0, 2, 'P', 2, 2, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Unpack(data)
		if err != nil {
			return
		}
		for n := range b.Units {
			for _, ring := range b.Units[n].Rings {
				b.Ring(ring)
			}
		}
	})
}
