// Package ledger is a case as lists and exports look at it: one row for each
// document, claim, event or incident, the same for every door. What a row looks
// like as JSON is left to package export, and how it is shown to the doors. In:
// a store and a filter; out: rows in the order of their ids.
package ledger

import (
	"context"
	"fmt"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/export"
	"stemma/internal/store"
)

// A Ledger is a case as lists and exports look at it: rows come with their
// status, and spans in code points.
type Ledger struct {
	Ctx    context.Context
	Store  store.Store
	Glance bool // rows of incidents hold what a list for people shows, for which no document is opened
	points map[string]stemma.Points
	of     map[string]Membership // of events

	rulings *decide.Rulings
	caution *Caution
	after   string // only readings of documents with a greater id are looked at
}

// Membership is the incident that an event belongs to.
type Membership struct {
	Incident string
	Status   stemma.Status
}

// New looks at a case.
func New(ctx context.Context, s store.Store) *Ledger {
	return &Ledger{Ctx: ctx, Store: s, points: map[string]stemma.Points{}}
}

// Empty reports whether nothing has been read into the case.
func (l *Ledger) Empty() bool {
	for _, err := range l.Store.Documents(l.Ctx, store.Which{}) {
		_ = err // what cannot be read is there
		return false
	}
	return true
}

// Span is a span of a document in code points; of a document that cannot be
// opened it is empty.
func (l *Ledger) Span(document string, s stemma.Span) export.Span {
	points, ok := l.points[document]
	if !ok {
		_, _ = l.open(document) // what cannot be opened has no points
		points = l.points[document]
	}
	return export.Span{Start: points.Point(s.Start), End: points.Point(s.End)}
}

// open reads a document and keeps where its code points are: unpacking it once
// more for its spans is what a list would spend most of its time on.
func (l *Ledger) open(document string) (*stemma.Reading, error) {
	l.points[document] = stemma.Points{}
	r, err := l.Store.Reading(l.Ctx, document)
	if err == nil {
		l.points[document] = r.Text.Points()
	}
	return r, err
}

// Member says which incident an event belongs to, and where that stands.
func (l *Ledger) Member(event string) (Membership, error) {
	if l.of == nil {
		l.of = map[string]Membership{}
		for i, err := range l.Store.Incidents(l.Ctx) {
			if err != nil {
				return Membership{}, err
			}
			for _, e := range i.Events {
				l.of[e] = Membership{i.ID, i.Status}
			}
		}
	}
	if m, ok := l.of[event]; ok {
		return m, nil
	}
	return Membership{Status: stemma.Proposed}, nil
}

// Incident is the incident with an id, or that holds it; an id once printed
// counts for ever.
func (l *Ledger) Incident(id string) (stemma.Incident, error) {
	for i, err := range l.Store.Incidents(l.Ctx, id) {
		return i, err
	}
	return stemma.Incident{}, fmt.Errorf("%w: no incident %q; see `stemma incidents list`", stemma.ErrNotFound, id)
}

// Rulings are people's decisions on the case.
func (l *Ledger) Rulings() (*decide.Rulings, error) {
	if l.rulings == nil {
		r, err := decide.Load(l.Ctx, l.Store)
		if err != nil {
			return nil, err
		}
		l.rulings = r
	}
	return l.rulings, nil
}

// Reading is a document's reading with people's rulings laid over it.
func (l *Ledger) Reading(document string) (decide.Ruled, error) {
	rulings, err := l.Rulings()
	if err != nil {
		return decide.Ruled{}, err
	}
	r, err := l.open(document)
	if err != nil {
		return decide.Ruled{}, err
	}
	return rulings.Apply(r), nil
}

// documentOf is the document that holds a finding.
func (l *Ledger) documentOf(id string) (string, error) {
	for r, err := range l.readings(&Filter{}) {
		if err != nil {
			return "", err
		}
		if _, ok := decide.Extent(r.Reading, id); ok {
			return r.Document, nil
		}
	}
	return "", fmt.Errorf("%w: nothing in this case has the id %q", stemma.ErrNotFound, id)
}
