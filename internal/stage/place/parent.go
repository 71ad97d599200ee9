package place

import "stemma/internal/reference/gazetteer"

// findParents ties a name to the name that it says it lies in.
//
//	"Sefta, Maravand" → Sefta lies in Maravand; "Harem in Idlib province" → Harem lies in Idlib
func (p *page) findParents() {
	for i := 0; i+1 < len(p.names); i++ {
		n, next := &p.names[i], &p.names[i+1]
		if n.sentence != next.sentence || n.adjective || next.adjective {
			continue
		}
		right, left := p.right(n)+1, p.left(next)
		link := p.lower(n.sentence, right)
		if right+1 != left && !(right+2 == left && p.lower(n.sentence, right+1) == "the") {
			continue
		}
		if holding[link] && holds(next.matches, n.matches, link == ",") {
			n.parent = i + 1
		}
	}
}

var holding = words(", in of (")

// holds reports whether one of the places of a name lies in a unit of another.
// After a comma only a unit can be a parent, since towns stand in rows.
func holds(outer, inner []gazetteer.Match, comma bool) bool {
	for _, o := range outer {
		if comma && !o.Unit() {
			continue
		}
		for _, i := range inner {
			if within(i, o) {
				return true
			}
		}
	}
	return false
}

// within reports whether a place lies in another by what the gazetteer says.
func within(inner, outer gazetteer.Match) bool {
	switch {
	case outer.Country != inner.Country || inner.ID() == outer.ID():
		return false
	case outer.Kind == "country":
		return inner.Kind != "country"
	}
	return inner.In(outer.Name) || !outer.Unit() && inner.Distance(outer)*1000 < float64(outer.Radius)
}
