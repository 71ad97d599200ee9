package parse

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/learn"
)

// A Tree is a sentence of a treebank.
type Tree []Leaf

// A Leaf is a word of a tree. Head counts from 0; the root's is stemma.Root.
type Leaf struct {
	Form, Lemma, Tag, Fine, Relation string
	Head                             int
}

// Training says how large the network is and how it learns. The zero value is
// what the embedded model was made with.
type Training struct {
	Width  int   // 96
	Reach  []int // 1, 1, 1, 1: of the layers
	Hidden int   // 64
	Course learn.Course
}

func (t Training) shape(lessons *lessons, known forms) learn.Shape {
	s := learn.Shape{Inputs: known.tables(), Width: 96, Reach: []int{1, 1, 1, 1}, Hidden: 64, Tags: len(lessons.tags), Labels: len(lessons.relations)}
	if t.Width > 0 {
		s.Width = t.Width
	}
	if t.Reach != nil {
		s.Reach = t.Reach
	}
	if t.Hidden > 0 {
		s.Hidden = t.Hidden
	}
	return s
}

// mostKinds of tags, and of relations, fit a byte.
const mostKinds = 256

// Train learns a model. The same trees and settings give the same model.
func Train(trees []Tree, settings Training) (*Model, error) {
	l := lessonsOf(append(trees, headlines(trees)...))
	if len(l.tags) > mostKinds || len(l.relations) > mostKinds {
		return nil, fmt.Errorf("train on %d tags and %d relations: more than %d", len(l.tags), len(l.relations), mostKinds)
	}
	m := &Model{tags: l.tags, relations: l.relations, forms: formsOf(l.words)}
	var examples []*learn.Example
	for i, e := range l.examples {
		for k := range l.words[i] {
			e.Inputs = m.forms.inputs(&l.words[i][k], e.Inputs)
		}
		examples = append(examples, e)
	}
	m.network = learn.Learn(settings.shape(l, m.forms), examples, settings.Course)
	return m, nil
}

// lessons are trees in numbers.
type lessons struct {
	words     [][]word
	examples  []*learn.Example
	tags      []tag
	relations []string
}

func lessonsOf(trees []Tree) *lessons {
	out := &lessons{}
	var f folder
	tags, relations := map[tag]int{}, map[string]int{}
	for _, tree := range trees {
		projective(tree)
		headline := inCapitals(tree.forms())
		words := make([]word, len(tree))
		e := &learn.Example{Heads: make([]int, len(tree)+2), Labels: make([]int, len(tree)+2)}
		for i, leaf := range tree {
			words[i] = f.word(leaf.Form, i == 0, headline)
			e.Tags = append(e.Tags, uint8(numberOf(tag{leaf.Tag, leaf.Fine}, tags, &out.tags)))
			e.Labels[i+1] = numberOf(Kept(leaf.Relation), relations, &out.relations)
			e.Heads[i+1] = leaf.Head + 1
			if leaf.Head < 0 {
				e.Heads[i+1] = len(tree) + 1
			}
		}
		out.words, out.examples = append(out.words, words), append(out.examples, e)
	}
	return out
}

// numberOf counts what it has not met.
func numberOf[T comparable](what T, numbers map[T]int, all *[]T) int {
	number, ok := numbers[what]
	if !ok {
		number = len(*all)
		numbers[what] = number
		*all = append(*all, what)
	}
	return number
}

func (t Tree) forms() []string {
	forms := make([]string, len(t))
	for i, leaf := range t {
		forms[i] = leaf.Form
	}
	return forms
}

// headlines writes some sentences as headlines: treebanks have few of them.
func headlines(trees []Tree) []Tree {
	const every, shortest, longest = 6, 4, 20
	var out []Tree
	for i, tree := range trees {
		if i%every != 0 || len(tree) < shortest || len(tree) > longest {
			continue
		}
		title := headline(tree)
		if i%(3*every) == 0 {
			for k := range title {
				title[k].Form = strings.ToUpper(title[k].Form)
			}
		}
		if inCapitals(title.forms()) {
			out = append(out, title)
		}
	}
	return out
}

// headline drops articles and the full stop and writes longer words with a
// capital letter.
//
//	The rebels seized a mill near the border. → Rebels Seized Mill Near Border
func headline(tree Tree) Tree {
	title := append(Tree{}, tree...)
	for i := len(title) - 1; i >= 0; i-- {
		article := title[i].Tag == "DET" && strings.Contains(" the a an ", " "+strings.ToLower(title[i].Form)+" ")
		if (article || title[i].Form == ".") && !title.hasChildren(i) && title[i].Head != stemma.Root {
			title = title.without(i)
		}
	}
	for i, leaf := range title {
		if first, width := utf8.DecodeRuneInString(leaf.Form); i == 0 || len(leaf.Form) >= 4 {
			title[i].Form = string(unicode.ToUpper(first)) + leaf.Form[width:]
		}
	}
	return title
}

func (t Tree) hasChildren(i int) bool {
	for _, leaf := range t {
		if leaf.Head == i {
			return true
		}
	}
	return false
}

// without is the tree without a word that has no children.
func (t Tree) without(i int) Tree {
	t = append(t[:i], t[i+1:]...)
	for k := range t {
		if t[k].Head > i {
			t[k].Head--
		}
	}
	return t
}
