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

func small(r *rand.Rand, n int) []int16 {
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(r.IntN(2*mostValue-1) - mostValue + 1)
	}
	return out
}

// Both ways to multiply whole numbers give what a plain loop does, at their
// bounds too.
func TestWhole_twins(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		rows, inner, cols, extra := 4*(1+r.IntN(5)), 16*(1+r.IntN(mostRows/16)), 16*(1+r.IntN(4)), r.IntN(3)
		values, x := small(r, inner*cols), small(r, rows*(inner+extra))
		for i := range x {
			if r.IntN(3) == 0 {
				x[i] = mostActive - 1
			}
		}
		want := make([]int32, rows*cols)
		for i := range rows {
			for j := range cols {
				for k := range inner {
					want[i*cols+j] += int32(x[i*(inner+extra)+k]) * int32(values[k*cols+j])
				}
			}
		}
		plain, chosen := make([]int32, rows*cols), make([]int32, rows*cols)
		addDoubles(plain, cols, x, inner+extra, rows, doubles(values, inner, cols), inner)
		w := whole{rows: inner, cols: cols, values: values}
		w.lay()
		w.add(chosen, x, inner+extra, rows)
		if !slices.Equal(plain, want) || !slices.Equal(chosen, want) {
			t.Fatalf("%d rows of %d by %d columns differ", rows, inner, cols)
		}
	}
}

func BenchmarkWhole(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	const rows, inner, cols = 24, 288, 96
	values, x, sums := small(r, inner*cols), small(r, rows*inner), make([]int32, rows*cols)
	w := whole{rows: inner, cols: cols, values: values}
	w.lay()
	b.Run("chosen", func(b *testing.B) {
		for b.Loop() {
			w.add(sums, x, inner, rows)
		}
		b.ReportMetric(float64(b.N)*rows*inner*cols/b.Elapsed().Seconds()/1e9, "GMAC/s")
	})
	lanes := doubles(values, inner, cols)
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			addDoubles(sums, cols, x, inner, rows, lanes, inner)
		}
		b.ReportMetric(float64(b.N)*rows*inner*cols/b.Elapsed().Seconds()/1e9, "GMAC/s")
	})
}
