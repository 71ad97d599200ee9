package dispute

import (
	"regexp"

	"stemma"
)

// sources are statements near each other that let what was fired come from two places.
//
//	"The shells came from the barracks," a nurse said. The army said that they had come from the mill. → A
func sources(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	page := inText(propositions, func(p stemma.Proposition) bool { return p.Claim == "" || p.Denial || p.Negative || whence(&p) == nil })
	return lastOf(page, told, twoSources, func(b, a *stemma.Proposition) stemma.Disagreement {
		return typed(denial(b, a), stemma.DisagreeActor, "actor", "each says that it came from elsewhere", "one", "another")
	})
}

// twoSources reports whether two, not of one country, say whence the same was fired, and
// name two places, or two directions.
func twoSources(a, b *stemma.Proposition) bool {
	from, other := whence(b), whence(a)
	return rivalsInSpeech(a, b) && (a.Speaker.Country == "" || a.Speaker.Country != b.Speaker.Country) && (fireNoun.MatchString(a.Text) || fireNoun.MatchString(b.Text)) &&
		overlap(from, other) == 0 && directions(from) == directions(other)
}

// whence are the words for where a statement lets what was fired come from.
func whence(p *stemma.Proposition) []string {
	at := cameFrom.FindStringSubmatch(p.Text)
	if at == nil {
		return nil
	}
	return foundIn(p.Words, at[1])
}

// cameFrom finds whence something was fired, fireNoun by what it is called.
var (
	cameFrom = regexp.MustCompile(`(?i)^\P{L}*(?:that )?(?:\pL+ ){0,3}(?:` + missiles + `|it|they|these|this)\b[^.;]{0,40}?\b(?:come|came|comes|coming|fired|launched|flown|flew|originated)(?: in)? from ([^,.;]+)`)
	fireNoun = regexp.MustCompile(`(?i)\b(?:` + missiles + `)\b`)
)

const missiles = `fire|gunfire|shells?|shots?|rounds?|bullets?|rockets?|missiles?|drones?|mortars?|projectiles?`

// directions reports whether some words only say on which side.
//
//	"the south" → yes; "the southern barracks" → no
func directions(words []string) bool {
	for _, w := range words {
		if !compass[w] {
			return false
		}
	}
	return true
}

var compass = lists.Set("compass")
