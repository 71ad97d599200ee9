package learn

import "slices"

// A Reader takes sentences through a network, one after the other, for one
// goroutine. A word that it has met goes through the first layer once only.
type Reader struct {
	Tags  []uint8 // of the words of the last sentence
	State State   // its tree: heads and labels

	net    *Network
	gap    int
	firsts []float32 // what the first layer gives for each word met
	active []int16
	stream matrix
	norm   []float32
	sums   []int32
	room   []float64
	places matrix
	ends   matrix
	hidden []float32
	scores []float32
}

// Reader makes a reader.
func (n *Network) Reader() *Reader {
	r := &Reader{net: n, gap: 1, norm: make([]float32, n.Width), hidden: make([]float32, n.Hidden)}
	for _, reach := range n.Reach {
		r.gap = max(r.gap, reach)
	}
	return r
}

// mostMet is how many words are kept in mind before all are forgotten, which
// bounds what a text of nothing but new words takes.
const mostMet = 1 << 14

// Full reports whether the words met are to be forgotten before the next
// sentence.
func (r *Reader) Full() bool { return len(r.firsts) > mostMet*r.net.Width }

// Forget forgets the words met.
func (r *Reader) Forget() { r.firsts = r.firsts[:0] }

// Meet takes a word, by the rows of its inputs, through the first layer and
// returns the number by which Read knows it.
func (r *Reader) Meet(inputs []int32) int {
	n := r.net
	r.active = zeros(r.active, tileRows*n.inputWidth())
	at := r.active
	for k, row := range inputs {
		t := &n.inputs[k]
		scale := t.scale[row] / n.unit
		for j, v := range t.values[int(row)*t.width : (int(row)+1)*t.width] {
			at[j] = nearest(float32(v) * scale)
		}
		at = at[t.width:]
	}
	r.sums = zeros(r.sums, tileRows*n.Width)
	layer := &n.layers[0]
	layer.parts[0].add(r.sums, r.active, n.inputWidth(), 1, &r.room)
	number := len(r.firsts) / n.Width
	r.firsts = append(r.firsts, make([]float32, n.Width)...)
	r.finish(layer, r.sums, n.unit, r.firsts[number*n.Width:])
	return number
}

// nearest is the nearest whole number within the bounds.
func nearest(v float32) int16 {
	const most = mostActive - 1
	return int16(int32(max(-most, min(most, v))+(most+0.5)) - most)
}

// finish adds to a word's stream what a layer's sums amount to.
func (r *Reader) finish(layer *wholeLayer, sums []int32, unit float32, stream []float32) {
	values := r.hiddenOf(len(stream))
	for i, scale := range layer.weights.scale {
		values[i] = float32(float32(sums[i])*float32(scale*unit)) + layer.bias[i]
	}
	normalise(values, r.norm)
	gain, shift := layer.gain[:len(stream)], layer.shift[:len(stream)]
	for i, v := range r.norm[:len(stream)] {
		stream[i] += float32(v*gain[i]) + shift[i]
	}
}

func (r *Reader) hiddenOf(n int) []float32 {
	r.scores = slices.Grow(r.scores[:0], n)
	return r.scores[:n]
}

// Read tags a sentence of words met and builds its tree.
func (r *Reader) Read(words []int) {
	n := r.net
	body := roundUp(len(words), tileRows)
	rows := body + 2*r.gap
	r.stream.resize(rows, n.Width)
	r.active = zeros(r.active, rows*n.Width)
	for i, word := range words {
		copy(r.stream.row(r.gap+i), r.firsts[word*n.Width:(word+1)*n.Width])
	}
	r.activate(len(words))
	for l := 1; l < len(n.layers); l++ {
		r.sums = zeros(r.sums, body*n.Width)
		for k := range n.layers[l].parts {
			shift := (k - 1) * n.Reach[l-1]
			n.layers[l].parts[k].add(r.sums, r.active[(r.gap+shift)*n.Width:], n.Width, len(words), &r.room)
		}
		for i := range words {
			r.finish(&n.layers[l], r.sums[i*n.Width:(i+1)*n.Width], 1./activeScale, r.stream.row(r.gap+i))
		}
		r.activate(len(words))
	}
	r.tag(len(words), body)
	r.build(len(words), body)
	r.name(len(words), body)
}

// activate rounds the stream for the next product.
func (r *Reader) activate(words int) {
	from, to := r.gap*r.net.Width, (r.gap+words)*r.net.Width
	active := r.active[from:to]
	for i, v := range r.stream.data[from:to] {
		active[i] = nearest(v * activeScale)
	}
}

// through is the stream's product with some weights, each row scaled.
func (r *Reader) through(w *whole, words, body int, into *matrix) {
	r.sums = zeros(r.sums, body*w.cols)
	w.add(r.sums, r.active[r.gap*r.net.Width:], r.net.Width, words, &r.room)
	into.resize(words, w.cols)
	for i := range words {
		scaled(into.row(i), r.sums[i*w.cols:], w.scale)
	}
}

func scaled(into []float32, sums []int32, scale []float32) {
	sums, scale = sums[:len(into)], scale[:len(into)]
	for i := range into {
		into[i] = float32(sums[i]) * float32(scale[i]*(1./activeScale))
	}
}

func (r *Reader) tag(words, body int) {
	var scores matrix
	r.through(&r.net.tags.weights, words, body, &scores)
	r.Tags = r.Tags[:0]
	for i := range words {
		row := scores.row(i)
		add(row, r.net.tags.bias)
		r.Tags = append(r.Tags, uint8(bestOf(row[:r.net.Tags])))
	}
}

// bestOf is the index of the highest score, the first of equals.
func bestOf(scores []float32) int {
	best := 0
	for i, score := range scores {
		if score > scores[best] {
			best = i
		}
	}
	return best
}

// build picks the moves greedily.
func (r *Reader) build(words, body int) {
	r.through(&r.net.places, words, body, &r.places)
	st := &r.State
	for st.Reset(words); !st.Done(); {
		hidden := r.hidden
		copy(hidden, r.net.bias.data)
		for k, node := range placesOf(st) {
			add(hidden, r.placed(r.places, r.net.edges, k, node))
		}
		for _, cue := range cuesOf(st) {
			add(hidden, r.net.cues.row(cue))
		}
		st.Do(r.best(hidden))
	}
	st.oneRoot()
}

// best is the move that the hidden layer scores highest, of those that can be made.
func (r *Reader) best(hidden []float32) Move {
	best, highest := Move(-1), float32(0)
	for m := range Move(Moves) {
		if !r.State.Can(m) {
			continue
		}
		if score := dot(hidden, r.net.moves.row(int(m))); best < 0 || score > highest {
			best, highest = m, score
		}
	}
	return best
}

// placed is what a node adds in the k-th place.
func (r *Reader) placed(words, edges matrix, k, node int) []float32 {
	from, to := k*r.net.Hidden, (k+1)*r.net.Hidden
	switch node {
	case 0:
		return edges.row(0)[from:to]
	case r.State.Root():
		return edges.row(1)[from:to]
	}
	return words.row(node - 1)[from:to]
}

// name names the arcs of the finished tree.
func (r *Reader) name(words, body int) {
	n := r.net
	r.through(&n.ends, words, body, &r.ends)
	r.active = zeros(r.active, body*n.Hidden)
	for i := range words {
		hidden := r.hidden
		copy(hidden, n.apart.row(apartOf(r.State.Head[i+1], i+1)))
		for k, node := range endsOf(&r.State, i+1) {
			add(hidden, r.placed(r.ends, n.limits, k, node))
		}
		for j, h := range hidden {
			r.active[i*n.Hidden+j] = nearest(max(h, 0) * activeScale)
		}
	}
	labels := &n.labels.weights
	r.sums = zeros(r.sums, body*labels.cols)
	labels.add(r.sums, r.active, n.Hidden, words, &r.room)
	scores := r.hiddenOf(labels.cols)
	for i := range words {
		scaled(scores, r.sums[i*labels.cols:], labels.scale)
		add(scores, n.labels.bias)
		r.State.Label[i+1] = bestOf(scores[:n.Labels])
	}
}
