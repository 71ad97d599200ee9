package training

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/reference/table"
)

// The words of each side stand once in their page, every disagreement has two
// sides of one type, and the world can be imported.
func TestAccounts(t *testing.T) {
	folders, err := filepath.Glob("accounts/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("find accounts: %d, %v", len(folders), err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			if _, err := gazetteer.ReadOverlay("places.tsv", contentOf(t, folder, "places.tsv")); err != nil {
				t.Error(err)
			}
			if _, err := actors.ReadOverlay("actors.tsv", contentOf(t, folder, "actors.tsv")); err != nil {
				t.Error(err)
			}
			checkAccounts(t, folder)
		})
	}
}

func checkAccounts(t *testing.T, folder string) {
	pages := map[string]string{}
	for _, r := range rowsOf(t, folder, "index.tsv", "file", "outlet", "published", "note") {
		pages[r.Cell("file")] = contentOf(t, folder, r.Cell("file"))
	}
	sides, types := map[string]map[string]bool{}, map[string]string{}
	for _, r := range rowsOf(t, folder, "disagreements.tsv", "row", "type", "side", "file", "words", "note") {
		if n := strings.Count(pages[r.Cell("file")], r.Cell("words")); n != 1 {
			t.Errorf("line %d: %q stands %d times in %s", r.Line, r.Cell("words"), n, r.Cell("file"))
		}
		row := r.Cell("row")
		if sides[row] == nil {
			sides[row], types[row] = map[string]bool{}, r.Cell("type")
		}
		sides[row][r.Cell("side")] = true
		if r.Cell("type") != types[row] {
			t.Errorf("line %d: row %s is %s and %s", r.Line, row, types[row], r.Cell("type"))
		}
	}
	for row, of := range sides {
		if len(of) < 2 {
			t.Errorf("row %s has one side", row)
		}
	}
}

func rowsOf(t *testing.T, folder, name string, columns ...string) []table.Row {
	t.Helper()
	rows, err := table.Parse(name, contentOf(t, folder, name), columns...)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func contentOf(t *testing.T, folder, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
