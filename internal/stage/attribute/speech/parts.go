package speech

import (
	"stemma"
	"stemma/internal/learn"
)

// What a token is to a reporting word.
const (
	outside = iota
	ofSource
	ofCue
	ofContent
	parts
)

// unruled is the part of every token where the rules found no claim.
const unruled = parts

// partsOf labels the tokens of the sentence by the spans of a claim.
func (s *Sentence) partsOf(source, cue, content []stemma.Span, into []uint8) []uint8 {
	for _, t := range s.Tokens {
		switch {
		case overlaps(source, t.Span):
			into = append(into, ofSource)
		case overlaps(cue, t.Span):
			into = append(into, ofCue)
		case overlaps(content, t.Span):
			into = append(into, ofContent)
		default:
			into = append(into, outside)
		}
	}
	return into
}

// A view is a sentence as it is seen from one of its reporting words.
type view struct {
	*Sentence
	cue     int
	ruled   []uint8 // what the rules take each token for
	rule    uint64
	others  []facts // whether a token is source, cue or content of another claim of the rules
	branch  []int   // the token under the cue above each token, the token itself; -1 where it does not stand under the cue
	path    []uint64
	depth   []int
	commas  []int // between each token and the cue
	between []facts
	segment []segment
}

// A segment is what stands between two commas, semicolons, dashes or marks of
// quotation.
type segment struct {
	opens uint64 // the mark before it and its first word
	holds facts  // a verb, a report, the cue
}

// from looks at the sentence from token i; ruled is what the rules say of it, if
// anything, others what they say of the whole sentence.
func (s *Sentence) from(i int, ruled *Draft, others []Draft) *view {
	n := len(s.Tokens)
	v := &view{Sentence: s, cue: i, others: make([]facts, n), branch: make([]int, n), path: make([]uint64, n), depth: make([]int, n), commas: make([]int, n), between: make([]facts, n)}
	if ruled != nil {
		v.rule = learn.Hash(ruled.Rule)
		v.ruled = s.partsOf([]stemma.Span{ruled.Source}, []stemma.Span{ruled.Cue}, ruled.Content, nil)
	} else {
		v.ruled = make([]uint8, n)
		for k := range v.ruled {
			v.ruled[k] = unruled
		}
	}
	for k := range others {
		if d := &others[k]; d.verb != i {
			v.addOther(d)
		}
	}
	for k := range s.Tokens {
		v.climb(k)
	}
	v.walk(1)
	v.walk(-1)
	v.divide()
	return v
}

// addOther notes what the tokens are to another claim of the rules; what is said in one
// whose cue stands behind this one is told apart.
func (v *view) addOther(d *Draft) {
	inner := d.verb > v.cue
	for k, t := range v.Tokens {
		switch {
		case d.Source.Overlaps(t.Span):
			v.others[k] |= 1
		case d.Cue.Overlaps(t.Span):
			v.others[k] |= 2
		case overlaps(d.Content, t.Span) && inner:
			v.others[k] |= 4
		case overlaps(d.Content, t.Span):
			v.others[k] |= 8
		}
	}
}

// climb finds the way in the tree from token k to the cue.
func (v *view) climb(k int) {
	v.branch[k] = -1
	way, j := uint64(0), k
	for step := range v.Tokens {
		if j == v.cue {
			v.path[k], v.depth[k] = way, min(step, 6)
			return
		}
		above := v.above(j)
		if above < 0 {
			break
		}
		if above == v.cue {
			v.branch[k] = j
		}
		if step < 4 {
			way = way*31 + v.seen.relation[j]
		}
		j = above
	}
	v.path[k], v.depth[k] = 7, 7
	if v.under(v.cue, k) {
		v.path[k] = 11 + v.seen.relation[v.cue]
	} else if above := v.above(v.cue); above >= 0 && v.under(k, above) {
		v.path[k] = 13 + v.seen.relation[v.cue]
	}
}

// walk counts what is passed on the way from the cue to either end.
func (v *view) walk(step int) {
	commas := 0
	var passed facts
	for k := v.cue + step; k >= 0 && k < len(v.Tokens); k += step {
		v.commas[k], v.between[k] = min(commas, 3), passed
		switch {
		case v.word(k, ","):
			commas++
		case v.word(k, ";", "—", "–", "--", ":"):
			passed |= 1
		case v.word(k, "that", "whether"):
			passed |= 2
		case v.word(k, "but", "while", "although", "which", "who"):
			passed |= 4
		case v.word(k, "and", "but") && v.second(k):
			passed |= 32
		case v.tag(k, "VERB", "AUX") && !v.is(k, "amod", "compound"):
			passed |= 8
		case v.mark(k):
			passed |= 16
		}
	}
}

// second reports whether a report in the form of this one follows the
// conjunction k with no subject of its own: "said the gate was shut and accused …".
func (v *view) second(k int) bool {
	next := v.reportAfter(k)
	return next >= 0 && v.participle(next) == v.participle(v.cue)
}

// divide finds the segment of each token.
func (v *view) divide() {
	v.segment = make([]segment, len(v.Tokens))
	for a := 0; a < len(v.Tokens); {
		b := a + 1
		for b < len(v.Tokens) && !v.stop(b) && !v.mark(b) {
			b++
		}
		part := segment{opens: at(v.seen.word, a) + 31*at(v.seen.word, a+1)}
		for k := a; k < b; k++ {
			part.note(v, k)
		}
		for k := a; k < b; k++ {
			v.segment[k] = part
		}
		a = b
	}
}

// note adds to a segment what its token k is: a finite verb, another cue, this cue, a noun.
func (g *segment) note(v *view, k int) {
	if v.tag(k, "VERB", "AUX") && !v.gerund(k) && !v.is(k, "amod", "acl", "compound") && !v.word(k-1, "to") {
		g.holds |= 1
	}
	if v.others[k]&2 != 0 {
		g.holds |= 2
	}
	if k == v.cue {
		g.holds |= 4
	}
	if v.tag(k, "NOUN", "PROPN", "PRON") {
		g.holds |= 8
	}
}

// side is where token k stands: near before, far before, near behind, far behind.
func (v *view) side(k int) uint64 {
	away := k - v.cue
	switch {
	case away == 0:
		return 0
	case away < -8:
		return 1
	case away < -2:
		return 2
	case away < 0:
		return 3
	case away <= 2:
		return 4
	case away <= 8:
		return 5
	}
	return 6
}

// places are what is seen of each token, from the cue.
func (v *view) places() []learn.Place {
	out := make([]learn.Place, len(v.Tokens))
	const seen, turns = 52, 12
	room := make([]learn.Feature, 0, len(out)*(seen+turns))
	for k := range out {
		start := len(room)
		room = v.observe(k, room)
		middle := len(room)
		room = v.turn(k, room)
		out[k] = learn.Place{Seen: room[start:middle:middle], Turns: room[middle:len(room):len(room)]}
	}
	return out
}

// ruledAt is what the rules take token k for; one value more beyond either end.
func (v *view) ruledAt(k int) uint64 {
	if k < 0 || k >= len(v.ruled) {
		return unruled + 1
	}
	return uint64(v.ruled[k])
}

// quoting tells how token k stands to the quotations.
func (v *view) quoting(k int) facts {
	var f facts
	f.add(v.quoted[k] >= 0)
	f.add(v.quoted[k] == v.quoted[v.cue])
	f.add(v.opens(k))
	f.add(v.closes(k))
	f.add(v.opens(k + 1))
	f.add(v.closes(k - 1))
	return f
}

// segmentAt is the segment of token k, an empty one behind the last.
func (v *view) segmentAt(k int) segment {
	if k >= len(v.segment) {
		return segment{}
	}
	return v.segment[k]
}

// branchRelation is how the branch of token k hangs on the cue; beside the cue, the way to it.
func (v *view) branchRelation(k int) uint64 {
	if b := v.branch[k]; b >= 0 {
		return v.seen.relation[b]
	}
	return v.path[k]
}

// observe is what is seen of token k: the word as the rules and the tree have it,
// then the way to the cue and what stands between.
func (v *view) observe(k int, into []learn.Feature) []learn.Feature {
	n := notes{template: 300, into: into}
	v.observeWord(k, &n)
	v.observeWay(k, &n)
	return n.into
}

// notes collect features, each under a template of its own.
type notes struct {
	template uint64
	into     []learn.Feature
}

// one notes one value.
func (n *notes) one(a uint64) { n.template++; n.into = append(n.into, learn.One(n.template, a)) }

// two notes two values together.
func (n *notes) two(a, b uint64) { n.template++; n.into = append(n.into, learn.Two(n.template, a, b)) }

// three notes three values together.
func (n *notes) three(a, b, c uint64) {
	n.template++
	n.into = append(n.into, learn.Three(n.template, a, b, c))
}

// sides tells what stands behind the cue, 1, from the rest, 0.
func (v *view) sides(k int) uint64 {
	if k > v.cue {
		return 1
	}
	return 0
}

// observeWord notes the word itself, its neighbours, and what the rules take it for. The
// order of what is noted is that of the weights.
func (v *view) observeWord(k int, n *notes) {
	o, side, sides, ruled := &v.seen, v.side(k), v.sides(k), v.ruledAt(k)
	lemma, branch, quoting, between, commas := o.lemma[v.cue], v.branchRelation(k), uint64(v.quoting(k)), uint64(v.between[k]), uint64(v.commas[k])
	n.one(ruled)
	n.two(ruled, v.rule)
	n.three(ruled, v.ruledAt(k-1), v.ruledAt(k+1))
	n.two(ruled, lemma)
	n.two(ruled, side)
	n.two(ruled, branch)
	n.two(ruled, o.tag[k])
	n.two(ruled, uint64(v.others[k]))
	n.two(ruled, quoting)
	n.two(ruled, between)
	n.two(ruled, commas)
	n.two(side, o.tag[k])
	n.two(side, o.word[k])
	n.two(side, o.relation[k])
	n.two(side, branch)
	n.two(side, v.rule)
	n.two(side, lemma)
	n.two(side, quoting)
	n.two(side, uint64(v.others[k]))
	n.three(sides, o.word[k], at(o.word, k+1))
	n.three(sides, o.word[k], at(o.word, k-1))
	n.three(at(o.tag, k-1), o.tag[k], at(o.tag, k+1))
	n.two(sides, at(o.word, k-1))
	n.two(sides, at(o.word, k+1))
	n.two(branch, lemma)
	n.two(branch, v.rule)
	n.three(branch, uint64(v.depth[k]), o.tag[k])
	n.two(branch, o.word[k])
}

// observeWay notes the way from the token to the cue and what stands between. The order
// of what is noted is that of the weights.
func (v *view) observeWay(k int, n *notes) {
	o, sides, ruled := &v.seen, v.sides(k), v.ruledAt(k)
	lemma, branch, quoting, between, commas := o.lemma[v.cue], v.branchRelation(k), uint64(v.quoting(k)), uint64(v.between[k]), uint64(v.commas[k])
	n.one(v.path[k])
	n.two(v.path[k], lemma)
	n.two(v.path[k], v.rule)
	n.three(sides, commas, between)
	n.three(sides, commas, branch)
	n.three(sides, commas, v.rule)
	n.three(sides, between, v.rule)
	n.two(sides, v.who(k))
	n.three(sides, v.who(k), branch)
	n.two(quoting, between)
	n.two(quoting, v.rule)
	n.two(o.relation[k], at(o.lemma, v.above(k)))
	n.two(o.tag[k], o.tag[v.cue])
	n.two(o.word[k], o.relation[v.cue])
	part := v.segment[k]
	n.two(sides, part.opens)
	n.three(sides, part.opens, v.rule)
	n.three(sides, part.opens, ruled)
	n.three(sides, part.opens, uint64(part.holds))
	n.three(sides, uint64(part.holds), ruled)
	n.three(sides, uint64(part.holds), commas)
	n.three(ruled, uint64(part.holds), v.rule)
	n.two(part.opens, branch)
}

// turn is what is seen of token k together with what the token before it is.
func (v *view) turn(k int, into []learn.Feature) []learn.Feature {
	o, ruled := &v.seen, v.ruledAt(k)
	crossing := uint64(2)
	if away := k - v.cue; away >= -1 && away <= 2 {
		crossing = uint64(away + 4)
	}
	same := uint64(0)
	if k > 0 && v.branch[k] == v.branch[k-1] {
		same = 1
	}
	return append(into,
		learn.One(400, 0),
		learn.Two(401, ruled, v.ruledAt(k-1)),
		learn.Three(402, ruled, v.ruledAt(k-1), v.rule),
		learn.One(403, o.tag[k]),
		learn.One(404, o.word[k]),
		learn.Two(405, at(o.tag, k-1), o.tag[k]),
		learn.Two(406, at(o.word, k-1), o.tag[k]),
		learn.Two(407, crossing, same),
		learn.Three(408, same, v.branchRelation(k), o.tag[k]),
		learn.Two(409, uint64(v.quoting(k)), crossing),
		learn.Two(410, at(o.word, k-1), o.word[k]),
		learn.Three(411, ruled, v.ruledAt(k-1), o.word[k]),
		learn.Three(412, ruled, v.ruledAt(k-1), at(o.word, k+1)),
		learn.Two(413, o.word[k], uint64(v.segmentAt(k+1).holds)),
		learn.Two(414, o.word[k], v.segment[k].opens),
	)
}
