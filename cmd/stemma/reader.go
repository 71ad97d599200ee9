package main

import (
	"context"
	"fmt"
	"os"
	"runtime"

	"stemma"
	"stemma/internal/input"
	"stemma/internal/pipeline"
)

// overlays are the paths of a person's own tables.
type overlays struct{ places, actors string }

// reader opens the reference works with the overlays laid over them, and puts
// the stages in their order.
func (o overlays) reader() (*reader, error) {
	var books pipeline.Books
	for _, table := range []struct {
		path string
		into *[]string
	}{{o.places, &books.Places}, {o.actors, &books.Actors}} {
		if table.path == "" {
			continue
		}
		data, err := os.ReadFile(table.path)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", stemma.ErrUsage, err)
		}
		*table.into = append(*table.into, string(data))
	}
	return newReader(books)
}

// A reader takes a document from its bytes to the end of the reading line.
type reader struct{ line pipeline.Pipeline }

func newReader(books pipeline.Books) (*reader, error) {
	line, err := pipeline.English(books)
	if err != nil {
		return nil, err
	}
	return &reader{line}, nil
}

// Version is the reading version.
func (r *reader) Version() string { return r.line.Version() }

// Read is a pure function of the document's bytes, what was given, and the
// version.
func (r *reader) Read(ctx context.Context, d stemma.Document, given stemma.Given) (*stemma.Reading, error) {
	reading, err := input.Read(d, given)
	if err != nil {
		return nil, err
	}
	if err := r.line.Read(ctx, reading); err != nil {
		return nil, fmt.Errorf("read %s: %w", d.ID, err)
	}
	return reading, nil
}

// A task is one document on its way from an item to a reading.
type task struct {
	item     input.Item
	given    stemma.Given
	document stemma.Document
	reading  *stemma.Reading
	err      error
}

// inOrder reads tasks on every core and gives them back in the order in which
// they came.
func inOrder(ctx context.Context, r *reader, tasks <-chan task) <-chan task {
	type slot chan task
	slots := make(chan slot, runtime.GOMAXPROCS(0))
	out := make(chan task)
	go func() {
		defer close(slots)
		for t := range tasks {
			s := make(slot, 1)
			slots <- s
			go func() { s <- r.work(ctx, t) }()
		}
	}()
	go func() {
		defer close(out)
		for s := range slots {
			out <- <-s
		}
	}()
	return out
}

func (r *reader) work(ctx context.Context, t task) task {
	if t.err != nil {
		return t
	}
	if t.document, t.err = t.item.Document(); t.err != nil {
		return t
	}
	if t.given, t.err = labelled(t.item, t.given); t.err != nil {
		return t
	}
	t.reading, t.err = r.Read(ctx, t.document, t.given)
	return t
}
