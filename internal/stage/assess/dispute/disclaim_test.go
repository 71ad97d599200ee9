package dispute

import (
	"testing"

	"stemma/internal/golden"
	"stemma/internal/golden/tellings"
)

// Lines are as in [TestDenials_cases]; what disclaims a thing is read as a denial of it.
func TestDisclaim_cases(t *testing.T) {
	golden.Run(t, "testdata/disclaim", func(document string) string {
		return twoSided(denialsWithin(disclaim(tellings.Propositions(document))))
	})
}
