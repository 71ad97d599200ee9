package count

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// derive adds the numbers that are given by another: "300 fighters and an equal
// number of relatives" → 300 relatives, derived from the 300 fighters. They are
// never summed.
func (t *telling) derive(found []stemma.Quantity) []stemma.Quantity {
	for i := 0; i < len(t.words); i++ {
		d, ok := lexicon.DerivedAt(t.words[i:])
		end := i + len(d.Words)
		if !ok || t.word(end) == "as" {
			continue
		}
		from := before(found, t.Tokens[i].Start)
		if from == nil {
			continue
		}
		found = append(found, t.derived(*from, d, i, end))
		i = end
	}
	slices.SortStableFunc(found, func(a, b stemma.Quantity) int { return a.Span.Start - b.Span.Start })
	return found
}

// before is the last count that ends before an offset.
func before(found []stemma.Quantity, offset int) *stemma.Quantity {
	for i := len(found) - 1; i >= 0; i-- {
		if q := &found[i]; q.Span.End <= offset && q.Unit == "" && !q.Negative && q.DerivedFrom == "" {
			return q
		}
	}
	return nil
}

func (t *telling) derived(from stemma.Quantity, d lexicon.Derived, start, end int) stemma.Quantity {
	c := counting{from: start, to: end, number: start, end: end, noun: -1, low: from.Low * d.Factor, high: from.High * d.Factor, open: from.Open}
	t.count(&c)
	if c.what == "other" || c.what == c.of.What && d.Words[len(d.Words)-1] != "of" && d.Factor < 1 {
		c.what = from.What // "half of them children" are as dead as the rest
	}
	q := t.quantity(c)
	q.DerivedFrom = from.ID
	return q
}
