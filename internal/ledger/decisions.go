package ledger

import (
	"stemma"
	"stemma/internal/export"
)

// Decisions are all decisions of the case, oldest first, undone ones too.
func (l *Ledger) Decisions() ([]export.Decision, error) {
	rulings, err := l.Rulings()
	if err != nil {
		return nil, err
	}
	stands := map[int64]bool{}
	for _, d := range rulings.All {
		stands[d.Seq] = true
	}
	out := []export.Decision{}
	for d, err := range l.Store.Decisions(l.Ctx) {
		if err != nil {
			return nil, err
		}
		out = append(out, export.NewDecision(d, stands[d.Seq] || d.Kind == stemma.DecideUndo))
	}
	return out, nil
}
