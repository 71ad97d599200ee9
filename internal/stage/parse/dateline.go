package parse

import (
	"strings"
	"unicode"

	"stemma/internal/reference/lexicon"
)

// dateline is how many tokens of a paragraph say from where, when and by which
// agency a report comes, up to the dash that ends them; 0 if it has no such head.
// It is cut off as a sentence of its own: its names are no subject of what follows.
//
//	KELSBRO, 9 November (Meridian) – Shells hit the port. → 8
//	Port Azhmir - Shells hit the port, police said. → 3
//	NATO – the alliance – declined to say more. → 0
func (s splitter) dateline() int {
	end := s.datelineDash()
	if end < 0 || !s.spaced(end) || !s.lowerSoon(end+1) || !isUpper(s.form(end+1)) && !isQuoteMark(s.form(end+1)) {
		return 0
	}
	switch {
	case s.form(end-1) == ")":
	case len(lexicon.DayMonths(s.text[s.tokens[0].Start:s.tokens[end].Start])) > 0:
	case !isCapitals(s.form(0)) && !s.town(end):
		return 0
	}
	return end + 1
}

// town reports whether what stands before a dash is no more than a town may be called,
// with a whole sentence behind it: "El-Bashra - The mayor …", "Port Azhmir – Shells …".
func (s splitter) town(dash int) bool {
	const most, sentence = 5, 8 // tokens: "Umm-al-Qasr", "Shells hit the port, the mayor said."
	for i := range dash {
		if !isUpper(s.form(i)) && s.form(i) != "-" && !s.inName(i) {
			return false
		}
	}
	return dash <= most && len(s.tokens)-dash > sentence
}

// creditHead is how many tokens at the head of a paragraph name a medium in
// brackets, the place before it: some write no dash behind them. 0 if there are none.
//
//	Kelsbro (AFP) Shells hit the port.            → 4
//	Agence France-Presse (AFP) Editor Ana Voss …  → 0, the bracket shortens a name
func (s splitter) creditHead() int {
	const most = 8 // tokens
	open := -1
	for i := range min(len(s.tokens), most) {
		switch form := s.form(i); {
		case form == "(" && open < 0:
			open = i
		case form == ")" && open >= 0:
			name := s.text[s.tokens[open].End:s.tokens[i].Start]
			if _, known := lexicon.KnownMedium(name); !known || s.initials(open) == name || !isUpper(s.form(i+1)) || !s.lowerSoon(i+1) {
				return 0
			}
			return i + 1
		case open < 0 && !isUpper(form) && form != ",":
			return 0
		}
	}
	return 0
}

// initials are the first letters of the words before token i.
func (s splitter) initials(i int) string {
	letters := ""
	for k := range i {
		if isUpper(s.form(k)) {
			letters += s.form(k)[:1]
		}
	}
	return letters
}

// datelineDash is the dash behind the capitalised words, numbers and brackets at
// the head of a paragraph, -1 if other words stand before it.
func (s splitter) datelineDash() int {
	const most = 20 // tokens
	for i := 1; i < min(len(s.tokens), most); i++ {
		switch form := s.form(i); {
		case isDash(form) && (form != "-" || s.spaced(i)):
			return i
		case isDash(form): // "El-Bashra"
		case !isUpper(form) && !unicode.IsDigit(rune(form[0])) && !strings.Contains(",.()/", form) && !datelineWords[form] && !s.inName(i):
			return -1
		}
	}
	return -1
}

// inName reports whether a small word is tied into a name: "Rostov-on-Don", "Umm-al-Qasr".
func (s splitter) inName(i int) bool {
	return i > 0 && s.form(i-1) == "-" && !s.spaced(i) && s.form(i+1) == "-" && !s.spaced(i+1)
}

// datelineWords are the small words of a dateline: "Near Dorvat, on the Ishen".
var datelineWords = lists.Set("dateline")

func isDash(form string) bool {
	return form == "—" || form == "–" || form == "-" || form == "--" || form == "―" || form == "_"
}

// lowerSoon reports whether one of the next words is not all in capitals: a
// headline in capitals has dashes of its own.
func (s splitter) lowerSoon(i int) bool {
	const near = 3 // tokens
	for k := i; k < min(i+near, len(s.tokens)); k++ {
		if strings.ContainsFunc(s.form(k), unicode.IsLower) {
			return true
		}
	}
	return false
}

// isCapitals: "KELSBRO", not "A".
func isCapitals(form string) bool {
	letters := 0
	for _, r := range form {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 3
}
