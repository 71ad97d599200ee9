package main

import (
	"os"
	"regexp"
	"strconv"
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
	for _, exit := range exits {
		if line := regexp.MustCompile(`(?m)^\| ` + strconv.Itoa(exit.code) + ` \|`); !line.MatchString(formats) {
			t.Errorf("docs/formats.md does not name exit code %d", exit.code)
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

func page(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
