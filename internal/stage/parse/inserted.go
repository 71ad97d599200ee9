package parse

import (
	"strings"

	"stemma"
)

// settleInserted gives a verb the subject that is counted before a comma, where the tree
// has given it those who are put in behind: they are some of the others.
//
//	"Seven people, among them two soldiers, were killed." → seven people were killed
func settleInserted(text string, s *stemma.Sentence) {
	form := func(i int) string { return strings.ToLower(text[s.Tokens[i].Start:s.Tokens[i].End]) }
	for i := 2; i+1 < len(s.Tokens); i++ {
		if form(i-1) != "," || form(i) != "among" || form(i+1) != "them" && form(i+1) != "whom" {
			continue
		}
		all, some := subjectBefore(s, i), s.Tokens[i+1].Head
		if all < 0 || some <= i || s.Tokens[all].Head != some || !strings.HasPrefix(s.Tokens[some].Relation, "nsubj") {
			continue
		}
		s.Tokens[all].Head, s.Tokens[all].Relation = s.Tokens[some].Head, s.Tokens[some].Relation
		s.Tokens[some].Head, s.Tokens[some].Relation = all, "appos"
	}
}

// subjectBefore is the last subject before a token, -1 if there is none.
func subjectBefore(s *stemma.Sentence, i int) int {
	for k := i - 1; k >= 0; k-- {
		if strings.HasPrefix(s.Tokens[k].Relation, "nsubj") {
			return k
		}
	}
	return -1
}
