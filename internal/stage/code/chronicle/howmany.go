package chronicle

import (
	"cmp"
	"slices"
	"sort"

	"stemma"
)

// HowMany are the quantities of an event: those that stand nearest to its trigger
// in the tree, harm first. A number in a clause of its own, or in what somebody
// else says, belongs to another event.
//
//	"Shells hit Dorvat, killing six and wounding twelve." → six killed, twelve injured
func HowMany(r *stemma.Reading, e *stemma.Event) []string {
	c := newChronicle(r, e.Trigger)
	var near []tally
	some := false // the number before is of some of those counted before it
	for i := range QuantitiesIn(r, c.s.Span) {
		q := &r.Quantities[i]
		far := c.reach(q.Span)
		if far >= tooFar && c.beside(q.Span) {
			far = clauseStep
		}
		some = i > 0 && c.someOf(r.Quantities[i-1].Span, q.Span, some)
		if n := len(near); far >= tooFar && n > 0 && near[n-1].at == i-1 && some {
			far = near[n-1].far + clauseStep
		}
		if far < tooFar && q.What != "share" && !(unharmed[e.Type] && Rank(q.What) == 0) {
			near = append(near, tally{q.ID, i, Rank(q.What), far})
		}
	}
	slices.SortStableFunc(near, func(a, b tally) int { return cmp.Or(a.rank-b.rank, a.far-b.far) })
	var out []string
	for _, t := range near {
		out = append(out, t.id)
	}
	return out
}

// unharmed are the types by which nobody comes to harm: in "20 killed since the
// truce was signed" the dead are not of the signing.
var unharmed = lists.Set("unharmed")

// A tally is a quantity as an event sees it.
type tally struct {
	id            string
	at, rank, far int // its index; how it is ranked; how far it stands
}

// Rank puts harm before what is merely counted.
func Rank(what string) int {
	switch what {
	case "killed", "injured", "casualties", "captured", "detained", "missing", "displaced", "released", "bodies":
		return 0
	case "distance", "money", "volume", "weight":
		return 2
	}
	return 1
}

// QuantitiesIn are the indices of the quantities inside a span, in order.
func QuantitiesIn(r *stemma.Reading, span stemma.Span) func(func(int) bool) {
	return func(yield func(int) bool) {
		from := sort.Search(len(r.Quantities), func(i int) bool { return r.Quantities[i].Span.Start >= span.Start })
		for i := from; i < len(r.Quantities) && r.Quantities[i].Span.Start < span.End; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

// reach is how far a quantity stands from the trigger in the tree.
func (c *chronicle) reach(span stemma.Span) int {
	up := c.path(c.headOf(span))
	for n, token := range up {
		for m, over := range c.above {
			if token != over {
				continue
			}
			far := n + m
			for _, i := range up[:n] {
				far += c.fromNumber(i)
			}
			for _, i := range c.above[:m] {
				far += c.toNumber(i, n <= 1)
			}
			return min(far, tooFar)
		}
	}
	return tooFar
}

// fromNumber is the cost of going up from a token on the side of the number.
func (c *chronicle) fromNumber(i int) int {
	switch t := c.s.Tokens[i]; t.Relation {
	case "acl:relcl":
		if t.Head == c.trigger { // "an ambush in which it lost twelve men"
			return clauseStep
		}
		return tooFar
	case "ccomp", "parataxis", "csubj":
		return tooFar
	case "advcl", "acl":
		return clauseStep
	case "conj":
		return c.joined(i)
	}
	return 0
}

// joined is the cost of going over an "and": none between nouns, and no way where
// the second verb makes a sentence of its own: "police arrested nine men and rebels
// freed two", but "six were killed and nine wounded".
func (c *chronicle) joined(i int) int {
	switch {
	case c.s.Tokens[i].Tag != "VERB":
		return 0
	case c.s.Child(i, "nsubj", "nsubj:pass") >= 0 && c.s.Child(i, "obj", "aux", "aux:pass") >= 0:
		return tooFar
	}
	return clauseStep
}

// beside reports whether a quantity stands right before or behind the trigger,
// whatever the tree says: "17 soldiers had died", "killed 26 guests".
func (c *chronicle) beside(span stemma.Span) bool {
	first, last := c.s.TokenAt(span.Start), c.s.TokenAt(span.End-1)
	if first < 0 || last < 0 || c.trigger < 0 {
		return false
	}
	for last++; last < c.trigger && (c.s.Tokens[last].Tag == "AUX" || c.s.Tokens[last].Tag == "ADV"); last++ {
	}
	return last == c.trigger || first == c.trigger+1
}

// toNumber is the cost of going up from a token on the side of the trigger; where
// that ends at the number's own noun, or at the noun that it is said to be, the
// clause tells of those who are counted: "two guards captured on Monday".
func (c *chronicle) toNumber(i int, own bool) int {
	switch t := c.s.Tokens[i]; t.Relation {
	case "acl:relcl", "acl":
		if own {
			return clauseStep
		}
		return tooFar
	case "ccomp", "parataxis", "csubj":
		if own && c.heard(i) {
			return 0
		}
		return tooFar
	case "advcl":
		return clauseStep
	case "conj":
		return c.joined(i)
	}
	return 0
}

// SumsUp are the scopes of figures that are of no single blow.
var SumsUp = map[stemma.Scope]bool{stemma.ScopeWar: true, stemma.ScopeOperation: true}

// BareToll is the rule of a toll.
const BareToll = "toll"

// heard reports whether a clause is what somebody is told to have said of the noun before
// it: "nine guards who it said had been captured".
func (c *chronicle) heard(i int) bool {
	said := c.s.Tokens[i].Head
	return said >= 0 && c.s.Tokens[said].Relation == "acl:relcl" && uttering[c.form(said)]
}

// uttering are the forms of words of speech behind which a clause needs no "that".
var uttering = lists.Set("uttering")
