package dispute

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// inText are the propositions in the order of their texts, without those that
// are of no use: a title says again, in fewer words, what the page says, and a
// headline's "not" answers nobody.
//
//	"What is known of the raid, and what is not" → left out
func inText(propositions []stemma.Proposition, useless func(stemma.Proposition) bool) []stemma.Proposition {
	out := slices.DeleteFunc(slices.Clone(propositions), func(p stemma.Proposition) bool { return p.Title || useless(p) })
	slices.SortFunc(out, func(a, b stemma.Proposition) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Quote.Span.Start, b.Quote.Span.Start), cmp.Compare(a.Claim, b.Claim))
	})
	return out
}

// wording is what a proposition says, the same in two copies, whomever they name.
func wording(p *stemma.Proposition) string { return strings.Join(p.Words, " ") + "\n" }

// adjoining reports whether two statements of one page stand near each other.
func adjoining(a, b *stemma.Proposition) bool {
	return a.Document == b.Document && apartBy(a, b) <= answering
}

// apartBy is how many bytes stand between two statements of one page.
func apartBy(a, b *stemma.Proposition) int {
	return max(a.Quote.Span.Start, b.Quote.Span.Start) - min(a.Quote.Span.End, b.Quote.Span.End)
}

// behindBy is how many bytes stand between the end of a statement and one behind it.
func behindBy(b, a *stemma.Proposition) int { return b.Quote.Span.Start - a.Quote.Span.End }

// rivalsInSpeech: two who speak, each for themselves.
func rivalsInSpeech(a, b *stemma.Proposition) bool {
	return a.Speaker.Body != b.Speaker.Body && twoSpeakers(a, b)
}

// twoSpeakers reports whether two statements are by two who speak, be it for one body, neither of whom
// tells what the other says or goes on from it.
func twoSpeakers(a, b *stemma.Proposition) bool {
	return a.Speaker.Key != b.Speaker.Key && a.Claim != b.Claim && a.Parent != b.Claim && (b.Parent == "" || b.Parent != a.Claim) &&
		!a.Quote.Span.Overlaps(b.Quote.Span) && !goesOn(a, b)
}

// goesOn reports whether one of two statements that stand next to each other is added to the
// other, as nobody adds what contradicts.
//
//	"The price is not important," Odel said. "It is important to have the mill," he added. → yes
func goesOn(a, b *stemma.Proposition) bool {
	if a.Quote.Span.Start > b.Quote.Span.Start {
		a, b = b, a
	}
	return adding[b.Cue] && a.Document == b.Document && behindBy(b, a) <= next
}

// adding are verbs of saying by which somebody goes on.
var adding = lists.Set("adding")

// plain is a text in lower case without its marks.
func plain(text string) string {
	unmarked := func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || r == '\'' || r == '’' || r == '-' {
			return unicode.ToLower(r)
		}
		return ' '
	}
	return strings.Join(strings.Fields(strings.Map(unmarked, text)), " ")
}

// has reports whether a text has a word of a kind, neither negated nor one of two.
//
//	"it was false" → yes; "it is not false", "true or false" → no
func has(text string, kind lexicon.AnswerKind) bool {
	text = " " + plain(text) + " "
	for word := range lexicon.Answers(kind) {
		if strings.Contains(text, " "+word+" ") && !strings.Contains(text, " not "+word+" ") && !strings.Contains(text, " or "+word+" ") {
			return true
		}
	}
	return false
}
