package parse

import "strings"

// subtypes are the relations kept finer than the universal ones, because who
// did what to whom hangs on them.
var subtypes = map[string]bool{
	"nsubj:pass": true, "csubj:pass": true, "aux:pass": true, "obl:agent": true, "obl:unmarked": true, "nmod:unmarked": true,
	"nmod:poss": true, "nmod:desc": true, "acl:relcl": true, "advcl:relcl": true, "compound:prt": true,
}

// Kept is a treebank's relation as we keep it: "det:predet" is "det".
func Kept(relation string) string {
	if subtypes[relation] {
		return relation
	}
	universal, _, _ := strings.Cut(relation, ":")
	return universal
}

// projective lifts arcs that cross others to the nearest node under which they
// cross none, shortest first: the parser builds no crossing arcs.
func projective(tree Tree) {
	for range len(tree) {
		crossing := shortestCrossing(tree)
		if crossing < 0 {
			return
		}
		above := tree[tree[crossing].Head].Head
		if above < 0 {
			return // a second root would be worse
		}
		tree[crossing].Head = above
	}
}

// shortestCrossing is the dependent of the shortest arc that passes over a
// word not under its head; -1 if there is none.
func shortestCrossing(tree Tree) int {
	found, length := -1, len(tree)+1
	for i, leaf := range tree {
		from, to := min(i, leaf.Head), max(i, leaf.Head)
		if leaf.Head < 0 || to-from >= length {
			continue
		}
		for k := from + 1; k < to; k++ {
			if !under(tree, k, leaf.Head) {
				found, length = i, to-from
				break
			}
		}
	}
	return found
}

func under(tree Tree, i, top int) bool {
	for range tree {
		if i == top || i < 0 {
			break
		}
		i = tree[i].Head
	}
	return i == top
}
