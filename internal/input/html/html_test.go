package html_test

import (
	"fmt"
	"strings"
	"testing"

	"stemma/internal/golden"
	"stemma/internal/input/html"
)

func TestRead_cases(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		page := html.Read(document)
		var out strings.Builder
		for _, p := range page.Properties {
			fmt.Fprintf(&out, "%s %s: %s\n", p.From, p.Name, p.Value)
		}
		for _, b := range page.Blocks {
			fmt.Fprintf(&out, "%-10s kept %-5v linked %-3d %q\n", b.Tag, b.Kept, b.Linked, page.Text[b.Start:b.End])
			fmt.Fprintf(&out, "           %s\n", b.Path)
		}
		return out.String()
	})
}

// TestRead_deep shows that a page nested a million deep neither overflows nor
// takes for ever, and keeps its words.
func TestRead_deep(t *testing.T) {
	page := html.Read(strings.Repeat("<div><b>", 1_000_000) + "The bridge is open." + strings.Repeat("</b></div>", 1_000_000))
	if page.Text != "The bridge is open.\n\n" || len(page.Doubts) == 0 {
		t.Errorf("got %.80q, %v", page.Text, page.Doubts)
	}
}
