package place

import (
	"maps"
	"math"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/gazetteer"
)

// weigh decides which names are places': first by what stands round each, then
// by what the page as a whole makes likely.
func (p *page) weigh() {
	p.signalNear()
	p.countCountries()
	p.signalFar()
	p.keep()
}

func (p *page) signalNear() {
	for i := range p.names {
		n := &p.names[i]
		n.locative = p.locativeBefore(n)
		n.signals = slices.Concat(p.known(n), p.around(n), p.form(n), p.actors(n))
		if p.stands(n) {
			n.signals = append(n.signals, "stands there")
		} else if len(n.matches) == 0 && p.stoodAt(n) {
			n.signals = append(n.signals, "seat")
		}
		n.weight = sum(n.signals)
	}
}

// stands reports whether a name that no book spells so stands alone where places
// do: "a junction in Tereb was hit", but "in Tereb's", "in the Tereb", "in Tereb 4"
// and "in Tereb stores" are of anything.
func (p *page) stands(n *name) bool {
	if n.locative.strength < 3 || slices.ContainsFunc(n.matches, n.spelled) || p.lower(n.sentence, p.left(n)-1) == "the" {
		return false
	}
	return p.alone(n)
}

// alone reports whether a name is all of its phrase: no noun, number or mark of possession
// follows it.
func (p *page) alone(n *name) bool {
	next := n.last + 1
	if word := p.word(n.sentence, next); possessive[word] || capital(word) {
		return false
	}
	return next == len(p.tokens(n.sentence)) || !slices.Contains([]string{"NOUN", "PROPN", "NUM"}, p.tokens(n.sentence)[next].Tag)
}

// spelled reports whether a place bears a name letter for letter, and if not as its first,
// is so large that it is spoken of anywhere.
func (n *name) spelled(m gazetteer.Match) bool {
	return m.Form != gazetteer.FormSound && (m.Form != gazetteer.FormOther || m.Own() || m.Overlay || m.People >= wellKnown(n))
}

// certain is the weight from which one mention vouches for the others of the
// same words on the page.
const certain = 1.5

func (p *page) signalFar() {
	sure := map[string]int{}
	for i := range p.names {
		n := &p.names[i]
		if kin := p.kin(n); kin != "" {
			n.add(kin)
		}
		if n.weight > certain {
			sure[n.key]++
		}
	}
	for i := range p.names {
		n := &p.names[i]
		others := sure[n.key]
		if n.weight > certain {
			others--
		}
		if others > 0 {
			n.add("again")
		}
	}
}

func (n *name) add(s signal) {
	n.signals = append(n.signals, s)
	n.weight += weights[s]
}

// keep drops the names that are no places'.
func (p *page) keep() {
	kept := p.names[:0]
	moved := make([]int, len(p.names))
	for i := range p.names {
		moved[i] = -1
		if p.names[i].weight > 0 {
			moved[i] = len(kept)
			kept = append(kept, p.names[i])
		}
	}
	for i := range kept {
		if kept[i].parent >= 0 {
			kept[i].parent = moved[kept[i].parent]
		}
	}
	p.names = kept
}

func sum(signals []signal) float64 {
	weight := weights["bias"]
	for _, s := range signals {
		weight += weights[s]
	}
	return weight
}

// known is what the gazetteer says of a name.
func (p *page) known(n *name) []signal {
	if len(n.matches) == 0 {
		return []signal{"unknown"}
	}
	if n.adjective {
		return []signal{"adjective"}
	}
	best := n.matches[0]
	out := []signal{level(n.matches)}
	switch {
	case best.Overlay:
		out = append(out, "overlay")
	case best.Form == gazetteer.FormSound:
		out = append(out, "sound")
	case best.Form == gazetteer.FormOther:
		out = append(out, "other")
	}
	if n.abbreviated {
		out = append(out, "abbreviated")
	}
	if best.Unit() && gazetteer.Bare(n.key) != n.key {
		out = append(out, "unit")
	}
	if n.last > n.first {
		out = append(out, "several words")
	}
	return out
}

// level is the most that any place of a name is.
func level(matches []gazetteer.Match) signal {
	most, own := 0, false
	for _, m := range matches {
		switch {
		case m.Form == gazetteer.FormSound:
			continue
		case m.Kind == "country":
			return "country"
		case m.Kind == "province" && m.Form == gazetteer.FormName, m.Capital:
			most = max(most, 1_000_000)
		case m.Settlement():
			most = max(most, m.People)
		case m.Kind != "district" && m.Kind != "province":
			own = true
		}
	}
	switch {
	case own && most < 100_000:
		return "of our own"
	case most >= 500_000:
		return "metropolis"
	case most >= 50_000:
		return "city"
	case most >= 5_000:
		return "town"
	}
	return "village"
}

// proper reports whether the tagger takes a capitalised word for a name's, or
// for a cry that another capital follows: "Um Varde".
func (p *page) proper(s, i int) bool {
	tag := p.tokens(s)[i].Tag
	return tag == "" || tag == "PROPN" || tag == "INTJ" && capital(p.word(s, i+1))
}

// form is how the name is written and tagged.
func (p *page) form(n *name) []signal {
	var out []signal
	word := p.word(n.sentence, n.first)
	if capital(word) && !p.proper(n.sentence, n.first) && !n.adjective {
		out = append(out, "not tagged")
	}
	if !capital(word) && !articles[word] && !strings.Contains(word, "-") {
		return out // a person's table has it
	}
	if n.first == n.last && p.small[strings.ToLower(word)] && !n.abbreviated {
		out = append(out, "small elsewhere")
	}
	if len([]rune(n.words)) < 4 && !n.abbreviated {
		out = append(out, "short")
	}
	if p.tokens(n.sentence)[0].Start == n.span.Start {
		out = append(out, "first word")
	}
	if p.headline(n.sentence) {
		out = append(out, "headline")
	}
	if n.first == n.last && givens[gazetteer.Fold(word)] {
		out = append(out, "is given")
	}
	if p.dateline(n) {
		out = append(out, "dateline")
	}
	return out
}

// headline reports whether most of a sentence's words have capitals.
func (p *page) headline(s int) bool {
	capitals, all := 0, 0
	for i := range p.tokens(s) {
		if word := p.word(s, i); len(word) > 3 {
			all++
			if capital(word) {
				capitals++
			}
		}
	}
	return all > 3 && capitals*10 > all*7
}

// dateline reports whether a name stands where a report says where it was
// written: in a region that is one, in a sentence that ends with a dash, in capitals
// before one, or before a colon.
//
//	"SEFTA, Maravand, March 3 (MW) — Shells hit …", "Sefta: Two clerks were shot …"
func (p *page) dateline(n *name) bool {
	if p.r.RegionAt(n.span.Start).Kind == stemma.RegionDateline || p.cutOff(n.sentence) || p.label(n) {
		return true
	}
	if n.last > 8 || strings.ToUpper(p.word(n.sentence, 0)) != p.word(n.sentence, 0) || len(p.word(n.sentence, 0)) < 3 {
		return false
	}
	for i := n.last + 1; i < min(len(p.tokens(n.sentence)), n.last+14); i++ {
		if word := p.word(n.sentence, i); dashes[word] && (word != "-" || !p.touch(n.sentence, i)) {
			return true
		}
	}
	return false
}

// label reports whether a sentence begins with a name, and perhaps with what holds it, and
// a colon: "Sefta, Maravand: Two clerks were shot in the market."
func (p *page) label(n *name) bool {
	const longest, sentence = 8, 5 // tokens
	all := len(p.tokens(n.sentence))
	if p.headline(n.sentence) || n.first > longest {
		return false
	}
	for i := range min(all, longest) {
		switch word := p.word(n.sentence, i); {
		case word == ":":
			return i > n.last && all-i > sentence && capital(p.word(n.sentence, i+1))
		case !capital(word) && word != "," && !hyphens[word] && !articles[word]:
			return false
		}
	}
	return false
}

// cutOff reports whether a sentence is no more than a dateline with its dash.
func (p *page) cutOff(s int) bool {
	const most = 20 // tokens
	last := len(p.tokens(s)) - 1
	return last > 0 && last < most && dashes[p.word(s, last)]
}

// kin is whether a place of the name lies in a country of which the page speaks
// without it, and whether that is one of our own list of places in the news.
func (p *page) kin(n *name) signal {
	if n.adjective || p.total == 0 {
		return ""
	}
	best := signal("")
	for _, m := range n.matches {
		if m.Kind == "country" || p.share(n, m.Country) < 0.15 {
			continue
		}
		if m.Own() && m.Form != gazetteer.FormSound {
			return "kin of our own"
		}
		best = "kin"
	}
	return best
}

// countCountries adds up which countries the page speaks of, by its names and
// by its actors.
func (p *page) countCountries() {
	p.countries, p.shares = map[string]float64{}, map[string]*shares{}
	for i := range p.names {
		n := &p.names[i]
		if n.weight <= 0 {
			continue
		}
		own := p.shares[n.key]
		if own == nil {
			own = &shares{by: map[string]float64{}}
			p.shares[n.key] = own
		}
		for country, share := range mass(n) {
			p.countries[country] += share
			own.by[country] += share
		}
	}
	for _, actor := range p.r.Actors {
		if actor.Country != "" {
			p.countries[actor.Country] += 0.3
		}
	}
	p.countInstitutions()
	p.total = total(p.countries)
	for _, own := range p.shares {
		own.total = total(own.by)
	}
}

// shares is how much all mentions of one name speak of each country.
type shares struct {
	by    map[string]float64
	total float64
}

// total adds in one order, so that the last bit of the sum is the same each time.
func total(m map[string]float64) float64 {
	sum := 0.0
	for _, key := range slices.Sorted(maps.Keys(m)) {
		sum += m[key]
	}
	return sum
}

// share is which part of what a page says of countries goes to one of them, the
// mentions of the name itself left out: a name does not vouch for itself.
func (p *page) share(n *name, country string) float64 {
	rest := p.rest(n)
	if rest < 0.1 {
		return 0
	}
	said := p.countries[country]
	if own := p.shares[n.key]; own != nil {
		said -= own.by[country]
	}
	return max(0, said) / rest
}

// rest is how much a page says of countries besides a name.
func (p *page) rest(n *name) float64 {
	if own := p.shares[n.key]; own != nil {
		return p.total - own.total
	}
	return p.total
}

// mass is how much a name speaks of each country: a country's own name for one,
// a town's by how many of those that bear it live there.
func mass(n *name) map[string]float64 {
	out := map[string]float64{}
	all := 0.0
	for _, m := range n.matches {
		all += prominence(m)
	}
	for _, m := range n.matches {
		out[m.Country] += prominence(m) / all
	}
	if n.abbreviated || len(n.matches) > 0 && n.matches[0].Kind == "country" {
		return out
	}
	for country := range out {
		out[country] /= 2
	}
	return out
}

// prominence is how much is to be said for a place before the page is read.
func prominence(m gazetteer.Match) float64 {
	weight := math.Pow(float64(m.People)+500, 0.7)
	switch {
	case m.Kind == "country":
		weight = 1e6
	case m.Capital:
		weight *= 3
	case m.Kind == "district" || m.Kind == "quarter":
		weight /= 10
	}
	switch m.Form {
	case gazetteer.FormOther:
		weight /= 3
	case gazetteer.FormSound:
		weight /= 50
	}
	if m.Overlay {
		weight += 1e7
	}
	return weight
}
