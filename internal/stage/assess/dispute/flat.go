package dispute

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// flats are plain denials that share no word with what they answer, each with what
// stands where that would stand. Who flatly denies a thing answers somebody: of
// what else he denies it, the weights must hold to be likelier than not.
//
//	"The price was a truck of goats," the envoy said. The company denied that any was paid. → D
func flats(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	page := inText(propositions, func(p stemma.Proposition) bool { return len(p.Words) == 0 && !p.Denial })
	var out []stemma.Disagreement
	for i := range page {
		no := &page[i]
		if !flatly(no) || refuses(no) || answersAlready(no, told) {
			continue
		}
		if j := replied(page, i); j >= 0 && page[j].Claim != "" {
			out = append(out, answer(page, i, j))
		}
	}
	return out
}

// flatly reports whether a denial has a word that says of a thing that it is not so.
//
//	"denied that any was paid", "disputes it" → yes; "rejected the offer", "objected" → no
func flatly(no *stemma.Proposition) bool {
	return plainly(no) && lexicon.Answers(lexicon.AnswerFlat)[no.Cue]
}

// answersAlready reports whether a denial is a side of a disagreement that is told.
func answersAlready(no *stemma.Proposition, told []stemma.Disagreement) bool {
	for _, d := range told {
		if standsIn(d.Sides[0], no) {
			return true
		}
	}
	return false
}
