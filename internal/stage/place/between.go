package place

import "stemma"

// betweenMost is how far apart, in kilometres, two towns may lie for something
// "between" them to be near each.
const betweenMost = 200

// longest is how far apart the ends of one road may lie.
const longest = 1000

// along makes a town that is an end of a road a stretch of that road: each end stays its
// own place, known as a line up to the middle of the way.
//
//	"along the road from Osk to Harn", "the Osk–Harn highway", 40 km → Osk, line, 20 km; Harn, line, 20 km
//	"on the road to Osk" → Osk, line, 10 km and Osk's own
//	"a man went from Osk to Harn" → as they are
func (p *page) along(n *name, place stemma.Place) (stemma.Place, bool) {
	a := n.matches[n.best]
	if !a.Settlement() {
		return place, false
	}
	other := p.roadEnd(n)
	switch at := p.left(n) - 1; {
	case other != nil && other.best >= 0:
		b := other.matches[other.best]
		km := a.Distance(b)
		if !b.Settlement() || km > longest {
			return place, false
		}
		place.Radius = max(place.Radius, int(km*1000/2))
	case p.lower(n.sentence, at) == "to" && roads[p.lower(n.sentence, at-1)]:
		place.Radius += aside
	default:
		return place, false
	}
	place.Precision = stemma.PrecisionLine
	return place, true
}

// roadEnd is the name at the other end of a road between two places, nil if a name is
// not the end of one.
func (p *page) roadEnd(n *name) *name {
	s := n.sentence
	if at := p.nameAt(s, p.right(n)+2); at >= 0 && p.road(n, &p.names[at], p.lower(s, p.right(n)+1)) {
		return &p.names[at]
	}
	if at := p.nameAt(s, p.left(n)-2); at >= 0 && p.road(&p.names[at], n, p.lower(s, p.left(n)-1)) {
		return &p.names[at]
	}
	return nil
}

// road reports whether two names with a word or a dash between them are the ends of a
// road: it stands before the first, or after the second.
func (p *page) road(a, b *name, joined string) bool {
	if hyphens[joined] {
		return b.kind.kind == "road" || roads[p.lower(a.sentence, p.right(b)+1)]
	}
	at := p.left(a) - 1
	return opened[p.lower(a.sentence, at)] == joined && roads[p.lower(a.sentence, at-1)]
}

// opened are the words before the first of two ends, with those before the second.
var opened = map[string]string{"from": "to", "between": "and"}

// between widens a town to the stretch up to the middle of the way where what
// happened lies between it and another: each end stays its own place, and no
// point is made half-way.
//
//	"fighting between Osk and Harn", 40 km apart → near Osk, 20 km; near Harn, 20 km
//	"talks between Osk and Harn officials", "between Varde and Oster", countries → as they are
func (p *page) between(n *name, place stemma.Place) stemma.Place {
	other := p.otherEnd(n)
	if other == nil || other.best < 0 || n.best < 0 {
		return place
	}
	a, b := n.matches[n.best], other.matches[other.best]
	km := a.Distance(b)
	if !a.Settlement() || !b.Settlement() || km > betweenMost {
		return place
	}
	place.Precision, place.Radius = stemma.PrecisionNear, max(place.Radius, int(km*1000/2))
	return place
}

// otherEnd is the name at the other end of "between A and B", nil if a name does
// not stand so, or if somebody goes on after it: "between A and B officials".
func (p *page) otherEnd(n *name) *name {
	s := n.sentence
	if p.lower(s, p.left(n)-1) == "between" && p.lower(s, p.right(n)+1) == "and" {
		return p.lastEnd(s, p.right(n)+2)
	}
	if p.lower(s, p.left(n)-1) != "and" || p.lastEnd(s, n.first) == nil {
		return nil
	}
	if at := p.nameAt(s, p.left(n)-2); at >= 0 && p.lower(s, p.left(&p.names[at])-1) == "between" {
		return &p.names[at]
	}
	return nil
}

// lastEnd is the name that holds a token, where no word of people follows it.
func (p *page) lastEnd(s, token int) *name {
	at := p.nameAt(s, token)
	if at < 0 || folk[p.word(s, p.right(&p.names[at])+1)] || p.tagAt(s, p.right(&p.names[at])+1) == "NOUN" {
		return nil
	}
	return &p.names[at]
}

func (p *page) tagAt(s, i int) string {
	if tokens := p.tokens(s); i < len(tokens) {
		return tokens[i].Tag
	}
	return ""
}
