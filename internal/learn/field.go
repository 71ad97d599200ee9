package learn

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A Field is a conditional random field over a row of words in training
// (Lafferty, McCallum and Pereira 2001): a linear model that weighs each class
// of a word by the word's features and by the class before it, and learns how
// likely the whole row is, not only which row is best.
type Field struct {
	classes int
	bits    uint
	growth  Growth
	weights []float32 // of each feature with each class
	squares []float32 // of the steps that each weight took: what moved often moves less (AdaGrad, Duchi, Hazan and Singer 2011)
	steps   []float32 // weights of each class, and the beginning behind them, with each class that follows
	walked  []float32 // the squares of those
	kept    []float32 // sums of the weights, and of the steps, as often as they were kept
	keptTo  []float32
	keeps   int
	random  *rand.Rand
	lattice lattice
}

// Growth says how a field learns.
type Growth struct {
	Rate float64 // of the steps
	Drop float64 // the share of features that are not shown, so that none is relied on alone
	Seed uint64
}

// NewField has room for 2^bits features; more than that share their weights.
func NewField(classes int, bits uint, growth Growth) *Field {
	steps := (classes + 1) * classes
	return &Field{
		classes: classes, bits: bits, growth: growth,
		weights: make([]float32, classes<<bits), squares: make([]float32, classes<<bits),
		steps: make([]float32, steps), walked: make([]float32, steps),
		random:  rand.New(rand.NewPCG(growth.Seed, 1)),
		lattice: lattice{classes: classes},
	}
}

// Learn takes one step towards the right classes of a row of words, each known
// by its features.
func (f *Field) Learn(words [][]Feature, right []uint8) {
	shown := make([][]Feature, len(words))
	for i, features := range words {
		shown[i] = f.show(features)
	}
	f.lattice.fill(len(words), f.score(shown), f.steps)
	before := f.classes
	for i, features := range shown {
		f.lattice.judge(i, before, int(right[i]))
		f.move(features)
		before = int(right[i])
	}
}

// show leaves out some features; score makes up for them.
func (f *Field) show(features []Feature) []Feature {
	out := make([]Feature, 0, len(features))
	for _, feature := range features {
		if f.random.Float64() >= f.growth.Drop {
			out = append(out, feature)
		}
	}
	return out
}

func (f *Field) score(words [][]Feature) []float32 {
	scores := make([]float32, len(words)*f.classes)
	for i, features := range words {
		of := scores[i*f.classes : (i+1)*f.classes]
		for _, feature := range features {
			row := int(feature>>(64-f.bits)) * f.classes
			for class, weight := range f.weights[row : row+f.classes] {
				of[class] += weight
			}
		}
		for class := range of {
			of[class] /= float32(1 - f.growth.Drop)
		}
	}
	return scores
}

// move takes the step that the lattice asks for at a word.
func (f *Field) move(features []Feature) {
	const least = 1e-3 // a smaller fault costs time and teaches nothing
	for class, fault := range f.lattice.fault {
		if math.Abs(fault) < least {
			continue
		}
		for _, feature := range features {
			i := int(feature>>(64-f.bits))*f.classes + class
			f.step(&f.weights[i], &f.squares[i], fault)
		}
	}
	for i, fault := range f.lattice.stepFault {
		if math.Abs(fault) >= least {
			f.step(&f.steps[i], &f.walked[i], fault)
		}
	}
}

func (f *Field) step(weight, squares *float32, fault float64) {
	*squares += float32(fault * fault)
	*weight += float32(f.growth.Rate * fault / (1 + math.Sqrt(float64(*squares))))
}

// Shrink draws all weights of features towards zero, those that moved seldom
// most: what was seen once is forgotten first.
func (f *Field) Shrink(by float64) {
	for i, weight := range f.weights {
		if weight != 0 {
			pull := float32(by * f.growth.Rate / (1 + math.Sqrt(float64(f.squares[i]))))
			f.weights[i] = max(weight-pull, 0) + min(weight+pull, 0)
		}
	}
}

// Keep adds the weights as they are to those whose mean the tables hold: what
// was learned last counts for no more than what was learned before it.
func (f *Field) Keep() {
	if f.kept == nil {
		f.kept, f.keptTo = make([]float32, len(f.weights)), make([]float32, len(f.steps))
	}
	add(f.kept, f.weights)
	add(f.keptTo, f.steps)
	f.keeps++
}

// settle turns the weights into the mean of those kept.
func (f *Field) settle() {
	for i, sum := range f.kept {
		f.weights[i] = sum / float32(f.keeps)
	}
	for i, sum := range f.keptTo {
		f.steps[i] = sum / float32(f.keeps)
	}
	f.kept, f.keptTo, f.keeps = nil, nil, 0
}

// Tables are the weights in small whole numbers: those of the features, and
// those of the steps from each class and from the beginning. Weights nearer to
// zero than least are dropped.
func (f *Field) Tables(least float64) (features, steps *Table) {
	f.settle()
	largest := 0.0
	for _, all := range [][]float32{f.weights, f.steps} {
		for _, weight := range all {
			largest = max(largest, math.Abs(float64(weight)))
		}
	}
	unit := largest / math.MaxInt8
	return f.table(f.weights, f.bits, unit, least), f.table(f.steps, bitsFor(f.classes+1), unit, 0)
}

func bitsFor(rows int) uint {
	bits := uint(0)
	for 1<<bits < rows {
		bits++
	}
	return bits
}

func (f *Field) table(all []float32, bits uint, unit, least float64) *Table {
	t := newTable(f.classes, bits)
	for row := range len(all) / f.classes {
		var cells []cell
		for class := range f.classes {
			weight := float64(all[row*f.classes+class])
			if value := int8(math.Round(weight / unit)); value != 0 && math.Abs(weight) >= least {
				cells = append(cells, cell{uint8(class), value})
			}
		}
		t.add(row, cells)
	}
	return t.finish()
}

// Rows is how many rows a table has room for.
func (t *Table) Rows() int { return 1 << t.bits }

// Row are the weights of a row of a table, one for each class.
func (t *Table) Row(row int) []int32 {
	out := make([]int32, t.classes)
	for _, c := range t.row(row, nil) {
		out[c.class] = int32(c.value)
	}
	return out
}

// Path is the way through a row of words whose classes' scores and steps sum
// highest (Viterbi 1967). Scores has a number for each word and class; steps
// one for each class before, the beginning last, and each class that follows.
func Path(scores, steps []int32, classes int) []uint8 {
	n := len(scores) / classes
	from := make([]uint8, n*classes)
	best := slices.Clone(steps[classes*classes:])
	next := make([]int32, classes)
	for i := range n {
		for b := range classes {
			next[b] = best[b]
			if i > 0 {
				a := highest(best, steps[b:], classes)
				from[i*classes+b], next[b] = uint8(a), best[a]+steps[a*classes+b]
			}
			next[b] += scores[i*classes+b]
		}
		best, next = next, best
	}
	path := make([]uint8, n)
	for i, class := n-1, Best(best); i >= 0; i-- {
		path[i] = uint8(class)
		class = int(from[i*classes+class])
	}
	return path
}

// highest is the class from which the way to another scores most; steps begins
// at the step from the first class to that one, a stride of classes apart.
func highest(best, steps []int32, classes int) int {
	top := 0
	for a := range best {
		if best[a]+steps[a*classes] > best[top]+steps[top*classes] {
			top = a
		}
	}
	return top
}
