package web

import (
	"context"
	"fmt"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/sheet"
)

// A passage is words of a document in their sentence, and where to read on.
type passage struct {
	sheet.Passage
	Link string
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
	r, err := l.c.Store.Reading(l.ctx, document)
	if err != nil {
		o = opened{err: err}
	} else {
		o = opened{Ruled: l.sh.rulings.Apply(r), mask: r.Mask(), points: r.Text.Points()}
	}
	l.opened[document] = o
	return o
}

// Page implements [sheet.Pages].
func (l *look) Page(document string) (sheet.Page, error) {
	o := l.open(document)
	return sheet.Page{Ruled: o.Ruled, Mask: o.mask, Points: o.points, Title: l.sh.titles[document]}, o.err
}

// passage is what stands on a span; what cannot be opened says so.
func (l *look) passage(document string, s stemma.Span) passage {
	p, err := l.Page(document)
	if err != nil {
		return passage{sheet.Passage{Document: document, Words: "(cannot be opened: " + err.Error() + ")", Where: document}, "/d/" + document}
	}
	return passage{p.Passage(s), l.opened[document].link(s)}
}

// link opens the exact words in the reader.
func (o opened) link(s stemma.Span) string {
	return fmt.Sprintf("/d/%s?at=%d,%d#here", o.Document, o.points.Point(s.Start), o.points.Point(s.End))
}
