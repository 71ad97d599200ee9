package main

import (
	"math"
	"slices"

	"stemma/internal/reference/outline"
)

// smallest is the side of a square, in degrees, within which a ring is an islet
// and is left out.
const smallest = 0.06

// whole are countries whose provinces Natural Earth draws as small as towns, and
// of which no report speaks by province.
var whole = map[string]bool{
	"GB": true, "SI": true, "LV": true, "IT": true, "FR": true, "MT": true, "MK": true, "IE": true, "PT": true, "BE": true, "LU": true, "CH": true,
	"EE": true, "IS": true, "LI": true, "SM": true, "MC": true, "AD": true, "NZ": true, "JP": true, "PR": true, "BM": true, "BS": true, "JM": true,
	"BB": true, "TT": true, "MU": true, "SC": true, "SG": true, "DK": true, "NO": true, "FI": true, "HU": true, "CZ": true, "SK": true, "AT": true, "NL": true,
}

// An edge is a step from one corner to the next.
type edge struct{ from, to point }

// fold makes a book of provinces: lines that two of them share become one arc,
// and all arcs are made coarser.
func fold(provinces []province, tolerance float64) *outline.Book {
	f := folding{book: &outline.Book{}, arcs: map[edge]int{}, countries: map[string]int{}, tolerance: tolerance * fine}
	provinces = drawn(provinces)
	f.meet(provinces)
	for _, p := range provinces {
		f.add(p)
	}
	return f.book
}

// drawn leaves islets out, and joins the provinces of countries that are kept
// whole by leaving out the lines between them.
func drawn(provinces []province) []province {
	var out []province
	at := map[string]int{}
	for _, p := range provinces {
		p.rings = slices.DeleteFunc(p.rings, ring.islet)
		if !whole[p.code] {
			if len(p.rings) > 0 {
				out = append(out, p)
			}
			continue
		}
		if n, ok := at[p.country]; ok {
			out[n].rings = append(out[n].rings, p.rings...)
			continue
		}
		at[p.country] = len(out)
		out = append(out, province{p.country, p.code, p.country, p.rings})
	}
	for _, n := range at {
		out[n].rings = dissolved(out[n].rings)
	}
	return out
}

func (r ring) islet() bool {
	low, high := r[0], r[0]
	for _, p := range r {
		low = point{min(low.lon, p.lon), min(low.lat, p.lat)}
		high = point{max(high.lon, p.lon), max(high.lat, p.lat)}
	}
	return float64(max(high.lon-low.lon, high.lat-low.lat)) < smallest*fine
}

// dissolved are the rings around all the rings: edges that are walked both ways
// lie inside.
func dissolved(rings []ring) []ring {
	next := map[point][]point{}
	count := map[edge]int{}
	for _, r := range rings {
		for i, p := range r {
			count[edge{p, r[(i+1)%len(r)]}]++
		}
	}
	var order []point
	for _, r := range rings {
		for i, p := range r {
			q := r[(i+1)%len(r)]
			if count[edge{q, p}] == 0 {
				next[p] = append(next[p], q)
				order = append(order, p)
			}
		}
	}
	var out []ring
	for _, start := range order {
		if r := walk(next, start); len(r) > 2 && !r.islet() {
			out = append(out, r)
		}
	}
	return out
}

// walk follows steps from a corner until it is back, and uses them up.
func walk(next map[point][]point, start point) ring {
	var r ring
	for p := start; len(next[p]) > 0; {
		r = append(r, p)
		steps := next[p]
		p, next[p] = steps[0], steps[1:]
		if p == start {
			break
		}
	}
	return r
}

type folding struct {
	book      *outline.Book
	nodes     map[point]bool
	arcs      map[edge]int // by their first step, either way
	countries map[string]int
	tolerance float64
}

// meet finds the corners at which lines part: those with other neighbours in one
// ring than in another.
func (f *folding) meet(provinces []province) {
	f.nodes = map[point]bool{}
	beside := map[point]edge{}
	for _, p := range provinces {
		for _, r := range p.rings {
			for i, corner := range r {
				before, after := r[(i+len(r)-1)%len(r)], r[(i+1)%len(r)]
				seen, ok := beside[corner]
				if ok && seen != (edge{before, after}) && seen != (edge{after, before}) {
					f.nodes[corner] = true
				}
				beside[corner] = edge{before, after}
			}
		}
	}
}

func (f *folding) add(p province) {
	if _, ok := f.countries[p.country]; !ok {
		f.countries[p.country] = len(f.book.Countries)
		f.book.Countries = append(f.book.Countries, outline.Country{Code: p.code, Name: p.country})
	}
	u := outline.Unit{Name: p.name, Country: f.countries[p.country]}
	for _, r := range p.rings {
		u.Rings = append(u.Rings, f.ring(r))
	}
	f.book.Units = append(f.book.Units, u)
}

// ring is a ring as arcs.
func (f *folding) ring(r ring) []int {
	first := slices.IndexFunc(r, func(p point) bool { return f.nodes[p] })
	if first < 0 { // it touches nothing, or one other all the way round: begin where both would
		first = slices.Index(r, slices.MinFunc(r, func(a, b point) int {
			if a.lon != b.lon {
				return int(a.lon - b.lon)
			}
			return int(a.lat - b.lat)
		}))
	}
	r = append(slices.Concat(r[first:], r[:first]), r[first])
	var out []int
	for start, i := 0, 1; i < len(r); i++ {
		if f.nodes[r[i]] || i == len(r)-1 {
			out = append(out, f.arc(r[start:i+1]))
			start = i
		}
	}
	return out
}

// arc is the number of a line, new or met before, negative if it was walked the
// other way.
func (f *folding) arc(line ring) int {
	back := slices.Clone(line)
	slices.Reverse(back)
	key := func(l ring) edge { return edge{l[0], l[1]} }
	if n, ok := f.arcs[key(line)]; ok {
		return n
	}
	n := len(f.book.Arcs)
	f.book.Arcs = append(f.book.Arcs, f.coarse(line))
	f.arcs[key(line)], f.arcs[key(back)] = n, ^n
	return n
}

// coarse leaves out corners that lie close to the line without them (Douglas and
// Peucker).
func (f *folding) coarse(line ring) outline.Arc {
	keep := make([]bool, len(line))
	keep[0], keep[len(line)-1] = true, true
	f.split(line, keep, 0, len(line)-1)
	var out outline.Arc
	for i, p := range line {
		q := outline.Point{Lon: int32(math.Round(float64(p.lon) / fine * 100)), Lat: int32(math.Round(float64(p.lat) / fine * 100))}
		if keep[i] && (len(out) == 0 || out[len(out)-1] != q || i == len(line)-1 && len(out) == 1) {
			out = append(out, q)
		}
	}
	return out
}

func (f *folding) split(line ring, keep []bool, from, to int) {
	farthest, most := -1, f.tolerance
	for i := from + 1; i < to; i++ {
		if d := away(line[i], line[from], line[to]); d > most {
			farthest, most = i, d
		}
	}
	if farthest > 0 {
		keep[farthest] = true
		f.split(line, keep, from, farthest)
		f.split(line, keep, farthest, to)
	}
}

// away is how far a point is from a stretch; degrees of longitude count for what
// they are worth there.
func away(p, from, to point) float64 {
	shrink := math.Cos(float64(p.lat) / fine * math.Pi / 180)
	x, y := float64(p.lon-from.lon)*shrink, float64(p.lat-from.lat)
	dx, dy := float64(to.lon-from.lon)*shrink, float64(to.lat-from.lat)
	if length := dx*dx + dy*dy; length > 0 {
		t := min(max((x*dx+y*dy)/length, 0), 1)
		x, y = x-t*dx, y-t*dy
	}
	return math.Hypot(x, y)
}
