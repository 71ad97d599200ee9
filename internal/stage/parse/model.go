package parse

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"stemma/internal/learn"
)

// A Model is all that was learned from treebanks: how to tag, where to hang a
// word, what to call the arc.
type Model struct {
	tags      []tag
	sure      map[uint64]uint8
	relations []string
	tagger    *learn.Table
	moves     *learn.Table
	arcs      *learn.Table
	names     *learn.Table
}

// Trained by cmd/stemma-train; what from, with which scores and under which
// licence stands in data/README.md.
//
//go:embed data/syntax.model
var trainedPacked []byte

// Trained is the model that the program carries. It is unpacked when the first document is read, not when the program
// starts.
var Trained = sync.OnceValue(func() *Model {
	model, err := Unpack(trainedPacked)
	if err != nil {
		panic(err)
	}
	return model
})

func (m *Model) tables() []**learn.Table {
	return []**learn.Table{&m.tagger, &m.moves, &m.arcs, &m.names}
}

// Weights is the number of weights in the model.
func (m *Model) Weights() int {
	n := 0
	for _, t := range m.tables() {
		n += (*t).Weights()
	}
	return n
}

// Pack writes the model as a program embeds it.
func (m *Model) Pack() ([]byte, error) {
	var data []byte
	var names []string
	for _, t := range m.tags {
		names = append(names, t.universal+"|"+t.fine)
	}
	data = appendList(data, names)
	data = appendList(data, m.relations)
	data = m.appendSure(data)
	for _, t := range m.tables() {
		data = (*t).Append(data)
	}
	out := bytes.NewBuffer(binary.LittleEndian.AppendUint32(nil, uint32(len(data))))
	w, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func (m *Model) appendSure(data []byte) []byte {
	forms := make([]uint64, 0, len(m.sure))
	for form := range m.sure {
		forms = append(forms, form)
	}
	slices.Sort(forms)
	data = binary.AppendUvarint(data, uint64(len(forms)))
	for _, form := range forms {
		data = append(binary.LittleEndian.AppendUint64(data, form), m.sure[form])
	}
	return data
}

func appendList(data []byte, list []string) []byte {
	text := strings.Join(list, "\n")
	return append(binary.AppendUvarint(data, uint64(len(text))), text...)
}

var errModel = errors.New("not a packed model")

// Unpack reads what Pack wrote.
func Unpack(packed []byte) (*Model, error) {
	data, err := inflate(packed)
	if err != nil {
		return nil, fmt.Errorf("unpack model: %w", err)
	}
	m := &Model{}
	var names []string
	if names, data, err = cutList(data); err != nil {
		return nil, err
	}
	for _, name := range names {
		universal, fine, _ := strings.Cut(name, "|")
		m.tags = append(m.tags, newTag(universal, fine))
	}
	if m.relations, data, err = cutList(data); err != nil {
		return nil, err
	}
	if data, err = m.cutSure(data); err != nil {
		return nil, err
	}
	for _, t := range m.tables() {
		if *t, data, err = learn.Unpack(data); err != nil {
			return nil, err
		}
	}
	if !m.fits() {
		return nil, errModel
	}
	return m, nil
}

// fits reports whether every class that a table may name is there.
func (m *Model) fits() bool {
	for _, tag := range m.sure {
		if int(tag) >= len(m.tags) {
			return false
		}
	}
	return m.tagger.Classes() == len(m.tags) && m.moves.Classes() == learn.Moves &&
		m.arcs.Classes() == len(m.relations) && m.names.Classes() == len(m.relations)
}

// inflate knows the size beforehand, which halves the time of loading.
func inflate(packed []byte) ([]byte, error) {
	if len(packed) < 4 {
		return nil, errModel
	}
	size := binary.LittleEndian.Uint32(packed)
	if uint64(size) > 1000*uint64(len(packed)) {
		return nil, errModel
	}
	data := make([]byte, size)
	_, err := io.ReadFull(flate.NewReader(bytes.NewReader(packed[4:])), data)
	return data, err
}

func cutList(data []byte) ([]string, []byte, error) {
	size, n := binary.Uvarint(data)
	if n <= 0 || size > uint64(len(data)-n) {
		return nil, nil, errModel
	}
	return strings.Split(string(data[n:n+int(size)]), "\n"), data[n+int(size):], nil
}

func (m *Model) cutSure(data []byte) ([]byte, error) {
	const size = 9 // a form's fingerprint and its tag
	count, n := binary.Uvarint(data)
	if n <= 0 || count > uint64(len(data)-n)/size {
		return nil, errModel
	}
	data = data[n:]
	m.sure = make(map[uint64]uint8, count)
	for range count {
		m.sure[binary.LittleEndian.Uint64(data)] = data[8]
		data = data[size:]
	}
	return data, nil
}
