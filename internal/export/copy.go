package export

import "stemma"

// CopySchema names the shape of [Copy].
const CopySchema = "stemma.copy/1"

// Copy says that one document carries another's text. Spans are not part of it:
// `stemma copies show` prints the passages.
type Copy struct {
	Schema      string     `json:"schema"`
	Document    string     `json:"document"`
	Of          string     `json:"of"`
	Relation    string     `json:"relation"`
	Containment [2]float64 `json:"containment"`
	Basis       []string   `json:"basis"`
	Order       string     `json:"order"`
	Decided     bool       `json:"decided"`
	Names       []string   `json:"names,omitempty"` // of identical bytes: every name under which they came
}

// NewCopy is the shape of a copy; shares are rounded to hundredths.
func NewCopy(c stemma.Copy) Copy {
	return Copy{
		Schema: CopySchema, Document: c.Document, Of: c.Of, Relation: string(c.Relation),
		Containment: [2]float64{hundredths(c.Containment[0]), hundredths(c.Containment[1])},
		Basis:       list(c.Basis), Order: string(c.Order), Decided: c.Decided,
	}
}

// NewIdentical is the row of one document that came more than once.
func NewIdentical(document string, names []string) Copy {
	return Copy{
		Schema: CopySchema, Document: document, Of: document, Relation: "identical", Containment: [2]float64{1, 1},
		Basis: []string{"same bytes"}, Order: string(stemma.OrderUnknown), Names: names,
	}
}

func hundredths(x float64) float64 { return float64(int(x*100+0.5)) / 100 }
