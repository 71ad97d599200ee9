package input

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"stemma"
)

// The media types that are read.
const (
	TypeText  = "text/plain"
	TypeHTML  = "text/html"
	TypeMHTML = "multipart/related"
	TypeMail  = "message/rfc822"
	TypeJSONL = "application/jsonl" // many documents, one a line
)

// sniffed is how much of an item its media type is told from.
const sniffed = 4096

// Sniff tells the media type from the first bytes, and from the name where they
// leave it open: a page saved as "copy.txt" is a page, and a text saved as
// "story.html" without a single tag is a text.
func Sniff(name string, head []byte) string {
	head = head[:min(len(head), sniffed)]
	start := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n\f"))
	suffix := strings.ToLower(path.Ext(name))
	switch {
	case saved(start, suffix):
		return TypeMHTML
	case posted(start, suffix):
		return TypeMail
	case lines(start, suffix):
		return TypeJSONL
	case markup(start), tagged(suffix) && bytes.ContainsAny(head, "<"):
		return TypeHTML
	}
	return TypeText
}

// saved reports whether it is a page as a browser saves it into one file.
func saved(start []byte, suffix string) bool {
	if suffix == ".mht" || suffix == ".mhtml" {
		return true
	}
	header := heading(start)
	return bytes.Contains(header, []byte("multipart/related")) &&
		(bytes.Contains(header, []byte("mime-version:")) || bytes.Contains(header, []byte("snapshot-content-location:")))
}

// posted reports whether it is a mail: by its name, or by a header that only mails have.
func posted(start []byte, suffix string) bool {
	if suffix == ".eml" {
		return true
	}
	header := "\n" + string(heading(start))
	return strings.Contains(header, "\nmime-version:") && strings.Contains(header, "\nmessage-id:") && strings.Contains(header, "\nsubject:")
}

// heading is what stands above the first empty line.
func heading(start []byte) []byte {
	header, _, _ := bytes.Cut(start, []byte("\r\n\r\n"))
	header, _, _ = bytes.Cut(header, []byte("\n\n"))
	return header
}

// lines reports whether it is JSON Lines: objects that hold a text or a page.
func lines(start []byte, suffix string) bool {
	if !bytes.HasPrefix(start, []byte("{")) {
		return false
	}
	if suffix == ".jsonl" || suffix == ".ndjson" {
		return true
	}
	inner := bytes.TrimLeft(start[1:], " \t")
	return bytes.HasPrefix(inner, []byte(`"`)) && (bytes.Contains(inner, []byte(`"text"`)) || bytes.Contains(inner, []byte(`"html"`)))
}

// openings are how a page begins, in lower case.
var openings = []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<script", "<style", "<article", "<div", "<p>", "<h1", "<table"}

// markup reports whether the first thing is a page's; comments and an XML
// declaration may stand before it.
func markup(start []byte) bool {
	for range 8 {
		switch {
		case bytes.HasPrefix(start, []byte("<!--")):
			_, start, _ = bytes.Cut(start, []byte("-->"))
		case bytes.HasPrefix(start, []byte("<?xml")):
			_, start, _ = bytes.Cut(start, []byte("?>"))
		default:
			return slices.ContainsFunc(openings, func(opening string) bool { return bytes.HasPrefix(start, []byte(opening)) })
		}
		start = bytes.TrimLeft(start, " \t\r\n\f")
	}
	return false
}

func tagged(suffix string) bool {
	switch suffix {
	case ".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx":
		return true
	}
	return false
}

// foreign are the first bytes of what people drop in besides texts and may hold one.
var foreign = []struct{ magic, name, instead string }{
	{"%PDF-", "a PDF", ""},
	{"PK\x03\x04", "a zip archive or an office document", "unpack it and add the folder, or save it as text"},
	{"\x1f\x8b", "compressed with gzip", "unpack it first"},
	{"7z\xbc\xaf", "an archive", "unpack it and add the folder"}, {"Rar!", "an archive", "unpack it and add the folder"},
	{"\xd0\xcf\x11\xe0", "an office document", "save it as text or HTML"},
	{"{\\rtf", "a rich-text document", "save it as text or HTML"},
	{"WARC/", "a web archive", ""},
	{"SQLite format 3", "a database", "a case is named with --case"},
}

// refuse says why bytes cannot be a document: too large, empty, no text.
func refuse(data []byte) error {
	if len(data) > MaxBytes {
		return tooLarge()
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return errors.New("it is empty")
	}
	for _, f := range foreign {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return fmt.Errorf("it is %s, which is not read; %s", f.name, cmp.Or(f.instead, "hand over its text or its page"))
		}
	}
	if binary(data) {
		return errors.New("it holds no text that can be read, only bytes")
	}
	return nil
}

func tooLarge() error {
	return fmt.Errorf("%w: larger than %d MiB, the most that one document may have", stemma.ErrLimit, MaxBytes>>20)
}

// binary reports whether one byte in ten of the beginning is a control
// character that no text has. UTF-16 is a text in spite of its zeros.
func binary(data []byte) bool {
	if wide(data) != "" {
		return false
	}
	head := data[:min(len(data), sniffed)]
	controls := 0
	for _, b := range head {
		if b < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(b)) {
			controls++
		}
	}
	return controls*10 > len(head) || controls > 0 && !utf8.Valid(data) && controls*50 > len(head)
}
