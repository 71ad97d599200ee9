package lexicon

import (
	_ "embed"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed answers.tsv
var answerTable string

// An AnswerKind says how a word answers what was said before it.
type AnswerKind string

// The kinds of answer.
const (
	AnswerDismissal AnswerKind = "dismissal"  // "the claim is false"
	AnswerContrary  AnswerKind = "contrary"   // "witnesses say otherwise"
	AnswerBlame     AnswerKind = "blame"      // "denied responsibility"
	AnswerEmpty     AnswerKind = "empty"      // "had no information"
	AnswerAccusing  AnswerKind = "accusing"   // "accused the guard of …"
	AnswerBlaming   AnswerKind = "blaming"    // "blamed the guard for the fire"
	AnswerReplying  AnswerKind = "replying"   // "the guard replied that …"
	AnswerDeed      AnswerKind = "deed"       // "denied that its guns had fired"
	AnswerRequest   AnswerKind = "request"    // "rejected the offer"
	AnswerPointer   AnswerKind = "pointer"    // "dismissed the story"
	AnswerFigure    AnswerKind = "figure"     // "called the toll a fantasy"
	AnswerRenaming  AnswerKind = "renaming"   // "termed the account a revenge"
	AnswerAnnounced AnswerKind = "announcing" // "Two drivers say otherwise."
	AnswerDiffering AnswerKind = "differing"  // "Accounts differ."
	AnswerFlat      AnswerKind = "flat"       // "denied that a ransom had been paid"
	AnswerExhibit   AnswerKind = "exhibit"    // "called the photographs staged"
)

var answers = sync.OnceValue(func() map[AnswerKind]map[string]bool {
	all := map[AnswerKind]map[string]bool{}
	for _, row := range table.Embedded("answers.tsv", answerTable, "word", "kind", "note") {
		kind := AnswerKind(row.Cell("kind"))
		if all[kind] == nil {
			all[kind] = map[string]bool{}
		}
		all[kind][row.Cell("word")] = true
	}
	return all
})

// Answers are the words and phrases of one kind.
func Answers(kind AnswerKind) map[string]bool { return answers()[kind] }
