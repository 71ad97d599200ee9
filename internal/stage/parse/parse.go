// Package parse tells sentences and tokens apart and gives each token its part
// of speech, its lemma and its place in the tree, in the terms of Universal
// Dependencies; it also pairs quotation marks. Who is named, who speaks and what
// happened is left to the stages behind it.
//
//	Two boats left. → one sentence; two ← nummod boats ← nsubj left → punct .
package parse

import (
	"context"
	"fmt"
	"hash/crc32"

	"stemma"
)

// Stage adds the syntax of what is read.
type Stage struct{}

// New makes the stage; its weights are unpacked with the first document.
func New() *Stage { return &Stage{} }

// Adds is the syntax.
func (*Stage) Adds() stemma.Layer { return stemma.LayerSyntax }

// Needs the regions: only what is read is parsed.
func (*Stage) Needs() []stemma.Layer { return []stemma.Layer{stemma.LayerRegions} }

const version = "8"

// Version names the rules, the weights and the tables.
func (*Stage) Version() string {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli)) // weights are large, and no secret
	for _, data := range [][]byte{trainedPacked, wordnetPacked, []byte(partsTable), []byte(irregularTable), []byte(wordTable)} {
		sum.Write(data)
	}
	return fmt.Sprintf("%s-%08x", version, sum.Sum32())
}

// Annotate parses the regions that are read.
func (*Stage) Annotate(ctx context.Context, r *stemma.Reading) error {
	if !r.Read {
		return nil
	}
	reader := newReader(Trained())
	var body quoter // a caption may stand between two paragraphs
	for i, region := range r.Regions {
		if err := ctx.Err(); err != nil {
			return err
		}
		if !region.Kind.Read() || region.Empty() || region.Start < 0 || region.End > len(r.Text) {
			continue
		}
		for _, paragraph := range paragraphs(string(r.Text), region.Span) {
			for _, sentence := range reader.sentences(string(r.Text), paragraph) {
				sentence.Region = i
				r.Syntax.Sentences = append(r.Syntax.Sentences, sentence)
			}
			quoted := quotations
			if region.Kind == stemma.RegionBody {
				quoted = body.next
			}
			r.Syntax.Quotations = append(r.Syntax.Quotations, quoted(string(r.Text), paragraph)...)
		}
	}
	return nil
}

// Sentences parses a run of a text as if it were a region of its own.
func (m *Model) Sentences(text stemma.Text, within stemma.Span) []stemma.Sentence {
	reader := newReader(m)
	var out []stemma.Sentence
	for _, paragraph := range paragraphs(string(text), within) {
		out = append(out, reader.sentences(string(text), paragraph)...)
	}
	return out
}

// sentences parses one paragraph.
func (r *reader) sentences(text string, paragraph stemma.Span) []stemma.Sentence {
	var out []stemma.Sentence
	spans := tokens(text, paragraph, nil)
	from := 0
	for _, end := range sentences(text, spans) {
		out = append(out, r.parse(text, spans[from:end]))
		from = end
	}
	return out
}

func (r *reader) parse(text string, spans []stemma.Span) stemma.Sentence {
	r.begin()
	for _, span := range spans {
		r.add(text[span.Start:span.End])
	}
	r.read()
	sentence := stemma.Sentence{Span: spans[0].Join(spans[len(spans)-1]), Tokens: make([]stemma.Token, len(spans))}
	for i, span := range spans {
		t := r.tag(i)
		sentence.Tokens[i] = stemma.Token{
			Span: span, Lemma: lemmaOf(text[span.Start:span.End], t.universal, t.fine), Tag: t.universal,
			Head: r.head(i), Relation: r.relation(i),
		}
	}
	settleSaid(text, &sentence)
	settleSpeaker(text, &sentence)
	settlePairs(&sentence)
	settleInserted(text, &sentence)
	settlePossessor(text, &sentence)
	return sentence
}
