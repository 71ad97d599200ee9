package dispute

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/assess/account"
)

// figuresAlone are figures that are all that somebody says, held against the
// figure that somebody else gives near them: of what, the neighbour says.
//
//	"it landed 900 fighters", the rebels said; the army spoke of "a few dozen". → V: 900, 24 or more
//	"300 metres", the ministry says. "Six", says the paper. → V
func figuresAlone(propositions []stemma.Proposition) []rivalFigures {
	var out []rivalFigures
	for i := range propositions {
		if !figureOnly(&propositions[i]) {
			continue
		}
		g := figureSaid{propositions[i].Counts[0], &propositions[i]}
		f, j := beforeOrAfter(propositions, i)
		if j >= 0 && ofOneMatter(f, g) && exclude(f.Count, g.Count) && largest(f, around(propositions, j, f)) && largest(g, around(propositions, i, f)) {
			out = append(out, rivalFigures{f, g})
		}
	}
	return out
}

// beforeOrAfter is the figure next to statement i that may be of what its own is of, and the
// statement that gives it; -1 if there is none.
func beforeOrAfter(propositions []stemma.Proposition, i int) (f figureSaid, at int) {
	for _, j := range []int{i - 1, i + 1, i - 2, i - 3} {
		if j < 0 || j >= len(propositions) {
			continue
		}
		if f, like := neighbour(&propositions[j], &propositions[i]); like {
			return f, j
		}
	}
	return f, -1
}

// around are the figures of the thing of a figure in what stands next to proposition
// i, and in itself.
func around(propositions []stemma.Proposition, i int, f figureSaid) []figureSaid {
	var out []figureSaid
	for k := max(0, i-2); k < min(len(propositions), i+3); k++ {
		for _, q := range propositions[k].Counts {
			told := k == i || propositions[k].Claim != "" // sentences in the own voice need not be on one matter
			if told && propositions[k].Document == propositions[i].Document && q.What == f.What {
				out = append(out, figureSaid{q, &propositions[k]})
			}
		}
	}
	return out
}

// figureOnly reports whether a figure is all that a claim says: "six", "put the toll
// at 14", "the number of raiders at five".
func figureOnly(p *stemma.Proposition) bool {
	if p.Claim == "" || len(p.Counts) != 1 || p.Negative || account.Partial(p.Text) {
		return false
	}
	q := p.Counts[0]
	more := len(strings.Fields(p.Text)) - len(strings.Fields(q.Words))
	toll := numbers(p) && more <= tolling || p.Cue == "put"
	return q.DerivedFrom == "" && q.Scope != stemma.ScopeWar && (more <= 2 || toll && ends(p.Text, q.Words))
}

// ends reports whether what a text tells ends with some words: no more follows, or a comma.
//
//	"the position at 22 miles, well outside the line" → ends with "22 miles"
func ends(text, words string) bool {
	_, after, found := strings.Cut(text, words)
	after = strings.TrimRight(after, "”\"")
	return found && (after == "" || strings.HasPrefix(after, ","))
}

// tolling is how many words beside the figure itself say of what a toll is.
const tolling = 8

// neighbour is the largest figure of a neighbour that may be of what the figure of b
// is of, in the same unit; like is false if it has none.
func neighbour(a, b *stemma.Proposition) (f figureSaid, like bool) {
	reach := next
	if a.Quote.Span.Start < b.Quote.Span.Start {
		reach = beside
	}
	g := figureSaid{b.Counts[0], b}
	if a.Document != b.Document || apartBy(a, b) > reach || !speak(figureSaid{says: a}, g) {
		return f, false
	}
	for _, q := range a.Counts {
		if mayBeOf(q, g, a) && (!like || q.Low > f.Low) {
			f, like = figureSaid{q, a}, true
		}
	}
	return f, like
}

// mayBeOf reports whether a figure of a may be of what the figure g is of, in its unit and
// about of its size; beside a toll any other may stand.
func mayBeOf(q stemma.Count, g figureSaid, a *stemma.Proposition) bool {
	if q.Negative || q.DerivedFrom != "" || proper(q.Words) || account.Partial(q.Words) || single(q) {
		return false
	}
	size := ofSize(q, g.Count) || apartBy(a, g.says) <= next && (figureOnly(a) || measured[q.What])
	return countsThat(q, g, a) && size && (q.Unit == g.Unit || q.Unit == "" || g.Unit == "")
}

// countsThat reports whether a figure of a counts what the figure g does, as far as either
// says so; where g is of a number as such, by what that is of.
//
//	"killed 31" / "put the toll at 14" → yes; "three raiders had crossed" / "the number of wounded at five" → no
//	"41 others, most of them children, were wounded" / "the number of children among the dead at six" → no
func countsThat(q stemma.Count, g figureSaid, a *stemma.Proposition) bool {
	same := q.What == g.What || dead[q.What] && dead[g.What]
	if numbers(g.says) && someOnly(g.Count, q) {
		return false
	}
	if numbers(g.says) {
		return same && q.What != "other" || !(fates[q.What] && fates[g.What]) && sharesThing(g, a)
	}
	return same || ofAnything(q) || ofAnything(g.Count)
}

// someOnly reports whether a figure is of people who are seldom all who were hit, and another
// of whomever.
//
//	six children, "28 citizens" → yes; nine soldiers, "13" → no
func someOnly(q, other stemma.Count) bool {
	class := whom(&q)
	return class != "" && !kinds[class] && class != whom(&other)
}

// dead are the things that a toll of the dead counts.
var dead = lists.Set("dead")

// numbers reports whether a statement speaks of a number as such: "the figure at 11".
func numbers(p *stemma.Proposition) bool { return slices.ContainsFunc(p.Words, figureNoun) }

// sharesThing reports whether somebody who gives a number names nothing that it is
// of, or what another statement speaks of.
//
//	"the number of raiders at five" / "three raiders had crossed" → yes; / "eight were hurt" → no
func sharesThing(g figureSaid, a *stemma.Proposition) bool {
	thing := slices.DeleteFunc(slices.Clone(g.says.Words), func(w string) bool {
		return figureNoun(w) || lexicon.IsNumeral(w) || comparing[w] || overlap([]string{w}, strings.Fields(strings.ToLower(g.Words))) > 0
	})
	return len(thing) == 0 || overlap(thing, a.Words) > 0
}

// comparing are words that set a number against another: "a lower figure of three".
var comparing = lists.Set("comparing")

// ofAnything reports whether a figure may be of whatever another is of: it names
// nothing, or only says who they are.
//
//	"six", "a few dozen bandits" → yes; "two pits", "forty sacks" → no
func ofAnything(q stemma.Count) bool {
	words := strings.Fields(strings.ToLower(q.Words))
	if len(words) == 0 || measured[q.What] || q.Unit != "" {
		return false
	}
	last := words[len(words)-1]
	return lexicon.IsNumeral(last) || q.What == "other" && (account.IsPerson(last) || account.IsPerson(strings.TrimSuffix(last, "s")) || target(last) == "armed")
}

// proper reports whether a figure is part of a name: "Two Wells", "Fifth of May".
func proper(words string) bool {
	_, rest, _ := strings.Cut(words, " ")
	return strings.ToLower(rest) != rest
}
