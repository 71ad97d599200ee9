package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

//go:embed sql/*.sql
var files embed.FS

// statements are the SQL of the files in sql/, each under the name on the
// comment line before it: "-- name: put document".
var statements = parse(files)

// statement is the SQL of a name; a name that no file has is a bug.
func statement(name string) string {
	text, ok := statements[name]
	if !ok {
		panic(fmt.Sprintf("no statement %q", name))
	}
	return text
}

func parse(files fs.FS) map[string]string {
	out := map[string]string{}
	names, _ := fs.Glob(files, "sql/*.sql")
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			panic(err)
		}
		for _, part := range strings.Split(string(text), "-- name: ")[1:] {
			name, body, _ := strings.Cut(part, "\n")
			out[name] = strings.TrimSpace(body)
		}
	}
	return out
}

// query asks for the rows of a statement.
func (c *Case) query(ctx context.Context, name string, args ...any) (*sql.Rows, error) {
	stmt, err := c.asking.ready(ctx, name)
	if err != nil {
		return nil, err
	}
	return stmt.QueryContext(ctx, args...)
}

// row scans the one row of a document.
func (c *Case) row(ctx context.Context, name, document string, into ...any) error {
	stmt, err := c.asking.ready(ctx, name)
	if err != nil {
		return err
	}
	return stmt.QueryRowContext(ctx, document).Scan(into...)
}

// A kit has statements ready, each prepared when it is first asked for and kept
// from then on: joining asks the same few questions of every document, and every
// change writes the same few rows.
type kit struct {
	on interface {
		PrepareContext(context.Context, string) (*sql.Stmt, error)
	}
	prepared sync.Map // by name
}

func (k *kit) ready(ctx context.Context, name string) (*sql.Stmt, error) {
	if stmt, ok := k.prepared.Load(name); ok {
		return stmt.(*sql.Stmt), nil
	}
	stmt, err := k.on.PrepareContext(ctx, statement(name))
	if err != nil {
		return nil, err
	}
	kept, there := k.prepared.LoadOrStore(name, stmt)
	if there {
		return kept.(*sql.Stmt), stmt.Close()
	}
	return stmt, nil
}

func (k *kit) close() error {
	var errs []error
	for _, stmt := range k.prepared.Range {
		errs = append(errs, stmt.(*sql.Stmt).Close())
	}
	return errors.Join(errs...)
}
