package learn

import "math"

// A Network is a draft in small whole numbers, as a program carries and uses
// it: sums of products are exact, all else is rounded step by step, so that it
// reads the same on every machine.
type Network struct {
	Shape
	inputs []table8
	unit   float32 // of the inputs' numbers once they stand side by side
	layers []wholeLayer
	tags   wholeDense
	places whole
	ends   whole
	labels wholeDense
	floats // the weights that are only added
}

// table8 is a table of vectors, one byte a number, each row with its scale.
type table8 struct {
	width  int
	values []int8
	scale  []float32
}

type wholeLayer struct {
	weights whole
	parts   []whole // of the weights: one, or those for the word before, itself and the word after
	bias    []float32
	gain    []float32
	shift   []float32
}

type wholeDense struct {
	weights whole
	bias    []float32
}

type floats struct{ moves, bias, edges, cues, limits, apart matrix }

// newNetwork has room for the weights of a shape.
func newNetwork(s Shape) *Network {
	n := &Network{
		Shape: s, places: newWhole(s.Width, Places*s.Hidden), ends: newWhole(s.Width, Ends*s.Hidden),
		tags: newWholeDense(s.Width, s.Tags), labels: newWholeDense(s.Hidden, s.Labels),
		floats: floats{
			newMatrix(Moves, s.Hidden), newMatrix(1, s.Hidden), newMatrix(2, Places*s.Hidden),
			newMatrix(cueRows, s.Hidden), newMatrix(2, Ends*s.Hidden), newMatrix(apartRows, s.Hidden),
		},
	}
	for _, input := range s.Inputs {
		n.inputs = append(n.inputs, table8{input.Width, make([]int8, input.Rows*input.Width), make([]float32, input.Rows)})
	}
	for l := range len(s.Reach) + 1 {
		in := s.inputWidth()
		if l > 0 {
			in = 3 * s.Width
		}
		n.layers = append(n.layers, wholeLayer{
			weights: newWhole(in, s.Width), bias: make([]float32, s.Width), gain: make([]float32, s.Width), shift: make([]float32, s.Width),
		})
	}
	return n
}

func newWholeDense(in, out int) wholeDense {
	out = roundUp(out, wholeColumns)
	return wholeDense{newWhole(in, out), make([]float32, out)}
}

// network rounds a draft.
func (d *draft) network() *Network {
	n := newNetwork(d.Shape)
	for k, m := range d.inputs {
		n.inputs[k].round(m)
	}
	for l, layer := range d.layers {
		to := &n.layers[l]
		to.weights.round(layer.weights)
		to.bias, to.gain, to.shift = layer.bias.data, layer.gain.data, layer.shift.data
	}
	n.tags.weights.round(d.tags.weights)
	n.labels.weights.round(d.labels.weights)
	n.tags.bias, n.labels.bias = d.tags.bias.data, d.labels.bias.data
	n.places.round(d.places)
	n.ends.round(d.ends)
	n.floats = floats{d.moves.weights, d.moves.bias, d.edges, d.cues, d.limits, d.apart}
	n.ready()
	return n
}

func (t *table8) round(m matrix) {
	for i := range m.rows {
		most := float32(0)
		for _, v := range m.row(i) {
			most = max(most, abs(v))
		}
		t.scale[i] = most / math.MaxInt8
		for j, v := range m.row(i) {
			if most > 0 {
				t.values[i*m.cols+j] = int8(math.Round(float64(v / t.scale[i])))
			}
		}
	}
}

// ready lays the weights out as they are used.
func (n *Network) ready() {
	n.unit = 0
	for _, t := range n.inputs {
		for _, scale := range t.scale {
			n.unit = max(n.unit, scale*math.MaxInt8/(mostActive-1))
		}
	}
	for l := range n.layers {
		layer := &n.layers[l]
		layer.parts = layer.weights.cut(min(1+2*l, 3))
	}
	n.tags.weights.lay()
	n.labels.weights.lay()
	n.places.lay()
	n.ends.lay()
}

// Weights is how many numbers the network has.
func (n *Network) Weights() int {
	sum := 0
	for _, t := range n.inputs {
		sum += len(t.values)
	}
	for _, w := range n.wholes() {
		sum += len(w.values)
	}
	for _, f := range n.singles() {
		sum += len(f)
	}
	return sum
}

// wholes lists the matrices of whole numbers, in the order of packing.
func (n *Network) wholes() []*whole {
	var out []*whole
	for l := range n.layers {
		out = append(out, &n.layers[l].weights)
	}
	return append(out, &n.tags.weights, &n.places, &n.ends, &n.labels.weights)
}

// singles lists the numbers that are not rounded, in the order of packing.
func (n *Network) singles() [][]float32 {
	var out [][]float32
	for _, l := range n.layers {
		out = append(out, l.bias, l.gain, l.shift)
	}
	f := n.floats
	return append(out, n.tags.bias, n.labels.bias, f.moves.data, f.bias.data, f.edges.data, f.cues.data, f.limits.data, f.apart.data)
}
