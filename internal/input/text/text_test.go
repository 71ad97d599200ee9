package text_test

import (
	"strings"
	"testing"

	"stemma/internal/golden"
	"stemma/internal/input/text"
)

func TestBlocks_cases(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		var out strings.Builder
		for _, b := range text.Blocks(document) {
			out.WriteString("| " + strings.ReplaceAll(document[b.Start:b.End], "\n", "⏎") + "|\n")
		}
		return out.String()
	})
}
