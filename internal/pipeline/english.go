package pipeline

import (
	"stemma"
)

// Books are the tables that a case lays over the reference works; both may be
// empty.
type Books struct {
	Places []string // each with the columns of a gazetteer overlay, tab-separated
	Actors []string // each with the columns of an overlay of the book of actors, tab-separated
}

// English is the line for pages in English, from the first room to the last.
func English(Books) (Pipeline, error) {
	return New([]stemma.Stage{}...)
}
