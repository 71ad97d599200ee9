package code

import (
	"testing"

	"stemma"
)

// TestNoRings: a token is never hung under what stands under it.
func TestNoRings(t *testing.T) {
	m := mending{kids: [][]int{{1}, {2}, nil}}
	m.Tokens = []stemma.Token{{Head: stemma.Root}, {Head: 0}, {Head: 1}}
	m.hang(0, 2, "acl")
	if m.Tokens[0].Head != stemma.Root {
		t.Error("the root was hung under its own word")
	}
	m.hang(2, 0, "obj")
	if m.Tokens[2].Head != 0 {
		t.Error("a word was not hung under the root")
	}
}
