package export

import (
	"strings"
	"unicode/utf8"

	"stemma"
)

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

// Mask stands for one hidden character.
const Mask = "█"

// Masked is the text of a reading with its comments and contact lines hidden:
// every character but white space becomes a [Mask], so that code points keep
// their places.
func Masked(r *stemma.Reading) stemma.Text {
	var out strings.Builder
	at := 0
	for _, region := range r.Regions {
		if !region.Masked() {
			continue
		}
		out.WriteString(string(r.Text[at:region.Start]))
		out.WriteString(masked(r.Words(region.Span)))
		at = region.End
	}
	out.WriteString(string(r.Text[at:]))
	return stemma.Text(out.String())
}

func masked(s string) string {
	return strings.Map(func(c rune) rune {
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			return c
		}
		hidden, _ := utf8.DecodeRuneInString(Mask)
		return hidden
	}, s)
}
