package export

import "stemma"

// Publication is who published a document and when.
type Publication struct {
	Title     *Named    `json:"title"`
	Outlet    *Named    `json:"outlet"`
	Agency    *Named    `json:"agency"`
	Byline    *Named    `json:"byline"`
	Published Published `json:"published"`
}

// Named is a name with its words on the page, or with the basis it has instead.
type Named struct {
	Name  string  `json:"name"`
	Start *int    `json:"start"`
	End   *int    `json:"end"`
	Basis *string `json:"basis"`
}

// Published is the interval in which the day of publication lies.
type Published struct {
	Earliest *string `json:"earliest"`
	Latest   *string `json:"latest"`
	Basis    *string `json:"basis"`
	Words    *Span   `json:"words"`
}

func (w wire) publication() Publication {
	p := w.r.Publication
	return Publication{
		Title: w.named(p.Title), Outlet: w.named(p.Outlet), Agency: w.named(p.Agency), Byline: w.named(p.Byline),
		Published: Published{
			Earliest: optional(p.Published.Earliest.String()), Latest: optional(p.Published.Latest.String()),
			Basis: optional(string(p.Published.Basis)), Words: w.maybe(p.Published.Words),
		},
	}
}

func (w wire) named(n stemma.Words) *Named {
	if !n.Known() {
		return nil
	}
	out := &Named{Name: n.Name, Basis: optional(string(n.Basis))}
	if span := w.maybe(n.Span); span != nil {
		out.Start, out.End = &span.Start, &span.End
	}
	return out
}
