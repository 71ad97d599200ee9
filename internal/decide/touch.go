package decide

import (
	"context"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// touched are the documents on whose findings some rulings are, with what these
// tell before the rulings hold.
type touched struct {
	documents []string
	tellings  []stemma.Telling
}

// reach looks up what rulings touch; nil if they bear on the whole case, or if
// the desk can only weigh all of it.
func (d *Desk) reach(ctx context.Context, rulings []stemma.Decision) (*touched, error) {
	if d.Touch == nil {
		return nil, nil
	}
	out := &touched{}
	for _, r := range rulings {
		documents, whole, err := bearsOn(ctx, d.Store, r)
		if err != nil || whole {
			return nil, err
		}
		out.documents = append(out.documents, documents...)
	}
	slices.Sort(out.documents)
	out.documents = slices.Compact(out.documents)
	if len(out.documents) == 0 {
		return nil, nil
	}
	var err error
	out.tellings, err = store.All(Over(d.Store).Tellings(ctx, out.documents...))
	return out, err
}

// bearsOn are the documents whose tellings a ruling changes or links; whole if
// that may be any.
//
//	a date changed → the document; two incidents put together → the documents of both; a copy → whole
func bearsOn(ctx context.Context, s store.Store, r stemma.Decision) (documents []string, whole bool, err error) {
	switch {
	case r.Kind == stemma.DecideChoose:
		return nil, false, nil
	case standing(r):
		documents, err := telling(ctx, s, r.Target)
		return documents, false, err
	case onFinding(r) && r.Document != "":
		return []string{r.Document}, false, nil
	case r.Kind == stemma.DecideMerge || r.Kind == stemma.DecideSplit:
		documents, err := telling(ctx, s, r.Target, r.Value)
		return documents, len(documents) == 0, err
	}
	return nil, true, nil
}

// telling are the documents that tell of some incidents.
func telling(ctx context.Context, s store.Store, incidents ...string) ([]string, error) {
	var out []string
	for i, err := range s.Incidents(ctx, incidents...) {
		if err != nil {
			return nil, err
		}
		out = append(out, i.Documents...)
	}
	return out, nil
}

// Apart are the documents that some decisions touch and others do not; whole if
// that may be any.
func Apart(ctx context.Context, s store.Store, some, others []stemma.Decision) (documents []string, whole bool, err error) {
	some, others = stemma.Standing(some), stemma.Standing(others)
	for _, r := range slices.Concat(missing(some, others), missing(others, some)) {
		found, whole, err := bearsOn(ctx, s, r)
		if err != nil || whole {
			return nil, whole, err
		}
		documents = append(documents, found...)
	}
	slices.Sort(documents)
	return slices.Compact(documents), false, nil
}

// missing are the decisions that are not among others.
func missing(decisions, others []stemma.Decision) []stemma.Decision {
	return slices.DeleteFunc(slices.Clone(decisions), func(d stemma.Decision) bool {
		return slices.ContainsFunc(others, func(o stemma.Decision) bool { return o.Seq == d.Seq })
	})
}
