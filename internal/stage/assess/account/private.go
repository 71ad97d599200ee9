package account

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// Pages are what the documents of an incident hold besides its own tellings.
type Pages struct {
	Tellings     []stemma.Telling
	Propositions []stemma.Proposition
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

var article = map[string]bool{"a": true, "an": true, "the": true}
