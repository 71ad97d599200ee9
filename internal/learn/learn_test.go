package learn_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"stemma/internal/learn"
)

// grown are the weights of a field that was shown the same many times.
func grown(classes int, bits uint, show func(*learn.Field)) *learn.Table {
	field := learn.NewField(classes, bits, learn.Growth{Rate: 0.5})
	for range 40 {
		show(field)
	}
	field.Keep()
	table, _ := field.Tables(0)
	return table
}

// trained tells colours apart by two features each.
func trained(classes int) *learn.Table {
	return grown(classes, 10, func(f *learn.Field) {
		for class := range classes {
			f.Choose(features(class), class)
		}
	})
}

func features(class int) []learn.Feature {
	return []learn.Feature{learn.One(1, uint64(class)), learn.Two(2, uint64(class), 7), learn.One(3, 0)}
}

func TestTable_tellsApart(t *testing.T) {
	for _, classes := range []int{3, 40} {
		table := trained(classes)
		scores := make([]int32, classes)
		for class := range classes {
			table.Score(features(class), scores)
			if got := learn.Best(scores); got != class {
				t.Errorf("of %d classes: class %d is read as %d", classes, class, got)
			}
		}
	}
}

func TestTable_packAndUnpack(t *testing.T) {
	for _, classes := range []int{3, 40} {
		table := trained(classes)
		packed := table.Append(nil)
		again, rest, err := learn.Unpack(append(slices.Clone(packed), 1, 2))
		if err != nil || !bytes.Equal(rest, []byte{1, 2}) {
			t.Fatalf("unpack: %v, rest %v", err, rest)
		}
		if again.Weights() != table.Weights() || !bytes.Equal(again.Append(nil), packed) {
			t.Errorf("%d classes: another table came back", classes)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(trained(3).Append(nil))
	f.Add(trained(40).Append(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1 && data[1] > 12 {
			t.Skip("large tables take long")
		}
		table, _, err := learn.Unpack(data)
		if err != nil && !errors.Is(err, learn.ErrPacked) {
			t.Fatal(err)
		}
		if err == nil {
			table.Score([]learn.Feature{0, 1 << 63, ^learn.Feature(0)}, make([]int32, 256))
		}
	})
}

// projective is a random tree of n nodes without crossing arcs.
func projective(r *rand.Rand, n int) []int {
	heads := make([]int, n+2)
	var hang func(from, to, head int)
	hang = func(from, to, head int) {
		for from <= to {
			end := from + r.IntN(to-from+1)
			top := from + r.IntN(end-from+1)
			heads[top] = head
			hang(from, top-1, top)
			hang(top+1, end, top)
			from = end + 1
		}
	}
	root := 1 + r.IntN(n)
	heads[root] = n + 1
	hang(1, root-1, root)
	hang(root+1, n, root)
	return heads
}

// Moves that lose nothing lead to the right tree, and the losses counted on any
// way are the arcs missing at its end.
func TestState_oracle(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var s learn.State
	for range 300 {
		heads := projective(r, 1+r.IntN(12))
		lost := 0
		stray := r.IntN(2) == 0
		for s.Reset(len(heads) - 2); !s.Done(); {
			losses := s.Losses(heads)
			move := learn.Move(slices.Index(losses[:], slices.Min(losses[:])))
			if random := learn.Move(r.IntN(learn.Moves)); stray && s.Can(random) {
				move = random
			}
			lost += losses[move]
			s.Do(move)
		}
		wrong := 0
		for i := 1; i <= s.Nodes; i++ {
			if s.Head[i] != heads[i] {
				wrong++
			}
		}
		if wrong != lost {
			t.Fatalf("%d arcs wrong, %d lost on the way, stray %v: %v", wrong, lost, stray, heads)
		}
	}
}
