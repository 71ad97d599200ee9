// Package mhtml reads a page that a browser saved with all its parts into one
// file (RFC 2557) and finds the page among the parts. Pictures and frames are
// left alone, and so is what the page says. In: the file's bytes; out: the main
// part, its charset, the address it was saved from and the day it was saved.
package mhtml

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"
)

// Limits on what one file may unpack to: a bomb of parts is cut off, not read.
const (
	maxParts = 2000
	maxBytes = 16 << 20
)

// A Header is what the file says of itself as a whole.
type Header struct {
	URL  string
	Date string // when it was saved, as RFC 3339; "" if unknown
}

// A Part is the page: its bytes unpacked, its media type and declared charset.
type Part struct {
	Bytes     []byte
	MediaType string
	Charset   string
	URL       string
}

// Head reads the header alone.
func Head(data []byte) Header {
	message, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return Header{}
	}
	return head(message)
}

func head(message *mail.Message) Header {
	h := Header{URL: message.Header.Get("Snapshot-Content-Location")}
	if h.URL == "" {
		h.URL = message.Header.Get("Content-Location")
	}
	if t, err := message.Header.Date(); err == nil {
		h.Date = t.UTC().Format(time.RFC3339)
	}
	return h
}

// Main is the page among the parts: the one saved from the file's own address,
// else the first page, else the first text. The doubt, if any, is for a note; a
// file cut off gives what it still has.
func Main(data []byte) (page Part, doubt string) {
	message, err := mail.ReadMessage(bufio.NewReader(bytes.NewReader(data)))
	if err != nil {
		return Part{Bytes: data, MediaType: "text/plain"}, "it has no header that can be read; read as plain text"
	}
	h := head(message)
	media, params, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil || !strings.HasPrefix(media, "multipart/") {
		page, doubt = open(message.Header.Get, message.Body)
		page.URL = h.URL
		return page, doubt
	}
	best, rank := Part{MediaType: "text/plain", URL: h.URL}, 0
	parts := multipart.NewReader(message.Body, params["boundary"])
	for range maxParts {
		raw, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			doubt = cut
			break
		}
		part, short := open(raw.Header.Get, raw)
		if n := worth(part, h.URL); n > rank {
			best, rank, doubt = part, n, short
		}
	}
	if rank == 0 {
		doubt = "no page was found among its parts"
	}
	if best.URL == "" {
		best.URL = h.URL
	}
	return best, doubt
}

// worth ranks a part: the page of the file's own address, any page, any text.
func worth(part Part, url string) int {
	switch {
	case part.MediaType == "text/html" && part.URL == url && url != "":
		return 3
	case part.MediaType == "text/html":
		return 2
	case part.MediaType == "text/plain":
		return 1
	}
	return 0
}

// cut is the doubt about a file that ends too early.
const cut = "the file ends before its last part does"

// open unpacks a part; one that is neither a page nor a text is not read, and one
// cut off gives what it has.
func open(header func(string) string, body io.Reader) (part Part, doubt string) {
	media, params, err := mime.ParseMediaType(header("Content-Type"))
	if err != nil {
		media = "text/plain"
	}
	if media == "application/xhtml+xml" {
		media = "text/html"
	}
	part = Part{MediaType: media, Charset: params["charset"], URL: header("Content-Location")}
	if worth(part, "") == 0 {
		return part, ""
	}
	switch strings.ToLower(header("Content-Transfer-Encoding")) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	if part.Bytes, err = io.ReadAll(io.LimitReader(body, maxBytes)); err != nil {
		doubt = cut
	}
	return part, doubt
}
