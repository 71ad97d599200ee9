package main

import (
	"iter"
	"slices"

	"stemma"
	"stemma/internal/export"
)

// quarantine is how many days movements of civilians and aid leave the case
// only as districts or wider.
const quarantine = 30

// careful coarsens the places of movements of civilians, aid and mixed convoys,
// and of shelters and hospitals, that are younger than the quarantine, counted
// from the newest day in the case (design.md, rule 10).
func careful(l *ledger, rows iter.Seq2[row, error]) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		newest, err := l.newest()
		if err != nil {
			yield(row{}, err)
			return
		}
		for r, err := range rows {
			switch v := r.value.(type) {
			case export.EventRow:
				if export.Sheltered(v.Type, v.Words) && young(v.When, newest) {
					v = v.Coarse()
					r.value, r.features = v, v.Features
				}
			case export.Incident:
				if export.Sheltered(v.Type, v.Title) && young(v.When, newest) {
					v = v.Coarse()
					r.value, r.features = v, v.Features
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
func (l *ledger) newest() (stemma.Day, error) {
	var out stemma.Day
	for r, err := range l.readings(&filter{}) {
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
