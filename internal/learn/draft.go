package learn

import (
	"math"
	"math/rand/v2"
)

// A Shape says how large a network is. Width, Hidden and the sum of the inputs'
// widths are multiples of 16.
type Shape struct {
	Inputs []Input // what is known of a word, each a table of vectors
	Width  int     // of the vector that a word has in every layer
	Reach  []int   // for each layer, how far it looks to either side
	Hidden int     // units that pick a move, and that name an arc
	Tags   int
	Labels int
}

// An Input is a table of vectors; row 0 stands for what is not known.
type Input struct{ Rows, Width int }

// inputWidth is the length of a word's vectors side by side.
func (s Shape) inputWidth() int {
	width := 0
	for _, input := range s.Inputs {
		width += input.Width
	}
	return width
}

// A draft reads the words of a sentence all at once: their vectors pass
// through layers in which each word sees its neighbours; from what comes out
// the words are tagged, moves are picked (see State) and arcs are named.
type draft struct {
	Shape
	inputs []matrix
	layers []layer // the first joins the inputs, the others look around
	tags   dense
	places matrix // a word in each place of the state → hidden units
	edges  matrix // what stands in a place where no word is, or the root
	cues   matrix // distances and counts → hidden units
	moves  dense  // one row a move; bias of the hidden units before it
	ends   matrix // a word in each place around an arc → hidden units
	limits matrix // as edges
	apart  matrix // direction and length of an arc → hidden units
	labels dense
}

// A layer is relu(x·weights + bias), brought to mean 0 and variance 1 and then
// to a scale of its own.
type layer struct{ weights, bias, gain, shift matrix }

// dense is x·weights + bias, in columns enough for a product by tiles.
type dense struct{ weights, bias matrix }

func newLayer(in, out int) layer {
	return layer{newMatrix(in, out), newMatrix(1, out), newMatrix(1, out), newMatrix(1, out)}
}

func newDense(in, out int) dense {
	out = roundUp(out, tileCols)
	return dense{newMatrix(in, out), newMatrix(1, out)}
}

// newDraft is all zero.
func newDraft(s Shape) *draft {
	n := &draft{
		Shape: s, tags: newDense(s.Width, s.Tags), labels: newDense(s.Hidden, s.Labels),
		places: newMatrix(s.Width, Places*s.Hidden), edges: newMatrix(2, Places*s.Hidden), cues: newMatrix(cueRows, s.Hidden),
		moves: dense{newMatrix(Moves, s.Hidden), newMatrix(1, s.Hidden)},
		ends:  newMatrix(s.Width, Ends*s.Hidden), limits: newMatrix(2, Ends*s.Hidden), apart: newMatrix(apartRows, s.Hidden),
	}
	for _, input := range s.Inputs {
		n.inputs = append(n.inputs, newMatrix(input.Rows, input.Width))
	}
	n.layers = append(n.layers, newLayer(s.inputWidth(), s.Width))
	for range s.Reach {
		n.layers = append(n.layers, newLayer(3*s.Width, s.Width))
	}
	return n
}

// all lists the weights, in the order in which they are packed: the inputs
// first.
func (n *draft) all() []*matrix {
	var out []*matrix
	for i := range n.inputs {
		out = append(out, &n.inputs[i])
	}
	for i := range n.layers {
		l := &n.layers[i]
		out = append(out, &l.weights, &l.bias, &l.gain, &l.shift)
	}
	for _, d := range []*dense{&n.tags, &n.moves, &n.labels} {
		out = append(out, &d.weights, &d.bias)
	}
	return append(out, &n.places, &n.edges, &n.cues, &n.ends, &n.limits, &n.apart)
}

// start draws the first weights: as large as keeps the sums over a row of them
// near one.
func (n *draft) start(r *rand.Rand) {
	draw := func(m matrix, spread float64) {
		for i := range m.data {
			m.data[i] = float32((2*r.Float64() - 1) * spread * math.Sqrt(3))
		}
	}
	for _, m := range n.inputs {
		draw(m, 0.1)
	}
	for _, l := range n.layers {
		draw(l.weights, math.Sqrt(2/float64(l.weights.rows)))
		for i := range l.gain.data {
			l.gain.data[i] = 1
		}
	}
	draw(n.tags.weights, 0.05)
	draw(n.places, math.Sqrt(2/float64(4*n.Width)))
	draw(n.edges, 0.3)
	draw(n.cues, 0.1)
	draw(n.moves.weights, 0.1)
	draw(n.ends, math.Sqrt(1/float64(n.Width)))
	draw(n.limits, 0.3)
	draw(n.apart, 0.1)
	draw(n.labels.weights, 0.1)
}
