package web

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"stemma/internal/draw"
)

// A box is south, west, north and east, in degrees.
type box [4]float64

// A cluster stands for marks that are too many to draw one by one.
type cluster struct {
	Lat   float64 `json:"lat"`
	Lon   float64 `json:"lon"`
	Count int     `json:"count"` // of incidents
	Box   box     `json:"box"`
}

// How many marks are drawn before they are gathered: by a browser, and on a page
// that draws itself.
const (
	mostMarks = 2000
	mostDrawn = 300
)

// square is the side of the squares within which marks are gathered, in the
// pixels of a map.
const square = 72

// within is what of a chart a map shows of a box at a zoom, at most so many
// marks: if there are more, neighbours are gathered.
func (c *chart) within(b box, zoom float64, most int) *chart {
	if len(c.Marks) <= most {
		out := *c
		out.Whole = true
		return out.cut()
	}
	seen := make([]bool, len(c.Marks))
	n := 0
	for i, m := range c.Marks {
		seen[i] = b.touches(m)
		if seen[i] {
			n++
		}
	}
	if n > most {
		return c.gathered(seen, zoom).cut()
	}
	return c.only(seen).cut()
}

// only keeps some of the marks, and the links between them.
func (c *chart) only(keep []bool) *chart {
	out := &chart{Incidents: c.Incidents, Marks: []mark{}, Links: []link{}, Clusters: []cluster{}, Box: c.Box}
	to := make([]int, len(c.Marks))
	for i, m := range c.Marks {
		if keep[i] {
			to[i] = len(out.Marks)
			out.Marks = append(out.Marks, m)
		}
	}
	for _, l := range c.Links {
		if keep[l.From] && keep[l.To] {
			out.Links = append(out.Links, link{l.Sort, to[l.From], to[l.To], l.Of})
		}
	}
	return out
}

// gathered puts marks of one square together; who is alone in it stays a mark.
func (c *chart) gathered(seen []bool, zoom float64) *chart {
	squares := map[[2]int][]int{}
	for i, m := range c.Marks {
		if seen[i] {
			x, y := world(m.Lat, m.Lon, zoom)
			at := [2]int{int(x / square), int(y / square)}
			squares[at] = append(squares[at], i)
		}
	}
	alone := make([]bool, len(c.Marks))
	var clusters []cluster
	keys := slices.SortedFunc(maps.Keys(squares), func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	for _, at := range keys {
		if of := squares[at]; len(of) == 1 {
			alone[of[0]] = true
		} else {
			clusters = append(clusters, c.cluster(of))
		}
	}
	out := c.only(alone)
	out.Clusters = clusters
	return out
}

func (c *chart) cluster(marks []int) cluster {
	out := cluster{Box: box{90, 180, -90, -180}}
	incidents := map[int]bool{}
	for _, n := range marks {
		m := c.Marks[n]
		out.Lat += m.Lat / float64(len(marks))
		out.Lon += m.Lon / float64(len(marks))
		out.Box = out.Box.with(m.Lat, m.Lon)
		for _, i := range m.Of {
			incidents[i] = true
		}
	}
	out.Count = len(incidents)
	return out
}

// cut leaves out what a page need not be told: incidents that no mark names.
func (c *chart) cut() *chart {
	to := map[int]int{}
	incidents := []told{}
	most := min(mostAtPlace, 1+mostTold/(1+len(c.Marks)))
	renamed := func(of []int) []int {
		out := []int{}
		for _, n := range of[:min(len(of), most)] {
			if _, ok := to[n]; !ok {
				to[n] = len(incidents)
				incidents = append(incidents, c.Incidents[n])
			}
			out = append(out, to[n])
		}
		return out
	}
	out := *c
	out.Marks, out.Links = slices.Clone(c.Marks), slices.Clone(c.Links)
	for i := range out.Marks {
		out.Marks[i].Of = renamed(out.Marks[i].Of)
	}
	for i := range out.Links {
		out.Links[i].Of = renamed(out.Links[i].Of)
	}
	out.Incidents = incidents
	return &out
}

// extent is the box in which nine tenths of the marks lie, or all if they are
// few: one report of a speech in New York should not make a province a dot.
func (c *chart) extent() box {
	const few = 20
	n := len(c.Marks)
	if n == 0 {
		return box{-45, -150, 65, 160}
	}
	var lats, lons []float64
	for _, m := range c.Marks {
		lats, lons = append(lats, m.Lat), append(lons, m.Lon)
	}
	slices.Sort(lats)
	slices.Sort(lons)
	skip := 0
	if n > few {
		skip = n / 20
	}
	b := box{lats[skip], lons[skip], lats[n-1-skip], lons[n-1-skip]}
	for _, m := range c.Marks {
		if b.has(m.Lat, m.Lon) {
			reach := min(float64(m.Reach)/draw.MetresPerDegree, 2)
			b = b.with(m.Lat-reach, m.Lon-reach).with(m.Lat+reach, m.Lon+reach)
		}
	}
	return b.wider(0.15)
}

func (b box) has(lat, lon float64) bool {
	return lat >= b[0] && lat <= b[2] && lon >= b[1] && lon <= b[3]
}

// touches reports whether a mark reaches into the box.
func (b box) touches(m mark) bool {
	reach := float64(m.Reach) / draw.MetresPerDegree
	wide := reach / math.Max(0.1, math.Cos(m.Lat*math.Pi/180))
	return box{b[0] - reach, b[1] - wide, b[2] + reach, b[3] + wide}.has(m.Lat, m.Lon)
}

func (b box) with(lat, lon float64) box {
	return box{min(b[0], lat), min(b[1], lon), max(b[2], lat), max(b[3], lon)}
}

// wider is the box with a share of its size added on every side, and a third of a
// degree at least; the map ends before the poles.
func (b box) wider(share float64) box {
	return b.grown(max(share*(b[2]-b[0]), 0.3), max(share*(b[3]-b[1]), 0.3))
}

// half is the middle of the box.
func (b box) half() box { return b.grown((b[0]-b[2])/4, (b[1]-b[3])/4) }

func (b box) grown(high, wide float64) box {
	return box{max(b[0]-high, -80), max(b[1]-wide, -180), min(b[2]+high, 80), min(b[3]+wide, 180)}
}

// world is where a point lies on Mercator's map of the world, in pixels of a
// zoom, as Leaflet has it.
func world(lat, lon, zoom float64) (x, y float64) {
	size := 256 * math.Exp2(zoom)
	sin := math.Sin(lat * math.Pi / 180)
	return size * (lon + 180) / 360, size * (0.5 - math.Log((1+sin)/(1-sin))/(4*math.Pi))
}
