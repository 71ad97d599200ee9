package ledger

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"stemma"
	"stemma/internal/reference/codebook"
)

// Days is an interval as people read it: "2015-10-01", "2015-09-30 – 2015-10-01",
// "2014", "2014-03", "by 2018-03-23", "unknown".
func Days(i stemma.Interval) string {
	switch {
	case i.Calendar() != "":
		return i.Calendar()
	case i.Closed() && i.Earliest == i.Latest:
		return i.Earliest.String()
	case i.Closed():
		return i.Earliest.String() + " – " + i.Latest.String()
	case i.Latest != 0:
		return "by " + i.Latest.String()
	case i.Earliest != 0:
		return "from " + i.Earliest.String()
	}
	return "unknown"
}

// ones are single people by the words for several.
var ones = map[string]string{"people": "person", "men": "man", "women": "woman", "children": "child", "policemen": "policeman", "policewomen": "policewoman"}

// Counted are people or things as a number has them before it: exactly one is a
// person. What is written large is a name and stays.
//
//	1 civilians → civilian; 2–5 civilians → civilians; 1 Islamic State → Islamic State
func Counted(low, high *float64, whose string) string {
	if low == nil || high == nil || *low != 1 || *high != 1 || whose != strings.ToLower(whose) {
		return whose
	}
	if one, ok := ones[whose]; ok {
		return one
	}
	if stem, ok := strings.CutSuffix(whose, "ies"); ok {
		return stem + "y"
	}
	if strings.HasSuffix(whose, "ss") {
		return whose
	}
	return strings.TrimSuffix(whose, "s")
}

// Unknown stands for what nobody says; an empty cell would read as a mistake.
func Unknown(s string) string {
	if strings.TrimSpace(s) == "" {
		return "–"
	}
	return s
}

// Language is a language by its name: "Arabic" for ar.
func Language(code string) string {
	if tag, err := language.Parse(code); err == nil {
		return display.English.Languages().Name(tag)
	}
	return "language unknown"
}

// Shorten puts a text on one line of so many characters.
func Shorten(s string, width int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= width {
		return s
	}
	cut := []rune(s)[:width-1]
	return strings.TrimRight(string(cut), " ,;:") + "…"
}

// Null is nil for an empty string, which JSON shows as null.
func Null(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// PlaceWords tell a place from its namesakes: "Oruna, town in Upper Ketha, XA".
func PlaceWords(p stemma.Place) string {
	words := p.Name + ", " + p.Kind
	if p.Parent != "" {
		words += " in " + p.Parent
	}
	if p.Country != "" {
		words += ", " + p.Country
	}
	return words
}

// What is an act's kind: ACLED's words first, plain ones where it has none.
//
//	"Air/drone strike" · "Accusation" where ACLED has no word
func What(acled, typ, mode string) string {
	if acled != "" && acled != "Other" {
		return acled
	}
	word := cmp.Or(codebook.Open().Name(typ, mode, acled), "incident")
	return strings.ToUpper(word[:1]) + word[1:]
}
