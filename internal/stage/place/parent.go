package place

import (
	"strings"

	"stemma/internal/reference/gazetteer"
)

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
		if link == "," && !p.tail(next, right+1 == left) {
			continue
		}
		if holding[link] && holds(next.matches, n.matches, link == ",") {
			n.parent = i + 1
		}
	}
}

// tail reports whether a name after a comma only says where the one before it
// lies: "In Varde, Maravand has …" and "In Varde, the Maravand army …" say more.
func (p *page) tail(n *name, bare bool) bool {
	tokens := p.tokens(n.sentence)
	if strings.HasPrefix(tokens[n.last].Relation, "nsubj") {
		return false
	}
	if n.last+1 >= len(tokens) {
		return true
	}
	ended := tokens[n.last+1].Tag == "PUNCT"
	country := len(n.matches) > 0 && n.matches[0].Kind == "country"
	return ended || bare && !(country && tokens[n.last].Relation == "compound")
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
