package table_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"stemma/internal/reference/table"
)

func TestLists(t *testing.T) {
	l := table.EmbeddedLists("words.tsv", "list\twords\tnote\npair\tcouple|pair\t\"a couple of shells\" → two\npair\tduo\t\n")
	if got := l.Set("pair"); len(got) != 3 || !got["couple"] || !got["duo"] {
		t.Errorf("got %v", got)
	}
}

// Every list of every room says what it is for, holds each word once, and is
// asked for; every list that is asked for is there.
func TestLists_ofAllRooms(t *testing.T) {
	files := 0
	err := filepath.WalkDir("../../..", func(file string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(file, ".tsv") && !strings.Contains(file, "testdata") {
			if data, failed := os.ReadFile(file); failed == nil && strings.Contains(string(data), "list\twords\tnote\n") {
				files++
				checkLists(t, file, string(data))
			}
		}
		return err
	})
	if err != nil || files == 0 {
		t.Fatalf("find lists: %d files, %v", files, err)
	}
}

func checkLists(t *testing.T, file, data string) {
	t.Helper()
	asked := askedIn(t, strings.TrimSuffix(filepath.Dir(file), "/data"))
	known, told := map[string]map[string]bool{}, map[string]bool{}
	for _, row := range table.Embedded(file, data) {
		list := row.Cell("list")
		if known[list] == nil {
			known[list] = map[string]bool{}
		}
		for _, word := range row.List("words") {
			if known[list][word] {
				t.Errorf("%s line %d: %q stands twice in %s", file, row.Line, word, list)
			}
			known[list][word] = true
		}
		told[list] = told[list] || row.Cell("note") != ""
	}
	for list := range known {
		if !told[list] || !asked[list] {
			t.Errorf("%s: the list %s wants a note and somebody who asks for it", file, list)
		}
	}
	for list := range asked {
		if known[list] == nil {
			t.Errorf("%s: there is no list %s", file, list)
		}
	}
}

// askedIn are the lists that the code of a room asks for.
func askedIn(t *testing.T, room string) map[string]bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(room, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, file := range files {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`lists\.Set\("([^"]+)"\)`).FindAllStringSubmatch(string(code), -1) {
			out[m[1]] = true
		}
	}
	return out
}
