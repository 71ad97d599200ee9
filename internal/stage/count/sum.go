package count

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// sums adds what a list of those who met one fate comes to, before its parts and
// reckoned from the first of them: it is asked how many were killed, not in how many
// words. What is left open or only approximate has no sum.
//
//	"Four patients and a porter were killed." → 4 killed, 1 killed, and 5 killed
//	"He met three guards and two porters." → 3 guards, 2 porters
func (t *telling) sums(found []counting, out []stemma.Quantity) []stemma.Quantity {
	var sums []stemma.Quantity
	for i := 0; i < len(found); {
		n := i + 1
		for n < len(found) && t.listed(found[n-1], found[n]) && oneFate(out[i], out[n]) {
			n++
		}
		if n-i > 1 && t.word(found[n-1].from-1) == "and" && !t.partOf(found[i]) {
			sums = append(sums, t.sum(found[i:n], out[i:n]))
		}
		i = n
	}
	return append(sums, out...)
}

// sum is the quantity of a whole list.
func (t *telling) sum(found []counting, parts []stemma.Quantity) stemma.Quantity {
	c := found[0]
	c.to, c.approx = found[len(found)-1].to, stemma.Span{}
	for i := range parts[1:] {
		c.low, c.high = c.low+parts[i+1].Low, c.high+parts[i+1].High
		if parts[i+1].Of.Class != parts[0].Of.Class {
			c.of = lexicon.CountedNoun{}
		}
	}
	q := t.quantity(c)
	q.Of.Actor, q.DerivedFrom = "", parts[0].ID
	return q
}

// listed reports whether one count stands right behind another in a list.
func (t *telling) listed(a, b counting) bool {
	if a.to >= b.from {
		return false
	}
	between := strings.Join(t.words[a.to:b.from], " ")
	return between == "and" || between == "," || between == ", and"
}

// oneFate reports whether two counts are exact and of those whom the same befell, or
// of one sort of thing that is counted by the piece.
func oneFate(a, b stemma.Quantity) bool {
	exact := a.Low == a.High && b.Low == b.High && !a.Open && !b.Open && a.Approximator.Empty() && b.Approximator.Empty()
	return exact && a.What == b.What && !a.Negative && !b.Negative && (destructible[a.What] || fates[a.What])
}

// fates are what befalls persons, each of whom it befalls once.
var fates = lists.Set("fates")
