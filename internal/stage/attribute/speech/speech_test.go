package speech

import (
	"context"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/input"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/parse"
)

// parsed is a document with its trees. Each paragraph is body, but for a headline
// that it begins with, which has no full stop.
func parsed(t testing.TB, document string) *stemma.Reading {
	t.Helper()
	r, err := input.Read(stemma.NewDocument("text/plain", []byte(document)), stemma.Given{})
	if err != nil {
		t.Fatal(err)
	}
	r.Read = true
	for i, block := range r.Blocks {
		kind := stemma.RegionBody
		if i == 0 && len(r.Blocks) > 1 && !strings.ContainsAny(r.Words(block.Span), ".:") {
			kind = stemma.RegionTitle
		}
		r.Regions = append(r.Regions, stemma.Region{Span: block.Span, Kind: kind})
	}
	if err := parse.New().Annotate(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// tell tells a claim in one line: source, cue, what is said, and its stance where it
// does not assert.
func tell(r *stemma.Reading, d Draft) string {
	var content []string
	for _, span := range d.Content {
		content = append(content, r.Words(span))
	}
	source := "nobody"
	if !d.Source.Empty() {
		source = r.Words(d.Source)
	}
	line := source + " / " + r.Words(d.Cue) + " / " + strings.Join(content, " … ")
	if d.Stance != stemma.Asserts {
		line += " [" + string(d.Stance) + "]"
	}
	return strings.Join(strings.Fields(line), " ")
}

// TestRead: who is said to say what, in the order of the cues.
func TestRead(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		r := parsed(t, document)
		var lines []string
		for _, d := range Read(r, Trained()).Drafts {
			lines = append(lines, tell(r, d))
		}
		return strings.Join(lines, "\n")
	})
}

// TestUndated: the comma that hangs on the day goes with it.
//
//	"He denied the charge, on Monday." → "the charge"
func TestUndated(t *testing.T) {
	text := stemma.Text("He denied the charge, on Monday.")
	token := func(a, b, head int, tag, relation string) stemma.Token {
		return stemma.Token{Span: stemma.Span{Start: a, End: b}, Head: head, Tag: tag, Relation: relation}
	}
	r := &stemma.Reading{Text: text}
	r.Syntax.Sentences = []stemma.Sentence{{Span: stemma.Span{End: len(text)}, Tokens: []stemma.Token{
		token(0, 2, 1, "PRON", "nsubj"), token(3, 9, -1, "VERB", "root"), token(10, 13, 3, "DET", "det"), token(14, 20, 1, "NOUN", "obj"),
		token(20, 21, 6, "PUNCT", "punct"), token(22, 24, 6, "ADP", "case"), token(25, 31, 1, "PROPN", "obl"), token(31, 32, 1, "PUNCT", "punct"),
	}}}
	if last := look(r, 0, nil).undated(1, 2, 6); last != 3 {
		t.Errorf("what was denied ends at token %d, want 3", last)
	}
}

// TestTables: every word of the tables has a known frame, stance and note.
func TestTables(t *testing.T) {
	for _, lemma := range []string{"say", "deny", "call", "according"} {
		if len(lexicon.Reporters(lemma)) == 0 && len(lexicon.Cues(lemma)) == 0 {
			t.Errorf("no entry for %q", lemma)
		}
	}
}
