package place

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/reference/lexicon"
)

// toponym is a name in the words of the house.
func (p *page) toponym(n *name) stemma.Toponym {
	t := stemma.Toponym{
		ID: stemma.SpanID("p", p.r.Document, "", n.whole), Span: n.whole, Adjective: n.adjective || p.attributive(n),
		Inside: n.inside, Rule: n.rule(),
	}
	if n.adjective {
		t.Span = n.span
	}
	others := n.ranks
	if n.best < 0 {
		t.Place = n.told
	} else {
		t.Place, others = p.scene(n, n.matches[n.best]), others[1:]
	}
	for _, rank := range others[:min(len(others), 3)] {
		t.Alternatives = append(t.Alternatives, n.matches[rank.match].Place())
	}
	return t
}

func (n *name) rule() string {
	switch {
	case n.adjective:
		return "adjective"
	case n.standing != "":
		return "stands for " + n.standing
	case n.told.ID != "":
		return "in no book; where the page puts it"
	case n.stray():
		return "known only in countries of which the page does not speak"
	case n.best < 0:
		return "not in the gazetteer"
	case n.matches[n.best].Overlay:
		return "given by a person"
	case n.parent >= 0:
		return "named with what holds it"
	case len(n.matches) == 1:
		return "the only one of that name"
	}
	return "by its country, its size and what is near"
}

// attributive reports whether a name only says whose something is: "US forces",
// "the Iraq war", "U.S.-backed", "Damascus-based".
func (p *page) attributive(n *name) bool {
	tokens := p.tokens(n.sentence)
	next := n.last + 1
	if n.best < 0 || next >= len(tokens) {
		return false
	}
	if hyphens[p.word(n.sentence, next)] && p.touch(n.sentence, n.last) && p.touch(n.sentence, next) {
		return !capital(p.word(n.sentence, next+1))
	}
	return n.matches[n.best].Kind == "country" && tokens[n.last].Relation == "compound" && !capital(p.word(n.sentence, next))
}

// scene is a place as closely as the words round its name say it is known.
func (p *page) scene(n *name, m gazetteer.Match) stemma.Place {
	place := m.Place()
	switch {
	case n.adjective:
		return place
	case n.sided && m.Unit():
		place = part(place, n.bearing)
	case sited[n.kind.kind] && m.Settlement():
		place.Precision, place.Radius = stemma.PrecisionNear, place.Radius+aside
	case n.kind.precision == stemma.PrecisionNear && !m.Overlay:
		place.Precision, place.Radius = stemma.PrecisionNear, place.Radius+n.kind.radius
	}
	if distance, bearing, at := p.measured(n); at >= 0 {
		return moved(place, distance, bearing)
	}
	if n.locative.role == "near" && near[place.Precision] && n.locative.strength > 1 {
		place.Precision, place.Radius = stemma.PrecisionNear, 2*place.Radius+2000
	}
	if stretch, ok := p.along(n, place); ok {
		return stretch
	}
	return p.between(n, place)
}

// aside is how far, in metres, an air base or a crossing may lie from the town
// after which it is called.
const aside = 10_000

// near are the precisions that "near" and "outside" make coarser; what lies
// "along" a line or "off" a country is no nearer known than that.
var near = map[stemma.Precision]bool{
	stemma.PrecisionSite: true, stemma.PrecisionVillage: true, stemma.PrecisionTown: true, stemma.PrecisionNear: true,
}

// part is the part of a unit that lies towards a bearing: half of it, by radius.
//
//	"northern Varde" → a point half a radius north of Varde's, area
func part(place stemma.Place, bearing int) stemma.Place {
	place.Precision = stemma.PrecisionArea
	half := place.Radius / 2
	if bearing != middle {
		place.Lat, place.Lon = shifted(place.Lat, place.Lon, half, float64(bearing))
	}
	place.Radius = half + half/5
	return place
}

// moved is what lies at a distance from a place, on a bearing or on any.
func moved(place stemma.Place, distance, bearing int) stemma.Place {
	place.Precision = stemma.PrecisionNear
	if bearing == middle {
		place.Radius += distance
		return place
	}
	place.Lat, place.Lon = shifted(place.Lat, place.Lon, distance, float64(bearing))
	place.Radius = place.Radius/2 + distance/3 + 1000
	return place
}

// shifted is the point that lies so many metres from another on a bearing.
func shifted(lat, lon float64, metres int, bearing float64) (float64, float64) {
	const degree = 111_195 // metres of a degree of a great circle
	rad := bearing * math.Pi / 180
	dy := float64(metres) / degree * math.Cos(rad)
	dx := float64(metres) / degree * math.Sin(rad) / max(0.05, math.Cos(lat*math.Pi/180))
	lat = min(90, max(-90, lat+dy))
	lon = math.Mod(lon+dx+540, 360) - 180
	return math.Round(lat*1e5) / 1e5, math.Round(lon*1e5) / 1e5
}

// metres of the units in which pages measure.
var metres = map[string]float64{
	"km": 1000, "kms": 1000, "kilometer": 1000, "kilometers": 1000, "kilometre": 1000, "kilometres": 1000,
	"mile": 1609, "miles": 1609, "m": 1, "meters": 1, "metres": 1, "league": 5500, "leagues": 5500,
}

const nauticalMile = 1852

// measured reads a distance, and a direction if there is one, before a name, and says
// at which token they begin, -1 if there are none.
//
//	"about 40 kilometres south of Varde" → 40000, 180; "six km from Varde" → 6000, middle
//	"12 nautical miles off Varde" → 22224, middle; "within 5 km of Varde" → 5000, middle
func (p *page) measured(n *name) (distance, bearing, from int) {
	s, at := n.sentence, p.left(n)-1
	if passed[p.lower(s, at)] {
		at--
	}
	bearing = middle
	switch p.lower(s, at) {
	case "from", "off":
		at--
	case "of":
		at--
		if direction, end, named := p.directionEnding(s, at); named {
			bearing, at = direction, end
		}
	default:
		return 0, 0, -1
	}
	for bracketed[p.lower(s, at)] {
		at--
	}
	unit, known := metres[strings.TrimSuffix(p.lower(s, at), ".")]
	at--
	if known && p.lower(s, at) == "nautical" {
		unit, at = nauticalMile, at-1
	}
	number, from := p.amount(s, at)
	if !known || from < 0 || !(number*unit <= 1_000_000) { // not a number is no distance either
		return 0, 0, -1
	}
	return int(number * unit), bearing, from
}

// amount is the number that ends at a token, in figures or in words, and where it begins;
// -1 if there is none.
func (p *page) amount(s, end int) (number float64, from int) {
	const longest = 4 // "twenty - five"
	if number, err := strconv.ParseFloat(strings.ReplaceAll(p.word(s, end), ",", ""), 64); err == nil {
		return number, end
	}
	for from = max(0, end-longest+1); from <= end; from++ {
		var words []string
		for i := from; i <= end; i++ {
			words = append(words, p.lower(s, i))
		}
		if n := lexicon.Cardinal(words); n.Words == len(words) && !n.Open && n.Value > 0 {
			return n.Value, from
		}
	}
	return 0, -1
}

// directionEnding reads a word of direction that ends at a token, "north-east"
// in three tokens too.
func (p *page) directionEnding(s, at int) (bearing, before int, ok bool) {
	for size := 3; size > 0; size -= 2 {
		word := strings.ReplaceAll(p.phrase(s, at-size+1, size), " - ", "-")
		if bearing, ok := directions[word]; ok {
			at -= size
			if p.lower(s, at) == "the" && p.lower(s, at-1) == "to" {
				at -= 2
			}
			return bearing, at, true
		}
	}
	return 0, 0, false
}

// doubts are the names that could as well be another place, or are none that is known.
func (p *page) doubts() []stemma.Note {
	var out []stemma.Note
	seen := map[string]bool{}
	for i := range p.names {
		n := &p.names[i]
		if text := n.doubt(); text != "" && !seen[n.words] {
			seen[n.words] = true
			out = append(out, stemma.Note{Stage: stemma.LayerPlaces, Span: n.span, Text: text})
		}
	}
	return out
}

// doubt is what a person should look at in the choice of a place, empty if nothing.
func (n *name) doubt() string {
	const narrow = 1 // a lead in score
	if n.stray() {
		return fmt.Sprintf("%s is left without a place: the page does not speak of the country of %s", n.words, described(n.matches[n.ranks[0].match]))
	}
	if len(n.ranks) < 2 || n.adjective || n.standing != "" || n.ranks[0].score-n.ranks[1].score > narrow {
		return ""
	}
	first, second := n.matches[n.ranks[0].match], n.matches[n.ranks[1].match]
	if first.Distance(second) < 50 {
		return ""
	}
	return fmt.Sprintf("%s is taken for %s; it could be %s", n.words, described(first), described(second))
}

func described(m gazetteer.Match) string {
	out := m.Name + " (" + m.Kind
	if m.Units()[0] != "" {
		out += ", " + m.Units()[0]
	}
	if m.Country != "" && m.Kind != "country" {
		out += ", " + m.Country
	}
	return out + ")"
}
