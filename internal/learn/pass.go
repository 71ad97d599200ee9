package learn

import (
	"math"
	"math/rand/v2"
)

// An Example is a sentence to learn from: for each word the rows of its inputs
// one after the other, its tag, and, for nodes as State counts them, heads and
// labels.
type Example struct {
	Inputs []int32
	Tags   []uint8
	Heads  []int
	Labels []int
}

func (e *Example) words() int { return len(e.Tags) }

// A pass takes sentences through the layers in training, several at once, with
// empty rows between them as wide as a layer reaches.
type pass struct {
	net     *draft
	noise   *noise // nil when nothing is to be left out
	gap     int
	body    int // rows between the first and the last gap, in whole tiles
	words   []int
	inputs  []int32  // rows of the tables, for each word
	joined  matrix   // the words' inputs side by side
	streams []matrix // what comes out of each layer
	sums    []matrix // what each layer's product gave, not below zero
	norms   []matrix // the same with mean 0 and variance 1
	inverse [][]float32
	masks   []matrix // what noise left, for the inputs and each layer
}

func newPass(net *draft) *pass {
	layers := len(net.layers)
	p := &pass{
		net: net, gap: 1, streams: make([]matrix, layers), sums: make([]matrix, layers), norms: make([]matrix, layers),
		inverse: make([][]float32, layers), masks: make([]matrix, layers+1),
	}
	for _, reach := range net.Reach {
		p.gap = max(p.gap, reach)
	}
	return p
}

// layOut gives each word of the sentences its row.
func (p *pass) layOut(sentences []*Example) {
	p.words, p.inputs = p.words[:0], p.inputs[:0]
	row := p.gap
	for _, s := range sentences {
		for range s.words() {
			p.words = append(p.words, row)
			row++
		}
		p.inputs = append(p.inputs, s.Inputs...)
		row += p.gap
	}
	p.body = roundUp(row-p.gap, tileRows)
}

func (p *pass) rows() int { return p.body + 2*p.gap }

// forward fills in the streams of what is laid out.
func (p *pass) forward() {
	p.look()
	for l := range p.net.layers {
		layer := &p.net.layers[l]
		p.sums[l].resize(p.rows(), p.net.Width)
		for _, row := range p.words {
			copy(p.sums[l].row(row), layer.bias.data)
		}
		if l == 0 {
			p.add(p.sums[l], p.joined, 0, layer.weights)
		}
		for side := -1; side <= 1 && l > 0; side++ {
			p.add(p.sums[l], p.streams[l-1], side*p.net.Reach[l-1], part(layer.weights, side))
		}
		p.normalise(l)
	}
}

// part is the weights for one side: before, at or after the word.
func part(weights matrix, side int) matrix {
	rows := weights.rows / 3
	return matrix{rows, weights.cols, weights.data[(side+1)*rows*weights.cols : (side+2)*rows*weights.cols]}
}

// add adds x·weights to sums, each row seeing the one that lies shift below.
func (p *pass) add(sums, x matrix, shift int, weights matrix) {
	addProduct(sums.data[p.gap*sums.cols:], sums.cols, factor{x.data[(p.gap+shift)*x.cols:], x.cols, 1}, weights, p.body)
}

// look puts the words' inputs side by side.
func (p *pass) look() {
	p.joined.resize(p.rows(), p.net.inputWidth())
	kinds := len(p.net.inputs)
	for i, row := range p.words {
		out := p.joined.row(row)
		for k, table := range p.net.inputs {
			if p.noise.blanks() {
				p.inputs[i*kinds+k] = 0
			}
			copy(out, table.row(int(p.inputs[i*kinds+k])))
			out = out[table.cols:]
		}
	}
	p.noise.thin(p.joined, &p.masks[0])
}

// normalise turns a layer's sums into its stream.
func (p *pass) normalise(l int) {
	layer := &p.net.layers[l]
	p.norms[l].resize(p.rows(), p.net.Width)
	p.streams[l].resize(p.rows(), p.net.Width)
	p.inverse[l] = zeros(p.inverse[l], p.rows())
	for _, row := range p.words {
		out, norm := p.streams[l].row(row), p.norms[l].row(row)
		p.inverse[l][row] = normalise(p.sums[l].row(row), norm)
		for i, v := range norm {
			out[i] = float32(v*layer.gain.data[i]) + layer.shift.data[i]
		}
	}
	p.noise.thin(p.streams[l], &p.masks[l+1])
	for _, row := range p.words {
		if l > 0 {
			add(p.streams[l].row(row), p.streams[l-1].row(row))
		}
	}
}

const leastVariance = 1e-5

// normalise cuts off what is below zero and brings the rest to mean 0 and
// variance 1; it returns what it multiplied by.
func normalise(sums, norm []float32) float32 {
	var sum, squares float32
	for i, v := range sums {
		sums[i] = max(v, 0)
		sum += sums[i]
	}
	mean := sum / float32(len(sums))
	for i, v := range sums {
		norm[i] = v - mean
		squares += float32(norm[i] * norm[i])
	}
	inverse := float32(1 / math.Sqrt(float64(squares/float32(len(sums))+leastVariance)))
	for i := range norm {
		norm[i] *= inverse
	}
	return inverse
}

// noise leaves out inputs and parts of vectors at random, so that no word is
// learned by heart and none relies on a single number.
type noise struct {
	random *rand.Rand
	blank  float32 // share of inputs that are taken for unknown
	drop   float32 // share of numbers set to zero
}

func (n *noise) blanks() bool { return n != nil && n.random.Float32() < n.blank }

// thin sets some numbers to zero and makes the others as much larger.
func (n *noise) thin(m matrix, mask *matrix) {
	if n == nil || n.drop == 0 {
		mask.resize(0, 0)
		return
	}
	mask.resize(m.rows, m.cols)
	least, kept := uint64(n.drop*256), 1/(1-float32(uint64(n.drop*256))/256)
	var bits uint64
	for i := range m.data {
		if i%8 == 0 {
			bits = n.random.Uint64()
		}
		if bits&255 >= least {
			mask.data[i] = kept
		}
		m.data[i] *= mask.data[i]
		bits >>= 8
	}
}
