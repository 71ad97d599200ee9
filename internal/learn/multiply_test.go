package learn

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func random(r *rand.Rand, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(r.NormFloat64())
	}
	return out
}

// The two kernels give the same bits, whichever way the first factor lies.
func TestTile_twins(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		inner, extra := 1+r.IntN(100), r.IntN(9)
		cRow := tileCols + extra
		a := factor{random(r, 4*inner), inner, 1}
		if r.IntN(2) == 0 {
			a.row, a.step = 1, 4
		}
		b, c := random(r, inner*tileCols), random(r, 4*cRow)
		d := append([]float32{}, c...)
		addTile(c, cRow, a, b)
		addTilePlain(d, cRow, a, b)
		for i := range c {
			if math.Float32bits(c[i]) != math.Float32bits(d[i]) {
				t.Fatalf("element %d of %d steps: %v and %v", i, inner, c[i], d[i])
			}
		}
	}
}

func BenchmarkProduct(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	const rows, inner, cols = 160, 96, 512
	x, w, y := random(r, rows*inner), matrix{inner, cols, random(r, inner*cols)}, make([]float32, rows*cols)
	for b.Loop() {
		addProduct(y, cols, factor{x, inner, 1}, w, rows)
	}
	b.ReportMetric(float64(b.N)*rows*inner*cols/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

func whole8(r *rand.Rand, n int) []int8 {
	out := make([]int8, n)
	for i := range out {
		out[i] = int8(r.IntN(2*mostValue-1) - mostValue + 1)
	}
	return out
}

func actives(r *rand.Rand, n int) []int16 {
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(r.IntN(2*mostActive-1) - mostActive + 1)
	}
	return out
}

func TestAdd_twins(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 40 {
		a, b := random(r, n), random(r, n)
		c := slices.Clone(a)
		add(a, b)
		addPlain(c, b)
		if !slices.Equal(a, c) {
			t.Fatalf("%d numbers differ", n)
		}
	}
}

// addPlainly is what a whole's product is.
func addPlainly(sums []int32, w *whole, x []int16, step, rows int) {
	for i := range rows {
		for j := range w.cols {
			for k := range w.rows {
				sums[i*w.cols+j] += int32(x[i*step+k]) * int32(w.values[k*w.cols+j])
			}
		}
	}
}

// Both ways to multiply whole numbers give what a plain loop does, at their
// bounds too.
func TestWhole_twins(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var room []float64
	for range 50 {
		rows, step := 1+r.IntN(9), r.IntN(3)
		w := whole{rows: 16 * (1 + r.IntN(mostRows/16)), cols: 16 * (1 + r.IntN(4))}
		w.values = whole8(r, w.rows*w.cols)
		step += w.rows
		x := actives(r, roundUp(rows, tileRows)*step)
		if r.IntN(3) == 0 {
			for i := range x {
				x[i] = mostActive - 1
			}
			for i := range w.values {
				w.values[i] = mostValue - 1
			}
		}
		size := roundUp(rows, tileRows) * w.cols
		want, plain, chosen := make([]int32, size), make([]int32, size), make([]int32, size)
		addPlainly(want, &w, x, step, rows)
		w.lanes.plain = doubles(w.values, w.rows, w.cols)
		w.add(plain, x, step, rows, &room)
		w.lay()
		w.add(chosen, x, step, rows, &room)
		if n := rows * w.cols; !slices.Equal(plain[:n], want[:n]) || !slices.Equal(chosen[:n], want[:n]) {
			t.Fatalf("%d rows of %d by %d columns differ", rows, w.rows, w.cols)
		}
	}
}

func BenchmarkWhole(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	const rows, inner, cols = 24, 288, 96
	w := whole{rows: inner, cols: cols, values: whole8(r, inner*cols)}
	x, sums := actives(r, rows*inner), make([]int32, rows*cols)
	var room []float64
	time := func(b *testing.B) {
		for b.Loop() {
			w.add(sums, x, inner, rows, &room)
		}
		b.ReportMetric(float64(b.N)*rows*inner*cols/b.Elapsed().Seconds()/1e9, "GMAC/s")
	}
	w.lanes.plain = doubles(w.values, inner, cols)
	b.Run("plain", time)
	w.lay()
	b.Run("chosen", time)
}
