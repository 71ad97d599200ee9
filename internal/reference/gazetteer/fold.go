package gazetteer

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold is the form of a name under which it is looked up exactly: lower case,
// without marks, apostrophes, full stops and a leading "the", every dash a
// space, and the first words that pages shorten written out one way.
//
//	"Deir ez-Zôr" → "deir ez zor", "Saint Petersburg" → "st petersburg", "The Hague" → "hague"
func Fold(name string) string { return string(appendFold(nil, name)) }

// appendFold writes the form to out, which must be empty.
func appendFold(out []byte, name string) []byte {
	out = bytes.TrimPrefix(spell(out, name), []byte("the "))
	for i := range shortened {
		short := &shortened[i]
		if len(out) > len(short.long) && string(out[:len(short.long)]) == short.long {
			n := copy(out, short.short)
			n += copy(out[n:], out[len(short.long):])
			return out[:n]
		}
	}
	return out
}

var shortened = []struct{ long, short string }{
	{"saint ", "st "}, {"sainte ", "ste "}, {"mount ", "mt "}, {"fort ", "ft "}, {"jebel ", "jabal "}, {"djebel ", "jabal "}, {"jabel ", "jabal "},
}

// spell writes a name in small plain letters, its words parted by one space.
func spell(out []byte, name string) []byte {
	for _, r := range name {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			out = append(out, byte(r))
		case 'A' <= r && r <= 'Z':
			out = append(out, byte(r)+'a'-'A')
		case r < utf8.RuneSelf:
			out = appendMark(out, r)
		default:
			out = appendRune(out, r)
		}
	}
	return bytes.TrimSuffix(out, []byte(" "))
}

// appendMark adds a space for the ASCII marks that part words, and nothing for
// those that stand within one.
func appendMark(out []byte, r rune) []byte {
	switch r {
	case '.', '\'', '`', '"':
		return out
	case '&':
		return append(appendSpace(out), "and"...)
	}
	return appendSpace(out)
}

func appendSpace(out []byte) []byte {
	if len(out) == 0 || out[len(out)-1] == ' ' {
		return out
	}
	return append(out, ' ')
}

// The plain letters of the Latin blocks, by code point from U+00C0 and U+1E00; a
// full stop stands where a letter has none.
const (
	plainC0 = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggg" +
		"hhhhiiiiiiiiii..jjkkkllllll..llnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbb....occdd" +
		"...eae.f.g..ikk...n.ooo..pp........tuu.vyyzz......................aaiioouuuuuuuuuueaaaa....ggkkoooo..j" +
		"...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy...j............u..........."
	plain1E00 = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss" +
		"ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee" +
		"iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"
)

func appendRune(out []byte, r rune) []byte {
	if c := plain(r); c != 0 {
		return append(out, c)
	}
	switch r {
	case 'æ', 'Æ':
		return append(out, "ae"...)
	case 'œ', 'Œ':
		return append(out, "oe"...)
	case 'ß':
		return append(out, "ss"...)
	case 'þ', 'Þ':
		return append(out, "th"...)
	case '‘', '’', '“', '”', '´':
		return out
	}
	switch {
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Lm, r):
		return out
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return utf8.AppendRune(out, unicode.ToLower(r))
	}
	return appendSpace(out)
}

// plain is the letter that a Latin letter with marks stands for, 0 if none.
func plain(r rune) byte {
	switch {
	case 0xC0 <= r && int(r-0xC0) < len(plainC0) && plainC0[r-0xC0] != '.':
		return plainC0[r-0xC0]
	case 0x1E00 <= r && int(r-0x1E00) < len(plain1E00) && plain1E00[r-0x1E00] != '.':
		return plain1E00[r-0x1E00]
	}
	return 0
}

// Sound is the form of a folded name under which two spellings of one Arabic,
// Persian, Hebrew, Kurdish or Slavic name meet: without articles, doubled
// letters and spaces, and with the letters that transliterations disagree on
// written one way. It is far looser than Fold, so what it finds needs support.
//
//	"deir ez zor", "dayr az zawr" → "dirdur"; "jisr al shughour", "jisr ash shughur" → "jisrshugur"
func Sound(folded string) string { return string(appendSound(nil, []byte(folded))) }

func appendSound(out, folded []byte) []byte {
	start := len(out)
	for rest := folded; len(rest) > 0; {
		word, more, _ := bytes.Cut(rest, []byte(" "))
		if rest = more; len(rest) > 0 && len(word) <= longestArticle && articles[string(word)] {
			continue
		}
		out = appendSoundWord(out, bare(word))
	}
	return single(out, start)
}

const longestArticle = 3

var articles = map[string]bool{
	"al": true, "el": true, "ul": true, "ol": true, "ad": true, "ed": true, "ar": true, "er": true, "as": true, "es": true, "ash": true, "esh": true,
	"an": true, "en": true, "at": true, "et": true, "az": true, "ez": true, "adh": true, "ath": true, "i": true, "e": true, "ye": true, "l": true,
}

// bare is a word without an article that was written together with it.
//
//	"ezzor" → "zor", "arraqqah" → "raqqah"
func bare(word []byte) []byte {
	if len(word) > 4 && (word[0] == 'a' || word[0] == 'e') && word[1] == word[2] && strings.IndexByte("dsrnzt", word[1]) >= 0 {
		return word[2:]
	}
	return word
}

// soundPairs are letters that are read before single ones are.
var soundPairs = map[string]string{
	"kh": "h", "gh": "g", "dh": "d", "th": "t", "ch": "sh", "dj": "j", "zh": "j", "ph": "f", "ck": "k", "ou": "u", "oo": "u", "aw": "u", "au": "u", "ow": "u",
	"ay": "i", "ai": "i", "ei": "i", "ey": "i", "ae": "i", "ee": "i", "ie": "i", "iy": "i", "yi": "i", "ts": "s", "tz": "s",
}

// soundLetters are the single letters that are written otherwise.
var soundLetters = map[byte]byte{'q': 'k', 'c': 'k', 'z': 'd', 'e': 'i', 'y': 'i', 'o': 'u', 'w': 'u', 'v': 'u'}

// The same by the places of the letters in the alphabet, so that a look-up asks
// no map.
var pairSounds, letterSounds = soundTables()

func soundTables() (pairs [26 * 26]string, letters [26]byte) {
	for pair, sound := range soundPairs {
		pairs[int(pair[0]-'a')*26+int(pair[1]-'a')] = sound
	}
	for i := range letters {
		letters[i] = byte('a' + i)
	}
	for letter, sound := range soundLetters {
		letters[letter-'a'] = sound
	}
	return pairs, letters
}

func small(c byte) bool { return 'a' <= c && c <= 'z' }

func appendSoundWord(out, word []byte) []byte {
	start := len(out)
	for i := 0; i < len(word); i++ {
		c := word[i]
		if !small(c) {
			out = append(out, c)
			continue
		}
		if i+1 < len(word) && small(word[i+1]) {
			if pair := pairSounds[int(c-'a')*26+int(word[i+1]-'a')]; pair != "" {
				out = append(out, pair...)
				i++
				continue
			}
		}
		out = append(out, letterSounds[c-'a'])
	}
	return ending(single(out, start), start)
}

// ending drops a final h of the word that begins at start and writes a final e as
// a, which is how the feminine ending varies: Hama, Hamah; Hasaka, Hasakeh.
func ending(out []byte, start int) []byte {
	word := out[start:]
	n := len(word)
	if n > 3 && word[n-1] == 'h' && word[n-2] != 's' {
		word = word[:n-1]
		if word[n-2] == 'i' {
			word[n-2] = 'a'
		}
	}
	return out[:start+len(word)]
}

// single writes doubled letters from start on once.
func single(out []byte, start int) []byte {
	kept := out[:start]
	for i, c := range out[start:] {
		if i == 0 || c != kept[len(kept)-1] {
			kept = append(kept, c)
		}
	}
	return kept
}
