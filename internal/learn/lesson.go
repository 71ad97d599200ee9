package learn

import (
	"math"
	"math/rand/v2"
)

// A lane learns from its part of a batch; its gradient is added to that of the
// others in their order, so that it does not matter which is ready first.
type lane struct {
	*pass
	grad    *draft
	by      *turned
	random  *rand.Rand
	explore float64
	loss    Loss

	tags, places, ends, labels, hidden matrix // scores and sums, then their errors
	errors                             matrix // of the last stream
	toPlaces, toEnds, toHidden         matrix
	state                              State
}

// A Loss is how far the network was off, summed up over its three tasks.
type Loss struct {
	Tags, Moves, Labels float64
	Words, Steps        int
}

// learn adds the gradient of some sentences.
func (l *lane) learn(sentences []*Example) {
	if l.layOut(sentences); len(l.words) == 0 {
		return
	}
	l.forward()
	l.errors.resize(l.rows(), l.net.Width)
	l.learnTags(sentences)
	l.learnMoves(sentences)
	l.learnLabels(sentences)
	l.back(l.errors, l.by, l.grad)
}

func (l *lane) last() matrix { return l.streams[len(l.streams)-1] }

// through is the last stream's product with some weights.
func (l *lane) through(weights matrix, into *matrix) {
	into.resize(l.rows(), weights.cols)
	l.add(*into, l.last(), 0, weights)
}

// backThrough takes errors back to those weights and to the last stream.
func (l *lane) backThrough(errors, turned, grad matrix) {
	l.add(l.errors, errors, 0, turned)
	addProduct(grad.data, grad.cols, factor{l.last().data, 1, l.last().cols}, errors, l.last().cols)
}

func (l *lane) learnTags(sentences []*Example) {
	l.through(l.net.tags.weights, &l.tags)
	i := 0
	for _, s := range sentences {
		for _, tag := range s.Tags {
			scores := l.tags.row(l.words[i])
			add(scores, l.net.tags.bias.data)
			l.loss.Tags += surprise(scores, l.net.Tags, int(tag))
			add(l.grad.tags.bias.data, scores)
			i++
		}
	}
	l.loss.Words += i
	l.backThrough(l.tags, l.by.tags, l.grad.tags.weights)
}

// surprise turns scores into their errors, and returns how unlikely the right
// class was held to be.
func surprise(scores []float32, classes, right int) float64 {
	clear(scores[classes:])
	share(scores[:classes])
	loss := -math.Log(float64(scores[right]) + 1e-9)
	scores[right]--
	return loss
}

// share turns scores into shares of one.
func share(scores []float32) {
	most, sum := scores[0], float32(0)
	for _, s := range scores {
		most = max(most, s)
	}
	for i, s := range scores {
		scores[i] = exp(s - most)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}

// exp is e^x for x up to 0. The one of the library is not the same on all
// machines in its last bits.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	y := float64(x) * math.Log2E
	whole := math.Floor(y)
	z := (y - whole) * math.Ln2
	sum := 1.0
	for k := 10; k > 0; k-- {
		sum = 1 + float64(sum*z)/float64(k)
	}
	return float32(sum * math.Float64frombits(uint64(1023+int(whole))<<52))
}

// learnMoves builds each tree and learns from what went wrong.
func (l *lane) learnMoves(sentences []*Example) {
	l.through(l.net.places, &l.places)
	l.toPlaces.resize(l.rows(), l.places.cols)
	first := l.gap
	for _, s := range sentences {
		for l.state.Reset(s.words()); !l.state.Done(); {
			l.state.Do(l.learnMove(s, first))
		}
		first += s.words() + l.gap
	}
	l.backThrough(l.toPlaces, l.by.places, l.grad.places)
}

// learnMove learns from one step and returns the move to go on with.
func (l *lane) learnMove(s *Example, first int) Move {
	hidden := make([]float32, l.net.Hidden)
	copy(hidden, l.net.moves.bias.data)
	for k, node := range placesOf(&l.state) {
		add(hidden, l.placed(l.places, l.net.edges, first, k, node))
	}
	for _, cue := range cuesOf(&l.state) {
		add(hidden, l.net.cues.row(cue))
	}
	var scores, errors [Moves]float32
	for m := range scores {
		scores[m] = dot(hidden, l.net.moves.weights.row(m))
	}
	move := l.weigh(s, &scores, &errors)
	back := make([]float32, l.net.Hidden)
	for m, e := range errors {
		weights, grad := l.net.moves.weights.row(m), l.grad.moves.weights.row(m)
		for i, h := range hidden {
			if h > 0 && e != 0 {
				grad[i] += float32(e * h)
				back[i] += float32(e * weights[i])
			}
		}
	}
	add(l.grad.moves.bias.data, back)
	for k, node := range placesOf(&l.state) {
		add(l.placed(l.toPlaces, l.grad.edges, first, k, node), back)
	}
	for _, cue := range cuesOf(&l.state) {
		add(l.grad.cues.row(cue), back)
	}
	return move
}

// placed is what a node adds in the k-th place.
func (l *lane) placed(words, edges matrix, first, k, node int) []float32 {
	from, to := k*l.net.Hidden, (k+1)*l.net.Hidden
	switch node {
	case 0:
		return edges.row(0)[from:to]
	case l.state.Root():
		return edges.row(1)[from:to]
	}
	return words.row(first + node - 1)[from:to]
}

// dot is over what is above zero.
func dot(hidden, weights []float32) float32 {
	sum := float32(0)
	for i, h := range hidden {
		if h > 0 {
			sum += float32(h * weights[i])
		}
	}
	return sum
}

// weigh finds the moves that lose least, the errors of the scores against all
// of them together, and the move to go on with: sometimes the network's own.
func (l *lane) weigh(s *Example, scores, errors *[Moves]float32) Move {
	losses := l.state.Losses(s.Heads)
	least := min(losses[Shift], losses[Right], losses[Left])
	good := func(m Move) bool { return losses[m] == least }
	own := l.highest(scores, l.state.Can)
	best := l.highest(scores, func(m Move) bool { return good(m) && l.state.Can(m) })
	l.loss.Moves -= math.Log(float64(l.miss(scores, errors, own, good)) + 1e-9)
	l.loss.Steps++
	if l.random.Float64() < l.explore {
		return own
	}
	return best
}

// highest is the move with the highest score among those that may be made.
func (l *lane) highest(scores *[Moves]float32, may func(Move) bool) Move {
	best := Move(-1)
	for m := range Move(Moves) {
		if may(m) && (best < 0 || scores[m] > scores[best]) {
			best = m
		}
	}
	return best
}

// miss puts into errors by how much the chance of each move is too high, and is the
// chance of all good ones together; own is the move with the highest score.
func (l *lane) miss(scores, errors *[Moves]float32, own Move, good func(Move) bool) (chance float32) {
	var sum, right float32
	for m := range Move(Moves) {
		if l.state.Can(m) {
			errors[m] = exp(scores[m] - scores[own])
			sum += errors[m]
		}
		if good(m) {
			right += errors[m]
		}
	}
	for m := range Move(Moves) {
		share := errors[m] / sum
		if good(m) {
			share -= errors[m] / max(right, 1e-9)
		}
		errors[m] = share
	}
	return right / sum
}

// learnLabels learns to name the arcs of the right trees.
func (l *lane) learnLabels(sentences []*Example) {
	l.hideArcs(sentences)
	l.nameArcs(sentences)
	l.toHidden.resize(l.rows(), l.net.Hidden)
	l.add(l.toHidden, l.labels, 0, l.by.labels)
	addProduct(l.grad.labels.weights.data, l.labels.cols, factor{l.hidden.data, 1, l.hidden.cols}, l.labels, l.hidden.cols)
	l.backArcs(sentences)
}

// hideArcs fills the hidden layer of each arc from its ends and how far they are
// apart.
func (l *lane) hideArcs(sentences []*Example) {
	l.through(l.net.ends, &l.ends)
	l.toEnds.resize(l.rows(), l.ends.cols)
	l.hidden.resize(l.rows(), l.net.Hidden)
	l.arcs(sentences, func(s *Example, first, dependent int) {
		hidden := l.hidden.row(first + dependent - 1)
		add(hidden, l.net.apart.row(apartOf(s.Heads[dependent], dependent)))
		for k, node := range endsOf(&l.state, dependent) {
			add(hidden, l.placed(l.ends, l.net.limits, first, k, node))
		}
		for i, h := range hidden {
			hidden[i] = max(h, 0)
		}
	})
}

// nameArcs scores the labels of each arc and turns the scores into their errors.
func (l *lane) nameArcs(sentences []*Example) {
	l.labels.resize(l.rows(), l.net.labels.weights.cols)
	l.add(l.labels, l.hidden, 0, l.net.labels.weights)
	l.arcs(sentences, func(s *Example, first, dependent int) {
		scores := l.labels.row(first + dependent - 1)
		add(scores, l.net.labels.bias.data)
		l.loss.Labels += surprise(scores, l.net.Labels, s.Labels[dependent])
		add(l.grad.labels.bias.data, scores)
	})
}

// backArcs takes the errors of the hidden layers back to the ends of the arcs.
func (l *lane) backArcs(sentences []*Example) {
	l.arcs(sentences, func(s *Example, first, dependent int) {
		back, hidden := l.toHidden.row(first+dependent-1), l.hidden.row(first+dependent-1)
		for i, h := range hidden {
			if h == 0 {
				back[i] = 0
			}
		}
		add(l.grad.apart.row(apartOf(s.Heads[dependent], dependent)), back)
		for k, node := range endsOf(&l.state, dependent) {
			add(l.placed(l.toEnds, l.grad.limits, first, k, node), back)
		}
	})
	l.backThrough(l.toEnds, l.by.ends, l.grad.ends)
}

// arcs visits the arcs of all right trees.
func (l *lane) arcs(sentences []*Example, visit func(s *Example, first, dependent int)) {
	first := l.gap
	for _, s := range sentences {
		l.state.become(s.Heads)
		for dependent := 1; dependent <= s.words(); dependent++ {
			visit(s, first, dependent)
		}
		first += s.words() + l.gap
	}
}
