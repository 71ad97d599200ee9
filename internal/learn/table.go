package learn

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// A Table is a trained linear model, small enough to be part of a program.
type Table struct {
	classes int
	bits    uint
	weights int
	starts  []uint32 // where the cells of each row begin; one more than rows
	cells   []cell
	lanes   []uint32 // of few classes, instead: each row's values side by side
}

// A cell is a weight that is not zero.
type cell struct {
	class uint8
	value int8
}

// fewClasses is how many fit side by side, a byte each.
const fewClasses = 4

// newTable is empty; rows are added in order, then finish is called.
func newTable(classes int, bits uint) *Table {
	t := &Table{classes: classes, bits: bits}
	if classes <= fewClasses {
		t.lanes = make([]uint32, 1<<bits)
	} else {
		t.starts = make([]uint32, 1, 1<<bits+1)
	}
	return t
}

func (t *Table) add(row int, cells []cell) {
	t.weights += len(cells)
	if t.lanes != nil {
		for _, c := range cells {
			t.lanes[row] |= uint32(uint8(c.value)) << (8 * c.class)
		}
		return
	}
	t.skipTo(row)
	t.cells = append(t.cells, cells...)
	t.starts = append(t.starts, uint32(len(t.cells)))
}

// skipTo makes rows empty up to the one that comes next.
func (t *Table) skipTo(row int) {
	for end := uint32(len(t.cells)); len(t.starts) <= row; {
		t.starts = append(t.starts, end)
	}
}

func (t *Table) finish() *Table {
	if t.lanes == nil {
		t.skipTo(1 << t.bits)
	}
	return t
}

// row appends the cells of a row to into.
func (t *Table) row(row int, into []cell) []cell {
	if t.lanes == nil {
		return append(into, t.cells[t.starts[row]:t.starts[row+1]]...)
	}
	for class := range t.classes {
		if value := int8(t.lanes[row] >> (8 * class)); value != 0 {
			into = append(into, cell{uint8(class), value})
		}
	}
	return into
}

// Classes is the number of classes.
func (t *Table) Classes() int { return t.classes }

// Weights is the number of weights that are not zero.
func (t *Table) Weights() int { return t.weights }

// Score fills in what each class is worth; scores has room for all classes.
func (t *Table) Score(features []Feature, scores []int32) {
	clear(scores)
	if t.lanes != nil {
		t.scoreFew(features, scores)
		return
	}
	shift := 64 - t.bits
	for _, f := range features {
		row := f >> shift
		for _, c := range t.cells[t.starts[row]:t.starts[row+1]] {
			scores[c.class] += int32(c.value)
		}
	}
}

// scoreFew needs one look into memory and no loop for a feature, which is
// three times as fast.
func (t *Table) scoreFew(features []Feature, scores []int32) {
	var sums [fewClasses]int32
	shift := 64 - t.bits
	for _, f := range features {
		values := t.lanes[f>>shift]
		sums[0] += int32(int8(values))
		sums[1] += int32(int8(values >> 8))
		sums[2] += int32(int8(values >> 16))
		sums[3] += int32(int8(values >> 24))
	}
	copy(scores, sums[:t.classes])
}

// Append packs the table behind data: the rows that have weights as distances,
// then all sizes, classes and values, each kind together because that is what
// a compressor likes.
func (t *Table) Append(data []byte) []byte {
	var gaps, sizes, classes, values []byte
	var cells []cell
	last := -1
	for row := range 1 << t.bits {
		if cells = t.row(row, cells[:0]); len(cells) == 0 {
			continue
		}
		gaps = binary.AppendUvarint(gaps, uint64(row-last))
		sizes = append(sizes, byte(len(cells)))
		last = row
		for _, c := range cells {
			classes = append(classes, c.class)
			values = append(values, byte(c.value))
		}
	}
	for _, n := range []int{t.classes, int(t.bits), len(sizes), len(classes), len(gaps)} {
		data = binary.AppendUvarint(data, uint64(n))
	}
	return slices.Concat(data, gaps, sizes, classes, values)
}

// ErrPacked means that bytes are not a packed table.
var ErrPacked = errors.New("not a packed table")

const (
	mostClasses = 256
	mostBits    = 28
)

// Unpack reads a table from the front of data and returns what is behind it.
func Unpack(data []byte) (*Table, []byte, error) {
	var head [5]int // classes, bits, rows, cells, bytes of gaps
	for i := range head {
		value, n := binary.Uvarint(data)
		if n <= 0 || value > math.MaxInt32 {
			return nil, nil, ErrPacked
		}
		head[i], data = int(value), data[n:]
	}
	classes, bits, rows, cells, gaps := head[0], head[1], head[2], head[3], head[4]
	size := gaps + rows + 2*cells
	if classes > mostClasses || bits > mostBits || size > len(data) {
		return nil, nil, ErrPacked
	}
	t := newTable(classes, uint(bits))
	if err := t.addPacked(data[:gaps], data[gaps:gaps+rows], data[gaps+rows:size]); err != nil {
		return nil, nil, err
	}
	return t.finish(), data[size:], nil
}

// addPacked adds all rows; cells holds first their classes, then their values.
func (t *Table) addPacked(gaps, sizes, packed []byte) error {
	count := len(packed) / 2
	all := make([]cell, count)
	for i := range all {
		all[i] = cell{packed[i], int8(packed[count+i])}
		if int(all[i].class) >= t.classes {
			return ErrPacked
		}
	}
	row := -1
	for _, size := range sizes {
		gap, n := binary.Uvarint(gaps)
		if n <= 0 || gap == 0 || gap > uint64(1<<t.bits-1-row) || int(size) > len(all) {
			return ErrPacked
		}
		row += int(gap)
		t.add(row, all[:size])
		gaps, all = gaps[n:], all[size:]
	}
	return nil
}
