package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"stemma/internal/export"
	"stemma/internal/pipeline"
)

// TestDocs holds the pages under docs to the program: each export column, exit
// code, stage and direct dependency is named there.
func TestDocs(t *testing.T) {
	formats, design := page(t, "../../docs/formats.md"), page(t, "../../docs/design.md")
	for kind, columns := range export.Columns {
		for _, column := range columns {
			if !strings.Contains(formats, column) {
				t.Errorf("docs/formats.md does not name column %s of %s", column, kind)
			}
		}
	}
	for _, code := range regexp.MustCompile(`(?m)^  (\d+) +(.+)$`).FindAllStringSubmatch(exitCodes, -1) {
		if !strings.Contains(formats, "| "+code[1]+" | "+code[2]+" |") {
			t.Errorf("docs/formats.md does not say of exit code %s: %s", code[1], code[2])
		}
	}
	line, err := pipeline.English(pipeline.Books{})
	if err != nil {
		t.Fatal(err)
	}
	for _, stage := range line.Stages() {
		if !strings.Contains(design, "| "+string(stage.Adds())+" |") {
			t.Errorf("docs/design.md has no row for the stage that adds %s", stage.Adds())
		}
	}
	direct, _, _ := strings.Cut(page(t, "../../go.mod"), "\n)")
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v`).FindAllStringSubmatch(direct, -1) {
		if !strings.Contains(design, m[1]) {
			t.Errorf("docs/design.md gives no reason for %s", m[1])
		}
	}
}

// TestDocs_whatIsNamedIsThere holds every path that a page names in code marks, or
// runs, to the checkout.
func TestDocs_whatIsNamedIsThere(t *testing.T) {
	files, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("(?:`|go run \\./|go test \\./)((?:internal|cmd|docs|bench|testdata|training|sample)/[\\w./-]+)")
	for _, file := range append(files, "../../README.md", "../../CONTRIBUTING.md") {
		for _, m := range named.FindAllStringSubmatch(page(t, file), -1) {
			path := strings.TrimRight(m[1], ".")
			if _, err := os.Stat(filepath.Join("../..", path)); err != nil && !strings.HasSuffix(path, "-") {
				t.Errorf("%s names %s, which is not there", file, path)
			}
		}
	}
}

func page(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
