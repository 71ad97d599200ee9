package group

import (
	"slices"

	"stemma"
)

// A forest holds groups of tellings while they are being merged.
type forest struct {
	tellings []stemma.Telling
	of       []int // the group of each telling
	members  map[int][]int
	why      map[int][]string // reasons of the merges that made a group
	keep     map[[2]int]bool  // pairs that a person keeps apart
}

// newForest begins with a group for each telling; what a person joined is joined
// first. A ruling may name an event or the incident that has its id from it.
func newForest(tellings []stemma.Telling, rulings []ruling) *forest {
	f := &forest{tellings: tellings, of: make([]int, len(tellings)), members: map[int][]int{}, why: map[int][]string{}, keep: map[[2]int]bool{}}
	index := map[string]int{}
	for i, t := range tellings {
		f.of[i], f.members[i] = i, []int{i}
		index[t.Event.ID], index[incidentID(t.Event.ID)] = i, i
	}
	for _, r := range rulings {
		a, okA := index[r.a]
		b, okB := index[r.b]
		switch {
		case !okA || !okB:
		case r.same:
			f.unite(a, b, []string{"a person joined them"})
		default:
			f.keep[[2]int{min(a, b), max(a, b)}] = true
		}
	}
	return f
}

// merge puts the groups of a link together unless two of their members cannot
// be one incident, or a person keeps them apart, or the link is no bridge.
func (f *forest) merge(l link) {
	x, y := f.of[l.a], f.of[l.b]
	if x == y || f.settled(l.a, l.b) || f.settled(l.b, l.a) {
		return
	}
	for _, a := range f.members[x] {
		for _, b := range f.members[y] {
			if f.keep[[2]int{min(a, b), max(a, b)}] || apart(&f.tellings[a], &f.tellings[b]) {
				return
			}
		}
	}
	f.unite(l.a, l.b, l.reasons)
}

// settled reports whether a denial has what it denies already: it makes no two
// acts one.
//
//	"the army denies shelling the town" beside "shells hit the town" of Monday and of Tuesday → with one of them
func (f *forest) settled(i, other int) bool {
	return denies(&f.tellings[i]) && !denies(&f.tellings[other]) &&
		slices.ContainsFunc(f.members[f.of[i]], func(k int) bool { return !denies(&f.tellings[k]) })
}

// unite adds the group of the later telling to that of the earlier.
func (f *forest) unite(a, b int, reasons []string) {
	x, y := min(f.of[a], f.of[b]), max(f.of[a], f.of[b])
	if x == y {
		return
	}
	for _, i := range f.members[y] {
		f.of[i] = x
	}
	f.members[x] = append(f.members[x], f.members[y]...)
	f.why[x] = append(append(f.why[x], f.why[y]...), reasons...)
	delete(f.members, y)
	delete(f.why, y)
}

// groups are the tellings of each group, by id, in the order of their first.
func (f *forest) groups() [][]stemma.Telling {
	roots := make([]int, 0, len(f.members))
	for root := range f.members {
		roots = append(roots, root)
	}
	slices.Sort(roots)
	var out [][]stemma.Telling
	for _, root := range roots {
		slices.Sort(f.members[root])
		var group []stemma.Telling
		for _, i := range f.members[root] {
			group = append(group, f.tellings[i])
		}
		out = append(out, group)
	}
	return out
}

// reasons are the distinct reasons of a group's merges.
func (f *forest) reasons(group []stemma.Telling) []string {
	i, _ := slices.BinarySearchFunc(f.tellings, group[0].Event.ID, func(t stemma.Telling, id string) int {
		return compare(t.Event.ID, id)
	})
	out := slices.Clone(f.why[f.of[i]])
	slices.Sort(out)
	return slices.Compact(out)
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
