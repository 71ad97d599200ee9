package learn

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"
)

var tiny = Shape{Inputs: []Input{{9, 16}, {5, 16}}, Width: 16, Reach: []int{1, 2}, Hidden: 16, Tags: 5, Labels: 4}

// drawn are sentences whose words say how to read them: the next but one word
// is the head where there is one.
func drawn(r *rand.Rand, n int) []*Example {
	var out []*Example
	for range n {
		words := 1 + r.IntN(7)
		e := &Example{Heads: make([]int, words+2), Labels: make([]int, words+2)}
		for i := range words {
			kind := r.IntN(5)
			e.Inputs = append(e.Inputs, int32(1+kind), int32(r.IntN(5)))
			e.Tags = append(e.Tags, uint8(kind))
			e.Heads[i+1], e.Labels[i+1] = min(i+2, words+1), kind%4
		}
		out = append(out, e)
	}
	return out
}

func newLane(net *draft) *lane {
	l := &lane{pass: newPass(net), grad: newDraft(net.Shape), by: &turned{}, random: rand.New(rand.NewPCG(1, 1))}
	l.by.of(net)
	return l
}

func lossOf(net *draft, examples []*Example) float64 {
	l := newLane(net)
	l.learn(examples)
	return l.loss.Tags + l.loss.Moves + l.loss.Labels
}

// What going back computes is what finite differences measure.
func TestLane_gradient(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	net := newDraft(tiny)
	net.start(r)
	for _, m := range net.inputs { // far from the bends of relu
		for i := range m.data {
			m.data[i] *= 10
		}
	}
	examples := drawn(r, 5)
	l := newLane(net)
	l.learn(examples)
	const step = 1e-3
	for k, m := range net.all() {
		off, seen := 0, 0
		for range 30 {
			i := r.IntN(len(m.data))
			want := float64(l.grad.all()[k].data[i])
			old := m.data[i]
			m.data[i] = old + step
			up := lossOf(net, examples)
			m.data[i] = old - step
			down := lossOf(net, examples)
			m.data[i] = old
			got := (up - down) / (2 * step)
			if want == 0 && got == 0 {
				continue
			}
			seen++
			if math.Abs(got-want) > 0.02+0.1*math.Abs(want) {
				t.Logf("weights %d at %d: %.4f, measured %.4f", k, i, want, got)
				off++
			}
		}
		if off > seen/10 { // a few stand at a bend of relu or of the best move
			t.Errorf("weights %d: %d of %d gradients are off", k, off, seen)
		}
	}
}

// A network learns what its sentences have in common, comes back whole from
// where it is packed, and is the same when it is learned again.
func TestLearn(t *testing.T) {
	examples := drawn(rand.New(rand.NewPCG(5, 6)), 300)
	net := Learn(tiny, examples, Course{Epochs: 10, Batch: 4, Seed: 1})
	packed := net.Append(nil)
	if again := Learn(tiny, examples, Course{Epochs: 10, Batch: 4, Seed: 1}).Append(nil); !bytes.Equal(again, packed) {
		t.Error("the same examples gave two networks")
	}
	if size := net.packed(); size > len(packed) || size < len(packed)-100 {
		t.Errorf("%d bytes packed, %d expected", len(packed), size)
	}
	net, rest, err := UnpackNetwork(append(packed, 7))
	if err != nil || !bytes.Equal(rest, []byte{7}) || !bytes.Equal(net.Append(nil), packed) {
		t.Fatalf("unpacked with %v, %v left", err, rest)
	}
	right, words := 0, 0
	reader := net.Reader()
	for _, e := range examples {
		reader.read(e)
		for i, tag := range e.Tags {
			words++
			if reader.Tags[i] == tag && reader.State.Head[i+1] == e.Heads[i+1] && reader.State.Label[i+1] == e.Labels[i+1] {
				right++
			}
		}
	}
	if right < words*95/100 {
		t.Errorf("%d of %d words read rightly", right, words)
	}
}

func (r *Reader) read(e *Example) {
	var words []int
	kinds := len(e.Inputs) / len(e.Tags)
	for i := range e.Tags {
		words = append(words, r.Meet(e.Inputs[i*kinds:(i+1)*kinds]))
	}
	r.Read(words)
}

// Bytes that are no network are refused; of those that are one, whatever its
// numbers, a reader makes a tree.
func FuzzUnpackNetwork(f *testing.F) {
	draft := newDraft(tiny)
	draft.start(rand.New(rand.NewPCG(1, 1)))
	f.Add(draft.network().Append(nil))
	f.Add([]byte{2, 1, 16, 16, 3, 3})
	f.Fuzz(func(t *testing.T, data []byte) {
		net, _, err := UnpackNetwork(data)
		if err != nil {
			return
		}
		reader := net.Reader()
		word := reader.Meet(make([]int32, len(net.Inputs)))
		reader.Read([]int{word, word, word})
		if len(reader.Tags) != 3 || !reader.State.Done() {
			t.Fatalf("%d tags, tree done: %v", len(reader.Tags), reader.State.Done())
		}
	})
}
