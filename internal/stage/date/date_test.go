package date

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/stage/parse"
)

// read takes a document through the stages that times need. Its first line says
// when it was published; the rest is body.
func read(t testing.TB, document string) *stemma.Reading {
	t.Helper()
	head, body, _ := strings.Cut(document, "\n")
	r := golden.Body(body)
	if day, err := stemma.ParseDay(strings.TrimPrefix(head, "published ")); err == nil {
		r.Publication.Published = stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: stemma.BasisGiven}
	}
	return golden.Annotate(t, r, parse.New(), New())
}

// tell tells a time in one line: words, type, value, days and basis.
func tell(r *stemma.Reading, t stemma.TimeExpression) string {
	line := fmt.Sprintf("%s: %s %s", r.Words(t.Span), t.Type, t.Value)
	if i := t.Interval; i.Known() {
		line += fmt.Sprintf(", %s to %s (%s, by %s)", open(i.Earliest), open(i.Latest), i.Precision, i.Basis)
	}
	return line
}

func open(d stemma.Day) string {
	if d == 0 {
		return "open"
	}
	return d.String()
}

func TestTimes(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		r := read(t, document)
		var lines []string
		for _, x := range r.Times {
			lines = append(lines, tell(r, x))
		}
		return strings.Join(lines, "\n")
	})
}

// TestPageClock: the clock of a page is read where it stands, and sets no more
// than a bound to what the report counts from its own day.
func TestPageClock(t *testing.T) {
	const text = "Friday 23 March 2018\nShells fell on Dorvat on Thursday.\n"
	clock := stemma.Interval{Latest: stemma.NewDay(2018, 3, 23), Precision: stemma.PrecisionUnknown, Basis: stemma.BasisPageClock}
	r := &stemma.Reading{Text: text, Read: true, Publication: stemma.Publication{Published: clock}, Regions: []stemma.Region{
		{Span: stemma.Span{End: 21}, Kind: stemma.RegionResidue, Form: stemma.FormPageClock},
		{Span: stemma.Span{Start: 21, End: len(text)}, Kind: stemma.RegionBody},
	}}
	golden.Annotate(t, r, parse.New(), New())
	if len(r.Times) != 2 {
		t.Fatalf("%d times, want the clock's and the Thursday", len(r.Times))
	}
	if got := tell(r, r.Times[0]); got != "Friday 23 March 2018: DATE 2018-03-23, 2018-03-23 to 2018-03-23 (day, by words)" {
		t.Error(got)
	}
	if got := tell(r, r.Times[1]); got != "Thursday: DATE XXXX-WXX-4, open to 2018-03-23 (unknown, by page-clock)" {
		t.Error(got)
	}
}

// FuzzAnnotate: whatever the text, times keep inside it, in order and apart, no
// interval ends before it begins, and without a day of publication nothing is
// counted from one.
func FuzzAnnotate(f *testing.F) {
	for _, seed := range []string{"the day before yesterday", "29 February", "9999 years ago", "31 June 2017-", "last", "from 3 to", "the 0s", "99:99 am", "’90s May 31st, 1000"} {
		f.Add(seed, 738000)
		f.Add(seed, 0)
	}
	f.Fuzz(func(t *testing.T, text string, day int) {
		r := &stemma.Reading{Text: stemma.Text(text)}
		r.Syntax.Sentences = []stemma.Sentence{{Span: stemma.Span{End: len(text)}}}
		if day > 0 && day < 1e6 {
			r.Publication.Published = stemma.Interval{Earliest: stemma.Day(day), Latest: stemma.Day(day)}
		}
		if err := New().Annotate(context.Background(), r); err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, x := range r.Times {
			if x.Span.Start < last || x.Span.Empty() || x.Span.End > len(text) {
				t.Fatalf("span %v after %d in %q", x.Span, last, text)
			}
			last = x.Span.End
			if i := x.Interval; i.Closed() && i.Earliest > i.Latest {
				t.Fatalf("%q: %s is after %s", r.Words(x.Span), i.Earliest, i.Latest)
			}
			if !r.Publication.Published.Known() && x.Interval.Basis == stemma.BasisPublication {
				t.Fatalf("%q: counted from a day that nobody gave", r.Words(x.Span))
			}
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	document := "published 2024-03-15\n" + strings.Repeat("Shells fell on Dorvat late on Thursday, two days after a truce of 2 March was broken. ", 40)
	r := read(b, document)
	b.SetBytes(int64(len(r.Text)))
	for b.Loop() {
		if err := New().Annotate(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
}
