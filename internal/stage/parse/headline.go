package parse

import (
	"unicode"
	"unicode/utf8"
)

// inCapitals reports whether a line is a headline that writes each longer word, but for
// prepositions, with a capital letter, so that capitals say nothing about names.
//
//	Rebels Seize Mill Near Varsen Border → yes
//	Rebels Seize Mill near Varsen Border → yes
//	Rebels seize mill near Varsen → no
func inCapitals(forms []string) bool {
	const longer, enough = 4, 3
	words := 0
	for _, form := range forms {
		first, _ := utf8.DecodeRuneInString(form)
		switch {
		case form == "." || unicode.IsLower(first) && len(form) >= longer && !smallInHeadlines[form]:
			return false
		case unicode.IsUpper(first) && len(form) >= longer:
			words++
		}
	}
	return words >= enough
}

var smallInHeadlines = lists.Set("small in headlines")
