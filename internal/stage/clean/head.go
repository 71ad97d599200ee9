package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// longest is the length of the longest headline, in words. The longest of the
// reports that this was tried on has 23.
const longest = 32

// heading finds the headline of a page: the first of its headings that says what
// the page's markup says, else its first heading of level 1.
func (p *page) heading() {
	if !p.markup {
		return
	}
	for i := range p.lines {
		l := &p.lines[i]
		if l.Heading == 0 || l.means.strong && l.Heading > 1 {
			continue
		}
		if p.entitled(l) {
			p.titled = i
			break
		}
		if l.Heading == 1 && p.titled < 0 {
			p.titled = i
		}
	}
	if p.titled >= 0 {
		p.lines[p.titled].label(stemma.RegionTitle, "", "heading")
	}
}

// entitled reports whether the markup names this line as the page's title.
func (p *page) entitled(l *line) bool {
	for _, property := range p.reading.Properties {
		if property.Name == "title" && l.count >= 2 && strings.Contains(lexicon.Fold(property.Value), l.folded) {
			return true
		}
	}
	return false
}

// headline finds the headline of a plain text: its first open line that is no
// date, if it is no sentence and the report follows; under a menu that was
// copied with the page, the longest line above the report.
//
//	"Bridge reopens after a year\n\nThe bridge …" → line 0
//	"The bridge is open, the mayor said.\n\n…"    → none
func (p *page) headline() {
	if p.markup {
		return
	}
	first := p.first()
	from := p.menu(first)
	for i := from; i < first; i++ {
		l := &p.lines[i]
		if !l.open() || dated(l) || p.masthead(i) {
			continue
		}
		if p.stands(i) {
			p.titled = i
			l.label(stemma.RegionTitle, "", "headline")
		}
		return
	}
}

// stands reports whether a line stands like a headline.
func (p *page) stands(i int) bool {
	l := &p.lines[i]
	return l.count >= 2 && l.count <= longest && !full(l) && i+1 < len(p.lines) && !dashed(l.words)
}

// menu labels the menu that was copied with a page, and gives the line at which
// the report begins: the longest line above its first sentence.
//
//	"Home", "World", "Sea", "Opinion", "Log in", "Search", "Guards seize ferry off Olmen" → line 6
func (p *page) menu(first int) int {
	const least = 6 // labels; fewer may be the head of a report
	labels, best := 0, 0
	for i := range first {
		if l := &p.lines[i]; l.count <= 3 {
			labels++
		}
		if p.lines[i].open() && p.stands(i) && p.lines[i].count > p.lines[best].count {
			best = i
		}
	}
	if labels < least {
		return 0
	}
	for i := range best {
		p.lines[i].label(stemma.RegionResidue, stemma.FormNavigation, "a menu above the headline")
	}
	return best
}

// full reports whether a line ends with a full stop: a headline ends with none,
// though it may ask or exclaim or quote.
func full(l *line) bool {
	s := strings.TrimRight(l.words, "\"'”’»)] \u00a0")
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "...") || strings.HasSuffix(s, ":")
}

func dashed(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•*·-–—", r)
}

// How far from its headline a page prints its date, in blocks: kickers and
// pictures stand between.
const (
	above = 6
	below = 14
)

// datelines labels the dates that a page prints by its headline or marks as its
// day of publication, before the names of their elements ("meta", "header") send
// them off with everything else that stands there.
//
//	"4 March 2021 | Harbour | 12 comments" under the headline → dateline
//	"By Henna Marsk on 4 March 2021"                          → byline
//	"Published 4 March 2021 by the desk" anywhere             → dateline
func (p *page) datelines() {
	if !p.markup {
		return
	}
	for i := range p.lines {
		l := &p.lines[i]
		if !l.open() || l.count > 25 || l.Thread || l.prose() || l.means.strong && p.elsewhere(l) || len(lexicon.Datelines(l.words)) == 0 {
			continue
		}
		near := p.titled >= 0 && i >= p.titled-above && i <= p.titled+below && l.count <= 16
		switch {
		case near && signed(l):
			l.label(stemma.RegionByline, "", "signed and dated by the headline")
		case near, announced(l):
			l.label(stemma.RegionDateline, "", "a date by the headline")
		}
	}
}

// elsewhere reports whether a line lies among things that have dates of their
// own: other stories, comments, advertisements.
func (p *page) elsewhere(l *line) bool {
	return l.means.kind == stemma.RegionComment || l.means.form == stemma.FormTeaser || l.means.form == stemma.FormAdvertisement || l.means.form == stemma.FormNavigation
}

// announced reports whether a line says of its date that the page was published
// on it.
func announced(l *line) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(l.words), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if lexicon.BesideDate(word) == lexicon.StampPublish {
			return true
		}
	}
	return false
}

// head labels the lines around the headline: above the first sentence of the
// report a date is the page's or the report's, and a name is its writer's.
func (p *page) head() {
	first := p.first()
	for i := range p.lines {
		l := &p.lines[i]
		if !l.open() {
			continue
		}
		switch near := i < first || p.titled >= 0 && i <= p.titled+4; {
		case near && p.reprints(i) && len(lexicon.Datelines(l.words)) > 0:
			l.label(stemma.RegionDateline, "", "the headline again, with a date")
		case p.reprints(i):
			l.label(stemma.RegionResidue, stemma.FormRepeat, "the headline again")
		case dated(l) && i < p.titled && !p.markup && !p.imprintedAbove(i):
			l.label(stemma.RegionResidue, stemma.FormPageClock, "a date above the headline")
		case dated(l) && near:
			l.label(stemma.RegionDateline, "", "a date under the headline")
		case dated(l) && announced(l) && !p.datedAbove(i):
			l.label(stemma.RegionDateline, "", "a day of publication, the only one")
		case dated(l):
			l.label(stemma.RegionResidue, stemma.FormPageClock, "a date alone, away from the headline")
		case signed(l) && near && i > p.titled:
			l.label(stemma.RegionByline, "", "signed")
		case near && i < first && imprinted(l):
			l.label(stemma.RegionDateline, "", "a medium and a date under the headline")
		case near && i < first && medium(l):
			l.label(stemma.RegionResidue, stemma.FormCredit, "a medium's name by the headline")
		case near && i > p.titled && p.titled >= 0 && named(l):
			l.label(stemma.RegionByline, "", "a name under the headline")
		}
	}
}

// datedAbove reports whether a line above another dates the report: "Published on 4 May"
// at the foot of a page is its only date, or some other story's.
func (p *page) datedAbove(i int) bool {
	return slices.ContainsFunc(p.lines[:i], func(l line) bool { return l.means.kind == stemma.RegionDateline })
}

// reprints reports whether a line prints the headline again, with no sentence
// around it: "4 March 2021 Guards seize ferry off Olmen", "… off Olmen Listen 4:30".
func (p *page) reprints(i int) bool {
	const least = 5 // words; shorter headlines recur by chance
	if p.titled < 0 || i <= p.titled || p.lines[p.titled].count < least || p.lines[i].ended() {
		return false
	}
	title := p.lines[p.titled].folded
	return strings.Contains(p.lines[i].folded, title) && p.lines[i].count <= 3*longest
}

// dated reports whether a line is a date and nothing else; the year may be
// missing, and so may all but the day of the week.
//
//	"NOV 13, 2025", "Published: Thursday 13 November 2025, 9:12 am GMT" → yes
//	"Friday, 15 March", "Wednesday morning"                             → yes
//	"On 13 November 2025 the bridge fell."                              → no
func dated(l *line) bool {
	if l.count > 24 || len(l.words) > 200 {
		return false
	}
	rest, found := undated(l.words)
	for word := range strings.FieldsFuncSeq(strings.ToLower(rest), func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) {
		switch word = strings.Trim(word, "."); lexicon.BesideDate(word) {
		case "":
			if word != "" {
				return false
			}
		case lexicon.StampWeekday:
			found = true
		}
	}
	return found
}

// undated is a line without its dates, and whether it had one.
func undated(words string) (rest string, found bool) {
	out := []byte(words)
	blank := func(s stemma.Span) {
		for i := s.Start; i < s.End; i++ {
			out[i] = ' '
		}
	}
	dates := lexicon.Datelines(words)
	for _, d := range dates {
		blank(d.Span)
	}
	days := lexicon.DayMonths(string(out))
	for _, d := range days {
		blank(d)
	}
	return string(out), len(dates)+len(days) > 0
}

// signed reports whether a line names its writer.
//
//	"By Henna Marsk in Portreath" → yes
//	"By noon the bridge was open." → no
func signed(l *line) bool {
	if l.count > 16 || l.ended() && l.count > 8 {
		return false
	}
	words := strings.Fields(l.words)
	if len(words) < 2 {
		return false
	}
	switch strings.ToLower(strings.Trim(words[0], ":")) {
	case "by", "von", "par", "por", "di", "door":
		return capital(words[1])
	}
	return false
}

// named reports whether a line is a person's name and no more: two to four words
// with capitals, or a name and the medium after a comma.
//
//	"David Merrow", "Ana de Sousa", "Tom Perrin, Lanterna" → yes
//	"Middle East" → no: a label of a section, which the table holds
func named(l *line) bool {
	name, medium, _ := strings.Cut(l.words, ",")
	words := strings.Fields(name)
	if len(words) > 2 && strings.ToUpper(name) == name {
		return false // a headline in capitals
	}
	if len(words) < 2 || len(words) > 4 || len(strings.Fields(medium)) > 5 || l.Heading > 0 || l.ended() {
		return false
	}
	for i, word := range words {
		if !capital(word) && (i == 0 || i == len(words)-1 || len(word) > 3) || strings.ContainsFunc(word, unicode.IsDigit) || strings.ContainsAny(word, ":()/\"") {
			return false
		}
	}
	return true
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "\"'“‘"))
	return unicode.IsUpper(r)
}
