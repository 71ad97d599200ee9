package copy

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/lexicon"
)

// A word is one word of what is compared, folded so that edits of typography do
// not count.
type word struct {
	stemma.Span
	text   string
	number int  // running number of its region: what stands in one paragraph
	quoted bool // it stands inside a quotation
	named  bool // it has a capital that no sentence gives it
}

// words are the words of a reading's body. Titles and captions are left out:
// they travel between texts that are otherwise strangers.
func words(r *stemma.Reading) []word {
	var out []word
	for i, region := range r.Regions {
		if region.Kind == stemma.RegionBody {
			out = appendWords(out, r.Text, region.Span, i)
		}
	}
	mark(out, r.Syntax.Quotations)
	return out
}

func appendWords(out []word, text stemma.Text, in stemma.Span, number int) []word {
	start, first := -1, true
	var before, c rune
	var width int
	for i := in.Start; i <= in.End; i += width {
		before = c
		c, width = character(text, i, in.End)
		inside := within(c) || start >= 0 && unicode.Is(unicode.Mn, c)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			if after, _ := character(text, i+width, in.End); joint(before, c, after) || initial(text, start, i) && c == '.' && unicode.IsLetter(after) {
				continue
			}
			out = append(out, newWord(text, stemma.Span{Start: start, End: i}, number, first))
			start, first = -1, false
		}
		first = first || stop(c)
	}
	return out
}

// character is the one at an offset; a space where the text ends.
func character(text stemma.Text, i, end int) (c rune, width int) {
	if i >= end {
		return ' ', 1
	}
	return utf8.DecodeRuneInString(string(text[i:min(i+utf8.UTFMax, end)]))
}

func within(c rune) bool {
	if c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	return unicode.IsLetter(c) || unicode.IsDigit(c)
}

// stop reports whether a word after it may have its capital from its place.
func stop(c rune) bool {
	switch c {
	case '.', '!', '?', ':', '"', '“', '\n':
		return true
	}
	return false
}

// joint reports whether a mark between two characters parts no words; which of
// them print it is a matter of house style.
//
//	"didn’t", "Mu'ayyad", "govern\u00adment", "200,000" → one word each
func joint(before, c, after rune) bool {
	switch c {
	case '\'', '’', '‘', 'ʼ', '`', '\u00ad', '\u200b', '\u200c', '\u200d':
		return within(after)
	case ',':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return false
}

// initial reports whether what stands before an offset is one letter, or letters
// with points between them: "U.S", but not "said".
func initial(text stemma.Text, start, at int) bool { return at-start == 1 || text[at-2] == '.' }

func newWord(text stemma.Text, span stemma.Span, number int, first bool) word {
	s := text.Words(span)
	c, _ := utf8.DecodeRuneInString(s)
	return word{Span: span, text: fold(s), number: number, named: !first && unicode.IsUpper(c)}
}

// fold is the form in which words are compared: without case, accents and marks,
// small numbers in figures.
//
//	"U.S" → "us", "Erdoğan" → "erdogan", "fourteen" → "14"
func fold(s string) string {
	s = actors.Fold(s)
	if value, ok := lexicon.Spelled(s); ok {
		return strconv.Itoa(value)
	}
	return s
}

// mark notes which words stand in quotations; both lists are in the order of
// the text.
func mark(all []word, quotations []stemma.Quotation) {
	q := 0
	for i := range all {
		for q < len(quotations) && quotations[q].End <= all[i].Start {
			q++
		}
		all[i].quoted = q < len(quotations) && quotations[q].Depth == 0 && quotations[q].Contains(all[i].Span)
	}
}

// shingles are the hashes of each run of size words, by the FNV-1a of their
// letters; empty if there are fewer words.
func shingles(all []word, size int) []uint64 {
	if len(all) < size {
		return nil
	}
	out := make([]uint64, len(all)-size+1)
	for i := range out {
		h := uint64(fnvOffset)
		for _, w := range all[i : i+size] {
			for j := 0; j < len(w.text); j++ {
				h = (h ^ uint64(w.text[j])) * fnvPrime
			}
			h = (h ^ ' ') * fnvPrime
		}
		out[i] = h
	}
	return out
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)
