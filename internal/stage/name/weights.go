package name

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"

	"stemma/internal/learn"
)

// Weights are what the tagger has learned.
type Weights struct {
	features *learn.Table
	steps    []int32
	packed   []byte
}

// Trained by cmd/stemma-train; on what, with which scores and under which
// licence stands in data/README.md.
//
//go:embed data/names.model
var trainedPacked []byte

// Trained are the weights that the program carries. They are unpacked when the
// first page is read.
var Trained = sync.OnceValue(func() *Weights {
	weights, err := Unpack(trainedPacked)
	if err != nil {
		panic(err)
	}
	return weights
})

// newWeights are weights with their packed bytes.
func newWeights(features, steps *learn.Table) *Weights {
	return &Weights{features, lawful(steps), steps.Append(features.Append(nil))}
}

// Count is the number of weights that are not zero.
func (w *Weights) Count() int { return w.features.Weights() }

// Pack writes the weights as a program embeds them.
func (w *Weights) Pack() ([]byte, error) {
	out := bytes.NewBuffer(binary.LittleEndian.AppendUint32(nil, uint32(len(w.packed))))
	deflate, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := deflate.Write(w.packed); err != nil {
		return nil, err
	}
	err = deflate.Close()
	return out.Bytes(), err
}

var errWeights = errors.New("not packed weights of names")

// Unpack reads what Pack wrote.
func Unpack(packed []byte) (*Weights, error) {
	if len(packed) < 4 {
		return nil, errWeights
	}
	size := binary.LittleEndian.Uint32(packed)
	if uint64(size) > 1000*uint64(len(packed)) {
		return nil, errWeights
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(flate.NewReader(bytes.NewReader(packed[4:])), data); err != nil {
		return nil, fmt.Errorf("unpack weights of names: %w", err)
	}
	features, rest, err := learn.Unpack(data)
	if err != nil {
		return nil, err
	}
	steps, _, err := learn.Unpack(rest)
	if err != nil {
		return nil, err
	}
	if features.Classes() != labels || steps.Classes() != labels || steps.Rows() <= labels {
		return nil, errWeights
	}
	return newWeights(features, steps), nil
}
