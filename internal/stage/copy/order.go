package copy

import (
	"stemma"
)

// ordered says which of the two came first, if a credit line or two known days
// of publication do, and adds on what ground.
func ordered(c *stemma.Copy, x, y *stemma.Reading) *stemma.Copy {
	switch {
	case credits(x, y) && !credits(y, x):
		c.Order, c.Basis = stemma.OrderAfter, append(c.Basis, "credit line")
	case credits(y, x) && !credits(x, y):
		turn(c)
		c.Basis = append(c.Basis, "credit line")
	case c.Relation == stemma.RelationVersion && laterThan(x, y):
		c.Order, c.Basis = stemma.OrderAfter, append(c.Basis, "dateline")
	case c.Relation == stemma.RelationVersion && laterThan(y, x):
		turn(c)
		c.Basis = append(c.Basis, "dateline")
	}
	return c
}

// turn makes the later document the one that is told about.
func turn(c *stemma.Copy) {
	c.Document, c.Of = c.Of, c.Document
	c.Containment[0], c.Containment[1] = c.Containment[1], c.Containment[0]
	for i, p := range c.Shared {
		differs := make([]stemma.Difference, len(p.Differs))
		for j, d := range p.Differs {
			differs[j] = stemma.Difference{Here: d.There, There: d.Here}
		}
		c.Shared[i] = stemma.Passage{Here: p.There, There: p.Here, Differs: differs}
	}
	c.Order = stemma.OrderAfter
}

// credits reports whether a page names the other's outlet as where its text is
// from, while being another outlet itself.
//
//	"Source: The Harbour Times" under a text of The Harbour Times → yes
func credits(page, other *stemma.Reading) bool {
	return sameName(page.Publication.Agency, other.Publication.Outlet) && !sameName(page.Publication.Outlet, other.Publication.Outlet)
}

// laterThan reports whether x was surely published after y; a lent day or a page
// clock tells nothing.
func laterThan(x, y *stemma.Reading) bool {
	a, b := x.Publication.Published, y.Publication.Published
	return own(a) && own(b) && a.Earliest > b.Latest
}

func own(i stemma.Interval) bool {
	return i.Closed() && i.Basis != stemma.BasisCopy && i.Basis != stemma.BasisPageClock
}

// Lend is what a reading can give a copy of it that has no day or title of its
// own: only what stands on its own page as dateline, metadata or title, never
// what was lent to it and never a page clock. It returns the amended Given and
// whether it differs.
func Lend(from, to *stemma.Reading) (stemma.Given, bool) {
	given, changed := to.Given, false
	if i := from.Publication.Published; !to.Publication.Published.Closed() && lendable(i) {
		i.Basis, i.Words = stemma.BasisCopy, stemma.Span{}
		given.Published, changed = i, true
	}
	if t := from.Publication.Title; !to.Publication.Title.Known() && t.Known() && t.Basis != stemma.BasisCopy {
		given.Title, changed = t.Name, true
	}
	return given, changed
}

func lendable(i stemma.Interval) bool {
	return i.Closed() && (i.Basis == stemma.BasisDateline || i.Basis == stemma.BasisMetadata)
}
