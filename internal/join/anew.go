package join

import (
	"context"
	"maps"
	"slices"

	"stemma"
	"stemma/internal/stage/copy"
	"stemma/internal/store"
)

// Found are the copies of a case as the machine finds them. Pairs that a person
// ruled on, though it was undone, are compared again: what is kept of them is the
// ruling.
func Found(ctx context.Context, s store.Store) ([]stemma.Copy, error) {
	ruled, err := ruledPairs(ctx, s)
	if err != nil {
		return nil, err
	}
	var out []stemma.Copy
	for c, err := range s.Copies(ctx) {
		if err != nil {
			return nil, err
		}
		if !ruled[pair(c.Document, c.Of)] {
			out = append(out, c)
		}
	}
	inOrder := func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }
	for _, two := range slices.SortedFunc(maps.Keys(ruled), inOrder) {
		r, err := s.Reading(ctx, two[0])
		if err != nil {
			return nil, err
		}
		c, err := compareWith(ctx, s, r, two[1])
		if err != nil {
			return nil, err
		}
		out = append(out, c...)
	}
	return out, nil
}

// ruledPairs are the pairs of documents of which a person ruled whether one copies the other.
func ruledPairs(ctx context.Context, s store.Store) (map[[2]string]bool, error) {
	ruled := map[[2]string]bool{}
	for d, err := range s.Decisions(ctx) {
		if err != nil {
			return nil, err
		}
		if d.Kind == stemma.DecideCopy || d.Kind == stemma.DecideNotCopy {
			ruled[pair(d.Target, d.Value)] = true
		}
	}
	return ruled, nil
}

// compareWith is what a document has in common with another as its copy; none if nothing.
func compareWith(ctx context.Context, s store.Store, r *stemma.Reading, other string) ([]stemma.Copy, error) {
	o, err := s.Reading(ctx, other)
	if err != nil {
		return nil, err
	}
	if c := copy.Compare(r, o); c != nil {
		return []stemma.Copy{*c}, nil
	}
	return nil, nil
}

// Anew weighs a case from which documents were taken away: what these had lent
// goes back, and all that is left is weighed as if nothing else had ever come.
func (j Joiner) Anew(ctx context.Context, s store.Store, copies []stemma.Copy) error {
	var borrowers []string
	for d, err := range s.Documents(ctx, store.Which{}) {
		if err != nil {
			return err
		}
		if d.ReadWith.Published.Basis == stemma.BasisCopy || d.ReadWith.Title != "" {
			borrowers = append(borrowers, d.ID)
		}
	}
	s = newShelf(s)
	again, _, err := j.lend(ctx, s, borrowers, copies)
	if err != nil {
		return err
	}
	found, err := compareAll(ctx, s, again)
	if err != nil {
		return err
	}
	return j.Weigh(ctx, s, replaced(copies, again, found))
}

// Without weighs anew what documents touched that are no longer in a case, and
// what others touch that are told otherwise without them, among them their
// copies; gone are the tellings of all these as they were. What they had lent
// goes back. It is what [Joiner.Anew] comes to, at the price of what is touched.
func (j Joiner) Without(ctx context.Context, s store.Store, others []string, gone []stemma.Telling) error {
	s = newShelf(s)
	copies, err := reach{ctx, s, arrival{}}.Copies(others)
	if err != nil {
		return err
	}
	again, before, err := j.lend(ctx, s, others, copies)
	if err != nil {
		return err
	}
	found, err := compareAll(ctx, s, again)
	if err != nil {
		return err
	}
	return arrival{others, slices.Concat(gone, before), replaced(copies, again, found)}.touch(ctx, s)
}
