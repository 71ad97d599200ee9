package dispute

import (
	"math"
	"slices"

	"stemma"
)

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
