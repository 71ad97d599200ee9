package group

import (
	"cmp"
	"slices"
	"strconv"

	"stemma"
)

// crowd is how many tellings may share a key before it no longer tells
// anything; pairs are then found by their other keys.
const crowd = 400

// candidates weighs the pairs of tellings that share a key, and returns those
// with enough evidence, strongest first, ties in the order of ids.
func candidates(tellings []stemma.Telling, aligned aligner) []link {
	seen := map[[2]int]bool{}
	var out []link
	for _, bucket := range buckets(tellings, aligned) {
		for i, a := range bucket {
			for _, b := range bucket[i+1:] {
				if pair := [2]int{a, b}; !seen[pair] {
					seen[pair] = true
					if l, ok := weigh(&tellings[a], &tellings[b], aligned.same(&tellings[a], &tellings[b])); ok {
						l.a, l.b = a, b
						out = append(out, l)
					}
				}
			}
		}
	}
	slices.SortFunc(out, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return out
}

// buckets are the tellings under each key, in the order of the keys.
func buckets(tellings []stemma.Telling, aligned aligner) [][]int {
	under, twins := map[string][]int{}, aligned.twins()
	for i := range tellings {
		for _, key := range keys(&tellings[i]) {
			under[key] = append(under[key], i)
		}
		for _, twin := range twins[tellings[i].Document] {
			key := tellings[i].Event.Type + " copy " + twin
			under[key] = append(under[key], i)
		}
	}
	names := make([]string, 0, len(under))
	for name, bucket := range under {
		if len(bucket) > 1 && len(bucket) <= crowd {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	out := make([][]int, 0, len(names))
	for _, name := range names {
		out = append(out, under[name])
	}
	return out
}

// keys are what a telling can be found by: its type with a day, a place, a
// party, or its own document.
func keys(t *stemma.Telling) []string {
	var out []string
	add := func(kind, value string) { out = append(out, t.Event.Type+" "+kind+" "+value) }
	add("document", t.Document)
	if w := t.Event.When; w.Closed() && w.Latest-w.Earliest <= 3 {
		for day := w.Earliest; day <= w.Latest; day++ {
			add("day", day.String())
		}
	}
	for _, s := range t.Scenes {
		add("cell", strconv.Itoa(int(s.Place.Lat*2))+" "+strconv.Itoa(int(s.Place.Lon*2)))
		add("place", s.Place.ID)
	}
	for _, p := range slices.Concat(t.Actors, t.Recipients) {
		if p.Body != "" {
			add("party", p.Body)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// An aligner knows which stretches of two documents are one passage.
type aligner map[[2]string][]stemma.Passage

func passages(copies []stemma.Copy) aligner {
	out := aligner{}
	for _, c := range copies {
		out[[2]string{c.Document, c.Of}] = c.Shared
	}
	return out
}

// twins are the pairs of copies that each document belongs to, in one word each.
func (x aligner) twins() map[string][]string {
	out := map[string][]string{}
	for pair := range x {
		twin := pair[0] + " " + pair[1]
		out[pair[0]], out[pair[1]] = append(out[pair[0]], twin), append(out[pair[1]], twin)
	}
	return out
}

// same reports whether two events are one telling in two copies: their triggers
// lie in one passage, as far from its start, give or take what was edited.
func (x aligner) same(a, b *stemma.Telling) bool {
	for _, p := range x[[2]string{a.Document, b.Document}] {
		if matches(p.Here, p.There, a, b) {
			return true
		}
	}
	for _, p := range x[[2]string{b.Document, a.Document}] {
		if matches(p.There, p.Here, a, b) {
			return true
		}
	}
	return false
}

func matches(here, there stemma.Span, a, b *stemma.Telling) bool {
	if !here.Contains(a.Event.Trigger) || !there.Contains(b.Event.Trigger) || a.Trigger != b.Trigger {
		return false
	}
	const edits = 60 // bytes that edits inside a passage may shift a trigger
	shift := (a.Event.Trigger.Start - here.Start) - (b.Event.Trigger.Start - there.Start)
	return shift >= -edits && shift <= edits
}
