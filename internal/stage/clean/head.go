package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// longest is the length of the longest headline, in words. The longest of the
// reports that this was tried on has 23.
const longest = 32

// title finds the headline: on a page the heading that its markup names, else
// the first line when it stands like one.
func (p *page) title() {
	if p.markup {
		p.titled = p.heading()
	} else {
		p.titled = p.headline()
	}
	if p.titled >= 0 {
		p.lines[p.titled].label(stemma.RegionTitle, "", "headline")
	}
}

// headline is the first open line that is no date, if it is no sentence and
// something follows.
//
//	"Bridge reopens after a year\n\nThe bridge …" → line 0
//	"The bridge is open, the mayor said.\n\n…"    → none
func (p *page) headline() int {
	for i := range p.lines {
		l := &p.lines[i]
		if !l.open() || dated(l) {
			continue
		}
		stands := l.count >= 2 && l.count <= longest && !full(l) && i+1 < len(p.lines) && !dashed(l.words)
		if stands && p.first() > i {
			return i
		}
		return -1
	}
	return -1
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
		case dated(l) && i < p.titled && !p.markup:
			l.label(stemma.RegionResidue, stemma.FormPageClock, "a date above the headline")
		case dated(l) && near:
			l.label(stemma.RegionDateline, "", "a date under the headline")
		case dated(l):
			l.label(stemma.RegionResidue, stemma.FormPageClock, "a date alone, away from the headline")
		case signed(l) && near && i > p.titled:
			l.label(stemma.RegionByline, "", "signed")
		case near && i > p.titled && p.titled >= 0 && named(l):
			l.label(stemma.RegionByline, "", "a name under the headline")
		}
	}
}

// stamped are the words that stand beside a date in a line that is nothing but
// a date.
var stamped = set(`published posted updated update last modified created first on at by date time the of and a p am pm a.m p.m
	gmt utc est edt pst pdt cet cest bst ist eet eest msk et pt ct jst aest h hrs hours uhr uk local
	sunday monday tuesday wednesday thursday friday saturday sun mon tue tues wed thu thur thurs fri sat
	veröffentlicht aktualisiert am um stand vom den von datum sonntag montag dienstag mittwoch donnerstag freitag samstag so mo di mi do fr sa
	publié le à mis jour lundi mardi mercredi jeudi vendredi samedi dimanche el las a publicado actualizado
	lunes martes miércoles jueves viernes sábado domingo pubblicato il alle`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		out[word] = true
	}
	return out
}

// dated reports whether a line is a date and nothing else.
//
//	"NOV 13, 2025", "Published: Thursday 13 November 2025, 9:12 am GMT" → yes
//	"On 13 November 2025 the bridge fell." → no
func dated(l *line) bool {
	if l.count > 24 || len(l.words) > 200 {
		return false
	}
	dates := lexicon.Datelines(l.words)
	if len(dates) == 0 {
		return false
	}
	rest := []byte(l.words)
	for _, d := range dates {
		for i := d.Span.Start; i < d.Span.End; i++ {
			rest[i] = ' '
		}
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(string(rest)), func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) {
		if word = strings.Trim(word, "."); word != "" && !stamped[word] {
			return false
		}
	}
	return true
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
