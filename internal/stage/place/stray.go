package place

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/gazetteer"
)

// findStrays leaves a name without a place where the page is a country's, and the name is
// known only as that of small places in countries of which the page says nothing: better
// no point than one in the wrong country. What it could be stays beside it.
//
//	"… in Morvat, Maravand. … the village of Kethan", a Kethan only in Peru → no place
//	"… talks in Lima", "… in Kethan, Peru" → Lima, Kethan
//	"HAITI: Gunmen stormed Kethan." in a round-up → no place
func (p *page) findStrays() {
	marks, sent := p.landmarks(), p.datelines()
	for i := range p.names {
		n := &p.names[i]
		if n.best >= 0 && p.heldElsewhere(i) {
			n.best = -1
		}
		if n.best < 0 || n.adjective || sent[n.key] || !p.spokenFor(n) && !unvouched(n) && p.headed(i) == "" || !p.strays(n, n.matches[n.best], marks) {
			continue
		}
		n.best = -1
		if at := slices.IndexFunc(n.ranks, func(r ranked) bool { return !p.strays(n, n.matches[r.match], marks) }); at >= 0 {
			n.best = n.ranks[at].match
			n.ranks = slices.Concat(n.ranks[at:at+1], n.ranks[:at], n.ranks[at+1:])
		}
	}
}

// datelines are the names from which the items of a round-up were sent, each from its own;
// the one place from which a page was sent may be misread as any other.
func (p *page) datelines() map[string]bool {
	out, items := map[string]bool{}, map[int]bool{}
	for i := range p.names {
		if n := &p.names[i]; p.dateline(n) {
			out[n.key], items[n.sentence] = true, true
		}
	}
	if len(items) < 2 {
		return nil
	}
	return out
}

// headed is the country that stands at the head of the paragraph in which a name is, "" if
// none does: each item of a round-up is its country's.
//
//	"HAITI: Gunmen stormed Kethan. Police came late." → HT
func (p *page) headed(i int) string {
	for k := i - 1; k >= 0; k-- {
		head := &p.names[k]
		between := stemma.Span{Start: head.span.End, End: p.names[i].span.Start}
		switch {
		case strings.Contains(p.r.Words(between), "\n\n"):
			return ""
		case head.first == 0 && head.best >= 0 && head.matches[head.best].Kind == "country" && p.dateline(head):
			return head.matches[head.best].Country
		}
	}
	return ""
}

// spokenFor reports whether what a page says of countries besides a name is mostly of one.
func (p *page) spokenFor(n *name) bool {
	const some, most = 1, 0.5
	if p.rest(n) < some {
		return false
	}
	for country := range p.countries {
		if p.share(n, country) > most {
			return true
		}
	}
	return false
}

// unvouched reports whether only what was done there makes a name a place's: "raided Kethan".
func unvouched(n *name) bool { return slices.Contains(n.signals, "overrun") }

// heldElsewhere reports whether a quarter is said to lie in a town in which none of the places
// that bear its name does: "the Kethan neighbourhood of Morvat", a Kethan only in Peru.
func (p *page) heldElsewhere(i int) bool {
	n := &p.names[i]
	if n.kind.kind != "quarter" || i+1 == len(p.names) {
		return false
	}
	town := &p.names[i+1]
	if link := p.right(n) + 1; town.sentence != n.sentence || town.best < 0 || p.left(town) != link+1 || !holding[p.lower(n.sentence, link)] {
		return false
	}
	return !p.holds(town.matches, n.matches, false)
}

// strays reports whether a place is a small one that nothing on the page points to: not its
// country, not what is said to hold it, and no place near it.
func (p *page) strays(n *name, m gazetteer.Match, marks []landmark) bool {
	const small, hardly, close = 50_000, 0.05, 100 // people, of what is said of countries, km
	if !m.Settlement() && m.Kind != "district" || m.People >= small || m.Capital || m.Seat || m.Overlay {
		return false
	}
	if p.share(n, m.Country) >= hardly || n.parent >= 0 && p.inOne(m, p.names[n.parent].matches) > 0 {
		return false
	}
	return !slices.ContainsFunc(marks, func(other landmark) bool {
		return other.key != n.key && !other.Unit() && m.Distance(other.Match) < close
	})
}

// stray reports whether a name is left without the places that bear it.
func (n *name) stray() bool { return n.best < 0 && len(n.ranks) > 0 }
