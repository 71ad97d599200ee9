package copy

import (
	"sort"

	"stemma"
)

// A run is a stretch of words that stands in both texts, word for word.
type run struct{ here, there, length int }

// alignment is what two texts share, longest runs first taken, each word of
// either text once.
type alignment struct {
	a, b []word
	runs []run // in the order of a
}

// often is how many times a text may print six words and still be prose; what
// recurs more often begins no run, or tables would be aligned row by row.
const often = 16

// align finds the shared runs of at least a shingle. Each position of a takes
// its longest continuation in b; overlaps are given to the longer run.
func align(a, b []word) alignment {
	at := map[uint64][]int{}
	for j, h := range shingles(b, shingle) {
		at[h] = append(at[h], j)
	}
	for h, places := range at {
		if len(places) > often {
			delete(at, h)
		}
	}
	var found []run
	for i, h := range shingles(a, shingle) {
		for _, j := range at[h] {
			if i > 0 && j > 0 && a[i-1].text == b[j-1].text {
				continue // part of a run that began earlier
			}
			if n := extend(a[i:], b[j:]); n >= shingle {
				found = append(found, run{i, j, n})
			}
		}
	}
	return alignment{a, b, disjoint(found, len(a), len(b))}
}

func extend(a, b []word) int {
	n := 0
	for n < len(a) && n < len(b) && a[n].text == b[n].text {
		n++
	}
	return n
}

// disjoint keeps the longest runs and cuts from the others what is taken.
func disjoint(found []run, a, b int) []run {
	sort.SliceStable(found, func(i, j int) bool { return found[i].length > found[j].length })
	here, there := make([]bool, a), make([]bool, b)
	var out []run
	for _, r := range found {
		for r.length > 0 && (here[r.here] || there[r.there]) {
			r = run{r.here + 1, r.there + 1, r.length - 1}
		}
		n := 0
		for n < r.length && !here[r.here+n] && !there[r.there+n] {
			n++
		}
		if r.length = n; n < shingle {
			continue
		}
		for k := range n {
			here[r.here+k], there[r.there+k] = true, true
		}
		out = append(out, r)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].here < out[j].here })
	return out
}

// shared is the share of each text's words that the runs cover; only those for
// which count holds are looked at.
func (l alignment) shared(count func(word) bool) (here, there float64) {
	var a, b int
	for _, r := range l.runs {
		for k := range r.length {
			if count(l.a[r.here+k]) {
				a++
			}
			if count(l.b[r.there+k]) {
				b++
			}
		}
	}
	return portion(a, l.a, count), portion(b, l.b, count)
}

func portion(n int, of []word, count func(word) bool) float64 {
	all := 0
	for _, w := range of {
		if count(w) {
			all++
		}
	}
	return ratio(n, all)
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// paragraphs counts the paragraphs of a in which something shared stands that
// is no quotation.
func (l alignment) paragraphs() int {
	seen := map[int]bool{}
	for _, r := range l.runs {
		for k := range r.length {
			if w := l.a[r.here+k]; !w.quoted {
				seen[w.number] = true
			}
		}
	}
	return len(seen)
}

// longest is the length of the longest passage outside quotations, in words of a.
func (l alignment) longest() int {
	most, i := 0, 0
	for _, p := range l.passages() {
		n := 0
		for ; i < len(l.a) && l.a[i].Start < p.Here.End; i++ {
			if l.a[i].Start >= p.Here.Start && !l.a[i].quoted {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// bridge is how many words may differ inside one passage.
const bridge = 8

// passages joins runs that follow each other in both texts with small gaps; the
// gaps that hold numbers, names or negations are differences.
func (l alignment) passages() []stemma.Passage {
	var out []stemma.Passage
	for i, r := range l.runs {
		here := stemma.Span{Start: l.a[r.here].Start, End: l.a[r.here+r.length-1].End}
		there := stemma.Span{Start: l.b[r.there].Start, End: l.b[r.there+r.length-1].End}
		if i > 0 && l.follows(l.runs[i-1], r) {
			last := &out[len(out)-1]
			last.Differs = append(last.Differs, l.differences(l.runs[i-1], r)...)
			last.Here, last.There = last.Here.Join(here), last.There.Join(there)
			continue
		}
		out = append(out, stemma.Passage{Here: here, There: there})
	}
	return out
}

func (l alignment) follows(before, after run) bool {
	here, there := after.here-before.here-before.length, after.there-before.there-before.length
	return here >= 0 && there >= 0 && here <= bridge && there <= bridge
}
