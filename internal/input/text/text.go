// Package text cuts plain text into blocks: a line with the white space after
// it, or, in a text whose lines were wrapped at a fixed width, a paragraph. What
// a block is it leaves to the stages, and it changes no character. In:
// "Bridge reopens\n\nThe bridge is open.\n"; out: two blocks that tile it.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// Blocks tile the text; an empty or blank text has none or one.
func Blocks(text string) []stemma.Block {
	lines := lines(text)
	if wrapped(text, lines) {
		lines = unwrap(text, lines)
	}
	lines = part(text, lines)
	blocks := make([]stemma.Block, 0, len(lines))
	for _, line := range lines {
		blocks = append(blocks, stemma.Block{Span: line, Tag: "p"})
	}
	return blocks
}

// lines are the lines that hold more than white stemma.Blank, each with all the white
// space up to the next; what stands before the first belongs to the first.
func lines(text string) []stemma.Span {
	var out []stemma.Span
	for start := 0; start < len(text); {
		end := start + next(text[start:])
		if len(out) > 0 && blank(text[start:end]) {
			out[len(out)-1].End = end
		} else if len(out) == 1 && blank(text[:out[0].End]) {
			out[0].End = end
		} else {
			out = append(out, stemma.Span{Start: start, End: end})
		}
		start = end
	}
	return indent(text, out)
}

// next is the length of the first line with its end: "\n", "\r\n", a lone "\r"
// or a Unicode line or paragraph separator.
func next(text string) int {
	for i, r := range text {
		switch r {
		case '\n', '\u2028', '\u2029', '\u0085', '\f':
			return i + utf8.RuneLen(r)
		case '\r':
			if !strings.HasPrefix(text[i+1:], "\n") {
				return i + 1
			}
		}
	}
	return len(text)
}

func blank(s string) bool { return strings.TrimFunc(s, stemma.Blank) == "" }

// indent gives the white space at the head of a line to the block before it.
func indent(text string, spans []stemma.Span) []stemma.Span {
	for i := 1; i < len(spans); i++ {
		line := text[spans[i].Start:spans[i].End]
		lead := len(line) - len(strings.TrimLeftFunc(line, stemma.Blank))
		spans[i-1].End += lead
		spans[i].Start += lead
	}
	return spans
}

// A text is wrapped when line after line breaks off in mid sentence at about
// one width. The widths are those of mail and of typewriters; three such breaks
// are more than a listing or a poem among paragraphs gives by chance.
const (
	narrow = 45
	wide   = 100
	breaks = 3
)

func wrapped(text string, lines []stemma.Span) bool {
	n := 0
	for i := 1; i < len(lines); i++ {
		if continues(text, lines[i-1]) && lower(text[lines[i].Start:]) {
			n++
		}
	}
	return n >= breaks && n*5 > len(lines)
}

// continues reports whether a line's sentence goes on in the next line: it is
// as long as a wrapped one, has no end, and no empty line follows.
//
//	"The minister said on Monday that the bridge between the two"  → goes on
func continues(text string, line stemma.Span) bool {
	words := text[line.Start:line.End]
	content := strings.TrimRightFunc(words, stemma.Blank)
	n := utf8.RuneCountInString(content)
	return n >= narrow && n <= wide && strings.Count(words[len(content):], "\n") == 1 && !ended(content)
}

func ended(s string) bool {
	s = strings.TrimRight(s, "\"')]”’»")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
}

func lower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// unwrap joins the lines of each paragraph: those with no empty line between
// them, after a line that is as long as a wrapped one.
func unwrap(text string, lines []stemma.Span) []stemma.Span {
	out := lines[:1:1]
	for i := 1; i < len(lines); i++ {
		before := text[lines[i-1].Start:lines[i-1].End]
		content := strings.TrimRightFunc(before, stemma.Blank)
		if utf8.RuneCountInString(content) >= narrow && strings.Count(before[len(content):], "\n") == 1 {
			out[len(out)-1].End = lines[i].End
		} else {
			out = append(out, lines[i])
		}
	}
	return out
}

// A page that lost its blocks on the way prints its headline again inside its
// text, with the day and the buttons around it. Headlines of fewer words recur by
// chance; a head takes no more than this many bytes.
const (
	fewest = 5
	head   = 500
)

// part cuts a block after the last reprint of the first line in its head, where a
// sentence begins.
//
//	"Guards seize ferry off Olmen", "4 March 2021 Guards seize ferry off Olmen Print The harbour guards …"
//	→ "4 March 2021 Guards seize ferry off Olmen " and "Print The harbour guards …"
func part(text string, lines []stemma.Span) []stemma.Span {
	const near = 3 // lines in which the reprint may stand
	if len(lines) < 2 {
		return lines
	}
	first := strings.TrimFunc(text[lines[0].Start:lines[0].End], stemma.Blank)
	if len(strings.Fields(first)) < fewest || ended(first) {
		return lines
	}
	for i := 1; i < min(len(lines), near); i++ {
		line := lines[i]
		top := text[line.Start:min(line.End, line.Start+head)]
		at := strings.LastIndex(top, first)
		if at < 0 {
			continue
		}
		rest := text[line.Start+at+len(first) : line.End]
		begin := strings.TrimLeftFunc(rest, func(r rune) bool { return stemma.Blank(r) || strings.ContainsRune(".-–—:|", r) })
		if begin == "" || len(begin) == len(rest) || lower(begin) {
			continue
		}
		cut := line.End - len(begin)
		return append(append(append([]stemma.Span{}, lines[:i]...), stemma.Span{Start: line.Start, End: cut}, stemma.Span{Start: cut, End: line.End}), lines[i+1:]...)
	}
	return lines
}
