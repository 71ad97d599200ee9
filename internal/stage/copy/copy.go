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
const Version = "copy/1"

// The thresholds were set on pairs of news reports judged by hand: wire stories
// in two outlets, reposts, an outlet's own rewrites, and the traps, such as a
// house's background paragraph under every report.
const (
	certain   = 0.60 // of one body stands in the other: a copy, unless it is all background
	likely    = 0.30 // as much, spread over both texts: a copy edited or a version
	atFront   = 0.08 // of the first three fifths of either text, at least
	spread    = 0.20 // the same, where less is shared
	fewRuns   = 3    // runs that an edited copy shares at least
	fewBlocks = 3    // paragraphs that it shares at least, where the texts have that many
	most      = 0.80 // of both: nothing but trimming
	quotable  = 40   // words: a passage that is more than a quotation
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
		Basis: []string{"shared text"}, Order: stemma.OrderUnknown, Shared: l.passages(),
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
	front := min(l.front())
	switch c := max(here, there); {
	case c >= certain && front >= atFront, c >= likely && front >= spread && l.scattered():
		return l.edited(x, y), true
	case l.longest() >= quotable && c >= likely/2 && (credits(x, y) || credits(y, x)):
		return stemma.RelationExcerpt, true
	}
	return "", false
}

// front is the share of the first three fifths of either text that is shared.
func (l alignment) front() (here, there float64) {
	a, b := len(l.a)*3/5, len(l.b)*3/5
	var inA, inB int
	for _, r := range l.runs {
		inA += max(0, min(r.here+r.length, a)-r.here)
		inB += max(0, min(r.there+r.length, b)-r.there)
	}
	return float64(inA) / float64(max(a, 1)), float64(inB) / float64(max(b, 1))
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
	here, there := l.shared(any)
	p, q := x.Publication, y.Publication
	same := sameName(p.Outlet, q.Outlet) || sameName(p.Agency, q.Agency)
	if same && max(here, there) < most {
		return stemma.RelationVersion
	}
	return stemma.RelationCopy
}

func sameName(a, b stemma.Words) bool { return a.Known() && a.Name == b.Name }
