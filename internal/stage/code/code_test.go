package code_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/reference/codebook"
	"stemma/internal/stage/code"
	"stemma/internal/stage/parse"
)

// read is a document with its paragraphs as body, parsed and coded. No names and
// places are resolved, so that a case shows what the tree alone tells.
func read(t testing.TB, document string) *stemma.Reading {
	t.Helper()
	r := &stemma.Reading{Document: "d_0", Text: stemma.Text(document), Language: "en", Read: true}
	at := 0
	for _, block := range strings.SplitAfter(document, "\n\n") {
		span := stemma.Span{Start: at, End: at + len(block)}
		at = span.End
		if span.Empty() {
			continue
		}
		r.Blocks = append(r.Blocks, stemma.Block{Span: span, Tag: "p"})
		r.Regions = append(r.Regions, stemma.Region{Span: span, Kind: stemma.RegionBody})
	}
	return golden.Annotate(t, r, parse.New(), code.New(codebook.Open()))
}

func TestCases(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		r := read(t, document)
		var out strings.Builder
		for _, event := range all(r) {
			out.WriteString(event + "\n")
		}
		for _, span := range r.Unread {
			fmt.Fprintf(&out, "unread: %s\n", r.Words(span))
		}
		return out.String()
	})
}

// tell is an event in plain words.
func tell(r *stemma.Reading, e stemma.Event) string {
	kind := e.Type
	if e.Mode != "" {
		kind += "/" + e.Mode
	}
	out := fmt.Sprintf("%s %q", kind, r.Words(e.Trigger))
	out += list(" by ", e.Actors) + list(" to ", e.Recipients)
	out += ", " + string(e.Modality)
	for _, span := range e.ModalityWords {
		out += fmt.Sprintf(" %q", r.Words(span))
	}
	if e.ACLED != "" {
		out += ", ACLED: " + e.ACLED
	}
	return out
}

func list(what string, roles []stemma.Role) string {
	var names []string
	for _, role := range roles {
		name := role.Name
		if role.Part == "ally" || role.Part == "accused" {
			name += " (" + role.Part + ")"
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return what + strings.Join(names, "; ")
}

// FuzzAnnotate: whatever the text, every event has a type of the book, a trigger
// inside its clause, and words where it says so; the same text gives the same.
func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{"", "Rebels attacked the post.", "\xff\xfe“", "by by by of of", "The U.S.-backed force, which shelled it, said it did not.",
		"Attack attack attack on on the the", "was killed was killed and was"} {
		f.Add(s)
	}
	types := map[string]bool{}
	for _, kind := range codebook.Open().Kinds() {
		types[kind.Type] = true
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			t.Skip("longer than a page of rules needs")
		}
		r := read(t, text)
		again := read(t, text)
		if fmt.Sprint(r.Events) != fmt.Sprint(again.Events) {
			t.Fatal("the same text was coded in two ways")
		}
		seen := map[string]bool{}
		for _, e := range r.Events {
			if !types[e.Type] || e.Trigger.Empty() || !e.Clause.Contains(e.Trigger) || seen[e.ID] {
				t.Fatalf("event %+v", e)
			}
			seen[e.ID] = true
		}
	})
}

// TestPartiesAreReadAlike swaps the names of parties in every case: nothing else may
// change.
func TestPartiesAreReadAlike(t *testing.T) {
	t.Parallel()
	swap := strings.NewReplacer("Halvorn", "Struvia", "Struvia", "Halvorn", "Orvane", "Ardash", "Ardash", "Orvane")
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	for _, path := range cases {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, document, _ := strings.Cut(string(data), "-- document --\n")
		document, _, _ = strings.Cut(document, "-- want --")
		want, got := all(read(t, document)), all(read(t, swap.Replace(document)))
		if len(want) != len(got) {
			t.Errorf("%s: %d events, %d after the swap", path, len(want), len(got))
			continue
		}
		for i := range want {
			if got[i] != swap.Replace(want[i]) {
				t.Errorf("%s: after the swap %s, want %s", path, got[i], swap.Replace(want[i]))
			}
		}
	}
}

// all are the events of a reading in plain words.
func all(r *stemma.Reading) []string {
	var out []string
	for _, e := range r.Events {
		out = append(out, tell(r, e))
	}
	return out
}

func BenchmarkAnnotate(b *testing.B) {
	text := strings.Repeat("The army shelled the market in Ostrel on Monday, killing two, and rebels said that they would answer. ", 200)
	r := read(b, text)
	stage := code.New(codebook.Open())
	tokens := 0
	for _, s := range r.Syntax.Sentences {
		tokens += len(s.Tokens)
	}
	for b.Loop() {
		if err := stage.Annotate(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
