package chronicle

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// someOf reports whether a number is of some of those whom the number before it
// counts. The second of two such numbers needs no word of its own.
//
//	"eleven drones were shot down, seven of them over the port" → seven are of the eleven
//	"fourteen died, among them four women and three children" → so are the four, and the three
func (c *chronicle) someOf(before, number stemma.Span, again bool) bool {
	first := c.s.TokenAt(number.Start)
	if first < 0 || c.ofThem(number) || again && c.form(first-1) == "and" {
		return first >= 0
	}
	const farthest = 4
	from := c.s.TokenAt(before.End-1) + 1
	for i := max(from, first-farthest); i < first; i++ {
		switch c.form(i) {
		case "including", "among", "include", "included":
			return true
		}
	}
	return false
}

// ofThem reports whether a number ends with "of them".
func (c *chronicle) ofThem(number stemma.Span) bool {
	last := c.s.TokenAt(number.End - 1)
	return last > 0 && c.form(last-1) == "of" && whom[c.form(last)]
}

var whom = lists.Set("whom")

// ofTheDead reports whether a number is of some of the harmed that the page has told
// of: "two of the dead", "nine of those wounded".
func (c *chronicle) ofTheDead(q *stemma.Quantity) bool {
	last := c.s.TokenAt(q.Span.End - 1)
	if last < 2 || c.form(last-2) != "of" || c.form(last-1) != "the" && c.form(last-1) != "those" {
		return false
	}
	what, ok := lexicon.HarmOf("adjective", c.form(last))
	return ok && what == q.What
}

// Parts gives an event the numbers that are told behind it of some of those whom it
// counts.
//
//	"There were 57 raids. Fifty of them were on the port and seven on the mill." → 57, fifty and seven
//	"At least 43 were killed in Ostrel. … Two of the dead were nurses." → 43 and two
func Parts(r *stemma.Reading) {
	var of *stemma.Event // of which the number before is a part
	for i := range r.Quantities {
		q := &r.Quantities[i]
		at := r.Syntax.SentenceAt(q.Span.Start)
		if at < 0 {
			continue
		}
		c := newChronicle(r, q.Span)
		switch alike := i > 0 && r.Quantities[i-1].What == q.What; {
		case of != nil && alike && c.someOf(r.Quantities[i-1].Span, q.Span, true) && c.s.Contains(r.Quantities[i-1].Span):
		case alike && c.ofThem(q.Span):
			of = whole(r, q, at, Near)
		case c.ofTheDead(q):
			of = whole(r, q, at, SameScene)
		default:
			of = nil
		}
		if of != nil && !slices.Contains(of.Quantities, q.ID) {
			of.Quantities = append(of.Quantities, q.ID)
		}
	}
}

// whole is the last event told in the sentences before one that counts at least as
// many of the same.
func whole(r *stemma.Reading, q *stemma.Quantity, sentence, farthest int) *stemma.Event {
	for k := len(r.Events) - 1; k >= 0; k-- {
		e := &r.Events[k]
		if d := sentence - r.Syntax.SentenceAt(e.Trigger.Start); d < 1 || d > farthest || !e.Modality.Happened() {
			continue
		}
		if slices.ContainsFunc(e.Quantities, func(id string) bool {
			have := r.Quantity(id)
			return have != nil && have.What == q.What && have.Low >= q.Low && !SumsUp[have.Scope]
		}) {
			return e
		}
	}
	return nil
}
