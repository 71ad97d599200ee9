package place

import (
	"math"
	"slices"
	"sort"

	"stemma/internal/reference/gazetteer"
)

// A ranked is one of the places that a name could be, with its score.
type ranked struct {
	match int
	score float64
}

// rounds is how often names are chosen anew in the light of the others' places.
const rounds = 3

// resolve chooses a place for every name: first by the gazetteer, the page's
// countries and what the name says it lies in, then also by nearness to the
// places chosen for the other names.
func (p *page) resolve() {
	for i := range p.names {
		p.supported(&p.names[i])
	}
	p.children = map[int][]int{}
	for i := range p.names {
		if parent := p.names[i].parent; parent >= 0 {
			p.children[parent] = append(p.children[parent], i)
		}
	}
	for range rounds {
		near := p.nearness()
		for i := range p.names {
			p.choose(i, near)
		}
		p.agree()
	}
	p.findStrays()
}

// supported takes from a name the places that only a loose spelling or a lesser
// name leads to, where the page does not speak of their country: better no point
// than one on the other side of the earth.
func (p *page) supported(n *name) {
	const share, hardly = 0.1, 0.4 // of what the page says of countries, and that it says nothing
	if n.adjective {
		return
	}
	silent := p.rest(n) < hardly
	n.matches = slices.DeleteFunc(slices.Clone(n.matches), func(m gazetteer.Match) bool {
		other := m.Form == gazetteer.FormOther && !m.Own() && !m.Overlay && m.People < wellKnown(n) && !p.seated(n, m)
		if silent {
			return m.Form == gazetteer.FormSound || other && brief(n)
		}
		return (m.Form == gazetteer.FormSound || other) && p.share(n, m.Country) < share
	})
}

// wellKnown is from how many inhabitants on a town is spoken of, by a name that is not its
// first, on pages that tell nothing else of its country. Short names are borne by many.
//
//	"a village called Boni" is not Bonn
func wellKnown(n *name) int {
	if brief(n) {
		return 3_000_000
	}
	return 300_000
}

func brief(n *name) bool { return len([]rune(n.words)) < 5 }

// seated reports whether a town is the seat of a unit that bears the name as its first:
// "Geneva" is no lesser name of Genève than of its canton.
func (p *page) seated(n *name, m gazetteer.Match) bool {
	return m.Seat && slices.ContainsFunc(n.matches, func(unit gazetteer.Match) bool {
		return unit.Form == gazetteer.FormName && unit.Kind == "province" && p.within(m, unit)
	})
}

// A landmark is the place that a name has been taken for so far.
type landmark struct {
	gazetteer.Match
	key string // of the name
}

// landmarks are the places taken so far, one for each name.
func (p *page) landmarks() []landmark {
	var out []landmark
	seen := map[string]bool{}
	for i := range p.names {
		n := &p.names[i]
		if n.best < 0 || n.adjective || seen[n.key] || n.matches[n.best].Kind == "country" {
			continue
		}
		seen[n.key] = true
		out = append(out, landmark{n.matches[n.best], n.key})
	}
	return out
}

func (p *page) choose(i int, near map[string][]float64) {
	n := &p.names[i]
	if len(n.matches) == 0 {
		return
	}
	n.ranks = n.ranks[:0]
	for k, m := range n.matches {
		score := prior(m) + p.fits(n, m) + p.namesake(n, m) + p.held(i, m) + p.context(n, m)
		if scores := near[n.key]; len(scores) == len(n.matches) {
			score += scores[k]
		}
		n.ranks = append(n.ranks, ranked{k, score})
	}
	sort.SliceStable(n.ranks, func(a, b int) bool { return n.ranks[a].score > n.ranks[b].score })
	n.best = n.ranks[0].match
}

// given is what a person's word weighs.
const given = 20

// prior is what speaks for a place before the page is read: how many live there
// and how it bears the name.
func prior(m gazetteer.Match) float64 {
	score := 0.7 * math.Log(1+float64(m.People)/1000)
	switch {
	case m.Kind == "country":
		score = 8
	case m.Kind == "province":
		score = max(score-1.5, 2)
	case m.Kind == "district":
		score = score/2 - 1
	case m.Kind == "quarter":
		score -= 1.5
	case m.Capital && m.Form == gazetteer.FormName:
		score += 3.5
	case !m.Settlement():
		score += 3
	}
	switch m.Form {
	case gazetteer.FormOther:
		score--
	case gazetteer.FormSound:
		score -= 3
	}
	if m.Overlay {
		score += given
	}
	return score
}

// namesake is what a province loses to the town of its name where the page does
// not say which of them it means, and gains where only a province can be meant: in
// "neighbouring Varde".
func (p *page) namesake(n *name, m gazetteer.Match) float64 {
	if m.Kind == "province" && n.kind.word == "" && adjoining[p.lower(n.sentence, p.left(n)-1)] {
		return 3
	}
	if m.Kind != "province" || n.kind.word != "" && !sited[n.kind.kind] || n.sided {
		return 0
	}
	for _, other := range n.matches {
		if other.Settlement() && other.Country == m.Country && other.People > 20_000 && (other.Seat || p.in(other, m.Name)) {
			return -4
		}
	}
	return 0
}

// waters are the kinds of place whose names have an article.
var waters = words("sea gulf strait river canal ocean")

// sited are the kinds of place that are called after the town that they are near.
var sited = words("site crossing base airport port dam field camp")

// fits is whether a place is of the kind that the page says.
func (p *page) fits(n *name, m gazetteer.Match) float64 {
	switch {
	case n.kind.word == "" && waters[m.Kind] && n.first > 0 && p.lower(n.sentence, n.first-1) == "the":
		return 4 // "in the Red Sea" is not in the governorate of that name
	case n.kind.word == "" || n.kind.precision == "near" || n.adjective:
		return 0
	case sited[n.kind.kind] && m.Settlement():
		return 0
	case sameKind(n.kind.kind, m.Kind):
		return 4
	}
	return -1
}

// kinds that pages do not keep apart.
var families = []map[string]bool{
	words("city town village quarter camp"),
	words("province district region"),
	words("mountain region valley"),
	words("river canal"),
	words("sea lake strait gulf bay ocean"),
	words("site crossing base airport port dam field"),
	words("island region country"),
}

func sameKind(a, b string) bool {
	if a == b {
		return true
	}
	for _, family := range families {
		if family[a] && family[b] {
			return true
		}
	}
	return false
}

// held is whether a place lies in what the page says it lies in, and, for what
// holds another, whether that other lies in it.
func (p *page) held(i int, m gazetteer.Match) float64 {
	score := 0.0
	if parent := p.names[i].parent; parent >= 0 {
		score += p.inOne(m, p.names[parent].matches)
	}
	for _, child := range p.children[i] {
		for _, c := range p.names[child].matches {
			if p.within(c, m) {
				return score + 3
			}
		}
	}
	return score
}

func (p *page) inOne(m gazetteer.Match, outer []gazetteer.Match) float64 {
	for _, o := range outer {
		if p.within(m, o) {
			return 8
		}
	}
	if m.Overlay {
		return -given // "Paris, Texas" is not the Paris of a person's table
	}
	return -4
}

// context is how much the rest of the page speaks of the place's country; a page
// that hardly speaks of any says little.
func (p *page) context(n *name, m gazetteer.Match) float64 {
	return 5 * p.share(n, m.Country) * min(1, p.rest(n))
}

// nearness is, for each place of each name, how close it is to the nearest two of
// the other names' places, and whether one of them is the unit that holds it.
func (p *page) nearness() map[string][]float64 {
	marks := p.landmarks()
	out := map[string][]float64{}
	for i := range p.names {
		n := &p.names[i]
		if len(out[n.key]) == len(n.matches) || n.adjective {
			continue
		}
		scores := make([]float64, len(n.matches))
		for k, m := range n.matches {
			scores[k] = p.closeness(m, n.key, marks)
		}
		out[n.key] = scores
	}
	return out
}

func (p *page) closeness(m gazetteer.Match, key string, marks []landmark) float64 {
	if m.Kind == "country" {
		return 0
	}
	best, next, unit := 0.0, 0.0, 0.0
	for i := range marks {
		other := &marks[i]
		switch {
		case other.key == key || other.Name == m.Name && m.Distance(other.Match) < 10:
			// neither the name nor another name of the place vouches for it
		case other.Unit():
			if other.Country == m.Country && (other.Kind == m.Kind && m.Kind == "province" || p.in(m, other.Name)) {
				unit = 2.5
			}
		case math.Abs(m.Lat-other.Lat) < 5:
			switch near := 3 * math.Exp(-m.Distance(other.Match)/80); {
			case near > best:
				best, next = near, best
			case near > next:
				next = near
			}
		}
	}
	return best + next/2 + unit
}

// agree gives all mentions of the same words the place that the best supported
// of them has: a page uses a name for one place.
func (p *page) agree() {
	best := map[string]*name{}
	for i := range p.names {
		n := &p.names[i]
		if n.best < 0 || n.adjective || n.matches[n.best].Kind == "province" && n.kind.word != "" {
			continue
		}
		key := n.key
		if lead := best[key]; lead == nil || n.ranks[0].score > lead.ranks[0].score {
			best[key] = n
		}
	}
	for i := range p.names {
		n := &p.names[i]
		lead := best[n.key]
		if n.best < 0 || n.adjective || n.parent >= 0 || n.kind.word != "" || lead == nil || len(lead.matches) != len(n.matches) {
			continue
		}
		n.best, n.ranks = lead.best, append(n.ranks[:0], lead.ranks...)
	}
}
