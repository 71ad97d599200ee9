package place

import "stemma"

// betweenMost is how far apart, in kilometres, two towns may lie for something
// "between" them to be near each.
const betweenMost = 200

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
