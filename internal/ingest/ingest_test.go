package ingest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"stemma"
	"stemma/internal/ingest"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

// fake reads a document as one block. It fails where the text says "broken",
// finds a span outside the text where it says "wild", and waits where it says
// "slow".
type fake struct {
	version string
	reads   atomic.Int64
}

func (f *fake) Version() string { return f.version }

func (f *fake) Read(ctx context.Context, d stemma.Document, given stemma.Given) (*stemma.Reading, error) {
	f.reads.Add(1)
	r := &stemma.Reading{Document: d.ID, MediaType: d.MediaType, Version: f.version, Given: given, Text: stemma.Text(d.Bytes), Read: true}
	switch {
	case strings.Contains(string(r.Text), "broken"):
		return nil, errors.New("the machine broke")
	case strings.Contains(string(r.Text), "wild"):
		r.Unread = []stemma.Span{{Start: 5, End: 1000}}
	case strings.Contains(string(r.Text), "slow"):
		time.Sleep(20 * time.Millisecond)
	}
	return r, ctx.Err()
}

func newRun(t *testing.T) (ingest.Run, *fake) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "case.stemma")
	if err := sqlite.Create(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	c, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	reader := &fake{version: "r_1"}
	return ingest.Run{Store: c, Reader: reader, Wait: 5 * time.Millisecond}, reader
}

func item(name, text string) ingest.Item {
	return ingest.Item{Name: name, Document: stemma.NewDocument("text/plain", []byte(text)), Capture: stemma.Capture{Name: name}}
}

func items(all ...ingest.Item) iter.Seq[ingest.Item] { return slices.Values(all) }

// told makes a run write down what it is told, one line an item.
func told(run *ingest.Run) *[]string {
	lines := new([]string)
	run.Progress = func(r ingest.Result) {
		line := fmt.Sprintf("%s: %s", r.Name, r.State)
		if r.Err != nil {
			line += ", " + r.Err.Error()
		}
		*lines = append(*lines, line)
	}
	return lines
}

func add(t *testing.T, run ingest.Run, all ...ingest.Item) ingest.Report {
	t.Helper()
	report, err := run.Add(context.Background(), items(all...))
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func listings(t *testing.T, run ingest.Run) []store.Listing {
	t.Helper()
	var out []store.Listing
	for l, err := range run.Store.Documents(context.Background(), store.Which{}) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

func want(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

// counting joins nothing and counts how often it was asked to.
type counting struct{ joins int }

func (c *counting) Join(context.Context, store.Store) error {
	c.joins++
	return nil
}

func TestAdd_joinsInStretches(t *testing.T) {
	run, _ := newRun(t)
	joiner := &counting{}
	run.Joiner, run.Group, run.Stretch = joiner, 1, 2
	add(t, run, item("a", "one"), item("b", "two"), item("b again", "two"), item("c", "three"), item("d", "four"), item("e", "five"))
	want(t, "joined after b, after d, and at the end", joiner.joins, 3)
}

func TestAdd_brokenItemsFailAlone(t *testing.T) {
	run, _ := newRun(t)
	lines := told(&run)
	add(t, run, item("a", "slow page"), item("b", "broken page"), item("c", "page"), item("b2", "broken page"), item("d", "wild page"),
		ingest.Item{Name: "e", Err: errors.New("a picture")}, item("c2", "page"))
	want(t, "told in order", strings.Join(*lines, "\n"), strings.Join([]string{
		"a: added", "b: failed, read: the machine broke", "c: added", "b2: failed, read: the machine broke",
		"d: failed, read: changed or damaged: unread of " + item("d", "wild page").Document.ID + " point at bytes 5 to 1000 of a text of 9",
		"e: failed, a picture", "c2: already here",
	}, "\n"))
	kept := listings(t, run)
	want(t, "documents", len(kept), 2)
	for _, l := range kept {
		if l.ID == item("c", "page").Document.ID {
			want(t, "captures of c", len(l.Captures), 2)
		}
	}
}

func TestAdd_sameAgainIsNotRead(t *testing.T) {
	run, reader := newRun(t)
	add(t, run, item("a", "one"), item("b", "two"))
	reader.version = "r_2"
	report := add(t, run, item("a", "one"), item("c", "three"))
	want(t, "report", report, ingest.Report{ingest.Added: 1, ingest.Here: 1})
	want(t, "reads", reader.reads.Load(), 3)
}

func TestAdd_whatIsNewlyGivenIsRead(t *testing.T) {
	run, reader := newRun(t)
	add(t, run, item("a", "one"))
	again := item("a", "one")
	again.Given = stemma.Given{Outlet: "Vedra Post"}
	want(t, "given an outlet", add(t, run, again), ingest.Report{ingest.Reread: 1})
	want(t, "given it again", add(t, run, again), ingest.Report{ingest.Here: 1})
	again.Given = stemma.Given{URL: "https://vedra.example"}
	want(t, "given an address", add(t, run, again), ingest.Report{ingest.Reread: 1})
	want(t, "reads", reader.reads.Load(), 3)
	l := listings(t, run)[0]
	want(t, "given", l.Given, stemma.Given{Outlet: "Vedra Post", URL: "https://vedra.example"})
	want(t, "read with", l.ReadWith, l.Given)
}

func TestRefresh_readsWithAnchors(t *testing.T) {
	run, reader := newRun(t)
	add(t, run, item("a", "one"), item("b", "two"))
	decide := func(d stemma.Decision) {
		t.Helper()
		if err := run.Store.Put(context.Background(), store.Change{Decisions: []stemma.Decision{d}}); err != nil {
			t.Fatal(err)
		}
	}
	refresh := func() ingest.Report {
		t.Helper()
		report, err := run.Refresh(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return report
	}
	want(t, "nothing new", refresh(), ingest.Report{})
	decide(stemma.Decision{Kind: stemma.DecideAnchor, Value: "The siege began", Field: "2016-07-17"})
	want(t, "an anchor of the case", refresh(), ingest.Report{ingest.Reread: 2})
	want(t, "once", refresh(), ingest.Report{})
	decide(stemma.Decision{Kind: stemma.DecideAnchor, Value: "The bridge fell", Field: "2016-08-01", Target: item("b", "two").Document.ID})
	want(t, "an anchor of one document", refresh(), ingest.Report{ingest.Reread: 1})
	add(t, run, item("c", "three"))
	want(t, "a new document has it", refresh(), ingest.Report{})
	decide(stemma.Decision{Kind: stemma.DecideUndo, Target: "1"})
	want(t, "undone", refresh(), ingest.Report{ingest.Reread: 3})
	want(t, "reads", reader.reads.Load(), 2+2+1+1+3)
}

func TestReread_goesOnWhereItStopped(t *testing.T) {
	run, reader := newRun(t)
	var all []ingest.Item
	for i := range 30 {
		all = append(all, item(fmt.Sprint(i), fmt.Sprint("page ", i)))
	}
	add(t, run, all...)
	reader.version = "r_2"
	ctx, cancel := context.WithCancel(context.Background())
	run.Group = 4
	done := 0
	run.Progress = func(r ingest.Result) {
		if r.Before == nil || r.Before.Version != "r_1" || r.After.Version != "r_2" {
			t.Errorf("%s: before %v, after %v", r.Name, r.Before, r.After)
		}
		if done++; done == 8 {
			cancel()
		}
	}
	if _, err := run.Reread(ctx); !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled: %v", err)
	}
	report, err := run.Reread(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want(t, "all of them, once", done, 30)
	if n := report[ingest.Reread]; n >= 30 || n == 0 {
		t.Errorf("the second run read %d", n)
	}
}

// full is a store whose disk has room for some changes only.
type full struct {
	store.Store
	room int
}

func (f *full) Put(ctx context.Context, change store.Change) error {
	if f.room--; f.room < 0 {
		return fmt.Errorf("%w: the disk is full", stemma.ErrLimit)
	}
	return f.Store.Put(ctx, change)
}

func TestAdd_fullDiskStopsTheRun(t *testing.T) {
	run, _ := newRun(t)
	kept := run.Store
	run.Store, run.Group, run.Wait = &full{kept, 2}, 3, time.Hour
	lines := told(&run)
	var all []ingest.Item
	for i := range 20 {
		all = append(all, item(fmt.Sprint(i), fmt.Sprint("page ", i)))
	}
	if _, err := run.Add(context.Background(), items(all...)); !errors.Is(err, stemma.ErrLimit) {
		t.Fatalf("full: %v", err)
	}
	want(t, "told", len(*lines), 6)
	want(t, "kept", len(listings(t, run)), 6)
	run.Store = kept
	want(t, "the rest", add(t, run, all...), ingest.Report{ingest.Here: 6, ingest.Added: 14})
}

func TestAdd_cancelledKeepsWhatItTold(t *testing.T) {
	run, _ := newRun(t)
	ctx, cancel := context.WithCancel(context.Background())
	told := 0
	run.Group = 4
	run.Progress = func(r ingest.Result) {
		if r.State != ingest.Added {
			t.Errorf("%s: %s, %v", r.Name, r.State, r.Err)
		}
		if told++; told == 10 {
			cancel()
		}
	}
	endless := func(yield func(ingest.Item) bool) {
		for i := 0; yield(item(fmt.Sprint(i), fmt.Sprint("slow page ", i))); i++ {
			continue
		}
	}
	if _, err := run.Add(ctx, endless); !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled: %v", err)
	}
	want(t, "kept", len(listings(t, run)), told)
}

// TestAdd_orderAndCores adds the same items in several orders, by one reader and
// by many, and compares all but custody.
func TestAdd_orderAndCores(t *testing.T) {
	var all []ingest.Item
	for i := range 40 {
		all = append(all, item(fmt.Sprint(i), fmt.Sprint("slow page "[i%2*5:], i)))
	}
	var first []byte
	for n := range 6 {
		run, _ := newRun(t)
		run.Readers = 1 + n%2*7
		shuffled := slices.Concat(all[n*6:], all[:n*6])
		if n%3 == 0 {
			slices.Reverse(shuffled)
		}
		add(t, run, shuffled...)
		var b bytes.Buffer
		for _, l := range listings(t, run) {
			r, err := run.Store.Reading(context.Background(), l.ID)
			if err != nil {
				t.Fatal(err)
			}
			l.Captures = nil
			fmt.Fprintf(&b, "%+v\n%+v\n", l, *r)
		}
		if first == nil {
			first = b.Bytes()
		}
		if !bytes.Equal(first, b.Bytes()) {
			t.Fatalf("order %d, %d readers: another case", n, run.Readers)
		}
	}
}
