package learn

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A Field is a conditional random field over rows of places in training
// (Lafferty, McCallum and Pereira 2001): a linear model that weighs each class
// of a place by what is seen there and by the class before it, and learns how
// likely the whole row is, not only which row is best. What is seen may be weighed
// together with the class before, as a Chain does.
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
	scores  []float32 // of each place and class
	turning []float32 // of each place, class before and class
	turned  []Feature
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

// Learn takes one step towards the right classes of a row. Where nothing is seen
// together with the class before, the steps are the same at every place.
func (f *Field) Learn(places []Place, right []uint8) {
	shown, turns := make([]Place, len(places)), false
	for i, p := range places {
		shown[i] = Place{Seen: f.show(p.Seen), Turns: f.show(p.Turns)}
		turns = turns || len(p.Turns) > 0
	}
	steps := f.steps
	if turns {
		steps = f.turns(shown)
	}
	f.lattice.fill(len(shown), f.score(shown), steps)
	before := f.classes
	for i := range shown {
		f.lattice.judge(i, before, int(right[i]))
		f.move(shown[i].Seen, f.lattice.fault)
		if turns {
			f.moveTurns(i, shown[i].Turns)
		} else {
			f.moveSteps()
		}
		before = int(right[i])
	}
}

// Choose takes one step towards the right class of something that stands alone,
// with no class before or behind it (multinomial logistic regression).
func (f *Field) Choose(features []Feature, right int) {
	alone := []Place{{Seen: f.show(features)}}
	f.lattice.fill(1, f.score(alone), make([]float32, len(f.steps)))
	f.lattice.judge(0, f.classes, right)
	f.move(alone[0].Seen, f.lattice.fault)
}

// show leaves out some features; sum makes up for them.
func (f *Field) show(features []Feature) []Feature {
	out := make([]Feature, 0, len(features))
	for _, feature := range features {
		if f.random.Float64() >= f.growth.Drop {
			out = append(out, feature)
		}
	}
	return out
}

// score is what each class of each place is worth.
func (f *Field) score(places []Place) []float32 {
	f.scores = cleared(f.scores, len(places)*f.classes)
	for i, p := range places {
		f.sum(p.Seen, f.scores[i*f.classes:(i+1)*f.classes])
	}
	return f.scores
}

// turns is what each step to each place is worth, by what is seen with the class
// before.
func (f *Field) turns(places []Place) []float32 {
	size := (f.classes + 1) * f.classes
	f.turning = cleared(f.turning, len(places)*size)
	for i, p := range places {
		for before := range f.befores(i) {
			at := i*size + f.from(i, before)*f.classes
			f.sum(f.turn(i, before, p.Turns), f.turning[at:at+f.classes])
		}
	}
	return f.turning
}

// befores is how many classes may stand before place i.
func (f *Field) befores(i int) int {
	if i == 0 {
		return 1
	}
	return f.classes
}

// from is the row of the steps from a class to place i: to the first, that of the
// beginning.
func (f *Field) from(i, before int) int {
	if i == 0 {
		return f.classes
	}
	return before
}

func (f *Field) turn(i, before int, turns []Feature) []Feature {
	f.turned = following(f.turned[:0], turns, label(i, before))
	return f.turned
}

func (f *Field) sum(features []Feature, into []float32) {
	for _, feature := range features {
		row := int(feature>>(64-f.bits)) * f.classes
		for class, weight := range f.weights[row : row+f.classes] {
			into[class] += weight
		}
	}
	for class := range into {
		into[class] /= float32(1 - f.growth.Drop)
	}
}

// smallest fault that is mended: a smaller one costs time and teaches nothing.
const smallest = 1e-3

// move takes the step that the faults of the classes ask for.
func (f *Field) move(features []Feature, faults []float64) {
	for class, fault := range faults {
		if math.Abs(fault) < smallest {
			continue
		}
		for _, feature := range features {
			i := int(feature>>(64-f.bits))*f.classes + class
			f.step(&f.weights[i], &f.squares[i], fault)
		}
	}
}

func (f *Field) moveTurns(i int, turns []Feature) {
	for before := range f.befores(i) {
		at := f.from(i, before) * f.classes
		f.move(f.turn(i, before, turns), f.lattice.stepFault[at:at+f.classes])
	}
}

func (f *Field) moveSteps() {
	for i, fault := range f.lattice.stepFault {
		if math.Abs(fault) >= smallest {
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

// Join adds what another field has kept, which learned the same in another order:
// what one learned by chance, the other takes back.
func (f *Field) Join(other *Field) {
	add(f.kept, other.kept)
	add(f.keptTo, other.keptTo)
	f.keeps += other.keeps
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

func cleared(room []float32, n int) []float32 {
	if cap(room) < n {
		return make([]float32, n)
	}
	room = room[:n]
	clear(room)
	return room
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
