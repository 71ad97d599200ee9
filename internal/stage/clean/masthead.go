package clean

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// masthead labels the name of a paper or a station that stands above the
// headline, and reports whether it did: a line that is made like such a name,
// when another line that can be the headline follows before the first sentence.
//
//	"HARBOUR COURIER", "Friday, 15 March", "Bridge reopens after a year" → credit
//	"State television goes dark", then the report                      → no: the headline
func (p *page) masthead(i int) bool {
	const longest = 6 // words; the longest of the names that this was tried on
	l := &p.lines[i]
	if !medium(l) && !p.crowned(i) || len(strings.Fields(owner(l.words))) > longest {
		return false
	}
	first := p.first()
	for j := i + 1; j < first; j++ {
		if next := &p.lines[j]; next.open() && next.count >= 3 && !dated(next) && !imprinted(next) && !signed(next) {
			l.label(stemma.RegionResidue, stemma.FormCredit, "a medium's name above the headline")
			return true
		}
	}
	return false
}

// crowned reports whether a line of a few words with capitals stands right above
// a date, as the name of any paper does: "The Lamp", "Sunday 4 August".
func (p *page) crowned(i int) bool {
	const few = 4
	words := strings.Fields(p.lines[i].words)
	if len(words) > few || i+1 >= len(p.lines) || !dated(&p.lines[i+1]) || strings.Count(p.reading.Words(p.lines[i].Span), "\n") != 1 {
		return false
	}
	for _, word := range words {
		if !capital(word) {
			return false
		}
	}
	return true
}

// owner is the name that a line begins with: "Radio Olmen — the voice of the
// coast" → Radio Olmen.
func owner(words string) string {
	if i := strings.IndexAny(words, ",(—–|/:"); i >= 0 {
		words = words[:i]
	}
	return strings.TrimSpace(words)
}

// medium reports whether a line names a medium and says little besides.
func medium(l *line) bool {
	name := owner(l.words)
	for word := range strings.FieldsSeq(name) {
		if !capital(word) && len(word) > 3 {
			return false
		}
	}
	_, known := lexicon.KnownMedium(name)
	return l.count <= 10 && !l.ended() && (known || lexicon.NamedLikeMedium(name))
}

// imprinted reports whether a line names a medium, or a place, and the day.
//
//	"Harbour Evening Mail, 9 November" → yes
func imprinted(l *line) bool {
	rest, found := undated(l.words)
	if !found && !weekday(rest) || l.count > 10 || l.ended() {
		return false
	}
	name := owner(rest)
	_, known := lexicon.KnownMedium(name)
	return known || lexicon.NamedLikeMedium(name)
}

// imprintedAbove reports whether the line above names a medium: the date under it
// is the paper's own.
func (p *page) imprintedAbove(i int) bool {
	return i > 0 && p.lines[i-1].kind == stemma.RegionResidue && p.lines[i-1].form == stemma.FormCredit
}

func weekday(words string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(words)) {
		if lexicon.BesideDate(strings.Trim(word, ",.")) == lexicon.StampWeekday {
			return true
		}
	}
	return false
}
