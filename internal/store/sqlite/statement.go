package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"strings"
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

// query asks for the rows of a statement, which is prepared once for as long as
// the case is open: joining asks the same few questions of every document.
func (c *Case) query(ctx context.Context, name string, args ...any) (*sql.Rows, error) {
	stmt, err := c.ready(ctx, name)
	if err != nil {
		return nil, err
	}
	return stmt.QueryContext(ctx, args...)
}

// row scans the one row of a document.
func (c *Case) row(ctx context.Context, name, document string, into ...any) error {
	stmt, err := c.ready(ctx, name)
	if err != nil {
		return err
	}
	return stmt.QueryRowContext(ctx, document).Scan(into...)
}

// ready is a statement for reading.
func (c *Case) ready(ctx context.Context, name string) (*sql.Stmt, error) {
	if stmt, ok := c.prepared.Load(name); ok {
		return stmt.(*sql.Stmt), nil
	}
	stmt, err := c.read.PrepareContext(ctx, statement(name))
	if err != nil {
		return nil, err
	}
	kept, there := c.prepared.LoadOrStore(name, stmt)
	if there {
		return kept.(*sql.Stmt), stmt.Close()
	}
	return stmt, nil
}
