package code

// requiting are the verbs that punish, charge, praise or thank: "for" behind them says for
// what was done.
var requiting = lists.Set("requiting")

// requited reports whether a gerund behind "for" tells of a deed for which somebody is
// punished or praised. What somebody is paid, called or needed for is yet to be done.
//
//	"Two men were jailed for burning a mosque." → burning, by the two men
//	"The bishop thanked the villagers for sheltering refugees." → sheltering, by the villagers
//	"The state hired two firms for building a bridge." → none
func (s *sentence) requited(v int) bool {
	h, m := s.head(v), s.child(v, "mark", "case")
	for h >= 0 && s.is(v, "acl") && !s.verbal(h) { // hung on whom it is done to
		h = s.head(h)
	}
	return m >= 0 && s.form[m] == "for" && s.gerund(v) && h >= 0 && s.verbal(h) && requiting[s.lemma[h]]
}

// requitedDoer is who did what others punish or praise: whom it is done to; of an apology
// whoever makes it. -1 if nobody is named.
func (s *sentence) requitedDoer(h, depth int) int {
	if s.lemma[h] == "apologise" || s.lemma[h] == "apologize" {
		return s.subject(h, depth+1)
	}
	_, whom := s.doerAndObject(h, s.passive(h))
	return whom
}
