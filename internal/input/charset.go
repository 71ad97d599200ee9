package input

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns bytes into characters and keeps all of them: a byte-order mark
// stays the first one. Declared is the charset that a page or a header names, or
// "". The doubt it returns, if any, is for a note: nothing makes it fail.
//
// What the bytes themselves show comes first, because declarations are copied
// from template to template: valid UTF-8 outside ASCII is never anything else.
func decode(data []byte, declared string) (text, doubt string) {
	if order := wide(data); order != "" {
		return convert(data, utf16(order)), ""
	}
	if utf8.Valid(data) {
		return string(data), ""
	}
	if good, bad := sequences(data); good >= bad {
		return strings.ToValidUTF8(string(data), "\uFFFD"), fmt.Sprintf("%d bytes are no UTF-8 and stand as \uFFFD", bad)
	}
	if table, name := charset.Lookup(declared); table != nil && name != "utf-8" && name != "replacement" {
		return convert(data, table), ""
	}
	table, name := guess(data)
	return convert(data, table), "its charset is nowhere named; read as " + name
}

// declaration is the charset that a page names near its top, in a meta element
// or an XML declaration.
func declaration(page []byte) string {
	head := bytes.ToLower(page[:min(len(page), sniffed)])
	for _, key := range []string{"charset=", "encoding="} {
		if _, after, found := bytes.Cut(head, []byte(key)); found {
			name := bytes.TrimLeft(after, "\"' ")
			return string(name[:max(0, bytes.IndexAny(name, "\"' />?;"))])
		}
	}
	return ""
}

func convert(data []byte, table encoding.Encoding) string {
	out, err := table.NewDecoder().Bytes(data)
	if err != nil { // no table of ours gives one; the characters before it are kept
		return strings.ToValidUTF8(string(out), "\uFFFD")
	}
	return string(out)
}

// wide is the byte order of UTF-16, told from its mark or, without one, from
// the zeros of its ASCII; "" if it is no UTF-16.
func wide(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return "little"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "big"
	}
	head := data[:min(len(data), sniffed)]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch half := len(head) / 2; {
	case zeros[1]*10 > half*6 && zeros[0]*20 < half:
		return "little"
	case zeros[0]*10 > half*6 && zeros[1]*20 < half:
		return "big"
	}
	return ""
}

// utf16 keeps the byte-order mark as a character, as a text keeps all it has.
func utf16(order string) encoding.Encoding {
	if order == "little" {
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	}
	return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
}

// sequences counts the characters outside ASCII that are good UTF-8 and the
// bytes that are none.
func sequences(data []byte) (good, bad int) {
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[1:]
			continue
		}
		r, width := utf8.DecodeRune(data)
		if r == utf8.RuneError && width == 1 {
			bad++
		} else {
			good++
		}
		data = data[width:]
	}
	return good, bad
}

// scripts are the old single-byte charsets of scripts other than Latin, each
// with the seven letters that make up about half of any text in it.
var scripts = []struct {
	name    string
	table   encoding.Encoding
	letters string
}{
	{"windows-1251 (Cyrillic)", charmap.Windows1251, "оеаинтс"},
	{"windows-1256 (Arabic)", charmap.Windows1256, "اليمون"},
	{"windows-1255 (Hebrew)", charmap.Windows1255, "יוהלאתר"},
	{"windows-1253 (Greek)", charmap.Windows1253, "αοιετσν"},
}

// guess is the likeliest single-byte charset: Latin, unless most letters lie
// outside ASCII and one script's commonest letters explain them.
func guess(data []byte) (encoding.Encoding, string) {
	high, letters := 0, 0
	for _, b := range data {
		if b >= 0x80 {
			high++
		} else if 'a' <= b|0x20 && b|0x20 <= 'z' {
			letters++
		}
	}
	if high > letters/2 {
		best, most := -1, high/3 // chance gives these seven of 64 letters a ninth
		for i, s := range scripts {
			if n := common(convert(data, s.table), s.letters); n > most {
				best, most = i, n
			}
		}
		if best >= 0 {
			return scripts[best].table, scripts[best].name
		}
	}
	return charmap.Windows1252, "windows-1252 (Latin)"
}

func common(text, letters string) int {
	n := 0
	for _, r := range text {
		if strings.ContainsRune(letters, r) {
			n++
		}
	}
	return n
}
