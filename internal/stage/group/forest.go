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
	linked   map[[2]int]bool  // pairs with enough evidence
	twins    map[int][]int    // those that tell the same words in a copy
	refused  map[[2]int]int   // groups that were not merged, by how many tellings both had
}

// newForest begins with a group for each telling; what a person joined is joined
// first. A ruling may name an event or the incident that has its id from it.
func newForest(tellings []stemma.Telling, links []link, rulings []ruling) *forest {
	f := &forest{
		tellings: tellings, of: make([]int, len(tellings)), members: map[int][]int{}, why: map[int][]string{},
		keep: map[[2]int]bool{}, linked: map[[2]int]bool{}, twins: map[int][]int{}, refused: map[[2]int]int{},
	}
	for _, l := range links {
		f.linked[[2]int{l.a, l.b}] = true
		if l.aligned {
			f.twins[l.a], f.twins[l.b] = append(f.twins[l.a], l.b), append(f.twins[l.b], l.a)
		}
	}
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

// merge puts the groups of a link together unless too many of their members cannot
// be one incident, or a person keeps them apart, or the link is no bridge.
func (f *forest) merge(l link) {
	x, y := min(f.of[l.a], f.of[l.b]), max(f.of[l.a], f.of[l.b])
	size := len(f.members[x]) + len(f.members[y])
	if x == y || f.settled(l.a, l.b) || f.settled(l.b, l.a) || f.refused[[2]int{x, y}] == size {
		return
	}
	against, ok := f.vote(x, y)
	switch {
	case !ok:
		f.refused[[2]int{x, y}] = size
		return
	case against > 0:
		l.reasons = append(slices.Clone(l.reasons), "more tellings for it than against")
	}
	f.unite(l.a, l.b, l.reasons)
}

// vote asks each telling of one group about each of another: one that is misread does
// not keep apart what many others hold together. What a person keeps apart stays so.
//
//	ten tellings of a raid on Monday, and one of them as if of Sunday, that of the burning of its post → may be one
func (f *forest) vote(x, y int) (against int, ok bool) {
	speaking, all := 0, len(f.members[x])*len(f.members[y])
	for _, a := range f.members[x] {
		for _, b := range f.members[y] {
			pair := [2]int{min(a, b), max(a, b)}
			switch {
			case f.keep[pair]:
				return against, false
			case f.linked[pair]:
				speaking++
			case f.counter(a, b):
				against++
			}
			if float64(against)*worth("outvoted") > float64(all-against) {
				return against, false
			}
		}
	}
	return against, float64(against)*worth("outvoted") <= float64(speaking)
}

// counter reports whether two tellings cannot be one. A copy does not speak against what
// only its day is against, where that of the other's page is not: a page has its own today.
//
//	"ambushed on Friday", printed again a week later, and the ambush of that Friday → may be one
func (f *forest) counter(a, b int) bool {
	x, y := &f.tellings[a], &f.tellings[b]
	if !apart(x, y) || !dayOnly(x, y) {
		return apart(x, y)
	}
	agrees := func(twin int, other *stemma.Telling) bool { return !apart(&f.tellings[twin], other) }
	return !slices.ContainsFunc(f.twins[a], func(twin int) bool { return agrees(twin, y) }) &&
		!slices.ContainsFunc(f.twins[b], func(twin int) bool { return agrees(twin, x) })
}

// dayOnly reports whether nothing but their days keeps two tellings apart.
func dayOnly(a, b *stemma.Telling) bool {
	other := *b
	other.Event.When = a.Event.When
	return !apart(a, &other)
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
