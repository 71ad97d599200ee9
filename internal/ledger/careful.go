package ledger

import (
	"iter"
	"slices"

	"stemma"
	"stemma/internal/export"
)

// quarantine is how many days movements of civilians and aid leave the case
// only as districts or wider.
const quarantine = 30

// Careful coarsens the places of movements of civilians, aid and mixed convoys,
// and of shelters and hospitals, that are younger than the quarantine, counted
// from the newest day in the case (design.md, rule 10).
func Careful(l *Ledger, rows iter.Seq2[Row, error]) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		newest, err := l.newest()
		if err != nil {
			yield(Row{}, err)
			return
		}
		for r, err := range rows {
			switch v := r.Value.(type) {
			case export.EventRow:
				if export.Sheltered(v.Type, v.Words) && young(v.When, newest) {
					v = v.Coarse()
					r.Value, r.Features = v, v.Features
				}
			case export.Incident:
				if export.Sheltered(v.Type, v.Title) && young(v.When, newest) {
					v = v.Coarse()
					r.Value, r.Features = v, v.Features
				}
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

// newest is the last day on which anything in the case happened or was
// published.
func (l *Ledger) newest() (stemma.Day, error) {
	var out stemma.Day
	for r, err := range l.readings(&Filter{}) {
		if err != nil {
			return 0, err
		}
		days := []stemma.Day{out, r.Publication.Published.Latest}
		for _, e := range r.Events {
			days = append(days, e.When.Latest)
		}
		out = slices.Max(days)
	}
	return out, nil
}

// young: an undated movement counts as one of today.
func young(w export.When, newest stemma.Day) bool {
	if w.Latest == nil {
		return true
	}
	day, err := stemma.ParseDay(*w.Latest)
	return err != nil || newest-day <= quarantine
}
