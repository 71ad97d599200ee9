package web

import (
	"context"
	"fmt"
	"strings"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/ledger"
)

// A passage is words of a document in their sentence, and where to read on.
type passage struct {
	Document, Language   string
	Before, Words, After string
	Link, Where          string
}

// A look is one request's look at a case; a document is opened once.
type look struct {
	ctx    context.Context
	c      *Case
	sh     *shelf
	opened map[string]opened
}

type opened struct {
	decide.Ruled
	mask   stemma.Mask
	points stemma.Points
	err    error
}

func newLook(ctx context.Context, c *Case, sh *shelf) *look {
	return &look{ctx: ctx, c: c, sh: sh, opened: map[string]opened{}}
}

// open is a document's reading with people's rulings laid over it.
func (l *look) open(document string) opened {
	o, ok := l.opened[document]
	if ok {
		return o
	}
	r, err := l.sh.reading(l.ctx, l.c.Store, document)
	if err != nil {
		o = opened{err: err}
	} else {
		o = opened{Ruled: l.sh.rulings.Apply(r), mask: r.Mask(), points: r.Text.Points()}
	}
	l.opened[document] = o
	return o
}

// sentence is how many bytes of a sentence are shown on each side of the words.
const sentence = 240

// passage is what stands on a span; what cannot be opened says so.
func (l *look) passage(document string, s stemma.Span) passage {
	o := l.open(document)
	if o.err != nil {
		return passage{Document: document, Words: "(cannot be opened: " + o.err.Error() + ")", Link: "/d/" + document, Where: document}
	}
	around := s
	if i := o.Syntax.SentenceAt(s.Start); i >= 0 {
		around = o.Syntax.Sentences[i].Span.Join(s)
	}
	before := stemma.Span{Start: max(around.Start, s.Start-sentence), End: s.Start}
	after := stemma.Span{Start: s.End, End: min(around.End, s.End+sentence)}
	return passage{
		Document: document, Language: o.Language, Before: oneLine(o.mask.Words(o.whole(before))), Words: strings.TrimSpace(oneLine(o.mask.Words(s))),
		After: oneLine(o.mask.Words(o.whole(after))), Link: o.link(s), Where: l.where(o.Ruled),
	}
}

// whole is a span that cuts no character.
func (o opened) whole(s stemma.Span) stemma.Span {
	for s.Start < s.End && s.Start > 0 && o.Text[s.Start]&0xC0 == 0x80 {
		s.Start++
	}
	for s.End > s.Start && s.End < len(o.Text) && o.Text[s.End]&0xC0 == 0x80 {
		s.End--
	}
	return s
}

// link opens the exact words in the reader.
func (o opened) link(s stemma.Span) string {
	return fmt.Sprintf("/d/%s?at=%d,%d#here", o.Document, o.points.Point(s.Start), o.points.Point(s.End))
}

// where names a document in a word: its outlet, else its title.
func (l *look) where(r decide.Ruled) string {
	name := r.Publication.Outlet.Name
	if name == "" {
		name = ledger.Shorten(l.sh.titles[r.Document], 40)
	}
	if day := ledger.Days(r.Publication.Published); r.Publication.Published.Known() {
		return name + ", " + day
	}
	return name + ", undated"
}

// oneLine keeps a space at the edges, where words join.
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
