package pipeline

import (
	"stemma/internal/reference/actors"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/stage/attribute"
	"stemma/internal/stage/clean"
	"stemma/internal/stage/code"
	"stemma/internal/stage/count"
	"stemma/internal/stage/date"
	"stemma/internal/stage/name"
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
	var own []actors.Overlay
	for _, table := range books.Actors {
		overlay, err := actors.ReadOverlay("table of actors", table)
		if err != nil {
			return Pipeline{}, err
		}
		own = append(own, overlay)
	}
	places := gazetteer.Open(overlays...)
	return New(
		clean.New(),
		publish.New(),
		parse.New(),
		name.New(actors.Open(own...)).Among(places),
		place.New(places),
		date.New(),
		count.New(),
		attribute.New(),
		code.New(codebook.Open()),
	)
}
