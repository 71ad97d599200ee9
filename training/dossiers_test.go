package training

import (
	"os"
	"path/filepath"
	"testing"

	"stemma/internal/learn/dossier"
)

// Every dossier keeps the format: its quotes stand once, its claims and events
// name who and what the tables have, its files are there.
func TestDossiers(t *testing.T) {
	folders, err := filepath.Glob("dossiers/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("find dossiers: %d, %v", len(folders), err)
	}
	for _, folder := range folders {
		if _, err := dossier.Read(filepath.Base(folder), os.DirFS(folder)); err != nil {
			t.Errorf("%s:\n%v", folder, err)
		}
	}
}
