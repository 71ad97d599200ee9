package clean

import (
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/reference/pattern"
)

// agencyEnd is a credit that a caption shares with the foot of a report.
var agencyEnd = pattern.Lazy(`[\pL\d"'”’]\s?[(\[][A-Z][\pL .\-/]{1,40}[)\]]$`)

// captions labels what stands under pictures: the line after a picture's file
// name, and lines with a photographer's credit.
//
//	"bridge.jpg", "The bridge on Monday, Ana Roe/Lanterna" → image-name, caption
//	"Ferrymen wait at the quay (AP)" → caption: no stop before the agency
//	"He left on Monday. (AP)"        → body: an agency's mark at the foot
func (p *page) captions() {
	for i := range p.lines {
		l := &p.lines[i]
		if !l.open() {
			continue
		}
		found, ok := lexicon.Residue(l.folded, l.count)
		switch {
		case ok && found.Kind == stemma.RegionCaption:
			l.label(stemma.RegionCaption, "", "wording: "+found.Phrase)
		case i > 0 && p.lines[i-1].form == stemma.FormImageName && l.count <= 60 && !(l.ended() && l.count > paragraph):
			l.label(stemma.RegionCaption, "", "under a picture's file name")
		case l.count <= 40 && l.Heading == 0 && agencyEnd().MatchString(l.words):
			l.label(stemma.RegionCaption, "", "agency at the end, no stop before it")
		}
	}
}

// repeats labels the second printing of a line: of a caption, of the headline,
// of a passage set large beside the text.
func (p *page) repeats() {
	const least = 5 // words; shorter lines recur by chance
	seen := map[string]bool{}
	for i := range p.lines {
		l := &p.lines[i]
		if l.count < least || !l.open() && !l.kind.Article() {
			continue
		}
		key := strings.Trim(l.folded, `"'`)
		if seen[key] && i != p.titled {
			l.kind, l.form, l.rule = stemma.RegionResidue, stemma.FormRepeat, "printed before"
		}
		seen[key] = true
	}
}
