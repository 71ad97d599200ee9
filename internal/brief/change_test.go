package brief

import (
	"testing"

	"stemma/internal/export"
	"stemma/internal/ledger"
)

// What is no longer in dispute is no news of a dispute.
func TestNewlyDisputed(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          bool
	}{
		{"", "killed", true},
		{"killed", "killed, who", true},
		{"killed, who", "who", false},
		{"killed", "who", true},
		{"who", "", false},
	} {
		change := export.BriefChange{Field: disputed, Before: ledger.Null(c.before), After: ledger.Null(c.after)}
		if got := newlyDisputed(change); got != c.want {
			t.Errorf("%q → %q: %v", c.before, c.after, got)
		}
	}
}
