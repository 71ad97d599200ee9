package dispute

import (
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// facets are statements near each other by two who answer one question in two ways
// that cannot both be right.
//
//	A clinic: "a shell came through the roof". The ministry: "a gas bottle went off". → V
func facets(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	page := inText(propositions, func(p stemma.Proposition) bool { return p.Text == "" })
	answers := make([][]lexicon.Answer, len(page))
	for i := range page {
		answers[i] = answersOf(&page[i])
	}
	var out []stemma.Disagreement
	for i := range page {
		for _, a := range answers[i] {
			if j := answeredOtherwise(page, answers, i, a); j >= 0 {
				out = unlessShown(out, twoAnswers(&page[i], &page[j], a, other(answers[j], a)), told)
			}
		}
	}
	return out
}

// answersOf are the facets to which a statement gives one value, and not two, or says
// of one only that it is not so.
//
//	"fighters and shoppers were hit" → none
//	"no shell had fallen on it" → not an attack
func answersOf(p *stemma.Proposition) []lexicon.Answer {
	if p.Denial || p.Withheld || p.Refusal || requests(p) || foretells(p.Text) || leavesOpen(p.Text) || bygone.MatchString(p.Text) || once.MatchString(p.Text) {
		return nil
	}
	return undivided(givenIn(strings.Fields(plain(p.Text))))
}

// givenIn are the answers of some words, also those of which they say that it is not so;
// who was not hit tells nothing of who was, and what was not so for years may be so today.
func givenIn(words []string) []lexicon.Answer {
	var out []lexicon.Answer
	lasting := ofYears.MatchString(strings.Join(words, " "))
	for _, a := range lexicon.FacetsIn(words) {
		a.Denied = negatedAt(words, a.From)
		if !a.Denied || !lasting && stemma.DisagreementType(a.Type) != stemma.DisagreeTarget && !ofExtent(words[max(0, a.From-3):a.From]) {
			out = append(out, a)
		}
	}
	return out
}

// ofYears is the time over which a thing was so or not.
//
//	"no gun had been heard in the valley for some twenty years"
var ofYears = regexp.MustCompile(`(?i)\bfor (?:\S+ ){1,4}(?:years|decades)\b`)

// undivided are the first answers to each facet to which there are no two; what is so
// goes before what is not.
//
//	"it was no shell, a gas bottle went off" → accident
func undivided(answers []lexicon.Answer) []lexicon.Answer {
	var out []lexicon.Answer
	var two []*lexicon.Facet
	for _, a := range answers {
		k := slices.IndexFunc(out, func(o lexicon.Answer) bool { return o.Facet == a.Facet })
		switch {
		case k < 0:
			out = append(out, a)
		case out[k].Denied && !a.Denied:
			out[k] = a
		case out[k].Denied == a.Denied && out[k].Value != a.Value:
			two = append(two, a.Facet)
		}
	}
	return slices.DeleteFunc(out, func(a lexicon.Answer) bool { return slices.Contains(two, a.Facet) })
}

// bygone is what tells of another time than the report does.
//
//	"In 2019 jets bombed a wedding", "had bombed a bakery in March"
var bygone = regexp.MustCompile(`(?i)\b(?:in|since|of) (?:(?:19|20)\d\d|year|month|january|february|march|april|may|june|july|august|september|october|november|december)\b`)

// once is what was held to be so, and is no longer.
//
//	"the fire was initially believed to be a bomb" → of nobody’s mind now
var once = regexp.MustCompile(`(?i)\b(?:initially|at first|first|originally|earlier) (?:believed|thought|assumed|feared|suspected|taken|described|reported as)\b`)

// negatedAt reports whether a negation stands among the three words before one, or
// "any"; or farther back that nothing was heard or seen of it.
//
//	"no evidence of causing more severe illness" → yes
func negatedAt(words []string, i int) bool {
	for k, w := range words[max(0, i-6):i] {
		at := max(0, i-6) + k
		if (phrasing.Negative[w] || w == "any") && (at >= i-3 || empty(strings.TrimSuffix(words[at+1], "s"))) {
			return true
		}
	}
	return false
}

// ofExtent reports whether words before a negated one negate only how much of it there is, or how long.
//
//	"I have not seen such flooding", "almost no shells fell" → yes
func ofExtent(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return extents[w] })
}

// extents are the words that make a negation one.
var extents = lists.Set("extent")

// answeredOtherwise is the last statement before one that answers a facet in
// another way and speaks of the same thing, or -1.
func answeredOtherwise(page []stemma.Proposition, answers [][]lexicon.Answer, i int, a lexicon.Answer) int {
	b := &page[i]
	for j := i - 1; j >= 0 && page[j].Document == b.Document && apartBy(&page[j], b) <= bonded; j-- {
		o := other(answers[j], a)
		if o.Excludes(a) && mayDiffer(&page[j], b) && oneThing(page, &page[j], b, a.Bond) {
			return j
		}
	}
	return -1
}

// other is the answer to the same facet, the zero one if there is none.
func other(answers []lexicon.Answer, a lexicon.Answer) lexicon.Answer {
	if k := slices.IndexFunc(answers, func(o lexicon.Answer) bool { return o.Facet == a.Facet }); k >= 0 {
		return answers[k]
	}
	return lexicon.Answer{}
}

// How many bytes apart two statements stand at most that have a rare word in
// common, and two that have none.
const (
	bonded = 900
	bound  = 250
)

// oneThing reports whether two statements of a page show that they speak of one thing.
func oneThing(page []stemma.Proposition, a, b *stemma.Proposition, bond lexicon.Bond) bool {
	if a.Quote.Span.Overlaps(b.Quote.Span) {
		return false
	}
	if bond == lexicon.BondName {
		return oneName(a, b)
	}
	return (bond == lexicon.BondNear || bond == lexicon.BondMain) && apartBy(a, b) <= bound || slices.ContainsFunc(b.Words, func(w string) bool {
		return overlap([]string{w}, a.Words) > 0 && seldom(page, b.Document, w)
	})
}

// oneName reports whether two statements have a word in common that is a name in
// both, by its capital.
func oneName(a, b *stemma.Proposition) bool {
	theirs := names(a.Text)
	return slices.ContainsFunc(names(b.Text), func(n string) bool { return slices.Contains(theirs, n) })
}

// names are the words of a text with a capital, but for the first and for days.
func names(text string) []string {
	var out []string
	for i, w := range strings.Fields(text) {
		w = strings.Trim(w, ".,;:“”\"'’‘!?()")
		if i > 0 && len(w) > 3 && w[0] >= 'A' && w[0] <= 'Z' && !calendar[w] {
			out = append(out, w)
		}
	}
	return out
}

// calendar are names of no person or place.
var calendar = lists.Set("calendar")

// twoAnswers is the disagreement of two statements that answer one facet: on a value,
// unless one says no more than that the other's is not so.
func twoAnswers(b, a *stemma.Proposition, now, before lexicon.Answer) stemma.Disagreement {
	kind := stemma.DisagreementType(now.Type)
	if kind == stemma.DisagreeValue && (now.Denied || before.Denied) {
		kind = stemma.DisagreeHappened
	}
	return typed(denial(b, a), kind, now.Name, "the two differ on "+now.Question, now.Said(), before.Said())
}

// otherwise are the answers of two statements to the first facet on which they
// differ.
func otherwise(ours, theirs []lexicon.Answer) (a, b lexicon.Answer, ok bool) {
	for _, a := range ours {
		if b := other(theirs, a); b.Excludes(a) {
			return a, b, true
		}
	}
	return a, b, false
}

// answersDiffer tells on which facet two statements differ.
func answersDiffer(a, b []lexicon.Answer) []string {
	if one, _, ok := otherwise(a, b); ok {
		return []string{"two answers", "two answers on " + one.Name}
	}
	return nil
}
