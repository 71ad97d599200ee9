package ledger

import (
	"bufio"
	"fmt"
	"io"
	"iter"

	"stemma"
	"stemma/internal/export"
)

// WriteJSON prints one array, row by row.
func WriteJSON(w io.Writer, rows iter.Seq2[Row, error]) error {
	lead := "[\n"
	for r, err := range rows {
		if err != nil {
			return err
		}
		data, err := export.Line(r.Value)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprint(w, lead, data); err != nil {
			return err
		}
		lead = ",\n"
	}
	if lead == "[\n" {
		_, err := fmt.Fprintln(w, "[]")
		return err
	}
	_, err := fmt.Fprintln(w, "\n]")
	return err
}

// WriteLines prints one JSON object a line.
func WriteLines(w io.Writer, rows iter.Seq2[Row, error]) error {
	out := bufio.NewWriter(w)
	lines := export.Encoder(out)
	for r, err := range rows {
		if err != nil {
			return err
		}
		if err := lines.Encode(r.Value); err != nil {
			return err
		}
	}
	return out.Flush()
}

// WriteTable prints the rows of a kind as CSV.
func WriteTable(w io.Writer, k Kind, rows iter.Seq2[Row, error]) error {
	t, err := export.NewTable(w, export.Columns[k.Name])
	if err != nil {
		return err
	}
	for r, err := range rows {
		if err != nil {
			return err
		}
		if err := t.Write(r.Value.Cells()); err != nil {
			return err
		}
	}
	return t.Flush()
}

// WriteFeatures prints the rows of a kind as GeoJSON.
func WriteFeatures(w io.Writer, k Kind, rows iter.Seq2[Row, error]) error {
	if k.Name != "events" && k.Name != "incidents" {
		return fmt.Errorf("%w: %s have no place on a map; geojson is for events and incidents", stemma.ErrUsage, k.Name)
	}
	c := export.NewCollection(w)
	for r, err := range rows {
		if err != nil {
			return err
		}
		for _, f := range r.Features() {
			if err := c.Write(f); err != nil {
				return err
			}
		}
	}
	return c.Close()
}

// Leaving are the rows of a kind as they leave the case: what nobody has
// accepted is left out and counted, unless proposed rows are asked for too.
func Leaving(l *Ledger, k Kind, f *Filter, proposed bool) (iter.Seq2[Row, error], *int) {
	all := k.Rows(l, f)
	leftOut := new(int)
	return func(yield func(Row, error) bool) {
		for r, err := range all {
			if err == nil && r.Status != "" && r.Status != stemma.Accepted && !(proposed && r.Status == stemma.Proposed) {
				*leftOut++
				continue
			}
			if !yield(r, err) {
				return
			}
		}
	}, leftOut
}
