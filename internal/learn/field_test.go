package learn_test

import (
	"testing"

	"stemma/internal/learn"
)

// seen are places at each of which one thing is seen.
func seen(features ...learn.Feature) []learn.Place {
	var out []learn.Place
	for _, f := range features {
		out = append(out, learn.Place{Seen: []learn.Feature{f}})
	}
	return out
}

// Of two words that look alike, the class of the one before tells which is
// which.
func TestField_learnsWhatFollowsWhat(t *testing.T) {
	const classes = 3
	words := seen(learn.One(1, 0), learn.One(1, 1), learn.One(1, 2), learn.One(1, 1))
	right := []uint8{0, 1, 2, 2}
	field := learn.NewField(classes, 8, learn.Growth{Rate: 0.5})
	for round := range 60 {
		field.Learn(words, right)
		if round >= 40 {
			field.Keep()
		}
	}
	features, steps := field.Tables(0)
	scores := make([]int32, len(words)*classes)
	for i, shown := range words {
		features.Score(shown.Seen, scores[i*classes:(i+1)*classes])
	}
	var all []int32
	for before := range classes + 1 {
		all = append(all, steps.Row(before)...)
	}
	for i, class := range learn.Path(scores, all, classes) {
		if class != right[i] {
			t.Errorf("word %d is read as %d, want %d", i, class, right[i])
		}
	}
}

func TestField_forgetsWhatItSawOnce(t *testing.T) {
	field := learn.NewField(2, 8, learn.Growth{Rate: 0.5})
	field.Learn(seen(learn.One(1, 7)), []uint8{1})
	field.Shrink(10)
	if features, _ := field.Tables(0); features.Weights() != 0 {
		t.Errorf("%d weights are left", features.Weights())
	}
}

func TestPath_ofNoWordsIsEmpty(t *testing.T) {
	if path := learn.Path(nil, make([]int32, 6), 2); len(path) != 0 {
		t.Errorf("got %v", path)
	}
}
