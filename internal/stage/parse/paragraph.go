package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// paragraphs cuts a run of the text at line breaks, except where a line was
// merely wrapped.
func paragraphs(text string, within stemma.Span) []stemma.Span {
	lines := linesOf(text, within)
	wrapped := areWrapped(text, lines)
	var out []stemma.Span
	for i, line := range lines {
		if n := len(out); n > 0 && (wrapped && oneBreak(text, lines[i-1], line) || goesOn(text, out[n-1], line)) {
			out[n-1].End = line.End
			continue
		}
		out = append(out, line)
	}
	return out
}

// linesOf are the lines that are not blank, without the space around them.
func linesOf(text string, within stemma.Span) []stemma.Span {
	var lines []stemma.Span
	for start := within.Start; start < within.End; {
		end := within.End
		if i := strings.IndexByte(text[start:end], '\n'); i >= 0 {
			end = start + i
		}
		line := text[start:end]
		inner := strings.TrimFunc(line, isSpace)
		if inner != "" {
			at := start + strings.Index(line, inner)
			lines = append(lines, stemma.Span{Start: at, End: at + len(inner)})
		}
		start = end + 1
	}
	return lines
}

// areWrapped reports whether all lines were broken because the next word had no
// room: none is so short that the word would have fitted.
func areWrapped(text string, lines []stemma.Span) bool {
	width := 0
	for _, line := range lines {
		width = max(width, line.Len())
	}
	const narrowest, widest = 40, 100 // lines of e-mail and of old wire copy
	if len(lines) < 3 || width < narrowest || width > widest {
		return false
	}
	for i, line := range lines[1:] {
		if !oneBreak(text, lines[i], line) {
			continue
		}
		word, _, _ := strings.Cut(text[line.Start:line.End], " ")
		if lines[i].Len()+1+len(word) <= width {
			return false
		}
	}
	return true
}

func oneBreak(text string, before, line stemma.Span) bool {
	return strings.Count(text[before.End:line.Start], "\n") == 1
}

// goesOn: a line that begins small and follows a long one without a stop is the
// rest of its sentence, torn by a link or a picture that is gone; so is one that
// says who spoke the words quoted above it.
//
//	… the Orna, which the / Varsen / army had left. → one
//	“We have to go.” / said Mara Odel. → one
func goesOn(text string, before, line stemma.Span) bool {
	const long = 40
	words := text[line.Start:line.End]
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(text[before.Start:before.End])
	if before.Len() < long || !unicode.IsLower(first) {
		return false
	}
	verb, _, _ := strings.Cut(words, " ")
	return unicode.IsLetter(last) || last == ',' || strings.ContainsRune("”\"’»", last) && isSpeech(verb)
}
