package dispute

import (
	"regexp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// points reports whether what a denial is of is hardly a word, and that one stands
// for what was said, or for an act that somebody is said to have done.
//
//	"denied it", "dismissed the story as a lie", "denied losing the town" → yes; "denied a trial" → no
func points(no *stemma.Proposition) bool {
	words := object(no)
	return len(words) == 0 || len(words) <= pointing && (no.Act || pointsBack.MatchString(no.Text) || slices.ContainsFunc(words, pointer))
}

// pointsBack finds words that stand for what was said before: "any such message",
// "that conversation".
var pointsBack = regexp.MustCompile(`(?i)\bsuch\b|^(?:that|this|these|those|it|them|everything) ?\P{L}*(?:\pL+)?$`)

// pointer reports whether a noun stands for what another has said.
func pointer(word string) bool { return lexicon.Answers(lexicon.AnswerPointer)[word] }

// figureNoun reports whether a noun stands for a number that another has given.
func figureNoun(word string) bool { return lexicon.Answers(lexicon.AnswerFigure)[word] }

// object are the words of a denial for what is denied, without those for what it
// is called.
//
//	"rejected the rebels' account as a desperate lie" → account, rebel
func object(no *stemma.Proposition) []string {
	head, _, called := strings.Cut(no.Text, " as ")
	if !no.Denial || !called || strings.HasPrefix(head, "that ") {
		return no.Words
	}
	return foundIn(no.Words, head)
}

// reportNouns are what a report is called that is told in the same breath.
const reportNouns = `\b(?:reports?|claims?|rumou?rs?|allegations?|stor(?:y|ies)|theor(?:y|ies)|accusations?|charges?|suggestions?|assertions?|insinuations?|speculation|disinformation|notions?|ideas?|impressions?|narratives?|contentions?|fabrications?|lies?|falsehoods?|news|talk)\b`

// reportThat finds a report with what it says.
var reportThat = regexp.MustCompile(`(?i)^[^.;]{0,60}?` + reportNouns + `[^.;]{0,60}? that ([^;]{10,})$`)

// reported is the report with its words that a denial is of, if it is of one.
//
//	"disputing claims by a union that the dead were cutters" → the dead were cutters
func reported(no *stemma.Proposition) (report stemma.Proposition, ok bool) {
	at := reportThat.FindStringSubmatchIndex(no.Text)
	start := strings.Index(no.Text, "that ")
	if !plainly(no) || at == nil || start == 0 || no.Content.Len() != len(no.Text) {
		return report, false
	}
	report = stemma.Proposition{Document: no.Document, Parent: no.Claim, Text: no.Text[at[2]:at[3]]}
	report.Quote = stemma.Quote{Document: no.Document, Span: stemma.Span{Start: no.Content.Start + at[2], End: no.Content.Start + at[3]}}
	report.Words = foundIn(no.Words, report.Text)
	return report, len(report.Words) > 1
}
