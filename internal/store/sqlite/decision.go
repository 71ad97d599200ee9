package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"stemma"
)

func (w *writer) decision(d *stemma.Decision) error {
	stmt, err := w.prepare("put decision")
	if err != nil {
		return err
	}
	result, err := stmt.ExecContext(w.ctx, d.Kind, d.Target, d.Field, d.Value, d.Document, d.Quote, d.Before, d.After, d.Why, d.By, moment(d.At))
	if err != nil {
		return err
	}
	d.Seq, err = result.LastInsertId()
	return err
}

// Decisions implements [store.Store].
func (c *Case) Decisions(ctx context.Context) iter.Seq2[stemma.Decision, error] {
	return each(ctx, c, "decisions", func(rows *sql.Rows) (stemma.Decision, error) {
		var d stemma.Decision
		var at string
		err := rows.Scan(&d.Seq, &d.Kind, &d.Target, &d.Field, &d.Value, &d.Document, &d.Quote, &d.Before, &d.After, &d.Why, &d.By, &at)
		d.At = parseMoment(at)
		return d, err
	})
}
