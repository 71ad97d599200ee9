package parse

import (
	"unicode"
	"unicode/utf8"

	"stemma/internal/learn"
)

// A word is what the network is told of a token: fingerprints of its form and
// of parts of it, and what WordNet knows.
type word struct {
	form           uint64 // in small letters
	prefix, suffix uint64 // the first three bytes, the last three
	ending         uint64 // the last two
	shape          uint64 // with flags
	class          wordClass
}

const (
	flagUpper = 1 << iota
	flagDigit
	flagHyphen
	flagAllUpper
	flagFirst
	flagHeadline
)

var numberForm = learn.Hash("#num")

// folding writes typographic marks as the treebanks do: "Shi’ite" is read as
// "Shi'ite".
var folding = map[rune]string{
	'’': "'", '‘': "'", 'ʼ': "'", '“': `"`, '”': `"`, '«': `"`, '»': `"`,
	'–': "-", '—': "--", '‑': "-", '…': "...", '\u00a0': " ", '\u00ad': "",
}

// A folder turns forms into words; its buffers are used again for each.
type folder struct{ lower, shape, scratch []byte }

// word describes a token's form; first and headline say where it stands.
func (f *folder) word(form string, first, headline bool) word {
	f.fold(form)
	w := word{form: learn.Hash(f.lower), class: classOf(f.lower, f.scratch[:0])}
	if isNumber(f.lower) {
		w.form = numberForm
	}
	n := len(f.lower)
	w.prefix, w.suffix = learn.Hash(f.lower[:min(n, 3)]), learn.Hash(f.lower[max(0, n-3):])
	w.ending = learn.Hash(f.lower[max(0, n-2):])
	w.shape = learn.Hash(f.shape) + f.flags(first, headline)*flagMix
	return w
}

// flagMix spreads flags over all bits.
const flagMix = 0x9E3779B97F4A7C15

// fold fills the buffers: the form with plain marks in lower case, and its
// shape, in which "Beirut" is "Xxx" and "2017" is "dd".
func (f *folder) fold(form string) {
	f.lower, f.shape = f.lower[:0], f.shape[:0]
	for _, r := range form {
		if plain, ok := folded(r); ok {
			f.lower = append(f.lower, plain...)
		} else {
			f.lower = utf8.AppendRune(f.lower, unicode.ToLower(r))
		}
		f.addShape(shapeOf(r))
	}
}

func folded(r rune) (string, bool) {
	if r < utf8.RuneSelf {
		return "", false
	}
	plain, ok := folding[r]
	return plain, ok
}

func (f *folder) addShape(c byte) {
	if n := len(f.shape); n > 1 && f.shape[n-1] == c && f.shape[n-2] == c {
		return
	}
	f.shape = append(f.shape, c)
}

func shapeOf(r rune) byte {
	switch {
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLower(r):
		return 'x'
	case '0' <= r && r <= '9':
		return 'd'
	case r == '\'' || r == '’':
		return '\''
	case r == '-' || r == '–' || r == '—':
		return '-'
	}
	return 'o'
}

func (f *folder) flags(first, headline bool) uint64 {
	flags := uint64(flagAllUpper)
	if first {
		flags |= flagFirst
	}
	if headline {
		flags |= flagHeadline
	}
	for i, c := range f.shape {
		switch {
		case c == 'X' && i == 0:
			flags |= flagUpper
		case c == 'd':
			flags |= flagDigit
		case c == '-':
			flags |= flagHyphen
		case c == 'x':
			flags &^= flagAllUpper
		}
	}
	return flags
}

// isNumber reports whether digits, commas and points are all there is:
// "1,200", "3.5".
func isNumber(form []byte) bool {
	digits := false
	for _, c := range form {
		switch {
		case '0' <= c && c <= '9':
			digits = true
		case c != ',' && c != '.':
			return false
		}
	}
	return digits
}
