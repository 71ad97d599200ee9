package join

import (
	"context"
	"iter"

	"stemma"
	"stemma/internal/store"
)

// A shelf is a case with the readings and tellings at hand that were last looked
// at: joining looks at the same few again and again.
type shelf struct {
	store.Store
	readings map[string]*stemma.Reading
	tellings map[string][]stemma.Telling // by document
}

// roomy is how many readings a shelf holds before it is cleared, and of how many
// documents it holds the tellings.
const roomy = 256

func newShelf(s store.Store) *shelf {
	return &shelf{s, map[string]*stemma.Reading{}, map[string][]stemma.Telling{}}
}

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

// Tellings implements [store.Store].
func (s *shelf) Tellings(ctx context.Context, documents ...string) iter.Seq2[stemma.Telling, error] {
	if len(documents) == 0 {
		return s.Store.Tellings(ctx)
	}
	return func(yield func(stemma.Telling, error) bool) {
		documents := union(documents, nil)
		if err := s.fetch(ctx, documents); err != nil {
			yield(stemma.Telling{}, err)
			return
		}
		for _, document := range documents {
			for _, t := range s.tellings[document] {
				if !yield(t, nil) {
					return
				}
			}
		}
	}
}

// fetch puts the tellings of documents on the shelf.
func (s *shelf) fetch(ctx context.Context, documents []string) error {
	if len(s.tellings) >= roomy {
		clear(s.tellings)
	}
	var missing []string
	for _, document := range documents {
		if _, here := s.tellings[document]; !here {
			missing = append(missing, document)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	told, err := store.All(s.Store.Tellings(ctx, missing...))
	if err != nil {
		return err
	}
	for _, document := range missing {
		s.tellings[document] = nil
	}
	for _, t := range told {
		s.tellings[t.Document] = append(s.tellings[t.Document], t)
	}
	return nil
}

// Put implements [store.Store].
func (s *shelf) Put(ctx context.Context, change store.Change) error {
	for _, entry := range change.Entries {
		delete(s.readings, entry.Document.ID)
		delete(s.tellings, entry.Document.ID)
	}
	return s.Store.Put(ctx, change)
}
