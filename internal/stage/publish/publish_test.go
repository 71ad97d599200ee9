package publish_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/input"
	"stemma/internal/stage/clean"
	"stemma/internal/stage/publish"
)

// given takes the lines "given published 2021-03-04" off the head of a case.
func given(t testing.TB, document string) (stemma.Given, string) {
	t.Helper()
	var label input.Label
	for strings.HasPrefix(document, "given ") {
		line, rest, _ := strings.Cut(document, "\n")
		field, value, _ := strings.Cut(strings.TrimPrefix(line, "given "), " ")
		switch field {
		case "published":
			label.Published = value
		case "outlet":
			label.Outlet = value
		case "url":
			label.URL = value
		}
		document = rest
	}
	out, err := input.Item{Label: label}.Given()
	if err != nil {
		t.Fatal(err)
	}
	return out, document
}

func published(t testing.TB, document string) *stemma.Reading {
	t.Helper()
	known, document := given(t, document)
	r, err := input.Read(stemma.NewDocument(input.Sniff("page", []byte(document)), []byte(document)), known)
	if err != nil {
		t.Fatal(err)
	}
	return golden.Annotate(t, r, clean.New(), publish.New())
}

func TestPublish_cases(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		r := published(t, document)
		p := r.Publication
		var out strings.Builder
		for _, named := range []struct {
			what  string
			words stemma.Words
		}{{"title", p.Title}, {"outlet", p.Outlet}, {"agency", p.Agency}, {"byline", p.Byline}} {
			if named.words.Known() {
				fmt.Fprintf(&out, "%-9s %s  (%s: %q)\n", named.what, named.words.Name, named.words.Basis, r.Words(named.words.Span))
			}
		}
		if d := p.Published; d.Known() {
			fmt.Fprintf(&out, "published %s to %s  (%s: %q)\n", d.Earliest, d.Latest, d.Basis, r.Words(d.Words))
		} else {
			out.WriteString("published unknown\n")
		}
		for _, note := range r.Notes {
			fmt.Fprintf(&out, "note      %s\n", note.Text)
		}
		return out.String()
	})
}

func FuzzPublish(f *testing.F) {
	f.Add("given outlet The Lamp\nHARBOUR COURIER\nThursday, 4 March\n\nGuards\n\nOLMEN, 4 March 2021 (Lanterna) — The ferry has been seized, the guards told The Lamp.")
	f.Add("<meta name=date content=2021-03-04><h1>A</h1><time datetime=2021-03-05>x</time><p>b")
	f.Fuzz(func(t *testing.T, document string) {
		if !strings.ContainsFunc(document, func(r rune) bool { return r > ' ' }) || strings.HasPrefix(document, "given ") {
			return
		}
		r := published(t, document)
		p := r.Publication
		for _, span := range []stemma.Span{p.Title.Span, p.Outlet.Span, p.Agency.Span, p.Byline.Span, p.Published.Words} {
			if span.Start < 0 || span.End > len(r.Text) || span.Start > span.End {
				t.Fatalf("span %v of a text of %d bytes", span, len(r.Text))
			}
		}
		if p.Published.Closed() && p.Published.Latest < p.Published.Earliest {
			t.Fatalf("published from %s to %s", p.Published.Earliest, p.Published.Latest)
		}
		if again := published(t, document); !reflect.DeepEqual(again.Publication, p) {
			t.Fatal("a second look gave another publication")
		}
	})
}

func BenchmarkPublish(b *testing.B) {
	r := published(b, "Guards seize ferry\n\n4 March 2021\n\nBy Henna Marsk, Lanterna\n\n"+
		strings.Repeat("Harbour guards boarded the ferry on Thursday and took it to the yard, two pilots told The Lamp.\n\n", 40))
	stage := publish.New()
	b.SetBytes(int64(len(r.Text)))
	for b.Loop() {
		_ = stage.Annotate(context.Background(), r)
	}
}
