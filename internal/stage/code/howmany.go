package code

import (
	"slices"
	"sort"

	"stemma"
)

// howmany are the quantities of an event: those that stand nearest to its trigger
// in the tree, harm first. A number in a clause of its own, or in what somebody
// else says, belongs to another event.
//
//	"Shells hit Dorvat, killing six and wounding twelve." → six killed, twelve injured
func howmany(r *stemma.Reading, e *stemma.Event, sentence int) []string {
	if sentence < 0 || sentence >= len(r.Syntax.Sentences) {
		return nil
	}
	c := newChronicle(r, sentence, e.Trigger, e.Clause)
	var near []tally
	for i := range quantitiesIn(r, c.s.Span) {
		q := &r.Quantities[i]
		if far := c.reach(q.Span); far < tooFar && q.What != "share" {
			near = append(near, tally{q.ID, rank(q.What), far})
		}
	}
	slices.SortStableFunc(near, func(a, b tally) int {
		if a.rank != b.rank {
			return a.rank - b.rank
		}
		return a.far - b.far
	})
	var out []string
	for _, t := range near {
		out = append(out, t.id)
	}
	return out
}

// A tally is a quantity as an event sees it.
type tally struct {
	id        string
	rank, far int
}

// rank puts harm before what is merely counted.
func rank(what string) int {
	switch what {
	case "killed", "injured", "casualties", "captured", "detained", "missing", "displaced", "released", "bodies":
		return 0
	case "distance", "money", "volume", "weight":
		return 2
	}
	return 1
}

// quantitiesIn are the indices of the quantities inside a span, in order.
func quantitiesIn(r *stemma.Reading, span stemma.Span) func(func(int) bool) {
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
				far += c.toNumber(i, n == 0)
			}
			return min(far, tooFar)
		}
	}
	return tooFar
}

// fromNumber is the cost of going up from a token on the side of the number.
func (c *chronicle) fromNumber(i int) int {
	switch t := c.s.Tokens[i]; t.Relation {
	case "ccomp", "parataxis", "acl:relcl", "csubj":
		return tooFar
	case "advcl", "acl":
		return clauseStep
	case "conj":
		if t.Tag == "VERB" {
			return clauseStep
		}
	}
	return 0
}

// toNumber is the cost of going up from a token on the side of the trigger; where
// that ends at the number's own noun, the clause tells of those who are counted:
// "two guards captured on Monday".
func (c *chronicle) toNumber(i int, own bool) int {
	switch t := c.s.Tokens[i]; t.Relation {
	case "acl:relcl", "acl":
		if own {
			return clauseStep
		}
		return tooFar
	case "ccomp", "parataxis", "csubj":
		return tooFar
	case "advcl":
		return clauseStep
	case "conj":
		if t.Tag == "VERB" {
			return clauseStep
		}
	}
	return 0
}
