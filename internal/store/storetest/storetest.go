// Package storetest is the suite that every store of package store must pass.
// It asks only what the contract says and knows no database; sample.go makes
// the pages that it puts. In: a way to open an empty store; out: a test that
// fails where the contract is broken.
package storetest

import (
	"context"
	"errors"
	"iter"
	"reflect"
	"slices"
	"testing"
	"time"

	"stemma"
	"stemma/internal/store"
)

// Run opens an empty store for each part of the contract and tries it.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, part := range []struct {
		name string
		test func(*testing.T, store.Store)
	}{
		{"documents come back as they were put", documents},
		{"readings come back as they were put", readings},
		{"a change is whole or not at all", wholeOrNothing},
		{"a second capture is no second document", secondCapture},
		{"lists can be cut", listsCanBeCut},
		{"decisions are numbered and stay", decisions},
		{"tellings are those of the readings", tellings},
		{"shared fingerprints are found", sharing},
		{"near events are found", near},
		{"what is joined replaces what was", joined},
		{"ids of incidents lead on for ever", successors},
		{"comments are not found", search},
		{"rebuilding changes nothing", rebuild},
		{"a cancelled change leaves nothing", cancelled},
	} {
		t.Run(part.name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() { s.Close() })
			part.test(t, s)
		})
	}
}

func put(t *testing.T, s store.Store, change store.Change) {
	t.Helper()
	if err := s.Put(context.Background(), change); err != nil {
		t.Fatal(err)
	}
}

// pages puts pages 0 to n-1 and gives their ids.
func pages(t *testing.T, s store.Store, n int) []string {
	t.Helper()
	var change store.Change
	var ids []string
	for i := range n {
		change.Entries = append(change.Entries, Entry(i))
		ids = append(ids, change.Entries[i].Document.ID)
	}
	put(t, s, change)
	return ids
}

func all[T any](t *testing.T, rows iter.Seq2[T, error]) []T {
	t.Helper()
	var out []T
	for row, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, row)
	}
	return out
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

func sorted(ids ...string) []string { return slices.Sorted(slices.Values(ids)) }

func documents(t *testing.T, s store.Store) {
	ctx := context.Background()
	ids := pages(t, s, 3)
	d, _ := Page(1)
	got, err := s.Original(ctx, ids[1])
	if err != nil {
		t.Fatal(err)
	}
	same(t, "original", got, d)
	if _, err := s.Original(ctx, "d_none"); !errors.Is(err, stemma.ErrNotFound) {
		t.Errorf("an original that is not there: %v", err)
	}
	listed := all(t, s.Documents(ctx, store.Which{IDs: ids[1:2]}))
	if len(listed) != 1 {
		t.Fatalf("listed: %+v", listed)
	}
	l, entry := listed[0], Entry(1)
	same(t, "captures", l.Captures, []stemma.Capture{*entry.Capture})
	same(t, "title", l.Publication.Title.Name, "Shells hit Orvale district number1")
	same(t, "published", l.Publication.Published.Earliest, entry.Reading.Publication.Published.Earliest)
	same(t, "row", []any{l.ID, l.SHA256, l.MediaType, l.Size, l.Version, l.Language, l.Read, l.Claims, l.Events, l.Joined},
		[]any{d.ID, d.SHA256, d.MediaType, len(d.Bytes), "r_1", "en", true, 1, 1, false})
}

func readings(t *testing.T, s store.Store) {
	ctx := context.Background()
	ids := pages(t, s, 2)
	entry := Entry(1)
	got, err := s.Reading(ctx, ids[1])
	if err != nil {
		t.Fatal(err)
	}
	same(t, "reading", got, entry.Reading)
	entry.Reading.Version, entry.Capture = "r_2", nil
	entry.Reading.Given.Published = stemma.Interval{Earliest: 5, Latest: 5, Basis: stemma.BasisCopy}
	put(t, s, store.Change{Entries: []store.Entry{entry}})
	got, err = s.Reading(ctx, ids[1])
	if err != nil {
		t.Fatal(err)
	}
	same(t, "second reading", got, entry.Reading)
	if _, err := s.Reading(ctx, "d_none"); !errors.Is(err, stemma.ErrNotFound) {
		t.Errorf("a reading that is not there: %v", err)
	}
	l := all(t, s.Documents(ctx, store.Which{IDs: ids[1:]}))[0]
	same(t, "what a person gave", l.Given, stemma.Given{})
}

func wholeOrNothing(t *testing.T, s store.Store) {
	ctx := context.Background()
	good, bad := Entry(0), Entry(1)
	bad.Reading.Events[0].Clause.End = 1 << 20
	err := s.Put(ctx, store.Change{Entries: []store.Entry{good, bad}})
	if !errors.Is(err, stemma.ErrDamaged) {
		t.Errorf("a span outside the text: %v", err)
	}
	forged := Entry(2)
	forged.Document.Bytes = []byte("other bytes")
	if err := s.Put(ctx, store.Change{Entries: []store.Entry{good, forged}}); !errors.Is(err, stemma.ErrDamaged) {
		t.Errorf("bytes that are not those of the name: %v", err)
	}
	unknown := store.Entry{Document: stemma.Document{ID: "d_none"}, Capture: &stemma.Capture{}}
	if err := s.Put(ctx, store.Change{Entries: []store.Entry{good, unknown}}); !errors.Is(err, stemma.ErrNotFound) {
		t.Errorf("a capture of no document: %v", err)
	}
	if left := all(t, s.Documents(ctx, store.Which{})); len(left) != 0 {
		t.Errorf("left behind: %+v", left)
	}
	if hits, _ := s.Search(ctx, "mills", 5); len(hits) != 0 {
		t.Errorf("left in the index: %+v", hits)
	}
}

func secondCapture(t *testing.T, s store.Store) {
	ctx := context.Background()
	ids := pages(t, s, 1)
	given := stemma.Given{URL: "https://vedra.example/1", Published: stemma.Interval{Earliest: 9, Latest: 9, Basis: stemma.BasisGiven}}
	again := store.Entry{
		Document: stemma.Document{ID: ids[0]}, Given: &given,
		Capture: &stemma.Capture{Document: ids[0], Name: "again.txt", URL: given.URL, At: time.Date(2024, 3, 2, 0, 0, 0, 0, time.UTC)},
	}
	put(t, s, store.Change{Entries: []store.Entry{again}})
	l := all(t, s.Documents(ctx, store.Which{}))
	if len(l) != 1 || len(l[0].Captures) != 2 {
		t.Fatalf("listed: %+v", l)
	}
	same(t, "second capture", l[0].Captures[1], *again.Capture)
	same(t, "given", l[0].Given, given)
	if _, err := s.Reading(ctx, ids[0]); err != nil {
		t.Errorf("the reading went: %v", err)
	}
}

func listsCanBeCut(t *testing.T, s store.Store) {
	ctx := context.Background()
	ids := sorted(pages(t, s, 5)...)
	names := func(w store.Which) (out []string) {
		for _, l := range all(t, s.Documents(ctx, w)) {
			out = append(out, l.ID)
		}
		return out
	}
	same(t, "all", names(store.Which{}), ids)
	same(t, "a page of them", names(store.Which{After: ids[1], Limit: 2}), ids[2:4])
	same(t, "none", names(store.Which{IDs: []string{}}), []string(nil))
	put(t, s, store.Change{Joined: &store.Joined{Documents: ids[:3]}})
	same(t, "unjoined", names(store.Which{Unjoined: true}), ids[3:])
	for _, err := range s.Documents(ctx, store.Which{}) {
		if err != nil {
			t.Fatal(err)
		}
		break // a list that is left early leaves nothing open
	}
}

func decisions(t *testing.T, s store.Store) {
	ctx := context.Background()
	made := []stemma.Decision{
		{Kind: stemma.DecideAnchor, Field: "2015-09-30", Value: "The siege began", By: "tester", At: time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC)},
		{Kind: stemma.DecideReject, Target: "e_1", Field: "type", Document: "d_1", Quote: "hit", Before: "shells ", After: " Orvale", Why: "a headline"},
	}
	change := store.Change{Decisions: slices.Clone(made)}
	put(t, s, change)
	put(t, s, store.Change{Decisions: []stemma.Decision{{Kind: stemma.DecideUndo, Target: "2"}}})
	made = append(made, stemma.Decision{Kind: stemma.DecideUndo, Target: "2"})
	for i := range made {
		made[i].Seq = int64(i + 1)
	}
	same(t, "numbered in place", change.Decisions, made[:2])
	same(t, "decisions", all(t, s.Decisions(ctx)), made)
}

func tellings(t *testing.T, s store.Store) {
	ctx := context.Background()
	ids := pages(t, s, 3)
	_, r := Page(1)
	same(t, "of one", all(t, s.Tellings(ctx, ids[1])), r.Tellings())
	var of []string
	for _, telling := range all(t, s.Tellings(ctx)) {
		of = append(of, telling.Document)
	}
	same(t, "of all", of, sorted(ids...))
}

func sharing(t *testing.T, s store.Store) {
	ctx := context.Background()
	ids := pages(t, s, 3)
	find := func(least int, fingerprints ...uint64) []string {
		got, err := s.Sharing(ctx, fingerprints, least)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	same(t, "one that all share", find(1, 1<<63), sorted(ids...))
	same(t, "two of page 1 or 2", find(2, 1<<63, 102, 104), sorted(ids[1], ids[2]))
	same(t, "all three of page 1", find(3, Fingerprints(1)...), ids[1:2])
	entry := Entry(1)
	entry.Fingerprints = []uint64{7}
	put(t, s, store.Change{Entries: []store.Entry{entry}})
	same(t, "read again", find(1, Fingerprints(1)[1:]...), []string(nil))
	same(t, "none", find(1), []string(nil))
}

func near(t *testing.T, s store.Store) {
	ctx := context.Background()
	undated, unplaced := Entry(8), Entry(9)
	undated.Reading.Events[0].When = stemma.Interval{}
	unplaced.Reading.Events[0].Places = nil
	ids := pages(t, s, 4)
	put(t, s, store.Change{Entries: []store.Entry{undated, unplaced}})
	find := func(n store.Neighbourhood) []string {
		got, err := s.Near(ctx, n)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	_, r := Page(2)
	e, p := r.Events[0], r.Places[0].Place
	same(t, "that place", find(store.Neighbourhood{Types: []string{"ASSAULT"}, Places: []stemma.Place{p}}), ids[2:3])
	same(t, "that type nowhere", find(store.Neighbourhood{Types: []string{"AID"}}), []string(nil))
	same(t, "that day", find(store.Neighbourhood{Earliest: e.When.Earliest, Latest: e.When.Latest}), sorted(ids[2], undated.Document.ID))
	same(t, "from that day", find(store.Neighbourhood{Earliest: e.When.Earliest}), sorted(ids[2], ids[3], undated.Document.ID, unplaced.Document.ID))
	p.Radius = 112_000
	same(t, "a degree around", find(store.Neighbourhood{Places: []stemma.Place{p}}), sorted(ids[1:4]...))
	same(t, "or nowhere", find(store.Neighbourhood{Places: []stemma.Place{p}, Unplaced: true}), sorted(append(ids[1:4:4], unplaced.Document.ID)...))
	p.Radius, p.Lat, p.Lon = 50_000, -80, 179.9
	same(t, "over the date line", find(store.Neighbourhood{Places: []stemma.Place{p}}), []string(nil))
}

func joined(t *testing.T, s store.Store) {
	ctx := context.Background()
	ids := pages(t, s, 4)
	one, two := Incident(0, 1), Incident(2)
	loose := stemma.Disagreement{ID: "x_loose", Type: stemma.PageDate, Sides: []stemma.Side{{Value: "1 May", Documents: ids[3:]}}}
	copied := stemma.Copy{Document: ids[0], Of: ids[1], Relation: stemma.RelationCopy, Containment: [2]float64{0.9, 0.5}, Order: stemma.OrderUnknown}
	put(t, s, store.Change{Joined: &store.Joined{
		Copies: []stemma.Copy{copied}, Incidents: []stemma.Incident{one, two}, Disagreements: []stemma.Disagreement{loose},
	}})
	same(t, "unjoined", len(all(t, s.Documents(ctx, store.Which{Unjoined: true}))), 0)
	same(t, "copies", all(t, s.Copies(ctx)), []stemma.Copy{copied})
	same(t, "copies of the second", all(t, s.Copies(ctx, ids[1])), []stemma.Copy{copied})
	same(t, "copies of the third", len(all(t, s.Copies(ctx, ids[2]))), 0)
	same(t, "by event", all(t, s.Incidents(ctx, two.Events[0])), []stemma.Incident{two})
	same(t, "by document", all(t, s.Incidents(ctx, ids[0])), []stemma.Incident{one})
	same(t, "all", len(all(t, s.Incidents(ctx))), 2)
	same(t, "disagreements of one", all(t, s.Disagreements(ctx, one.ID)), one.Assessment.Disagreements)
	same(t, "disagreements of a document", all(t, s.Disagreements(ctx, ids[3])), []stemma.Disagreement{loose})
	same(t, "all disagreements", len(all(t, s.Disagreements(ctx))), 3)

	merged := Incident(0, 1, 2)
	put(t, s, store.Change{Joined: &store.Joined{Documents: ids[:3], Incidents: []stemma.Incident{merged}}})
	same(t, "one incident", all(t, s.Incidents(ctx)), []stemma.Incident{merged})
	same(t, "no copies", len(all(t, s.Copies(ctx))), 0)
	same(t, "the loose one stays", len(all(t, s.Disagreements(ctx))), 2)
	put(t, s, store.Change{Joined: &store.Joined{}})
	same(t, "nothing", len(all(t, s.Incidents(ctx)))+len(all(t, s.Disagreements(ctx))), 0)
}

func successors(t *testing.T, s store.Store) {
	ctx := context.Background()
	ids := pages(t, s, 4)
	first, second := Incident(0, 1, 2), Incident(3)
	put(t, s, store.Change{Joined: &store.Joined{Incidents: []stemma.Incident{first, second}}})
	larger, smaller := Incident(0, 1), Incident(2)
	put(t, s, store.Change{Joined: &store.Joined{Documents: ids[:3], Incidents: []stemma.Incident{smaller, larger}}})
	same(t, "split: the larger part", all(t, s.Incidents(ctx, first.ID)), []stemma.Incident{larger})
	merged := Incident(0, 1, 2, 3)
	put(t, s, store.Change{Joined: &store.Joined{Incidents: []stemma.Incident{merged}}})
	for _, id := range []string{first.ID, second.ID, larger.ID, smaller.ID, merged.ID} {
		same(t, "merged", all(t, s.Incidents(ctx, id)), []stemma.Incident{merged})
	}
	var formerly []store.Former
	for _, id := range slices.Sorted(slices.Values([]string{first.ID, second.ID, larger.ID, smaller.ID})) {
		formerly = append(formerly, store.Former{ID: id, Incident: merged.ID})
	}
	same(t, "what the merged one was", all(t, s.Formerly(ctx, merged.ID)), formerly)
	same(t, "what all were", all(t, s.Formerly(ctx)), formerly)
	put(t, s, store.Change{Joined: &store.Joined{Incidents: []stemma.Incident{first, second}}})
	same(t, "back again", all(t, s.Incidents(ctx, first.ID)), []stemma.Incident{first})
	same(t, "an id never given", len(all(t, s.Incidents(ctx, "i_none"))), 0)
}

func search(t *testing.T, s store.Store) {
	ctx := context.Background()
	ids := pages(t, s, 3)
	find := func(words string) []store.Hit {
		hits, err := s.Search(ctx, words, 10)
		if err != nil {
			t.Fatalf("search %q: %v", words, err)
		}
		return hits
	}
	hits := find("number1")
	if len(hits) != 1 || hits[0].Document != ids[1] || hits[0].Title != "Shells hit Orvale district number1" {
		t.Fatalf("by a word of the title: %+v", hits)
	}
	_, r := Page(1)
	same(t, "passage", r.Words(hits[0].Passage), "number1")
	same(t, "a phrase", len(find(`"mills burned"`)), 3)
	same(t, "a wrong phrase", len(find(`"burned mills"`)), 0)
	same(t, "a beginning", len(find("gover*")), 3)
	same(t, "a comment", len(find("zebrafish")), 0)
	same(t, "a contact line", len(find("555")), 0)
	for _, odd := range []string{`mills" OR "x`, "mills AND (", "NEAR(mills)", "title:mills^", "mills -burned", `mills "`} {
		find(odd)
	}
	if _, err := s.Search(ctx, `" - *`, 1); !errors.Is(err, stemma.ErrUsage) {
		t.Errorf("no word: %v", err)
	}
}

func rebuild(t *testing.T, s store.Store) {
	ctx := context.Background()
	ids := pages(t, s, 3)
	put(t, s, store.Change{Joined: &store.Joined{}})
	before := all(t, s.Documents(ctx, store.Which{}))
	err := s.Rebuild(ctx, func(r *stemma.Reading) []uint64 { return Fingerprints(slices.Index(ids, r.Document)) })
	if err != nil {
		t.Fatal(err)
	}
	after := all(t, s.Documents(ctx, store.Which{}))
	for i := range after {
		same(t, "joined", after[i].Joined, false)
		after[i].Joined = true
	}
	same(t, "listings", after, before)
	shared, err := s.Sharing(ctx, Fingerprints(2), 3)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "sharing", shared, ids[2:])
	hits, err := s.Search(ctx, "number2", 5)
	if err != nil || len(hits) != 1 {
		t.Errorf("search: %+v %v", hits, err)
	}
}

func cancelled(t *testing.T, s store.Store) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.Put(ctx, store.Change{Entries: []store.Entry{Entry(0)}}); !errors.Is(err, context.Canceled) {
		t.Errorf("put: %v", err)
	}
	same(t, "kept", len(all(t, s.Documents(context.Background(), store.Which{}))), 0)
	pages(t, s, 1)
}
