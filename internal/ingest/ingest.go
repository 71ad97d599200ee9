// Package ingest is one run over a case: it has items read on every core, keeps
// what comes of them in groups, joins what they touch, and tells how far it is.
// How anything is found it leaves to the reader and the joining line, and what
// is shown to its caller. In: two hundred items; out: a case that holds them, or
// as many whole ones as there was time for, and a word on each that failed.
package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"time"

	"stemma"
	"stemma/internal/store"
)

// A Reader takes one document along the reading line. It is a pure function of
// the document, what is given, and its version.
type Reader interface {
	Read(ctx context.Context, d stemma.Document, given stemma.Given) (*stemma.Reading, error)
	Version() string
}

// A Joiner finds what the readings of a case come to together, for those that
// have not been joined yet, and keeps it. What copies lend each other it has
// read again itself.
type Joiner interface {
	Join(ctx context.Context, s store.Store) error
}

// A Run works on one case. Its methods are not to be called at the same time.
type Run struct {
	Store        store.Store
	Reader       Reader
	Joiner       Joiner                         // nil: nothing is joined yet
	Fingerprints func(*stemma.Reading) []uint64 // by which copies are found; nil: none

	// Progress is told of every item when it is safe on the disk or has failed,
	// in the order of the items. Nil: nobody is told.
	Progress func(Result)
	Joining  func() // is told before what was read is joined; nil: nobody is told

	Readers int           // at once; 0: one a core
	Group   int           // documents that are kept at once; 0: 64, some tens of which outweigh the wait for the disk
	Stretch int           // new documents that are joined together; 0: 1,000, so that joining holds no more of them at once
	Wait    time.Duration // longest that a document waits for its group; 0: 250 ms, which nobody notices
}

// An Item is one document as it was handed over, with what came beside it.
type Item struct {
	Name     string
	Document stemma.Document
	Capture  stemma.Capture
	Given    stemma.Given // by a person; what is empty says nothing
	Err      error        // why it cannot be read at all
}

// A Result is what became of one item.
type Result struct {
	Name     string
	Document string
	State    State
	Err      error           // why it failed
	Before   *stemma.Reading // of one that was read again; nil the first time
	After    *stemma.Reading // nil if it was not read
}

// State says what became of an item.
type State string

// The states of an item.
const (
	Added  State = "added"
	Here   State = "already here" // it was received once more, which is kept
	Reread State = "read again"   // with what was newly given, lent, or by a newer version
	Aside  State = "set aside"    // it was never meant to be a report
	Failed State = "failed"
)

// A Report counts results by state.
type Report map[State]int

// Add reads items into the case and joins what they touch. A broken item fails
// alone. When the run is cancelled or the disk is full, what was told to
// Progress is kept, nothing is half kept, and adding again goes on from there.
func (r Run) Add(ctx context.Context, items iter.Seq[Item]) (Report, error) {
	report := Report{}
	people, err := r.people(ctx)
	if err != nil {
		return report, err
	}
	work := func(yield func(job) bool) {
		seen := map[string]stemma.Given{}
		for item := range items {
			if !yield(r.plan(ctx, item, people, seen)) {
				return
			}
		}
	}
	if err := r.keep(ctx, work, report); err != nil {
		return report, err
	}
	return report, r.join(ctx)
}

// join finds what the readings come to together. It is tried after every run, so
// that what a killed run left is made up for.
func (r Run) join(ctx context.Context) error {
	if r.Joiner == nil {
		return nil
	}
	if r.Joining != nil {
		r.Joining()
	}
	if err := r.Joiner.Join(ctx, r.Store); err != nil {
		return fmt.Errorf("join: %w", err)
	}
	return nil
}

// plan decides what has to be done with an item: nothing, read it, or only keep
// that it was received. Seen is what this run has already met, by id, with what
// a person gave.
func (r Run) plan(ctx context.Context, item Item, people people, seen map[string]stemma.Given) job {
	j := job{result: Result{Name: item.Name, Document: item.Document.ID, State: Failed, Err: item.Err}}
	if item.Err != nil {
		return j
	}
	capture := item.Capture
	capture.Document = item.Document.ID
	j.entry = store.Entry{Document: item.Document, Capture: &capture}
	given, known := seen[item.Document.ID]
	lent := stemma.Given{}
	if !known {
		var listing store.Listing
		listing, known, j.result.Err = r.listing(ctx, item.Document.ID)
		if j.result.Err != nil {
			return j
		}
		given, lent = listing.Given, loan(listing.ReadWith)
		known = known && listing.Version != ""
	}
	merged := overlay(given, item.Given)
	seen[item.Document.ID] = merged
	changed := !sameGiven(merged, given)
	if changed {
		j.entry.Given = &merged
	}
	j.result.State = state(known, changed)
	j.given, j.read = withLoan(people.beside(item.Document.ID, merged), lent), !known || changed
	if !j.read {
		j.entry.Document.Bytes = nil
	}
	return j
}

func state(known, changed bool) State {
	switch {
	case !known:
		return Added
	case changed:
		return Reread
	}
	return Here
}

// listing is what the case has of a document; false if it has none.
func (r Run) listing(ctx context.Context, id string) (store.Listing, bool, error) {
	for listing, err := range r.Store.Documents(ctx, store.Which{IDs: []string{id}}) {
		return listing, err == nil, err
	}
	return store.Listing{}, false, nil
}

// Reread reads documents again that another version read last, those of the ids
// or all if there are none, and joins what they touch. It goes on where it was
// cut off, and tells Progress what each was before and after.
func (r Run) Reread(ctx context.Context, ids ...string) (Report, error) {
	return r.reread(ctx, ids, func(l store.Listing, _ stemma.Given) bool { return l.Version != r.Reader.Version() })
}

// Refresh reads the documents again to which something was newly given or from
// which it was taken, as by a decision on an anchor, and joins what they touch.
func (r Run) Refresh(ctx context.Context) (Report, error) {
	return r.reread(ctx, nil, func(l store.Listing, given stemma.Given) bool { return !sameGiven(given, l.ReadWith) })
}

func (r Run) reread(ctx context.Context, ids []string, due func(store.Listing, stemma.Given) bool) (Report, error) {
	report := Report{}
	people, err := r.people(ctx)
	if err != nil {
		return report, err
	}
	listings, err := store.All(r.Store.Documents(ctx, store.Which{IDs: ids}))
	if err != nil {
		return report, err
	}
	for _, id := range ids {
		if !slices.ContainsFunc(listings, func(l store.Listing) bool { return l.ID == id }) {
			return report, fmt.Errorf("%w: no document %q; see `stemma documents list`", stemma.ErrNotFound, id)
		}
	}
	work := func(yield func(job) bool) {
		for _, l := range listings {
			given := withLoan(people.beside(l.ID, l.Given), loan(l.ReadWith))
			if due(l, given) && !yield(r.again(ctx, l, given)) {
				return
			}
		}
	}
	if err := r.keep(ctx, work, report); err != nil {
		return report, err
	}
	return report, r.join(ctx)
}

// again is the job of reading a kept document once more.
func (r Run) again(ctx context.Context, l store.Listing, given stemma.Given) job {
	j := job{result: Result{Name: l.ID, Document: l.ID, State: Reread}, given: given, read: true}
	if len(l.Captures) > 0 {
		j.result.Name = l.Captures[0].Name
	}
	if j.entry.Document, j.result.Err = r.Store.Original(ctx, l.ID); j.result.Err != nil {
		return j
	}
	before, err := r.Store.Reading(ctx, l.ID)
	if err != nil && !errors.Is(err, stemma.ErrNotFound) && !errors.Is(err, stemma.ErrDamaged) {
		j.result.Err = err
	}
	j.result.Before = before
	return j
}

func (r Run) readers() int {
	if r.Readers > 0 {
		return r.Readers
	}
	return runtime.GOMAXPROCS(0)
}

func (r Run) group() int {
	if r.Group > 0 {
		return r.Group
	}
	return 64
}

func (r Run) stretch() int {
	if r.Stretch > 0 {
		return r.Stretch
	}
	return 1000
}

func (r Run) wait() time.Duration {
	if r.Wait > 0 {
		return r.Wait
	}
	return 250 * time.Millisecond
}
