package learn

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// A Course says how long and how to learn. The zero value is what was found
// best on held-out sentences.
type Course struct {
	Epochs int     // 18: later ones gain less than chance
	Batch  int     // 16 sentences
	Rate   float64 // 0.0012: of a step, at its longest
	Drop   float32 // 0.25: share of every vector that is left out while learning
	Blank  float32 // 0.08: share of inputs taken for unknown, so that unknown ones are learned
	Seed   uint64
	Log    func(string)
}

func (c Course) filled() Course {
	c.Epochs, c.Batch, c.Rate = cmp.Or(c.Epochs, 18), cmp.Or(c.Batch, 16), cmp.Or(c.Rate, 0.0012)
	c.Drop, c.Blank = cmp.Or(c.Drop, 0.25), cmp.Or(c.Blank, 0.08)
	if c.Log == nil {
		c.Log = func(string) {}
	}
	return c
}

// lanes learn side by side. They are always as many, so that what is learned
// does not depend on how many processors there are.
const lanes = 2

// explore is how often a tree goes on from the network's own move, right or
// wrong, once a first epoch has taught it something.
const explore = 0.8

// A course under way.
type course struct {
	Course
	net            *draft
	lanes          [lanes]*lane
	by             turned
	first, second  *draft // means of the gradient and of its square
	mean           *draft // of the weights over the last part of the course
	means          int
	step, allSteps int
}

// Learn trains a network. The same examples and course give the same weights,
// bit for bit.
func Learn(shape Shape, examples []*Example, settings Course) *Network {
	c := &course{Course: settings.filled(), net: newDraft(shape), first: newDraft(shape), second: newDraft(shape), mean: newDraft(shape)}
	c.net.start(rand.New(rand.NewPCG(c.Seed, 0)))
	for i := range c.lanes {
		random := rand.New(rand.NewPCG(c.Seed, uint64(i)+1))
		c.lanes[i] = &lane{pass: newPass(c.net), grad: newDraft(shape), by: &c.by, random: random}
		c.lanes[i].noise = &noise{random, c.Blank, c.Drop}
	}
	order := rand.New(rand.NewPCG(c.Seed, lanes+1))
	batches := (len(examples) + c.Batch - 1) / c.Batch
	c.allSteps = c.Epochs * batches
	sequence := order.Perm(len(examples))
	for epoch := range c.Epochs {
		order.Shuffle(len(sequence), func(i, j int) { sequence[i], sequence[j] = sequence[j], sequence[i] })
		for b := range batches {
			c.learn(examples, sequence[b*c.Batch:min((b+1)*c.Batch, len(sequence))])
		}
		c.report(epoch)
	}
	if c.means > 0 {
		c.takeMean()
	}
	return c.net.network()
}

// learn makes one step.
func (c *course) learn(examples []*Example, batch []int) {
	c.by.of(c.net)
	var all sync.WaitGroup
	for i, l := range c.lanes {
		var mine []*Example
		for k := i; k < len(batch); k += lanes {
			mine = append(mine, examples[batch[k]])
		}
		all.Go(func() { l.learn(mine) })
	}
	all.Wait()
	c.descend()
	c.step++
	if c.step > c.allSteps*3/5 && c.step%meanEvery == 0 {
		c.addToMean()
	}
	if c.step > c.allSteps/c.Epochs {
		for _, l := range c.lanes {
			l.explore = explore
		}
	}
}

func (c *course) report(epoch int) {
	var sum Loss
	for _, l := range c.lanes {
		sum.Tags, sum.Moves, sum.Labels = sum.Tags+l.loss.Tags, sum.Moves+l.loss.Moves, sum.Labels+l.loss.Labels
		sum.Words, sum.Steps = sum.Words+l.loss.Words, sum.Steps+l.loss.Steps
		l.loss = Loss{}
	}
	words := float64(sum.Words)
	c.Log(fmt.Sprintf("epoch %d: loss of tags %.3f, moves %.3f, labels %.3f", epoch+1, sum.Tags/words, sum.Moves/float64(sum.Steps), sum.Labels/words))
}

const (
	meanEvery    = 50  // steps between the weights that are averaged
	warm         = 200 // steps until the rate is reached
	longest      = 50  // of the gradient
	decay        = 1e-4
	firstMemory  = 0.9
	secondMemory = 0.999
)

// rate rises at first, stays, and falls for the last three fifths.
func (c *course) rate() float64 {
	done := float64(c.step) / float64(c.allSteps)
	rate := c.Rate * min(1, float64(c.step+1)/warm)
	if done > 0.4 {
		rate *= max(0.03, 1-(done-0.4)/0.6)
	}
	t := float64(c.step + 1)
	return rate * math.Sqrt(1-math.Pow(secondMemory, t)) / (1 - math.Pow(firstMemory, t))
}

// descend moves the weights against the gradient (Adam, Kingma and Ba 2015) and
// clears it. Rows of the inputs that were not seen stay as they are.
func (c *course) descend() {
	c.gather()
	scale := c.scale()
	rate := float32(c.rate())
	net, first, second, grad := c.net.all(), c.first.all(), c.second.all(), c.lanes[0].grad.all()
	for k := range net {
		if k < len(c.net.inputs) {
			for _, row := range c.seen(k) {
				if g := grad[k].row(row); slices.ContainsFunc(g, notZero) {
					move(net[k].row(row), first[k].row(row), second[k].row(row), g, scale, rate)
					clear(g)
				}
			}
			continue
		}
		move(net[k].data, first[k].data, second[k].data, grad[k].data, scale, rate)
		clear(grad[k].data)
	}
}

// gather adds all lanes' gradients to the first's.
func (c *course) gather() {
	to := c.lanes[0].grad.all()
	for _, l := range c.lanes[1:] {
		for k, from := range l.grad.all() {
			if k >= len(c.net.inputs) {
				add(to[k].data, from.data)
				clear(from.data)
				continue
			}
			for i := k; i < len(l.inputs); i += len(c.net.inputs) {
				row := int(l.inputs[i])
				add(to[k].row(row), from.row(row))
				clear(from.row(row))
			}
		}
	}
}

// seen are the rows of an input that the batch has shown, some more than once.
func (c *course) seen(k int) []int {
	var rows []int
	for _, l := range c.lanes {
		for i := k; i < len(l.inputs); i += len(c.net.inputs) {
			rows = append(rows, int(l.inputs[i]))
		}
	}
	return rows
}

func notZero(v float32) bool { return v != 0 }

// scale shortens a gradient that is too long.
func (c *course) scale() float32 {
	sum := 0.0
	for _, m := range c.lanes[0].grad.all()[len(c.net.inputs):] {
		part := float32(0)
		for _, g := range m.data {
			part += float32(g * g)
		}
		sum += float64(part)
	}
	if length := math.Sqrt(sum); length > longest {
		return float32(longest / length)
	}
	return 1
}

func move(weights, first, second, grad []float32, scale, rate float32) {
	first, second, grad = first[:len(weights)], second[:len(weights)], grad[:len(weights)]
	for i, w := range weights {
		g := grad[i] * scale
		first[i] = float32(firstMemory*first[i]) + float32((1-firstMemory)*g)
		second[i] = float32(secondMemory*second[i]) + float32(float32((1-secondMemory)*g)*g)
		step := first[i]/(float32(math.Sqrt(float64(second[i])))+1e-7) + float32(decay*w)
		weights[i] = w - float32(rate*step)
	}
}

func (c *course) addToMean() {
	mean := c.mean.all()
	for k, m := range c.net.all() {
		add(mean[k].data, m.data)
	}
	c.means++
}

func (c *course) takeMean() {
	mean := c.mean.all()
	for k, m := range c.net.all() {
		for i := range m.data {
			m.data[i] = mean[k].data[i] / float32(c.means)
		}
	}
}
