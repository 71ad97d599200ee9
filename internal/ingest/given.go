package ingest

import (
	"context"
	"reflect"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// people is what persons decided that documents are read with: anchors.
type people struct{ anchors []stemma.Decision }

func (r Run) people(ctx context.Context) (people, error) {
	decisions, err := store.All(r.Store.Decisions(ctx))
	if err != nil {
		return people{}, err
	}
	return people{slices.DeleteFunc(stemma.Standing(decisions), func(d stemma.Decision) bool { return d.Kind != stemma.DecideAnchor })}, nil
}

// beside is what a person gave for a document, with the anchors of the case and
// of the document beside it.
func (p people) beside(document string, given stemma.Given) stemma.Given {
	given.Anchors = slices.Clone(given.Anchors)
	for _, d := range p.anchors {
		day, err := stemma.ParseDay(d.Field)
		anchor := stemma.Anchor{Sentence: d.Value, Date: day}
		if err == nil && (d.Target == "" || d.Target == document) && !slices.Contains(given.Anchors, anchor) {
			given.Anchors = append(given.Anchors, anchor)
		}
	}
	return given
}

// overlay is what was given before with what is given now over it; what is
// empty now says nothing.
func overlay(before, now stemma.Given) stemma.Given {
	if now.URL != "" {
		before.URL = now.URL
	}
	if now.Outlet != "" {
		before.Outlet = now.Outlet
	}
	if now.Published.Known() {
		before.Published = now.Published
	}
	if len(now.Anchors) > 0 {
		before.Anchors = now.Anchors
	}
	return before
}

// loan is the part of a given that copies have lent.
func loan(given stemma.Given) stemma.Given {
	lent := stemma.Given{Title: given.Title}
	if given.Published.Basis == stemma.BasisCopy {
		lent.Published = given.Published
	}
	return lent
}

// withLoan puts a loan beside what a person gave; a person's day stands.
func withLoan(given, lent stemma.Given) stemma.Given {
	given.Title = lent.Title
	if !given.Published.Known() {
		given.Published = lent.Published
	}
	return given
}

func sameGiven(a, b stemma.Given) bool {
	if len(a.Anchors) == 0 && len(b.Anchors) == 0 {
		a.Anchors, b.Anchors = nil, nil
	}
	return reflect.DeepEqual(a, b)
}
