package golden

import (
	"strings"
	"testing"

	"stemma"
)

// Body is a document of which every line is a region of the body; what a case needs
// besides, its test sets.
func Body(document string) *stemma.Reading {
	r := &stemma.Reading{Document: "d_case", Text: stemma.Text(document), Language: "en", Read: true}
	at := 0
	for line := range strings.Lines(document) {
		r.Regions = append(r.Regions, stemma.Region{Span: stemma.Span{Start: at, End: at + len(line)}, Kind: stemma.RegionBody})
		at += len(line)
	}
	return r
}

// Annotate takes a reading through stages, in their order.
func Annotate(t testing.TB, r *stemma.Reading, stages ...stemma.Stage) *stemma.Reading {
	t.Helper()
	for _, stage := range stages {
		if err := stage.Annotate(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	return r
}
