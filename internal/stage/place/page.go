package place

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/gazetteer"
)

// A page is a reading with what is being found out about its names.
type page struct {
	r         *stemma.Reading
	g         *gazetteer.Gazetteer
	names     []name
	found     map[string][]gazetteer.Match // what the gazetteer has, by words
	units     map[string]string            // names of units in the form in which they meet
	children  map[int][]int                // which names say that they lie in a name
	people    map[string]bool              // folded words of persons' names
	small     map[string]bool              // words that stand with a small letter somewhere on the page
	told      map[string]bool              // names that a word of kind makes places'
	countries map[string]float64           // how much the page speaks of each country
	total     float64                      // of countries
	shares    map[string]*shares           // of each name in that, by its key
}

// read finds the names of places on a page and decides on each.
func read(r *stemma.Reading, g *gazetteer.Gazetteer) *page {
	p := &page{r: r, g: g, found: map[string][]gazetteer.Match{}, units: map[string]string{}}
	p.people, p.small = persons(r), smallWords(r)
	p.addressed()
	p.findNames()
	p.findUnknown()
	for i := range p.names {
		p.extend(&p.names[i])
	}
	p.shareKinds()
	p.findParents()
	p.weigh()
	p.resolve()
	p.tie()
	p.findBorders()
	p.findStandIns()
	return p
}

// find is what the gazetteer has under a name; the caller may change the answer.
func (p *page) find(words string) []gazetteer.Match {
	found, ok := p.found[words]
	if !ok {
		found = p.g.Find(words)
		p.found[words] = found
	}
	return slices.Clone(found)
}

// persons is every word of the names of the page's persons.
func persons(r *stemma.Reading) map[string]bool {
	out := map[string]bool{}
	for _, actor := range r.Actors {
		if actor.Kind != stemma.KindPerson {
			continue
		}
		for _, mention := range actor.Mentions {
			words := strings.Fields(gazetteer.Fold(r.Words(mention.Span)))
			if mention.Form != stemma.FormName || len(words) < 2 {
				continue // a lone word is no proof: it may be a town's
			}
			for _, word := range words {
				out[word] = true
			}
		}
	}
	return out
}

// addressed adds the words that follow a given name or a title within one run of
// capitals: after "Capt. Roy A. Nelson" the page's Nelson is a person.
func (p *page) addressed() {
	for s := range p.r.Syntax.Sentences {
		for i := range p.tokens(s) {
			folded := gazetteer.Fold(p.word(s, i))
			if !capital(p.word(s, i)) || !givens[folded] && !(titles[folded] && personal[folded]) {
				continue
			}
			for j := i + 1; j < i+4 && capital(p.word(s, j)) && !bodies[p.lower(s, j)]; j++ {
				p.people[gazetteer.Fold(p.word(s, j))] = true
			}
		}
	}
}

func smallWords(r *stemma.Reading) map[string]bool {
	out := map[string]bool{}
	for s := range r.Syntax.Sentences {
		for _, token := range r.Syntax.Sentences[s].Tokens {
			if word := r.Words(token.Span); word != "" && !capital(word) {
				out[word] = true
			}
		}
	}
	return out
}

// nameAt is the index of the name that holds a token, or -1. Names stand in the
// order of the text.
func (p *page) nameAt(s, token int) int {
	lo, hi := 0, len(p.names)
	for lo < hi {
		mid := (lo + hi) / 2
		if n := &p.names[mid]; n.sentence < s || n.sentence == s && n.last < token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(p.names) && p.names[lo].sentence == s && p.names[lo].first <= token {
		return lo
	}
	return -1
}
