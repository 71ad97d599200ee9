package main

import (
	"context"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/store/sqlite"
)

// A ledger is a case as lists and exports look at it: rows come with their
// status, and spans in code points.
type ledger struct {
	ctx    context.Context
	store  *sqlite.Case
	points map[string]stemma.Points
	of     map[string]membership // of events
}

// membership is the incident that an event belongs to.
type membership struct {
	incident string
	status   stemma.Status
}

func newLedger(ctx context.Context, c *sqlite.Case) *ledger {
	return &ledger{ctx: ctx, store: c, points: map[string]stemma.Points{}}
}

// span is a span of a document in code points; of a document that cannot be
// opened it is empty.
func (l *ledger) span(document string, s stemma.Span) export.Span {
	points, ok := l.points[document]
	if !ok {
		if r, err := l.store.Reading(l.ctx, document); err == nil {
			points = r.Text.Points()
		}
		l.points[document] = points
	}
	return export.Span{Start: points.Point(s.Start), End: points.Point(s.End)}
}

// member says which incident an event belongs to, and where that stands.
func (l *ledger) member(event string) (membership, error) {
	if l.of == nil {
		l.of = map[string]membership{}
		for i, err := range l.store.Incidents(l.ctx) {
			if err != nil {
				return membership{}, err
			}
			for _, e := range i.Events {
				l.of[e] = membership{i.ID, i.Status}
			}
		}
	}
	if m, ok := l.of[event]; ok {
		return m, nil
	}
	return membership{status: stemma.Proposed}, nil
}
