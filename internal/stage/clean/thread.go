package clean

import (
	"math/bits"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/reference/pattern"
)

// A thread begins where signs of comments stand close together. One sign is
// chance: a page has a "Share" and a "2 hours ago" of its own.
const (
	reach     = 12 // lines in which the signs must stand, two of them above
	enough    = 3  // how many
	sorts     = 2  // of how many kinds
	precedent = 60 // words of prose before it: a thread is about something
)

// signs are the signs of comments in one line, a bit for each kind.
type signs uint8

const (
	button signs = 1 << iota
	stamp
	handle
	header
)

var signOf = map[lexicon.Sign]signs{
	lexicon.SignButton: button, lexicon.SignStamp: stamp, lexicon.SignHandle: handle, lexicon.SignHeader: header,
}

// threads finds the thread under a report and labels everything from there to
// the end as comment, what the signs are and what they surround alike: a
// comment's paragraphs bear no sign of their own, and a comment taken for the
// report is worse than a foot line taken for a comment.
//
//	"• olm@harbour.social", "fedilink", "4 days ago", "This is a mistake." → comments
func (p *page) threads() {
	all := make([]signs, len(p.lines))
	for i := range p.lines {
		all[i] = p.signs(i)
	}
	start := p.start(all)
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
func (p *page) start(all []signs) int {
	prose := 0
	for i := range p.lines {
		if all[i]&^header != 0 && prose >= precedent && thick(all[max(0, i-2):]) {
			return p.back(all, i)
		}
		if p.lines[i].prose() {
			prose += p.lines[i].count
		}
	}
	return len(p.lines)
}

func thick(all []signs) bool {
	n, kinds := 0, signs(0)
	for _, s := range all[:min(len(all), reach)] {
		n += bits.OnesCount8(uint8(s))
		kinds |= s
	}
	return n >= enough && bits.OnesCount8(uint8(kinds)) >= sorts
}

// back goes up to the name of the first commenter and the heading of the thread.
func (p *page) back(all []signs, i int) int {
	if all[i]&handle == 0 && i > 0 && all[i-1] == 0 && p.lines[i-1].count <= 3 && !p.lines[i-1].ended() {
		i--
	}
	for i > 0 && all[i-1] != 0 {
		i--
	}
	return i
}

var (
	account  = pattern.Lazy(`(?i)^[•*·\-–]?\s*[\pL\d_.\-]+ ?@[\w\-]+(\.[\w\-]+)+(OP|MA|M|A)?(\s*\[.*\])?$`)
	mention  = pattern.Lazy(`^[•*·]?\s*@[\w.]+$|^/?u/[\w\-]+$`)
	brief    = pattern.Lazy(`(?i)^[•*·]?\s*\d+\s?(s|m|h|d|w|mo|y|min|mins|hr|hrs|yr|yrs|hours?|days?|weeks?|months?|years?)\.?$`)
	counted  = pattern.Lazy(`(?i)^\W*(\d+|one)\s+(comments?|repl(y|ies)|responses?|kommentare?|commentaires?|comentarios|reacties|points?|upvotes?|likes?)\b`)
	dotted   = pattern.Lazy(`(?i)[•·|]\s*(\d+|an?)\s+\w+\s+ago\b`)
	daytime  = pattern.Lazy(`(?i)\b\d{1,2}[:.]\d{2}\b`)
	contacts = pattern.Lazy(`(?i)\b(contact|e-?mail|author|editor)\b`)
)

// signs says what a line gives away of a thread.
//
//	"gull@harbour.social"                → handle
//	"4 days ago"                         → stamp
//	"Orla Finch March 5, 2021 at 9:14"   → handle and stamp
func (p *page) signs(i int) signs {
	l := &p.lines[i]
	if l.count > 12 || l.ended() && l.count > 6 {
		return 0
	}
	switch {
	case account().MatchString(l.words) && !contacts().MatchString(l.words), mention().MatchString(l.words):
		return handle
	case brief().MatchString(l.words), dotted().MatchString(l.words):
		return stamp
	case counted().MatchString(l.folded):
		return header
	case dated(l) && !weekdayOnly(l):
		return stamp
	case daytime().MatchString(l.words):
		if rest, found := undated(l.words); found {
			return stamp | posted(l.words, rest)
		}
	}
	found, _ := lexicon.Thread(l.folded, l.count)
	if found == lexicon.SignStamp && !numbered(l.folded) {
		return 0
	}
	return signOf[found]
}

// weekdayOnly reports whether a line is a date without a day of the month.
func weekdayOnly(l *line) bool {
	_, found := undated(l.words)
	return !found
}

// posted is a handle if a name of few words stands before the date and its hour.
func posted(words, rest string) signs {
	name, _, blanked := strings.Cut(rest, "  ") // where the date was
	if !blanked || !capital(words) {
		return 0
	}
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	if name != "" && len(strings.Fields(name)) <= 6 && lexicon.BesideDate(first) == "" {
		return handle
	}
	return 0
}

// numbered reports whether a line says how long ago: "an hour ago", "4 days ago".
func numbered(folded string) bool {
	return strings.HasPrefix(folded, "a ") || strings.HasPrefix(folded, "an ") || strings.ContainsFunc(folded, unicode.IsDigit)
}
