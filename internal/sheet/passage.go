package sheet

import (
	"strings"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
)

// A Passage is words of a document in their sentence, private persons masked.
type Passage struct {
	Document, Language   string
	Before, Words, After string
	Where                string // the outlet, else the title, and the day
	At                   export.Span
}

// around is how many bytes of a sentence are shown on each side of the words.
const around = 240

// Passage is what stands on a span of a page.
func (p Page) Passage(s stemma.Span) Passage {
	whole := s
	if i := p.Syntax.SentenceAt(s.Start); i >= 0 {
		whole = p.Syntax.Sentences[i].Span.Join(s)
	}
	before := stemma.Span{Start: max(whole.Start, s.Start-around), End: s.Start}
	after := stemma.Span{Start: s.End, End: min(whole.End, s.End+around)}
	return Passage{
		Document: p.Document, Language: p.Language, Before: oneLine(p.Mask.Words(p.Text.Whole(before))), Words: strings.TrimSpace(oneLine(p.Mask.Words(s))),
		After: oneLine(p.Mask.Words(p.Text.Whole(after))), Where: p.Where(), At: export.Span{Start: p.Points.Point(s.Start), End: p.Points.Point(s.End)},
	}
}

// Where names a document in a word: its outlet, else its title, and its day.
func (p Page) Where() string {
	name := p.Publication.Outlet.Name
	if name == "" {
		name = ledger.Shorten(p.Title, 40)
	}
	if day := p.Publication.Published; day.Known() {
		return name + ", " + days(day)
	}
	return name + ", undated"
}

// oneLine is a text on one line that keeps a space at its edges, where words
// join.
func oneLine(s string) string {
	out := strings.Join(strings.Fields(s), " ")
	if out == "" {
		return s[:min(len(s), 1)]
	}
	if strings.ContainsAny(s[:1], " \n\t\r") {
		out = " " + out
	}
	if strings.ContainsAny(s[len(s)-1:], " \n\t\r") {
		out += " "
	}
	return out
}

func days(i stemma.Interval) string { return ledger.Days(i) }
