package ledger

import (
	"stemma"
	"stemma/internal/export"
	"stemma/internal/store"
)

// Decisions are all decisions of the case, oldest first, undone ones too.
func (l *Ledger) Decisions() ([]export.Decision, error) {
	all, err := store.All(l.Store.Decisions(l.Ctx))
	if err != nil {
		return nil, err
	}
	inForce := map[int64]bool{}
	for _, d := range stemma.InForce(all) {
		inForce[d.Seq] = true
	}
	out := []export.Decision{}
	for _, d := range all {
		out = append(out, export.NewDecision(d, inForce[d.Seq]))
	}
	return out, nil
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
