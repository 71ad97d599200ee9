package parse

import "stemma/internal/learn"

// A node is what the parser sees of a token.
type node struct{ word, tag, part uint64 } // part: the universal part of speech

var (
	noNode   = edge("<none>")
	rootNode = edge("<root>")
	partAux  = learn.Hash("AUX")
)

func edge(name string) node {
	return node{learn.Hash(name), learn.Hash(name), learn.Hash(name)}
}

// moveFeatures describes a state to the model that picks the next move: the top
// of the stack (s), the front of the buffer (b), their children and the labels
// of those.
func moveFeatures(fs []learn.Feature, st *learn.State, nodes []node) []learn.Feature {
	one, two, three := learn.One, learn.Two, learn.Three
	S0, S1, B0 := st.Top(0), st.Top(1), st.Next(0)
	s0, s1, s2 := &nodes[S0], &nodes[S1], &nodes[st.Top(2)]
	b0, b1, b2 := &nodes[B0], &nodes[st.Next(1)], &nodes[st.Next(2)]
	k0, k1, kb := &st.Kids[S0], &st.Kids[S1], &st.Kids[B0]
	s0l, s0r, s1l, s1r, b0l := &nodes[k0.First], &nodes[k0.Last], &nodes[k1.First], &nodes[k1.Last], &nodes[kb.First]
	s0l2, s0r2, s1r2, b0l2 := &nodes[k0.Second], &nodes[k0.Before], &nodes[k1.Before], &nodes[kb.Second]
	apart, below := distance(S0, B0), distance(S1, S0)
	fs = append(fs[:0],
		one(1, s0.word), one(2, s0.tag), two(3, s0.word, s0.tag), one(4, s1.word), one(5, s1.tag), two(6, s1.word, s1.tag),
		one(7, b0.word), one(8, b0.tag), two(9, b0.word, b0.tag), one(10, b1.word), one(11, b1.tag), two(12, b1.word, b1.tag),
		one(13, b2.word), one(14, b2.tag), one(15, s2.tag), one(16, s2.word),
		two(17, s0.word, b0.word), three(18, s0.word, s0.tag, b0.tag), three(19, s0.tag, b0.word, b0.tag), two(20, s0.tag, b0.tag),
		two(21, s0.word, b0.tag), two(22, s0.tag, b0.word), two(23, s1.word, s0.word), two(24, s1.tag, s0.tag),
		two(25, s1.word, s0.tag), two(26, s1.tag, s0.word), two(27, s1.tag, b0.tag), two(28, s1.word, b0.word),
		two(29, b0.tag, b1.tag), two(30, b0.word, b1.tag), two(31, b0.tag, b1.word), two(32, b0.word, b1.word),
		three(33, b0.tag, b1.tag, b2.tag), three(34, s0.tag, b0.tag, b1.tag), three(35, s1.tag, s0.tag, b0.tag),
		three(36, s2.tag, s1.tag, s0.tag), three(37, s0.word, b0.tag, b1.tag), three(38, s1.tag, s0.tag, b0.word),
		three(39, s1.tag, s0.word, b0.tag), three(40, s1.word, s0.tag, b0.tag), three(76, s1.word, s0.word, b0.tag),
		three(77, s1.part, s0.part, b0.part),
		three(41, s0.tag, s0l.tag, b0.tag), three(42, s0.tag, s0r.tag, b0.tag), three(43, s1.tag, s1r.tag, s0.tag),
		three(44, s1.tag, s1l.tag, s0.tag), three(45, s0.tag, b0.tag, b0l.tag), three(46, s1.tag, s0.tag, s0l.tag),
		three(47, s1.tag, s0.tag, s0r.tag), three(48, s1.tag, s0.tag, b0l.tag),
		two(49, s0.word, apart), two(50, s0.tag, apart), two(51, b0.word, apart), two(52, b0.tag, apart),
		three(53, s0.tag, b0.tag, apart), three(54, s1.tag, s0.tag, below), two(55, s1.word, below), two(56, s0.word, below),
		two(57, s0.word, few(k0.Lefts)), three(58, s0.tag, few(k0.Lefts), few(k0.Rights)), two(59, s0.word, few(k0.Rights)),
		two(60, b0.word, few(kb.Lefts)), two(61, b0.tag, few(kb.Lefts)), two(62, s1.word, few(k1.Rights)),
		three(63, s1.tag, few(k1.Rights), few(k1.Lefts)),
		two(64, s0.tag, s0l.word), two(65, s0.tag, s0r.word), two(66, b0.tag, b0l.word), two(67, s1.tag, s1r.word),
		two(68, s0l.tag, s0l2.tag), two(69, s0r.tag, s0r2.tag), two(70, b0l.tag, b0l2.tag), two(71, s1r.tag, s1r2.tag),
		one(72, s0l.word), one(73, s0r.word), one(74, b0l.word), one(75, s1r.word),
		three(78, s0.part, s0l.word, b0.part), three(79, s1.part, s1r.word, s0.part),
	)
	if S0 == 0 {
		fs = append(fs, one(90, b0.tag))
	}
	label := func(i int) uint64 { return uint64(st.Label[i] + 5) }
	left0, right0, leftB, right1, left1 := label(k0.First), label(k0.Last), label(kb.First), label(k1.Last), label(k1.First)
	return append(fs,
		two(100, s0.tag, left0), two(101, s0.tag, right0), two(102, b0.tag, leftB), two(103, s1.tag, right1), two(104, s1.tag, left1),
		three(105, s0.word, left0, label(k0.Second)), three(106, s0.word, right0, label(k0.Before)),
		three(107, s1.word, right1, label(k1.Before)), three(108, b0.word, leftB, label(kb.Second)),
		three(109, s0.tag, b0.tag, left0), three(110, s1.tag, s0.tag, right1), three(111, s1.tag, s0.tag, right0),
		three(112, s0.tag, b0.tag, right0), two(113, right1, right0), two(114, right1, left0),
	)
}

// distance tells near from far; 9 if there is no first node.
func distance(from, to int) uint64 {
	switch d := max(from-to, to-from); {
	case from == 0:
		return 9
	case d <= 5:
		return uint64(d)
	case d <= 10:
		return 6
	}
	return 7
}

func few(n int) uint64 { return uint64(min(n, 4)) }

// arcFeatures describes an arc to a model that names it, while the tree is
// still being built.
func arcFeatures(fs []learn.Feature, st *learn.State, nodes []node, dependent int) []learn.Feature {
	one, two, three := learn.One, learn.Two, learn.Three
	head := st.Head[dependent]
	h, d := &nodes[head], &nodes[dependent]
	kids := &st.Kids[dependent]
	left, right := &nodes[kids.First], &nodes[kids.Last]
	before, after := &nodes[dependent-1], &nodes[dependent+1]
	side := uint64(0)
	if head > dependent {
		side = 1
	}
	apart := distance(dependent, head)*2 + side
	return append(fs[:0],
		one(1, h.tag), one(2, d.tag), one(3, h.word), one(4, d.word), two(5, h.tag, d.tag), two(6, h.word, d.word),
		two(7, h.tag, d.word), two(8, h.word, d.tag), three(9, h.tag, d.tag, apart), two(10, d.tag, apart),
		three(11, h.tag, d.tag, left.tag), three(12, h.tag, d.tag, right.tag), two(13, d.tag, left.word), two(14, d.tag, right.word),
		three(15, h.tag, d.tag, left.word), three(16, h.part, d.part, nodes[kids.Second].word), two(17, d.tag, nodes[kids.Before].tag),
		three(18, h.tag, d.tag, before.tag), three(19, h.tag, d.tag, after.tag), two(20, d.word, before.word),
		three(21, h.part, d.part, before.word), three(22, h.word, d.part, left.word), three(23, h.part, d.word, side),
		three(24, d.tag, few(kids.Lefts), few(kids.Rights)), three(25, h.word, d.part, side),
	)
}

// A family is what else hangs under the head of an arc and under its
// dependent, summed up for the model that names arcs in a finished tree.
type family struct{ aux, marks, lefts, rights uint64 }

func familyOf(st *learn.State, nodes []node, dependent int) family {
	var f family
	head := st.Head[dependent]
	for i := 1; i <= st.Nodes; i++ {
		if st.Head[i] == dependent && i < dependent {
			f.marks = (f.marks + nodes[i].word) * 0x9E3779B97F4A7C15
		}
		if st.Head[i] != head || i == dependent {
			continue
		}
		if i < head && nodes[i].part == partAux {
			f.aux = nodes[i].word
		}
		if bit := uint64(1) << (uint(st.Label[i]+1) % 64); i < head {
			f.lefts |= bit
		} else {
			f.rights |= bit
		}
	}
	return f
}

// treeFeatures are arcFeatures with what only the finished tree can tell.
func treeFeatures(fs []learn.Feature, st *learn.State, nodes []node, dependent int) []learn.Feature {
	fs = arcFeatures(fs, st, nodes, dependent)
	two, three := learn.Two, learn.Three
	head := st.Head[dependent]
	h, d := &nodes[head], &nodes[dependent]
	first, last := &nodes[st.Kids[head].First], &nodes[st.Kids[head].Last]
	f := familyOf(st, nodes, dependent)
	side := uint64(0)
	if head > dependent {
		side = 1
	}
	above := uint64(st.Label[head] + 5)
	guess := uint64(st.Label[dependent] + 5)
	return append(fs,
		three(30, d.tag, first.word, side), three(31, d.tag, last.tag, side), three(32, h.tag, d.tag, first.tag), three(33, h.tag, d.tag, last.tag),
		three(34, h.tag, d.tag, above), three(35, nodes[st.Head[head]].tag, h.tag, d.tag), three(36, h.tag, d.tag, guess), two(37, d.word, guess),
		three(38, h.tag, d.tag, f.aux), three(39, h.tag, d.part, f.marks), three(40, d.part, f.lefts, side), three(41, d.part, f.rights, side),
		three(42, h.word, d.part, f.marks),
	)
}
