// Package stemma holds the words of the house: what a document, a claim, an
// event or an incident is, and the rules that belong to the thing itself. It
// imports the standard library only and does no input or output.
//
// A document walks down a line of rooms, and each room writes one layer on its
// [Reading]; what several readings come to is found on a second line.
package stemma

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"
)

// A Document is an item, bytes unchanged, named by its SHA-256.
type Document struct {
	ID        string // "d_" and 16 hex digits
	SHA256    string // 64 hex digits
	MediaType string // text/plain, text/html, multipart/related, message/rfc822
	Bytes     []byte
}

// NewDocument names bytes.
func NewDocument(mediaType string, bytes []byte) Document {
	sum := sha256.Sum256(bytes)
	digits := hex.EncodeToString(sum[:])
	return Document{ID: "d_" + digits[:16], SHA256: digits, MediaType: mediaType, Bytes: bytes}
}

// A Capture is one time that a document was received.
type Capture struct {
	Document string
	Name     string // the path as given, "-" for standard input
	URL      string
	At       time.Time // when it was fetched or saved, if a person or the file says so
	Added    time.Time
	By       string
	Note     string
}

// Given is what a person says of a document besides its bytes, or what a copy
// lends it. It never hides what the page itself says.
type Given struct {
	URL       string
	Outlet    string
	Published Interval // basis given or copy; no Words
	Title     string   // lent by a copy
	Anchors   []Anchor
}

// An Anchor is a dated fact that a person supplies; its sentence is read like
// any other and matched by what it says.
type Anchor struct {
	Sentence string
	Date     Day
}

// NewID names a finding by what it is and where it stands, so that the same
// reading has the same ids everywhere. Kind is the letter before the underscore.
func NewID(kind, document string, parts ...string) string {
	h := sha256.New()
	h.Write([]byte(kind + "\x00" + document))
	for _, part := range parts {
		h.Write([]byte("\x00" + part))
	}
	return kind + "_" + hex.EncodeToString(h.Sum(nil))[:16]
}

// SpanID names a finding by its spans; discriminator tells two findings on the
// same words apart, such as an event's type.
func SpanID(kind, document, discriminator string, spans ...Span) string {
	parts := []string{discriminator}
	for _, span := range spans {
		parts = append(parts, strconv.Itoa(span.Start), strconv.Itoa(span.End))
	}
	return NewID(kind, document, parts...)
}
