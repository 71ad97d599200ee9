package speech

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	_ "embed"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"sync"

	"stemma/internal/learn"
)

// A Model is what was learned from marked reports: which words report, and
// which words around one are its source, its cue and its content.
type Model struct {
	cues  *learn.Table
	parts *learn.Table
	least int32 // a word worth less is no cue
}

// Trained by cmd/stemma-train; what from, with which scores and under which
// licence stands in data/README.md.
//
//go:embed data/claims.model
var trainedPacked []byte

// Trained is the model that the program carries, unpacked when the first
// document is read.
var Trained = sync.OnceValue(func() *Model {
	model, err := Unpack(trainedPacked)
	if err != nil {
		panic(err)
	}
	return model
})

// errModel means that bytes are not a packed model.
var errModel = errors.New("not a packed model of claims")

// mostPacked bounds what is unpacked, so that damaged bytes cost no memory.
const mostPacked = 1 << 26

// Pack writes the model as it is embedded.
func (m *Model) Pack() ([]byte, error) {
	data := binary.LittleEndian.AppendUint32(nil, uint32(m.least))
	data = m.parts.Append(m.cues.Append(data))
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("pack model: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return nil, fmt.Errorf("pack model: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack model: %w", err)
	}
	return out.Bytes(), nil
}

// Unpack reads what Pack wrote.
func Unpack(packed []byte) (*Model, error) {
	data, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), mostPacked))
	if err != nil || len(data) < 4 {
		return nil, errModel
	}
	m := &Model{least: int32(binary.LittleEndian.Uint32(data))}
	if m.cues, data, err = learn.Unpack(data[4:]); err != nil {
		return nil, fmt.Errorf("unpack cues: %w", err)
	}
	if m.parts, _, err = learn.Unpack(data); err != nil {
		return nil, fmt.Errorf("unpack parts: %w", err)
	}
	if m.cues.Classes() != acts || m.parts.Classes() != parts {
		return nil, errModel
	}
	return m, nil
}

// Weights is the number of weights in the model.
func (m *Model) Weights() int { return m.cues.Weights() + m.parts.Weights() }

// Least is what a word must be worth to be a cue.
func (m *Model) Least() int { return int(m.least) }

// WithLeast is the model with another threshold.
func (m *Model) WithLeast(least int) *Model {
	other := *m
	other.least = int32(least)
	return &other
}

// modelVersion changes whenever the carried model does.
func modelVersion() string {
	sum := sha256.Sum256(trainedPacked)
	return hex.EncodeToString(sum[:])[:12]
}
