package parse

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"

	"stemma/internal/learn"
)

// A Tree is a sentence of a treebank.
type Tree []Leaf

// A Leaf is a word of a tree. Head counts from 0; the root's is stemma.Root.
type Leaf struct {
	Form, Lemma, Tag, Fine, Relation string
	Head                             int
}

// Training says how long to learn and how much to keep. The zero value uses the
// settings with which the embedded model was made.
type Training struct {
	TagRounds, TreeRounds int     // 8 and 12: more moved no score on the development parts
	Folds                 int     // 4: the parser must see tags as wrong as they will be
	Models                int     // 2 of each kind, averaged: 0.4 LAS more than one
	TagBits, MoveBits     uint    // 20 and 22: 2^n features
	NameBits              uint    // 18
	Least                 float64 // 1: smaller weights cost their room and bring nothing
	Seed                  uint64
	Log                   func(string)
}

func (t Training) filled() Training {
	t.TagRounds, t.TreeRounds = cmp.Or(t.TagRounds, 8), cmp.Or(t.TreeRounds, 12)
	t.Folds, t.Models = cmp.Or(t.Folds, 4), cmp.Or(t.Models, 2)
	t.TagBits, t.MoveBits, t.NameBits = cmp.Or(t.TagBits, 20), cmp.Or(t.MoveBits, 22), cmp.Or(t.NameBits, 18)
	t.Least = cmp.Or(t.Least, 1)
	if t.Log == nil {
		t.Log = func(string) {}
	}
	return t
}

// mostKinds of tags, and of relations, fit a byte.
const mostKinds = 256

// Train learns a model. The same trees and settings give the same model.
func Train(trees []Tree, settings Training) (*Model, error) {
	s := settings.filled()
	lessons := lessonsOf(trees)
	if len(lessons.tags) > mostKinds || len(lessons.relations) > mostKinds {
		return nil, fmt.Errorf("train on %d tags and %d relations: more than %d", len(lessons.tags), len(lessons.relations), mostKinds)
	}
	m := &Model{relations: lessons.relations, tags: lessons.tags}
	s.Log("tagger")
	m.sure = sureTags(lessons.all)
	m.tagger = s.trainTagger(m, lessons.all)
	s.Log("tags for the parser")
	s.tagByFolds(m, lessons.all)
	s.Log("parser")
	s.trainGrammar(m, lessons.all)
	return m, nil
}

// A lesson is a tree in numbers.
type lesson struct {
	words  []word
	tags   []uint8
	heads  []int // of nodes, as learn.State counts them
	labels []int
	tagged []uint8 // tags as a tagger gives them that has not seen this tree
}

type lessons struct {
	all       []lesson
	tags      []tag
	relations []string
}

func lessonsOf(trees []Tree) lessons {
	var out lessons
	var f folder
	tags, relations := map[string]int{}, map[string]int{}
	for _, tree := range trees {
		projective(tree)
		l := lesson{heads: make([]int, len(tree)+2), labels: make([]int, len(tree)+2)}
		for i, leaf := range tree {
			l.words = append(l.words, f.word(leaf.Form, i == 0))
			key := leaf.Tag + "|" + leaf.Fine
			if _, ok := tags[key]; !ok {
				tags[key] = len(out.tags)
				out.tags = append(out.tags, newTag(leaf.Tag, leaf.Fine))
			}
			relation := Kept(leaf.Relation)
			if _, ok := relations[relation]; !ok {
				relations[relation] = len(out.relations)
				out.relations = append(out.relations, relation)
			}
			l.tags = append(l.tags, uint8(tags[key]))
			l.heads[i+1], l.labels[i+1] = leaf.Head+1, relations[relation]
			if leaf.Head < 0 {
				l.heads[i+1] = len(tree) + 1
			}
		}
		out.all = append(out.all, l)
	}
	return out
}

// sureTags are the forms that have at least 20 times had a tag and hardly ever
// another; they need no features.
func sureTags(all []lesson) map[uint64]uint8 {
	counts := map[uint64]map[uint8]int{}
	for _, l := range all {
		for i, w := range l.words {
			if counts[w.form] == nil {
				counts[w.form] = map[uint8]int{}
			}
			counts[w.form][l.tags[i]]++
		}
	}
	sure := map[uint64]uint8{}
	for form, tags := range counts {
		total := 0
		for _, n := range tags {
			total += n
		}
		for tag, n := range tags {
			if total >= 20 && float64(n) >= 0.995*float64(total) {
				sure[form] = tag
			}
		}
	}
	return sure
}

func (s Training) trainTagger(m *Model, all []lesson) *learn.Table {
	models := make([]*learn.Perceptron, s.Models)
	for i := range models {
		models[i] = s.oneTagger(m, all, uint64(i))
	}
	return learn.Average(models, s.Least)
}

func (s Training) oneTagger(m *Model, all []lesson, order uint64) *learn.Perceptron {
	p := learn.NewPerceptron(len(m.tags), s.TagBits)
	t := &tagger{tags: m.tags, sure: m.sure, scorer: p}
	t.scores = sized(nil, len(m.tags))
	s.rounds(s.TagRounds, len(all), order, func(_, i int, _ *rand.Rand) {
		before, earlier := uint64(0), uint64(0)
		for j := range all[i].words {
			guess := t.best(all[i].words, j, before, earlier)
			if _, ok := m.sure[all[i].words[j].form]; !ok {
				p.Learn(t.features, int(all[i].tags[j]), int(guess))
			}
			before, earlier = uint64(guess)+1, before
		}
	})
	return p
}

// rounds shows all examples in another order each time.
func (s Training) rounds(rounds, examples int, order uint64, show func(round, i int, r *rand.Rand)) {
	r := rand.New(rand.NewPCG(s.Seed, order))
	sequence := r.Perm(examples)
	for round := range rounds {
		r.Shuffle(examples, func(i, j int) { sequence[i], sequence[j] = sequence[j], sequence[i] })
		for _, i := range sequence {
			show(round, i, r)
		}
	}
}

// tagByFolds tags each part of the lessons with a tagger trained on the others.
func (s Training) tagByFolds(m *Model, all []lesson) {
	s.TagRounds, s.Models = max(s.TagRounds-1, 1), 1
	for fold := range s.Folds {
		var others []lesson
		for i := range all {
			if i%s.Folds != fold {
				others = append(others, all[i])
			}
		}
		sure := sureTags(others)
		t := &tagger{tags: m.tags, sure: sure}
		t.scorer = s.trainTagger(&Model{tags: m.tags, sure: sure}, others)
		for i := fold; i < len(all); i += s.Folds {
			all[i].tagged = t.tag(all[i].words, nil)
		}
	}
}

// explore is how often training goes on from the parser's own move, right or
// wrong, once a first round has taught it something.
const explore = 0.9

func (s Training) trainGrammar(m *Model, all []lesson) {
	var moves, arcs, names []*learn.Perceptron
	for i := range s.Models {
		g := s.oneGrammar(m, all, uint64(i))
		moves, arcs, names = append(moves, g.moves), append(arcs, g.arcs), append(names, g.names)
	}
	m.moves, m.arcs, m.names = learn.Average(moves, s.Least), learn.Average(arcs, s.Least), learn.Average(names, s.Least)
}

// A pupil is a grammar whose models are in training.
type pupil struct {
	grammar
	moves, arcs, names *learn.Perceptron
}

func (s Training) oneGrammar(m *Model, all []lesson, order uint64) *pupil {
	p := &pupil{
		moves: learn.NewPerceptron(learn.Moves, s.MoveBits),
		arcs:  learn.NewPerceptron(len(m.relations), s.NameBits),
		names: learn.NewPerceptron(len(m.relations), s.NameBits),
	}
	p.relations = m.relations
	p.scores = sized(nil, max(len(m.relations), learn.Moves))
	s.rounds(s.TreeRounds, len(all), order, func(round, i int, r *rand.Rand) {
		p.load(all[i].words, m.tags, all[i].tagged)
		p.study(&all[i], func() bool { return round > 0 && r.Float64() < explore })
	})
	return p
}

// study builds one tree and learns from what went wrong; follow says whether to
// go on from the pupil's own move.
func (p *pupil) study(l *lesson, follow func() bool) {
	st := &p.state
	for !st.Done() {
		if dependent := st.Do(p.learnMove(l, follow())); dependent > 0 {
			p.features = arcFeatures(p.features, st, p.nodes, dependent)
			st.Label[dependent] = p.learnName(p.arcs, l, dependent)
		}
	}
	for dependent := 1; dependent <= st.Nodes; dependent++ {
		p.features = treeFeatures(p.features, st, p.nodes, dependent)
		st.Label[dependent] = p.learnName(p.names, l, dependent)
	}
}

// learnMove corrects the guess by the best of the moves that lose least, and
// returns the move to go on with.
func (p *pupil) learnMove(l *lesson, follow bool) learn.Move {
	p.features = moveFeatures(p.features, &p.state, p.nodes)
	scores := p.scores[:learn.Moves]
	p.moves.Score(p.features, scores)
	guess := p.state.Best(scores)
	losses := p.state.Losses(l.heads)
	least := slices.Min(losses[:])
	right := learn.Move(-1)
	for m := range learn.Move(learn.Moves) {
		if losses[m] == least && (right < 0 || scores[m] > scores[right]) {
			right = m
		}
	}
	if losses[guess] == least {
		right = guess
	}
	p.moves.Learn(p.features, int(right), int(guess))
	if follow {
		return guess
	}
	return right
}

// learnName learns from arcs that are right; a wrong one has no right name.
func (p *pupil) learnName(model *learn.Perceptron, l *lesson, dependent int) int {
	guess := p.name(model)
	if p.state.Head[dependent] == l.heads[dependent] {
		model.Learn(p.features, l.labels[dependent], guess)
	}
	return guess
}
