package dispute

import (
	"cmp"
	"math"
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

// A proposal is a disagreement of one page that a rule has found.
type proposal struct {
	rule string
	stemma.Disagreement
}

// proposals are what the rules find in a page beyond what is already told.
func proposals(propositions []stemma.Proposition, tellings []stemma.Telling, told []stemma.Disagreement) []proposal {
	var out []proposal
	told = slices.Clone(told)
	add := func(rule string, found []stemma.Disagreement) {
		told = append(told, found...)
		out = append(out, proposedBy(rule, found)...)
	}
	add("blame", blames(tellings))
	add("mutual", mutual(propositions))
	add("suspects", suspicions(propositions, told))
	add("reasons", reasons(propositions, told))
	add("sources", sources(propositions, told))
	add("denial", denialsWithin(propositions))
	add("flat", flats(propositions, told))
	add("announced", announcements(propositions, told))
	add("figures", figuresBeside(propositions, told))
	add("nobody", nobodies(propositions, told))
	add("contrast", contrasts(propositions, told))
	add("answer", answers(propositions, told))
	add("turn", turns(propositions, told))
	add("facets", facets(propositions, told))
	return out
}

// proposedBy are the disagreements that one rule has found.
func proposedBy(rule string, found []stemma.Disagreement) []proposal {
	out := make([]proposal, 0, len(found))
	for _, d := range found {
		out = append(out, proposal{rule, d})
	}
	return out
}

// holds reports whether a proposal holds two statements against each other.
func (r proposal) holds(a, b *stemma.Proposition) bool {
	x, y := r.Sides[0], r.Sides[1]
	return standsIn(x, a) && standsIn(y, b) || standsIn(x, b) && standsIn(y, a)
}

// within reports whether one statement has both sides of a proposal: "rumours that
// the bridge has fallen are false".
func (r proposal) within(p *stemma.Proposition) bool {
	return p.Quote.Span.Contains(r.Sides[0].Words.Span) && p.Quote.Span.Contains(r.Sides[1].Words.Span)
}

// standsIn reports whether the words of a side stand in a statement.
func standsIn(s stemma.Side, p *stemma.Proposition) bool {
	return s.Words.Document == p.Document && s.Words.Span.Overlaps(p.Quote.Span)
}

// touching are the proposals one of whose sides stands in a statement: few of those
// of a long page.
func touching(p *stemma.Proposition, proposed []proposal) []proposal {
	var out []proposal
	for _, r := range proposed {
		if standsIn(r.Sides[0], p) || standsIn(r.Sides[1], p) {
			out = append(out, r)
		}
	}
	return out
}

// doubted reports whether the weights think little of a proposal, or it takes a
// question for a statement; of one that holds no two statements against each other
// they know nothing.
func (r proposal) doubted(pairs []Pair, w Weights) bool {
	known := false
	for _, p := range pairs {
		if r.holds(p.Earlier, p.Later) && !r.within(p.Earlier) && !r.within(p.Later) {
			if (w.of(p) >= r.floor(w) || p.retorts()) && !wonders(p.yes) {
				return false
			}
			known = true
		}
	}
	return known
}

// retorts reports whether the later of two statements is an echo that turns the earlier
// round, which needs no weighing.
//
//	"the roof will not hold" / "they will" → yes; "it does not define the aim" / "that he does" → no, nobody said the first
func (p Pair) retorts() bool {
	a, b := p.Earlier, p.Later
	return a.Claim != "" && b.Claim != "" && a.Negative != b.Negative && elliptic(b.Text)
}

// floor is the sum of weights below which a proposal is doubted. What a flat denial answers
// without a word in common must be likelier; what the page itself says of two, a figure put
// in another's place, two causes and two sources are not doubted.
func (r proposal) floor(w Weights) int {
	switch {
	case slices.Contains([]string{"announced", "contrast", "reasons", "sources"}, r.rule):
		return math.MinInt
	case r.rule == "flat":
		return max(w.Doubted, tenable)
	}
	return w.Doubted
}

// wonders reports whether a statement leaves open whether a thing is so: who says
// no answers it, and contradicts nobody.
//
//	"the counsel asked whether the gate had been shut; it had not, she said" → yes
func wonders(p *stemma.Proposition) bool {
	return strings.Contains(" "+strings.ToLower(p.Text), " whether ")
}

// votes name the rules that hold two statements against each other.
func votes(a, b *stemma.Proposition, proposed []proposal) []string {
	var out []string
	for _, r := range proposed {
		if vote := "rule " + r.rule; r.holds(a, b) && !slices.Contains(out, vote) {
			out = append(out, vote)
		}
	}
	return out
}
