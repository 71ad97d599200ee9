// Package draw makes pictures of incidents out of numbers: where it was, each
// place as wide as it is not known more closely, and by which way each account
// came. What stands in them is left to package sheet, and pages to the doors,
// which share the templates. In: two ways that end in one outlet; out: the boxes
// and lines of an SVG, the same bytes every time.
package draw

import (
	"embed"
	"strconv"

	"stemma"
)

// Style is how the pictures look, in the colours of the page that shows them.
//
//go:embed draw.css
var Style []byte

// Templates draw what this package lays out, for html/template: "tree" and "map".
//
//go:embed templates/*.html
var Templates embed.FS

// Plural is a number with its noun: "1 place", "12 places".
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Thousands(n) + " " + many
}

// Thousands sets digits apart by threes, with a no-break space.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// Metres is a length in words: "900 m", "2 km".
func Metres(m int) string {
	if m < 1000 {
		return strconv.Itoa(m) + " m"
	}
	return Thousands(m/1000) + " km"
}

// Precision says how closely a place is known.
func Precision(p stemma.Precision) string {
	switch p {
	case "":
		return "unplaced"
	case stemma.PrecisionNear:
		return "near it"
	case stemma.PrecisionLine:
		return "somewhere along it"
	}
	return string(p) + " level"
}
