// Package gazetteer knows the places of the earth by their names: settlements
// and units from GeoNames, and beside them our own list of countries, provinces,
// mountains, crossings and small places of the wars that are reported on, and
// whatever a person adds. It leaves to the stage of places which of several
// places a page means, and whether it means a place at all.
//
//	"Deir al-Zor" → Deir ez-Zor, a city of Syria; Deir ez-Zor, a province of Syria
package gazetteer

import (
	"embed"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"io/fs"
	"slices"
	"sort"
	"strings"
	"sync"

	"stemma"
)

//go:embed geonames.bin
var geonames string

//go:embed own/*.tsv
var own embed.FS

// A Gazetteer answers which places bear a name. It may be used by many
// goroutines at once.
type Gazetteer struct {
	overlays []Overlay
	own      Overlay
	table    packed
	version  string
}

// shelf is what does not change from one gazetteer to the next.
var shelf = sync.OnceValue(func() Gazetteer {
	g := Gazetteer{table: openPacked(geonames)}
	h := fnv.New64a()
	fmt.Fprint(h, g.table.sum())
	for _, file := range ownFiles() {
		h.Write([]byte(file.text))
		g.own.add(mustRead(file.name, file.text))
	}
	g.own.link("own:")
	g.version = hex.EncodeToString(h.Sum(nil))
	return g
})

// Open is the gazetteer with overlays laid over it; what the last one says of a
// name comes first.
func Open(overlays ...Overlay) *Gazetteer {
	g := shelf()
	h := fnv.New64a()
	for i := len(overlays) - 1; i >= 0; i-- {
		g.overlays = append(g.overlays, overlays[i])
		fmt.Fprint(h, overlays[i].sum, " ")
	}
	if len(overlays) > 0 {
		g.version += "+" + hex.EncodeToString(h.Sum(nil))
	}
	return &g
}

// Version changes whenever the data or an overlay does.
func (g *Gazetteer) Version() string { return g.version }

// Find is every place that bears a name: those of overlays first, then those
// whose name it is, most people first, then other names, then names that only
// sound like it.
func (g *Gazetteer) Find(name string) []Match {
	folded := Fold(name)
	if folded == "" {
		return nil
	}
	out := g.exact(folded)
	if sound := Sound(folded); len(sound) > 2 {
		out = g.loose(soundMark+sound, out)
	}
	if len(out) > 1 {
		out = distinct(out)
		sort.SliceStable(out, func(i, j int) bool { return out[i].before(out[j]) })
	}
	return out
}

func (g *Gazetteer) exact(folded string) []Match {
	var out []Match
	for _, overlay := range g.overlays {
		out = overlay.find(folded, FormName, out)
	}
	out = g.own.find(folded, FormName, out)
	return g.table.find(folded, FormName, out)
}

func (g *Gazetteer) loose(key string, out []Match) []Match {
	for _, overlay := range g.overlays {
		out = overlay.find(key, FormSound, out)
	}
	out = g.own.find(key, FormSound, out)
	return g.table.find(key, FormSound, out)
}

// Lookup is every place that bears a name, in the order of Find.
func (g *Gazetteer) Lookup(name string) []stemma.Place {
	var out []stemma.Place
	for _, match := range g.Find(name) {
		out = append(out, match.Place())
	}
	return out
}

// Adjective is the places of which a word is the adjective or the name of the
// people: "Syrian", "Crimeans".
func (g *Gazetteer) Adjective(word string) []Match {
	var out []Match
	for _, overlay := range g.overlays {
		out = overlay.find(adjectiveMark+Fold(word), FormAdjective, out)
	}
	return g.own.find(adjectiveMark+Fold(word), FormAdjective, out)
}

// Country is the country with an ISO 3166-1 alpha-2 code.
func (g *Gazetteer) Country(code string) (stemma.Place, bool) {
	for _, overlay := range append(slices.Clone(g.overlays), g.own) {
		if entry, ok := overlay.countries[code]; ok {
			return overlay.entries[entry].Place(), true
		}
	}
	return stemma.Place{}, false
}

// distinct drops from matches those that one before them already is: the same
// sort of place in the same country, near by.
func distinct(matches []Match) []Match {
	out := matches[:0]
	for _, match := range matches {
		known := false
		for _, other := range out {
			known = known || other.is(match)
		}
		if !known {
			out = append(out, match)
		}
	}
	return out
}

type ownFile struct{ name, text string }

func ownFiles() []ownFile {
	entries, err := fs.ReadDir(own, "own")
	if err != nil {
		panic(err)
	}
	var out []ownFile
	for _, entry := range entries {
		data, err := own.ReadFile("own/" + entry.Name())
		if err != nil {
			panic(err)
		}
		out = append(out, ownFile{strings.TrimPrefix(entry.Name(), "own/"), string(data)})
	}
	return out
}
