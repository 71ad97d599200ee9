package parse

import (
	"unicode"
	"unicode/utf8"

	"stemma/internal/learn"
)

// A word is what the tagger sees of a token: fingerprints of its form and of
// parts of it.
type word struct {
	form, lower uint64
	suffix      [5]uint64 // of the last 1 to 4 bytes
	prefix      [4]uint64
	shape       uint64
	flags       uint64
	class       wordClass
	number      bool
}

const (
	flagUpper = 1 << iota
	flagDigit
	flagHyphen
	flagAllUpper
	flagFirst
)

var numberForm = learn.Hash("#num")

// folding writes typographic marks as the treebanks do: "Shi’ite" is read as
// "Shi'ite".
var folding = map[rune]string{
	'’': "'", '‘': "'", 'ʼ': "'", '“': `"`, '”': `"`, '«': `"`, '»': `"`,
	'–': "-", '—': "--", '‑': "-", '…': "...", '\u00a0': " ", '\u00ad': "",
}

// A folder turns forms into words; its buffers are used again for each.
type folder struct{ form, lower, shape, scratch []byte }

// word describes a token's form.
func (f *folder) word(form string, first bool) word {
	f.fold(form)
	w := word{flags: f.flags(first)}
	w.form, w.lower = learn.Hash(f.form), learn.Hash(f.lower)
	if isNumber(f.lower) {
		w.form, w.lower, w.number = numberForm, numberForm, true
	}
	n := len(f.lower)
	for k := 1; k < len(w.suffix); k++ {
		w.suffix[k] = learn.Hash(f.lower[max(0, n-k):])
	}
	for k := 1; k < len(w.prefix); k++ {
		w.prefix[k] = learn.Hash(f.lower[:min(n, k)])
	}
	w.shape = learn.Hash(f.shape)
	w.class = classOf(f.lower, f.scratch[:0])
	return w
}

// fold fills the buffers: the form with plain marks, the same in lower case,
// and its shape, in which "Beirut" is "Xxx" and "2017" is "dd".
func (f *folder) fold(form string) {
	f.form, f.lower, f.shape = f.form[:0], f.lower[:0], f.shape[:0]
	for _, r := range form {
		if plain, ok := folded(r); ok {
			f.form = append(f.form, plain...)
			f.lower = append(f.lower, plain...)
		} else {
			f.form = utf8.AppendRune(f.form, r)
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

func (f *folder) flags(first bool) uint64 {
	flags := uint64(flagAllUpper)
	if first {
		flags |= flagFirst
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
