package copy

import (
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// differences are what differs between two runs of one passage, if it bears on
// the facts: a number or a negation on either side, or one name against another.
//
//	"killing 12 people on Sunday" / "killing 14 people on Sunday" → 12 against 14
//	"said Colonel Aru"            / "said Major Teel"             → Colonel Aru against Major Teel
func (l alignment) differences(before, after run) []stemma.Difference {
	here := l.a[before.here+before.length : after.here]
	there := l.b[before.there+before.length : after.there]
	var out []stemma.Difference
	for len(here)+len(there) > 0 {
		i, j := parting(here, there)
		if telling(here[:i], there[:j]) {
			out = append(out, stemma.Difference{Here: extent(here[:i]), There: extent(there[:j])})
		}
		here, there = here[min(i+1, len(here)):], there[min(j+1, len(there)):]
	}
	return out
}

// parting is how many words of either side stand before the next word that both
// have; all of them if there is none.
func parting(here, there []word) (i, j int) {
	for sum := range len(here) + len(there) {
		for i := range min(sum+1, len(here)) {
			if j := sum - i; j < len(there) && here[i].text == there[j].text {
				return i, j
			}
		}
	}
	return len(here), len(there)
}

func extent(all []word) stemma.Span {
	var out stemma.Span
	for _, w := range all {
		out = out.Join(w.Span)
	}
	return out
}

// telling reports whether one side bears on the facts otherwise than the other;
// two negations are not one: "did not deny" against "denied".
func telling(here, there []word) bool {
	return tally(here, counted)+tally(there, counted) > 0 || tally(here, negated) != tally(there, negated) ||
		tally(here, named) > 0 && tally(there, named) > 0
}

func tally(all []word, what func(word) bool) int {
	n := 0
	for _, w := range all {
		if what(w) {
			n++
		}
	}
	return n
}

func named(w word) bool { return w.named }

// counted reports whether a word is a number, in figures or spelled, or says
// roughly how many. "One" may be an article and is counted only against others.
func counted(w word) bool {
	if w.text == "1" {
		return false
	}
	c, _ := utf8.DecodeRuneInString(w.text)
	return unicode.IsDigit(c) || lexicon.Cardinal([]string{w.text}).Words > 0
}

func negated(w word) bool { return negations[w.text] }

var negations = lists.Set("negation")
