package learn

import "math"

// A whole is a matrix of small whole numbers, each column with a scale of its
// own. Sums of whole numbers are exact in any order, so that the fastest way
// there is on a machine gives the same as every other.
type whole struct {
	rows, cols int
	values     []int16   // row by row
	scale      []float32 // of each column
	lanes      lanesOf   // the values as the kernel likes them
}

// Bounds that keep the longest sum, of mostRows products, within 32 bits.
const (
	mostValue    = 1 << 10
	mostActive   = 1 << 12
	mostRows     = math.MaxInt32 / (mostValue * mostActive) // 511
	activeScale  = 128
	wholeColumns = 16
)

func newWhole(rows, cols int) whole {
	return whole{rows: rows, cols: cols, values: make([]int16, rows*cols), scale: make([]float32, cols)}
}

// round fills in a matrix in whole numbers.
func (w *whole) round(m matrix) {
	for j := range m.cols {
		most := float32(0)
		for i := range m.rows {
			most = max(most, abs(m.data[i*m.cols+j]))
		}
		w.scale[j] = most / (mostValue - 1)
		for i := range m.rows {
			if most > 0 {
				w.values[i*m.cols+j] = int16(math.Round(float64(m.data[i*m.cols+j] / w.scale[j])))
			}
		}
	}
}

// cut divides the rows into equal parts.
func (w *whole) cut(parts int) []whole {
	out := make([]whole, parts)
	rows := w.rows / parts
	for i := range out {
		out[i] = whole{rows: rows, cols: w.cols, values: w.values[i*rows*w.cols : (i+1)*rows*w.cols], scale: w.scale}
		out[i].lay()
	}
	return out
}

func abs(v float32) float32 { return max(v, -v) }

// lay makes the copy for the kernel.
func (w *whole) lay() {
	if wide {
		w.lanes.wide = pairs(w.values, w.rows, w.cols)
	} else {
		w.lanes.plain = doubles(w.values, w.rows, w.cols)
	}
}

type lanesOf struct {
	wide  []int16
	plain []int64
}

// add adds x·w to sums for rows of x that lie step apart, a multiple of four of
// them.
func (w *whole) add(sums []int32, x []int16, step, rows int) {
	if w.lanes.wide != nil {
		addPairs(sums, w.cols, x, step, rows, w.lanes.wide, w.rows)
		return
	}
	addDoubles(sums, w.cols, x, step, rows, w.lanes.plain, w.rows)
}

// doubles puts two columns into one number, the second 2^32 times as high: one
// multiplication does two. Four such numbers, of eight columns, stand together,
// those of the next row behind them.
func doubles(values []int16, rows, cols int) []int64 {
	out := make([]int64, 0, rows*cols/2)
	for from := 0; from < cols; from += 8 {
		for i := range rows {
			row := values[i*cols+from : i*cols+from+8]
			for k := 0; k < 8; k += 2 {
				out = append(out, int64(row[k])+int64(row[k+1])<<32)
			}
		}
	}
	return out
}

func addDoubles(sums []int32, cols int, x []int16, step, rows int, lanes []int64, inner int) {
	for from := 0; from < cols; from += 8 {
		panel := lanes[from*inner/2 : (from+8)*inner/2]
		for i := range rows {
			addEight((*[8]int32)(sums[i*cols+from:]), x[i*step:i*step+inner], panel)
		}
	}
}

// addEight takes four of the factors at a time, so that counting costs little
// beside multiplying; a row has sixteen or more of them.
func addEight(sums *[8]int32, x []int16, panel []int64) {
	var a, b, c, d int64
	for i := range len(x) / 4 {
		v, w := (*[4]int16)(x[4*i:]), (*[16]int64)(panel[16*i:])
		y, z := int64(v[0]), int64(v[1])
		a += y * w[0]
		b += y * w[1]
		c += y * w[2]
		d += y * w[3]
		a += z * w[4]
		b += z * w[5]
		c += z * w[6]
		d += z * w[7]
		y, z = int64(v[2]), int64(v[3])
		a += y * w[8]
		b += y * w[9]
		c += y * w[10]
		d += y * w[11]
		a += z * w[12]
		b += z * w[13]
		c += z * w[14]
		d += z * w[15]
	}
	for k, both := range [...]int64{a, b, c, d} {
		low := int32(both)
		sums[2*k] += low
		sums[2*k+1] += int32((both - int64(low)) >> 32)
	}
}

// pairs puts two rows side by side, column by column, for sixteen columns: the
// kernel multiplies pairs and adds the two products at once.
func pairs(values []int16, rows, cols int) []int16 {
	out := make([]int16, 0, rows*cols)
	for from := 0; from < cols; from += wholeColumns {
		for i := 0; i < rows; i += 2 {
			for j := from; j < from+wholeColumns; j++ {
				out = append(out, values[i*cols+j], values[(i+1)*cols+j])
			}
		}
	}
	return out
}
