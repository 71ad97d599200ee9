package assess

import (
	"testing"

	"stemma/internal/golden"
)

// Lines are as in [TestDenials_cases]; what disclaims a thing is read as a denial of it.
func TestDisclaim_cases(t *testing.T) {
	golden.Run(t, "testdata/disclaim", func(document string) string {
		return twoSided(Denials(disclaim(propositions(document))))
	})
}
