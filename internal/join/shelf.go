package join

import (
	"context"

	"stemma"
	"stemma/internal/store"
)

// A shelf is a case with the readings at hand that were last opened: joining
// looks at the same few again and again.
type shelf struct {
	store.Store
	readings map[string]*stemma.Reading
}

// roomy is how many readings a shelf holds before it is cleared.
const roomy = 256

func newShelf(s store.Store) *shelf { return &shelf{s, map[string]*stemma.Reading{}} }

// Reading implements [store.Store].
func (s *shelf) Reading(ctx context.Context, id string) (*stemma.Reading, error) {
	if r := s.readings[id]; r != nil {
		return r, nil
	}
	r, err := s.Store.Reading(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(s.readings) >= roomy {
		clear(s.readings)
	}
	s.readings[id] = r
	return r, nil
}

// Put implements [store.Store].
func (s *shelf) Put(ctx context.Context, change store.Change) error {
	for _, entry := range change.Entries {
		delete(s.readings, entry.Document.ID)
	}
	return s.Store.Put(ctx, change)
}
