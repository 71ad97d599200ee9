package dispute

import (
	"slices"
	"strings"

	"stemma"
)

// nobodies are statements that nobody was harmed, each with the nearest in which
// somebody else gives a figure of those who were.
//
//	"Nobody in the base was hurt," the Front said. A nurse said that two colleagues were wounded. → D
func nobodies(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	page := inText(propositions, func(p stemma.Proposition) bool { return len(p.Counts) == 0 || p.Text == "" })
	var out []stemma.Disagreement
	for i := range page {
		for _, none := range page[i].Counts {
			if !unharmed(&page[i], none) {
				continue
			}
			if j := harmed(page, i, none); j >= 0 {
				out = unlessShown(out, denial(&page[i], &page[j]), told)
			}
		}
	}
	return out
}

// unharmed reports whether a statement says by a figure that nobody was harmed.
//
//	"Nobody in the base was hurt", "there were no casualties" → yes; "no reports of casualties", "no guard will be hurt" → no
func unharmed(p *stemma.Proposition, none stemma.Count) bool {
	harm := measured[none.What] || none.What == "casualties"
	return none.Negative && harm && !p.Denial && !unreported(none.Words) && !open(p)
}

// unreported reports whether words only say that nothing was heard of it.
//
//	"no reports of casualties", "no word of the dead" → yes; "no casualties" → no
func unreported(words string) bool {
	fields := strings.Fields(strings.ToLower(words))
	return len(fields) > 1 && fields[1] != "one" && empty(strings.TrimSuffix(fields[1], "s"))
}

// harmed is the statement nearest to statement i by somebody else that counts some
// of whom i says that there are none; -1 if there is none.
func harmed(page []stemma.Proposition, i int, none stemma.Count) int {
	best, least := -1, answering
	for j := range page {
		yes := &page[j]
		gap := apartBy(&page[i], yes)
		if yes.Document == page[i].Document && gap <= least && twoSpeakers(&page[i], yes) && !open(yes) && !yes.Denial &&
			slices.ContainsFunc(yes.Counts, func(some stemma.Count) bool { return someOf(some, none) }) {
			best, least = j, gap-1
		}
	}
	return best
}

// someOf reports whether a figure counts some of those of whom another says that
// there are none.
//
//	"three children were killed" / "no civilian was killed", "no casualties" → yes; / "no soldier was hurt" → no
func someOf(some, none stemma.Count) bool {
	if some.Negative || some.Low < 1 || some.DerivedFrom != "" || spanned(some) != spanned(none) {
		return false
	}
	fate := some.What == none.What || none.What == "casualties" && (some.What == "killed" || some.What == "injured")
	class := kin(none.Of.Class)
	return fate && (class == "" || class == kin(some.Of.Class) || target(class) == "civil" && target(some.Of.Class) == "civil")
}
