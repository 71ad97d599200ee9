package dispute

import (
	"regexp"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// announcements are statements of which the page itself says that one is the contrary
// of the other.
//
//	The town was calm, the governor said. Two shopkeepers say otherwise. → D
//	The colonel said that her men had been coming back from a mast. They had not. → D
//	Accounts of the fire differ. The army said that it was a stove, the camp said that it was a shell. → V
func announcements(propositions []stemma.Proposition, told []stemma.Disagreement) []stemma.Disagreement {
	page := inText(propositions, func(p stemma.Proposition) bool { return p.Text == "" })
	var out []stemma.Disagreement
	for i := range page {
		if page[i].Claim != "" || len(page[i].Words) > brief {
			continue
		}
		if d, ok := announced(page, i); ok {
			out = unlessShown(out, d, told)
		}
	}
	return out
}

// brief is how many words of meaning a sentence has at most that only says that
// accounts differ.
const brief = 8

// announced is what a sentence in the own voice says of those around it.
func announced(page []stemma.Proposition, i int) (d stemma.Disagreement, ok bool) {
	switch {
	case has(page[i].Text, lexicon.AnswerDiffering):
		if first := speaks(page, i, 1, ""); first >= 0 {
			if second := speaks(page, first, 1, page[first].Speaker.Key); second >= 0 {
				return rival(&page[second], &page[first]), true
			}
		}
	case has(page[i].Text, lexicon.AnswerAnnounced):
		if last := speaks(page, i, -1, ""); last >= 0 {
			return denial(&page[i], run(page, i, last)), true
		}
	case belies(page, i):
		return denial(&page[i], &page[i-1]), true
	}
	return d, false
}

// speaks is the statement next to statement i, before or after it, in which somebody
// else than one who has spoken is quoted, and on his own; -1 if none is near.
func speaks(page []stemma.Proposition, i, step int, but string) int {
	for j := i + step; j >= 0 && j < len(page) && page[j].Document == page[i].Document && apartBy(&page[i], &page[j]) <= beside; j += step {
		if p := &page[j]; p.Claim != "" && p.Parent == "" && len(p.Words) > 1 && !requests(p) && !question(p) && p.Speaker.Key != but {
			return j
		}
	}
	return -1
}

// belies reports whether a sentence in the own voice says of the statement just
// before it that it is not so.
//
//	"that they were coming back from the mast". They were not. → yes; This is false. → yes
func belies(page []stemma.Proposition, i int) bool {
	if i == 0 || page[i-1].Claim == "" || page[i-1].Document != page[i].Document || apartBy(&page[i], &page[i-1]) > next || question(&page[i-1]) || foretells(page[i-1].Text) {
		return false
	}
	text := plain(page[i].Text)
	return verdictAlone.MatchString(text) && dismisses(text) || echoes(&page[i-1], &page[i])
}

// verdictAlone finds a sentence that is a verdict and nothing else.
var verdictAlone = regexp.MustCompile(`^(?:but |yet )?(?:this|that|these|those|it|all of this|none of this) (?:is|was|are|were) (?:\pL+ ){0,3}\pL+$`)
