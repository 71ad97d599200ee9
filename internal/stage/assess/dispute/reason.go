package dispute

import (
	"regexp"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// reasons are statements near each other in which two trace one thing to two causes.
//
//	Elders attributed the clashes to a stolen goat. The police link them to the price of salt. → V
func reasons(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	page := inText(propositions, func(p stemma.Proposition) bool { return p.Claim == "" || !explains(&p) })
	return lastOf(page, told, twoReasons, func(b, a *stemma.Proposition) stemma.Disagreement {
		return typed(denial(b, a), stemma.DisagreeValue, "cause", "each gives another cause", "one", "another")
	})
}

// lastOf are the disagreements of statements with the last before them that they clash with.
func lastOf(page []stemma.Proposition, told []stemma.Disagreement, clash func(a, b *stemma.Proposition) bool, as func(b, a *stemma.Proposition) stemma.Disagreement) []stemma.Disagreement {
	var out []stemma.Disagreement
	for i := range page {
		for j := i - 1; j >= 0 && page[j].Document == page[i].Document && apartBy(&page[j], &page[i]) <= answering; j-- {
			if clash(&page[j], &page[i]) {
				out = unlessShown(out, as(&page[i], &page[j]), told)
				break
			}
		}
	}
	return out
}

// explains reports whether a statement says what something came of.
//
//	"attributed the clashes to a stolen goat", "put the fire down to a stove", "traced it to the harvest" → yes; "put the dead at nine" → no
func explains(p *stemma.Proposition) bool {
	return !p.Denial && !p.Negative && len(p.Words) > 0 && (ascribes(p) || tracing[p.Cue] && strings.Contains(p.Text, " to "))
}

// ascribes reports whether a statement says what a happening came of, and not only what
// somebody or something has to do with another.
func ascribes(p *stemma.Proposition) bool {
	return lexicon.Answers(lexicon.AnswerBlaming)[p.Cue] || p.Cue == "put" && strings.Contains(p.Text, " down to ")
}

// tracing are verbs that bind a thing to its cause, and a man to a deed as well.
var tracing = lists.Set("tracing")

// twoReasons reports whether two give two causes of one thing.
func twoReasons(a, b *stemma.Proposition) bool {
	thing, cause := traced(b)
	before, other := traced(a)
	return rivalsInSpeech(a, b) && (ascribes(a) || ascribes(b)) && overlap(foundIn(b.Words, cause), foundIn(a.Words, other)) == 0 &&
		(standIn.MatchString(thing) || thing == "" && b.Cue != "blame" || overlap(foundIn(b.Words, thing), foundIn(a.Words, before)) > 0)
}

// traced are what a statement speaks of and what that came of.
//
//	"the fire to a stove" → the fire, a stove; "the Front for the fire" → the fire, the Front
func traced(p *stemma.Proposition) (thing, cause string) {
	if p.Cue == "blame" {
		cause, thing, _ = strings.Cut(p.Text, " for ")
		return thing, cause
	}
	if thing, cause, to := strings.Cut(p.Text, " to "); to {
		return thing, cause
	}
	return "", p.Text
}

// standIn finds what stands for a thing named before.
var standIn = regexp.MustCompile(`(?i)^(?:it|this|that|them|these|those)\b`)
