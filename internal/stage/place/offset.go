package place

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/gazetteer"
)

// An offset is where words put a name beside another place: at some distance and
// bearing, near it, or in it.
type offset struct {
	how               nearness
	distance, bearing int // metres, degrees
}

// A nearness is how closely an offset tells where something is.
type nearness int

const (
	apart  nearness = iota // "Kethan, 14 km south of Dorvat"
	toward                 // "Kethan, south of Dorvat"
	nearby                 // "Kethan, near Dorvat"
	inside                 // "Kethan in Halden district"
	housed                 // "Kethan Hospital in Dorvat"
)

// A spot is where an offset comes to, and how far, in kilometres, it may be wrong.
type spot struct {
	stemma.Place
	slack float64
}

// from is the spot that an offset from a place comes to; none for what lies in a town and
// is no site.
func (o offset) from(m gazetteer.Match) (spot, bool) {
	at := m.Place()
	switch o.how {
	case apart:
		return spot{moved(at, o.distance, o.bearing), float64(o.distance)/2000 + 15}, m.Kind != "country"
	case toward:
		at = moved(at, 2*aside, o.bearing)
		return spot{at, float64(at.Radius)/1000 + 40}, m.Kind != "country"
	case nearby, housed:
		at.Precision, at.Radius = stemma.PrecisionNear, at.Radius+aside
		return spot{at, 50}, m.Settlement()
	}
	return spot{at, float64(at.Radius)/1000 + 50}, m.Unit() && m.Kind != "country" || m.Kind == "region"
}

// tie settles the names that the page itself puts somewhere: a place that bears the
// name elsewhere is another one, and what no book knows lies where the words say. What
// is said of one mention holds for all.
//
//	"Kethan, 14 km south of Dorvat" → the Kethan next to Dorvat, or a point there of that name
//	"the village of Kethan, which lies near Dorvat" → near Dorvat
//	"Kethan in Halden district", no Kethan in that country → the district's point, of that name
func (p *page) tie() {
	told := map[string]*name{}
	for i := range p.names {
		if n := &p.names[i]; told[n.key] == nil && !n.adjective && p.placedBy(i) {
			told[n.key] = n
		}
	}
	for i := range p.names {
		n := &p.names[i]
		if from := told[n.key]; from != nil && !n.adjective && n != from {
			n.matches, n.ranks, n.best, n.told = from.matches, from.ranks, from.best, from.told
		}
	}
}

// placedBy reports whether the words behind a name put it somewhere, and if so does it.
func (p *page) placedBy(i int) bool {
	if i+1 >= len(p.names) || p.names[i+1].best < 0 {
		return false
	}
	n, next := &p.names[i], &p.names[i+1]
	told, ok := p.offset(n, next)
	at, some := told.from(next.matches[next.best])
	if !ok || !some {
		return false
	}
	nearest := at.nearest(n.matches)
	switch {
	case nearest >= 0 && told.how <= toward:
		n.best = nearest
		n.ranks = slices.DeleteFunc(slices.Clone(n.ranks), func(r ranked) bool { return r.match != nearest })
	case nearest >= 0 || n.best >= 0 && !at.away(n.matches[n.best]):
		return false
	default:
		n.matches, n.ranks, n.best, n.told = nil, nil, -1, p.toldOf(n, at.Place)
	}
	return true
}

// nearest is the match that lies closest to a spot, -1 if none is near.
func (at spot) nearest(matches []gazetteer.Match) int {
	best, least := -1, at.slack
	for i, m := range matches {
		if km := at.far(m); km <= least && !m.Unit() {
			best, least = i, km
		}
	}
	return best
}

func (at spot) far(m gazetteer.Match) float64 {
	return stemma.Kilometres(m.Lat, m.Lon, at.Lat, at.Lon)
}

// away reports whether a place is a small one, and so far from where the page puts the
// name that it is another.
func (at spot) away(m gazetteer.Match) bool {
	const small = 100_000 // people
	return m.Settlement() && m.People < small && !m.Capital && !m.Overlay && at.far(m) > 3*at.slack+100
}

// toldOf is the place of a name that no book knows, at a point that the page tells.
func (p *page) toldOf(n *name, at stemma.Place) stemma.Place {
	at.ID = "told:" + strings.ToLower(at.Country) + "/" + n.key
	at.GeoNames, at.Name, at.Kind, at.Parent = 0, n.words, "village", at.Name
	return at
}

// offset reads the words between a name and the next one.
func (p *page) offset(n, next *name) (offset, bool) {
	if n.sentence != next.sentence || next.adjective || n.kind.kind == "road" || n.kind.kind == "border" {
		return offset{}, false
	}
	from, end := p.behind(n), p.left(next)
	if distance, bearing, at := p.measured(next); at >= 0 && p.hedged(n.sentence, from, at) {
		return offset{apart, distance, bearing}, true
	}
	if bearing, at := p.bears(n.sentence, end); at >= 0 && p.hedged(n.sentence, from, at) {
		return offset{how: toward, bearing: bearing}, true
	}
	switch words := p.phrase(n.sentence, from, end-from); {
	case beside[words]:
		return offset{how: nearby}, true
	case lying[words] && n.kind.precision == stemma.PrecisionSite:
		return offset{how: housed}, true
	case lying[words] && p.ending(next):
		return offset{how: inside}, true
	}
	return offset{}, false
}

// behind is the token behind a name at which words may tell where it lies: "which lies"
// and the like are passed over, and so is what it is called.
func (p *page) behind(n *name) int {
	at := p.right(n) + 1 + p.described(n)
	for k := at; k < at+4 && (p.lower(n.sentence, k) == "," || linking[p.lower(n.sentence, k)]); k++ {
		at = k + 1
	}
	return at
}

// hedged reports whether nothing but "about" and its like stands between two tokens.
func (p *page) hedged(s, from, to int) bool {
	for ; from < to; from++ {
		if !hedges[p.lower(s, from)] {
			return false
		}
	}
	return from == to
}

// bears reads "west of" before a name that begins at a token, and says where it begins.
func (p *page) bears(s, end int) (bearing, at int) {
	if p.lower(s, end-1) == "the" {
		end--
	}
	if bearing, before, ok := p.directionEnding(s, end-2); ok && p.lower(s, end-1) == "of" {
		return bearing, before + 1
	}
	return 0, -1
}

// ending reports whether a name closes what is told of the one before it: in "Kethan in
// Halden province and Dorvat" and "Kethan in Halden, the army said" it does.
func (p *page) ending(n *name) bool {
	tokens, at := p.tokens(n.sentence), p.right(n)+1
	return at >= len(tokens) || tokens[at].Tag != "NOUN" && tokens[at].Tag != "PROPN"
}
