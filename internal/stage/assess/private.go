package assess

import (
	"strings"

	"stemma"
)

// hide puts the names of private persons out of sight where a source's words hold
// one and nobody said whose they are.
//
//	"Sefta resident Mara Odel, a writer" on a page that has Mara Odel as a witness → "Sefta resident ████ ████, a writer"
func (c collection) hide(pages Pages) {
	names := privateNames(pages)
	for i := range c.accounts {
		c.accounts[i].Name = stemma.HideNames(c.accounts[i].Name, names)
	}
}

// privateNames are the names of the private persons whom some pages quote or tell
// of, and their surnames.
func privateNames(pages Pages) []string {
	var out []string
	note := func(p stemma.Party) {
		if p.Kind != stemma.KindPerson || !p.Person.Private() || described(p.Name) {
			return
		}
		out = insert(out, p.Name)
		if words := strings.Fields(p.Name); len(words) > 1 {
			out = insert(out, words[len(words)-1])
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
