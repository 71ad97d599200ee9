package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// tokens cuts a run of the text into tokens as Universal Dependencies does.
// What lies between them is white space.
//
//	"They'd left," the U.S.-led force said. → " | They | 'd | left | , | " | the | U.S. | - | led | force | said | .
func tokens(text string, within stemma.Span, into []stemma.Span) []stemma.Span {
	c := cutter{text, into}
	for i := within.Start; i < within.End; {
		end := i
		for end < within.End {
			r, width := utf8.DecodeRuneInString(text[end:within.End])
			if isSpace(r) {
				break
			}
			end += width
		}
		if end > i {
			c.chunk(i, end)
			i = end
			continue
		}
		_, width := utf8.DecodeRuneInString(text[i:within.End])
		i += width
	}
	return c.out
}

// isSpace: no-break and zero-width spaces and direction marks part words, too.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\u2060'
}

type cutter struct {
	text string
	out  []stemma.Span
}

func (c *cutter) add(start, end int) {
	if start < end {
		c.out = append(c.out, stemma.Span{Start: start, End: end})
	}
}

// chunk cuts a run without white space: marks off the end, then part after
// part from the front.
func (c *cutter) chunk(start, end int) {
	begin := c.opening(start, end)
	if isAddress(c.text[begin:end]) {
		address := begin + len(strings.TrimRight(c.text[begin:end], `.,;:)!?"'”’…]>`))
		c.add(begin, address)
		c.each(address, end)
		return
	}
	last := c.closing(begin, end)
	for begin < last {
		at, width := c.seam(begin, last)
		end := c.closing(begin, at) // dawn.[17]
		c.word(begin, end)
		c.marks(end, at)
		c.add(at, at+width)
		begin = c.opening(at+width, last)
	}
	c.marks(last, end)
}

func isAddress(chunk string) bool {
	for _, scheme := range []string{"http://", "https://", "www."} {
		if strings.HasPrefix(chunk, scheme) {
			return true
		}
	}
	at := strings.IndexByte(chunk, '@')
	return at > 0 && strings.IndexByte(chunk[at:], '.') > 1
}

func (c *cutter) each(start, end int) {
	for start < end {
		_, width := utf8.DecodeRuneInString(c.text[start:end])
		c.add(start, start+width)
		start += width
	}
}

// marks adds closing marks one by one, runs of points and of hyphens whole.
func (c *cutter) marks(start, end int) {
	for start < end {
		_, width := utf8.DecodeRuneInString(c.text[start:end])
		width = max(width, runLength(c.text[start:end]))
		c.add(start, start+width)
		start += width
	}
}

// runLength is how many points or hyphens text begins with, or the two marks of
// a typist's quotation mark.
func runLength(text string) int {
	if doubled(text) != 0 {
		return 2
	}
	if text == "" || text[0] != '.' && text[0] != '-' {
		return 0
	}
	return len(text) - len(strings.TrimLeft(text, text[:1]))
}

const (
	openers = "“‘«„\"'`’”([{<—–•…*·►▪●$€£₤¥~|"
	closers = "”’»\"'‘“)]}>,!?:;…%—–*•|"
)

// opening cuts off the marks that a word may begin with and returns where the
// word itself begins.
func (c *cutter) opening(start, end int) int {
	for start < end {
		rest := c.text[start:end]
		r, width := utf8.DecodeRuneInString(rest)
		run := runLength(rest)
		switch {
		case isApostrophe(r) && opensWord(rest[width:]):
			return start
		case doubled(rest) != 0:
			width = 2
		case strings.ContainsRune(openers, r):
		case run == len(rest) || run > 1 || run == 1 && r == '-' && !startsDigit(rest[1:]):
			width = run
		case (r == '#' || r == '/' || r == '&' || r == '+') && len(rest) > 1 && !unicode.IsLetter(rune(rest[1])):
		case r == '/' && len(rest) > 1:
		default:
			return start
		}
		c.add(start, start+width)
		start += width
	}
	return start
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' }

// opensWord reports whether an apostrophe before rest is part of a word: the
// '90s, let 'em, a clitic that stands alone.
func opensWord(rest string) bool {
	if len(rest) >= 2 && startsDigit(rest) && startsDigit(rest[1:]) {
		return true
	}
	lower := strings.ToLower(rest)
	return parts.clitic[lower] || lower == "em" || lower == "t"
}

func startsDigit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// closing returns where the marks begin that stand behind a word.
func (c *cutter) closing(start, end int) int {
	for end > start {
		core := c.text[start:end]
		r, width := utf8.DecodeLastRuneInString(core)
		switch {
		case strings.HasSuffix(core, ".."):
			end = start + len(strings.TrimRight(core, "."))
		case r == '.' && keepsPoint(core[:len(core)-1], c.text[end:]):
			return end
		case r == '.', r == '-', strings.ContainsRune(closers, r):
			end -= width
		default:
			return end
		}
	}
	return end
}

// keepsPoint reports whether a word owns the point behind it, given what
// follows: "Gen. Voss", "Lt.-Gen. Voss", "Gen. (ret.) Voss", "Mr. and Mrs. Odel",
// "No. 7", "the U.S.", "non-U.S. troops", "J. Marsh".
func keepsPoint(word, after string) bool {
	last := word[strings.LastIndexByte(word, '-')+1:]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, betweenRankAndName))
	if abbreviation, ok := lexicon.AbbreviationOf(last); ok {
		switch abbreviation.Before {
		case "number":
			return unicode.IsDigit(next)
		case "name":
			return unicode.IsLetter(next) || unicode.IsDigit(next)
		}
		return true
	}
	r, width := utf8.DecodeRuneInString(word)
	return width == len(word) && unicode.IsUpper(r) && word != "I" || isInitials(last)
}

// betweenRankAndName: Gen. “Bear” Voss, Maj.-Gen., Gen. (ret.) Voss.
func betweenRankAndName(r rune) bool { return isSpace(r) || strings.ContainsRune("-‑(“\"", r) }

// isInitials: "U.S", "e.g", "D.C", without the last point.
func isInitials(word string) bool {
	if !strings.Contains(word, ".") {
		return false
	}
	for letters := range strings.SplitSeq(word, ".") {
		r, width := utf8.DecodeRuneInString(letters)
		if width == 0 || len(letters) > width+1 || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// seam is the first place inside a run of letters where two tokens meet, and
// the width of the mark between them; the end of the run if there is none.
func (c *cutter) seam(start, end int) (at, width int) {
	for at = start; at < end; at += width {
		var r rune
		r, width = utf8.DecodeRuneInString(c.text[at:end])
		if r < utf8.RuneSelf && isLetterByte(byte(r)) {
			continue
		}
		if mark := seamWidth(c.text[start:at], c.text[at:end], r, width); mark > 0 {
			return at, mark
		}
	}
	return end, 0
}

func isLetterByte(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// seamWidth is the width of the mark at which what stands before a character and
// what begins with it are two tokens, 0 if they are one.
//
//	"talks—he" → 3, the dash; "fell.The" → 1; "anti-war", "3,000" → 0
func seamWidth(before, rest string, r rune, width int) int {
	inside := before != "" && len(rest) > width
	switch r {
	case '—', '“', '”', '"', '[', ']', '(', ')', '…', '=', '<', '>':
		return width
	case '.', '-':
		if run := runLength(rest); run > 1 {
			return run
		}
	}
	if inside && partsWords(r, before, rest[width:]) {
		return width
	}
	return 0
}

// partsWords reports whether a mark between letters parts two words.
func partsWords(r rune, before, after string) bool {
	switch r {
	case '-', '‐', '‑': // the last two are the hyphens of typesetters
		return !isPrefix(before, after)
	case '.', '?', '!':
		return gluedSentence(before, after)
	case '–':
		return true
	case '/', ',', ':':
		return !(startsDigit(before[len(before)-1:]) && startsDigit(after))
	}
	return false
}

// isPrefix: "anti-war", "ANTI-WAR"; but in "UN-backed" the capitals are a name.
func isPrefix(before, after string) bool {
	lower := strings.ToLower(before)
	capitals := len(before) > 1 && before == strings.ToUpper(before)
	return parts.prefix[lower] && (!capitals || lower != "un" && after == strings.ToUpper(after))
}

// gluedSentence: "They left.The town" lacks a space; "U.S" and "node.js" do not.
func gluedSentence(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return len(before) > 1 && unicode.IsLower(last) && unicode.IsUpper(next) && !strings.Contains(before, ".")
}

// word cuts clitics, units and joined words: "didn't", "army's", "12km", "cannot".
func (c *cutter) word(start, end int) {
	word := c.text[start:end]
	at := len(word)
	switch apostrophe := strings.LastIndexAny(word, "'’"); {
	case apostrophe > 0:
		at = cliticAt(word, apostrophe)
	case startsDigit(word):
		rest := strings.TrimLeft(word, "0123456789.,:")
		if parts.unit[strings.ToLower(rest)] || isUpper(rest) && strings.Contains(word, ":") { // 21:22Mara Odel
			at -= len(rest)
		}
	case strings.IndexByte(word, '$') > 0: // US$5
		dollar := strings.IndexByte(word, '$')
		c.add(start, start+dollar)
		c.add(start+dollar, start+dollar+1)
		c.word(start+dollar+1, end)
		return
	case len(word) < 8:
		if first, ok := parts.joined[strings.ToLower(word)]; ok {
			at = first
		}
	}
	c.add(start, start+at)
	c.add(start+at, end)
}

// cliticAt is where a word's clitic begins: do|n't, army|'s, troops|'.
func cliticAt(word string, apostrophe int) int {
	_, width := utf8.DecodeRuneInString(word[apostrophe:])
	after := strings.ToLower(word[apostrophe+width:])
	switch {
	case after == "t" && apostrophe > 1 && word[apostrophe-1]|0x20 == 'n':
		return apostrophe - 1
	case after == "", parts.clitic[after]:
		return apostrophe
	}
	return len(word)
}

// Leans reports whether two neighbours are one token as written, which
// Universal Dependencies counts as a token of several words.
//
//	didn't → did|n't lean; U.S.-led → U.S.|-|led do not
func Leans(text stemma.Text, a, b stemma.Token) bool {
	if a.End != b.Start {
		return false
	}
	form := strings.ToLower(text.Words(b.Span))
	first, _ := utf8.DecodeRuneInString(form)
	clitic := isApostrophe(first) && b.Tag != "PUNCT" || form == "n't" || form == "n’t"
	return clitic || a.Tag != "PUNCT" && (form == "not" || form == "na" || form == "ta")
}
