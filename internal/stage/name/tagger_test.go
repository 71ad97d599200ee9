package name_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
)

// parsed is a text with its trees.
func parsed(text string) *stemma.Reading {
	r := &stemma.Reading{Document: "d_0", Text: stemma.Text(text), Read: true, Language: "en"}
	r.Syntax.Sentences = parse.Trained().Sentences(r.Text, stemma.Span{End: len(text)})
	return r
}

func tagger(weights *name.Weights) *name.Tagger {
	return name.NewTagger(weights, actors.Open(), gazetteer.Open())
}

func TestNames(t *testing.T) {
	golden.Run(t, "testdata/names", func(document string) string {
		var b strings.Builder
		r := parsed(document)
		for _, n := range tagger(name.Trained()).Names(r) {
			fmt.Fprintln(&b, n.Sort, r.Words(n.Span))
		}
		return b.String()
	})
}

// lessons are a few invented sentences, their names in brackets: [PER Ana Torvik].
var lessons = []string{
	"[PER Ana Torvik] met [PER Oss Tveit] in [LOC Sund] .",
	"The [ORG Salt Guard] left [LOC Marlen City] , [PER Oss Tveit] said .",
	"[PER Tveit] of the [ORG Harbour Council] spoke in [LOC Torvik City] .",
	"The [ORG Harbour Council] thanked the [ORG Salt Guard] .",
}

// lesson reads a marked sentence.
func lesson(marked string) name.Lesson {
	var text strings.Builder
	var names []name.Named
	for i, part := range strings.Split(marked, "[") {
		inside, rest, _ := strings.Cut(part, "]")
		if i == 0 {
			inside, rest = "", part
		}
		if sort, words, ok := strings.Cut(inside, " "); ok {
			names = append(names, name.Named{Span: stemma.Span{Start: text.Len(), End: text.Len() + len(words)}, Sort: name.Sort(sort)})
			text.WriteString(words)
		}
		text.WriteString(rest)
	}
	return name.Lesson{Reading: parsed(text.String()), Names: names}
}

func TestTrain_learnsWhatItIsShownAndAlwaysTheSame(t *testing.T) {
	var shown []name.Lesson
	for _, marked := range lessons {
		shown = append(shown, lesson(marked))
	}
	settings := name.Training{Rounds: 40, Bits: 14, Pull: 0.001, Seed: 1}
	weights := tagger(nil).Train(shown, settings)
	right, all := 0, 0
	for _, l := range shown {
		found := fmt.Sprint(tagger(weights).Names(l.Reading))
		for _, want := range l.Names {
			all++
			if strings.Contains(found, fmt.Sprint(want)) {
				right++
			}
		}
	}
	if right < all-1 {
		t.Errorf("%d of %d names found again", right, all)
	}
	once, _ := weights.Pack()
	again, _ := tagger(nil).Train(shown, settings).Pack()
	if !bytes.Equal(once, again) {
		t.Error("the same lessons gave other weights")
	}
	unpacked, err := name.Unpack(once)
	if err != nil || unpacked.Count() != weights.Count() {
		t.Errorf("unpack: %v", err)
	}
}

// The names of any text stand in its order, do not overlap and lie in one
// sentence each.
func FuzzNames(f *testing.F) {
	f.Add("Ana Torvik of the Salt Guard, in Sund.")
	f.Add("“SUND” (AP) — Al-")
	f.Add("A.\n\nB's c-D")
	own := tagger(name.Trained())
	f.Fuzz(func(t *testing.T, text string) {
		r := parsed(text)
		end := 0
		for _, n := range own.Names(r) {
			if n.Start < end || n.Empty() || n.End > len(text) {
				t.Fatalf("%v behind %d", n, end)
			}
			if s := r.Syntax.SentenceAt(n.Start); s < 0 || !r.Syntax.Sentences[s].Contains(n.Span) {
				t.Fatalf("%v in no sentence", n)
			}
			end = n.End
		}
	})
}

func FuzzUnpack(f *testing.F) {
	small, _ := tagger(nil).Train([]name.Lesson{lesson(lessons[0])}, name.Training{Rounds: 2, Bits: 8}).Pack()
	f.Add(small)
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<12 {
			t.Skip("large tables take long")
		}
		if weights, err := name.Unpack(data); err == nil {
			tagger(weights).Names(parsed("Ana Torvik left Sund."))
		}
	})
}

func BenchmarkNames(b *testing.B) {
	r := parsed(strings.Repeat("On Monday, Colonel Ana Torvik of the Salt Guard told the Harbour Observer in Marlen City that nobody had left. ", 30))
	own := tagger(name.Trained())
	tokens := 0
	for _, s := range r.Syntax.Sentences {
		tokens += len(s.Tokens)
	}
	for b.Loop() {
		own.Names(r)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(tokens), "ns/token")
}
