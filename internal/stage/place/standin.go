package place

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/gazetteer"
)

// findStandIns adds the phrases that stand for a place named before: "the town"
// for the last settlement, "the lake" for the last lake, "the province" for the
// last province, or else for that of the last place; and for capitals.
//
//	"Rebels hold Varde. … The army has encircled the town." → "the town" is Varde
//	"Shells hit Varde. … The charity has left the province." → "the province" is the one that holds Varde
//	"Shells hit Varde. … Two bombs went off in the capital." → "the capital" is that of Varde's country
func (p *page) findStandIns() {
	var found []name
	for s := range p.r.Syntax.Sentences {
		for i := range p.tokens(s) {
			n, ok := p.standIn(s, i)
			if !ok {
				n, ok = p.capitalOf(s, i)
			}
			if !ok {
				n, ok = p.capitalHere(s, i)
			}
			if ok {
				found = append(found, n)
			}
		}
	}
	p.names = merge(p.names, found)
}

// standIn reads "the town" at a token that is "the".
func (p *page) standIn(s, i int) (name, bool) {
	if !pointing[p.lower(s, i)] {
		return name{}, false
	}
	noun := i + 1
	if p.lower(s, noun) == "same" {
		noun++
	}
	kind, ok := standIns[p.lower(s, noun)]
	last := p.lastNamed(s, i, p.lower(s, noun))
	if last != nil && !ok {
		kind, ok = standInKind{placed: true}, true
	}
	if !ok || p.nameAt(s, noun) >= 0 || p.goesOn(s, noun) || p.inName(s, noun) {
		return name{}, false
	}
	n := p.run(s, i, noun)
	n.locative = p.locativeBefore(&n)
	if kind.placed && n.locative.strength < 1 {
		return n, false
	}
	if last == nil {
		last = p.meant(s, i, p.lower(s, noun), kind.kinds)
	}
	if last == nil {
		return p.standInUnit(n, s, i, kind.kinds)
	}
	n.matches, n.best, n.ranks, n.told, n.standing = last.matches, last.best, last.ranks, last.told, last.words
	if n.best < 0 && n.told.ID == "" {
		n.told.Name = last.words
	}
	return n, true
}

// standInUnit lets a word with "the" stand for a unit that holds a place named before.
func (p *page) standInUnit(n name, s, i int, kinds map[string]bool) (name, bool) {
	unit, ok := p.unitBefore(s, i, kinds)
	if ok {
		n.matches, n.best, n.ranks, n.standing = []gazetteer.Match{unit}, 0, []ranked{{}}, unit.Name
	}
	return n, ok
}

// meant is the name before a token for which a word with "the" stands: the last that is
// of just that kind, else the last of one near to it; where the report was written and
// where a government sits only if there is no other.
//
//	"They entered the village of Dol, ten kilometres from the town of Varde, and burned the village." → Dol
//	"Shells hit Varde. The government in Osk blamed the rebels. Nine people were hurt in the city." → Varde
//
// A settlement that no book has is meant where the page calls it one.
//
//	"OSK — Gunmen stormed the town of Kethan. … They entered the town at dawn." → Kethan, in no book
func (p *page) meant(s, i int, word string, kinds map[string]bool) *name {
	known, unknown := p.meantKnown(s, i, word, kinds), p.lastCalled(s, i, kinds)
	if unknown != nil && (known == nil || p.dateline(known) || known.span.Before(unknown.span)) {
		return unknown
	}
	return known
}

// lastCalled is the last name before a token that is no place's that a book has, and that the
// page calls a settlement of one of the kinds, or that is one's elsewhere.
func (p *page) lastCalled(s, i int, kinds map[string]bool) *name {
	called := map[string]bool{}
	var last *name
	for k := range p.names {
		n := &p.names[k]
		if n.sentence > s || n.sentence == s && n.first >= i {
			break
		}
		kind := n.kind.kind
		if n.stray() {
			kind = n.matches[n.ranks[0].match].Kind
		}
		called[n.key] = called[n.key] || kinds[kind] && settlements[kind]
		if n.best < 0 && called[n.key] && !n.inside && !n.since && n.locative.role != "from" {
			last = n
		}
	}
	return last
}

// meantKnown is the one of those that a book has.
func (p *page) meantKnown(s, i int, word string, kinds map[string]bool) *name {
	if kinds[word] {
		if last := p.lastTold(s, i, map[string]bool{word: true}); last != nil {
			return last
		}
	}
	if last := p.lastTold(s, i, kinds); last != nil {
		return last
	}
	return p.lastBefore(s, i, kinds)
}

// lastTold is the last name before a token whose place is of one of the kinds and
// where something may have gone on.
func (p *page) lastTold(s, i int, kinds map[string]bool) *name {
	return p.lastWhere(s, i, func(n *name) bool { return n.of(kinds) && !p.dateline(n) && !p.seat(n) })
}

// seat reports whether a name says where somebody sits who rules or speaks: "the
// government in Osk".
func (p *page) seat(n *name) bool {
	tokens := p.tokens(n.sentence)
	head := n.last
	for range n.last - n.first { // a broken tree must not loop
		if h := tokens[head].Head; h >= n.first && h <= n.last {
			head = h
		}
	}
	over := tokens[head].Head
	return n.locative.role == "in" && over >= 0 && over < len(tokens) && seated[strings.ToLower(tokens[over].Lemma)]
}

// lastNamed is the last name before a token in which a word is part of the name: "the
// pass" stands for Lestov pass.
func (p *page) lastNamed(s, i int, word string) *name {
	return p.lastWhere(s, i, func(n *name) bool {
		return n.whole.Len() > len(word) && slices.Contains(strings.Fields(strings.ToLower(p.r.Words(n.whole))), word)
	})
}

// unitBefore is the province of the last place before a token that has one; a
// capital is passed over, since its name is the government's as often. "The region"
// may be anything.
func (p *page) unitBefore(s, i int, kinds map[string]bool) (gazetteer.Match, bool) {
	for k := len(p.names) - 1; k >= 0 && kinds["province"] && !kinds["region"]; k-- {
		if n := &p.names[k]; n.placedBefore(s, i) && !n.matches[n.best].Capital {
			if unit, ok := p.holder(n.matches[n.best], kinds); ok {
				return unit, true
			}
		}
	}
	return gazetteer.Match{}, false
}

// placedBefore reports whether a name that is a place's stands before a token, and not
// only for what something is compared with: "the largest raid since Varde".
func (n *name) placedBefore(s, i int) bool {
	return (n.sentence < s || n.sentence == s && n.first < i) && n.best >= 0 && !n.adjective && !n.inside && !n.since && n.matches[n.best].Form != gazetteer.FormSound
}

// holder is the smallest unit of some kinds that holds a place.
func (p *page) holder(m gazetteer.Match, kinds map[string]bool) (gazetteer.Match, bool) {
	for _, unit := range m.Units() {
		if unit == "" {
			continue
		}
		for _, found := range p.g.Find(unit) {
			if kinds[found.Kind] && found.Form != gazetteer.FormSound && p.within(m, found) {
				return found, true
			}
		}
	}
	return gazetteer.Match{}, false
}

// capitalHere reads "in the capital" at a token that is "the": that of the country
// of the last place.
func (p *page) capitalHere(s, i int) (name, bool) {
	if p.lower(s, i) != "the" || p.lower(s, i+1) != "capital" || p.goesOn(s, i+1) || p.inName(s, i+1) {
		return name{}, false
	}
	n := p.run(s, i, i+1)
	n.locative = p.locativeBefore(&n)
	last := p.lastBefore(s, i, nil)
	if n.locative.strength < 1 || last == nil {
		return n, false
	}
	capital := p.g.Capital(last.matches[last.best].Country)
	if len(capital) == 0 {
		return n, false
	}
	n.matches, n.best, n.ranks, n.standing = capital, 0, []ranked{{}}, capital[0].Name
	return n, true
}

// capitalOf reads "the Syrian capital" at a token that is "the", unless the
// capital's own name follows.
func (p *page) capitalOf(s, i int) (name, bool) {
	if p.lower(s, i) != "the" {
		return name{}, false
	}
	k := p.nameAt(s, i+1)
	if k < 0 || !p.names[k].adjective || p.lower(s, p.names[k].last+1) != "capital" || p.goesOn(s, p.names[k].last+1) {
		return name{}, false
	}
	country := p.names[k].matches[p.names[k].best]
	capital := p.g.Capital(country.Country)
	after := p.names[k].last + 2
	if commas[p.word(s, after)] {
		after++
	}
	if len(capital) == 0 || p.nameAt(s, after) >= 0 {
		return name{}, false
	}
	n := p.run(s, i, p.names[k].last+1)
	n.locative = p.locativeBefore(&n)
	n.matches, n.best, n.ranks, n.standing = capital, 0, []ranked{{}}, country.Name
	return n, true
}

// goesOn reports whether more follows that makes the phrase another's: "the town
// of", "the town hall", "the village-born".
func (p *page) goesOn(s, i int) bool {
	tokens := p.tokens(s)
	next := p.word(s, i+1)
	return next == "of" || hyphens[next] || capital(next) || possessive[next] || tokens[i].Relation == "compound"
}

// inName reports whether a token stands in the whole of a name.
func (p *page) inName(s, i int) bool {
	at := p.tokens(s)[i].Start
	for k := range p.names {
		if n := &p.names[k]; n.sentence == s && n.whole.Contains(stemma.Span{Start: at, End: at + 1}) {
			return true
		}
	}
	return false
}

// lastBefore is the last name before a token whose place is of one of the kinds, or
// of any; that from which something came is where it no longer is.
func (p *page) lastBefore(s, i int, kinds map[string]bool) *name {
	return p.lastWhere(s, i, func(n *name) bool { return kinds == nil || n.of(kinds) })
}

// of reports whether a name's place is of one of the kinds, and not where something
// came from.
func (n *name) of(kinds map[string]bool) bool {
	return kinds[n.matches[n.best].Kind] && n.locative.role != "from"
}

// lastWhere is the last name of a place before a token of which something holds; nil if
// there is none.
func (p *page) lastWhere(s, i int, holds func(*name) bool) *name {
	for k := len(p.names) - 1; k >= 0; k-- {
		if n := &p.names[k]; n.placedBefore(s, i) && holds(n) {
			return n
		}
	}
	return nil
}

// A standInKind is what a noun after "the" can stand for; placed ones only where
// places stand, since "the city" is a government as often.
type standInKind struct {
	kinds  map[string]bool
	placed bool
}

var (
	settlements = words("city town village")
	standIns    = map[string]standInKind{
		"town": {settlements, false}, "village": {words("town village"), false}, "city": {settlements, true}, "settlement": {settlements, true},
		"province": {words("province"), true}, "governorate": {words("province"), true}, "region": {words("region province"), true},
		"district": {words("district quarter"), true}, "neighborhood": {words("quarter"), true}, "neighbourhood": {words("quarter"), true},
		"island": {words("island"), false}, "peninsula": {words("region province island"), false}, "lake": {words("lake"), false},
		"river": {words("river"), false}, "strait": {words("strait"), false}, "waters": {words("strait sea gulf bay lake"), true}, "valley": {words("valley region"), true},
		"mountain": {words("mountain"), true}, "camp": {words("camp site"), true}, "crossing": {words("crossing"), false},
		"bridge": {words("crossing site"), false}, "dam": {words("site dam"), false}, "enclave": {words("region"), true},
	}
)
