package draw

import (
	"cmp"
	"math"
	"slices"

	"stemma"
	"stemma/internal/ledger"
)

// A Scenery is the places of an incident, each a circle as wide as it is not
// known more closely, in true scale.
type Scenery struct {
	Label   string
	Lines   []GridLine
	Circles []Circle
	ScaleTo int
	Scale   string
	Rows    []SceneRow
}

// A GridLine is one of the grid, from end to end, in pixels.
type GridLine struct{ X1, Y1, X2, Y2 int }

// A Circle is a place, and where its name stands, in pixels.
type Circle struct {
	X, Y, R, TextX, TextY int
	Name, Class, Anchor   string
}

// A SceneRow is a place in words, with where the page names it.
type SceneRow struct {
	Name, Role, Precision, Radius string
	Words                         stemma.Quote
}

const (
	mapWidth, mapHeight, mapEdge = 320, 220, 26
	mostPlaces                   = 12
)

// MetresPerDegree is how long a degree of latitude is.
const MetresPerDegree = 111320.0

// NewScenery draws places; nil if none of them is known.
func NewScenery(all []stemma.Scene) *Scenery {
	scenes := slices.DeleteFunc(slices.Clone(all), func(s stemma.Scene) bool { return s.Place.ID == "" || s.Place.Radius <= 0 })
	if len(scenes) == 0 {
		return nil
	}
	out := &Scenery{}
	project, perPixel := projection(scenes)
	row := map[string]int{} // of places: one place may have several parts
	for _, s := range scenes {
		p := s.Place
		if n, ok := row[p.ID]; ok {
			out.Rows[n].Role += ", " + s.Role
			continue
		}
		if len(row) == mostPlaces {
			break
		}
		row[p.ID] = len(out.Rows)
		x, y := project(p.Lat, p.Lon)
		out.Circles = append(out.Circles, newCircle(p, x, y, max(2, int(float64(p.Radius)/perPixel))))
		out.Rows = append(out.Rows, SceneRow{p.Name, s.Role, Precision(p.Precision), Metres(p.Radius), s.Words})
	}
	out.apart()
	step := NiceStep(perPixel * 70)
	out.ScaleTo, out.Scale = 12+int(step/perPixel), Metres(int(step))
	out.Label = Plural(len(out.Rows), "place", "places") + ", each drawn as wide as it is not known more closely"
	out.grid()
	return out
}

// newCircle is a place at a point, its name on the side where there is room.
func newCircle(p stemma.Place, x, y, r int) Circle {
	beside := min(r, 40) + 5
	c := Circle{X: x, Y: y, R: r, TextX: x + beside, TextY: y + 4, Name: ledger.Shorten(p.Name, 24), Class: "p-" + string(p.Precision), Anchor: "start"}
	if x > mapWidth*6/10 {
		c.TextX, c.Anchor = x-beside, "end"
	}
	return c
}

// grid draws lines that are no more than paper: they stand for no degrees.
func (s *Scenery) grid() {
	for at := 40; at < mapWidth; at += 60 {
		s.Lines = append(s.Lines, GridLine{at, 0, at, mapHeight})
	}
	for at := 40; at < mapHeight; at += 60 {
		s.Lines = append(s.Lines, GridLine{0, at, mapWidth, at})
	}
}

// apart moves names that would stand on each other.
func (s *Scenery) apart() {
	order := make([]int, len(s.Circles))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.Circles[a].TextY, s.Circles[b].TextY) })
	for k, n := range order {
		for _, m := range order[:k] {
			if s.Circles[n].TextY-s.Circles[m].TextY < 13 && s.Circles[n].TextY-s.Circles[m].TextY > -13 {
				s.Circles[n].TextY = s.Circles[m].TextY + 13
			}
		}
	}
}

// projection puts all circles into the map; metres are as long in both
// directions.
func projection(scenes []stemma.Scene) (func(lat, lon float64) (int, int), float64) {
	south, north, west, east := 90.0, -90.0, 180.0, -180.0
	for _, s := range scenes {
		p := s.Place
		dLat := float64(p.Radius) / MetresPerDegree
		dLon := dLat / math.Max(0.1, math.Cos(p.Lat*math.Pi/180))
		south, north = min(south, p.Lat-dLat), max(north, p.Lat+dLat)
		west, east = min(west, p.Lon-dLon), max(east, p.Lon+dLon)
	}
	shrink := math.Max(0.1, math.Cos((south+north)/2*math.Pi/180))
	perPixel := max((north-south)*MetresPerDegree/(mapHeight-2*mapEdge), (east-west)*shrink*MetresPerDegree/(mapWidth-2*mapEdge), 1)
	midLat, midLon := (south+north)/2, (west+east)/2
	return func(lat, lon float64) (int, int) {
		return mapWidth/2 + int((lon-midLon)*shrink*MetresPerDegree/perPixel), mapHeight/2 - int((lat-midLat)*MetresPerDegree/perPixel)
	}, perPixel
}

// NiceStep is the greatest of 1, 2, 5 times a power of ten below a length.
func NiceStep(most float64) float64 {
	step := math.Pow(10, math.Floor(math.Log10(most)))
	for _, n := range []float64{5, 2} {
		if n*step <= most {
			return n * step
		}
	}
	return step
}
