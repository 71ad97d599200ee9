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
		documents, whole, err := d.bearsOn(ctx, r)
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
func (d *Desk) bearsOn(ctx context.Context, r stemma.Decision) (documents []string, whole bool, err error) {
	switch {
	case standing(r) || r.Kind == stemma.DecideChoose:
		return nil, false, nil
	case onFinding(r) && r.Document != "":
		return []string{r.Document}, false, nil
	case r.Kind == stemma.DecideMerge || r.Kind == stemma.DecideSplit:
		incidents, err := store.All(d.Store.Incidents(ctx, r.Target, r.Value))
		for _, i := range incidents {
			documents = append(documents, i.Documents...)
		}
		return documents, len(documents) == 0, err
	}
	return nil, true, nil
}
