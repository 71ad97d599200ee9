// Package attribute finds who says what, through whom: source, cue and content
// of each claim, its stance, the claim that holds it, and the chain by which it
// reached the reader. It reads the trees, quotations and actors of the stages
// before it and decides nothing about events, dates or truth. In: "Two were
// hurt, police said." Out: source "police", cue "said", content "Two were hurt",
// asserts, chain outlet → police.
package attribute

import (
	"context"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A Stage attributes what a document says to those who say it.
type Stage struct{ model func() *Model }

// New is the stage; what it knows is in the tables of reference/lexicon and in
// the model that the program carries.
func New() *Stage { return &Stage{Trained} }

// With is the stage with a model of one's own; with none it goes by the rules.
func With(m *Model) *Stage { return &Stage{func() *Model { return m }} }

// Adds is the layer of claims.
func (*Stage) Adds() stemma.Layer { return stemma.LayerClaims }

// Needs are trees, actors to resolve sources to, and the outlet and agency at
// the head of each chain.
func (*Stage) Needs() []stemma.Layer {
	return []stemma.Layer{stemma.LayerRegions, stemma.LayerPublication, stemma.LayerSyntax, stemma.LayerActors}
}

// Version changes with the rules and with the tables.
func (*Stage) Version() string {
	return "19 " + modelVersion() + " " + lexicon.AttributionVersion() + " " + lists.Version()
}

// Annotate writes the claims, and notes where nobody can be named for one.
func (s *Stage) Annotate(_ context.Context, r *stemma.Reading) error {
	r.Claims = find(r, s.model())
	r.Notes = append(r.Notes, doubts(r)...)
	return nil
}

// find is the whole of the stage: each sentence by itself, then the quotations
// that run on, then nesting, names and chains.
func find(r *stemma.Reading, m *Model) []stemma.Claim {
	quotations := outermost(r.Syntax.Quotations)
	sentences := article(r, quotations)
	reader := newReader(m)
	var drafts []draft
	for _, s := range sentences {
		if s != nil {
			drafts = append(drafts, reader.read(s)...)
		}
	}
	below(r, sentences, drafts)
	continued(r, quotations, drafts)
	drafts = nest(r.Text, drafts)
	return voice(r, sentences, drafts).claims()
}

// article are the sentences of the article, each at its place among all; the
// others are nil.
func article(r *stemma.Reading, quotations []stemma.Quotation) []*sentence {
	sentences := make([]*sentence, len(r.Syntax.Sentences))
	for i := range r.Syntax.Sentences {
		y := &r.Syntax.Sentences[i]
		if y.Region >= 0 && y.Region < len(r.Regions) && r.Regions[y.Region].Kind.Article() && len(y.Tokens) > 0 {
			sentences[i] = look(r, i, quotations)
		}
	}
	return sentences
}

// drafts are the claims of one sentence, no two on one cue.
func (s *sentence) drafts() []draft {
	var out []draft
	for i := range s.Tokens {
		for _, rule := range []func(int) []draft{s.phrased, s.contested, s.shown, s.reported, s.hedged, s.named, s.labelled} {
			found := rule(i)
			for _, d := range found {
				if len(out) == 0 || !out[len(out)-1].cue.Overlaps(d.cue) {
					out = append(out, d)
				}
			}
			if len(found) > 0 {
				break
			}
		}
	}
	return out
}
