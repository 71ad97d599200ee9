package copy

import (
	"unicode"
	"unicode/utf8"

	"stemma"
)

// differences are what stands between two runs of one passage, if it bears on
// the facts: a number, a name or a negation on either side.
//
//	"killing 12 people on Sunday" / "killing 14 people on Sunday" → 12 against 14
func (l alignment) differences(before, after run) []stemma.Difference {
	here := l.a[before.here+before.length : after.here]
	there := l.b[before.there+before.length : after.there]
	if !telling(here) && !telling(there) {
		return nil
	}
	return []stemma.Difference{{Here: extent(here), There: extent(there)}}
}

func extent(all []word) stemma.Span {
	var out stemma.Span
	for _, w := range all {
		out = out.Join(w.Span)
	}
	return out
}

func telling(all []word) bool {
	for _, w := range all {
		if negations[w.text] || numerals[w.text] || hasDigit(w.text) {
			return true
		}
	}
	return false
}

func hasDigit(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(c)
}

var negations = set("not", "no", "never", "none", "nor", "without", "denied", "denies")

var numerals = set("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
	"sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands", "dozen", "dozens", "several", "scores")

func set(words ...string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}
