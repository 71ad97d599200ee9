package dispute

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// Opposed is what may stand against each other in one page, or in a page and its
// copies: what the rules propose, and all pairs of statements.
type Opposed struct {
	proposed []proposal
	told     []stemma.Disagreement
	peace    bool // the pages tell of no violence
	abroad   bool // the pairs are of two pages, and clash on the face of it
	Pairs    []Pair
}

// Oppose holds the statements of a page against each other; told are
// disagreements that are not told again.
func Oppose(propositions []stemma.Proposition, tellings []stemma.Telling, told []stemma.Disagreement) Opposed {
	proposed := proposals(propositions, tellings, told)
	return Opposed{proposed, told, ofPeace(tellings), false, newPage(propositions, tellings).pairs(proposed)}
}

// ofPeace reports whether no violence is told: statements of such a page differ,
// but seldom clash, and the weights know none.
func ofPeace(tellings []stemma.Telling) bool {
	return !slices.ContainsFunc(tellings, func(t stemma.Telling) bool { return t.Event.Type == "ASSAULT" })
}

// Disagreements are those that the rules propose, without what the weights hold
// to be none, and those that the weights find beyond. In a page of peace they find
// none, and what a rule proposes must be likelier than not. Two statements of two
// pages are weighed as a rule's proposal is: that they clash is their rule.
//
//	"had asked for bread", a cook said; the army denied the raid → proposed by a rule, doubted, dropped
//	"the log was complete" / "pages had been torn out" → proposed by none, believed
func (o Opposed) Disagreements(w Weights) []stemma.Disagreement {
	if o.peace {
		w.Doubted = 0
	}
	if o.abroad {
		w.Believed = w.Doubted
	}
	var out []stemma.Disagreement
	for _, r := range o.proposed {
		if !r.doubted(o.Pairs, w) {
			out = append(out, r.Disagreement)
		}
	}
	if o.peace {
		return out
	}
	return o.andBelieved(out, w)
}

// andBelieved are some disagreements and those that the weights find beyond them, each once:
// what copies repeat, and across pages one facet, is told of one.
func (o Opposed) andBelieved(out []stemma.Disagreement, w Weights) []stemma.Disagreement {
	said := map[string]bool{}
	for _, p := range believed(o.Pairs, w) {
		key, d := wording(p.Earlier)+wording(p.Later), p.disagreement()
		if !said[key] && !shownBefore(d, o.told) && !shownBefore(d, out) && !(o.abroad && onOneFacet(d, slices.Concat(o.told, out))) {
			out = append(out, d)
		}
		said[key] = true
	}
	return out
}

// believed are the pairs that the weights hold to be disagreements, the surest
// first; a statement stands against the one that it fits best.
func believed(pairs []Pair, w Weights) []Pair {
	best := map[*stemma.Proposition]Pair{}
	var order []*stemma.Proposition
	for _, p := range pairs {
		switch known, ok := best[p.Later]; {
		case wonders(p.yes) || w.of(p) < w.Believed && !p.settled || ok && w.of(p) <= w.of(known):
			continue
		case !ok:
			order = append(order, p.Later)
		}
		best[p.Later] = p
	}
	out := make([]Pair, 0, len(order))
	for _, later := range order {
		out = append(out, best[later])
	}
	slices.SortStableFunc(out, func(a, b Pair) int { return cmp.Compare(w.of(b), w.of(a)) })
	return out
}

// retorts reports whether the later of two statements is an echo that turns the earlier
// round, which needs no weighing.
//
//	"the roof will not hold" / "they will" → yes; "it does not define the aim" / "that he does" → no, nobody said the first
func (p Pair) retorts() bool {
	a, b := p.Earlier, p.Later
	return a.Claim != "" && b.Claim != "" && a.Negative != b.Negative && elliptic(b.Text)
}

// wonders reports whether a statement leaves open whether a thing is so: who says
// no answers it, and contradicts nobody.
//
//	"the counsel asked whether the gate had been shut; it had not, she said" → yes
func wonders(p *stemma.Proposition) bool {
	return strings.Contains(" "+strings.ToLower(p.Text), " whether ")
}
