package stemma_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestTables_sayEachThingOnce: a row that stands twice, or a word that stands twice in
// a cell, is mended in one place and goes on in the other.
func TestTables_sayEachThingOnce(t *testing.T) {
	err := filepath.WalkDir("internal", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "testdata":
			return filepath.SkipDir
		case filepath.Ext(file) != ".tsv":
			return nil
		}
		data, err := os.ReadFile(file)
		checkRows(t, file, string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkRows(t *testing.T, file, data string) {
	t.Helper()
	at := map[string]int{}
	for i, line := range strings.Split(data, "\n") {
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if at[line] > 0 {
			t.Errorf("%s: line %d says what line %d says", file, i+1, at[line])
		}
		at[line] = i + 1
		for _, cell := range strings.Split(line, "\t") {
			words := strings.Split(cell, "|")
			if sorted := slices.Sorted(slices.Values(words)); len(slices.Compact(sorted)) < len(words) {
				t.Errorf("%s: line %d has a word twice: %s", file, i+1, cell)
			}
		}
	}
}
