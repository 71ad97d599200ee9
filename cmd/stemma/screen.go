package main

import (
	"io"
	"regexp"
	"strings"
	"unicode/utf8"
)

// A screen is a terminal on which the characters of a page do nothing but show: one
// page must not clear it, colour it or turn what stands beside. What goes to a file
// or another program stays as it is.
type screen struct {
	out  io.Writer
	rest []byte // of a character that the next write ends
}

// onScreen is where output goes: through a screen if it is a terminal.
func onScreen(out io.Writer) io.Writer {
	if isTerminal(out) {
		return &screen{out: out}
	}
	return out
}

// Write shows what is whole of what it is given, and keeps the beginning of a character
// for the next.
func (s *screen) Write(p []byte) (int, error) {
	data := append(s.rest, p...)
	whole := len(data) - begun(data)
	s.rest = append([]byte(nil), data[whole:]...)
	_, err := io.WriteString(s.out, shown(string(data[:whole])))
	return len(p), err
}

// begun is how many bytes at the end are the beginning of a character.
func begun(data []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(data); n++ {
		if tail := data[len(data)-n:]; utf8.RuneStart(tail[0]) && !utf8.FullRune(tail) {
			return n
		}
	}
	return 0
}

// shown is a text with signs in the place of what a terminal would obey, and with the
// end of each run from right to left marked, so that the numbers beside it keep their
// columns.
//
//	"Evil ESC[2J" → "Evil ␛[2J"
func shown(text string) string {
	text = strings.Map(sign, text)
	return leftward.ReplaceAllString(text, "$0\u200e")
}

func sign(c rune) rune {
	switch {
	case c == '\n' || c == '\t':
		return c
	case c < ' ':
		return '␀' + c
	case c == 0x7f:
		return '␡'
	case c > 0x7f && c < 0xa0, c >= '\u202a' && c <= '\u202e', c >= '\u2066' && c <= '\u2069':
		return '\ufffd'
	}
	return c
}

// leftward are words that are written from right to left, with single spaces and marks
// between them.
var leftward = regexp.MustCompile(`[\p{Arabic}\p{Hebrew}\p{Syriac}\p{Thaana}](?:\p{Mn}|[^\p{L}\s]* ?[^\p{L}\s]*[\p{Arabic}\p{Hebrew}\p{Syriac}\p{Thaana}])*`)
