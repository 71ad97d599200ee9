package learn_test

import (
	"testing"

	"stemma/internal/learn"
)

// Feature 0 tells the right option, feature 1 stands with all.
func TestRank(t *testing.T) {
	contests := []learn.Contest{
		{Options: [][]int{{0, 1}, {1}, {1, 2}}, Right: 0},
		{Options: [][]int{{1, 2}, {0, 1}}, Right: 1},
	}
	weights := learn.Rank(contests, 3, 20, 0.1)
	if weights[0] <= weights[1] || weights[0] <= weights[2] {
		t.Errorf("weights %v", weights)
	}
	if chances := contests[0].Chances(weights); chances[0] < 0.4 || chances[0]+chances[1]+chances[2] < 0.999 {
		t.Errorf("chances %v", chances)
	}
}
