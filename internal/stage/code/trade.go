package code

import (
	"slices"

	"stemma/internal/reference/codebook"
	"stemma/internal/reference/noun"
)

// acting is fitting for a subject: those of whom the book knows nothing are known by the
// force that they have used on the page before.
//
//	"Muleteers beat a clerk. The muleteers exacted a toll." → muleteers are raiders
func (s *sentence) acting(rule codebook.Rule) func(int, []string) bool {
	fits := s.fitting(rule)
	if !rough[rule.Type] || rule.Type == codebook.None {
		return fits
	}
	return func(i int, wanted []string) bool {
		return fits(i, wanted) || s.anyTrade(i, wanted, func(k int) []string { return s.ifMany(k, s.page.shown[s.lemma[k]]) })
	}
}

// open is how a rule is met by those of whom nothing is known: by a pronoun, and by a
// number of persons of any trade, where a thing or a particle says what they did.
//
//	"They took positions on the ridge.", "Sawyers walked off the quays." → they did
//	"Sawyers gathered." → nobody of whom rules tell
func (s *sentence) open(rule codebook.Rule) func(int, []string) bool {
	words := s.openWords(rule)
	return func(i int, wanted []string) bool {
		return len(rule.Object) > 0 && s.mayFit(i, wanted) ||
			s.anyTrade(i, wanted, func(k int) []string { return s.ifMany(k, words) })
	}
}

// openWords are what persons of any trade may be for a rule.
func (s *sentence) openWords(rule codebook.Rule) []string {
	if rule.Type == "PROTEST" && (len(rule.Object) > 0 || len(rule.With) > 0 && s.page.forced) {
		return []string{"people", "worker"}
	}
	return nil
}

// anyTrade reports whether a noun of a trade, or one joined to it, has one of the wanted
// words.
func (s *sentence) anyTrade(i int, wanted []string, words func(int) []string) bool {
	return i >= 0 && slices.ContainsFunc(s.coordinated(i), func(k int) bool {
		return s.tradesman(k) && slices.ContainsFunc(words(k), func(word string) bool { return s.page.book.Fits(word, wanted) })
	})
}

// ifMany are words that hold of a noun in the plural.
func (s *sentence) ifMany(i int, words []string) []string {
	if s.form[i] == s.lemma[i] {
		return nil
	}
	return words
}

// tradesman reports whether a noun names persons of whom the book does not say that they
// bear arms or rule: "tanners", "reed-cutter".
func (s *sentence) tradesman(i int) bool {
	book := s.page.book
	return s.tag(i, "NOUN") && (s.kindWord(i) == "person" || book.In(s.lemma[i], "people")) &&
		!book.Fits(s.lemma[i], []string{"@armed", "@police", "@leader", "@captive", "@measure"})
}

// anyGoods reports whether a noun is known to a rule only as a thing that can be had, which
// people take, hold and lose every day.
func (s *sentence) anyGoods(i int, rule codebook.Rule) bool {
	return i >= 0 && s.kindWord(i) == string(noun.Goods) && !s.fitsListed(i, rule.Object)
}

// forcible reports whether things are lost by force, whatever they are: by a verb that
// tells of nothing else, or to somebody who is told.
//
//	"Guards took the nets." → seized;  "The meat was taken to the feast." → not
func (s *sentence) forcible(f frame, rule codebook.Rule) bool {
	return len(rule.Subject) == 0 || f.subject >= 0 && s.tag(f.subject, "NOUN", "PROPN")
}

// pleading reports whether persons of a trade ask for something where force was told of.
//
//	"Guards flogged a sawyer. The sawyers petitioned the duke." → a request
func (s *sentence) pleading(i int, rule codebook.Rule) bool {
	return rule.Type == "REQUEST" && s.page.forced && s.form[i] != s.lemma[i] && s.tradesman(i)
}

// remember keeps what those who act in a sentence have shown to be.
func (s *sentence) remember(acts []act) {
	for _, a := range acts {
		words := shows(a)
		s.page.forced = s.page.forced || len(words) > 0
		for _, i := range a.actors {
			if i >= 0 && s.kindWord(i) == string(noun.Person) { // the book knows who "parents" and "doctors" are
				s.page.shown[s.lemma[i]] = append(s.page.shown[s.lemma[i]], words...)
			}
		}
	}
}

// shows are the words for whoever does an act.
func shows(a act) []string {
	switch {
	case a.typ == "ASSAULT", a.typ == "COERCE" && a.mode == "seize":
		return []string{"raider", "gunman"}
	case a.typ == "COERCE":
		return []string{"raider", "policeman", "guard"}
	case a.typ == "PROTEST":
		return []string{"protester"}
	}
	return nil
}
