package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// A Word is a word of a page as names are compared: without its case, accents
// and inner apostrophes. Hyphens part words, so that one name written in
// several ways is one run of keys.
//
//	"Al-Karuna’s" → "al", "karuna"; "U.S." → "us"; "Shi'ite" → "shiite"
type Word struct {
	stemma.Span // of the word alone, without the possessive
	Key         string
	Form        Form
	Hyphen      bool // joined to the word before it
	Break       bool // a comma, bracket, quotation mark or the like stands before it
	Possessive  bool
}

// Form is how a word is written.
type Form uint8

// The forms of words.
const (
	Small    Form = iota
	Capital       // begins with a capital letter
	Capitals      // two capital letters or more and no small one: an acronym
	Figure        // begins with a figure
)

// Upper reports whether a word begins with a capital letter.
func (f Form) Upper() bool { return f == Capital || f == Capitals }

// Words are the words of a stretch of a text.
func Words(text stemma.Text, in stemma.Span) []Word {
	var out []Word
	gap := in.Start
	for at := in.Start; at < in.End; {
		r, width := utf8.DecodeRuneInString(string(text[at:in.End]))
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			at += width
			continue
		}
		end := wordEnd(string(text[at:in.End])) + at
		word := read(string(text[at:end]), at)
		word.Hyphen, word.Break = joined(string(text[gap:at]))
		out = append(out, word)
		at, gap = end, end
	}
	return out
}

// wordEnd is the length of the word that a text begins with. Apostrophes
// between letters and the points of an abbreviation belong to it.
func wordEnd(text string) int {
	end := 0
	for end < len(text) {
		r, width := utf8.DecodeRuneInString(text[end:])
		next, _ := utf8.DecodeRuneInString(text[end+width:])
		inner := apostrophe(r) && (unicode.IsLetter(next) || hungry(text[:end]) && !unicode.IsLetter(next))
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !inner && !point(text, end) {
			break
		}
		end += width
	}
	return end
}

// hungry reports whether a word ends in s, so that a bare apostrophe behind it
// is a possessive.
func hungry(word string) bool { return strings.HasSuffix(word, "s") }

// point reports whether the point at an offset belongs to an abbreviation of
// single letters: "U.S.", "D.C".
func point(text string, at int) bool {
	if text[at] != '.' || at == 0 {
		return false
	}
	letter, width := utf8.DecodeLastRuneInString(text[:at])
	if !unicode.IsUpper(letter) || at-width > 0 && text[at-width-1] != '.' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[at+1:])
	return at-width > 0 || unicode.IsUpper(next) && len(text) > at+2 && text[at+2] == '.'
}

func apostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' || r == 'ʿ' || r == 'ʾ' || r == 'ʻ'
}

// read makes a word of its characters.
func read(chars string, start int) Word {
	bare := strings.TrimRightFunc(chars, apostrophe)
	word := Word{Possessive: bare != chars}
	for _, mark := range [...]string{"'s", "’s", "'S", "’S"} {
		if cut, ok := strings.CutSuffix(bare, mark); ok {
			bare, word.Possessive = cut, true
		}
	}
	word.Span = stemma.Span{Start: start, End: start + len(bare)}
	word.Key, word.Form = Fold(bare), formOf(bare)
	return word
}

func formOf(word string) Form {
	first, _ := utf8.DecodeRuneInString(word)
	if unicode.IsDigit(first) {
		return Figure
	}
	if !unicode.IsUpper(first) {
		return Small
	}
	capitals, small := 0, 0
	for _, r := range word {
		if unicode.IsLower(r) {
			small++
		} else if unicode.IsUpper(r) {
			capitals++
		}
	}
	if capitals > 1 && (small == 0 || capitals+small <= shortest) {
		return Capitals
	}
	return Capital
}

// shortest is how long a word with small letters among its capitals may be and
// still be an acronym: "LeT", not "McCain".
const shortest = 4

// joined says what stands between two words.
func joined(gap string) (hyphen, broken bool) {
	switch gap {
	case "", " ":
		return false, false
	case "-", "‐", "‑", "–":
		return true, false
	}
	for _, r := range gap {
		if !unicode.IsSpace(r) && r != '.' && r != '&' {
			return false, true
		}
	}
	return false, strings.Contains(gap, "\n\n")
}

// Fold takes case, accents and apostrophes from a word.
func Fold(word string) string {
	plain := true
	for i := 0; i < len(word) && plain; i++ {
		plain = word[i] >= 'a' && word[i] <= 'z' || word[i] >= '0' && word[i] <= '9'
	}
	if plain {
		return word
	}
	var b strings.Builder
	for _, r := range word {
		r = unicode.ToLower(r)
		if base, ok := accents[r]; ok {
			b.WriteString(base)
		} else if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// accents are the letters of Latin scripts with the plain letter for each.
var accents = func() map[rune]string {
	out := map[rune]string{}
	for base, letters := range map[string]string{
		"a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "c": "çćĉċč", "d": "ďđḍ", "e": "èéêëēĕėęěẹẻẽếềểễệ", "g": "ĝğġģǧ", "h": "ĥħḥ",
		"i": "ìíîïĩīĭįıǐỉị", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏőǒọỏốồổỗộớờởỡợơ", "r": "ŕŗř",
		"s": "śŝşšșṣ", "t": "ţťŧțṭ", "u": "ùúûüũūŭůűųǔụủứừửữựư", "w": "ŵ", "y": "ýÿŷỳỵỷỹ", "z": "źżžẓ",
		"ae": "æ", "oe": "œ", "ss": "ß", "th": "þ",
	} {
		for _, letter := range letters {
			out[letter] = base
		}
	}
	return out
}()
