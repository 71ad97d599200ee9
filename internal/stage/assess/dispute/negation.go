package dispute

import (
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// negatedNear is the statement nearby by somebody else that says the very thing
// that this one negates, or -1.
//
//	"We do not ship guns across the strait" / "of shipping guns to the rebels" → the latter
func negatedNear(page []stemma.Proposition, i int) int {
	b := &page[i]
	if !b.Negative || leavesOpen(b.Text) || refuses(b) || silent(b) || len(b.Negated) == 0 || len(b.Words) > long || slices.ContainsFunc(b.Negated, empty) {
		return -1
	}
	best, most := -1, 0
	for j := range page {
		if n := negatedIn(&page[j], b); n > most {
			best, most = j, n
		}
	}
	if best >= 0 && common(page, b, page[best].Words) {
		return -1
	}
	return best
}

// negatedIn is how many words a statement has in common with a negation near it by somebody
// else, those that it negates twice; 0 if it does not say what is negated.
func negatedIn(a, b *stemma.Proposition) int {
	if a.Document != b.Document || apartBy(a, b) > answering || a.Negative || a.Denial || possible(a) || !rivalsInSpeech(a, b) {
		return 0
	}
	denied, shared := overlap(b.Negated, a.Words), overlap(b.Words, a.Words)
	if takesUp(a, b) && (shared > 1 || len(b.Words) <= few) {
		return denied + shared
	}
	return 0
}

// How many statements of a page may have a word for a negation of it to answer
// one of them, and how many words a negation has at most: one hidden in a long
// sentence answers nobody.
const (
	rare = 4
	long = 14
)

// few is how many words a statement has that is all about what it negates.
const few = 4

// leavesOpen reports whether a negation is asked or thought possible, not said:
// "why was it not shut?", "they may not have come", "Maybe he does not want to", "we have to check that it was not them".
func leavesOpen(text string) bool {
	return strings.Contains(text, "?") || thoughtPossible.MatchString(text)
}

// thoughtPossible finds what makes a negation possible only.
var thoughtPossible = regexp.MustCompile(`(?i)\b(?:may|might) not\b|\b(?:ha(?:ve|s|d)|wants?|wanted) to (?:check|verify|be sure|make sure)\b|^\P{L}*(?:if|maybe|perhaps)\b`)

// empty reports whether a noun only stands for what was heard: "word", "report".
func empty(word string) bool { return lexicon.Answers(lexicon.AnswerEmpty)[word] }

// common reports whether all that a statement negates, of what the other says,
// is what the page is about.
func common(page []stemma.Proposition, b *stemma.Proposition, said []string) bool {
	for _, w := range b.Negated {
		n := 0
		for k := range page {
			if page[k].Document == b.Document && slices.Contains(page[k].Words, w) {
				n++
			}
		}
		if n <= rare && slices.Contains(said, w) {
			return false
		}
	}
	return true
}
