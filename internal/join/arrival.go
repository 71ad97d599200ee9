package join

import (
	"context"
	"slices"

	"stemma"
	"stemma/internal/stage/group"
	"stemma/internal/store"
)

// weigh puts new documents to what they touch: the incidents that their tellings
// are linked with, directly or through others, and the pages that these stand
// on. What comes of it is what weighing the whole case would come to.
func (a arrival) weigh(ctx context.Context, s store.Store) error {
	decisions, err := store.All(s.Decisions(ctx))
	if err != nil {
		return err
	}
	decisions = stemma.Standing(decisions)
	a.copies = ruledOf(a.copies, decisions, a.documents)
	r := reach{ctx, s, a}
	seeds, err := r.Tellings(a.documents)
	if err != nil {
		return err
	}
	ruledOn, err := r.ruledOn(decisions)
	if err != nil {
		return err
	}
	m := material{decisions: decisions}
	if m.tellings, err = group.Reach(slices.Concat(seeds, a.gone), decisions, ruledOn, r); err != nil {
		return err
	}
	old, err := r.incidents(slices.Concat(m.tellings, a.gone))
	if err != nil {
		return err
	}
	gone, err := r.gather(&m, old)
	if err != nil {
		return err
	}
	joined := weigh(m)
	return s.Put(ctx, store.Change{Joined: &store.Joined{
		Documents: a.documents, Gone: gone, Copies: touching(a.copies, a.documents), Incidents: joined.Incidents, Disagreements: alone(joined.Disagreements),
	}})
}

// Touch weighs anew what some documents touch on whose findings people have
// ruled; before are their tellings as they were without the ruling. What an
// event was linked with before is looked at beside what it is linked with now.
func (j Joiner) Touch(ctx context.Context, s store.Store, documents []string, before []stemma.Telling) error {
	s = newShelf(s)
	known, err := reach{ctx, s, arrival{}}.Copies(documents)
	if err != nil {
		return err
	}
	return arrival{documents, before, known}.touch(ctx, s)
}

// touch weighs what an arrival touches of which some is in the case already,
// told otherwise.
func (a arrival) touch(ctx context.Context, s store.Store) error {
	tellings, err := reach{ctx, s, a}.Tellings(a.documents)
	if err != nil {
		return err
	}
	still := map[string]bool{}
	for _, t := range tellings {
		still[t.Event.ID] = true
	}
	a.gone = slices.Clone(a.gone)
	for n := range a.gone {
		if still[a.gone[n].Event.ID] {
			a.gone[n].Event.ID += " before" // another telling than the one that has the id now
		}
	}
	return a.weigh(ctx, s)
}

// A reach looks into a case from what has arrived in it.
type reach struct {
	ctx   context.Context
	store store.Store
	arrival
}

// Showing implements [group.Finder].
func (r reach) Showing(clues []uint64) ([]string, error) { return r.store.Sharing(r.ctx, clues, 1) }

// Tellings implements [group.Finder].
func (r reach) Tellings(documents []string) ([]stemma.Telling, error) {
	if len(documents) == 0 {
		return nil, nil
	}
	return store.All(r.store.Tellings(r.ctx, documents...))
}

// Copies implements [group.Finder]: those that the case has, but of the new
// documents those just found.
func (r reach) Copies(documents []string) ([]stemma.Copy, error) {
	if len(documents) == 0 {
		return nil, nil
	}
	known, err := store.All(r.store.Copies(r.ctx, documents...))
	if err != nil {
		return nil, err
	}
	return replaced(known, r.documents, touching(touching(r.copies, r.documents), documents)), nil
}

// touching are the copies with one of the documents on either side.
func touching(copies []stemma.Copy, documents []string) []stemma.Copy {
	in := map[string]bool{}
	for _, d := range documents {
		in[d] = true
	}
	return slices.DeleteFunc(slices.Clone(copies), func(c stemma.Copy) bool { return !in[c.Document] && !in[c.Of] })
}

// ruledOf are the copies of some documents as people see them.
func ruledOf(copies []stemma.Copy, decisions []stemma.Decision, documents []string) []stemma.Copy {
	return touching(ruled(copies, decisions), documents)
}

// ruledOn are the documents of what people put together, kept apart or changed:
// these may be found by other clues than their readings show.
func (r reach) ruledOn(decisions []stemma.Decision) ([]string, error) {
	var ids, out []string
	for _, d := range decisions {
		if d.Document != "" {
			out = append(out, d.Document)
		}
		if d.Kind == stemma.DecideMerge || d.Kind == stemma.DecideSplit {
			ids = append(ids, d.Target, d.Value)
		}
	}
	if len(ids) == 0 {
		return union(out, nil), nil
	}
	for i, err := range r.store.Incidents(r.ctx, ids...) {
		if err != nil {
			return nil, err
		}
		out = append(out, i.Documents...)
	}
	return union(out, nil), nil
}

// incidents are those that hold one of the events.
func (r reach) incidents(tellings []stemma.Telling) ([]stemma.Incident, error) {
	var ids []string
	for _, t := range tellings {
		ids = append(ids, t.Event.ID)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	return store.All(r.store.Incidents(r.ctx, ids...))
}

// gather completes what is to be weighed by the pages that it stands on, and
// returns what of the case goes for it.
func (r reach) gather(m *material, old []stemma.Incident) ([]string, error) {
	pages := slices.Clone(r.documents)
	replaced := map[string]bool{}
	for _, i := range old {
		pages, replaced[i.ID] = append(pages, i.Documents...), true
	}
	own := map[string]bool{}
	for _, t := range m.tellings {
		pages, own[t.Event.ID] = append(pages, t.Document), true
	}
	pages, err := r.families(union(pages, nil))
	if err != nil {
		return nil, err
	}
	if m.copies, err = r.Copies(pages); err != nil {
		return nil, err
	}
	if m.around, err = r.Tellings(pages); err != nil {
		return nil, err
	}
	m.around = slices.DeleteFunc(m.around, func(t stemma.Telling) bool { return own[t.Event.ID] })
	if m.propositions, err = propositions(r.ctx, r.store, pages); err != nil {
		return nil, err
	}
	return r.gone(m, pages, replaced)
}

// families adds the copies of pages, and theirs, for what copies repeat is told
// once.
func (r reach) families(pages []string) ([]string, error) {
	for {
		copies, err := r.Copies(pages)
		if err != nil {
			return nil, err
		}
		more := slices.Clone(pages)
		for _, c := range copies {
			if c.Relation != stemma.RelationExcerpt {
				more = append(more, c.Document, c.Of)
			}
		}
		if more = union(more, nil); len(more) == len(pages) {
			return pages, nil
		}
		pages = more
	}
}

// gone are the incidents that are replaced, and what the pages themselves come
// to; disagreements of incidents that stay are noted as told.
func (r reach) gone(m *material, pages []string, replaced map[string]bool) ([]string, error) {
	var out []string
	for id := range replaced {
		out = append(out, id)
	}
	if len(pages) == 0 {
		return out, nil
	}
	for d, err := range r.store.Disagreements(r.ctx, pages...) {
		switch {
		case err != nil:
			return nil, err
		case d.Incident == "":
			out = append(out, d.ID)
		case !replaced[d.Incident]:
			m.told = append(m.told, d)
		}
	}
	slices.Sort(out)
	return out, nil
}
