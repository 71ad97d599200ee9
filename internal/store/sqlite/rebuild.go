package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"stemma"
)

// Rebuild implements [store.Store]. It is one transaction, in the order of ids.
func (c *Case) Rebuild(ctx context.Context, fingerprints func(*stemma.Reading) []uint64) error {
	err := c.change(ctx, func(w *writer) error {
		if err := w.empty(); err != nil {
			return err
		}
		for id, key := "", int64(0); ; {
			r, next, err := w.next(id)
			if errors.Is(err, sql.ErrNoRows) {
				return w.do("mark all unjoined")
			}
			if err != nil {
				return err
			}
			id, key = r.Document, next
			if err := w.index(key, r, fingerprints(r)); err != nil {
				return fmt.Errorf("index %s: %w", id, err)
			}
		}
	})
	if err != nil {
		return fmt.Errorf("rebuild: %w", err)
	}
	return nil
}

func (w *writer) empty() error {
	for _, name := range []string{
		"empty documents", "empty claims", "empty events", "empty near", "empty scenes", "empty fingerprints", "empty private", "empty search",
	} {
		if err := w.do(name); err != nil {
			return err
		}
	}
	return nil
}

// next is the first reading after an id, with its document's key.
func (w *writer) next(id string) (r *stemma.Reading, key int64, err error) {
	stmt, err := w.prepare("next reading")
	if err != nil {
		return nil, 0, err
	}
	var blob []byte
	if err := stmt.QueryRowContext(w.ctx, id).Scan(&key, &blob); err != nil {
		return nil, 0, err
	}
	r, err = unpackReading(blob)
	return r, key, err
}
