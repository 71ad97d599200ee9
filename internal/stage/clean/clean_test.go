package clean_test

import (
	"context"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/input"
	"stemma/internal/stage/clean"
)

func read(t testing.TB, document string) *stemma.Reading {
	t.Helper()
	r, err := input.Read(stemma.NewDocument(input.Sniff("page", []byte(document)), []byte(document)), stemma.Given{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func cleaned(t testing.TB, document string) *stemma.Reading {
	t.Helper()
	r := read(t, document)
	if err := clean.New().Annotate(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestClean_cases(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		r := cleaned(t, document)
		var out strings.Builder
		for _, region := range r.Regions {
			words := strings.Join(strings.Fields(r.Words(region.Span)), " ")
			fmt.Fprintf(&out, "%-8s %-12s | %s\n", region.Kind, region.Form, short(words))
		}
		return out.String()
	})
}

func short(words string) string {
	if runes := []rune(words); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return words
}

// TestClean_blocksThatDoNotTile shows that a faulty input cannot break the law
// that regions tile the text.
func TestClean_blocksThatDoNotTile(t *testing.T) {
	r := &stemma.Reading{Text: "one two three", Blocks: []stemma.Block{
		{Span: stemma.Span{Start: 4, End: 8}}, {Span: stemma.Span{Start: 2, End: 6}}, {Span: stemma.Span{Start: 9, End: 99}},
	}}
	if err := clean.New().Annotate(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	tiles(t, r)
}

func tiles(t testing.TB, r *stemma.Reading) {
	t.Helper()
	at := 0
	for _, region := range r.Regions {
		if region.Start != at || region.Empty() || region.Kind == "" {
			t.Fatalf("region %+v does not begin at %d, is empty or has no kind", region, at)
		}
		if (region.Form != "") != (region.Kind == stemma.RegionResidue) {
			t.Fatalf("region %+v: a form belongs to residue and to nothing else", region)
		}
		at = region.End
	}
	if at != len(r.Text) {
		t.Fatalf("regions end at %d of %d", at, len(r.Text))
	}
}

func FuzzClean(f *testing.F) {
	f.Add("Bridge reopens\n\nShare\n\nThe bridge is open, the mayor said on Monday after the long repair.\n\nRelated\nFlood")
	f.Add("<h1>A</h1><p class=comment>b</p><div id=x><p>c. d! e?</p></div>")
	f.Add("\ufeff\r\n\u00a0• a@b.c\nlink\n4 days ago\n8 + 17 =\n")
	f.Fuzz(func(t *testing.T, document string) {
		if !strings.ContainsFunc(document, func(r rune) bool { return r > ' ' }) {
			return
		}
		r := read(t, document)
		before := *r
		stage := clean.New()
		for range 2 {
			if err := stage.Annotate(context.Background(), r); err != nil {
				t.Fatal(err)
			}
			tiles(t, r)
			if before.Regions != nil && !reflect.DeepEqual(before.Regions, r.Regions) {
				t.Fatal("a second look gave other regions")
			}
			before.Regions = r.Regions
		}
		if !reflect.DeepEqual(before.Blocks, r.Blocks) || before.Text != r.Text {
			t.Fatal("an earlier layer was changed")
		}
	})
}

func BenchmarkClean(b *testing.B) {
	for _, name := range []string{"testdata/page.txtar", "testdata/thread.txtar"} {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		_, document, _ := golden.Parts(string(data))
		r, stage := read(b, document), clean.New()
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(document)))
			for b.Loop() {
				_ = stage.Annotate(context.Background(), r)
			}
		})
	}
}
