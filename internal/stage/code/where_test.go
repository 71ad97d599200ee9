package code_test

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/stage/attribute"
	"stemma/internal/stage/code"
	"stemma/internal/stage/date"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
	"stemma/internal/stage/place"
)

// where are the stages that an event's place needs, with a table of an invented
// country laid over the gazetteer.
func where(t testing.TB) []stemma.Stage {
	t.Helper()
	table, err := os.ReadFile("testdata/where/places.tsv")
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := gazetteer.ReadOverlay("places.tsv", string(table))
	if err != nil {
		t.Fatal(err)
	}
	return []stemma.Stage{parse.New(), name.New(actors.Open()), date.New(), place.New(gazetteer.Open(overlay)), attribute.New(), code.New(codebook.Open())}
}

// publishedOn takes the day of publication off a document that begins with one.
func publishedOn(document string) (stemma.Interval, string) {
	if first, rest, ok := strings.Cut(document, "\n"); ok && strings.HasPrefix(first, "published ") {
		if day, err := stemma.ParseDay(strings.TrimPrefix(first, "published ")); err == nil {
			return stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: stemma.BasisGiven}, rest
		}
	}
	return stemma.Interval{}, document
}

func TestWhere(t *testing.T) {
	t.Parallel()
	line := where(t)
	golden.Run(t, "testdata/where", func(document string) string {
		published, document := publishedOn(document)
		r := &stemma.Reading{Document: "d_0", Text: stemma.Text(document), Language: "en", Read: true}
		r.Publication.Published = published
		at := 0
		for _, block := range strings.SplitAfter(document, "\n\n") {
			span := stemma.Span{Start: at, End: at + len(block)}
			r.Regions = append(r.Regions, stemma.Region{Span: span, Kind: stemma.RegionBody})
			at = span.End
		}
		golden.Annotate(t, r, line...)
		var out strings.Builder
		for _, e := range r.Events {
			out.WriteString(tellWhere(r, e) + "\n")
		}
		return out.String()
	})
}

// tellWhere tells the places of an event and its day in one line.
func tellWhere(r *stemma.Reading, e stemma.Event) string {
	line := fmt.Sprintf("%s %q:", e.Type, r.Words(e.Trigger))
	for _, role := range e.Places {
		t := r.Place(role.Place)
		line += " " + role.Role + " " + cmp.Or(t.Place.Name, r.Words(t.Span))
	}
	if len(e.Places) == 0 {
		line += " unknown"
	}
	if e.When.Precision == stemma.PrecisionDay && e.When.Closed() {
		line += " on " + e.When.Earliest.String()
	}
	return line
}
