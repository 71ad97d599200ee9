package input

import (
	"fmt"

	"stemma"
	"stemma/internal/input/html"
	"stemma/internal/input/mhtml"
	"stemma/internal/input/text"
)

// Read turns a document into a reading that holds its text, blocks, properties
// and language. It is a pure function of the bytes and what was given. Only a
// media type that nobody here reads is an error; bad bytes are a note.
func Read(document stemma.Document, given stemma.Given) (*stemma.Reading, error) {
	r := &stemma.Reading{Document: document.ID, MediaType: document.MediaType, Given: given}
	switch document.MediaType {
	case TypeText:
		plain(r, document.Bytes, "")
	case TypeHTML:
		page(r, document.Bytes, "")
	case TypeMHTML:
		parcel(r, document.Bytes)
	default:
		return nil, fmt.Errorf("read %s: media type %q: %w", document.ID, document.MediaType, stemma.ErrUsage)
	}
	r.Language, r.Read = language(r)
	return r, nil
}

func plain(r *stemma.Reading, data []byte, declared string) {
	characters := characters(r, data, declared)
	r.Text = stemma.Text(characters)
	r.Blocks = text.Blocks(characters)
}

// page reads HTML. A header that came with it outranks what the page itself
// declares.
func page(r *stemma.Reading, data []byte, declared string) {
	if declared == "" {
		declared = declaration(data)
	}
	p := html.Read(characters(r, data, declared))
	r.Text, r.Blocks = stemma.Text(p.Text), p.Blocks
	r.Properties = append(r.Properties, p.Properties...)
	for _, doubt := range p.Doubts {
		r.Note(stemma.LayerText, stemma.Span{}, doubt)
	}
}

// parcel reads a page saved with all its parts into one file.
func parcel(r *stemma.Reading, data []byte) {
	part, doubt := mhtml.Main(data)
	if doubt != "" {
		r.Note(stemma.LayerText, stemma.Span{}, doubt)
	}
	if part.URL != "" {
		r.Properties = append(r.Properties, stemma.Property{Name: "url", Value: part.URL, From: "url"})
	}
	if part.MediaType == TypeHTML {
		page(r, part.Bytes, part.Charset)
		return
	}
	plain(r, part.Bytes, part.Charset)
}

func characters(r *stemma.Reading, data []byte, declared string) string {
	out, doubt := decode(data, declared)
	if doubt != "" {
		r.Note(stemma.LayerText, stemma.Span{}, doubt)
	}
	return out
}
