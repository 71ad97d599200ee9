package dispute

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// turns are statements that the page itself sets against the one before them, by
// somebody else, on one matter: with a word of contrast, with a verb of
// answering, because the speaker has just been accused.
//
//	The army said that the road was open, but drivers insisted that the road was mined. → V
//	The Front accused the guard of laying mines. The guard replied that the field was an old one. → V
func turns(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	page := inText(propositions, func(p stemma.Proposition) bool { return p.Claim == "" || len(p.Words) == 0 })
	var out []stemma.Disagreement
	said := map[string]bool{}
	for i := range page {
		j := turned(page, i)
		if j < 0 || said[wording(&page[i])+wording(&page[j])] {
			continue
		}
		said[wording(&page[i])+wording(&page[j])] = true
		out = unlessShown(out, rival(&page[i], &page[j]), told)
	}
	return out
}

// turned is the statement that statement i is set against, or -1.
func turned(page []stemma.Proposition, i int) int {
	b := &page[i]
	if b.Parent != "" || b.Denial || requests(b) {
		return -1
	}
	for j := i - 1; j >= 0 && page[j].Document == b.Document && behindBy(b, &page[j]) <= beside; j-- {
		a := &page[j]
		if a.Speaker.Body == b.Speaker.Body {
			return -1 // who has answered goes on with another matter
		}
		if a.Parent != "" || !rivalsInSpeech(a, b) || requests(a) {
			continue
		}
		if weight(page, a, b) < settled {
			return -1
		}
		return j
	}
	return -1
}

// settled is the weight from which on two statements are held against each other.
const settled = 3

// weight is what speaks for the second of two statements answering the first.
func weight(page []stemma.Proposition, a, b *stemma.Proposition) int {
	n := 0
	if b.Turn {
		n++
	}
	if lexicon.Answers(lexicon.AnswerReplying)[b.Cue] {
		n++
	}
	if accuses(a) && mentions(a, b.Speaker) && len(a.Words) > pointing {
		n += 2
	}
	if sided(a.Speaker) && sided(b.Speaker) {
		n++
	}
	for _, w := range b.Words {
		if slices.ContainsFunc(a.Words, func(o string) bool { return root(o) == root(w) }) && seldom(page, b.Document, w) {
			n++
			break
		}
	}
	return n
}

// sided reports whether somebody speaks for a party: a state, a force, a group in arms.
func sided(p stemma.Party) bool {
	switch p.Kind {
	case stemma.KindState, stemma.KindGovernment, stemma.KindStateForce, stemma.KindArmedGroup, stemma.KindCoalition:
		return true
	}
	return strings.HasPrefix(p.Body, "state:") || p.Kind == stemma.KindPerson && p.Body != p.Key
}

// seldom reports whether a word stands in few statements of a page: what the
// page is all about binds no two of them.
func seldom(page []stemma.Proposition, document, word string) bool {
	n := 0
	for k := range page {
		if page[k].Document == document && slices.ContainsFunc(page[k].Words, func(o string) bool { return root(o) == root(word) }) {
			n++
		}
	}
	return n <= rare
}

// rival is the disagreement of a statement with one that it answers: a denial where one of them
// negates, else two accounts of one thing.
func rival(b, a *stemma.Proposition) stemma.Disagreement {
	if a.Negative == b.Negative {
		return typed(denial(b, a), stemma.DisagreeValue, "account", "one account is set against the other", "answered", "said")
	}
	return denial(b, a)
}
