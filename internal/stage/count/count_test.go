package count

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/stage/date"
	"stemma/internal/stage/parse"
)

// read takes a document through the stages that quantities need, each line a
// region of the body.
func read(t testing.TB, document string) *stemma.Reading {
	t.Helper()
	return golden.Annotate(t, golden.Body(document), parse.New(), date.New(), New())
}

// tell tells a quantity in one line: words, class, range, of whom; what is not
// plain about it follows in brackets.
func tell(r *stemma.Reading, q stemma.Quantity) string {
	high := fmt.Sprint(q.High)
	if q.Open {
		high = "open"
	}
	line := fmt.Sprintf("%s: %s %v to %s", r.Words(q.Span), q.What, q.Low, high)
	if q.Negative {
		line = fmt.Sprintf("%s: %s none reported", r.Words(q.Span), q.What)
	}
	if q.Unit != "" {
		line += " " + q.Unit
	}
	if q.Of.Class != "" {
		line += " of " + q.Of.Class
	}
	if !q.Approximator.Empty() {
		line += " [" + r.Words(q.Approximator) + "]"
	}
	if q.Scope != "" && q.Scope != stemma.ScopeEvent {
		line += " [" + string(q.Scope) + "]"
	}
	if from := r.Quantity(q.DerivedFrom); from != nil {
		line += " [from " + r.Words(from.Span) + "]"
	}
	return line
}

func TestQuantities(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		r := read(t, document)
		var lines []string
		for _, q := range r.Quantities {
			lines = append(lines, tell(r, q))
		}
		return strings.Join(lines, "\n")
	})
}

// TestOwner: people counted by a name on the page are that actor's.
func TestOwner(t *testing.T) {
	r := read(t, "Nine Orvane soldiers were captured.\n")
	r.Actors = []stemma.Actor{{ID: "a_orvane", Mentions: []stemma.Mention{{Span: stemma.Span{Start: 5, End: 20}}}}}
	if err := New().Annotate(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	if len(r.Quantities) != 1 || r.Quantities[0].Of.Actor != "a_orvane" {
		t.Errorf("got %+v, want nine of a_orvane", r.Quantities)
	}
}

// FuzzAnnotate: whatever the text, quantities keep inside it, no range ends before
// it begins, nothing is counted below zero, and what one is derived from is there.
func FuzzAnnotate(f *testing.F) {
	for _, seed := range []string{"between 5 and", "tens of thousands of", "a", "no", "5-7-9", "half of them", "as many", "1,5 $", "one hundred and and", "up to no more than"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, document string) {
		if strings.TrimSpace(document) == "" || len(document) > 2000 {
			t.Skip()
		}
		r := read(t, document)
		for _, q := range r.Quantities {
			switch {
			case q.Span.Empty() || q.Span.Start < 0 || q.Span.End > len(document):
				t.Fatalf("span %v", q.Span)
			case q.Low < 0 || !q.Open && q.High < q.Low:
				t.Fatalf("%q: %v to %v", r.Words(q.Span), q.Low, q.High)
			case q.DerivedFrom != "" && r.Quantity(q.DerivedFrom) == nil:
				t.Fatalf("%q is derived from nothing", r.Words(q.Span))
			case q.What == "":
				t.Fatalf("%q counts nothing", r.Words(q.Span))
			}
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	r := read(b, strings.Repeat("Shells fell on Dorvat, killing at least 11 people and wounding two or three nurses.\n", 40))
	b.SetBytes(int64(len(r.Text)))
	for b.Loop() {
		if err := New().Annotate(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
}
