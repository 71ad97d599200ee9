// Package clean says what each stretch of a page is: title, byline, dateline,
// body, caption, comment, or residue of some form; nothing is deleted. Who
// published the page and when it leaves to publish, and what the body says to
// the stages after it. In: the blocks "Bridge reopens", "Share", "The bridge is
// open, the mayor said."; out: title, residue (share), body.
package clean

import (
	"context"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// version changes with the rules; the tables add their own.
const version = "clean/4"

// Stage labels the blocks of a reading. It keeps nothing between documents.
type Stage struct{ version string }

// New makes the stage.
func New() *Stage {
	return &Stage{version + " " + lexicon.ResidueVersion() + " " + markupVersion()}
}

// Adds names the layer.
func (*Stage) Adds() stemma.Layer { return stemma.LayerRegions }

// Needs names the layers before it.
func (*Stage) Needs() []stemma.Layer { return []stemma.Layer{stemma.LayerText} }

// Version is that of the rules and of the tables.
func (s *Stage) Version() string { return s.version }

// Annotate writes one region for each block.
func (*Stage) Annotate(_ context.Context, r *stemma.Reading) error {
	r.Regions = regions(r)
	return nil
}

// A pass labels lines that no pass before it has labelled. The order is that of
// trust: wordings that are never anything else first, the shape of the page
// next, and what is left is the article.
type pass func(*page)

var passes = []pass{
	(*page).heading,
	(*page).datelines,
	(*page).threads,
	(*page).marked,
	(*page).furniture,
	(*page).headline,
	(*page).head,
	(*page).captions,
	(*page).repeats,
	(*page).outside,
	(*page).tail,
	(*page).body,
}

func regions(r *stemma.Reading) []stemma.Region {
	p := newPage(r)
	for _, pass := range passes {
		pass(p)
	}
	out := make([]stemma.Region, 0, len(p.lines))
	for _, l := range p.lines {
		out = append(out, stemma.Region{Span: l.Span, Kind: l.kind, Form: l.form, Rule: l.rule})
	}
	return out
}
