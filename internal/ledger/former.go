package ledger

import (
	"iter"

	"stemma"
	"stemma/internal/export"
)

// Formers is the list of ids that incidents once had. It is exported apart: it
// hangs on the order in which things came, and nothing else does.
func Formers() Kind { return Kind{Name: "ids", Short: "ids that incidents once had", Rows: formerRows} }

func formerRows(l *Ledger, _ *Filter) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for f, err := range l.Store.Formerly(l.Ctx) {
			v := export.Former{Schema: export.FormerSchema, ID: f.ID, Incident: f.Incident}
			if !yield(Row{ID: f.ID, Value: v}, err) || err != nil {
				return
			}
		}
	}
}

// record is one incident as JSON has it alone: with the ids that it once had.
func (l *Ledger) record(i stemma.Incident) (export.IncidentRecord, error) {
	out := export.IncidentRecord{Incident: l.Caution().incident(i), PreviousIDs: []string{}}
	for f, err := range l.Store.Formerly(l.Ctx, i.ID) {
		if err != nil {
			return out, err
		}
		out.PreviousIDs = append(out.PreviousIDs, f.ID)
	}
	return out, nil
}
