package join_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden/tellings"
	"stemma/internal/join"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

const story = `The guns above the harbour road fired on the third convoy that night and stopped two lorries at the bridge.
A nurse counted nineteen wounded in the first hour and said that most of them had been riding on the roof.
The harbour office closed both piers and asked the crews at sea to wait beyond the reef until noon.
`

// A reader that knows just enough: a first line "DATE 2024-08-03" dates the page,
// "shelling" is what a page tells of, on the day of the page.
type reader struct{ read map[string]int }

func (x reader) Read(_ context.Context, d stemma.Document, given stemma.Given) (*stemma.Reading, error) {
	x.read[d.ID]++
	text := string(d.Bytes)
	r := &stemma.Reading{Document: d.ID, Text: stemma.Text(text), Version: "r_test", Given: given, Read: true, Language: "en"}
	r.Publication.Published = given.Published
	body := stemma.Span{End: len(text)}
	if line, rest, dated := strings.Cut(text, "\n"); dated && strings.HasPrefix(line, "DATE ") {
		day, err := stemma.ParseDay(strings.TrimPrefix(line, "DATE "))
		if err != nil {
			return nil, err
		}
		r.Publication.Published = stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: stemma.BasisDateline}
		body.Start = len(text) - len(rest)
		r.Regions = append(r.Regions, stemma.Region{Span: stemma.Span{End: body.Start}, Kind: stemma.RegionDateline})
	}
	r.Regions = append(r.Regions, stemma.Region{Span: body, Kind: stemma.RegionBody})
	at := strings.Index(text, "fired")
	trigger := stemma.Span{Start: at, End: at + len("fired")}
	when := r.Publication.Published
	when.Basis = stemma.BasisPublication
	r.Events = []stemma.Event{{
		ID: stemma.SpanID("e", d.ID, "ASSAULT", trigger), Type: "ASSAULT", Trigger: trigger, Clause: body,
		When: when, Modality: stemma.Asserted,
	}}
	return r, nil
}

func newCase(t *testing.T) store.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "case.stemma")
	if err := sqlite.Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	c, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func put(t *testing.T, s store.Store, x reader, text string) string {
	t.Helper()
	d := stemma.NewDocument("text/plain", []byte(text))
	r, err := x.Read(t.Context(), d, stemma.Given{})
	if err != nil {
		t.Fatal(err)
	}
	entry := store.Entry{Document: d, Reading: r, Fingerprints: join.Fingerprints(r)}
	if err := s.Put(t.Context(), store.Change{Entries: []store.Entry{entry}}); err != nil {
		t.Fatal(err)
	}
	return d.ID
}

// A page without a date borrows that of its copy, is read again with it, and
// both then tell of one incident, whichever came first.
func TestJoin_copyLendsItsDate(t *testing.T) {
	texts := []string{"DATE 2024-08-03\n" + story, story + "Read more.\n"}
	for _, order := range [][]string{texts, {texts[1], texts[0]}} {
		s, x := newCase(t), reader{map[string]int{}}
		joiner := join.Joiner{Reader: x}
		for _, text := range order {
			put(t, s, x, text)
			if err := joiner.Join(t.Context(), s); err != nil {
				t.Fatal(err)
			}
		}
		bare := stemma.NewDocument("text/plain", []byte(texts[1])).ID
		checkLoan(t, s, bare)
		checkOneIncident(t, s)
		again := x.read[bare]
		if err := joiner.Join(t.Context(), s); err != nil || x.read[bare] != again {
			t.Errorf("with nothing new it was read again: %d, %v", x.read[bare]-again, err)
		}
	}
}

func checkLoan(t *testing.T, s store.Store, borrower string) {
	t.Helper()
	r, err := s.Reading(t.Context(), borrower)
	if err != nil {
		t.Fatal(err)
	}
	published := r.Publication.Published
	if published.Basis != stemma.BasisCopy || published.Earliest.String() != "2024-08-03" {
		t.Errorf("borrowed %+v", published)
	}
	for d, err := range s.Documents(t.Context(), store.Which{IDs: []string{borrower}}) {
		if err != nil || d.Given.Published.Known() {
			t.Errorf("the loan stands as what a person gave: %+v, %v", d.Given, err)
		}
	}
}

func checkOneIncident(t *testing.T, s store.Store) {
	t.Helper()
	n := 0
	for i, err := range s.Incidents(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if len(i.Documents) != 2 || i.Assessment.Origins.Max != 1 {
			t.Errorf("documents %v, origins %+v", i.Documents, i.Assessment.Origins)
		}
	}
	if n != 1 {
		t.Errorf("%d incidents, want 1", n)
	}
}

const plain = `
place Azhmir: town XA 10.5 20.5
post: act ASSAULT aerial; by Orvane (state XO); hit market; in Azhmir; on 2024-08-03; killed 12 civilians; said by Azhmir Hospital (ngo)
wire: act ASSAULT aerial; by Orvane (state XO); hit market; in Azhmir; on 2024-08-03; killed 17 civilians; said by Red Lantern (ngo)
times: act ASSAULT aerial; by Orvane (state XO); hit market; in Azhmir; on 2024-08-03; denied; said by Orvane Army (state-force XO)
late: act COERCE abduct; by the Front (armed-group); in Azhmir; on 2024-08-09; captured 9 soldiers of Orvane Army (state-force XO)
`

// What a case comes to is a function of the set.
func TestWeigh_orderOfArrivalDoesNotMatter(t *testing.T) {
	c := lines(t)
	want := weighed(t, c)
	shuffle := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		shuffle.Shuffle(len(c.Tellings), func(i, j int) { c.Tellings[i], c.Tellings[j] = c.Tellings[j], c.Tellings[i] })
		if got := weighed(t, c); !bytes.Equal(got, want) {
			t.Fatalf("in another order it comes to something else:\n%s\n%s", got, want)
		}
	}
}

func lines(t testing.TB) tellings.Case {
	t.Helper()
	c, err := tellings.Read(plain)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func weighed(t *testing.T, c tellings.Case) []byte {
	t.Helper()
	out, err := json.Marshal(join.Weigh(c.Tellings, nil, c.Copies, c.Decisions))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// An undone decision counts for nothing; a copy that a person named counts with
// no shared text, and one that a person refused does not.
func TestWeigh_decisions(t *testing.T) {
	c := lines(t)
	split := stemma.Decision{Seq: 1, Kind: stemma.DecideSplit, Target: "e_post1", Value: "e_wire1"}
	undo := stemma.Decision{Seq: 2, Kind: stemma.DecideUndo, Target: "1"}
	before := join.Weigh(c.Tellings, nil, nil, nil)
	apart := join.Weigh(c.Tellings, nil, nil, []stemma.Decision{split})
	undone := join.Weigh(c.Tellings, nil, nil, []stemma.Decision{split, undo})
	if len(apart.Incidents) != len(before.Incidents)+1 || len(undone.Incidents) != len(before.Incidents) {
		t.Errorf("incidents: %d, split %d, undone %d", len(before.Incidents), len(apart.Incidents), len(undone.Incidents))
	}
	is := stemma.Decision{Seq: 3, Kind: stemma.DecideCopy, Target: "d_wire", Value: "d_post"}
	isNot := stemma.Decision{Seq: 4, Kind: stemma.DecideNotCopy, Target: "d_post", Value: "d_wire"}
	if got := join.Weigh(c.Tellings, nil, nil, []stemma.Decision{is}).Copies; len(got) != 1 || !got[0].Decided {
		t.Errorf("a copy that a person named: %+v", got)
	}
	if got := join.Weigh(c.Tellings, nil, nil, []stemma.Decision{is, isNot}).Copies; len(got) != 0 {
		t.Errorf("a copy that a person refused: %+v", got)
	}
}

// Every disagreement has two sides, and words to point at on each.
func TestWeigh_everySideHasWords(t *testing.T) {
	c := lines(t)
	joined := join.Weigh(c.Tellings, nil, c.Copies, nil)
	if len(joined.Disagreements) == 0 {
		t.Fatal("nothing is disputed")
	}
	for _, d := range joined.Disagreements {
		if len(d.Sides) < 2 || slices.ContainsFunc(d.Sides, func(s stemma.Side) bool { return s.Words.Span.Empty() || s.Words.Document == "" }) {
			t.Errorf("%+v", d)
		}
	}
}

func BenchmarkWeigh(b *testing.B) {
	var text strings.Builder
	text.WriteString(plain)
	for i := range 300 {
		fmt.Fprintf(&text, "page%d: act ASSAULT; by Orvane (state XO); in Azhmir; on 2024-07-%02d; killed %d civilians; said by source %d (ngo)\n", i, 1+i%30, i%7, i%40)
	}
	c, err := tellings.Read(text.String())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		join.Weigh(c.Tellings, nil, nil, nil)
	}
}
