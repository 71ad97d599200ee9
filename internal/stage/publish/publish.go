// Package publish says who published a page and when: title, outlet, the agency
// it credits, byline and day, each with its words or its basis, or nothing. What
// the report tells, and when that happened, it leaves to others; it never guesses
// an outlet from a topic or a day from the story. In: a dateline region "4 March
// 2021" and a credit line "Source: Lanterna"; out: published 2021-03-04, agency
// Lanterna, outlet unknown.
package publish

import (
	"context"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// version changes with the rules; the tables add their own.
const version = "publish/8"

// Stage finds the publication of a reading. It keeps nothing between documents.
type Stage struct{ version string }

// New makes the stage.
func New() *Stage { return &Stage{version + " " + lexicon.AgencyVersion()} }

// Adds names the layer.
func (*Stage) Adds() stemma.Layer { return stemma.LayerPublication }

// Needs names the layers before it.
func (*Stage) Needs() []stemma.Layer { return []stemma.Layer{stemma.LayerRegions} }

// Version is that of the rules and of the tables.
func (s *Stage) Version() string { return s.version }

// Annotate writes the publication.
func (*Stage) Annotate(_ context.Context, r *stemma.Reading) error {
	p := newPage(r)
	outlet, doubt := p.outlet()
	published, doubts := p.published()
	r.Publication = stemma.Publication{
		Title: p.title(), Outlet: outlet, Agency: p.agency(outlet), Byline: p.byline(), Published: published,
	}
	for _, d := range append(doubts, doubt) {
		if d.Text != "" {
			r.Note(stemma.LayerPublication, d.Span, d.Text)
		}
	}
	return nil
}
