package speech

import (
	"cmp"
	"slices"

	"stemma"
)

// nest finds for each claim the one whose content holds it, and gives "citing
// two clerks" the content of the claim that it stands beside.
func nest(text stemma.Text, drafts []Draft) []Draft {
	drafts = withThrough(text, drafts)
	slices.SortStableFunc(drafts, func(a, b Draft) int {
		return cmp.Or(cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Cue.Start, b.Cue.Start))
	})
	for i := range drafts {
		drafts[i].Parent = -1
	}
	// A content spans few sentences: claims farther apart in the list than
	// this cannot hold each other.
	const reach = 48
	for i := range drafts {
		for j := max(0, i-reach); j < min(len(drafts), i+reach); j++ {
			if i != j && holds(drafts[j], drafts[i]) && (drafts[i].Parent < 0 || narrower(drafts[j], drafts[drafts[i].Parent])) {
				drafts[i].Parent = j
			}
		}
	}
	return drafts
}

// holds reports whether claim a's content holds claim b.
func holds(a, b Draft) bool {
	if b.through && !a.through && slices.Equal(a.Content, b.Content) {
		return a.Sentence == b.Sentence
	}
	return covers(a.Content, b.Cue) && !covers(b.Content, a.Cue) && (b.Source.Empty() || overlaps(a.Content, b.Source) || covers(a.Content, b.Cue))
}

// narrower reports whether claim a lies deeper than b; of two over the same
// words the one that is cited.
//
//	"Meridian reported, citing a clerk, that two men had said …" → what they said is inside what the clerk says
func narrower(a, b Draft) bool {
	if size(a.Content) == size(b.Content) {
		return a.through && !b.through
	}
	return size(a.Content) < size(b.Content)
}

// size is how many characters spans have together.
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
func withThrough(text stemma.Text, drafts []Draft) []Draft {
	for i, d := range drafts {
		if !d.through {
			continue
		}
		k := beside(drafts, i)
		if k < 0 {
			continue
		}
		drafts[k].Content = tidy(text, minus(drafts[k].Content, d.Cue.Join(d.Source)))
		drafts[i].Content = drafts[k].Content
	}
	return slices.DeleteFunc(drafts, func(d Draft) bool { return len(d.Content) == 0 })
}

// beside is the claim of the same sentence whose cue is nearest to that of claim
// i, or -1. The drafts are in the order of the sentences.
func beside(drafts []Draft, i int) int {
	a, b := i, i
	for a > 0 && drafts[a-1].Sentence == drafts[i].Sentence {
		a--
	}
	for b+1 < len(drafts) && drafts[b+1].Sentence == drafts[i].Sentence {
		b++
	}
	best, distance := -1, 0
	for k := a; k <= b; k++ {
		if drafts[k].through || drafts[k].Source.Empty() {
			continue
		}
		away := max(drafts[k].Cue.Start-drafts[i].Cue.Start, drafts[i].Cue.Start-drafts[k].Cue.Start)
		if best < 0 || away < distance {
			best, distance = k, away
		}
	}
	return best
}
