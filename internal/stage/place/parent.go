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
		if holding[link] && p.holds(next.matches, n.matches, link == ",") {
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

// holds reports whether one of the places of a name lies in a unit of another.
// After a comma only a unit can be a parent, since towns stand in rows.
func (p *page) holds(outer, inner []gazetteer.Match, comma bool) bool {
	for _, o := range outer {
		if comma && !o.Unit() {
			continue
		}
		for _, i := range inner {
			if p.within(i, o) {
				return true
			}
		}
	}
	return false
}

// within reports whether a place lies in another by what the gazetteer says.
func (p *page) within(inner, outer gazetteer.Match) bool {
	switch {
	case outer.Country != inner.Country || inner.Name == outer.Name && inner.Kind == outer.Kind:
		return false
	case outer.Kind == "country":
		return inner.Kind != "country"
	}
	return p.in(inner, outer.Name) || !outer.Unit() && inner.Distance(outer)*1000 < float64(outer.Radius)
}

// in reports whether one of the units that hold a place bears a name.
func (p *page) in(m gazetteer.Match, unit string) bool {
	for _, name := range m.Units() {
		if name != "" && (name == unit || p.unit(name) == p.unit(unit)) {
			return true
		}
	}
	return false
}

// unit is the name of a unit in the form in which its spellings meet.
func (p *page) unit(name string) string {
	form, ok := p.units[name]
	if !ok {
		form = gazetteer.Sound(gazetteer.Bare(gazetteer.Fold(name)))
		p.units[name] = form
	}
	return form
}
