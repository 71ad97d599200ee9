// Package past is a case as it stood at a moment: the documents, captures and
// decisions that had been made by then, and what these come to. It reckons with
// what is kept, never with the clock; how readings are joined is left to whoever
// asks. In: a case of twelve reports and "before the third of May"; out: a case of
// nine, with their incidents, in which nothing can be changed.
package past

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// Settle finds what a case comes to, whose readings were made with more than it
// now holds; copies are those that are left.
type Settle func(ctx context.Context, s store.Store, copies []stemma.Copy) error

// At is a case as it stood. Copies are all that the machine finds in the case as
// it is.
func At(ctx context.Context, s store.Store, cut Cut, copies []stemma.Copy, settle Settle) (store.Store, error) {
	v := &view{Store: s, cut: cut, in: map[string]bool{}, again: map[string]*stemma.Reading{}}
	for d, err := range s.Documents(ctx, store.Which{}) {
		if err != nil {
			return nil, err
		}
		if len(cut.captures(d.Captures)) > 0 {
			v.in[d.ID] = true
		}
	}
	copies = slices.DeleteFunc(slices.Clone(copies), func(c stemma.Copy) bool { return !v.in[c.Document] || !v.in[c.Of] })
	if err := settle(ctx, v, copies); err != nil {
		return nil, fmt.Errorf("reckon the case as it stood: %w", err)
	}
	v.settled = true
	return v, nil
}

// A view is a case with what came later left out.
type view struct {
	store.Store
	cut     Cut
	in      map[string]bool
	again   map[string]*stemma.Reading // read with less than later
	joined  store.Joined
	settled bool
}

func missing(id string) error {
	return fmt.Errorf("%w: %s had not been added by then", stemma.ErrNotFound, id)
}

// Put implements [store.Store]: what is settled stays in memory, and after that
// nothing changes the past.
func (v *view) Put(_ context.Context, change store.Change) error {
	if v.settled || len(change.Decisions) > 0 {
		return fmt.Errorf("%w: a case as it stood cannot be changed", stemma.ErrUsage)
	}
	for _, e := range change.Entries {
		if e.Reading != nil {
			v.again[e.Reading.Document] = e.Reading
		}
	}
	if change.Joined != nil {
		v.joined = *change.Joined
	}
	return nil
}

// Documents implements [store.Store].
func (v *view) Documents(ctx context.Context, which store.Which) iter.Seq2[store.Listing, error] {
	return func(yield func(store.Listing, error) bool) {
		for d, err := range v.Store.Documents(ctx, which) {
			if err == nil && !v.in[d.ID] {
				continue
			}
			d.Captures = v.cut.captures(d.Captures)
			if r := v.again[d.ID]; r != nil {
				d.ReadWith, d.Publication = r.Given, r.Publication
				d.Claims, d.Events, d.Unread = len(r.Claims), len(r.Events), len(r.Unread)
			}
			if !yield(d, err) || err != nil {
				return
			}
		}
	}
}

// Original implements [store.Store].
func (v *view) Original(ctx context.Context, id string) (stemma.Document, error) {
	if !v.in[id] {
		return stemma.Document{}, missing(id)
	}
	return v.Store.Original(ctx, id)
}

// Reading implements [store.Store].
func (v *view) Reading(ctx context.Context, id string) (*stemma.Reading, error) {
	if !v.in[id] {
		return nil, missing(id)
	}
	if r := v.again[id]; r != nil {
		return r, nil
	}
	return v.Store.Reading(ctx, id)
}

// Decisions implements [store.Store].
func (v *view) Decisions(ctx context.Context) iter.Seq2[stemma.Decision, error] {
	return func(yield func(stemma.Decision, error) bool) {
		for d, err := range v.Store.Decisions(ctx) {
			if (err != nil || v.cut.made(d)) && (!yield(d, err) || err != nil) {
				return
			}
		}
	}
}

// Tellings implements [store.Store].
func (v *view) Tellings(ctx context.Context, documents ...string) iter.Seq2[stemma.Telling, error] {
	return func(yield func(stemma.Telling, error) bool) {
		for t, err := range v.Store.Tellings(ctx, documents...) {
			if err == nil && (!v.in[t.Document] || v.again[t.Document] != nil) {
				continue
			}
			if !yield(t, err) || err != nil {
				return
			}
		}
		for _, t := range v.retold(documents) {
			if !yield(t, nil) {
				return
			}
		}
	}
}

// retold are the tellings of what was read again.
func (v *view) retold(documents []string) []stemma.Telling {
	var out []stemma.Telling
	for id, r := range v.again {
		if len(documents) == 0 || slices.Contains(documents, id) {
			out = append(out, r.Tellings()...)
		}
	}
	slices.SortFunc(out, func(a, b stemma.Telling) int { return strings.Compare(a.Event.ID, b.Event.ID) })
	return out
}

// Sharing implements [store.Store].
func (v *view) Sharing(ctx context.Context, fingerprints []uint64, least int) ([]string, error) {
	return v.then(v.Store.Sharing(ctx, fingerprints, least))
}

// Near implements [store.Store].
func (v *view) Near(ctx context.Context, n store.Neighbourhood) ([]string, error) {
	return v.then(v.Store.Near(ctx, n))
}

// then are the documents that were there.
func (v *view) then(ids []string, err error) ([]string, error) {
	return slices.DeleteFunc(ids, func(id string) bool { return !v.in[id] }), err
}

// Search implements [store.Store].
func (v *view) Search(ctx context.Context, words string, limit int) ([]store.Hit, error) {
	hits, err := v.Store.Search(ctx, words, limit)
	return slices.DeleteFunc(hits, func(h store.Hit) bool { return !v.in[h.Document] }), err
}

// Rebuild implements [store.Store].
func (v *view) Rebuild(context.Context, func(*stemma.Reading) []uint64) error {
	return fmt.Errorf("%w: a case as it stood cannot be rebuilt", stemma.ErrUsage)
}

// Close implements [store.Store]: the case itself stays open.
func (v *view) Close() error { return nil }
