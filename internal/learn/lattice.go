package learn

import "math"

// A lattice holds all ways through a row of words, and how likely each step of
// them is under the weights as they are. The row of classes has one more at its
// end, the beginning, from which every way starts.
type lattice struct {
	classes   int
	lift      []float64 // of each word and class
	step      []float64 // of each class before with each that follows, either once or for each word
	ahead     []float64 // what all ways up to before a word give to the class before it
	behind    []float64 // what all ways from a word on give to the class before it
	fault     []float64 // by how much each class of the judged word is too unlikely
	stepFault []float64
}

// fill finds the sums from the front and from the back, each word's scaled so
// that no row is too long to be reckoned.
func (l *lattice) fill(n int, scores, steps []float32) {
	k, wide := l.classes, l.classes+1
	l.lift, l.step = zeros(l.lift, n*k), zeros(l.step, len(steps))
	l.stepFault = zeros(l.stepFault, wide*k)
	l.ahead, l.behind = zeros(l.ahead, (n+1)*wide), zeros(l.behind, (n+1)*wide)
	l.fault = zeros(l.fault, k)
	for i := range n {
		exponents(l.lift[i*k:(i+1)*k], scores[i*k:(i+1)*k])
	}
	for i, s := range steps {
		l.step[i] = math.Exp(float64(s))
	}
	l.ahead[k] = 1
	for i := range n {
		l.forward(l.stepsTo(i), l.ahead[i*wide:(i+1)*wide], l.ahead[(i+1)*wide:(i+2)*wide], l.lift[i*k:(i+1)*k])
	}
	for a := range wide {
		l.behind[n*wide+a] = 1
	}
	for i := n - 1; i >= 0; i-- {
		l.backward(l.stepsTo(i), l.behind[(i+1)*wide:(i+2)*wide], l.behind[i*wide:(i+1)*wide], l.lift[i*k:(i+1)*k])
	}
}

// stepsTo are the steps to word i.
func (l *lattice) stepsTo(i int) []float64 {
	size := (l.classes + 1) * l.classes
	if i *= size; i+size <= len(l.step) {
		return l.step[i : i+size]
	}
	return l.step[:size]
}

func exponents(into []float64, scores []float32) {
	top := scores[0]
	for _, score := range scores {
		top = max(top, score)
	}
	for i, score := range scores {
		into[i] = math.Exp(float64(score - top))
	}
}

func (l *lattice) forward(steps, from, to, lift []float64) {
	for a, share := range from {
		if share == 0 {
			continue
		}
		for b, step := range steps[a*l.classes : (a+1)*l.classes] {
			to[b] += share * step * lift[b]
		}
	}
	scale(to)
}

func (l *lattice) backward(steps, from, to, lift []float64) {
	for a := range to {
		for b, step := range steps[a*l.classes : (a+1)*l.classes] {
			to[a] += step * lift[b] * from[b]
		}
	}
	scale(to)
}

func scale(shares []float64) {
	sum := 0.0
	for _, share := range shares {
		sum += share
	}
	for i := range shares {
		shares[i] /= sum
	}
}

// judge compares a word's classes, and the steps to them, with the right ones.
func (l *lattice) judge(i, before, right int) {
	k, wide := l.classes, l.classes+1
	steps, sum := l.stepsTo(i), 0.0
	for a := range wide {
		for b := range k {
			share := l.ahead[i*wide+a] * steps[a*k+b] * l.lift[i*k+b] * l.behind[(i+1)*wide+b]
			l.stepFault[a*k+b] = -share
			sum += share
		}
	}
	clear(l.fault)
	for i := range l.stepFault {
		l.stepFault[i] /= sum
		l.fault[i%k] += l.stepFault[i]
	}
	l.stepFault[before*k+right]++
	l.fault[right]++
}
