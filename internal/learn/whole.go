package learn

import "math"

// A whole is a matrix of small whole numbers, each column with a scale of its
// own. Sums of whole numbers are exact in any order, so that the fastest way
// there is on a machine gives the same as every other.
type whole struct {
	rows, cols int
	values     []int8    // row by row
	scale      []float32 // of each column
	lanes      lanesOf   // the values as the kernel likes them
}

// Bounds that keep the longest sum, of mostRows products, within 26 bits.
const (
	mostValue    = 1 << 7
	mostActive   = 1 << 9
	mostRows     = 1 << 25 / (mostValue * mostActive) // 512
	activeScale  = 24                                 // of what comes out of a layer, up to 21 to either side
	wholeColumns = 16
)

func newWhole(rows, cols int) whole {
	return whole{rows: rows, cols: cols, values: make([]int8, rows*cols), scale: make([]float32, cols)}
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
				w.values[i*m.cols+j] = int8(math.Round(float64(m.data[i*m.cols+j] / w.scale[j])))
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
	plain []float64
}

// add adds x·w to sums for rows of x that lie step apart. Behind the last there
// is room up to a multiple of four, of which nothing is asked; room is to work
// in.
func (w *whole) add(sums []int32, x []int16, step, rows int, room *[]float64) {
	if w.lanes.wide != nil {
		addPairs(sums, w.cols, x, step, rows, w.lanes.wide, w.rows)
		return
	}
	*room = zeros(*room, rows*w.rows)
	for i := range rows {
		to := (*room)[i*w.rows : (i+1)*w.rows]
		for k, v := range x[i*step : i*step+w.rows] {
			to[k] = float64(v)
		}
	}
	addDoubles(sums, w.cols, *room, rows, w.lanes.plain, w.rows)
}

const (
	laneBits     = 26
	panelPairs   = 6
	panelColumns = 2 * panelPairs
)

// doubles puts two columns into one number, the second 2^26 times as high, so
// that one multiplication does two; 53 bits hold both sums exactly. Six such
// numbers, of twelve columns, stand together, those of the next row behind them.
func doubles(values []int8, rows, cols int) []float64 {
	var out []float64
	for from := 0; from < cols; from += panelColumns {
		for i := range rows {
			var lanes [panelColumns]float64
			for k := range min(panelColumns, cols-from) {
				lanes[k] = float64(values[i*cols+from+k])
			}
			for k := 0; k < panelColumns; k += 2 {
				out = append(out, lanes[k]+lanes[k+1]*(1<<laneBits))
			}
		}
	}
	return out
}

func addDoubles(sums []int32, cols int, x []float64, rows int, lanes []float64, inner int) {
	for from := 0; from < cols; from += panelColumns {
		panel := lanes[:inner*panelPairs]
		lanes = lanes[inner*panelPairs:]
		for i := range rows {
			row := sums[i*cols+from : (i+1)*cols]
			if len(row) >= panelColumns {
				addTwelve((*[panelColumns]int32)(row), x[i*inner:(i+1)*inner], panel)
				continue
			}
			var all [panelColumns]int32
			copy(all[:], row)
			addTwelve(&all, x[i*inner:(i+1)*inner], panel)
			copy(row, all[:])
		}
	}
}

// addTwelve adds to twelve sums, as many as stay in registers, two steps at a
// time, as rows are even.
func addTwelve(sums *[panelColumns]int32, x, panel []float64) {
	var a, b, c, d, e, f float64
	for i := 0; i+2 <= len(x); i += 2 {
		w := (*[panelColumns]float64)(panel[panelPairs*i:])
		v := x[i]
		a += v * w[0]
		b += v * w[1]
		c += v * w[2]
		d += v * w[3]
		e += v * w[4]
		f += v * w[5]
		v = x[i+1]
		a += v * w[6]
		b += v * w[7]
		c += v * w[8]
		d += v * w[9]
		e += v * w[10]
		f += v * w[11]
	}
	for k, both := range [...]float64{a, b, c, d, e, f} {
		low := int64(both) << (64 - laneBits) >> (64 - laneBits)
		sums[2*k] += int32(low)
		sums[2*k+1] += int32((int64(both) - low) >> laneBits)
	}
}

// pairs puts two rows side by side, column by column, for sixteen columns: the
// kernel multiplies pairs and adds the two products at once.
func pairs(values []int8, rows, cols int) []int16 {
	out := make([]int16, 0, rows*cols)
	for from := 0; from < cols; from += wholeColumns {
		for i := 0; i < rows; i += 2 {
			for j := from; j < from+wholeColumns; j++ {
				out = append(out, int16(values[i*cols+j]), int16(values[(i+1)*cols+j]))
			}
		}
	}
	return out
}
