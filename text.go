package stemma

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text holds the characters of a document as read, nothing dropped. For
// text/plain it is the decoded bytes exactly: no byte-order mark, carriage
// return or no-break space is removed.
type Text string

// Blank reports whether a character shows nothing: white space, no-break spaces,
// byte-order marks, zero-width and direction marks, soft hyphens.
func Blank(c rune) bool {
	return unicode.IsSpace(c) || c == '\ufeff' || c == '\u200b' || c == '\u200e' || c == '\u200f' || c == '\u00ad'
}

// A Span is a run of a text: bytes from Start up to, not including, End. On the
// wire spans count code points; see [Points].
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds nothing; the zero Span does.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether all of o lies in s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Join is the smallest span that holds both; an empty one adds nothing.
func (s Span) Join(o Span) Span {
	switch {
	case s.Empty():
		return o
	case o.Empty():
		return s
	}
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// Compare orders spans by start, then by end.
func (s Span) Compare(o Span) int {
	return cmp.Or(cmp.Compare(s.Start, o.Start), cmp.Compare(s.End, o.End))
}

// Before reports whether s stands first in that order.
func (s Span) Before(o Span) bool { return s.Compare(o) < 0 }

// Words are the characters of a span; a span that leaves the text has none.
func (t Text) Words(s Span) string {
	if s.Empty() || s.Start < 0 || s.End > len(t) {
		return ""
	}
	return string(t[s.Start:s.End])
}

// Points turns byte offsets of one text into code points and back. The zero
// value serves the empty text; make one with [Text.Points].
type Points struct {
	marks []int // byte offset of every 64th code point
	text  Text
}

const pointsStride = 64

// Points indexes a text so that both directions cost a short scan.
func (t Text) Points() Points {
	p := Points{text: t}
	n := 0
	for i := range string(t) {
		if n%pointsStride == 0 {
			p.marks = append(p.marks, i)
		}
		n++
	}
	return p
}

// Point is the number of code points before a byte offset.
func (p Points) Point(offset int) int {
	lo, hi := 0, len(p.marks)
	for lo < hi {
		if mid := (lo + hi) / 2; p.marks[mid] <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return 0
	}
	from := p.marks[lo-1]
	return (lo-1)*pointsStride + utf8.RuneCountInString(string(p.text[from:min(offset, len(p.text))]))
}

// Offset is the byte offset of a code point; past the end it is the text's length.
func (p Points) Offset(point int) int {
	if point < 0 || point/pointsStride >= len(p.marks) {
		return len(p.text)
	}
	at := p.marks[point/pointsStride]
	for range point % pointsStride {
		if at >= len(p.text) {
			break
		}
		_, width := utf8.DecodeRuneInString(string(p.text[at:min(at+utf8.UTFMax, len(p.text))]))
		at += width
	}
	return at
}

// Whole is a span that cuts no character: one that would begin or end inside one
// is made smaller.
func (t Text) Whole(s Span) Span {
	for s.Start < s.End && s.Start > 0 && !utf8.RuneStart(t[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && s.End < len(t) && !utf8.RuneStart(t[s.End]) {
		s.End--
	}
	return s
}

// Paired is a name without quotation marks whose other half stands outside it.
//
//	killed "dozens" of troops → dozens of troops
func Paired(name string) string {
	if strings.Count(name, `"`)%2 == 0 && strings.Count(name, "“") == strings.Count(name, "”") {
		return name
	}
	return strings.NewReplacer(`"`, "", "“", "", "”", "").Replace(name)
}
