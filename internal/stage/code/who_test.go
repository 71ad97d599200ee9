package code_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
)

// TestWho tells events with the names that the page gives to its parties and places.
func TestWho(t *testing.T) {
	t.Parallel()
	line := where(t)
	golden.Run(t, "testdata/who", func(document string) string {
		span := stemma.Span{End: len(document)}
		r := &stemma.Reading{Document: "d_0", Text: stemma.Text(document), Language: "en", Read: true}
		r.Blocks = []stemma.Block{{Span: span, Tag: "p"}}
		r.Regions = []stemma.Region{{Span: span, Kind: stemma.RegionBody}}
		golden.Annotate(t, r, line...)
		return strings.Join(all(r), "\n")
	})
}
