package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAdd_tellsWhatItCannotRead: a page in another language is kept, and whoever adds
// it is told that nothing was read in it.
func TestAdd_tellsWhatItCannotRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, page := filepath.Join(dir, "case.stemma"), filepath.Join(dir, "page.txt")
	runStemma(t, "init", path)
	if err := os.WriteFile(page, []byte("قال متحدث باسم الشرطة إن شخصين قتلا في قصف على السوق يوم الاثنين."), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"add", page, "--case", path}, nil, &out, &errs); code != 0 {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	if want := "1 of them kept but not read: Arabic"; !strings.Contains(errs.String(), want) {
		t.Errorf("add says %q, want %q in it", errs.String(), want)
	}
}
