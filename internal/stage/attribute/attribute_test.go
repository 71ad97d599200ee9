package attribute

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/input"
	"stemma/internal/reference/actors"
	"stemma/internal/stage/name"
	"stemma/internal/stage/parse"
)

// read takes a document through the stages that the claims need. Each paragraph
// is body, but for a headline that it begins with, which has no full stop.
func read(t testing.TB, document string) *stemma.Reading {
	t.Helper()
	r, err := input.Read(stemma.NewDocument("text/plain", []byte(document)), stemma.Given{Outlet: "Harbour Post"})
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
	return golden.Annotate(t, r, parse.New(), name.New(book()), New())
}

// book has two media and a group that no other book knows; all cases share it, as
// a book with an overlay is indexed anew.
var book = sync.OnceValue(func() *actors.Book {
	const head = "name\taliases\tkind\tcountry\tmember of\tleader of\tspeaks for\tfrom\tuntil\tnote\n"
	o, err := actors.ReadOverlay("actors of the cases", head+
		"Meridian Wire\tMeridian\tagency\t\t\t\t\t\t\t\n"+
		"Cane Radio\t\toutlet\t\t\t\t\t\t\t\n"+
		"Salt Guard\tthe Guard\tarmed-group\t\t\t\t\t\t\t\n")
	if err != nil {
		panic(err)
	}
	return actors.Open(o)
})

// tell tells a claim in one line: source, cue, what is said; what is not plain
// about it follows in brackets.
func tell(r *stemma.Reading, c stemma.Claim) string {
	var content []string
	for _, span := range c.Content {
		content = append(content, r.Words(span))
	}
	source := "nobody"
	if c.Source.Name != "" {
		source = r.Words(c.Source.Span)
	}
	line := fmt.Sprintf("%s / %s / %s", source, r.Words(c.Cue), strings.Join(content, " … "))
	if c.Stance != stemma.Asserts {
		line += " [" + string(c.Stance) + "]"
	}
	if c.Source.Description.Low > 0 {
		line += fmt.Sprintf(" [%d to %d]", c.Source.Description.Low, c.Source.Description.High)
	}
	if len(c.Chain) > 2 {
		line += " [through"
		for _, link := range c.Chain[1 : len(c.Chain)-1] {
			line += " " + link.Name
		}
		line += "]"
	}
	return strings.Join(strings.Fields(line), " ")
}

func TestClaims(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		r := read(t, document)
		var lines []string
		for _, c := range r.Claims {
			lines = append(lines, tell(r, c))
		}
		return strings.Join(lines, "\n")
	})
}

// FuzzAnnotate: whatever the text, claims keep inside it, their parts are
// sorted and apart, a parent is there and holds its child's words, and a chain
// begins at the outlet.
func FuzzAnnotate(f *testing.F) {
	for _, seed := range []string{"“Never,” she said. “Not once.”", "According to", "said said said.", "“a “b” c” he, said", "It is believed that"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, document string) {
		if strings.IndexByte(document, 0) >= 0 || strings.TrimSpace(document) == "" {
			t.Skip("no text")
		}
		if _, err := input.Read(stemma.NewDocument("text/plain", []byte(document)), stemma.Given{}); err != nil {
			t.Skip("no document")
		}
		check(t, read(t, document))
	})
}

func check(t *testing.T, r *stemma.Reading) {
	for _, c := range r.Claims {
		if len(c.Content) == 0 || len(c.Chain) == 0 || c.Chain[0].Role != stemma.RoleOutlet {
			t.Errorf("claim without content or chain: %+v", c)
		}
		for i, span := range c.Content {
			if span.Empty() || span.Start < 0 || span.End > len(r.Text) || i > 0 && span.Start < c.Content[i-1].End {
				t.Errorf("content out of order or of the text: %v", c.Content)
			}
		}
		if c.Parent != "" && (r.Claim(c.Parent) == nil || c.Parent == c.ID) {
			t.Errorf("no claim %s that holds %s", c.Parent, c.ID)
		}
	}
}

// TestTotal hands the stage broken trees: heads out of range, cycles, sentences
// without tokens or region.
func TestTotal(t *testing.T) {
	text := stemma.Text("He said no.")
	token := func(a, b, head int, tag, relation, lemma string) stemma.Token {
		return stemma.Token{Span: stemma.Span{Start: a, End: b}, Head: head, Tag: tag, Relation: relation, Lemma: lemma}
	}
	r := &stemma.Reading{Text: text, Regions: []stemma.Region{{Span: stemma.Span{End: 11}, Kind: stemma.RegionBody}}}
	r.Syntax.Sentences = []stemma.Sentence{
		{Region: 7}, {Region: 0},
		{Span: stemma.Span{End: 11}, Tokens: []stemma.Token{
			token(0, 2, 1, "PRON", "nsubj", "he"), token(3, 7, 2, "VERB", "ccomp", "say"), token(8, 10, 1, "INTJ", "ccomp", "no"), token(10, 11, 40, "PUNCT", "punct", ".")}},
	}
	if err := New().Annotate(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	check(t, r)
}

// TestShaken hangs the words of long sentences on others by chance, so that trees
// cross, break and turn in circles: the stage comes to an end and keeps its laws.
func TestShaken(t *testing.T) {
	document := strings.Repeat("The mayor of Dorvat, who on Monday told the radio in a letter that two shells had hit the mill, denied the charge in a note on 3 May, "+
		"as “no more than talk,” he said, according to Harbour Post, adding that the clerk had been asked on Sunday whether the road was mined. ", 2)
	r := read(t, document)
	whole := r.Syntax.Sentences
	for seed := range uint64(500) {
		dice := rand.New(rand.NewPCG(seed, 1))
		r.Claims, r.Syntax.Sentences = nil, slices.Clone(whole)
		for i := range whole {
			tokens := slices.Clone(whole[i].Tokens)
			for range 1 + dice.IntN(6) {
				a, b := &tokens[dice.IntN(len(tokens))], &tokens[dice.IntN(len(tokens))]
				a.Head, a.Relation, b.Relation = dice.IntN(len(tokens)), b.Relation, a.Relation
			}
			r.Syntax.Sentences[i].Tokens = tokens
		}
		if err := New().Annotate(context.Background(), r); err != nil {
			t.Fatal(err)
		}
		check(t, r)
	}
}

func BenchmarkAnnotate(b *testing.B) {
	paragraph := "“We held the bridge,” the captain told Meridian Wire on Monday. “Nobody crossed it.” According to the port office, two boats left, but the mayor denied that any ship had been seen.\n\n"
	r := read(b, strings.Repeat(paragraph, 50))
	tokens := 0
	for _, s := range r.Syntax.Sentences {
		tokens += len(s.Tokens)
	}
	for b.Loop() {
		if err := New().Annotate(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// TestMeant: who the source of each claim is, by its words and by the page.
func TestMeant(t *testing.T) {
	golden.Run(t, "testdata/meant", func(document string) string {
		var lines []string
		for _, c := range read(t, document).Claims {
			words := "nobody"
			if s := c.Source; !s.Span.Empty() {
				words = string(stemma.Text(document)[s.Span.Start:s.Span.End])
			}
			lines = append(lines, words+" / "+stemma.Text(document).Words(c.Cue)+" → "+c.Source.Name)
		}
		return strings.Join(lines, "\n")
	})
}

// TestMonitor: a body that counts is no party to what it counts, and is called by its
// name from the start.
func TestMonitor(t *testing.T) {
	claims := read(t, "The army fired the shells that killed nine people, the monitoring group Saltwatch said on Tuesday. Saltwatch blamed nobody else.").Claims
	if len(claims) == 0 {
		t.Fatal("no claim")
	}
	if s := claims[0].Source; s.Name != "Saltwatch" || s.Relation != stemma.RelationMonitor || s.Kind != stemma.SourceNamed {
		t.Errorf("%s, %s, %s: want Saltwatch, a named monitor", s.Name, s.Kind, s.Relation)
	}
}

// TestStanding: an unnamed source stands to the event as its noun says, else as the body
// does of which it is.
func TestStanding(t *testing.T) {
	for document, want := range map[string]stemma.SourceRelation{
		"A baker said the bridge was mined.":                          stemma.RelationWitness,
		"A relative of one of the dead said the bridge was mined.":    stemma.RelationVictim,
		"A military source said the bridge was mined.":                stemma.RelationParty,
		"An official of the Salt Guard said the bridge was mined.":    stemma.RelationParty,
		"An analyst at the Harbour Group said the bridge was mined.":  "",
		"A local official said the bridge was mined.":                 stemma.RelationOfficial,
		"A source close to nobody in town said the bridge was mined.": "",
	} {
		if claims := read(t, document).Claims; len(claims) == 0 || claims[0].Source.Relation != want {
			t.Errorf("%s: want %q, have %+v", document, want, claims)
		}
	}
}
