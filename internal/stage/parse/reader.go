package parse

import "stemma"

// A reader reads sentences one after the other by one model; what it needs to
// work in is used again. It belongs to one document.
type reader struct {
	model   *Model
	folder  folder
	tagger  tagger
	grammar grammar
	words   []word
	tagged  []uint8
}

func newReader(m *Model) *reader {
	return &reader{
		model:   m,
		tagger:  tagger{tags: m.tags, sure: m.sure, scorer: m.tagger},
		grammar: grammar{relations: m.relations, moves: m.moves, arcs: m.arcs, names: m.names},
	}
}

// begin forgets the last sentence.
func (r *reader) begin() { r.words = r.words[:0] }

// add is the next word of the sentence.
func (r *reader) add(form string) {
	r.words = append(r.words, r.folder.word(form, len(r.words) == 0))
}

// read tags what was added and builds its tree.
func (r *reader) read() {
	r.tagged = r.tagger.tag(r.words, r.tagged[:0])
	r.grammar.load(r.words, r.model.tags, r.tagged)
	r.grammar.build()
}

func (r *reader) tag(i int) tag { return r.model.tags[r.tagged[i]] }

func (r *reader) head(i int) int {
	if head := r.grammar.state.Head[i+1]; head <= r.grammar.state.Nodes {
		return head - 1
	}
	return stemma.Root
}

// relation names the arc above word i; only the root's is "root".
func (r *reader) relation(i int) string {
	if r.head(i) == stemma.Root {
		return "root"
	}
	if name := r.model.relations[r.grammar.state.Label[i+1]]; name != "root" {
		return name
	}
	return "parataxis"
}

// ReadAll reads sentences whose words have already been told apart, as those of
// a treebank have; nothing but their forms is looked at.
func (m *Model) ReadAll(trees []Tree) []Tree {
	r := newReader(m)
	out := make([]Tree, len(trees))
	for i, tree := range trees {
		out[i] = r.tree(tree)
	}
	return out
}

func (r *reader) tree(given Tree) Tree {
	r.begin()
	for _, leaf := range given {
		r.add(leaf.Form)
	}
	r.read()
	tree := make(Tree, len(given))
	for i, leaf := range given {
		t := r.tag(i)
		tree[i] = Leaf{Form: leaf.Form, Lemma: lemmaOf(leaf.Form, t.universal, t.fine), Tag: t.universal, Fine: t.fine, Relation: r.relation(i), Head: r.head(i)}
	}
	return tree
}
