package ledger

import (
	"stemma"
	"stemma/internal/export"
)

// Decisions are all decisions of the case, oldest first, undone ones too.
func (l *Ledger) Decisions() ([]export.Decision, error) {
	var all []stemma.Decision
	for d, err := range l.Store.Decisions(l.Ctx) {
		if err != nil {
			return nil, err
		}
		all = append(all, d)
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
