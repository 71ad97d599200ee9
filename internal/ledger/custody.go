package ledger

import (
	"iter"
	"time"

	"stemma/internal/export"
	"stemma/internal/store"
)

// Custody is the list of captures, which is exported apart: it differs by nature
// from machine to machine. Program is what it says of who made it.
func Custody(program string) Kind {
	rows := func(l *Ledger, _ *Filter) iter.Seq2[Row, error] { return custodyRows(l, program) }
	return Kind{Name: "custody", Short: "how each document came", Rows: rows}
}

// custodyRows are the captures of each document.
func custodyRows(l *Ledger, program string) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for d, err := range l.Store.Documents(l.Ctx, store.Which{}) {
			if err != nil {
				yield(Row{}, err)
				return
			}
			for _, c := range d.Captures {
				v := export.CustodyRow{
					Schema: export.CustodySchema, Document: d.ID, SHA256: d.SHA256, Name: c.Name, URL: Null(c.URL), Captured: Null(stamp(c.At)),
					Added: stamp(c.Added), By: Null(c.By), Note: Null(c.Note), Reading: Null(d.Version), Program: program,
				}
				if !yield(Row{ID: d.ID, Value: v}, nil) {
					return
				}
			}
		}
	}
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
