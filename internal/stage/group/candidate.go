package group

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

// candidates weighs the pairs of tellings that share a clue, and returns those
// with enough evidence, strongest first, ties in the order of ids.
func candidates(tellings []stemma.Telling, aligned aligner) []link {
	ring, follows := newRing(tellings, aligned), sequels(tellings)
	var out []link
	for i := range tellings {
		for _, k := range ring.near(&tellings[i]) {
			if k <= i {
				continue
			}
			if l, ok := weigh(&tellings[i], &tellings[k], aligned.tie(follows, &tellings[i], &tellings[k])); ok {
				l.a, l.b = i, k
				out = append(out, l)
			}
		}
	}
	slices.SortFunc(out, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return out
}

// A ring finds the tellings that share a clue with one, a document with it, or
// stand in a copy of its document.
type ring struct {
	byClue map[uint64][]int
	byPage map[string][]int // by type and document
	twins  map[string][]string
}

func newRing(tellings []stemma.Telling, aligned aligner) ring {
	r := ring{map[uint64][]int{}, map[string][]int{}, aligned.twins()}
	for i := range tellings {
		t := &tellings[i]
		for _, clue := range cluesOf(t).shown {
			r.byClue[clue] = append(r.byClue[clue], i)
		}
		page := deed(t) + " " + t.Document
		r.byPage[page] = append(r.byPage[page], i)
	}
	return r
}

// near are the indices of the tellings near one, sorted.
func (r ring) near(t *stemma.Telling) []int {
	out := slices.Clone(r.byPage[deed(t)+" "+t.Document])
	for _, clue := range cluesOf(t).sought {
		out = append(out, r.byClue[clue]...)
	}
	for _, twin := range r.twins[t.Document] {
		out = append(out, r.byPage[deed(t)+" "+twin]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// An aligner knows which stretches of two documents are one passage.
type aligner map[[2]string][]stemma.Passage

func passages(copies []stemma.Copy) aligner {
	out := aligner{}
	for _, c := range copies {
		out[[2]string{c.Document, c.Of}] = c.Shared
	}
	return out
}

// twins are the documents that each is a copy of, or that are of it.
func (x aligner) twins() map[string][]string {
	out := map[string][]string{}
	for pair := range x {
		out[pair[0]], out[pair[1]] = append(out[pair[0]], pair[1]), append(out[pair[1]], pair[0])
	}
	return out
}

// tie is what two tellings have to do with each other on their pages.
func (x aligner) tie(follows map[string]string, a, b *stemma.Telling) tie {
	return tie{aligned: x.same(a, b), sequel: follows[a.Event.ID] == b.Event.ID || follows[b.Event.ID] == a.Event.ID}
}

// same reports whether two events are one telling in two copies: their triggers lie
// in one passage, as far from either end of it, give or take what was edited, or in
// clauses of the same words.
func (x aligner) same(a, b *stemma.Telling) bool {
	for _, p := range x[[2]string{a.Document, b.Document}] {
		if matches(p.Here, p.There, a, b) {
			return true
		}
	}
	for _, p := range x[[2]string{b.Document, a.Document}] {
		if matches(p.There, p.Here, a, b) {
			return true
		}
	}
	return false
}

func matches(here, there stemma.Span, a, b *stemma.Telling) bool {
	if !here.Contains(a.Event.Trigger) || !there.Contains(b.Event.Trigger) || a.Trigger != b.Trigger {
		return false
	}
	const edits, phrase = 60, 5 // bytes that edits may shift a trigger; words of a clause that is no stock phrase
	before := (a.Event.Trigger.Start - here.Start) - (b.Event.Trigger.Start - there.Start)
	after := (here.End - a.Event.Trigger.End) - (there.End - b.Event.Trigger.End)
	return max(before, -before) <= edits || max(after, -after) <= edits || a.Words == b.Words && len(strings.Fields(a.Words)) >= phrase
}
