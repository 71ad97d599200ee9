package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// inCapitals reports whether a line is a headline that writes each longer word
// with a capital letter, so that capitals say nothing about names.
//
//	Rebels Seize Mill Near Varsen Border → yes
func inCapitals(text string, spans []stemma.Span) bool {
	const longer, enough = 4, 3
	words := 0
	for _, span := range spans {
		form := text[span.Start:span.End]
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

// addHeadline adds the words of such a headline: those that can be a verb or
// hardly ever are a name in small letters, the others as they stand.
func (r *reader) addHeadline(form string) {
	lower := strings.ToLower(form)
	w := r.folder.word(lower, len(r.words) == 0)
	_, sure := r.model.sure[w.lower]
	if !sure && w.class&verbClass == 0 {
		w = r.folder.word(form, len(r.words) == 0)
	}
	r.words = append(r.words, w)
}
