package parse

import (
	"encoding/binary"
	"slices"

	"stemma/internal/learn"
)

// The inputs of the network, each a table with a row for what is seen of a
// word. Forms have rows of their own; of the rest, some share one.
const (
	formInput = iota
	prefixInput
	suffixInput
	shapeInput
	classInput
	endingInput
	inputKinds
)

// sizes are the rows and widths of the tables; the forms' rows are counted.
var sizes = [inputKinds]learn.Input{
	prefixInput: {Rows: 4096, Width: 32},
	suffixInput: {Rows: 8192, Width: 64},
	shapeInput:  {Rows: 1024, Width: 32},
	classInput:  {Rows: 1024, Width: 32},
	endingInput: {Rows: 4096, Width: 32},
	formInput:   {Width: 96},
}

// forms give each known form its row, counted from 1, by 32 bits of its
// fingerprint.
type forms map[uint32]int32

func (f forms) row(form uint64) int32 { return f[uint32(form>>32)] }

// inputs appends the rows for a word; 0 is a form that is not known.
func (f forms) inputs(w *word, into []int32) []int32 {
	rows := [inputKinds]int32{
		f.row(w.form), shared(w.prefix, prefixInput), shared(w.suffix, suffixInput), shared(w.shape, shapeInput),
		shared(uint64(w.class)*flagMix, classInput), shared(w.ending, endingInput),
	}
	return append(into, rows[:]...)
}

// shared is one of the rows behind the first.
func shared(fingerprint uint64, kind int) int32 {
	return 1 + int32((fingerprint>>20)%uint64(sizes[kind].Rows-1))
}

// formsOf are the forms that occur at least twice: the others teach the network
// what it does not know.
func formsOf(all [][]word) forms {
	const least = 2
	counts := map[uint32]int{}
	for _, words := range all {
		for _, w := range words {
			counts[uint32(w.form>>32)]++
		}
	}
	var known []uint32
	for form, n := range counts {
		if n >= least {
			known = append(known, form)
		}
	}
	slices.Sort(known)
	return numbered(known)
}

func numbered(known []uint32) forms {
	f := make(forms, len(known))
	for i, form := range known {
		f[form] = int32(i) + 1
	}
	return f
}

func (f forms) pack(data []byte) []byte {
	known := make([]uint32, len(f))
	for form, row := range f {
		known[row-1] = form
	}
	data = binary.AppendUvarint(data, uint64(len(known)))
	for _, form := range known {
		data = binary.LittleEndian.AppendUint32(data, form)
	}
	return data
}

func cutForms(data []byte) (forms, []byte, error) {
	count, n := binary.Uvarint(data)
	if n <= 0 || count > uint64(len(data)-n)/4 {
		return nil, nil, errModel
	}
	data = data[n:]
	known := make([]uint32, count)
	for i := range known {
		known[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return numbered(known), data[4*count:], nil
}

// tables are the sizes with the rows that the forms need.
func (f forms) tables() []learn.Input {
	all := sizes
	all[formInput].Rows = len(f) + 1
	return all[:]
}
