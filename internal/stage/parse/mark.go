package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// A mark is a quotation mark or an apostrophe as it stands in the text.
type mark struct {
	stemma.Span
	around
	single        bool
	opens, closes bool // what it can be by its form and its neighbours
	straight      bool // ' or ", which look alike at both ends
}

// around are the runes on both sides of a mark, 0 at the edges of the paragraph.
type around struct{ before, after rune }

// leads reports whether something runs on right behind the mark.
func (a around) leads() bool { return a.after != 0 && !isSpace(a.after) }

// trails reports whether something stands right before the mark.
func (a around) trails() bool { return a.before != 0 && !isSpace(a.before) }

// marksOf lists the marks that can open or close a quotation.
func marksOf(text string, paragraph stemma.Span) []mark {
	var marks []mark
	before := rune(0)
	for i := paragraph.Start; i < paragraph.End; {
		r, width := runeAt(text[i:paragraph.End])
		if rest := text[i+width : paragraph.End]; strings.ContainsRune(`"“”„«»'‘’`, r) {
			m := newMark(r, around{before, first(rest)})
			m.Span = stemma.Span{Start: i, End: i + width}
			m.opens = m.opens && !(m.single && elided(rest))
			if m.opens || m.closes {
				marks = append(marks, m)
			}
		}
		before = r
		i += width
	}
	return marks
}

// runeAt is the rune that begins a text, or the mark that two strokes stand for, and its
// width.
func runeAt(text string) (r rune, width int) {
	if double := doubled(text); double != 0 {
		return double, 2
	}
	return utf8.DecodeRuneInString(text)
}

// doubled is the quotation mark that two strokes stand for, as typists set
// it: two grave accents before the words, two apostrophes behind them.
func doubled(text string) rune {
	switch {
	case strings.HasPrefix(text, "``"):
		return '“'
	case strings.HasPrefix(text, "''"):
		return '"'
	}
	return 0
}

// first is the rune that begins a text, 0 if it is empty.
func first(text string) rune {
	for _, r := range text {
		return r
	}
	return 0
}

// newMark says of a mark of quotation what it can do, by what stands around it: open,
// close, or both.
func newMark(r rune, a around) mark {
	m := mark{around: a, single: strings.ContainsRune("'‘’", r), straight: r == '"' || r == '\''}
	before, after := isWordRune(a.before), isWordRune(a.after)
	switch r {
	case '„', '«':
		m.opens = a.leads()
	case '“':
		m.closes = a.trails() && (!a.leads() || before && !after) // „We left“, long march.“
		m.opens = !m.closes
	case '‘':
		m.opens = !before
	case '”', '»':
		m.closes = true
		m.opens = !a.trails() && after // ”They left“, a wrong mark
	case '’':
		m.closes = a.trails() && !after
		m.opens = !a.trails() && after
	case '"':
		m.opens, m.closes = a.double()
	case '\'':
		m.opens, m.closes = a.apostrophe()
	}
	return m
}

// double says what the mark " can do: open where no word runs into it, close behind
// something.
func (a around) double() (opens, closes bool) {
	opens, closes = a.leads() && !isWordRune(a.before), a.trails()
	if !opens && !closes {
		return a.leads(), !a.leads()
	}
	return opens, closes
}

// apostrophe says what the mark ' can do. Inside a word it does nothing.
//
//	"the rebels' camp" → may close;  "didn't" → neither
func (a around) apostrophe() (opens, closes bool) {
	free := !a.trails() || strings.ContainsRune("([{\"“«—–-/…", a.before)
	opens = a.leads() && free && (!unicode.IsPunct(a.after) || strings.ContainsRune(`"“[(…`, a.after))
	return opens, a.trails() && !isWordRune(a.after)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// elided: the '90s and let 'em have an apostrophe in front.
func elided(rest string) bool {
	word := rest
	if end := strings.IndexFunc(rest, func(r rune) bool { return !isWordRune(r) }); end >= 0 {
		word = rest[:end]
	}
	decade := len(word) == 3 && startsDigit(word) && word[2] == 's'
	return decade || slices.Contains([]string{"em", "til", "n", "tis", "twas", "cause", "s", "re", "ve", "ll", "d", "m"}, strings.ToLower(word))
}
