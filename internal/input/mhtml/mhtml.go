// Package mhtml reads a page that a browser saved with all its parts into one
// file (RFC 2557), or a mail, and finds the page among the parts. Pictures and frames
// are left alone, and so is what the page says. In: the file's bytes; out: the main
// part, its charset, the address it was saved from and the day it was saved or sent.
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

	"golang.org/x/net/html/charset"
)

// Limits on what one file may unpack to: a bomb of parts is cut off, not read.
const (
	maxParts = 2000
	maxBytes = 16 << 20
	maxDeep  = 8 // parts within parts
)

// A Header is what the file says of itself as a whole.
type Header struct {
	URL     string
	Date    string // when it was saved or sent, as RFC 3339 in the clock of whoever did; "" if unknown
	Subject string
	Answer  bool // whether it answers another mail
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
		h.Date = t.Format(time.RFC3339)
	}
	h.Subject, h.Answer = subject(message.Header.Get("Subject")), message.Header.Get("In-Reply-To") != ""
	return h
}

// subject is a mail's, its characters unpacked (RFC 2047).
func subject(raw string) string {
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	if s, err := words.DecodeHeader(raw); err == nil {
		raw = s
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(raw, "\ufffd")), " ")
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
	boundary, several := parts(message.Header.Get)
	if !several {
		page, doubt = open(message.Header.Get, message.Body)
		page.URL = h.URL
		return page, doubt
	}
	s := search{url: h.URL, best: Part{MediaType: "text/plain", URL: h.URL}, left: maxParts}
	s.among(message.Body, boundary, maxDeep)
	if s.rank == 0 {
		s.doubt = "no page was found among its parts"
	}
	if s.best.URL == "" {
		s.best.URL = h.URL
	}
	return s.best, s.doubt
}

// parts is the line between the parts of something that has several.
func parts(header func(string) string) (boundary string, several bool) {
	media, params, err := mime.ParseMediaType(header("Content-Type"))
	return params["boundary"], err == nil && strings.HasPrefix(media, "multipart/")
}

// A search goes through parts, and parts of parts, for the page.
type search struct {
	url   string
	best  Part
	rank  int
	doubt string
	left  int // parts that may still be looked at
}

func (s *search) among(body io.Reader, boundary string, deep int) {
	inner := multipart.NewReader(body, boundary)
	for ; s.left > 0; s.left-- {
		raw, err := inner.NextRawPart()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			s.doubt = cut
			return
		}
		if boundary, several := parts(raw.Header.Get); several && deep > 0 {
			s.among(raw, boundary, deep-1)
			continue
		}
		part, short := open(raw.Header.Get, raw)
		if n := worth(part, s.url); n > s.rank {
			s.best, s.rank, s.doubt = part, n, short
		}
	}
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
