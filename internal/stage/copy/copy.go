// Package copy tells which documents carry one text: copies, later versions,
// excerpts. It compares bodies only and leaves to others what such texts are
// worth: that they count once. In: two readings; out: how much of each stands in
// the other, which passages, how they differ, and why we say that it is a copy.
//
//	a wire story and its cut reprint on a blog → copy, containment 0.45 and 0.98
//	two reports with one paragraph on how the war began → nothing
package copy

import (
	"stemma"
)

// Version changes with the rules below.
const Version = "copy/2"

// The thresholds were set on pairs of news reports judged by hand: wire stories
// in two outlets, reposts, an outlet's own rewrites, and the traps, such as a
// house's background paragraph under every report. A front is the first three
// fifths of a text, a lead its first fifth.
const (
	whole    = 0.80 // of one body stands in the other: nothing but trimming
	certain  = 0.60 // of one body: a copy, unless it is all background
	trimmed  = 0.50 // of one body, and
	opening  = 0.40 // of its front: a brief, if the other begins with some of it
	joined   = 0.40 // of one body, and
	entire   = 0.90 // of a lead: a report cut short, or put on one page with another
	likely   = 0.30 // of one body, spread over both texts: a copy edited or a version
	spread   = 0.20 // of either front, where less is shared
	atFront  = 0.08 // of either front, at least
	quotable = 40   // words: a passage that is more than a quotation

	fewRuns   = 3 // runs that an edited copy shares at least
	fewBlocks = 3 // paragraphs that it shares at least, where the texts have that many
)

// Compare aligns two readings and says whether one text stands in both; nil if
// not. The result does not depend on the order of the two.
func Compare(x, y *stemma.Reading) *stemma.Copy {
	if y.Document < x.Document {
		x, y = y, x
	}
	l := align(words(x), words(y))
	relation, ok := l.relation(x, y)
	if !ok {
		return nil
	}
	here, there := l.shared(any)
	out := &stemma.Copy{
		Document: x.Document, Of: y.Document, Relation: relation, Containment: [2]float64{here, there},
		Basis: []string{"shared text"}, Order: stemma.OrderUnknown, Shared: l.refined().passages(),
	}
	if relation == stemma.RelationVersion {
		out.Basis = append(out.Basis, house(x, y))
	}
	return ordered(out, x, y)
}

func any(word) bool { return true }

func unquoted(w word) bool { return !w.quoted }

// relation says what two aligned texts are to each other. Background goes last
// in news, so what is shared only there makes no copy; and a quotation is
// anybody's to print, so it does not count.
func (l alignment) relation(x, y *stemma.Reading) (stemma.CopyRelation, bool) {
	here, there := l.shared(unquoted)
	switch c := max(here, there); {
	case c >= whole || c >= likely && l.leads(c, here > there):
		return l.edited(x, y), true
	case c >= likely/2 && (credits(x, y) || credits(y, x)) && l.longest() >= quotable:
		return stemma.RelationExcerpt, true
	}
	return "", false
}

// leads reports whether enough of what two texts share stands where they begin;
// first tells which of the two is held by the other.
//
//	a brief of the wire's first two sentences, the second edited → yes
//	two reports that end with the same four paragraphs           → no
func (l alignment) leads(c float64, first bool) bool {
	inside, around := l.beginnings(3)
	if !first {
		inside, around = around, inside
	}
	least := min(inside.share(), around.share())
	switch {
	case c >= certain && least >= atFront, c >= joined && l.led():
		return true
	case !l.scattered():
		return false
	case c >= trimmed && inside.share() >= opening:
		return ratio(around.shared, min(inside.words, around.words)) >= spread
	}
	return least >= spread
}

// led reports whether the lead of either text stands in the other.
func (l alignment) led() bool {
	a, b := l.beginnings(1)
	return max(a.share(), b.share()) >= entire
}

// A beginning is how many words a text begins with, and how many of them are
// shared.
type beginning struct{ words, shared int }

func (f beginning) share() float64 { return ratio(f.shared, f.words) }

// beginnings are so many fifths of either text, from its first word on.
func (l alignment) beginnings(fifths int) (a, b beginning) {
	a.words, b.words = len(l.a)*fifths/5, len(l.b)*fifths/5
	for _, r := range l.runs {
		a.shared += max(0, min(r.here+r.length, a.words)-r.here)
		b.shared += max(0, min(r.there+r.length, b.words)-r.there)
	}
	return a, b
}

// scattered reports whether the shared words are strewn over the text, as an
// editor's cuts leave them, and are not one block that both have pasted in.
func (l alignment) scattered() bool {
	blocks := map[int]bool{}
	for _, w := range l.a {
		blocks[w.number] = true
	}
	return len(l.runs) >= fewRuns && (len(blocks) <= fewBlocks || l.paragraphs() >= fewBlocks)
}

// edited tells a copy from a later version of the same report: a version is its
// own outlet's or agency's, and more than trimmed.
func (l alignment) edited(x, y *stemma.Reading) stemma.CopyRelation {
	if here, there := l.shared(any); house(x, y) != "" && max(here, there) < whole {
		return stemma.RelationVersion
	}
	return stemma.RelationCopy
}

// house is what two pages have in common of those who wrote them; "" if nothing.
func house(x, y *stemma.Reading) string {
	switch p, q := x.Publication, y.Publication; {
	case sameName(p.Outlet, q.Outlet):
		return "same outlet"
	case sameName(p.Agency, q.Agency):
		return "same agency"
	}
	return ""
}

func sameName(a, b stemma.Words) bool { return a.Known() && a.Name == b.Name }
