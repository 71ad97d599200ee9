package main

import (
	"cmp"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/stage/attribute/speech"
)

// A claimScore counts claims and their parts: what was marked, what was found,
// what is right.
type claimScore struct{ claims, sources, cues, contents, meant counts }

// counts are how many of a kind were marked, found, and found as marked.
type counts struct{ marked, found, right int }

func (c counts) precision() float64 { return percent(c.right, c.found) }
func (c counts) recall() float64    { return percent(c.right, c.marked) }
func (c counts) f1() float64        { return percent(2*c.right, c.marked+c.found) }

// String is precision, recall and F1, in per cent.
func (c counts) String() string {
	return fmt.Sprintf("P %5.1f R %5.1f F1 %5.1f", c.precision(), c.recall(), c.f1())
}

func (c *counts) add(marked, found, right bool) {
	c.marked += one(marked)
	c.found += one(found)
	c.right += one(right)
}

// plus is the sum of two scores.
func (s claimScore) plus(o claimScore) claimScore {
	return claimScore{s.claims.plus(o.claims), s.sources.plus(o.sources), s.cues.plus(o.cues), s.contents.plus(o.contents), s.meant.plus(o.meant)}
}

func (c counts) plus(o counts) counts {
	return counts{c.marked + o.marked, c.found + o.found, c.right + o.right}
}

// score compares the claims found in a report with those marked. A claim is
// right if half of the words of both contents are shared; a part only if it
// stands exactly where it was marked.
func (s *claimScore) score(r report, found []stemma.Claim) {
	pairs := pairs(r, found)
	taken := map[int]bool{}
	for i, m := range r.marked {
		k := pairs[i]
		if k < 0 {
			s.parts(m, nil)
			s.claims.add(true, false, false)
			continue
		}
		taken[k] = true
		s.parts(m, &found[k])
		s.claims.add(true, true, alike(m.Content, found[k].Content) >= half)
		s.identity(r, i, found[k].Source)
	}
	for k := range found {
		if !taken[k] {
			s.parts(speech.Marked{}, &found[k])
			s.claims.add(false, true, false)
		}
	}
}

// identity counts the sources that are a pronoun or a short form: how many the
// program tells the name of, and how many rightly.
func (s *claimScore) identity(r report, i int, source stemma.Source) {
	want := r.meant[i]
	if want == "" || source.Span.Empty() || !slices.ContainsFunc(r.marked[i].Source, source.Span.Overlaps) {
		return
	}
	s.meant.add(true, source.Name != r.reading.Words(source.Span), r.isMeant(i, source))
}

// isMeant reports whether a source goes by the name of who is meant in claim i.
func (r report) isMeant(i int, source stemma.Source) bool {
	names := []string{source.Name}
	if a := r.reading.Actor(source.Actor); a != nil {
		for _, m := range a.Mentions {
			if m.Form == stemma.FormName {
				names = append(names, r.reading.Words(m.Span))
			}
		}
	}
	return goesBy(names, r.meant[i])
}

const half = 0.5

func (s *claimScore) parts(m speech.Marked, c *stemma.Claim) {
	var source, cue, content []stemma.Span
	if c != nil {
		source, cue, content = bare(c.Source.Span), bare(c.Cue), c.Content
	}
	s.sources.add(len(m.Source) > 0, len(source) > 0, len(source) > 0 && slices.Equal(m.Source, source))
	s.cues.add(len(m.Cue) > 0, len(cue) > 0, len(cue) > 0 && slices.Equal(m.Cue, cue))
	s.contents.add(len(m.Content) > 0, len(content) > 0, len(content) > 0 && slices.Equal(m.Content, content))
}

func bare(s stemma.Span) []stemma.Span {
	if s.Empty() {
		return nil
	}
	return []stemma.Span{s}
}

// pairs are, for each marked claim, the found one that stands for it, or -1:
// one to one, those with the same cue and the most content in common first.
func pairs(r report, found []stemma.Claim) []int {
	type pair struct {
		i, k  int
		worth float64
	}
	var all []pair
	for i, m := range r.marked {
		for k, c := range found {
			worth := alike(m.Content, c.Content)
			if same := slices.ContainsFunc(m.Cue, c.Cue.Overlaps); same {
				worth++
			}
			if worth >= half {
				all = append(all, pair{i, k, worth})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int { return cmp.Compare(b.worth, a.worth) })
	out := slices.Repeat([]int{-1}, len(r.marked))
	taken := map[int]bool{}
	for _, p := range all {
		if out[p.i] < 0 && !taken[p.k] {
			out[p.i], taken[p.k] = p.k, true
		}
	}
	return out
}

// alike is the share of characters that two contents have in common.
func alike(a, b []stemma.Span) float64 {
	shared, all := 0, 0
	for _, x := range a {
		all += x.Len()
		for _, y := range b {
			shared += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range b {
		all += y.Len()
	}
	return float64(shared) / float64(max(all-shared, 1))
}
