package site

import (
	"bytes"
	"io"
	"iter"

	"stemma/internal/export"
	"stemma/internal/ledger"
)

// data puts the accepted incidents and their disagreements as tables for other
// programs, with the rows that `stemma export` writes.
func (w *writer) data() error {
	incidents, _ := ledger.KindNamed("incidents")
	all := func(yield func(ledger.Row, error) bool) {
		for _, e := range w.entries {
			if !yield(e.row, nil) {
				return
			}
		}
	}
	disagreements, _ := ledger.KindNamed("disagreements")
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"data/incidents.json", func(to io.Writer) error { return ledger.WriteJSON(to, all) }},
		{"data/incidents.csv", func(to io.Writer) error { return ledger.WriteTable(to, incidents, all) }},
		{"data/incidents.geojson", func(to io.Writer) error { return ledger.WriteFeatures(to, incidents, all) }},
		{"data/disagreements.json", func(to io.Writer) error { return ledger.WriteJSON(to, w.disagreements(disagreements)) }},
	} {
		var b bytes.Buffer
		if err := f.write(&b); err != nil {
			return err
		}
		if err := w.file(f.name, b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// disagreements are those of the incidents on the site.
func (w *writer) disagreements(k ledger.Kind) iter.Seq2[ledger.Row, error] {
	shown := map[string]bool{}
	for _, e := range w.entries {
		shown[e.incident.ID] = !e.quiet
	}
	return func(yield func(ledger.Row, error) bool) {
		for r, err := range k.Rows(w.ledger, &ledger.Filter{}) {
			if err == nil {
				d := r.Value.(export.Disagreement)
				if d.Incident == nil || !shown[*d.Incident] {
					continue
				}
			}
			if !yield(r, err) {
				return
			}
		}
	}
}
