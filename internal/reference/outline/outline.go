// Package outline is the book of outlines: where countries and their provinces
// lie, coarse enough to be carried along. It draws nothing and knows no names of
// places but those of its units; boundaries are de facto, as Natural Earth has
// them. In: a point at 33.5, 36.3 in SY; out: the unit Damascus with its rings.
package outline

import (
	_ "embed" // the packed book
	"math"
	"sync"
)

// Packed is the book as a browser is given it; [Unpack] tells how it is laid out.
//
//go:embed outlines.bin
var Packed []byte

// A Point is a place of the earth, in hundredths of a degree.
type Point struct{ Lon, Lat int32 }

// An Arc is a line that no other crosses, between two units, or between one and
// the sea.
type Arc []Point

// A Country has units.
type Country struct {
	Code string // ISO 3166-1 alpha-2, "" for those that have none
	Name string
}

// A Unit is a province, or a country that is kept whole.
type Unit struct {
	Name    string
	Country int     // index into the book's countries
	Rings   [][]int // of arcs: n forwards, ^n backwards
}

// A Book has all outlines.
type Book struct {
	Countries []Country
	Arcs      []Arc
	Units     []Unit
	sides     [][]int // units on either side of each arc
}

// Open is the book that the program carries.
var Open = sync.OnceValue(func() *Book {
	b, err := Unpack(Packed)
	if err != nil {
		panic(err) // the book is embedded, and a test reads it
	}
	return b
})

// Between says what an arc parts.
type Between int

// What an arc parts.
const (
	Coast     Between = iota // land and sea
	Countries                // two countries
	Provinces                // two units of one country
)

// Parts says what an arc parts.
func (b *Book) Parts(arc int) Between {
	switch s := b.sides[arc]; {
	case len(s) < 2:
		return Coast
	case b.Units[s[0]].Country != b.Units[s[1]].Country:
		return Countries
	}
	return Provinces
}

// Ring are the points of a ring, in order.
func (b *Book) Ring(ring []int) []Point {
	var out []Point
	for _, n := range ring {
		if n >= 0 {
			out = append(out, b.Arcs[n]...)
			continue
		}
		arc := b.Arcs[^n]
		for i := len(arc) - 1; i >= 0; i-- {
			out = append(out, arc[i])
		}
	}
	return out
}

// At is the unit of a country that holds a point.
func (b *Book) At(country string, lat, lon float64) (int, bool) {
	for n, u := range b.Units {
		if b.Countries[u.Country].Code == country && b.holds(u, lat*100, lon*100) {
			return n, true
		}
	}
	return 0, false
}

// holds counts how often a line to the east of the point meets the unit's rings.
func (b *Book) holds(u Unit, lat, lon float64) bool {
	inside := false
	for _, ring := range u.Rings {
		points := b.Ring(ring)
		for i := range points {
			p, q := points[i], points[(i+1)%len(points)]
			if (float64(p.Lat) > lat) == (float64(q.Lat) > lat) {
				continue
			}
			if lon < float64(p.Lon)+(lat-float64(p.Lat))/float64(q.Lat-p.Lat)*float64(q.Lon-p.Lon) {
				inside = !inside
			}
		}
	}
	return inside
}

// Reach is how wide a unit is, in metres: the radius of a circle as large as its
// largest ring.
func (b *Book) Reach(unit int) float64 {
	most := 0.0
	for _, ring := range b.Units[unit].Rings {
		points := b.Ring(ring)
		area, lat := 0.0, 0.0
		for i, p := range points {
			q := points[(i+1)%len(points)]
			area += float64(p.Lon)*float64(q.Lat) - float64(q.Lon)*float64(p.Lat)
			lat += float64(p.Lat) / 100 / float64(len(points))
		}
		most = max(most, math.Abs(area)/2*metres*metres*math.Cos(lat*math.Pi/180))
	}
	return math.Sqrt(most / math.Pi)
}

const metres = 1113.2 // in a hundredth of a degree of latitude

// Borders are the stretches of borders between countries within a distance of a
// point, in metres.
func (b *Book) Borders(lat, lon, reach float64) [][]Point {
	var out [][]Point
	east := metres * math.Cos(lat*math.Pi/180)
	near := func(p Point) bool {
		return math.Hypot((float64(p.Lat)-lat*100)*metres, (float64(p.Lon)-lon*100)*east) <= reach
	}
	for n, arc := range b.Arcs {
		if b.Parts(n) != Countries {
			continue
		}
		var run []Point
		for _, p := range arc {
			if near(p) {
				run = append(run, p)
				continue
			}
			out, run = kept(out, run), nil
		}
		out = kept(out, run)
	}
	return out
}

func kept(all [][]Point, run []Point) [][]Point {
	if len(run) < 2 {
		return all
	}
	return append(all, run)
}
