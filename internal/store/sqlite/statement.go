package sqlite

import (
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
