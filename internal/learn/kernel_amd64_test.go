//go:build !purego

package learn

import (
	"bytes"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
)

// With and without assembly, on one processor or several, the same weights are
// learned and the same is read.
func TestKernels_sameBytes(t *testing.T) {
	if !wide {
		t.Skip("this processor has no AVX2")
	}
	examples := drawn(rand.New(rand.NewPCG(7, 8)), 60)
	course := Course{Epochs: 3, Batch: 4, Seed: 1}
	net := Learn(tiny, examples, course)
	heads := headsOf(net, examples)
	wide = false
	before := runtime.GOMAXPROCS(1)
	defer func() { wide = true; runtime.GOMAXPROCS(before) }()
	plain := Learn(tiny, examples, course)
	if !bytes.Equal(net.Append(nil), plain.Append(nil)) {
		t.Error("plain Go learned other weights")
	}
	if !slices.Equal(headsOf(plain, examples), heads) {
		t.Error("plain Go reads other trees")
	}
}

func headsOf(net *Network, examples []*Example) []int {
	var out []int
	reader := net.Reader()
	for _, e := range examples {
		reader.read(e)
		out = append(out, reader.State.Head...)
	}
	return out
}
