package clean

import (
	"strings"

	"stemma"
)

// tail labels what follows the last sentence of the report without being one:
// short lines of links, labels and credits.
func (p *page) tail() {
	if p.markup {
		return // an extractor has judged by more than the look of the lines
	}
	last := -1
	for i := range p.lines {
		l := &p.lines[i]
		if l.open() && (l.prose() || l.ended() && l.count >= 4) {
			last = i
		}
	}
	for i := last + 1; last >= 0 && i < len(p.lines); i++ {
		if l := &p.lines[i]; l.count <= longest && !l.ended() && !dashed(l.words) && !strings.Contains(l.words, ". ") {
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
// text; of a page one that the extractor keeps or that joins such lines.
func (p *page) within(i int) bool {
	return !p.markup || p.stem == nil || p.lines[i].Kept || p.joins(i)
}

// joins reports whether prose that the extractor left out belongs to what it
// kept: it stands between the headline and the first kept line, as a lead does,
// or among kept lines in the element that holds them all.
func (p *page) joins(i int) bool {
	l := &p.lines[i]
	if !l.prose() && !(l.ended() && l.count >= 6) || l.linked() > 0.4 || l.means.strong {
		return false
	}
	if l.prose() && p.stem.made[shape(l.Path)] > 1 {
		return true
	}
	if p.titled < i && i < p.stem.first {
		return p.titled >= 0 && i-p.titled <= leading
	}
	return i <= p.stem.last+trailing && strings.HasPrefix(l.Path, p.stem.path)
}

// shape is how an element is made: the names and classes of the two innermost
// elements of a path; "" if neither has a class, as many elements are made so.
//
//	"… div#s2.story-text p.story-text__paragraph" → "div.story-text p.story-text__paragraph"
func shape(path string) string {
	at := strings.LastIndexByte(path, ' ')
	if outer := strings.LastIndexByte(path[:max(at, 0)], ' '); outer >= 0 {
		path = path[outer+1:]
	}
	var out strings.Builder
	for segment := range strings.FieldsSeq(path) {
		name, rest, _ := strings.Cut(segment, ".")
		name, _, _ = strings.Cut(name, "#")
		out.WriteString(name + "." + rest + " ")
	}
	if !strings.Contains(strings.ReplaceAll(out.String(), ". ", " "), ".") {
		return ""
	}
	return out.String()
}

// leading is how many lines a lead may stand below its headline, with bylines
// and share bars between; trailing, how far below the kept lines prose of the
// same element may go on.
const (
	leading  = 12
	trailing = 3
)

// outside labels the lines of a page that are no part of the report.
func (p *page) outside() {
	if !p.markup {
		return
	}
	for i := range p.lines {
		l := &p.lines[i]
		if l.linked() > 0.6 && l.count >= 3 && !l.ended() {
			l.label(stemma.RegionResidue, stemma.FormTeaser, "a link and little else")
		}
		if !p.within(i) {
			l.label(stemma.RegionResidue, stemma.FormNavigation, "outside the report")
		}
	}
}
