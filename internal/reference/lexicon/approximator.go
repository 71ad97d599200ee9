package lexicon

import (
	_ "embed"
	"strings"

	"stemma/internal/reference/table"
)

//go:embed approximator.tsv
var approximatorData string

// An Effect is what the words before a number do to it.
type Effect string

// The effects: about N is N to N, at least N is N to open, at most N is 0 to N.
const (
	EffectNone  Effect = ""
	EffectAbout Effect = "about"
	EffectLeast Effect = "least"
	EffectMost  Effect = "most"
)

var approximators, longestApproximator = readApproximators()

func readApproximators() (map[string]Effect, int) {
	out, longest := map[string]Effect{}, 0
	for _, row := range table.Embedded("approximator.tsv", approximatorData, "words", "effect", "note") {
		out[row.Cell("words")] = Effect(row.Cell("effect"))
		longest = max(longest, len(strings.Fields(row.Cell("words"))))
	}
	return out, longest
}

// ApproximatorBefore reads the approximator that ends a run of words in lower
// case, and how many words it takes: of "killed at least" the last two.
func ApproximatorBefore(words []string) (Effect, int) {
	for n := min(longestApproximator, len(words)); n > 0; n-- {
		if effect, ok := approximators[strings.Join(words[len(words)-n:], " ")]; ok {
			return effect, n
		}
	}
	return EffectNone, 0
}

// ApproximatorAt reads the approximator that begins a run of words.
func ApproximatorAt(words []string) (Effect, int) {
	for n := min(longestApproximator, len(words)); n > 0; n-- {
		if effect, ok := approximators[strings.Join(words[:n], " ")]; ok {
			return effect, n
		}
	}
	return EffectNone, 0
}

// ApproximatorVersion is the data's, for the versions of the stages that use it.
func ApproximatorVersion() string { return approximatorData }
