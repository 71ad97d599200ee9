package parse

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
)

// reading is a text whose paragraphs are regions of the body.
func reading(document string) *stemma.Reading {
	r := &stemma.Reading{Text: stemma.Text(document), Read: true}
	for at := 0; at < len(document); {
		end := len(document)
		if i := strings.Index(document[at:], "\n\n"); i >= 0 {
			end = at + i + 2
		}
		r.Regions = append(r.Regions, stemma.Region{Span: stemma.Span{Start: at, End: end}, Kind: stemma.RegionBody})
		at = end
	}
	return r
}

func parsed(t testing.TB, document string) *stemma.Reading {
	r := reading(document)
	if err := New().Annotate(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTokens(t *testing.T) {
	golden.Run(t, "testdata/tokens", func(document string) string {
		var out strings.Builder
		r := parsed(t, document)
		for _, s := range r.Syntax.Sentences {
			var words []string
			for _, token := range s.Tokens {
				words = append(words, r.Words(token.Span))
			}
			fmt.Fprintf(&out, "sentence  %s\n", strings.Join(words, " | "))
		}
		return out.String()
	})
}

func TestQuotations(t *testing.T) {
	golden.Run(t, "testdata/quotations", func(document string) string {
		var out strings.Builder
		r := parsed(t, document)
		for _, q := range r.Syntax.Quotations {
			fmt.Fprintf(&out, "quotation  depth %d%s%s  %s\n", q.Depth, yes(q.Continues, ", continues"), yes(q.Open, ", open"), r.Words(q.Span))
		}
		return out.String() + yes(len(r.Syntax.Quotations) == 0, "none")
	})
}

func yes(condition bool, word string) string {
	if condition {
		return word
	}
	return ""
}

func TestTrees(t *testing.T) {
	golden.Run(t, "testdata/trees", func(document string) string {
		var out strings.Builder
		r := parsed(t, document)
		for _, s := range r.Syntax.Sentences {
			out.WriteString("sentence\n")
			for _, token := range s.Tokens {
				head := "–"
				if token.Head != stemma.Root {
					head = r.Words(s.Tokens[token.Head].Span)
				}
				fmt.Fprintf(&out, "  %-12s %-12s %-6s %-11s %s\n", r.Words(token.Span), token.Lemma, token.Tag, token.Relation, head)
			}
		}
		return out.String()
	})
}

func TestAnnotate_onlyWhatIsRead(t *testing.T) {
	r := reading("Two left.\n\nThree stayed.\n\nNobody came.")
	r.Regions[1].Kind = stemma.RegionComment
	if err := New().Annotate(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	if got := len(r.Syntax.Sentences); got != 2 || r.Syntax.Sentences[1].Region != 2 {
		t.Errorf("%d sentences, the last in region %d; want 2 and 2", got, r.Syntax.Sentences[got-1].Region)
	}
	r = reading("Deux sont partis.")
	r.Read = false
	if err := New().Annotate(context.Background(), r); err != nil || len(r.Syntax.Sentences) > 0 {
		t.Errorf("an unread page got %d sentences, %v", len(r.Syntax.Sentences), err)
	}
}

// What nobody writes must not take for ever, nor be lost.
func TestAnnotate_strangeTexts(t *testing.T) {
	for _, piece := range []string{`"`, "'", "“a ", "a-", "a.", "x ", ". ", "[", "’s", "1,", "A.B", "!", "\n", `" `, "''", "`` ", "“a\n", "(AFP) ", "Gen. ", ". \" ", "2. "} {
		document := strings.Repeat(piece, 15_000/len(piece))
		r := parsed(t, document)
		at := 0
		for _, s := range r.Syntax.Sentences {
			checkSentence(t, r, s, at)
			at = s.End
		}
	}
}

// FuzzAnnotate holds the laws: tokens and the space between them give the text
// back, all lies in its region, each sentence is one tree, and twice is the same.
func FuzzAnnotate(f *testing.F) {
	f.Add("“Will they return?” he asked. The U.S.-led force didn’t say.\n\nRebels seize mill")
	f.Add("\ufeffA\u00a0b --... 'x' \"y ‘z’ ’90s (1.2km) a/b\r\n \n.\n\xff\xfe—")
	f.Fuzz(func(t *testing.T, document string) {
		r, again := parsed(t, document), parsed(t, document)
		if fmt.Sprint(r.Syntax) != fmt.Sprint(again.Syntax) {
			t.Fatal("two readings differ")
		}
		at := 0
		for _, s := range r.Syntax.Sentences {
			checkSentence(t, r, s, at)
			at = s.End
		}
		if gap := strings.TrimFunc(document[at:], isSpace); gap != "" {
			t.Fatalf("%q is in no token", gap)
		}
		for _, q := range r.Syntax.Quotations {
			if q.Start < 0 || q.End > len(document) || q.Empty() {
				t.Fatalf("quotation %v of %d bytes", q, len(document))
			}
		}
	})
}

func checkSentence(t *testing.T, r *stemma.Reading, s stemma.Sentence, at int) {
	if !r.Regions[s.Region].Contains(s.Span) {
		t.Fatalf("sentence %v outside its region %v", s.Span, r.Regions[s.Region].Span)
	}
	roots := 0
	for i, token := range s.Tokens {
		if gap := strings.TrimFunc(string(r.Text[at:token.Start]), isSpace); gap != "" || token.Empty() || token.End > s.End {
			t.Fatalf("%q is in no token, or token %v is none", gap, token.Span)
		}
		at = token.End
		if token.Head == stemma.Root {
			roots++
		} else if token.Head == i || s.Under(token.Head, i) {
			t.Fatalf("token %d is its own ancestor", i)
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}

func TestLemmas(t *testing.T) {
	for _, c := range []struct{ form, tag, fine, lemma string }{
		{"said", "VERB", "VBD", "say"}, {"fled", "VERB", "VBD", "flee"}, {"struck", "VERB", "VBN", "strike"},
		{"forces", "NOUN", "NNS", "force"}, {"children", "NOUN", "NNS", "child"}, {"militiamen", "NOUN", "NNS", "militiaman"},
		{"cities", "NOUN", "NNS", "city"}, {"crashes", "NOUN", "NNS", "crash"}, {"houses", "NOUN", "NNS", "house"},
		{"hoping", "VERB", "VBG", "hope"}, {"stopped", "VERB", "VBD", "stop"}, {"firing", "VERB", "VBG", "fire"},
		{"controlled", "VERB", "VBN", "control"}, {"shelling", "VERB", "VBG", "shell"}, {"replied", "VERB", "VBD", "reply"},
		{"visited", "VERB", "VBD", "visit"}, {"denies", "VERB", "VBZ", "deny"}, {"clashed", "VERB", "VBD", "clash"}, {"died", "VERB", "VBD", "die"}, {"tried", "VERB", "VBD", "try"},
		{"seized", "VERB", "VBD", "seize"}, {"freed", "VERB", "VBD", "free"}, {"ceasing", "VERB", "VBG", "cease"},
		{"schoolchildren", "NOUN", "NNS", "schoolchild"}, {"superheroes", "NOUN", "NNS", "superhero"}, {"regimen", "NOUN", "NNS", "regimen"},
		{"bigger", "ADJ", "JJR", "big"}, {"heaviest", "ADJ", "JJS", "heavy"}, {"Homs", "PROPN", "NNP", "Homs"},
		{"n’t", "PART", "RB", "not"}, {"’s", "AUX", "VBZ", "be"}, {"Were", "AUX", "VBD", "be"},
	} {
		if got := lemmaOf(c.form, c.tag, c.fine); got != c.lemma {
			t.Errorf("lemma of %s (%s) is %q, want %q", c.form, c.fine, got, c.lemma)
		}
	}
}

func BenchmarkAnnotate(b *testing.B) {
	document := strings.Repeat("Rebels took the mill near the border on Friday, sources told Meridian Wire, "+
		"and the U.S.-led force said that it had struck two of their vehicles. “We will not leave,” Colonel Ana Voss added.\n\n", 20)
	n := 0
	Trained()
	for b.Loop() {
		for _, s := range parsed(b, document).Syntax.Sentences {
			n += len(s.Tokens)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkUnpack(b *testing.B) {
	for b.Loop() {
		if _, err := Unpack(trainedPacked); err != nil {
			b.Fatal(err)
		}
	}
}
