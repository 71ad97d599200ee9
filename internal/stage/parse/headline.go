package parse

import (
	"unicode"
	"unicode/utf8"
)

// inCapitals reports whether a line is a headline that writes each longer word
// with a capital letter, so that capitals say nothing about names.
//
//	Rebels Seize Mill Near Varsen Border → yes
func inCapitals(forms []string) bool {
	const longer, enough = 4, 3
	words := 0
	for _, form := range forms {
		first, _ := utf8.DecodeRuneInString(form)
		switch {
		case form == "." || unicode.IsLower(first) && len(form) >= longer:
			return false
		case unicode.IsUpper(first) && len(form) >= longer:
			words++
		}
	}
	return words >= enough
}
