package learn

import (
	"encoding/binary"
	"errors"
	"slices"
)

// A Table is a trained linear model, small enough to be part of a program.
type Table struct {
	classes int
	bits    uint
	starts  []uint32 // where the cells of each row begin; one more than rows
	cells   []cell
}

type cell struct {
	class uint8
	value int8
}

// Classes is the number of classes.
func (t *Table) Classes() int { return t.classes }

// Weights is the number of weights that are not zero.
func (t *Table) Weights() int { return len(t.cells) }

// Score fills in what each class is worth; scores has room for all classes.
func (t *Table) Score(features []Feature, scores []int32) {
	clear(scores)
	shift := 64 - t.bits
	for _, f := range features {
		row := f >> shift
		for _, c := range t.cells[t.starts[row]:t.starts[row+1]] {
			scores[c.class] += int32(c.value)
		}
	}
}

func (t *Table) sortRow(from int) {
	slices.SortFunc(t.cells[from:], func(a, b cell) int { return int(a.class) - int(b.class) })
}

// Append packs the table behind data: the rows that have weights as distances,
// then all sizes, classes and values, each kind together because that is what
// a compressor likes.
func (t *Table) Append(data []byte) []byte {
	data = binary.AppendUvarint(data, uint64(t.classes))
	data = binary.AppendUvarint(data, uint64(t.bits))
	data = binary.AppendUvarint(data, uint64(len(t.cells)))
	var gaps, sizes, classes, values []byte
	last := -1
	for row := range len(t.starts) - 1 {
		cells := t.cells[t.starts[row]:t.starts[row+1]]
		if len(cells) == 0 {
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
	data = binary.AppendUvarint(data, uint64(len(sizes)))
	for _, part := range [][]byte{gaps, sizes, classes, values} {
		data = append(data, part...)
	}
	return data
}

// ErrPacked means that bytes are not a packed table.
var ErrPacked = errors.New("not a packed table")

// Unpack reads a table from the front of data and returns what is behind it.
func Unpack(data []byte) (*Table, []byte, error) {
	var head [4]uint64 // classes, bits, cells, rows
	for i := range head {
		var n int
		if head[i], n = binary.Uvarint(data); n <= 0 {
			return nil, nil, ErrPacked
		}
		data = data[n:]
		if i == 1 && head[i] > 28 {
			return nil, nil, ErrPacked
		}
	}
	return unpackRows(int(head[0]), uint(head[1]), int(head[2]), int(head[3]), data)
}

func unpackRows(classes int, bits uint, cells, rows int, data []byte) (*Table, []byte, error) {
	t := &Table{classes: classes, bits: bits, starts: make([]uint32, 1<<bits+1)}
	filled := make([]uint32, 0, rows)
	row := -1
	for range rows {
		gap, n := binary.Uvarint(data)
		if row += int(gap); n <= 0 || gap == 0 || row >= 1<<bits {
			return nil, nil, ErrPacked
		}
		data = data[n:]
		filled = append(filled, uint32(row))
	}
	if len(data) < rows+2*cells {
		return nil, nil, ErrPacked
	}
	t.fillStarts(filled, data[:rows])
	if int(t.starts[1<<bits]) != cells {
		return nil, nil, ErrPacked
	}
	data = data[rows:]
	t.cells = make([]cell, cells)
	for i := range t.cells {
		t.cells[i] = cell{data[i], int8(data[cells+i])}
		if int(data[i]) >= classes {
			return nil, nil, ErrPacked
		}
	}
	return t, data[2*cells:], nil
}

func (t *Table) fillStarts(rows []uint32, sizes []byte) {
	at, next := uint32(0), 0
	for i, row := range rows {
		for ; next <= int(row); next++ {
			t.starts[next] = at
		}
		at += uint32(sizes[i])
	}
	for ; next < len(t.starts); next++ {
		t.starts[next] = at
	}
}
