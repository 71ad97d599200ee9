package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"stemma"
	"stemma/internal/store"
)

// Put implements [store.Store].
func (c *Case) Put(ctx context.Context, change store.Change) error {
	return c.change(ctx, func(w *writer) error {
		for i := range change.Entries {
			if err := w.entry(&change.Entries[i]); err != nil {
				return fmt.Errorf("keep %s: %w", change.Entries[i].Document.ID, err)
			}
		}
		for i := range change.Decisions {
			if err := w.decision(&change.Decisions[i]); err != nil {
				return fmt.Errorf("keep decision on %s: %w", change.Decisions[i].Target, err)
			}
		}
		if change.Joined != nil {
			return w.join(change.Joined)
		}
		return nil
	})
}

// change does its work in one transaction.
func (c *Case) change(ctx context.Context, work func(*writer) error) error {
	if c.write == nil {
		return fmt.Errorf("put into %s: it was opened for reading only", c.path)
	}
	c.writing.Lock()
	defer c.writing.Unlock()
	// Nothing but this ends the transaction: a statement after its end would be
	// one of its own.
	tx, err := c.pen.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return fmt.Errorf("put into %s: %w", c.path, explain(err))
	}
	defer tx.Rollback() // does nothing after a commit
	if err := work(&writer{ctx, &c.telling}); err != nil {
		return fmt.Errorf("put into %s: %w", c.path, explain(err))
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("put into %s: %w", c.path, explain(err))
	}
	return nil
}

// A writer is one transaction. It lives as long as one call, which is why it
// may hold the call's context.
type writer struct {
	ctx context.Context
	*kit
}

// do runs a statement.
func (w *writer) do(name string, args ...any) error {
	stmt, err := w.prepare(name)
	if err == nil {
		_, err = stmt.ExecContext(w.ctx, args...)
	}
	return within(name, err)
}

func (w *writer) query(name string, args ...any) (*sql.Rows, error) {
	stmt, err := w.prepare(name)
	if err != nil {
		return nil, within(name, err)
	}
	rows, err := stmt.QueryContext(w.ctx, args...)
	return rows, within(name, err)
}

// strings are the rows of a statement that gives one column of text.
func (w *writer) strings(name string, args ...any) ([]string, error) {
	rows, err := w.query(name, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return texts(rows)
}

func (w *writer) prepare(name string) (*sql.Stmt, error) { return w.ready(w.ctx, name) }

func texts(rows *sql.Rows) ([]string, error) {
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// within says which statement failed, but for a row that is not there.
func within(name string, err error) error {
	if err == nil || errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return fmt.Errorf("%s: %w", name, err)
}

// list is a list of ids as SQL takes it: JSON, or NULL for none.
func list[T any](all []T) any {
	if all == nil {
		return nil
	}
	b, err := json.Marshal(all)
	if err != nil {
		panic(err) // strings and numbers only
	}
	return string(b)
}

func notFound(what string, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("%s: %w", what, stemma.ErrNotFound)
	}
	return fmt.Errorf("%s: %w", what, explain(err))
}
