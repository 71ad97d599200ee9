package parse

import (
	"slices"

	"stemma"
)

// quotations pairs the marks of one paragraph. What is still open at its end is
// marked Open. An apostrophe is no mark.
//
//	He called it an ‘anti-crime’ sweep. → ‘anti-crime’
//	The rebels’ camp didn’t fall. → none
func quotations(text string, paragraph stemma.Span) []stemma.Quotation {
	return pair(text, paragraph, nil)
}

func pair(text string, paragraph stemma.Span, open []mark) []stemma.Quotation {
	p := pairing{marks: marksOf(text, paragraph), open: open, end: paragraph.End}
	for i := range p.marks {
		p.take(i)
	}
	p.closeDown()
	slices.SortFunc(p.found, func(a, b stemma.Quotation) int { return a.Start - b.Start })
	return p.found
}

type pairing struct {
	marks []mark
	open  []mark
	found []stemma.Quotation
	end   int
}

// take decides on mark i: it closes what it can, else it opens, else it is an
// apostrophe. A double quotation inside another needs a closing mark for each;
// if there are not enough the outer one was never closed, and is forgotten
// because nobody can say where it ended.
func (p *pairing) take(i int) {
	m := p.marks[i]
	at := p.lastOpen(m.single)
	switch {
	case m.closes && at >= 0 && !p.opensInstead(i) && !p.possessive(i):
		p.closeAt(at, m)
	case m.opens && m.single && p.closesLater(i):
		p.open = append(p.open, m)
	case m.opens && !m.single:
		if at >= 0 && p.left(i) < 2 {
			p.open = p.open[:at]
		}
		p.open = append(p.open, m)
	}
}

// lastOpen is the innermost open mark of the same sort, -1 if there is none. A
// single mark does not reach out of a double quotation.
func (p *pairing) lastOpen(single bool) int {
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].single == single {
			return i
		}
		if single {
			break
		}
	}
	return -1
}

// opensInstead: a straight mark between a space and a word opens another
// quotation; the one before it was never closed.
func (p *pairing) opensInstead(i int) bool {
	m := p.marks[i]
	return m.opens && (m.before == 0 || isSpace(m.before))
}

// possessive: in ‘the rebels’ last camp’ the first mark behind an s is none,
// as another one is left to close the quotation.
func (p *pairing) possessive(i int) bool {
	m := p.marks[i]
	if !m.single || m.before != 's' || !isSpace(m.after) {
		return false
	}
	left := 0
	for _, later := range p.ahead(i) {
		left += later.balance(true)
		if left != 0 {
			return left > 0
		}
	}
	return false
}

// ahead are the marks behind mark i that may have to do with it.
func (p *pairing) ahead(i int) []mark {
	const reach = 100 // more would take a page of nothing but marks too long
	return p.marks[i+1 : min(i+1+reach, len(p.marks))]
}

// left is how many double marks behind mark i close more than what opens there.
func (p *pairing) left(i int) int {
	left := 0
	for _, later := range p.ahead(i) {
		left += later.balance(false)
	}
	return left
}

// balance is 1 for a mark that closes, -1 for one that opens, 0 for one of the
// other sort.
func (m mark) balance(single bool) int {
	switch {
	case m.single != single:
		return 0
	case m.opens:
		return -1
	}
	return 1
}

// closesLater: a single mark opens only what is closed again, for most are
// apostrophes; one turned the right way at the head of a paragraph is none.
func (p *pairing) closesLater(i int) bool {
	if p.marks[i].before == 0 && !p.marks[i].straight {
		return true
	}
	for _, later := range p.ahead(i) {
		if later.single && later.closes && !later.opens {
			return true
		}
	}
	return false
}

// closeAt pairs the open mark at index at with m; marks opened after it and
// never closed are forgotten.
func (p *pairing) closeAt(at int, m mark) {
	p.open = p.open[:at+1]
	p.found = append(p.found, stemma.Quotation{Span: stemma.Span{Start: p.open[at].Start, End: m.End}, Depth: at})
	p.open = p.open[:at]
}

// closeDown ends a quotation that runs on past the paragraph.
func (p *pairing) closeDown() {
	for depth, m := range p.open {
		if !m.single || m.before == 0 {
			p.found = append(p.found, stemma.Quotation{Span: stemma.Span{Start: m.Start, End: p.end}, Depth: depth, Open: true})
			return
		}
	}
}

// A quoter pairs the marks of one paragraph after the other.
type quoter struct {
	open    bool          // the paragraph before left a quotation open
	between []stemma.Span // paragraphs without a mark since then
}

// next are the quotations of the paragraph behind those seen. It takes up a
// quotation left open by beginning with a mark, or by closing it without one.
//
//	“We fled at night. / “Nobody helped,” he said. → the second continues the first
//	“We fled at night. / Nobody helped,” he said.  → so does Nobody helped,”
func (q *quoter) next(text string, paragraph stemma.Span) []stemma.Quotation {
	now := quotations(text, paragraph)
	if q.open && (len(now) == 0 || now[0].Start > paragraph.Start) {
		if on := closedBy(text, paragraph); on != nil {
			now = append(q.passed(), on...)
		} else if len(now) == 0 && len(q.between) < mostBetween {
			q.between = append(q.between, paragraph)
			return nil
		}
	} else if q.open {
		now[0].Continues = true
	}
	q.between = nil
	q.open = slices.ContainsFunc(now, func(q stemma.Quotation) bool { return q.Open && q.End == paragraph.End })
	return now
}

// mostBetween is how many paragraphs without any mark one may speak; more were
// rather told by the page, and a mark was forgotten.
const mostBetween = 3

func (q *quoter) passed() []stemma.Quotation {
	var out []stemma.Quotation
	for _, span := range q.between {
		out = append(out, stemma.Quotation{Span: span, Continues: true, Open: true})
	}
	return out
}

// closedBy pairs the marks of a paragraph as if one were open before it; nil if
// none of them closes it.
func closedBy(text string, paragraph stemma.Span) []stemma.Quotation {
	before := mark{Span: stemma.Span{Start: paragraph.Start, End: paragraph.Start}}
	found := pair(text, paragraph, []mark{before})
	if len(found) == 0 || found[0].Start != paragraph.Start || found[0].Open {
		return nil
	}
	found[0].Continues = true
	return found
}
