package past

import (
	"cmp"
	"context"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// laid is what a case comes to when a part of it is weighed anew: that part laid
// over what the case as it is comes to, without all that touches what it replaces
// or what came later.
func (v *View) laid(ctx context.Context, part *store.Joined) (*store.Joined, error) {
	stays := v.staying(part)
	copies, err := store.All(kept(v.Store.Copies(ctx), func(c *stemma.Copy) bool { return stays("", c.Document, c.Of) }))
	if err != nil {
		return nil, err
	}
	incidents, err := store.All(kept(v.Store.Incidents(ctx), func(i *stemma.Incident) bool { return stays(i.ID, i.Documents...) }))
	if err != nil {
		return nil, err
	}
	disagreements, err := store.All(kept(v.Store.Disagreements(ctx), func(d *stemma.Disagreement) bool {
		return d.Incident == "" && stays(d.ID, sided(*d)...)
	}))
	if err != nil {
		return nil, err
	}
	out := &store.Joined{
		Copies: append(copies, part.Copies...), Incidents: append(incidents, part.Incidents...), Disagreements: append(disagreements, part.Disagreements...),
	}
	slices.SortFunc(out.Copies, func(a, b stemma.Copy) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Of, b.Of))
	})
	slices.SortFunc(out.Incidents, func(a, b stemma.Incident) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(out.Disagreements, func(a, b stemma.Disagreement) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

// staying reports of what has an id and touches documents whether it is neither
// replaced by a part nor touches what came later.
func (v *View) staying(part *store.Joined) func(id string, documents ...string) bool {
	goes := map[string]bool{}
	for _, id := range slices.Concat(part.Gone, part.Documents) {
		goes[id] = true
	}
	for _, i := range part.Incidents {
		goes[i.ID] = true
	}
	for _, d := range part.Disagreements {
		goes[d.ID] = true
	}
	return func(id string, documents ...string) bool {
		return !goes[id] && !slices.ContainsFunc(documents, func(d string) bool { return goes[d] || !v.in[d] })
	}
}

func sided(d stemma.Disagreement) []string {
	var out []string
	for _, side := range d.Sides {
		out = append(out, side.Documents...)
	}
	return out
}
