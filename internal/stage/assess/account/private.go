package account

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// Pages are what the documents of an incident hold besides its own tellings.
type Pages struct {
	Tellings     []stemma.Telling
	Propositions []stemma.Proposition
	Taken        []stemma.Telling // statements that take the incident up
}

// Hide puts the names of private persons out of sight where a source's words hold
// one and nobody said whose they are.
//
//	"Sefta resident Mara Odel, a writer" on a page that has Mara Odel as a witness → "Sefta resident ████ ████, a writer"
func (c Collection) Hide(pages Pages) {
	names := privateNames(pages)
	for i := range c.Accounts {
		c.Accounts[i].Name = stemma.HideNames(c.Accounts[i].Name, names)
	}
}

// privateNames are the names of the private persons whom some pages quote or tell
// of, and their surnames.
func privateNames(pages Pages) []string {
	var out []string
	note := func(p stemma.Party) {
		words := strings.Fields(p.Name)
		if p.Kind == stemma.KindPerson && p.Person.Private() && called(words) {
			out = Insert(Insert(out, p.Name), words[len(words)-1])
		}
	}
	for i := range pages.Propositions {
		note(pages.Propositions[i].Speaker)
	}
	for i := range pages.Tellings {
		for _, list := range [][]stemma.Party{pages.Tellings[i].Actors, pages.Tellings[i].Recipients, pages.Tellings[i].Speakers} {
			for _, p := range list {
				note(p)
			}
		}
	}
	return out
}

// called reports whether words are a person's first name and surname.
//
//	"Said Seif al Qamar" → yes; "a security source", "The Captain", "Mara" → no
func called(words []string) bool {
	capital := func(word string) bool {
		c, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(c)
	}
	return len(words) > 1 && capital(words[0]) && capital(words[len(words)-1]) && !article[strings.ToLower(words[0])]
}

// article are the words that begin a description: no name has one.
var article = lists.Set("article")

// shown is a party's name as it may leave the case: a private person's is
// hidden, wherever it is printed; of a description, the names in it but no place.
//
//	"Mara Odel" → "████ ████"; "a sergeant" → "a sergeant"
//	"a cousin of Moen" → "a cousin of ████"; "a teacher in Dorvat" → "a teacher in Dorvat"
//	"a fighter from the Orsa Front" → as it stands: a person's name has no article, that of a family has
func shown(p stemma.Party) string {
	if p.Kind != stemma.KindPerson || !p.Person.Private() {
		return p.Name
	}
	words := strings.Fields(p.Name)
	if len(words) == 0 || !described(words[0]) {
		return stemma.HideNames(p.Name, []string{p.Name})
	}
	return strings.Join(hideIn(words), " ")
}

// hideIn is a description with its persons' names out of sight; the name of a place or of a
// body, which may have several words, stays.
func hideIn(words []string) []string {
	open := false // in such a name
	for i := 1; i < len(words); i++ {
		capital := strings.ToLower(words[i]) != words[i]
		open = capital && (open || whereabouts[words[i-1]] || words[i-1] == "the" && !slices.ContainsFunc(words[i:], ofHousehold))
		if capital && !open {
			words[i] = stemma.HideNames(words[i], []string{words[i]})
		}
	}
	return words
}

// ofHousehold reports whether a word is for a family, which bears a person's name.
func ofHousehold(word string) bool { return household[word] }

// described reports whether a description begins with a word, an article or whose it is:
// "a sergeant", "her mother".
func described(first string) bool {
	first = strings.ToLower(first)
	return article[first] || belonging[first]
}

// belonging begin a description by whose somebody is, household are families of one name,
// whereabouts stand before where somebody is.
var (
	belonging   = lists.Set("belonging")
	household   = lists.Set("household")
	whereabouts = lists.Set("whereabouts")
)
