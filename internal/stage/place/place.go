// Package place finds the names of places on a page and says which places they
// are, how closely that is known, and which others they could be. It leaves to
// the gazetteer what there is, to name who acts, and to code which place is the
// scene of what.
//
//	"in the Harem area of Idlib province" → Harim (Syria), near, 12 km; Idlib, province
package place

import (
	"context"
	"hash/fnv"
	"io/fs"
	"strconv"

	"stemma"
	"stemma/internal/reference/gazetteer"
)

const version = "15"

// Stage adds the places of a reading.
type Stage struct {
	gazetteer *gazetteer.Gazetteer
	version   string
}

// New is the stage with a gazetteer to look names up in.
func New(g *gazetteer.Gazetteer) *Stage {
	h := fnv.New64a()
	entries, err := fs.ReadDir(data, "data")
	if err != nil {
		panic(err)
	}
	for _, entry := range entries {
		text, err := data.ReadFile("data/" + entry.Name())
		if err != nil {
			panic(err)
		}
		h.Write(text)
	}
	return &Stage{g, version + "-" + strconv.FormatUint(h.Sum64(), 16) + "-" + g.Version()}
}

// Adds is the layer of places.
func (*Stage) Adds() stemma.Layer { return stemma.LayerPlaces }

// Needs are the sentences, and the actors, whose names are not places'.
func (*Stage) Needs() []stemma.Layer { return []stemma.Layer{stemma.LayerSyntax, stemma.LayerActors} }

// Version changes with the rules, the words and the gazetteer.
func (s *Stage) Version() string { return s.version }

// Annotate writes the toponyms of the page in the order of the text.
func (s *Stage) Annotate(_ context.Context, r *stemma.Reading) error {
	p := read(r, s.gazetteer)
	for i := range p.names {
		r.Places = append(r.Places, p.toponym(&p.names[i]))
	}
	r.Notes = append(r.Notes, p.doubts()...)
	return nil
}
