package place_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
	"stemma/internal/stage/place"
)

// stages are those that the places need, and the places, with a table of an
// invented country laid over the gazetteer.
func stages(t testing.TB) []stemma.Stage {
	t.Helper()
	table, err := os.ReadFile("testdata/places.tsv")
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := gazetteer.ReadOverlay("places.tsv", string(table))
	if err != nil {
		t.Fatal(err)
	}
	return []stemma.Stage{parse.New(), name.New(actors.Open()), place.New(gazetteer.Open(overlay))}
}

func page(document string) *stemma.Reading {
	r := &stemma.Reading{Document: "d_0", Text: stemma.Text(document), Language: "en", Read: true}
	r.Regions = []stemma.Region{{Span: stemma.Span{End: len(document)}, Kind: stemma.RegionBody}}
	return r
}

func read(t testing.TB, line []stemma.Stage, document string) *stemma.Reading {
	t.Helper()
	r := page(document)
	return golden.Annotate(t, r, line...)
}

func TestCases(t *testing.T) {
	line := stages(t)
	golden.Run(t, "testdata", func(document string) string {
		r := read(t, line, document)
		var out strings.Builder
		for _, toponym := range r.Places {
			out.WriteString(tell(r, toponym) + "\n")
		}
		return out.String()
	})
}

// tell is a toponym in plain words.
func tell(r *stemma.Reading, t stemma.Toponym) string {
	out := fmt.Sprintf("%q", r.Words(t.Span))
	switch {
	case !t.Known() && t.Place.Name != "":
		return out + " is " + t.Place.Name + ", in no book"
	case !t.Known():
		return out + " is in no book"
	}
	out += fmt.Sprintf(" is %s, %s", t.Place.Name, t.Place.Kind)
	if t.Place.Country != "" {
		out += " of " + t.Place.Country
	}
	out += fmt.Sprintf(" (%s, %.1f km)", t.Place.Precision, float64(t.Place.Radius)/1000)
	if t.Adjective || t.Inside {
		out += ", no scene"
	}
	return out
}

func TestAnnotate_isTheSameEveryTime(t *testing.T) {
	line := stages(t)
	document := "Shells fell on Hama and Homs near the Lebanese border. In Paris, Washington and Tripoli officials said little of Alexandria."
	want := fmt.Sprint(read(t, line, document).Places)
	for range 5 {
		if got := fmt.Sprint(read(t, line, document).Places); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
	}
}

// FuzzAnnotate holds whatever the text is: spans lie in the text, in order,
// places have a point on the earth and a radius, and ids differ.
func FuzzAnnotate(f *testing.F) {
	f.Add("OSK, Varde (MW) — the border between Syria and Lebanon, 10 km of ’s north-east of Al-, the “Qarsha” of")
	f.Add("US$, D-W.Va. St. Paul’s. of of X province of\n\n\x00\xff —")
	line := stages(f)
	f.Fuzz(func(t *testing.T, document string) {
		r := read(t, line, document)
		ids := map[string]bool{}
		for i, toponym := range r.Places {
			if toponym.Span.Empty() || toponym.Span.End > len(r.Text) || i > 0 && toponym.Span.Start < 0 {
				t.Fatalf("span %v leaves the text", toponym.Span)
			}
			if toponym.Known() && (toponym.Place.Radius <= 0 || toponym.Place.Lat < -90 || toponym.Place.Lat > 90 || toponym.Place.Precision == "") {
				t.Fatalf("%q is at %+v", r.Words(toponym.Span), toponym.Place)
			}
			if ids[toponym.ID] {
				t.Fatalf("two toponyms have the id %s", toponym.ID)
			}
			ids[toponym.ID] = true
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	line := stages(b)
	text := strings.Repeat("Syrian troops shelled Morek in Hama province on Monday, and Russian jets struck near Idlib, Ariha and Jisr al-Shughour, "+
		"residents of Aleppo said. In Paris and Washington officials spoke of the border between Turkey and Syria. ", 12)
	r := page(text)
	golden.Annotate(b, r, line[:2]...)
	b.ReportAllocs()
	for b.Loop() {
		r.Places, r.Notes = nil, nil
		if err := line[2].Annotate(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
}
