package name_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/reference/table"
)

// The pages are no part of the repository; the names of armed actors in them
// are facts, and each must be linked to whom it means.
func TestArmed_everyNameOnTheFoundingPagesIsLinked(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "..", "shared")
	if _, err := os.Stat(shared); err != nil {
		t.Skipf("needs the pages beside the checkout: %v", err)
	}
	data, err := os.ReadFile(filepath.Join("testdata", "armed.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	wanted := table.Embedded("armed.tsv", string(data), "words", "key", "kind", "note")
	met := map[string]bool{}
	right, wrong := 0, 0
	for _, r := range pages(t, shared) {
		for _, want := range wanted {
			for _, span := range places(r, want.Cell("words")) {
				met[want.Cell("words")] = true
				if a := linked(r, span); a != nil && fits(a, want) {
					right++
				} else if longer(r, wanted, span) {
					wrong++
					t.Logf("%q in “%s” is %v", want.Cell("words"), around(r, span), a)
				}
			}
		}
	}
	for _, want := range wanted {
		if !met[want.Cell("words")] {
			t.Errorf("no page has %q", want.Cell("words"))
		}
	}
	if wrong > 0 {
		t.Errorf("%d of %d places are linked to another", wrong, right+wrong)
	}
}

// fits reports whether an actor is the one wanted, in whatever years.
func fits(a *stemma.Actor, want table.Row) bool {
	key, _, _ := strings.Cut(a.Book, "@")
	return key == want.Cell("key") && string(a.Kind) == want.Cell("kind")
}

func pages(t *testing.T, shared string) []*stemma.Reading {
	t.Helper()
	line, err := pipeline.English(pipeline.Books{})
	if err != nil {
		t.Fatal(err)
	}
	var out []*stemma.Reading
	for _, pattern := range []string{"seeds/*.txt", "dossiers/*/*.txt"} {
		paths, err := filepath.Glob(filepath.Join(shared, pattern))
		if err != nil || len(paths) == 0 {
			t.Fatalf("no pages %s: %v", pattern, err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r := &stemma.Reading{Document: "d_0", MediaType: "text/plain", Text: stemma.Text(text), Language: "en", Read: true}
			if err := line.Read(context.Background(), r); err != nil {
				t.Fatal(err)
			}
			out = append(out, r)
		}
	}
	return out
}

// places are where words stand in what is read of a page, not within longer ones.
func places(r *stemma.Reading, words string) []stemma.Span {
	var out []stemma.Span
	for _, s := range r.Syntax.Sentences {
		text := r.Words(s.Span)
		for at := 0; ; {
			i := strings.Index(text[at:], words)
			if i < 0 {
				break
			}
			from, to := at+i, at+i+len(words)
			if !letter(text, from-1) && !letter(text, to) && !hyphen(text, to) && !hyphen(text, from-1) {
				out = append(out, stemma.Span{Start: s.Start + from, End: s.Start + to})
			}
			at = to
		}
	}
	return out
}

func hyphen(text string, i int) bool { return i >= 0 && i < len(text) && text[i] == '-' }

func letter(text string, i int) bool {
	return i >= 0 && i < len(text) && (text[i] >= 'a' && text[i] <= 'z' || text[i] >= 'A' && text[i] <= 'Z')
}

// linked is the actor one of whose mentions by name holds the words.
func linked(r *stemma.Reading, span stemma.Span) *stemma.Actor {
	for i := range r.Actors {
		for _, m := range r.Actors[i].Mentions {
			if m.Form == stemma.FormName && m.Contains(span) {
				return &r.Actors[i]
			}
		}
	}
	return nil
}

// longer reports whether words stand alone, and not within a longer name of the
// list that has been linked itself: "Syrian army" in "Free Syrian Army".
func longer(r *stemma.Reading, wanted []table.Row, span stemma.Span) bool {
	for _, want := range wanted {
		for _, other := range places(r, want.Cell("words")) {
			if other.Contains(span) && other != span {
				return false
			}
		}
	}
	return true
}

func around(r *stemma.Reading, span stemma.Span) string {
	s := r.Syntax.Sentences[r.Syntax.SentenceAt(span.Start)]
	return r.Words(stemma.Span{Start: max(s.Start, span.Start-40), End: min(s.End, span.End+40)})
}
