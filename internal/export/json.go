package export

import (
	"encoding/json"
	"io"
	"strings"
)

// Encoder writes JSON as every door does: a value a line, its words as they are.
//
//	"tanks & guns <40 km off" → "tanks & guns <40 km off", not "tanks \u0026 guns \u003c40 km off"
func Encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// Indented is an Encoder that takes several lines a value, as people read them.
func Indented(w io.Writer) *json.Encoder {
	e := Encoder(w)
	e.SetIndent("", "  ")
	return e
}

// Line is a value as an Encoder writes it, without the end of the line.
func Line(v any) (string, error) {
	var b strings.Builder
	err := Encoder(&b).Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}
