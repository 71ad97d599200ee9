package pipeline

import (
	"stemma"
)

// Books are the reference works that the line reads by, with the overlays of a
// case laid over them.
type Books struct{}

// English is the line for pages in English, from the first room to the last.
func English(Books) (Pipeline, error) {
	return New([]stemma.Stage{}...)
}
