package dispute

import (
	_ "embed"
	"strconv"
	"sync"

	"stemma/internal/reference/table"
)

// Weights are what each sign of a pair is worth, in thousandths, by role; under
// the role "" for any. Their sum over a pair is the logarithm of the odds that
// its two statements cannot both hold.
type Weights struct {
	Worth    map[string]map[string]int
	Believed int // from this sum on a pair is a disagreement, though no rule proposes it
	Doubted  int // below this sum it is none, though a rule does
}

// How sure the weights must be: nineteen in twenty of what no rule proposes, one in
// five of what one does, two in five of what a flat denial may answer that shares no
// word with it. docs/disagreements.md has the curve.
const (
	Believed = 2944
	Doubted  = -1386
	tenable  = -405
)

//go:embed data/opposed.tsv
var opposedTable string

// learned are the weights that stemma-train disagreements made.
var learned = sync.OnceValue(func() Weights {
	out := Weights{map[string]map[string]int{}, Believed, Doubted}
	for _, row := range table.Embedded("data/opposed.tsv", opposedTable, "role", "sign", "weight", "note") {
		worth, _ := strconv.Atoi(row.Cell("weight"))
		out.Add(row.Cell("role"), row.Cell("sign"), worth)
	}
	return out
})

// Add sets what a sign is worth in a role.
func (w Weights) Add(role, sign string, worth int) {
	if w.Worth[role] == nil {
		w.Worth[role] = map[string]int{}
	}
	w.Worth[role][sign] = worth
}

// of is the sum of what the signs of a pair are worth.
func (w Weights) of(p Pair) int {
	sum, any, within := 0, w.Worth[""], w.Worth[p.Role]
	for _, sign := range p.Signs {
		sum += any[sign] + within[sign]
	}
	return sum
}
