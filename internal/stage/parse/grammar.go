package parse

import "stemma/internal/learn"

// A grammar builds the tree of one tagged sentence: moves are picked greedily,
// each new arc gets a name at once, because names help to pick the next move,
// and in the end all arcs are named again in sight of the whole tree.
type grammar struct {
	relations []string
	moves     scorer
	arcs      scorer
	names     scorer

	state    learn.State
	nodes    []node
	features []learn.Feature
	scores   []int32
}

// load makes nodes of words and their tags; node 0 and the root stand around them.
func (g *grammar) load(words []word, tags []tag, tagged []uint8) {
	g.nodes = append(g.nodes[:0], noNode)
	for i := range words {
		t := &tags[tagged[i]]
		g.nodes = append(g.nodes, node{words[i].lower, t.both, t.universe})
	}
	g.nodes = append(g.nodes, rootNode)
	g.state.Reset(len(words))
}

// build fills in the heads and labels of the state.
func (g *grammar) build() {
	g.scores = sized(g.scores, max(len(g.relations), learn.Moves))
	st := &g.state
	for !st.Done() {
		g.features = moveFeatures(g.features, st, g.nodes)
		g.moves.Score(g.features, g.scores[:learn.Moves])
		if dependent := st.Do(st.Best(g.scores)); dependent > 0 {
			g.features = arcFeatures(g.features, st, g.nodes, dependent)
			st.Label[dependent] = g.name(g.arcs)
		}
	}
	oneRoot(st)
	for dependent := 1; dependent <= st.Nodes; dependent++ {
		g.features = treeFeatures(g.features, st, g.nodes, dependent)
		st.Label[dependent] = g.name(g.names)
	}
}

func (g *grammar) name(by scorer) int {
	scores := g.scores[:len(g.relations)]
	by.Score(g.features, scores)
	return learn.Best(scores)
}

// oneRoot keeps the first node under the root and hangs the others below it.
func oneRoot(st *learn.State) {
	first := 0
	for i := 1; i <= st.Nodes; i++ {
		switch {
		case st.Head[i] != st.Root():
		case first == 0:
			first = i
		default:
			st.Head[i] = first
		}
	}
}
