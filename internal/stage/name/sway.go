package name

import "stemma"

// tag asks the tagger for the names of the page.
func (p *page) tag(t *Tagger) {
	p.tagged = t.namesOf(p)
}

// taggedAt is the name that the tagger found around a span; none if it found
// another's words too.
func (p *page) taggedAt(span stemma.Span) (Named, bool) {
	lo, hi := 0, len(p.tagged)
	for lo < hi {
		if mid := (lo + hi) / 2; p.tagged[mid].End <= span.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(p.tagged) && p.tagged[lo].Overlaps(span) {
		return p.tagged[lo], true
	}
	return Named{}, false
}

// poll counts what the tagger takes the name of a mention for. All mentions on
// the page have one vote each, so that a clear one helps the others.
func (p *page) poll(m *mention) {
	m.run.polled++
	if tagged, ok := p.taggedAt(m.Span); ok {
		switch tagged.Sort {
		case SortPerson:
			m.run.persons++
		case SortBody:
			m.run.bodies++
		case SortPlace:
			m.run.places++
		}
	}
}

// sway weighs what the tagger says with what the words around a name say.
//
//	"Tveit went home. Tveit slept."     a person, though nothing else tells it
//	"Sunda rose by nine. Sunda fell."   a body
//	"the tanker Abu Sund", somewhere    a ship
//	"near Abu Sund", and nowhere else   a place, though men are called Abu
func (r *run) sway() {
	switch {
	case r.kind != "": // a word that makes it a body's name tells more
	case r.within == r.polled:
		r.place += 3
	case 2*r.persons > r.polled:
		r.person += 3
	case 2*r.places > r.polled:
		r.place += 3
	case 2*r.bodies > r.polled && r.person < 4 && r.place <= r.bodies && (len(r.keys) > 1 || r.bodies > 1 || r.speaks > 0):
		r.kind = stemma.KindOther
	}
	if r.craft && r.kind == "" && r.actor() {
		r.kind, r.person = stemma.KindOther, 0
	}
}
