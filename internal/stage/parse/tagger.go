package parse

import "stemma/internal/learn"

// A tag is a part of speech as the tagger knows it: the universal one and the
// finer one of the Penn treebank, which tells tenses and numbers apart.
type tag struct {
	universal, fine string
	both, universe  uint64 // fingerprints
}

func newTag(universal, fine string) tag {
	return tag{universal, fine, learn.Hash(universal + "|" + fine), learn.Hash(universal)}
}

var outside = (&folder{}).word("</s>", false)

// tagFeatures describes token i with the tags before it, 0 for none.
func tagFeatures(fs []learn.Feature, words []word, i int, before, earlier uint64) []learn.Feature {
	at := func(j int) *word {
		if j < 0 || j >= len(words) {
			return &outside
		}
		return &words[j]
	}
	w, a, b, c, d := at(i), at(i-1), at(i+1), at(i-2), at(i+2)
	class, nextClass := uint64(w.class), uint64(b.class)
	one, two, three := learn.One, learn.Two, learn.Three
	return append(fs[:0],
		one(1, w.form), one(2, w.lower), one(3, w.suffix[1]), one(4, w.suffix[2]), one(5, w.suffix[3]), one(6, w.suffix[4]),
		one(7, w.prefix[1]), one(8, w.prefix[2]), one(9, w.prefix[3]), one(10, w.shape), one(11, w.flags),
		one(12, a.lower), one(13, b.lower), one(14, c.lower), one(15, d.lower), one(16, before),
		two(17, before, earlier), two(18, before, w.lower), two(19, a.lower, w.lower), two(20, w.lower, b.lower),
		one(21, a.suffix[3]), one(22, b.suffix[3]), one(23, b.shape), one(24, a.shape), two(25, before, b.lower),
		two(26, w.suffix[3], b.suffix[3]), two(27, before, w.suffix[3]), two(28, w.shape, b.shape),
		three(29, before, w.suffix[2], b.suffix[2]), two(30, w.flags, w.suffix[3]), three(31, a.lower, w.suffix[3], b.lower),
		two(32, w.shape, before), two(33, b.lower, d.lower), one(34, b.suffix[2]), two(35, w.flags, b.flags), two(36, earlier, w.lower),
		one(40, class), two(41, class, before), two(42, class, w.flags), two(43, class, nextClass), two(44, class, w.suffix[3]),
		one(45, nextClass), two(46, uint64(a.class), class), three(47, before, class, nextClass), two(48, w.class.usual(), w.flags),
		three(49, before, class, w.flags), three(50, class, w.flags, a.lower),
	)
}

// A scorer is a linear model, in training or packed.
type scorer interface {
	Score([]learn.Feature, []int32)
}

// A tagger tags one sentence at a time from left to right.
type tagger struct {
	tags   []tag
	sure   map[uint64]uint8 // forms that have hardly ever had another tag
	scorer scorer

	features []learn.Feature
	scores   []int32
}

// tag appends the index of each word's tag to into.
func (t *tagger) tag(words []word, into []uint8) []uint8 {
	t.scores = sized(t.scores, len(t.tags))
	before, earlier := uint64(0), uint64(0)
	for i := range words {
		best := t.best(words, i, before, earlier)
		into = append(into, best)
		before, earlier = uint64(best)+1, before
	}
	return into
}

func (t *tagger) best(words []word, i int, before, earlier uint64) uint8 {
	if sure, ok := t.sure[words[i].form]; ok {
		return sure
	}
	t.features = tagFeatures(t.features, words, i, before, earlier)
	t.scorer.Score(t.features, t.scores)
	return uint8(learn.Best(t.scores))
}

func sized(scores []int32, n int) []int32 {
	if cap(scores) < n {
		return make([]int32, n)
	}
	return scores[:n]
}
