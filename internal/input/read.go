package input

import (
	"fmt"
	"slices"
	"strings"

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
	case TypeMHTML, TypeMail:
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
	outside(r, mhtml.Head(data), part.URL)
	if part.MediaType == TypeHTML {
		page(r, part.Bytes, part.Charset)
		return
	}
	plain(r, part.Bytes, part.Charset)
}

// outside is what a parcel's header says of it: the address of a page and the day by
// which it was there, a mail's subject and the day on which it was sent. What somebody
// passed on was written by then.
//
//	"Subject: Guards seize ferry / Date: Thu, 4 Mar 2021 09:30:00 +0100" → title, published
//	"Subject: Fwd: Guards seize ferry …"                                 → title, by that day
func outside(r *stemma.Reading, head mhtml.Header, url string) {
	if url != "" {
		r.Properties = append(r.Properties, stemma.Property{Name: "url", Value: url, From: "url"})
	}
	sent := r.MediaType == TypeMail
	subject, passed := forwarded(head.Subject)
	if sent && subject != "" {
		r.Properties = append(r.Properties, stemma.Property{Name: "title", Value: subject, From: "mail"})
	}
	switch {
	case head.Date == "":
	case sent && !passed && !head.Answer:
		r.Properties = append(r.Properties, stemma.Property{Name: "published", Value: head.Date, From: "mail"})
	default:
		r.Properties = append(r.Properties, stemma.Property{Name: "modified", Value: head.Date, From: "mail"})
	}
}

// forwarded is a subject without what says that the mail was passed on or answered.
func forwarded(subject string) (rest string, was bool) {
	for {
		mark, after, ok := strings.Cut(subject, ":")
		if !ok || !slices.Contains([]string{"re", "fw", "fwd", "aw", "wg", "tr", "rv"}, strings.ToLower(strings.TrimSpace(mark))) {
			return strings.TrimSpace(subject), was
		}
		subject, was = after, true
	}
}

func characters(r *stemma.Reading, data []byte, declared string) string {
	out, doubt := decode(data, declared)
	if doubt != "" {
		r.Note(stemma.LayerText, stemma.Span{}, doubt)
	}
	return out
}
