package clean

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// tail labels what follows the last sentence of the report without being one:
// short lines of links, labels and credits.
func (p *page) tail() {
	last := -1
	for i := range p.lines {
		l := &p.lines[i]
		if l.open() && (l.prose() || l.ended() && l.count >= 4) {
			last = i
		}
	}
	for i := last + 1; last >= 0 && i < len(p.lines); i++ {
		if l := &p.lines[i]; l.count <= longest && !dashed(l.words) {
			l.label(stemma.RegionResidue, stemma.FormOther, "after the last sentence")
		}
	}
}

// body labels what is left.
func (p *page) body() {
	for i := range p.lines {
		p.lines[i].label(stemma.RegionBody, "", "the report")
	}
}

// within reports whether a line may be of the report at all: any line of plain
// text; of a page one that the extractor keeps or that lies between such lines.
func (p *page) within(i int) bool {
	return !p.markup || !p.kept() || p.lines[i].Kept
}

// outside labels the lines of a page that are no part of the report.
func (p *page) outside() {
	if !p.markup {
		return
	}
	for i := range p.lines {
		l := &p.lines[i]
		if !p.within(i) {
			l.label(stemma.RegionResidue, stemma.FormNavigation, "outside the report")
		}
	}
}

// heading is the line of the page's own headline: the first of its headings
// that says what the page's markup says, else its first heading of level 1.
func (p *page) heading() int {
	best := -1
	for i := range p.lines {
		l := &p.lines[i]
		if l.Heading == 0 || !l.open() {
			continue
		}
		if p.entitled(l) {
			return i
		}
		if l.Heading == 1 && best < 0 {
			best = i
		}
	}
	return best
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
