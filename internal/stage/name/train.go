package name

import (
	"cmp"
	"fmt"
	"math/rand/v2"

	"stemma"
	"stemma/internal/learn"
)

// A Lesson is a page, its words parted and tagged, whose names are known.
type Lesson struct {
	Reading *stemma.Reading
	Names   []Named
}

// Training says how long to learn and how much to keep. The zero value uses the
// settings with which the embedded weights were made.
type Training struct {
	Rounds int
	Bits   uint    // 2^n features
	Rate   float64 // of the steps
	Pull   float64 // of the weights towards zero, after each round
	Drop   float64 // the share of features left out of each step
	Least  float64 // smaller weights cost their room and bring nothing
	Seed   uint64
	Log    func(string)
}

// filled is the training with the settings of the embedded weights where none are given.
func (t Training) filled() Training {
	t.Rounds, t.Bits = cmp.Or(t.Rounds, 12), cmp.Or(t.Bits, 20)
	t.Rate, t.Pull, t.Drop, t.Least = cmp.Or(t.Rate, 0.3), cmp.Or(t.Pull, 0.05), cmp.Or(t.Drop, 0.3), cmp.Or(t.Least, 0.05)
	if t.Log == nil {
		t.Log = func(string) {}
	}
	return t
}

// An exercise is a sentence of a lesson in numbers.
type exercise struct {
	words []learn.Place
	right []label
}

// Train learns weights. The same lessons and settings give the same weights.
func (t *Tagger) Train(lessons []Lesson, settings Training) *Weights {
	set := settings.filled()
	var all []exercise
	for _, lesson := range lessons {
		all = append(all, t.exercises(lesson)...)
	}
	field := learn.NewField(labels, set.Bits, learn.Growth{Rate: set.Rate, Drop: set.Drop, Seed: set.Seed})
	order := rand.New(rand.NewPCG(set.Seed, 2))
	for round := range set.Rounds {
		order.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, e := range all {
			field.Learn(e.words, e.right)
		}
		field.Shrink(set.Pull)
		if 2*round >= set.Rounds {
			field.Keep()
		}
		set.Log(fmt.Sprintf("round %d of %d", round+1, set.Rounds))
	}
	return newWeights(field.Tables(set.Least))
}

// exercises are the sentences of a lesson, each with its right labels.
func (t *Tagger) exercises(lesson Lesson) []exercise {
	g := t.look(newPage(lesson.Reading, t.book))
	var out []exercise
	names := lesson.Names
	for i, s := range g.page.sentences {
		here := 0
		for here < len(names) && names[here].End <= s.End {
			here++
		}
		e := exercise{right: labelled(s.Sentence, names[:here])}
		names = names[here:]
		for j := range s.Tokens {
			e.words = append(e.words, learn.Place{Seen: g.features(nil, spot{i, j})})
		}
		out = append(out, e)
	}
	return out
}
