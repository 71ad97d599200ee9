package place

import "strings"

// institutions are the words of local life by the country that has them; the
// first words of all are kept so that most tokens cost one look.
var institutions, institutionOpeners = readInstitutions()

func readInstitutions() (countries map[string]string, openers map[string]bool) {
	countries, openers = map[string]string{}, map[string]bool{}
	for _, row := range rows("institutions.tsv", "words", "country", "note") {
		words := row.Cell("words")
		first, _, _ := strings.Cut(words, " ")
		countries[words], openers[first] = row.Cell("country"), true
	}
	return countries, openers
}

// An institution weighs as half a town that could be nowhere else, and three
// different ones say all that such words can say.
const (
	institutionWeight = 0.5
	institutionsMost  = 1.5
)

// countInstitutions adds the countries that a page's words of local life speak of.
//
//	"The sheriff took a Paris man to jail." → 0.5 for the United States
func (p *page) countInstitutions() {
	seen, most := map[string]bool{}, map[string]float64{}
	for s := range p.r.Syntax.Sentences {
		for i := range p.tokens(s) {
			if !institutionOpeners[p.lower(s, i)] {
				continue
			}
			words, country := p.institution(s, i)
			if country == "" || seen[words] || most[country] >= institutionsMost {
				continue
			}
			seen[words] = true
			most[country] += institutionWeight
			p.countries[country] += institutionWeight
		}
	}
}

// institution is the one whose words begin at a token, "" if none does.
func (p *page) institution(s, i int) (words, country string) {
	const longest = 3
	words = p.lower(s, i)
	for n := 1; ; n++ {
		if country = institutions[words]; country != "" || n == longest || i+n >= len(p.tokens(s)) {
			return words, country
		}
		words += " " + p.lower(s, i+n)
	}
}
