package publish

import (
	"strings"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A page is a reading as this room looks at it.
type page struct {
	*stemma.Reading
	leads []stemma.Span // where the report begins: its first blocks of body
}

// The beginning of a report may take some blocks: a standfirst, a correction or a
// summary, then the first sentence. Where blocks were lost, the whole report is
// one, and its beginning is what a first paragraph may have.
const (
	leading = 3
	reach   = 1200 // bytes
)

func newPage(r *stemma.Reading) page {
	p := page{Reading: r}
	for _, region := range r.Regions {
		if region.Kind == stemma.RegionBody && len(p.leads) < leading {
			s := p.trimmed(region.Span)
			s.End = min(s.End, s.Start+reach)
			p.leads = append(p.leads, s)
		}
	}
	return p
}

// opening is where the report begins; empty if there is none.
func (p page) opening() stemma.Span {
	if len(p.leads) == 0 {
		return stemma.Span{}
	}
	return p.leads[0]
}

// trimmed is a region's span without the white space around its words.
func (p page) trimmed(s stemma.Span) stemma.Span {
	words := p.Words(s)
	left := strings.TrimLeftFunc(words, stemma.Blank)
	start := s.Start + len(words) - len(left)
	return stemma.Span{Start: start, End: start + len(strings.TrimRightFunc(left, stemma.Blank))}
}

// property is the first value of a property, "" if the markup has none.
func (p page) property(name string) string {
	for _, property := range p.Properties {
		if property.Name == name {
			return property.Value
		}
	}
	return ""
}

// title is the headline on the page, else the markup's, else one that a copy
// lends.
func (p page) title() stemma.Words {
	for _, region := range p.Regions {
		if region.Kind == stemma.RegionTitle {
			span := p.trimmed(region.Span)
			return stemma.Words{Name: strings.Join(strings.Fields(p.Words(span)), " "), Span: span, Basis: stemma.BasisWords}
		}
	}
	if title := p.property("title"); title != "" {
		return stemma.Words{Name: title, Basis: stemma.BasisMetadata}
	}
	if p.Given.Title != "" {
		return stemma.Words{Name: p.Given.Title, Basis: stemma.BasisCopy}
	}
	return stemma.Words{}
}

// byline is the writer's name as the page has it, without the "By" before it.
//
//	"By Henna Marsk, Lanterna" → "Henna Marsk"
func (p page) byline() stemma.Words {
	for _, region := range p.Regions {
		if region.Kind != stemma.RegionByline {
			continue
		}
		span := p.trimmed(region.Span)
		words := p.Words(span)
		for _, by := range []string{"By ", "by ", "BY "} {
			if strings.HasPrefix(words, by) {
				span.Start += len(by)
			}
		}
		span = p.trimmed(span)
		if name, _, cut := strings.Cut(p.Words(span), ","); cut {
			span.End = span.Start + len(name)
		}
		return stemma.Words{Name: strings.Join(strings.Fields(p.Words(span)), " "), Span: span, Basis: stemma.BasisWords}
	}
	for _, property := range p.Properties {
		if property.Name == "author" && !strings.Contains(property.Value, "://") {
			return stemma.Words{Name: property.Value, Basis: stemma.BasisMetadata}
		}
	}
	return stemma.Words{}
}

// outlet is who publishes the page: as given, as its markup says, as its notice
// of copyright says, as the mark of a station at the head of its own reports.
func (p page) outlet() (stemma.Words, stemma.Note) {
	own := p.ownOutlet()
	if p.Given.Outlet == "" {
		return own, stemma.Note{}
	}
	given := stemma.Words{Name: p.Given.Outlet, Basis: stemma.BasisGiven}
	if own.Known() && !alike(own.Name, given.Name) {
		return given, stemma.Note{Span: own.Span, Text: "the page names its outlet as " + own.Name + "; given is " + given.Name}
	}
	return given, stemma.Note{}
}

func (p page) ownOutlet() stemma.Words {
	if site := p.property("site"); site != "" {
		return stemma.Words{Name: site, Basis: stemma.BasisMetadata}
	}
	for _, region := range p.Regions {
		if region.Form == stemma.FormCredit || region.Form == stemma.FormNavigation {
			if span := p.holder(region.Span); !span.Empty() {
				return stemma.Words{Name: p.Words(span), Span: span, Basis: stemma.BasisWords}
			}
		}
	}
	if span, medium, ok := p.dateline(); ok && !medium.Agency {
		return stemma.Words{Name: medium.Name, Span: span, Basis: stemma.BasisDateline}
	}
	return p.imprint()
}

// imprint is the name of a paper or a station by the headline, alone or with the
// day: "Harbour Evening Mail, 9 November".
func (p page) imprint() stemma.Words {
	for _, region := range p.Regions {
		if region.Start > p.opening().Start {
			break
		}
		if region.Kind != stemma.RegionDateline && region.Form != stemma.FormCredit {
			continue
		}
		span := p.trimmed(region.Span)
		if i := strings.IndexAny(p.Words(span), ",(—–|/:"); i >= 0 {
			span.End = span.Start + i
		}
		span = p.trimmed(span)
		if name := p.Words(span); lexicon.NamedLikeMedium(name) || region.Form == stemma.FormCredit {
			return stemma.Words{Name: name, Span: span, Basis: stemma.BasisWords}
		}
	}
	return stemma.Words{}
}

// alike reports whether two names of an outlet may be one: "Harbour Post" and
// "The Harbour Post Online".
func alike(a, b string) bool {
	a, b = lexicon.Fold(strings.TrimPrefix(a, "The ")), lexicon.Fold(strings.TrimPrefix(b, "The "))
	return strings.Contains(a, b) || strings.Contains(b, a) || initials(a) == b || initials(b) == a
}

// initials are the first letters of a name's words: "Maravand State Agency" → msa.
func initials(name string) string {
	var out strings.Builder
	for word := range strings.FieldsSeq(name) {
		r, _ := utf8.DecodeRuneInString(word)
		out.WriteRune(r)
	}
	return out.String()
}
