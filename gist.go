package stemma

import (
	"cmp"
	"hash/fnv"
	"maps"
	"math"
	"slices"
	"strings"
)

// A Gist is what a page is about, as far as its names, figures and things say: by
// it pages that give no day are found to be on one matter. Its terms stand in the
// order of their numbers, and it has length one.
//
//	"Ferrow beat Tessa Lund 6-2 at Quay Park" / "Lund lost 6-2 to Ferrow" → much in common
type Gist []Term

// A Term is a word of a gist, as a number, and how much it says.
type Term struct {
	Word   uint64
	Weight float64
}

// NewGist is the gist of words by how much each says.
func NewGist(words map[string]float64) Gist {
	out := make(Gist, 0, len(words))
	for _, word := range slices.Sorted(maps.Keys(words)) {
		h := fnv.New64a()
		h.Write([]byte(word))
		out = append(out, Term{h.Sum64(), words[word]})
	}
	slices.SortFunc(out, func(a, b Term) int { return cmp.Compare(a.Word, b.Word) })
	square := 0.0
	for _, t := range out {
		square += t.Weight * t.Weight
	}
	for i := range out {
		out[i].Weight /= math.Sqrt(square)
	}
	return out
}

// Like is how much two gists have in common: 1 for the same words as often, 0 for
// none.
func (g Gist) Like(o Gist) float64 {
	sum, i := 0.0, 0
	for _, t := range g {
		for i < len(o) && o[i].Word < t.Word {
			i++
		}
		if i < len(o) && o[i].Word == t.Word {
			sum += t.Weight * o[i].Weight
		}
	}
	return sum
}

// Main are the n words that say most, heaviest first.
func (g Gist) Main(n int) []uint64 {
	order := slices.Clone(g)
	slices.SortStableFunc(order, func(a, b Term) int { return cmp.Compare(b.Weight, a.Weight) })
	var out []uint64
	for _, t := range order[:min(n, len(order))] {
		out = append(out, t.Word)
	}
	return out
}

// says is how much a word of each part of speech says of what a page is about.
var says = map[string]float64{"PROPN": 1, "NUM": 1, "NOUN": 0.3}

// Gist is that of a whole page. A word says more the more often it stands, but
// not as many times more; names of months and weekdays stand on any page.
func (r *Reading) Gist() Gist {
	said, times := map[string]float64{}, map[string]float64{}
	for _, s := range r.Syntax.Sentences {
		for _, t := range s.Tokens {
			word := strings.Trim(strings.ToLower(t.Lemma), ".,'’")
			if says[t.Tag] > 0 && len(word) > 1 && (t.Tag == "NUM" || !r.inTime(t.Span)) {
				said[word] = max(said[word], says[t.Tag])
				times[word]++
			}
		}
	}
	for word, n := range times {
		said[word] *= 1 + math.Log(n)
	}
	return NewGist(said)
}

func (r *Reading) inTime(s Span) bool {
	return slices.ContainsFunc(r.Times, func(t TimeExpression) bool { return t.Span.Overlaps(s) })
}
