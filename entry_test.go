package stemma

import (
	"slices"
	"strings"
	"testing"
)

// The entries of a round-up begin with their places; one place before a dash is a dateline.
func TestEntries(t *testing.T) {
	for text, want := range map[string][]int{
		"ORVANE: A mill burned.\n\nNURASH - Two died in Nurash.": {0, 24},
		"ORVANE - A mill burned.\n\nTwo died in Nurash.":         nil,
	} {
		r := Reading{Text: Text(text)}
		for _, name := range []string{"ORVANE", "NURASH", "Nurash"} {
			if at := strings.Index(text, name); at >= 0 {
				r.Places = append(r.Places, Toponym{Span: Span{at, at + len(name)}})
			}
		}
		if got := r.entries(); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
