package learn_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"stemma/internal/learn"
)

// bare is a model in which each feature is worth to each class what chance gave it.
type bare struct{ classes int }

func (b bare) Score(features []learn.Feature, scores []int32) {
	clear(scores)
	for _, f := range features {
		for class := range b.classes {
			scores[class] += int32(uint64(learn.Two(9, uint64(f), uint64(class)))>>56) - 128
		}
	}
}

func places(r *rand.Rand, n int) []learn.Place {
	out := make([]learn.Place, n)
	for i := range out {
		out[i] = learn.Place{Seen: []learn.Feature{learn.Feature(r.Uint64())}, Turns: []learn.Feature{learn.Feature(r.Uint64()), learn.Feature(r.Uint64())}}
	}
	return out
}

// worth is what a labelling is worth, counted place by place.
func worth(m bare, row []learn.Place, labels []uint8) int32 {
	total := int32(0)
	scores := make([]int32, m.classes)
	for i, p := range row {
		before := uint64(0)
		if i > 0 {
			before = uint64(labels[i-1]) + 1
		}
		features := slices.Clone(p.Seen)
		for _, turn := range p.Turns {
			features = append(features, learn.Two(0, uint64(turn), before))
		}
		m.Score(features, scores)
		total += scores[labels[i]]
	}
	return total
}

// No other labelling is worth more than the one that is found.
func TestChain_best(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	m := bare{3}
	chain := learn.Chain{Model: m, Classes: m.classes}
	for n := range 6 {
		row := places(r, n)
		found := chain.Label(row, nil)
		if len(found) != n {
			t.Fatalf("%d labels for %d places", len(found), n)
		}
		labels := make([]uint8, n)
		for number := range pow(m.classes, n) {
			for i := range labels {
				labels[i] = uint8(number / pow(m.classes, i) % m.classes)
			}
			if worth(m, row, labels) > worth(m, row, found) {
				t.Errorf("%v is worth more than %v", labels, found)
			}
		}
	}
}

func pow(base, exponent int) int {
	out := 1
	for range exponent {
		out *= base
	}
	return out
}

// A row in which only the label before tells the next one is learned.
func TestField_learnsTurns(t *testing.T) {
	row := []learn.Place{{Seen: []learn.Feature{learn.One(1, 7)}, Turns: []learn.Feature{learn.One(2, 0)}}}
	for range 5 {
		row = append(row, learn.Place{Seen: []learn.Feature{learn.One(1, 8)}, Turns: []learn.Feature{learn.One(2, 0)}})
	}
	right := []uint8{0, 1, 2, 0, 1, 2}
	table := grown(3, 12, func(f *learn.Field) { f.Learn(row, right) })
	trained := learn.Chain{Model: table, Classes: 3}
	if got := trained.Label(row, nil); !slices.Equal(got, right) {
		t.Errorf("labels %v, want %v", got, right)
	}
}
