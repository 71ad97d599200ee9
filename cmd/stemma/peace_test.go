package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"
)

// peaceful are the pages of news on business and on illness beside the checkout: on what is
// no fight, what the program says of force is mostly wrong.
var peaceful = []string{"wikinews-business-*.txt", "wikinews-virus-*.txt"}

// atPeace counts what is coded as an act of violence on peaceful pages, and what is printed
// there as a disagreement.
func atPeace(t *testing.T, shared string) string {
	t.Helper()
	var pages []string
	for _, pattern := range peaceful {
		found, err := filepath.Glob(filepath.Join(shared, "corpus", "text", pattern))
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, found...)
	}
	if len(pages) == 0 {
		t.Fatal("no peaceful pages beside the checkout")
	}
	path := filepath.Join(t.TempDir(), "peace.stemma")
	runStemma(t, "init", path)
	runStemma(t, append([]string{"add", "--case", path}, pages...)...)
	disagreements := bytes.Count(runStemma(t, "export", "disagreements", "--proposed", "--case", path), []byte("\n"))
	return fmt.Sprintf("peace pages %d\npeace assaults %d\npeace disagreements %d\n", len(pages), assaults(t, pages), disagreements)
}

// assaults counts the acts of violence that are coded on some pages.
func assaults(t *testing.T, pages []string) int {
	t.Helper()
	lines := bufio.NewScanner(bytes.NewReader(runStemma(t, append([]string{"analyze"}, pages...)...)))
	lines.Buffer(nil, 1<<24)
	n := 0
	for lines.Scan() {
		var page struct{ Events []struct{ Type string } }
		if err := json.Unmarshal(lines.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		for _, e := range page.Events {
			if e.Type == "ASSAULT" {
				n++
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return n
}
