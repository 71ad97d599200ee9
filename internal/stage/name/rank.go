package name

import (
	_ "embed"
	"strconv"
	"sync"

	"stemma/internal/reference/table"
)

//go:embed follow.tsv
var followTable string

// weights are what each feature of a choice is worth, in thousandths. They are
// made by stemma-train coref.
var weights = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for _, row := range table.Embedded("follow.tsv", followTable, "feature", "weight", "note") {
		out[row.Cell("feature")], _ = strconv.Atoi(row.Cell("weight"))
	}
	return out
})

// choose is the candidate of most worth, the nearest of equals; -1 if that none
// is meant is worth more.
func choose(c Choice) int {
	best, most := -1, worth(c.Open)
	for i, candidate := range c.Candidates {
		if w := worth(candidate.Features); w > most {
			best, most = i, w
		}
	}
	return best
}

// worth is the sum of the weights of what is seen.
func worth(features []string) int {
	sum := 0
	for _, feature := range features {
		sum += weights()[feature]
	}
	return sum
}
