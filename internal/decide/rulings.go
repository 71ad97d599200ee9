package decide

import (
	"context"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// Rulings are the decisions of a case that stand, laid out for looking up.
type Rulings struct {
	All        []stemma.Decision
	byTarget   map[string][]stemma.Decision
	byDocument map[string][]stemma.Decision
	actors     []stemma.Decision // of the whole case: two names, one actor
}

// Load looks up the decisions of a case.
func Load(ctx context.Context, s store.Store) (*Rulings, error) {
	all, err := store.All(s.Decisions(ctx))
	if err != nil {
		return nil, err
	}
	return NewRulings(all), nil
}

// NewRulings lays decisions out; those that were undone are left out.
func NewRulings(all []stemma.Decision) *Rulings {
	r := &Rulings{All: stemma.Standing(all), byTarget: map[string][]stemma.Decision{}, byDocument: map[string][]stemma.Decision{}}
	for _, d := range r.All {
		r.byTarget[d.Target] = append(r.byTarget[d.Target], d)
		if d.Document != "" && onFinding(d) {
			r.byDocument[d.Document] = append(r.byDocument[d.Document], d)
		}
		if d.Kind == stemma.DecideSameActor && d.Document == "" {
			r.actors = append(r.actors, d)
		}
	}
	return r
}

// onFinding reports whether a ruling is on a finding of one document, and no more.
func onFinding(d stemma.Decision) bool {
	switch d.Kind {
	case stemma.DecideAccept, stemma.DecideReject:
		return d.Field != ""
	case stemma.DecideChange, stemma.DecideSpan, stemma.DecideAdd, stemma.DecidePlace, stemma.DecideSameActor, stemma.DecideNotActor:
		return true
	}
	return false
}

// OnIncident are the rulings on an incident: they are tied to one of its events,
// which outlives the incident's id.
func (r *Rulings) OnIncident(i stemma.Incident) []stemma.Decision {
	var out []stemma.Decision
	for _, target := range append([]string{i.ID}, i.Events...) {
		for _, d := range r.byTarget[target] {
			if standing(d) || d.Kind == stemma.DecideChoose || d.Kind == stemma.DecideMerge || d.Kind == stemma.DecideSplit {
				out = append(out, d)
			}
		}
	}
	slices.SortFunc(out, func(a, b stemma.Decision) int { return int(a.Seq - b.Seq) })
	return out
}

// Status is where an incident stands by the last ruling on it.
func (r *Rulings) Status(i stemma.Incident) stemma.Status {
	switch last, _ := r.Last(i); last.Kind {
	case stemma.DecideAccept:
		return stemma.Accepted
	case stemma.DecideReject, stemma.DecideNotCodable:
		return stemma.Rejected
	}
	return stemma.Proposed
}

// Last is the last ruling on where an incident stands; false if there is none.
func (r *Rulings) Last(i stemma.Incident) (stemma.Decision, bool) {
	for _, d := range slices.Backward(r.OnIncident(i)) {
		if standing(d) {
			return d, true
		}
	}
	return stemma.Decision{}, false
}

// Chosen are the values that a person took for fields of an incident; the last
// for each field. What the accounts say stays beside them.
func (r *Rulings) Chosen(i stemma.Incident) []stemma.Decision {
	var out []stemma.Decision
	for _, d := range r.OnIncident(i) {
		if d.Kind != stemma.DecideChoose {
			continue
		}
		out = slices.DeleteFunc(out, func(o stemma.Decision) bool { return o.Field == d.Field })
		out = append(out, d)
	}
	return out
}
