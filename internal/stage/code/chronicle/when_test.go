package chronicle_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/reference/codebook"
	"stemma/internal/stage/attribute"
	"stemma/internal/stage/code"
	"stemma/internal/stage/count"
	"stemma/internal/stage/date"
	"stemma/internal/stage/parse"
)

// dated is a document whose first two lines give its day of publication and an
// anchor, read far enough to say when things happened and how many.
func dated(t testing.TB, document string) *stemma.Reading {
	t.Helper()
	published, rest, _ := strings.Cut(document, "\n")
	anchor, body, _ := strings.Cut(rest, "\n")
	r := page(t, body, strings.TrimPrefix(published, "published "))
	if sentence, day, ok := strings.Cut(strings.TrimPrefix(anchor, "anchor "), " = "); ok {
		on, err := stemma.ParseDay(day)
		if err != nil {
			t.Fatal(err)
		}
		r.Anchored = []stemma.Anchored{{Anchor: stemma.Anchor{Sentence: sentence, Date: on}, Reading: page(t, sentence+".", "")}}
		if err := code.New(codebook.Open()).Annotate(context.Background(), r); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func page(t testing.TB, body, published string) *stemma.Reading {
	t.Helper()
	r := &stemma.Reading{Document: "d_0", Text: stemma.Text(body), Language: "en", Read: true}
	r.Regions = []stemma.Region{{Span: stemma.Span{End: len(body)}, Kind: stemma.RegionBody}}
	if day, err := stemma.ParseDay(published); err == nil {
		r.Publication.Published = stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: stemma.BasisGiven}
	}
	return golden.Annotate(t, r, parse.New(), date.New(), count.New(), attribute.New(), code.New(codebook.Open()))
}

func TestWhen(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		r := dated(t, document)
		var lines []string
		for _, e := range r.Events {
			lines = append(lines, tellWhen(r, e))
		}
		for _, n := range r.Notes {
			if n.Stage == stemma.LayerEvents {
				lines = append(lines, fmt.Sprintf("note at %q: %s", r.Words(n.Span), n.Text))
			}
		}
		return strings.Join(lines, "\n")
	})
}

// tellWhen tells the time and the numbers of an event in one line.
func tellWhen(r *stemma.Reading, e stemma.Event) string {
	line := fmt.Sprintf("%s %q: ", e.Type, r.Words(e.Trigger))
	if w := e.When; w.Known() {
		line += fmt.Sprintf("%s to %s (%s, by %s)", end(w.Earliest), end(w.Latest), w.Precision, w.Basis)
	} else {
		line += "unknown"
	}
	if !e.When.Words.Empty() {
		line += fmt.Sprintf(" %q", r.Words(e.When.Words))
	}
	for _, id := range e.Quantities {
		q := r.Quantity(id)
		line += fmt.Sprintf(", %v %s", q.Low, q.What)
	}
	if e.Modality == stemma.Background {
		line += ", as history"
	}
	return line
}

func end(d stemma.Day) string {
	if d == 0 {
		return "open"
	}
	return d.String()
}

// FuzzWhen: whatever the text and the anchor, no event ends before it begins, none
// is after the report but one that is to come, and every number is on the page.
func FuzzWhen(f *testing.F) {
	for _, seed := range []string{"Shells hit Dorvat on Monday.", "a second day of strikes Thursday Thursday", "since by after until 3 May", "They also struck. Struck.", "from May to from June bombed"} {
		f.Add(seed, "Orvane began strikes")
	}
	f.Fuzz(func(t *testing.T, text, sentence string) {
		if len(text) > 2000 || strings.ContainsAny(text+sentence, "\n\x00") {
			t.Skip("more than one line")
		}
		for _, published := range []string{"unknown", "2024-03-15"} {
			r := dated(t, "published "+published+"\nanchor "+sentence+" = 2024-03-10\n"+text)
			for _, e := range r.Events {
				if e.When.Closed() && e.When.Earliest > e.When.Latest {
					t.Fatalf("%q: %s is after %s", r.Words(e.Trigger), e.When.Earliest, e.When.Latest)
				}
				for _, id := range e.Quantities {
					if r.Quantity(id) == nil {
						t.Fatalf("%q: no quantity %s", r.Words(e.Trigger), id)
					}
				}
			}
		}
	})
}

// What is told of a day after the report is planned, whatever verb tells it.
func TestModality_aheadOfTheReport(t *testing.T) {
	r := dated(t, "published 2024-05-13\nanchor none\nDockers blocked the port on Sunday. The exchange of 15 May is in Ostrel.")
	if len(r.Events) != 2 || r.Events[0].Modality != stemma.Asserted || r.Events[1].Modality != stemma.Planned {
		t.Errorf("got %+v, want a blockade told and an exchange planned", r.Events)
	}
}
