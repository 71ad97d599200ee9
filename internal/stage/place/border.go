package place

import (
	"maps"
	"slices"

	"stemma"
	"stemma/internal/reference/gazetteer"
)

// findBorders turns two countries and the word between or after them into the
// line between them, if the gazetteer has it. Two distinct places never become
// a point half-way.
//
//	"along the Syrian–Lebanese border", "the border between Syria and Lebanon",
//	"Lebanon's border with Syria" → Lebanon–Syria border, line
func (p *page) findBorders() {
	var found []name
	for i := 0; i < len(p.names); i++ {
		if n, pair, ok := p.borderAt(i); ok {
			found = append(found, n)
			i += pair - 1
		}
	}
	p.names = merge(p.names, found)
}

// borderAt is the border that the name with a number begins, and how many names
// it takes.
func (p *page) borderAt(i int) (n name, names int, ok bool) {
	if !p.national(i) {
		return name{}, 0, false
	}
	first := &p.names[i]
	if p.national(i+1) && p.names[i+1].sentence == first.sentence {
		if span, ok := p.betweenTwo(first, &p.names[i+1]); ok {
			n, ok = p.border(first, &p.names[i+1], span)
			return n, 2, ok
		}
	}
	n, ok = p.borderWith(i)
	return n, 1, ok
}

func (p *page) national(i int) bool {
	if i >= len(p.names) || p.names[i].best < 0 {
		return false
	}
	n := &p.names[i]
	return n.matches[n.best].Kind == "country"
}

// betweenTwo is the span of "A–B border", "A's border with B" and "border
// between A and B".
func (p *page) betweenTwo(a, b *name) (stemma.Span, bool) {
	s := a.sentence
	tokens := p.tokens(s)
	after := b.last + 1
	if b.first-a.last == 2 && joins[p.word(s, a.last+1)] && borders[p.lower(s, after)] {
		return stemma.Span{Start: a.span.Start, End: tokens[after].End}, true
	}
	own := a.last + 1
	if possessive[p.word(s, own)] {
		own++
	}
	if borders[p.lower(s, own)] && across[p.lower(s, own+1)] && b.first-own < 4 {
		return a.span.Join(b.span), true
	}
	for i := max(0, a.first-3); i < a.first; i++ {
		if borders[p.lower(s, i)] && p.phrase(s, i+1, 1) == "between" && p.lower(s, a.last+1) == "and" {
			return stemma.Span{Start: tokens[i].Start, End: b.span.End}, true
		}
	}
	return stemma.Span{}, false
}

// borderWith reads "the border with A", "A's border" and "the A-ian border": the other
// country is the one of which the page speaks most among A's neighbours.
func (p *page) borderWith(i int) (name, bool) {
	n := &p.names[i]
	own := n.last + 1
	if possessive[p.word(n.sentence, own)] {
		own++
	}
	if borders[p.lower(n.sentence, own)] && (n.adjective || own > n.last+1) {
		return p.borderOfPage(n, stemma.Span{Start: n.span.Start, End: p.tokens(n.sentence)[own].End})
	}
	at := n.first - 1
	if passed[p.lower(n.sentence, at)] {
		at--
	}
	if p.lower(n.sentence, at) != "with" || n.adjective {
		return name{}, false
	}
	for back := 1; back < 4; back++ {
		if !borders[p.lower(n.sentence, at-back)] {
			continue
		}
		span := stemma.Span{Start: p.tokens(n.sentence)[at-back].Start, End: n.span.End}
		return p.borderOfPage(n, span)
	}
	return name{}, false
}

func (p *page) borderOfPage(n *name, span stemma.Span) (name, bool) {
	var best name
	most := 0.0
	for _, country := range slices.Sorted(maps.Keys(p.countries)) {
		if p.countries[country] <= most {
			continue
		}
		other, known := p.g.Country(country)
		if found, ok := p.line(n, n.matches[n.best].Name, other.Name, span); known && ok {
			best, most = found, p.countries[country]
		}
	}
	return best, most > 0
}

func (p *page) border(a, b *name, span stemma.Span) (name, bool) {
	found, ok := p.line(a, a.matches[a.best].Name, b.matches[b.best].Name, span)
	if ok {
		a.inside, b.inside = true, true
		a.whole, b.whole = a.span, b.span
	}
	return found, ok
}

// line is the border between two countries as a name of its own.
func (p *page) line(at *name, one, other string, span stemma.Span) (name, bool) {
	n := p.run(at.sentence, at.first, at.first)
	n.span, n.whole, n.words, n.locative = span, span, p.r.Words(span), at.locative
	for _, words := range []string{one + " " + other, other + " " + one} {
		for _, match := range p.find(words + " border") {
			if match.Kind == "border" && match.Form != gazetteer.FormSound {
				n.matches, n.best, n.ranks = []gazetteer.Match{match}, 0, []ranked{{}}
				return n, true
			}
		}
	}
	return n, false
}
