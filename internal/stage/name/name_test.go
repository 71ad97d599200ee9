package name_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/reference/actors"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
)

const overlayHead = "name\taliases\tkind\tcountry\tmember of\tleader of\tspeaks for\tfrom\tuntil\tnote\n"

// arvonia is the overlay of the cases: a country that does not exist.
const arvonia = overlayHead +
	"Arvonia\tTorvik City\tstate\tXV\n" +
	"Marlen\t\tstate\tXM\n" +
	"Salt Guard\tSaltmen\trebel\tXV\t\t\t\t\t\toutlawed\n" +
	"Oss Tveit\tCommander Oss Tveit\tperson\tXV\tSalt Guard\tSalt Guard\t\t\t\tcommander\n" +
	"Harbour Observer\t\toutlet\tXV\n" +
	"Marlen Lake Fleet\tthe navy\tarmy\tXM\tMarlen\n" +
	"Marlen Wire\tMarlen News Agency\tagency\tXM\tMarlen\n"

func read(t testing.TB, text string, book *actors.Book, published stemma.Day) *stemma.Reading {
	t.Helper()
	r := &stemma.Reading{Document: "d_0", Text: stemma.Text(text), Read: true, Language: "en"}
	if len(text) > 0 {
		r.Regions = []stemma.Region{{Span: stemma.Span{End: len(text)}, Kind: stemma.RegionBody}}
	}
	r.Given.Published = stemma.Interval{Earliest: published, Latest: published, Basis: stemma.BasisGiven}
	return golden.Annotate(t, r, parse.New(), name.New(book))
}

func book(t testing.TB) *actors.Book {
	t.Helper()
	overlay, err := actors.ReadOverlay("arvonia.tsv", arvonia)
	if err != nil {
		t.Fatal(err)
	}
	return actors.Open(overlay)
}

func TestAnnotate(t *testing.T) {
	own := book(t)
	golden.Run(t, "testdata", func(document string) string {
		r := read(t, document, own, 0)
		var b strings.Builder
		for _, a := range r.Actors {
			fmt.Fprintln(&b, line(r, a))
		}
		return b.String()
	})
}

// line is an actor in plain words.
func line(r *stemma.Reading, a stemma.Actor) string {
	out := a.Name + " | " + string(a.Kind)
	if a.Person != "" {
		out += ", " + string(a.Person)
	}
	for _, fact := range []struct{ word, of string }{{"of", a.MemberOf}, {"leads", a.LeaderOf}, {"speaks for", a.SpeaksFor}} {
		if fact.of != "" {
			out += ", " + fact.word + " " + fact.of
		}
	}
	var words []string
	for _, m := range a.Mentions {
		words = append(words, r.Words(m.Span))
	}
	return out + " | " + strings.Join(words, "; ")
}

func TestAnnotate_armyOfAnotherTime(t *testing.T) {
	const text = "The Syrian army shelled the ridge."
	before := read(t, text, actors.Open(), stemma.NewDay(2017, 8, 1)).Actors[0]
	after := read(t, text, actors.Open(), stemma.NewDay(2025, 8, 1)).Actors[0]
	unknown := read(t, text, actors.Open(), 0).Actors[0]
	if before.Book == after.Book || before.Book != unknown.Book || before.Name != after.Name {
		t.Errorf("before %q, after %q, unknown %q", before.Book, after.Book, unknown.Book)
	}
}

// Every party is read alike: with the names of two of one kind exchanged,
// nothing else may change.
func TestAnnotate_partiesReadAlike(t *testing.T) {
	const text = "Fighters of Hezbollah shelled a town, Hezbollah said. The group's leader praised its men. Israeli troops left, the Israeli army said."
	swap := strings.NewReplacer("Hezbollah", "Hamas", "Israeli", "Iranian").Replace(text)
	a, b := read(t, text, actors.Open(), 0), read(t, swap, actors.Open(), 0)
	if shape(a) != shape(b) {
		t.Errorf("%s\n%s", shape(a), shape(b))
	}
}

func shape(r *stemma.Reading) string {
	var out []string
	for _, a := range r.Actors {
		out = append(out, fmt.Sprint(a.Kind, a.Person, len(a.Mentions)))
	}
	return strings.Join(out, " ")
}

// FuzzAnnotate: whatever the text, every mention lies in it, every actor has a
// name, a kind and an id of its own, and twice read is read the same.
func FuzzAnnotate(f *testing.F) {
	own := book(f)
	for _, seed := range []string{
		"", "He said it.", "Ana Torvik, 52, of the Salt Guard (SG) said “we left” — its leader’s army, too.",
		"US-backed rebels’ and the the army's army's its", "GENERAL COUNCIL OF THE U.S. ARMY’S", "The, the. A Mr. Dr. President of of the\n\nIts",
		"Arvonian-Marlen troops; al- bin von (A) ‘Salt Guard’’s", "Президент said Ünal of 東京 left\xff.",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		r := read(t, text, own, 0)
		ids := map[string]bool{}
		for _, a := range r.Actors {
			if a.Name == "" || a.Kind == "" || ids[a.ID] || len(a.Mentions) == 0 {
				t.Errorf("actor %+v", a)
			}
			ids[a.ID] = true
			for _, m := range a.Mentions {
				if m.Start < 0 || m.End > len(text) || m.Empty() || m.Form == "" {
					t.Errorf("mention %+v in %d bytes", m, len(text))
				}
			}
		}
		if again := read(t, text, own, 0); !reflect.DeepEqual(r.Actors, again.Actors) {
			t.Error("read twice, read differently")
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	text := strings.Repeat("Arvonian troops shelled a village held by the Salt Guard on Monday, two officials said. "+
		"Its commander, Oss Tveit, denied that his men had fired first. \"They came at dawn,\" he told the Harbour Observer.\n\n", 10)
	own := book(b)
	r := read(b, text, own, 0)
	stage := name.New(own)
	for b.Loop() {
		r.Actors = nil
		if err := stage.Annotate(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
}
