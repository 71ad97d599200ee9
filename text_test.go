package stemma_test

import (
	"testing"

	"stemma"
)

func TestPaired(t *testing.T) {
	for name, want := range map[string]string{
		`dozens" of troops`:   "dozens of troops",
		`the "Salt Guard"`:    `the "Salt Guard"`,
		"heroes” of the port": "heroes of the port",
	} {
		if got := stemma.Paired(name); got != want {
			t.Errorf("%q is called %q, want %q", name, got, want)
		}
	}
}
