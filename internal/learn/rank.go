package learn

import "math"

// A Contest is a choice among options, each told by the numbers of its features;
// the right one is known.
type Contest struct {
	Options [][]int
	Right   int
}

// Rank learns what each feature is worth, so that the right option of a contest
// is worth more than the others: a conditional logit model, fitted by stochastic
// gradient ascent with shrinking steps. The decay keeps weights near zero for
// which little speaks.
//
//	near + subject beats far + subject, … → near 0.7, far −0.7, subject 0
func Rank(contests []Contest, features, rounds int, decay float64) []float64 {
	weights, sums := make([]float64, features), make([]float64, features)
	for round := range rounds {
		step := 0.1 / (1 + float64(round)/8)
		for _, c := range contests {
			c.pull(weights, step)
		}
		for i := range weights {
			weights[i] *= 1 - step*decay
			sums[i] += weights[i] / float64(rounds)
		}
	}
	return sums
}

// pull moves the weights towards the right option, and away from each by how
// likely it is taken to be.
func (c Contest) pull(weights []float64, step float64) {
	chances := c.Chances(weights)
	for i, option := range c.Options {
		move := -step * chances[i]
		if i == c.Right {
			move += step
		}
		for _, f := range option {
			weights[f] += move
		}
	}
}

// Chances is how likely each option is taken to be the right one.
func (c Contest) Chances(weights []float64) []float64 {
	out := make([]float64, len(c.Options))
	most := math.Inf(-1)
	for i, option := range c.Options {
		for _, f := range option {
			out[i] += weights[f]
		}
		most = max(most, out[i])
	}
	total := 0.0
	for i := range out {
		out[i] = math.Exp(out[i] - most)
		total += out[i]
	}
	for i := range out {
		out[i] /= total
	}
	return out
}
