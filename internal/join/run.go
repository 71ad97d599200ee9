package join

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/stage/assess/dispute"
	"stemma/internal/stage/copy"
	"stemma/internal/stage/group"
	"stemma/internal/store"
)

// A Reader reads one document along the reading line.
type Reader interface {
	Read(ctx context.Context, d stemma.Document, given stemma.Given) (*stemma.Reading, error)
}

// A Joiner joins what is new in a case to what is there.
type Joiner struct{ Reader Reader }

// Fingerprints are those of a reading's text, by which copies are found, and the
// clues of its tellings, by which those of one incident are.
func Fingerprints(r *stemma.Reading) []uint64 {
	return slices.Concat(copy.Fingerprints(r), group.Clues(r.Tellings()))
}

// Join finds the copies of the documents that are not joined yet, lets them lend
// and borrow dates and titles, and weighs anew what they touch. A case with
// nothing new is left as it is; one of which something was read again is weighed
// as a whole.
func (j Joiner) Join(ctx context.Context, s store.Store) error {
	documents, err := documents(ctx, s, store.Which{Unjoined: true})
	if err != nil || len(documents) == 0 {
		return err
	}
	again, err := joinedBefore(ctx, s, documents)
	if err != nil {
		return err
	}
	s = newShelf(s)
	new, err := j.compare(ctx, s, documents, again)
	if err != nil {
		return fmt.Errorf("find copies: %w", err)
	}
	if again {
		return j.Weigh(ctx, s, new.copies)
	}
	return new.weigh(ctx, s)
}

// joinedBefore reports whether one of the documents is part of an incident or a
// copy already: it was read again.
func joinedBefore(ctx context.Context, s store.Store, documents []string) (bool, error) {
	for _, err := range s.Incidents(ctx, documents...) {
		return err == nil, err
	}
	for _, err := range s.Copies(ctx, documents...) {
		return err == nil, err
	}
	return false, nil
}

// Weigh makes the incidents of a case anew from its readings and the copies.
func (j Joiner) Weigh(ctx context.Context, s store.Store, copies []stemma.Copy) error {
	decisions, err := store.All(s.Decisions(ctx))
	if err != nil {
		return err
	}
	tellings, err := store.All(s.Tellings(ctx))
	if err != nil {
		return fmt.Errorf("gather events: %w", err)
	}
	all, err := documents(ctx, s, store.Which{})
	if err != nil {
		return err
	}
	propositions, err := propositions(ctx, s, all)
	if err != nil {
		return fmt.Errorf("gather propositions: %w", err)
	}
	joined := Weigh(tellings, propositions, copies, decisions)
	return s.Put(ctx, store.Change{Joined: &store.Joined{
		Copies: joined.Copies, Incidents: joined.Incidents, Disagreements: alone(joined.Disagreements),
	}})
}

// alone are the disagreements of no incident; the others travel with theirs.
func alone(all []stemma.Disagreement) []stemma.Disagreement {
	return slices.DeleteFunc(slices.Clone(all), func(d stemma.Disagreement) bool { return d.Incident != "" })
}

func documents(ctx context.Context, s store.Store, which store.Which) ([]string, error) {
	var out []string
	for d, err := range s.Documents(ctx, which) {
		if err != nil {
			return nil, err
		}
		out = append(out, d.ID)
	}
	return out, nil
}

func propositions(ctx context.Context, s store.Store, documents []string) ([]stemma.Proposition, error) {
	var out []stemma.Proposition
	for _, id := range documents {
		r, err := s.Reading(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, dispute.Propositions(r)...)
	}
	return out, nil
}

// An arrival is what has come into a case since it was joined.
type arrival struct {
	documents []string         // new, or read again with what a copy lent them
	gone      []stemma.Telling // of these, before they were read again
	copies    []stemma.Copy    // those found, and the known ones of the same documents; all of them if something was read again
}

// compare finds the copies of new documents; texts whose loan has changed are
// read again and compared again.
func (j Joiner) compare(ctx context.Context, s store.Store, documents []string, again bool) (arrival, error) {
	out := arrival{documents: documents}
	found, err := compareAll(ctx, s, documents)
	if err != nil {
		return out, err
	}
	var around []string
	if !again {
		around = touched(documents, nil, found)
	}
	known, err := store.All(s.Copies(ctx, around...))
	if err != nil {
		return out, err
	}
	borrowers, gone, err := j.lend(ctx, s, touched(documents, known, found), replaced(known, documents, found))
	if err != nil {
		return out, err
	}
	if len(borrowers) > 0 {
		out.documents, out.gone = union(documents, borrowers), gone
		if found, err = compareAll(ctx, s, out.documents); err != nil {
			return out, err
		}
	}
	out.copies = replaced(known, out.documents, found)
	return out, nil
}

// replaced are the known copies with the found ones in place of all that touch a
// new document.
func replaced(known []stemma.Copy, fresh []string, found []stemma.Copy) []stemma.Copy {
	out := slices.Clone(found)
	for _, c := range known {
		if !slices.Contains(fresh, c.Document) && !slices.Contains(fresh, c.Of) {
			out = append(out, c)
		}
	}
	return out
}

// touched are the documents whose lenders may be others than before: the new
// ones, and those that are or were copies of them.
func touched(fresh []string, known, found []stemma.Copy) []string {
	out := slices.Clone(fresh)
	for _, c := range slices.Concat(known, found) {
		if slices.Contains(fresh, c.Document) || slices.Contains(fresh, c.Of) {
			out = append(out, c.Document, c.Of)
		}
	}
	return union(out, nil)
}

func union(a, b []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(slices.Concat(a, b))))
}

// least is how many fingerprints two texts share before they are aligned: one
// may be a house's standing phrase.
const least = 2

// compareAll aligns each new document with those that share fingerprints with
// it; every pair once.
func compareAll(ctx context.Context, s store.Store, fresh []string) ([]stemma.Copy, error) {
	var out []stemma.Copy
	done := map[[2]string]bool{}
	for _, id := range fresh {
		r, err := s.Reading(ctx, id)
		if err != nil {
			return nil, err
		}
		near, err := s.Sharing(ctx, copy.Fingerprints(r), least)
		if err != nil {
			return nil, err
		}
		for _, other := range near {
			if other == id || done[pair(id, other)] {
				continue
			}
			done[pair(id, other)] = true
			c, err := compareWith(ctx, s, r, other)
			if err != nil {
				return nil, err
			}
			out = append(out, c...)
		}
	}
	return out, nil
}

// lend lets each of the documents that has no date or title of its own borrow
// from its copies, and reads it again if the loan is not the one it was read
// with. It returns those, and what they told of before.
func (j Joiner) lend(ctx context.Context, s store.Store, documents []string, copies []stemma.Copy) (out []string, gone []stemma.Telling, err error) {
	for _, id := range documents {
		var lenders []string
		for _, c := range copies {
			if c.Relation == stemma.RelationCopy && (c.Document == id || c.Of == id) {
				lenders = append(lenders, c.Document, c.Of)
			}
		}
		lenders = slices.DeleteFunc(union(lenders, nil), func(lender string) bool { return lender == id })
		before, err := j.borrow(ctx, s, id, lenders)
		if err != nil {
			return nil, nil, err
		}
		if before != nil {
			out, gone = append(out, id), append(gone, before.Tellings()...)
		}
	}
	return out, gone, nil
}

// borrow reads a document again if what it can borrow is not what it has. The
// earliest day is lent, and the title of the lender with the smallest id, so
// that nothing depends on who came first. It returns the reading that was there
// before, nil if that stays.
func (j Joiner) borrow(ctx context.Context, s store.Store, id string, lenders []string) (*stemma.Reading, error) {
	to, err := s.Reading(ctx, id)
	if err != nil {
		return nil, err
	}
	own := bare(to)
	want := own.Given
	for _, lender := range lenders {
		from, err := s.Reading(ctx, lender)
		if err != nil {
			return nil, err
		}
		if given, ok := copy.Lend(from, own); ok {
			want = lent(want, given)
		}
	}
	if want.Published == to.Given.Published && want.Title == to.Given.Title {
		return nil, nil
	}
	if _, err = j.again(ctx, s, id, want); err != nil {
		return nil, err
	}
	return to, nil
}

// lent is what is given of a document with what one more copy lends it.
func lent(own, given stemma.Given) stemma.Given {
	if day := given.Published; day.Basis == stemma.BasisCopy && (own.Published.Basis != stemma.BasisCopy || day.Latest < own.Published.Latest) {
		own.Published = day
	}
	own.Title = cmp.Or(own.Title, given.Title)
	return own
}

// bare is a reading without what was lent to it.
func bare(r *stemma.Reading) *stemma.Reading {
	own := *r
	if own.Given.Published.Basis == stemma.BasisCopy {
		own.Given.Published = stemma.Interval{}
	}
	own.Given.Title = ""
	if own.Publication.Published.Basis == stemma.BasisCopy {
		own.Publication.Published = stemma.Interval{}
	}
	if own.Publication.Title.Basis == stemma.BasisCopy {
		own.Publication.Title = stemma.Words{}
	}
	return &own
}

// again reads a document with what was lent to it. The loan is part of the
// reading and never of what a person gave.
func (j Joiner) again(ctx context.Context, s store.Store, id string, given stemma.Given) (*stemma.Reading, error) {
	d, err := s.Original(ctx, id)
	if err != nil {
		return nil, err
	}
	r, err := j.Reader.Read(ctx, d, given)
	if err != nil {
		return nil, err
	}
	d.Bytes = nil
	return r, s.Put(ctx, store.Change{Entries: []store.Entry{{Document: d, Reading: r, Fingerprints: Fingerprints(r)}}})
}
