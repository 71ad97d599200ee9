package stemma_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// allowed says what a room may import of the house, and nothing else; a folder
// that stands here stands for those below it too. A room is named by the longest
// prefix of its folder that stands here; "." is the root.
var allowed = map[string][]string{
	".":                               {},
	"internal/learn":                  {},
	"internal/learn/dossier":          {"internal/learn", "internal/reference"},
	"internal/reference/table":        {},
	"internal/reference":              {".", "internal/reference/table"},
	"internal/reference/noun":         {"internal/reference/table"},
	"internal/stage":                  {".", "internal/reference", "internal/learn"},
	"internal/stage/attribute":        {".", "internal/reference", "internal/stage/attribute/speech"},
	"internal/stage/attribute/speech": {".", "internal/reference", "internal/learn"},
	"internal/stage/code":             {".", "internal/reference", "internal/stage/code/chronicle", "internal/stage/code/mend"},
	"internal/stage/code/mend":        {".", "internal/reference"},
	"internal/stage/code/chronicle":   {".", "internal/reference"},
	"internal/stage/assess":           {".", "internal/reference", "internal/stage/assess/account", "internal/stage/assess/dispute"},
	"internal/stage/assess/account":   {".", "internal/reference"},
	"internal/stage/assess/dispute":   {".", "internal/reference", "internal/stage/assess/account"},
	"internal/input":                  {".", "internal/input", "internal/reference"},
	"internal/export":                 {"."},
	"internal/store":                  {".", "internal/store"},
	"internal/pipeline":               {".", "internal/stage", "internal/reference"},
	"internal/ingest":                 {".", "internal/input", "internal/store"},
	"internal/join":                   {".", "internal/stage", "internal/store"},
	"internal/past":                   {".", "internal/store"},
	"internal/match":                  {".", "internal/coding", "internal/export", "internal/ledger", "internal/sheet", "internal/reference/actors", "internal/reference/codebook", "internal/reference/gazetteer", "internal/reference/table"},
	"internal/report":                 {".", "internal/export", "internal/ledger", "internal/sheet", "internal/store"},
	"internal/brief":                  {".", "internal/past", "internal/store", "internal/ledger", "internal/export", "internal/sheet"},
	"internal/ledger":                 {".", "internal/store", "internal/export", "internal/decide", "internal/coding", "internal/reference/codebook", "internal/reference/actors", "internal/reference/gazetteer"},
	"internal/decide":                 {".", "internal/store", "internal/reference"},
	"internal/coding":                 {".", "internal/reference/table"},
	"internal/sheet":                  {".", "internal/ledger", "internal/decide", "internal/export"},
	"internal/draw":                   {".", "internal/ledger", "internal/sheet"},
	"internal/site":                   {".", "internal/store", "internal/export", "internal/ledger", "internal/decide", "internal/sheet", "internal/draw", "internal/feed", "testdata"},
	"internal/layout":                 {".", "internal/export", "internal/coding", "internal/ledger"},
	"internal/api":                    {".", "internal/store", "internal/export", "internal/ledger", "internal/decide", "internal/ingest", "internal/input"},
	"internal/feed":                   {".", "internal/store", "internal/export", "internal/ledger", "internal/sheet"},
	"internal/web":                    {"internal/past", "internal/brief", "internal/match", ".", "internal/api", "internal/feed", "internal/store", "internal/export", "internal/ledger", "internal/decide", "internal/coding", "internal/ingest", "internal/input", "internal/sheet", "internal/draw", "internal/reference/outline"},
	"internal/golden":                 {"."},
	"internal/golden/tellings":        {"."},
	"sample":                          {},
	"cmd":                             {"*"},
	"bench":                           {"*"},
}

// outside says which rooms may use modules that are not the standard library;
// the words, the stages and the numbers may not.
var outside = map[string]bool{
	"internal/input": true, "internal/store": true, "internal/ledger": true, "internal/layout": true, "internal/api": true, "cmd": true, "bench": true,
}

func TestLayers_importsPointDownwards(t *testing.T) {
	used := map[string]bool{}
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (strings.HasPrefix(entry.Name(), ".") && file != "." || entry.Name() == "testdata") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
			checkImports(t, filepath.ToSlash(file), used)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room, rules := range allowed {
		for _, rule := range rules {
			if !used[room+" "+rule] {
				t.Errorf("%s may import %s and does not: take the permission away", room, rule)
			}
		}
	}
	for room := range outside {
		if !used[room] {
			t.Errorf("%s may use modules from outside and does not: take the permission away", room)
		}
	}
}

// checkImports notes which permissions the imports of a file use.
func checkImports(t *testing.T, file string, used map[string]bool) {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Errorf("read %s: %v", file, err)
		return
	}
	from := path.Dir(file)
	for _, spec := range tree.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		permission, ok := permitted(from, name)
		if !ok {
			t.Errorf("%s imports %s", file, strings.TrimPrefix(name, "stemma/"))
		}
		used[permission] = true
	}
}

// permitted is the permission by which a folder may import a package: a room and
// what it may import, or a room that may use modules from outside.
func permitted(from, name string) (permission string, ok bool) {
	room := roomOf(from)
	if name != "stemma" && !strings.HasPrefix(name, "stemma/") {
		standard := !strings.Contains(strings.SplitN(name, "/", 2)[0], ".")
		if standard {
			return "", true
		}
		return room, outside[room]
	}
	to := strings.TrimPrefix(strings.TrimPrefix(name, "stemma"), "/")
	if to == "" {
		to = "."
	}
	if siblings(from, to) {
		return "", false
	}
	for _, rule := range allowed[room] {
		if rule == "*" || to == rule || rule != "." && strings.HasPrefix(to, rule+"/") {
			return room + " " + rule, true
		}
	}
	return "", false
}

// siblings reports whether two folders are of two stages: a stage meets another only in
// the reading. What the rooms inside one stage may import of each other, allowed says.
func siblings(from, to string) bool {
	a, b := stageOf(from), stageOf(to)
	return a != "" && b != "" && a != b
}

// stageOf is the stage that a folder belongs to, "" if it belongs to none.
func stageOf(folder string) string {
	rest, _ := strings.CutPrefix(folder, "internal/stage/")
	stage, _, _ := strings.Cut(rest, "/")
	if rest == folder {
		return ""
	}
	return stage
}

func roomOf(folder string) string {
	best := ""
	for room := range allowed {
		if (folder == room || strings.HasPrefix(folder, room+"/")) && len(room) > len(best) {
			best = room
		}
	}
	if folder == "." {
		return "."
	}
	return best
}

func TestLayers_aForbiddenImportIsSeen(t *testing.T) {
	cases := []struct {
		from, name string
		want       bool
	}{
		{"internal/stage/code", "stemma/internal/stage/place", false},
		{"internal/stage/code", "stemma/internal/reference/codebook", true},
		{"internal/stage/code", "stemma/internal/stage/code/mend", true},
		{"internal/stage/code/mend", "stemma/internal/stage/code", false},
		{"internal/stage/code/chronicle", "stemma/internal/stage/code/mend", false},
		{"internal/stage/assess/dispute", "stemma/internal/stage/assess/account", true},
		{"internal/stage/assess/account", "stemma/internal/stage/assess/dispute", false},
		{"internal/stage/assess/account", "stemma/internal/stage/group", false},
		{"internal/stage/attribute", "stemma/internal/stage/attribute/speech", true},
		{"internal/stage/attribute/speech", "stemma/internal/stage/attribute", false},
		{"internal/stage/code", "github.com/spf13/cobra", false},
		{".", "stemma/internal/learn", false},
		{"internal/web", "stemma/internal/pipeline", false},
		{"internal/store/sqlite", "modernc.org/sqlite", true},
		{"cmd/stemma", "stemma/internal/pipeline", true},
	}
	for _, c := range cases {
		if _, got := permitted(c.from, c.name); got != c.want {
			t.Errorf("%s imports %s: allowed %v, want %v", c.from, c.name, got, c.want)
		}
	}
}
