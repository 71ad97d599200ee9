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
type Stage struct{}

// New is the stage; all that it knows is in the tables of reference/lexicon.
func New() *Stage { return &Stage{} }

// Adds is the layer of claims.
func (*Stage) Adds() stemma.Layer { return stemma.LayerClaims }

// Needs are trees, actors to resolve sources to, and the outlet and agency at
// the head of each chain.
func (*Stage) Needs() []stemma.Layer {
	return []stemma.Layer{stemma.LayerRegions, stemma.LayerPublication, stemma.LayerSyntax, stemma.LayerActors}
}

// Version changes with the rules and with the tables.
func (*Stage) Version() string { return "2 " + lexicon.AttributionVersion() }

// Annotate writes the claims.
func (*Stage) Annotate(_ context.Context, r *stemma.Reading) error {
	r.Claims = find(r)
	return nil
}

// find is the whole of the stage: each sentence by itself, then the quotations
// that run on, then nesting, names and chains.
func find(r *stemma.Reading) []stemma.Claim {
	quotations := outermost(r.Syntax.Quotations)
	sentences := make([]*sentence, len(r.Syntax.Sentences))
	var drafts []draft
	for i := range r.Syntax.Sentences {
		if g := r.Syntax.Sentences[i].Region; g < 0 || g >= len(r.Regions) || !r.Regions[g].Kind.Article() {
			continue
		}
		sentences[i] = look(r, i, quotations)
		drafts = append(drafts, sentences[i].drafts()...)
	}
	continued(r, quotations, drafts)
	drafts = nest(r.Text, drafts)
	return voice(r, sentences, drafts).claims()
}

// drafts are the claims of one sentence, no two on one cue.
func (s *sentence) drafts() []draft {
	var out []draft
	for i := range s.Tokens {
		for _, rule := range []func(int) []draft{s.phrased, s.reported, s.hedged, s.named, s.labelled} {
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
