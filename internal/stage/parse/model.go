package parse

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"sync"

	"stemma/internal/learn"
)

// A Model is all that was learned from treebanks: how to tag, where to hang a
// word, what to call the arc.
type Model struct {
	tags      []tag
	relations []string
	forms     forms
	network   *learn.Network
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

// Weights is the number of weights in the model.
func (m *Model) Weights() int { return m.network.Weights() }

// Pack writes the model as a program embeds it.
func (m *Model) Pack() []byte {
	var names []string
	for _, t := range m.tags {
		names = append(names, t.universal+"|"+t.fine)
	}
	data := appendList(nil, names)
	data = appendList(data, m.relations)
	return m.network.Append(m.forms.pack(data))
}

func appendList(data []byte, list []string) []byte {
	text := strings.Join(list, "\n")
	return append(binary.AppendUvarint(data, uint64(len(text))), text...)
}

var errModel = errors.New("not a packed model")

// Unpack reads what Pack wrote.
func Unpack(data []byte) (*Model, error) {
	m := &Model{}
	var names []string
	var err error
	if names, data, err = cutList(data); err != nil {
		return nil, err
	}
	for _, name := range names {
		universal, fine, _ := strings.Cut(name, "|")
		m.tags = append(m.tags, tag{universal, fine})
	}
	if m.relations, data, err = cutList(data); err != nil {
		return nil, err
	}
	if m.forms, data, err = cutForms(data); err != nil {
		return nil, err
	}
	if m.network, _, err = learn.UnpackNetwork(data); err != nil {
		return nil, err
	}
	if !m.fits() {
		return nil, errModel
	}
	return m, nil
}

// fits reports whether the network was made for these tags, relations and
// words.
func (m *Model) fits() bool {
	shape := m.network.Shape
	return shape.Tags == len(m.tags) && shape.Labels == len(m.relations) && slices.Equal(shape.Inputs, m.forms.tables())
}

func cutList(data []byte) ([]string, []byte, error) {
	size, n := binary.Uvarint(data)
	if n <= 0 || size > uint64(len(data)-n) {
		return nil, nil, errModel
	}
	return strings.Split(string(data[n:n+int(size)]), "\n"), data[n+int(size):], nil
}
