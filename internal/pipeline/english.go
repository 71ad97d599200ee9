package pipeline

import (
	"context"

	"stemma"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/stage/attribute"
	"stemma/internal/stage/clean"
	"stemma/internal/stage/code"
	"stemma/internal/stage/count"
	"stemma/internal/stage/date"
	"stemma/internal/stage/parse"
	"stemma/internal/stage/place"
	"stemma/internal/stage/publish"
)

// Books are the tables that a case lays over the reference works; both may be
// empty.
type Books struct {
	Places []string // each with the columns of a gazetteer overlay, tab-separated
	Actors []string // each with the columns of an overlay of the book of actors, tab-separated
}

// absent stands in for a room that is not built.
type absent struct{ layer stemma.Layer }

func (a absent) Adds() stemma.Layer                              { return a.layer }
func (a absent) Needs() []stemma.Layer                           { return nil }
func (a absent) Version() string                                 { return "0" }
func (a absent) Annotate(context.Context, *stemma.Reading) error { return nil }

// English is the line for pages in English, from the first room to the last.
func English(books Books) (Pipeline, error) {
	var overlays []gazetteer.Overlay
	for _, table := range books.Places {
		overlay, err := gazetteer.ReadOverlay("table of places", table)
		if err != nil {
			return Pipeline{}, err
		}
		overlays = append(overlays, overlay)
	}
	return New(
		clean.New(),
		publish.New(),
		parse.New(),
		absent{stemma.LayerActors},
		place.New(gazetteer.Open(overlays...)),
		date.New(),
		count.New(),
		attribute.New(),
		code.New(codebook.Open()),
	)
}
