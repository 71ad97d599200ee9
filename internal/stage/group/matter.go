package group

import (
	"fmt"

	"stemma"
)

// matter weighs what two pages have in common that nothing dates: it stands for
// the day.
//
//	"Ferrow signed for Quay Park" / "Quay Park said that Ferrow had signed", both without any date → like a day
func matter(a, b *stemma.Telling) float64 {
	if a.Document == b.Document || !a.Timeless() || !b.Timeless() || a.Gist.Like(b.Gist) < worth("common") {
		return 0
	}
	return worth("matter")
}

// strangers are tellings that nothing dates, of two pages with hardly a word in
// common.
func strangers(a, b *stemma.Telling) bool {
	return a.Document != b.Document && a.Timeless() && b.Timeless() && a.Gist.Like(b.Gist) < worth("strange")
}

// keywords is how many words of a gist are looked for, two by two.
const keywords = 8

// about are the pairs of words by which a page on the same matter is found.
func about(g stemma.Gist) []string {
	words := g.Main(keywords)
	var out []string
	for i, a := range words {
		for _, b := range words[i+1:] {
			out = append(out, fmt.Sprintf("about %x %x", min(a, b), max(a, b)))
		}
	}
	return out
}
