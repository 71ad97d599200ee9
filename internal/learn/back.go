package learn

// turned are the weights with rows for columns, by which errors go back.
type turned struct {
	layers                     []matrix
	tags, places, ends, labels matrix
}

func (t *turned) of(n *draft) {
	if t.layers == nil {
		t.layers = make([]matrix, len(n.layers))
	}
	for l := range n.layers {
		n.layers[l].weights.turned(&t.layers[l])
	}
	n.tags.weights.turned(&t.tags)
	n.places.turned(&t.places)
	n.ends.turned(&t.ends)
	n.labels.weights.turned(&t.labels)
}

// back takes the errors of the last stream, which it uses up, to all weights of
// the layers and inputs.
func (p *pass) back(errors matrix, by *turned, grad *draft) {
	var sums, inner matrix
	for l := len(p.net.layers) - 1; l >= 0; l-- {
		p.backNorm(l, errors, &sums, &grad.layers[l])
		if l > 0 {
			p.backAround(l, sums, errors, by.layers[l], grad.layers[l].weights)
			continue
		}
		addProduct(grad.layers[0].weights.data, p.net.Width, factor{p.joined.data, 1, p.joined.cols}, sums, p.joined.cols)
		inner.resize(p.rows(), p.joined.cols)
		p.add(inner, sums, 0, by.layers[0])
		p.backInputs(inner, grad)
	}
}

// backAround adds the errors of a layer's sums to those of the stream that it
// looked at; the stream's own stay, as it also goes on past the layer.
func (p *pass) backAround(l int, sums, errors, turned, grad matrix) {
	for side := -1; side <= 1; side++ {
		shift := side * p.net.Reach[l-1]
		stream := p.streams[l-1]
		body := matrix{p.body, sums.cols, sums.data[p.gap*sums.cols : (p.gap+p.body)*sums.cols]}
		addProduct(part(grad, side).data, grad.cols, factor{stream.data[(p.gap+shift)*stream.cols:], 1, stream.cols}, body, stream.cols)
		addColumns(errors.data[(p.gap+shift)*errors.cols:], errors.cols, factor{body.data, body.cols, 1}, turned, (side+1)*errors.cols, errors.cols, p.body)
	}
}

// backNorm turns a stream's errors into those of the sums it was made of.
func (p *pass) backNorm(l int, errors matrix, sums *matrix, grad *layer) {
	sums.resize(p.rows(), p.net.Width)
	gain := p.net.layers[l].gain.data
	scaled := make([]float32, p.net.Width)
	for _, row := range p.words {
		copy(scaled, errors.row(row))
		if mask := p.masks[l+1]; mask.rows > 0 {
			for i, m := range mask.row(row) {
				scaled[i] *= m
			}
		}
		norm, out, sum := p.norms[l].row(row), sums.row(row), p.sums[l].row(row)
		var mean, along float32
		for i, e := range scaled {
			grad.gain.data[i] += float32(e * norm[i])
			grad.shift.data[i] += e
			scaled[i] = e * gain[i]
			mean += scaled[i]
			along += float32(scaled[i] * norm[i])
		}
		mean /= float32(len(norm))
		along /= float32(len(norm))
		for i, e := range scaled {
			if sum[i] > 0 {
				out[i] = (e - mean - float32(norm[i]*along)) * p.inverse[l][row]
			}
		}
		add(grad.bias.data, out)
	}
}

func (p *pass) backInputs(errors matrix, grad *draft) {
	kinds := len(p.net.inputs)
	for i, row := range p.words {
		from := errors.row(row)
		if mask := p.masks[0]; mask.rows > 0 {
			for k, m := range mask.row(row) {
				from[k] *= m
			}
		}
		for k := range p.net.inputs {
			to := grad.inputs[k].row(int(p.inputs[i*kinds+k]))
			add(to, from[:len(to)])
			from = from[len(to):]
		}
	}
}
