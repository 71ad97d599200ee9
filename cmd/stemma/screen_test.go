package main

import (
	"strings"
	"testing"
)

func TestScreen(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain words stay", "Two were hurt, “police” said.\n", "Two were hurt, “police” said.\n"},
		{"nothing is obeyed", "Evil \x1b[2J\x07 page\r", "Evil ␛[2J␇ page␍"},
		{"nothing is turned", "the \u202emill\u202c", "the \ufffdmill\ufffd"},
		{"a name from right to left ends", "قناة الوادي  2  0  ferry", "قناة الوادي\u200e  2  0  ferry"},
		{"two columns from right to left are two", "مراسل  قناة", "مراسل\u200e  قناة\u200e"},
	} {
		if got := shown(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A character may come in two writes.
func TestScreen_writes(t *testing.T) {
	const text = "the mill – “no” 🌾 قناة\n"
	for at := range len(text) {
		var out strings.Builder
		s := &screen{out: &out}
		for _, part := range []string{text[:at], text[at:]} {
			if n, err := s.Write([]byte(part)); n != len(part) || err != nil {
				t.Fatal(n, err)
			}
		}
		if got := strings.ReplaceAll(out.String(), "\u200e", ""); got != text {
			t.Errorf("cut at %d: %q", at, got)
		}
	}
}
