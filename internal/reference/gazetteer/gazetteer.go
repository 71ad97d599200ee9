// Package gazetteer knows the places of the earth by their names: settlements
// and units from GeoNames, and beside them our own list of countries, provinces,
// mountains, crossings and small places of the wars that are reported on, and
// whatever a person adds. It leaves to the stage of places which of several
// places a page means, and whether it means a place at all.
//
//	"Deir al-Zor" → Deir ez-Zor, a city of Syria; Deir ez-Zor, a province of Syria
package gazetteer

import (
	_ "embed"
	"encoding/hex"
	"fmt"
	"hash/fnv"

	"stemma"
)

//go:generate go run ../../../cmd/stemma-gazetteer -gazetteer .

//go:embed geonames.bin
var geonames string

//go:embed own.bin
var own string

// A Gazetteer answers which places bear a name. It may be used by many
// goroutines at once.
type Gazetteer struct {
	overlays []Overlay
	own      *packed
	geonames *packed
	version  string
}

// Open is the gazetteer with overlays laid over it; what the last one says of a
// name comes first.
func Open(overlays ...Overlay) *Gazetteer {
	g := &Gazetteer{own: openPacked(own, true), geonames: openPacked(geonames, false)}
	h := fnv.New64a()
	fmt.Fprint(h, g.own.sum(), g.geonames.sum())
	for i := len(overlays) - 1; i >= 0; i-- {
		g.overlays = append(g.overlays, overlays[i])
		fmt.Fprint(h, " ", overlays[i].sum)
	}
	g.version = hex.EncodeToString(h.Sum(nil))
	return g
}

// Version changes whenever the data or an overlay does.
func (g *Gazetteer) Version() string { return g.version }

// Find is every place that bears a name: those of overlays first, then those
// whose name it is, most people first, then other names, then names that only
// sound like it.
func (g *Gazetteer) Find(name string) []Match {
	var names, sounds [usualKey]byte
	folded := appendFold(names[:0], name)
	if len(folded) == 0 {
		return nil
	}
	sound := appendSound(append(sounds[:0], soundMark...), folded)
	if len(sound) <= len(soundMark)+2 {
		sound = nil
	}
	exact, like := g.search(folded), g.search(sound)
	room := exact.beyond(shelf{}) + like.beyond(exact)
	if room == 0 && len(g.overlays) == 0 {
		return nil // as most words
	}
	out := make([]Match, 0, room)
	out = g.list(exact, shelf{}, FormName, out)
	out = g.list(like, exact, FormSound, out)
	if len(out) > 1 {
		out = distinct(out)
		rank(out)
	}
	return out
}

// usualKey is the size of a buffer that hardly any key outgrows.
const usualKey = 96

// Given is what a person's tables have under a name, letter for letter.
func (g *Gazetteer) Given(name string) []Match {
	if len(g.overlays) == 0 {
		return nil
	}
	var out []Match
	folded := []byte(Fold(name))
	for _, overlay := range g.overlays {
		out = overlay.find(folded, FormName, out)
	}
	return out
}

// A shelf is what stands under a key: the key itself for overlays, and the lists of
// the two tables.
type shelf struct {
	key      []byte
	own, far list
}

// search finds what stands under a key, nothing under an empty one.
func (g *Gazetteer) search(key []byte) shelf {
	if len(key) == 0 {
		return shelf{}
	}
	h := hash(key)
	return shelf{key, g.own.search(key, h), g.geonames.search(key, h)}
}

// beyond is how many places of the tables stand on a shelf and not on another.
func (s shelf) beyond(had shelf) int { return s.own.beyond(had.own) + s.far.beyond(had.far) }

// list appends the places on a shelf, those of overlays first, but for those of the
// tables that another shelf had already.
func (g *Gazetteer) list(s, had shelf, form Form, out []Match) []Match {
	for _, overlay := range g.overlays {
		out = overlay.find(s.key, form, out)
	}
	out = g.own.listed(s.own, had.own, form, out)
	return g.geonames.listed(s.far, had.far, form, out)
}

// under is what all tables have under a key.
func (g *Gazetteer) under(key []byte, form Form) []Match {
	return g.list(g.search(key), shelf{}, form, nil)
}

// Adjective is the places of which a word is the adjective or the name of the
// people: "Syrian", "Crimeans".
func (g *Gazetteer) Adjective(word string) []Match {
	return g.under([]byte(adjectiveMark+Fold(word)), FormAdjective)
}

// Country is the country with an ISO 3166-1 alpha-2 code.
func (g *Gazetteer) Country(code string) (stemma.Place, bool) {
	found := g.under([]byte(codeMark+code), FormName)
	if len(found) == 0 {
		return stemma.Place{}, false
	}
	return found[0].Place(), true
}

// Capital is the capital of the country with a code.
func (g *Gazetteer) Capital(code string) []Match {
	return g.under([]byte(capitalMark+code), FormName)
}

// distinct drops the matches by sound that were found by name, and of GeoNames'
// those that an overlay or our own list has.
func distinct(matches []Match) []Match {
	ours := false
	for i := range matches {
		ours = ours || !matches[i].geonamesOnly()
	}
	kept := 0
	for i := range matches {
		match, out := &matches[i], matches[:kept]
		if match.Form == FormSound && found(out, match) || ours && match.geonamesOnly() && (known(out, match) || known(matches[i+1:], match)) {
			continue
		}
		if kept < i {
			matches[kept] = *match
		}
		kept++
	}
	return matches[:kept]
}

func found(matches []Match, match *Match) bool {
	for i := range matches {
		if m := &matches[i]; m.Lat == match.Lat && m.Lon == match.Lon && m.Kind == match.Kind && m.Name == match.Name {
			return true
		}
	}
	return false
}

// known reports whether a place of GeoNames is one that others have.
func known(others []Match, match *Match) bool {
	for i := range others {
		if other := &others[i]; !other.geonamesOnly() && other.is(match) {
			return true
		}
	}
	return false
}
