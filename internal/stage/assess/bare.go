package assess

import (
	"strings"

	"stemma"
)

// figuresAlone are figures that are all that somebody says, held against the
// figure that somebody else gives beside them: of what, the neighbour says.
//
//	"it landed 900 fighters", the rebels said; the army spoke of "a few dozen". → V: 900, 24 or more
//	"300 metres", the ministry says. "Six", says the paper. → V
func figuresAlone(propositions []stemma.Proposition) []rivalFigures {
	var out []rivalFigures
	for i := range propositions {
		b := &propositions[i]
		if !figureOnly(b) {
			continue
		}
		for _, j := range []int{i - 1, i + 1} {
			if j < 0 || j >= len(propositions) {
				continue
			}
			a := &propositions[j]
			if f, ok := neighbour(a, b); ok && largest(f, around(propositions, j)) && largest(figureSaid{b.Counts[0], b}, around(propositions, i)) {
				out = append(out, rivalFigures{f, figureSaid{b.Counts[0], b}})
				break
			}
		}
	}
	return out
}

// around are the figures of what stands next to proposition i, and its own.
func around(propositions []stemma.Proposition, i int) []figureSaid {
	var out []figureSaid
	for k := max(0, i-2); k < min(len(propositions), i+3); k++ {
		for _, q := range propositions[k].Counts {
			told := k == i || propositions[k].Claim != "" // sentences in the own voice need not be on one matter
			if told && propositions[k].Document == propositions[i].Document && q.What == propositions[i].Counts[0].What {
				out = append(out, figureSaid{q, &propositions[k]})
			}
		}
	}
	return out
}

// figureOnly reports whether a figure is all that a claim says: "six", "put the toll at 14".
func figureOnly(p *stemma.Proposition) bool {
	if p.Claim == "" || len(p.Counts) != 1 || p.Negative || partial(p.Text) {
		return false
	}
	q := p.Counts[0]
	short := len(strings.Fields(p.Text)) <= len(strings.Fields(q.Words))+2
	return q.DerivedFrom == "" && q.Scope != stemma.ScopeWar && (short || p.Cue == "put" && strings.HasSuffix(p.Text, q.Words))
}

// neighbour is the figure of a neighbour that the figure of b cannot stand with:
// the only one that it gives, in the same unit.
func neighbour(a, b *stemma.Proposition) (figureSaid, bool) {
	gap := max(a.Quote.Span.Start, b.Quote.Span.Start) - min(a.Quote.Span.End, b.Quote.Span.End)
	if a.Document != b.Document || gap > next || len(a.Counts) != 1 || proper(a.Counts[0].Words) || partial(a.Counts[0].Words) {
		return figureSaid{}, false
	}
	f, g := figureSaid{a.Counts[0], a}, figureSaid{b.Counts[0], b}
	like := (f.What == g.What || ofAnything(f.Count) || ofAnything(g.Count)) && (f.Unit == g.Unit || f.Unit == "" || g.Unit == "")
	alike := figureOnly(a) || alikeInSize(f.Count, g.Count) || measured[f.What]
	return f, speak(f, g) && like && alike && exclude(f.Count, g.Count) && !f.Negative && f.DerivedFrom == ""
}

// ofAnything reports whether a figure may be of whatever another is of: it names
// nothing, or only says who they are.
//
//	"six", "a few dozen bandits" → yes; "two pits", "forty sacks" → no
func ofAnything(q stemma.Count) bool {
	words := strings.Fields(strings.ToLower(q.Words))
	if q.What != "other" || len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	return numeral(last) || person(last) || person(strings.TrimSuffix(last, "s")) || target(last) == "armed"
}

// proper reports whether a figure is part of a name: "Two Wells", "Fifth of May".
func proper(words string) bool {
	_, rest, _ := strings.Cut(words, " ")
	return strings.ToLower(rest) != rest
}
