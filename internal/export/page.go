package export

import "stemma"

// Page is the text of a document as read and what each stretch of it is, both as
// [Analysis] has them.
type Page struct {
	Schema   string   `json:"schema"`
	Document string   `json:"document"`
	Text     string   `json:"text"`
	Regions  []Region `json:"regions"`
}

// NewPage is that of a reading. Comments and contact lines are masked unless
// withResidue asks for them.
func NewPage(r *stemma.Reading, withResidue bool) Page {
	w := wire{r, r.Text.Points()}
	return Page{"stemma.text/1", r.Document, w.text(withResidue), each(r.Regions, w.region)}
}

func (w wire) text(withResidue bool) string {
	if withResidue {
		return string(w.r.Text)
	}
	return w.r.Residue().Words(stemma.Span{End: len(w.r.Text)})
}
