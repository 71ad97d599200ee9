package parse

import (
	"stemma"
	"stemma/internal/learn"
)

// A reader reads sentences one after the other by one model; what it needs to
// work in is used again. It belongs to one document.
type reader struct {
	model    *Model
	folder   folder
	network  *learn.Reader
	met      map[sight]int // words that the network knows by number
	rows     []int32
	forms    []string // of the sentence
	sentence []int
}

// A sight is a form where it stands.
type sight struct {
	form            string
	first, headline bool
}

func newReader(m *Model) *reader {
	return &reader{model: m, network: m.network.Reader(), met: map[sight]int{}}
}

// begin forgets the last sentence.
func (r *reader) begin() { r.forms = r.forms[:0] }

// add is the next word of the sentence.
func (r *reader) add(form string) { r.forms = append(r.forms, form) }

// read tags what was added and builds its tree.
func (r *reader) read() {
	if r.network.Full() {
		r.network.Forget()
		clear(r.met)
	}
	headline := inCapitals(r.forms)
	r.sentence = r.sentence[:0]
	for i, form := range r.forms {
		r.sentence = append(r.sentence, r.meet(sight{form, i == 0, headline}))
	}
	r.network.Read(r.sentence)
}

// meet is the number by which the network knows a word.
func (r *reader) meet(s sight) int {
	if number, ok := r.met[s]; ok {
		return number
	}
	w := r.folder.word(s.form, s.first, s.headline)
	r.rows = r.model.forms.inputs(&w, r.rows[:0])
	number := r.network.Meet(r.rows)
	r.met[s] = number
	return number
}

func (r *reader) tag(i int) tag { return r.model.tags[r.network.Tags[i]] }

func (r *reader) head(i int) int {
	if head := r.network.State.Head[i+1]; head <= r.network.State.Nodes {
		return head - 1
	}
	return stemma.Root
}

// relation names the arc above word i; only the root's is "root".
func (r *reader) relation(i int) string {
	if r.head(i) == stemma.Root {
		return "root"
	}
	if name := r.model.relations[r.network.State.Label[i+1]]; name != "root" {
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
