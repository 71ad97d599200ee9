package ledger

import (
	"strings"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/store"
)

// Decided is a decision with whether it still stands.
type Decided struct {
	stemma.Decision
	Stands bool
}

// Decided are all decisions of the case, oldest first, undone ones too.
func (l *Ledger) Decided() ([]Decided, error) {
	all, err := store.All(l.Store.Decisions(l.Ctx))
	if err != nil {
		return nil, err
	}
	inForce := map[int64]bool{}
	for _, d := range stemma.InForce(all) {
		inForce[d.Seq] = true
	}
	var out []Decided
	for _, d := range all {
		out = append(out, Decided{d, inForce[d.Seq]})
	}
	return out, nil
}

// Decisions are these as JSON has them.
func (l *Ledger) Decisions() ([]export.Decision, error) {
	all, err := l.Decided()
	out := []export.Decision{}
	for _, d := range all {
		out = append(out, export.NewDecision(d.Decision, d.Stands))
	}
	return out, err
}

// On is what a decision is on, by the id that lists print, and in which words: one on an
// incident is kept with a telling of it, which outlives the incident's own id, but people
// ruled on the incident as a whole.
func (l *Ledger) On(d stemma.Decision) (id, words string) {
	whole := standsAlone(d) || d.Kind == stemma.DecideChoose || d.Kind == stemma.DecideMerge
	if strings.HasPrefix(d.Target, "e_") && whole {
		if i, err := l.Incident(d.Target); err == nil {
			return i.ID, i.Title
		}
	}
	return d.Target, d.Quote
}

// chosen are the values that a person took for fields of an incident; private
// persons are masked in their reasons.
func (l *Ledger) chosen(i stemma.Incident) []stemma.Decision {
	rulings, err := l.Rulings()
	if err != nil {
		return nil
	}
	out := rulings.Chosen(i)
	if len(out) == 0 {
		return nil
	}
	for _, document := range i.Documents {
		r, err := l.Reading(document)
		if err != nil {
			continue
		}
		mask := r.Mask()
		for n := range out {
			out[n].Value, out[n].Why = mask.Hide(out[n].Value), mask.Hide(out[n].Why)
		}
	}
	return out
}
