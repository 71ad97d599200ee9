package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"

	"stemma"
	"stemma/bench/scale/world"
	"stemma/internal/input"
	"stemma/internal/join"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

// A maker makes the reading of a report.
type maker func(context.Context, world.Report) (*stemma.Reading, error)

// given takes readings as the world has them.
func given(w *world.World) (maker, error) {
	return func(_ context.Context, r world.Report) (*stemma.Reading, error) { return w.Reading(r), nil }, nil
}

// whole reads each text along the whole line.
func whole(w *world.World) (maker, error) {
	line, err := pipeline.English(pipeline.Books{Places: []string{w.Places()}, Actors: []string{w.Actors()}})
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, report world.Report) (*stemma.Reading, error) {
		r, err := input.Read(report.Document(), stemma.Given{Outlet: report.Outlet})
		if err != nil {
			return nil, err
		}
		return r, line.Read(ctx, r)
	}, nil
}

// A trial is a case that grows.
type trial struct {
	*sqlite.Case
	world *world.World
	make  maker
	path  string
	size  int
	empty uint64 // what the world takes of the heap
}

// openCase goes on with a case, or makes one where there is none.
func openCase(ctx context.Context, path string, w *world.World, make maker) (*trial, error) {
	if err := sqlite.Create(ctx, path); err != nil && !errors.Is(err, stemma.ErrConflict) {
		return nil, err
	}
	c, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		return nil, err
	}
	documents, err := store.All(c.Documents(ctx, store.Which{})) // what a stopped run has left
	return &trial{Case: c, world: w, make: make, path: path, size: len(documents), empty: heap()}, err
}

// How many documents are put at once while a case grows, and how many one by
// one, to time them.
const (
	group  = 200
	probes = 100
)

const header = "kind | documents | store ms | join ms | both, of processor ms | heap MB | file MB | incidents: precision recall | copies: precision recall | disagreements: precision recall"

// grow adds reports until the case has so many, then some one by one, and says
// what each took.
func (c *trial) grow(ctx context.Context, size int) (string, error) {
	for c.size < size {
		if _, _, err := c.add(ctx, min(group, size-c.size)); err != nil {
			return "", err
		}
	}
	var put, joined, busy time.Duration
	for range probes {
		before := worked()
		a, b, err := c.add(ctx, 1)
		if err != nil {
			return "", err
		}
		put, joined, busy = put+a, joined+b, busy+worked()-before
	}
	right, err := c.judge(ctx)
	if err != nil {
		return "", err
	}
	file, err := os.Stat(c.path)
	if err != nil {
		return "", err
	}
	ms := func(d time.Duration) float64 { return d.Seconds() * 1000 / probes }
	return fmt.Sprintf("| %d | %.1f | %.1f | %.1f | %d | %d | %s", size, ms(put), ms(joined), ms(busy), (max(heap(), c.empty)-c.empty)>>20, file.Size()>>20, right), nil
}

// heap is what is in use once all that is not has been given back.
func heap() uint64 {
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return memory.HeapAlloc
}

// add puts the next reports and joins them; it says how long each took.
func (c *trial) add(ctx context.Context, n int) (put, joined time.Duration, err error) {
	var change store.Change
	for _, report := range c.world.Reports[c.size : c.size+n] {
		r, err := c.make(ctx, report)
		if err != nil {
			return 0, 0, err
		}
		change.Entries = append(change.Entries, store.Entry{Document: report.Document(), Reading: r, Fingerprints: join.Fingerprints(r)})
	}
	c.size += n
	start := time.Now()
	if err := c.Put(ctx, change); err != nil {
		return 0, 0, err
	}
	put = time.Since(start)
	err = join.Joiner{Reader: rereader{c}}.Join(ctx, c)
	return put, time.Since(start) - put, err
}

// A rereader reads a document again with what a copy lent it.
type rereader struct{ *trial }

// Read implements [join.Reader].
func (x rereader) Read(ctx context.Context, d stemma.Document, given stemma.Given) (*stemma.Reading, error) {
	r, err := x.make(ctx, world.Report{Text: string(d.Bytes)})
	if err == nil {
		r.Given = given
	}
	return r, err
}
