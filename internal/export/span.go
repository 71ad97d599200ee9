package export

import "stemma"

// Span counts code points from Start up to, not including, End.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

func (w wire) span(s stemma.Span) Span {
	return Span{w.points.Point(s.Start), w.points.Point(s.End)}
}

// maybe is nil for an empty span.
func (w wire) maybe(s stemma.Span) *Span {
	if s.Empty() {
		return nil
	}
	span := w.span(s)
	return &span
}
