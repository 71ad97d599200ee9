package date

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A word is a run of letters, a number with its suffix, or a mark. The grammar
// cuts for itself, so that it reads lines that no sentence was made of too.
//
//	"Aug. 28, 2017" → Aug . 28 , 2017;  "9.30 a.m." → 9.30 a . m .;  "six-year" → six - year
type word struct {
	stemma.Span
	text    string // lower case, curly apostrophes straight, dashes "-"
	capital bool
	spaced  bool // white space stands before it
}

// A line is what the grammar reads: the words of a sentence or a region.
type line []word

// scan cuts the words of a span of the text.
func scan(text stemma.Text, span stemma.Span) line {
	var out line
	spaced := true
	for at := span.Start; at < span.End && at < len(text); {
		end := at + extent(string(text[at:span.End]))
		if r, _ := utf8.DecodeRuneInString(string(text[at:end])); unicode.IsSpace(r) {
			spaced, at = true, end
			continue
		}
		out = append(out, newWord(string(text[at:end]), stemma.Span{Start: at, End: end}, spaced))
		spaced, at = false, end
	}
	return out
}

func newWord(s string, span stemma.Span, spaced bool) word {
	first, _ := utf8.DecodeRuneInString(s)
	text := strings.ToLower(s)
	switch s {
	case "–", "—", "‑", "−":
		text = "-"
	case "’", "‘":
		text = "'"
	}
	return word{span, text, unicode.IsUpper(first), spaced}
}

// extent is the number of bytes of the first word of s, or of one space.
func extent(s string) int {
	first, width := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsDigit(first):
		return number(s)
	case unicode.IsLetter(first):
		return run(s, unicode.IsLetter)
	}
	return width
}

func run(s string, of func(rune) bool) int {
	for i, r := range s {
		if !of(r) {
			return i
		}
	}
	return len(s)
}

// number is the extent of a number: digits, with points, commas and colons
// inside, and a suffix: "9.30", "1,500", "28th", "1990s".
func number(s string) int {
	end := run(s, unicode.IsDigit)
	for end+1 < len(s) && strings.IndexByte(".,:", s[end]) >= 0 {
		more := run(s[end+1:], unicode.IsDigit)
		if more == 0 {
			break
		}
		end += 1 + more
	}
	return end + run(s[end:], unicode.IsLetter)
}

// text is the word at i in lower case, "" beyond either end.
func (l line) text(i int) string {
	if i < 0 || i >= len(l) {
		return ""
	}
	return l[i].text
}

// texts are the words from i on, as many as a number can take.
func (l line) texts(i int) []string {
	const longestNumber = 12
	var out []string
	for j := i; j < len(l) && j < i+longestNumber; j++ {
		out = append(out, l[j].text)
	}
	return out
}

// skip is i, or the place after it if one of the words stands there.
func (l line) skip(i int, words ...string) int {
	for _, w := range words {
		if l.text(i) == w {
			return i + 1
		}
	}
	return i
}

// is reports what the word at i means as a word of one kind.
func (l line) is(kind lexicon.TimeKind, i int) (lexicon.TimeWord, bool) {
	if i < 0 || i >= len(l) {
		return lexicon.TimeWord{}, false
	}
	return lexicon.Time(kind, l[i].text)
}

// joined reports whether word i follows the one before it without a space.
func (l line) joined(i int) bool { return i > 0 && i < len(l) && !l[i].spaced }

// span is that of the words from i up to, not including, j.
func (l line) span(i, j int) stemma.Span {
	return stemma.Span{Start: l[i].Start, End: l[j-1].End}
}
