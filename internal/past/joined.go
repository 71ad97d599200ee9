package past

import (
	"context"
	"iter"
	"slices"
	"strings"

	"stemma"
)

// Copies implements [store.Store].
func (v *View) Copies(ctx context.Context, documents ...string) iter.Seq2[stemma.Copy, error] {
	if v.joined == nil {
		return kept(v.Store.Copies(ctx, documents...), func(c *stemma.Copy) bool { return v.in[c.Document] && v.in[c.Of] })
	}
	return those(v.joined.Copies, len(documents) == 0, func(c stemma.Copy) bool {
		return slices.Contains(documents, c.Document) || slices.Contains(documents, c.Of)
	})
}

// Incidents implements [store.Store]. An id that the case has now, or once had,
// leads to what its events were then.
func (v *View) Incidents(ctx context.Context, ids ...string) iter.Seq2[stemma.Incident, error] {
	if v.joined == nil {
		return kept(v.Store.Incidents(ctx, ids...), func(i *stemma.Incident) bool {
			i.Documents = v.then(i.Documents)
			return true
		})
	}
	wanted, err := v.known(ctx, ids)
	if err != nil {
		return func(yield func(stemma.Incident, error) bool) { yield(stemma.Incident{}, err) }
	}
	return those(v.joined.Incidents, len(ids) == 0, func(i stemma.Incident) bool { return holds(i, wanted) })
}

func holds(i stemma.Incident, wanted map[string]bool) bool {
	return wanted[i.ID] || slices.ContainsFunc(slices.Concat(i.Events, i.Documents), func(member string) bool { return wanted[member] })
}

// known are the ids with the events that incidents of the case as it is have
// under them. An id that was in use then already stands for itself.
func (v *View) known(ctx context.Context, ids []string) (map[string]bool, error) {
	wanted := map[string]bool{}
	for _, id := range ids {
		wanted[id] = true
		if slices.ContainsFunc(v.joined.Incidents, func(i stemma.Incident) bool { return i.ID == id }) || len(id) < 2 || id[:2] != "i_" {
			continue
		}
		for i, err := range v.Store.Incidents(ctx, id) {
			if err != nil {
				return nil, err
			}
			for _, event := range i.Events {
				wanted[event] = true
			}
		}
	}
	return wanted, nil
}

// Disagreements implements [store.Store].
func (v *View) Disagreements(ctx context.Context, ids ...string) iter.Seq2[stemma.Disagreement, error] {
	if v.joined == nil {
		return v.Store.Disagreements(ctx, ids...)
	}
	wanted, err := v.known(ctx, ids)
	if err != nil {
		return func(yield func(stemma.Disagreement, error) bool) { yield(stemma.Disagreement{}, err) }
	}
	all := slices.Clone(v.joined.Disagreements)
	for _, i := range v.joined.Incidents {
		all = append(all, i.Assessment.Disagreements...)
	}
	slices.SortFunc(all, func(a, b stemma.Disagreement) int { return strings.Compare(a.ID, b.ID) })
	return those(all, len(ids) == 0, func(d stemma.Disagreement) bool {
		return wanted[d.ID] || wanted[d.Incident] || slices.ContainsFunc(d.Sides, func(s stemma.Side) bool {
			return slices.ContainsFunc(slices.Concat(s.Documents, s.Events), func(member string) bool { return wanted[member] })
		})
	})
}

func those[T any](rows []T, all bool, wanted func(T) bool) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, row := range rows {
			if (all || wanted(row)) && !yield(row, nil) {
				return
			}
		}
	}
}

func kept[T any](rows iter.Seq2[T, error], keep func(*T) bool) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for row, err := range rows {
			if (err != nil || keep(&row)) && !yield(row, err) {
				return
			}
		}
	}
}
