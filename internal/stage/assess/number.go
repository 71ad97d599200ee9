package assess

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"stemma"
)

// numbers are figures of one thing, of one people, of one scope, that cannot all
// be right; or that differ because one origin gave a newer one, or because they
// span different things.
func (c collection) numbers(said []saying) []stemma.Disagreement {
	groups, order := map[string][]saying{}, []string(nil)
	for _, s := range said {
		if s.count == nil || !measured[s.field] || single(s.text) || s.telling.Event.Modality == stemma.Background {
			continue
		}
		key := joined(s.field, kin(s.count.Of.Class))
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], s)
	}
	slices.Sort(order)
	var out []stemma.Disagreement
	for _, key := range order {
		if d, ok := c.figuresOf(groups[key]); ok {
			out = append(out, d)
		}
	}
	return out
}

// single reports whether the words are of one known person, "a pilot", and give
// no count of those who were hit.
func single(words string) bool {
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	return first == "a" || first == "an" || first == "the"
}

// measured are the figures that are worth holding against each other; of others
// a report may well give several.
var measured = map[string]bool{
	"killed": true, "injured": true, "casualties": true, "missing": true, "captured": true, "abducted": true, "detained": true, "released": true,
	"displaced": true, "bodies": true, "fighters": true, "soldiers": true, "missiles": true, "shells": true, "rockets": true, "strikes": true,
	"sorties": true, "targets": true, "area": true, "protesters": true, "hostages": true, "drones": true,
}

// kin folds classes that reports use for the same people: a toll is of people
// whether it says "people", "persons" or nothing.
func kin(class string) string {
	switch class {
	case "", "people", "persons", "others", "victims":
		return ""
	}
	return class
}

// figuresOf is the disagreement of one group of figures; ok is false if all of
// them can hold.
func (c collection) figuresOf(said []saying) (stemma.Disagreement, bool) {
	clashing, oneOrigin, scopes := c.clashes(ofOneSize(said))
	if len(clashing) < 2 {
		return stemma.Disagreement{}, false
	}
	first := clashing[0]
	d := stemma.Disagreement{
		Type: stemma.DisagreeValue, Field: joined(first.field, kin(first.count.Of.Class)),
		Reason: "the figures cannot all be right", Sides: sides(clashing, figures(clashing)),
	}
	switch {
	case scopes:
		d.Type, d.Explained, d.Reason = stemma.OtherScope, true, "the figures span different things"
	case oneOrigin:
		d.Type, d.Explained, d.Reason = stemma.NewerFigure, true, "one origin gave different figures at different times"
	}
	return d, len(d.Sides) > 1
}

// ofOneSize keeps, of figures of one scope that lie in heaps far from each
// other, the heap in which most speak; the others count another matter.
//
//	30, 31, 43 / 250,000, 280,000 → the first three
func ofOneSize(said []saying) []saying {
	sorted := slices.SortedStableFunc(slices.Values(said), func(a, b saying) int { return cmp.Compare(a.count.Low, b.count.Low) })
	var heaps [][]saying
	for i, s := range sorted {
		if i == 0 || s.count.Scope == sorted[i-1].count.Scope && s.count.Low > times*max(sorted[i-1].count.Low, 1) {
			heaps = append(heaps, nil)
		}
		last := len(heaps) - 1
		heaps[last] = append(heaps[last], s)
	}
	var best []saying
	for _, heap := range heaps {
		if speakers(heap) > speakers(best) {
			best = heap
		}
	}
	return best
}

func speakers(said []saying) int {
	seen := map[int]bool{}
	for _, s := range said {
		seen[s.account] = true
	}
	return len(seen)
}

// figures names a saying's side: "at least 31" stands on the side of 31, if
// anybody says that.
func figures(said []saying) func(saying) string {
	exact := map[float64]bool{}
	for _, s := range said {
		exact[s.count.Low] = exact[s.count.Low] || !s.count.Open && s.count.Low == s.count.High
	}
	return func(s saying) string {
		if s.count.Open && exact[s.count.Low] {
			return strconv.FormatFloat(s.count.Low, 'f', -1, 64)
		}
		return figure(*s.count)
	}
}

// clashes keeps the sayings that some other saying excludes; oneOrigin is true
// if all pairs that clash come from one origin, scopes if all of them differ in
// scope.
func (c collection) clashes(said []saying) (out []saying, oneOrigin, scopes bool) {
	oneOrigin, scopes = true, true
	in := make([]bool, len(said))
	for i, a := range said {
		for j := i + 1; j < len(said); j++ {
			if b := said[j]; exclude(*a.count, *b.count) && !c.oneBreath(a, b) {
				in[i], in[j] = true, true
				oneOrigin = oneOrigin && c.oneBody(a.account, b.account)
				scopes = scopes && a.count.Scope != b.count.Scope
			}
		}
	}
	for i, s := range said {
		if in[i] {
			out = append(out, s)
		}
	}
	return out, oneOrigin, scopes
}

// oneBreath: one origin in one document gives two figures because it counts two
// things.
func (c collection) oneBreath(a, b saying) bool {
	return c.oneBody(a.account, b.account) && a.telling.Document == b.telling.Document
}

func (c collection) oneBody(a, b int) bool {
	return a == b || c.accounts[a].body != "" && c.accounts[a].body == c.accounts[b].body
}

// exclude reports whether two figures cannot both hold: "at least 30" leaves
// room for 43, "30" leaves none for 31.
func exclude(a, b stemma.Count) bool {
	return high(a) < b.Low || high(b) < a.Low
}

func high(q stemma.Count) float64 {
	if q.Open {
		return math.Inf(1)
	}
	return q.High
}

// figure is a number as people write it: "31", "31 or more", "20–30".
func figure(q stemma.Count) string {
	low := strconv.FormatFloat(q.Low, 'f', -1, 64)
	switch {
	case q.Open:
		return low + " or more"
	case q.High != q.Low:
		return low + "–" + strconv.FormatFloat(q.High, 'f', -1, 64)
	}
	return low
}
