package code

import "stemma/internal/reference/codebook"

// looksLikeEvent reports whether a sentence in which nothing was coded tells of
// force all the same, so that its silence must not read as absence.
//
//	"It was a day of artillery." → no: a weapon that does nothing
//	"A mortar round fell somewhere." → yes
//	"Nobody commented on the raid." → no: the raid was told of before
//	"The bank posted a loss." → no: such words tell of force only beside others
func (s *sentence) looksLikeEvent() bool {
	for i := range s.Tokens {
		if s.forceful(i) {
			return true
		}
	}
	return false
}

// forceful reports whether a word tells of force where it stands: a verb or noun
// of the book that is no event by any other rule, or a weapon that does something.
func (s *sentence) forceful(i int) bool {
	book := s.page.book
	switch {
	case s.tag(i, "VERB"):
		rule, _ := s.match(s.frame(i))
		return violent(book.Verbs(s.lemma[i])) && rule.Type != codebook.None
	case !s.tag(i, "NOUN") || s.is(i, "compound") || s.insideName(i) || s.backward(i):
		return false
	case violent(book.Nouns(s.lemma[i])) && !book.In(s.lemma[i], "mild"):
		return !s.otherwise(i)
	}
	return book.Means(s.lemma[i]) != "" && s.is(i, "nsubj") && s.tag(max(0, s.head(i)), "VERB") && !book.In(s.lemma[s.head(i)], "speech")
}

// otherwise reports whether the book has another rule for a noun where it stands:
// "a heart attack".
func (s *sentence) otherwise(n int) bool {
	rule, ok := s.noun(n)
	return !ok && rule.Type == codebook.None
}

// violent reports whether a word's weakest rule, which asks for the least, is
// one of force.
func violent(rules []codebook.Rule) bool {
	if len(rules) == 0 {
		return false
	}
	switch last := rules[len(rules)-1]; last.Type {
	case "ASSAULT", "COERCE", "MOBILIZE":
		return len(last.Subject) == 0 && len(last.Object) == 0 && len(last.With) == 0
	}
	return false
}
