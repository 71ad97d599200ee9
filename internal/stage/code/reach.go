package code

import "stemma/internal/reference/codebook"

// reached is to whom words came, where they name nobody themselves.
//
//	"The request never reached the drivers" → the drivers
//	"The offer was received by the union" → the union
//	"The warning was passed on to the pilots" → the pilots
//	"The mayor received a threat" → the mayor
func (s *sentence) reached(n int, rule codebook.Rule) []int {
	v := s.head(n)
	if !words[rule.Type] || v < 0 || !s.tag(v, "VERB") || !s.is(n, "nsubj", "obj") {
		return nil
	}
	f := s.frame(v)
	switch {
	case s.lemma[v] == "reach" && f.subject == n:
		return s.addressed(f.object)
	case s.page.book.In(s.lemma[v], "receiving") && f.object == n:
		return s.addressed(f.subject)
	case s.page.book.In(s.lemma[v], "conveying") && f.object == n:
		return s.slots(f, []string{"to", "iobj"})
	}
	return nil
}

// addressed is a noun to whom words can come.
func (s *sentence) addressed(n int) []int {
	if n < 0 || !s.speaks(n) {
		return nil
	}
	return []int{n}
}
