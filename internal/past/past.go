// Package past is a case as it stood at a moment: the documents, captures and
// decisions that had been made by then, and what these come to. It reckons with
// what is kept, never with the clock; how readings are joined is left to whoever
// asks. In: a case of twelve reports and "before the third of May"; out: a case of
// nine, with their incidents, in which nothing can be changed.
package past

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// Settle finds what a case comes to, whose readings were made with more than it
// now holds. Until something joined is put into the view, it gives what the case
// as it is comes to, as far as that was there.
type Settle func(ctx context.Context, v *View) error

// At is a case as it stood.
func At(ctx context.Context, s store.Store, cut Cut, settle Settle) (store.Store, error) {
	v := &View{Store: s, cut: cut, in: map[string]bool{}, again: map[string]*stemma.Reading{}}
	for d, err := range s.Documents(ctx, store.Which{}) {
		if err != nil {
			return nil, err
		}
		v.in[d.ID] = len(cut.captures(d.Captures)) > 0
		v.unjoined = v.unjoined || d.Version != "" && !d.Joined
	}
	if err := settle(ctx, v); err != nil {
		return nil, fmt.Errorf("reckon the case as it stood: %w", err)
	}
	v.settled = true
	return v, nil
}

// A View is a case with what came later left out.
type View struct {
	store.Store
	cut      Cut
	in       map[string]bool            // of every document: whether it was there
	again    map[string]*stemma.Reading // read with less than later
	joined   *store.Joined              // nil until it is known
	unjoined bool                       // the case has not joined all that it holds
	settled  bool
}

// Left are the copies that are left of those of the case as it is.
func (v *View) Left(copies []stemma.Copy) []stemma.Copy {
	return slices.DeleteFunc(slices.Clone(copies), func(c stemma.Copy) bool { return !v.in[c.Document] || !v.in[c.Of] })
}

// Later are the documents that had not come by then, and those that were there
// and were read or ruled on otherwise, or are copies of one that came later;
// nothing is known of this while the case holds something that it has not joined.
func (v *View) Later(ctx context.Context, ruled []string) (gone, others []string, known bool, err error) {
	for id, in := range v.in {
		if !in {
			gone = append(gone, id)
		}
	}
	slices.Sort(gone)
	others = slices.AppendSeq(slices.Clone(ruled), maps.Keys(v.again))
	if len(gone) == 0 {
		return gone, v.then(others), !v.unjoined, nil
	}
	for c, err := range v.Store.Copies(ctx, gone...) {
		if err != nil {
			return nil, nil, false, err
		}
		others = append(others, c.Document, c.Of)
	}
	return gone, v.then(others), !v.unjoined, nil
}

func missing(id string) error {
	return fmt.Errorf("%w: %s had not been added by then", stemma.ErrNotFound, id)
}

// Put implements [store.Store]: what is settled stays in memory, and after that
// nothing changes the past.
func (v *View) Put(ctx context.Context, change store.Change) error {
	if v.settled || len(change.Decisions) > 0 {
		return fmt.Errorf("%w: a case as it stood cannot be changed", stemma.ErrUsage)
	}
	for _, e := range change.Entries {
		if e.Reading != nil {
			v.again[e.Reading.Document] = e.Reading
		}
	}
	if change.Joined == nil || change.Joined.Documents == nil {
		v.joined = cmp.Or(change.Joined, v.joined)
		return nil
	}
	joined, err := v.laid(ctx, change.Joined)
	v.joined = joined
	return err
}

// Documents implements [store.Store].
func (v *View) Documents(ctx context.Context, which store.Which) iter.Seq2[store.Listing, error] {
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
func (v *View) Original(ctx context.Context, id string) (stemma.Document, error) {
	if !v.in[id] {
		return stemma.Document{}, missing(id)
	}
	return v.Store.Original(ctx, id)
}

// Reading implements [store.Store].
func (v *View) Reading(ctx context.Context, id string) (*stemma.Reading, error) {
	if !v.in[id] {
		return nil, missing(id)
	}
	if r := v.again[id]; r != nil {
		return r, nil
	}
	return v.Store.Reading(ctx, id)
}

// Decisions implements [store.Store].
func (v *View) Decisions(ctx context.Context) iter.Seq2[stemma.Decision, error] {
	return func(yield func(stemma.Decision, error) bool) {
		for d, err := range v.Store.Decisions(ctx) {
			if (err != nil || v.cut.made(d)) && (!yield(d, err) || err != nil) {
				return
			}
		}
	}
}

// Tellings implements [store.Store].
func (v *View) Tellings(ctx context.Context, documents ...string) iter.Seq2[stemma.Telling, error] {
	return func(yield func(stemma.Telling, error) bool) {
		for t, err := range v.Store.Tellings(ctx, documents...) {
			if (err != nil || v.asRead(t.Document)) && (!yield(t, err) || err != nil) {
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

// asRead reports whether a document was there and stands as it was read then.
func (v *View) asRead(document string) bool { return v.in[document] && v.again[document] == nil }

// retold are the tellings of what was read again.
func (v *View) retold(documents []string) []stemma.Telling {
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
func (v *View) Sharing(ctx context.Context, fingerprints []uint64, least int) ([]string, error) {
	ids, err := v.Store.Sharing(ctx, fingerprints, least)
	return v.then(ids), err
}

// Near implements [store.Store].
func (v *View) Near(ctx context.Context, n store.Neighbourhood) ([]string, error) {
	ids, err := v.Store.Near(ctx, n)
	return v.then(ids), err
}

// then are the documents that were there, each once; never nil, for none of them
// is not all.
func (v *View) then(ids []string) []string {
	ids = append([]string{}, ids...)
	slices.Sort(ids)
	return slices.DeleteFunc(slices.Compact(ids), func(id string) bool { return !v.in[id] })
}

// Search implements [store.Store].
func (v *View) Search(ctx context.Context, words string, limit int) ([]store.Hit, error) {
	hits, err := v.Store.Search(ctx, words, limit)
	return slices.DeleteFunc(hits, func(h store.Hit) bool { return !v.in[h.Document] }), err
}

// Rebuild implements [store.Store].
func (v *View) Rebuild(context.Context, func(*stemma.Reading) []uint64) error {
	return fmt.Errorf("%w: a case as it stood cannot be rebuilt", stemma.ErrUsage)
}

// Close implements [store.Store]: the case itself stays open.
func (v *View) Close() error { return nil }
