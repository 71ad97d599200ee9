package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"stemma"
	"stemma/internal/store"
)

// Verify lists everything in the case that is not as it was put: pages of the
// file, originals, readings. An empty list is a sound case; the error is for
// what kept it from looking.
func (c *Case) Verify(ctx context.Context) ([]error, error) {
	found, err := c.pages(ctx)
	if err != nil {
		return found, err
	}
	for listing, err := range c.Documents(ctx, store.Which{}) {
		if err != nil {
			return append(found, err), ctx.Err()
		}
		if err := c.sound(ctx, listing); err != nil {
			found = append(found, err)
		}
		if err := ctx.Err(); err != nil {
			return found, err
		}
	}
	return found, nil
}

// pages asks SQLite to look at the whole file.
func (c *Case) pages(ctx context.Context) ([]error, error) {
	var found []error
	for line, err := range each(ctx, c, "integrity", func(rows *sql.Rows) (line string, err error) {
		return line, rows.Scan(&line)
	}) {
		if errors.Is(err, stemma.ErrDamaged) {
			return append(found, err), nil
		}
		if err != nil {
			return found, err
		}
		if line != "ok" {
			found = append(found, fmt.Errorf("%w: %s", stemma.ErrDamaged, line))
		}
	}
	return found, nil
}

func (c *Case) sound(ctx context.Context, l store.Listing) error {
	if _, err := c.Original(ctx, l.ID); err != nil {
		return err
	}
	if l.Version == "" {
		return nil
	}
	r, err := c.Reading(ctx, l.ID)
	if err != nil {
		return err
	}
	return store.Check(r)
}
