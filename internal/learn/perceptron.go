package learn

import (
	"math"
	"slices"
)

// A Perceptron is a linear model in training. Only the classes that a feature
// has moved are kept, so that a hundred classes cost little more than three.
type Perceptron struct {
	classes int
	bits    uint
	rows    [][]weight
	clock   int64 // examples seen, for the average over all of them
}

type weight struct {
	class int32
	now   int32
	moved int64 // sum of each step times the clock at which it was made
}

// NewPerceptron has room for 2^bits features; more than that share rows.
func NewPerceptron(classes int, bits uint) *Perceptron {
	return &Perceptron{classes: classes, bits: bits, rows: make([][]weight, 1<<bits)}
}

// Score fills in what each class is worth under the current weights.
func (p *Perceptron) Score(features []Feature, scores []int32) {
	clear(scores)
	shift := 64 - p.bits
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
		w := p.weight(int(f>>shift), int32(class))
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

// average is the weight's mean over all examples.
func (w weight) average(clock int64) float64 {
	return float64(w.now) - float64(w.moved)/float64(max(clock, 1))
}

// Table is the model's average in small whole numbers. Weights nearer to zero
// than least are dropped; the rest are rounded to steps that span the range, as
// a finer step would cut off the largest ones.
func (p *Perceptron) Table(least float64) *Table {
	step := p.step()
	t := newTable(p.classes, p.bits)
	var cells []cell
	for i, row := range p.rows {
		cells = cells[:0]
		for _, w := range row {
			average := w.average(p.clock)
			if value := int8(math.Round(average / step)); value != 0 && math.Abs(average) >= least {
				cells = append(cells, cell{uint8(w.class), value})
			}
		}
		slices.SortFunc(cells, func(a, b cell) int { return int(a.class) - int(b.class) })
		t.add(i, cells)
	}
	return t.finish()
}

func (p *Perceptron) step() float64 {
	most := 0.0
	for _, row := range p.rows {
		for _, w := range row {
			most = max(most, math.Abs(w.average(p.clock)))
		}
	}
	return max(most, 1) / math.MaxInt8
}
