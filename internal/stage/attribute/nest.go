package attribute

import (
	"cmp"
	"slices"

	"stemma"
)

// nest finds for each claim the one whose content holds it, and gives "citing
// two clerks" the content of the claim that it stands beside.
func nest(text stemma.Text, drafts []draft) []draft {
	drafts = withThrough(text, drafts)
	slices.SortStableFunc(drafts, func(a, b draft) int {
		return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.cue.Start, b.cue.Start))
	})
	for i := range drafts {
		drafts[i].parent = -1
	}
	// A content spans few sentences: claims farther apart in the list than
	// this cannot hold each other.
	const reach = 48
	for i := range drafts {
		for j := max(0, i-reach); j < min(len(drafts), i+reach); j++ {
			if i != j && holds(drafts[j], drafts[i]) && (drafts[i].parent < 0 || narrower(drafts[j], drafts[drafts[i].parent])) {
				drafts[i].parent = j
			}
		}
	}
	return drafts
}

// holds reports whether claim a's content holds claim b.
func holds(a, b draft) bool {
	if b.through && !a.through && slices.Equal(a.content, b.content) {
		return a.sentence == b.sentence
	}
	return covers(a.content, b.cue) && !covers(b.content, a.cue) && (b.source.Empty() || overlaps(a.content, b.source) || covers(a.content, b.cue))
}

// narrower reports whether claim a lies deeper than b; of two over the same
// words the one that is cited.
//
//	"Meridian reported, citing a clerk, that two men had said …" → what they said is inside what the clerk says
func narrower(a, b draft) bool {
	if size(a.content) == size(b.content) {
		return a.through && !b.through
	}
	return size(a.content) < size(b.content)
}

func size(spans []stemma.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

// withThrough fills the content of each "citing two clerks" from the claim
// nearest to it in its sentence, out of which those words are cut; one without
// such a claim is dropped.
func withThrough(text stemma.Text, drafts []draft) []draft {
	for i, d := range drafts {
		if !d.through {
			continue
		}
		k := beside(drafts, i)
		if k < 0 {
			continue
		}
		drafts[k].content = tidy(text, minus(drafts[k].content, d.cue.Join(d.source)))
		drafts[i].content = drafts[k].content
	}
	return slices.DeleteFunc(drafts, func(d draft) bool { return len(d.content) == 0 })
}

// beside is the claim of the same sentence whose cue is nearest to that of claim
// i, or -1. The drafts are in the order of the sentences.
func beside(drafts []draft, i int) int {
	a, b := i, i
	for a > 0 && drafts[a-1].sentence == drafts[i].sentence {
		a--
	}
	for b+1 < len(drafts) && drafts[b+1].sentence == drafts[i].sentence {
		b++
	}
	best, distance := -1, 0
	for k := a; k <= b; k++ {
		if drafts[k].through || drafts[k].source.Empty() {
			continue
		}
		away := max(drafts[k].cue.Start-drafts[i].cue.Start, drafts[i].cue.Start-drafts[k].cue.Start)
		if best < 0 || away < distance {
			best, distance = k, away
		}
	}
	return best
}
