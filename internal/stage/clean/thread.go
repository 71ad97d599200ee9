package clean

import (
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A thread begins where signs of comments stand close together. One sign is
// chance: a page has a "Share" and a "2 hours ago" of its own.
const (
	reach     = 10 // lines in which the signs must stand
	signs     = 3  // how many
	sorts     = 2  // of how many kinds
	precedent = 60 // words of prose before it: a thread is about something
)

// threads finds the thread under a report and labels everything from there to
// the end as comment, what the signs are and what they surround alike: a
// comment's paragraphs bear no sign of their own, and a comment taken for the
// report is worse than a foot line taken for a comment.
//
//	"• olm@harbour.social", "fedilink", "4 days ago", "This is a mistake." → comments
func (p *page) threads() {
	signs := make([]lexicon.Sign, len(p.lines))
	for i := range p.lines {
		signs[i] = p.sign(i)
	}
	start := p.start(signs)
	for i := start; i < len(p.lines); i++ {
		l := &p.lines[i]
		if form, rule := shaped(l); foot[form] {
			l.label(stemma.RegionResidue, form, rule)
			continue
		}
		if found, ok := lexicon.Residue(l.folded, l.count); ok && foot[found.Form] {
			l.label(found.Kind, found.Form, "foot line: "+found.Phrase)
			continue
		}
		l.label(stemma.RegionComment, "", "thread of comments")
	}
}

// foot are the forms that stand under threads too, where "Reply" and "Share" are
// part of the thread.
var foot = map[stemma.ResidueForm]bool{
	stemma.FormNewsletter: true, stemma.FormDisclaimer: true, stemma.FormCaptcha: true, stemma.FormReplyForm: true,
}

// start is the first line of the thread; the number of lines if there is none.
func (p *page) start(signs []lexicon.Sign) int {
	prose := 0
	for i := range p.lines {
		if signs[i] != "" && signs[i] != lexicon.SignHeader && prose >= precedent && thick(signs[i:]) {
			return p.back(signs, i)
		}
		if p.lines[i].prose() {
			prose += p.lines[i].count
		}
	}
	return len(p.lines)
}

func thick(signs []lexicon.Sign) bool {
	n, kinds := 0, map[lexicon.Sign]bool{}
	for _, s := range signs[:min(len(signs), reach)] {
		if s != "" {
			kinds[s] = true
			n++
		}
	}
	return n >= 3 && len(kinds) >= sorts
}

// back goes up to the name of the first commenter and the heading of the thread.
func (p *page) back(signs []lexicon.Sign, i int) int {
	if signs[i] != lexicon.SignHandle && i > 0 && signs[i-1] == "" && p.lines[i-1].count <= 3 && !p.lines[i-1].ended() {
		i--
	}
	for i > 0 && signs[i-1] != "" {
		i--
	}
	return i
}

var (
	account  = lazily(`(?i)^[•*·\-–]?\s*[\pL\d_.\-]+ ?@[\w\-]+(\.[\w\-]+)+(OP|MA|M|A)?(\s*\[.*\])?$`)
	mention  = lazily(`^[•*·]?\s*@[\w.]+$|^/?u/[\w\-]+$`)
	brief    = lazily(`(?i)^[•*·]?\s*\d+\s?(s|m|h|d|w|mo|y|min|mins|hr|hrs|yr|yrs|hours?|days?|weeks?|months?|years?)\.?$`)
	counted  = lazily(`(?i)^\d+\s+(comments?|repl(y|ies)|responses?|kommentare?|commentaires?|comentarios|reacties|points?|upvotes?|likes?)\b`)
	dotted   = lazily(`(?i)[•·|]\s*(\d+|an?)\s+\w+\s+ago\b`)
	daytime  = lazily(`(?i)\b\d{1,2}[:.]\d{2}\b`)
	contacts = lazily(`(?i)\b(contact|e-?mail|author|editor)\b`)
)

// sign says what a line gives away of a thread.
func (p *page) sign(i int) lexicon.Sign {
	l := &p.lines[i]
	if l.count > 9 {
		return ""
	}
	switch {
	case account().MatchString(l.words) && !contacts().MatchString(l.words), mention().MatchString(l.words):
		return lexicon.SignHandle
	case brief().MatchString(l.words), dotted().MatchString(l.words):
		return lexicon.SignStamp
	case counted().MatchString(l.folded):
		return lexicon.SignHeader
	case daytime().MatchString(l.words) && len(lexicon.Datelines(l.words)) == 1:
		return lexicon.SignStamp
	}
	found, _ := lexicon.Thread(l.folded, l.count)
	if found == lexicon.SignStamp && !numbered(l.folded) {
		return ""
	}
	return found
}

// numbered reports whether a line says how long ago: "an hour ago", "4 days ago".
func numbered(folded string) bool {
	return strings.HasPrefix(folded, "a ") || strings.HasPrefix(folded, "an ") || strings.ContainsFunc(folded, unicode.IsDigit)
}
