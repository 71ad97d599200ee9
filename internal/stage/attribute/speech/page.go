// Package speech finds in the words of a page who is said to say what: the source,
// the cue and the content of each claim, its stance, and the claim that holds it. Each
// sentence is read by rules and by a model; then come the quotations and statements
// that run on behind it. Who the sources are it leaves open. In: "Two were hurt, she
// said." Out: source "she", cue "said", content "Two were hurt", asserts.
package speech

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// Version changes with the words of the rules and with the carried model.
func Version() string {
	return modelVersion() + " " + lexicon.AttributionVersion() + " " + lists.Version()
}

// A Page is what a document says in its own words: its claims, and the sentences they
// stand in.
type Page struct {
	Sentences  []*Sentence // each at its place among all of the document; nil outside of the article
	Drafts     []Draft
	quotations []stemma.Quotation
}

// Read is each sentence by itself, then what runs on behind it, then which claim holds
// which. Without a model it goes by the rules alone.
func Read(r *stemma.Reading, m *Model) *Page {
	quotations := outermost(r.Syntax.Quotations)
	p := &Page{Sentences: article(r, quotations), quotations: quotations}
	reader := newReader(m)
	for _, s := range p.Sentences {
		if s != nil {
			p.Drafts = append(p.Drafts, reader.read(s)...)
		}
	}
	below(r, p.Sentences, p.Drafts)
	continued(r, quotations, p.Drafts)
	p.Drafts = nest(r.Text, p.Drafts)
	return p
}

// article are the sentences of the article, each at its place among all; the
// others are nil.
func article(r *stemma.Reading, quotations []stemma.Quotation) []*Sentence {
	sentences := make([]*Sentence, len(r.Syntax.Sentences))
	for i := range r.Syntax.Sentences {
		y := &r.Syntax.Sentences[i]
		if y.Region >= 0 && y.Region < len(r.Regions) && r.Regions[y.Region].Kind.Article() && len(y.Tokens) > 0 {
			sentences[i] = look(r, i, quotations)
		}
	}
	return sentences
}

// Quoted reports whether a span stands in quotation marks.
func (p *Page) Quoted(span stemma.Span) bool { return holding(p.quotations, span) >= 0 }

// Direct reports whether a quotation mark stands in or at the edge of the content.
func (p *Page) Direct(d Draft) bool {
	for _, span := range d.Content {
		i := firstEnding(p.quotations, span.Start-1)
		if i < len(p.quotations) && p.quotations[i].Start <= span.End {
			return true
		}
	}
	return false
}

// drafts are the claims of one sentence, no two on one cue.
func (s *Sentence) drafts() []Draft {
	var out []Draft
	for i := range s.Tokens {
		for _, rule := range []func(int) []Draft{s.leftOpen, s.phrased, s.contested, s.shown, s.reported, s.hedged, s.named, s.labelled} {
			found := rule(i)
			for _, d := range found {
				if len(out) == 0 || !out[len(out)-1].Cue.Overlaps(d.Cue) {
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
