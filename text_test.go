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

func TestSaysWho(t *testing.T) {
	for words, want := range map[string]bool{"It": false, "17": false, "six": false, "1,200–1,500": false, "gunmen": true, "six guards": true, "40 others": false, "more than 90": false, "twenty-three": false, "forty metres": false, "the injured": true, "at least two of the guards": true} {
		if got := stemma.SaysWho(words); got != want {
			t.Errorf("%q says who: %v", words, got)
		}
	}
}
