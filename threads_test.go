package stemma

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// concurrent are the rooms that start goroutines; all others are functions of what
// goes in.
var concurrent = []string{"bench", "cmd", "internal/ingest", "internal/learn", "internal/web"}

func TestThreads_areStartedAtTheEdge(t *testing.T) {
	for _, room := range []string{".", "internal"} {
		files, err := sources(room)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			startsNone(t, file)
		}
	}
}

// sources are the Go files of a folder, those of the root alone and else those
// below it too, that belong to no concurrent room.
func sources(folder string) ([]string, error) {
	if folder == "." {
		return filepath.Glob("*.go")
	}
	var out []string
	err := filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && slices.Contains(concurrent, filepath.ToSlash(file)) {
			return filepath.SkipDir
		}
		if strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
			out = append(out, file)
		}
		return err
	})
	return out, err
}

func startsNone(t *testing.T, file string) {
	t.Helper()
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatalf("read %s: %v", file, err)
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		if starts(n) {
			t.Errorf("%s starts a goroutine: that is for %s", files.Position(n.Pos()), strings.Join(concurrent, ", "))
		}
		return true
	})
}

// starts: `go f()`, `group.Go(f)`.
func starts(n ast.Node) bool {
	if call, ok := n.(*ast.CallExpr); ok {
		method, ok := call.Fun.(*ast.SelectorExpr)
		return ok && method.Sel.Name == "Go"
	}
	_, ok := n.(*ast.GoStmt)
	return ok
}
