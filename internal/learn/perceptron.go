package learn

import (
	"math"
	"slices"
)

// A Perceptron is a linear model in training. Of many classes only those that a
// feature has moved are kept, so that a hundred cost little more than ten.
type Perceptron struct {
	classes int
	bits    uint
	rows    [][]weight
	now     [][fewClasses]int32 // of few classes, instead of rows: near each other for speed
	moved   [][fewClasses]int64
	clock   int64 // examples seen, for the average over all of them
}

type weight struct {
	class int32
	now   int32
	moved int64 // sum of each step times the clock at which it was made
}

// NewPerceptron has room for 2^bits features; more than that share rows.
func NewPerceptron(classes int, bits uint) *Perceptron {
	p := &Perceptron{classes: classes, bits: bits}
	if classes <= fewClasses {
		p.now, p.moved = make([][fewClasses]int32, 1<<bits), make([][fewClasses]int64, 1<<bits)
	} else {
		p.rows = make([][]weight, 1<<bits)
	}
	return p
}

// Score fills in what each class is worth under the current weights.
func (p *Perceptron) Score(features []Feature, scores []int32) {
	clear(scores)
	shift := 64 - p.bits
	if p.now != nil {
		var sums [fewClasses]int32
		for _, f := range features {
			now := &p.now[f>>shift]
			sums[0] += now[0]
			sums[1] += now[1]
			sums[2] += now[2]
			sums[3] += now[3]
		}
		copy(scores, sums[:p.classes])
		return
	}
	for _, f := range features {
		for _, w := range p.rows[f>>shift] {
			scores[w.class] += w.now
		}
	}
}

// Learn counts an example and, if the guess was wrong, moves the weights of its
// features from the guess to the right class.
func (p *Perceptron) Learn(features []Feature, right, guess int) {
	if right != guess {
		p.move(features, right, 1)
		p.move(features, guess, -1)
	}
	p.clock++
}

func (p *Perceptron) move(features []Feature, class int, step int32) {
	shift := 64 - p.bits
	for _, f := range features {
		row := f >> shift
		if p.now != nil {
			p.now[row][class] += step
			p.moved[row][class] += int64(step) * p.clock
			continue
		}
		w := p.weight(int(row), int32(class))
		w.now += step
		w.moved += int64(step) * p.clock
	}
}

func (p *Perceptron) weight(row int, class int32) *weight {
	for i := range p.rows[row] {
		if p.rows[row][i].class == class {
			return &p.rows[row][i]
		}
	}
	p.rows[row] = append(p.rows[row], weight{class: class})
	return &p.rows[row][len(p.rows[row])-1]
}

// row appends the weights of a row to into.
func (p *Perceptron) row(row int, into []weight) []weight {
	if p.now == nil {
		return append(into, p.rows[row]...)
	}
	for class := range p.classes {
		into = append(into, weight{int32(class), p.now[row][class], p.moved[row][class]})
	}
	return into
}

// average is the weight's mean over all examples.
func (w weight) average(clock int64) float64 {
	return float64(w.now) - float64(w.moved)/float64(max(clock, 1))
}

// Average is the mean of models that saw the same examples in different orders,
// in small whole numbers: what one learned by chance, the others take back.
// Weights nearer to zero than least are dropped; the rest are rounded to steps
// that span the range, as a finer step would cut off the largest ones.
func Average(models []*Perceptron, least float64) *Table {
	first := models[0]
	t := newTable(first.classes, first.bits)
	step := largest(models) / math.MaxInt8
	var means []mean
	var cells []cell
	for row := range 1 << first.bits {
		means, cells = meansOf(models, row, means[:0]), cells[:0]
		for _, m := range means {
			if value := int8(math.Round(m.value / step)); value != 0 && math.Abs(m.value) >= least {
				cells = append(cells, cell{uint8(m.class), value})
			}
		}
		t.add(row, cells)
	}
	return t.finish()
}

// A mean is a class's weight in a row, over all models.
type mean struct {
	class int32
	value float64
}

func meansOf(models []*Perceptron, row int, into []mean) []mean {
	var room [64]weight
	for _, p := range models {
		for _, w := range p.row(row, room[:0]) {
			share := w.average(p.clock) / float64(len(models))
			i, found := slices.BinarySearchFunc(into, w.class, func(m mean, class int32) int { return int(m.class - class) })
			if !found {
				into = slices.Insert(into, i, mean{class: w.class})
			}
			into[i].value += share
		}
	}
	return into
}

func largest(models []*Perceptron) float64 {
	most := 1.0
	var means []mean
	for row := range 1 << models[0].bits {
		means = meansOf(models, row, means[:0])
		for _, m := range means {
			most = max(most, math.Abs(m.value))
		}
	}
	return most
}
