package dispute

import (
	"fmt"
	"strings"
	"testing"

	"stemma/internal/golden"
	"stemma/internal/golden/tellings"
)

// Lines are "page, who says: words"; out: each question with how many give each answer.
func TestGathered_cases(t *testing.T) {
	golden.Run(t, "testdata/question", func(document string) string {
		var out strings.Builder
		for _, d := range gathered(facets(tellings.Propositions(document), nil)) {
			fmt.Fprintf(&out, "%s on %s:", d.Type, d.Field)
			for _, s := range d.Sides {
				fmt.Fprintf(&out, " %s by %s;", s.Value, strings.Join(s.Claims, ", "))
			}
			out.WriteString("\n")
		}
		return out.String()
	})
}
