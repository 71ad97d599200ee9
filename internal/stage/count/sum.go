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
//	"Two nurses and three guards were among the dead." → 2 killed, 3 killed, of a whole told elsewhere
func (t *telling) sums(found []counting, out []stemma.Quantity) []stemma.Quantity {
	var sums []stemma.Quantity
	for i := 0; i < len(found); {
		n := i + 1
		for n < len(found) && t.listed(found[n-1], found[n]) && oneFate(out[i], out[n]) {
			n++
		}
		switch {
		case n-i > 1 && t.word(found[n-1].from-1) == "and" && !t.partOf(found[i]) && t.fateOfThose(found[i]) == "":
			sums = append(sums, t.sum(found[i:n], out[i:n]))
		case n-i == 1 && fates[out[i].What] && exact(out[i]):
			if one := t.besideOne(found[i]); one >= 0 && !taken(found, one) {
				sums = append(sums, t.withOne(found[i], out[i], one))
			}
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

// besideOne is the token of the one person with whom "others" are counted, -1 if there
// is none: "the mayor and five others were killed".
func (t *telling) besideOne(c counting) int {
	if c.noun < 0 || t.words[c.noun] != "others" || t.word(c.from-1) != "and" || t.Tokens[c.noun].Relation != "conj" {
		return -1
	}
	one := t.Tokens[c.noun].Head
	if one < 0 || one >= c.from || t.Child(one, "nummod") >= 0 || t.tag(one) != "PROPN" && (t.tag(one) != "NOUN" || t.words[one] != t.lemma[one] || together[t.lemma[one]]) {
		return -1
	}
	return one
}

// withOne is the quantity of those counted with one more.
func (t *telling) withOne(c counting, part stemma.Quantity, one int) stemma.Quantity {
	c.from, c.low, c.high = t.TokenAt(t.Subtree(one).Start), c.low+1, c.high+1
	q := t.quantity(c)
	q.Of.Actor, q.DerivedFrom = "", part.ID
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

func exact(q stemma.Quantity) bool { return q.Low == q.High && !q.Open && q.Approximator.Empty() }

// oneFate reports whether two counts are exact and of those whom the same befell, or
// of one sort of thing that is counted by the piece.
func oneFate(a, b stemma.Quantity) bool {
	return exact(a) && exact(b) && a.What == b.What && (destructible[a.What] || fates[a.What])
}

// fates are what befalls persons, each of whom it befalls once.
var fates = lists.Set("fates")
