package name

import (
	"math"
	"slices"

	"stemma"
	"stemma/internal/learn"
)

// A Sort is what a name is the name of.
type Sort string

// The sorts of name, as corpora of names write them.
const (
	SortPerson Sort = "PER"
	SortBody   Sort = "ORG"
	SortPlace  Sort = "LOC"
)

// A Named is a stretch of words that is a name, and of what.
type Named struct {
	stemma.Span
	Sort Sort
}

// A label says of a token where in a name it stands and what the name is of.
// Label 0 is outside of all names.
type label = uint8

// The parts of a name: its first, inner and last token, or all of it. A label is
// 1 + 4 × the sort + the part.
const (
	partFirst = iota
	partInner
	partLast
	partWhole
	perSort
)

// Sorts are the sorts of name.
func Sorts() []Sort { return sorts[:] }

// Known reports whether the tagger knows a sort.
func (s Sort) Known() bool { return slices.Contains(sorts[:], s) }

var sorts = [...]Sort{SortPerson, SortBody, SortPlace}

const labels = 1 + perSort*len(sorts)

// open reports whether a name goes on behind a label, and closed whether one
// comes from before it.
func open(l label) bool {
	return l > 0 && ((l-1)%perSort == partFirst || (l-1)%perSort == partInner)
}

// closes reports whether a label stands inside or at the end of a name that has begun before.
func closes(l label) bool {
	return l > 0 && ((l-1)%perSort == partInner || (l-1)%perSort == partLast)
}

// follows reports whether a label may stand behind another; behind the
// beginning, labels itself, none may that ends a name.
func follows(before, l label) bool {
	if int(before) == labels || !open(before) {
		return !closes(l)
	}
	return closes(l) && (before-1)/perSort == (l-1)/perSort
}

// labelled are the labels of the tokens of a sentence in which some names stand.
func labelled(s *stemma.Sentence, names []Named) []label {
	out := make([]label, len(s.Tokens))
	for _, name := range names {
		from, to := covered(s, name.Span)
		for sort := range sorts {
			if sorts[sort] == name.Sort && to > from {
				write(out[from:to], 1+label(sort)*perSort)
			}
		}
	}
	return out
}

// write labels the tokens of one name.
func write(tokens []label, base label) {
	for i := range tokens {
		tokens[i] = base + partInner
	}
	tokens[0], tokens[len(tokens)-1] = base+partFirst, base+partLast
	if len(tokens) == 1 {
		tokens[0] = base + partWhole
	}
}

// covered are the first token within a span and the one behind the last.
func covered(s *stemma.Sentence, span stemma.Span) (from, to int) {
	for from < len(s.Tokens) && s.Tokens[from].Start < span.Start {
		from++
	}
	to = from
	for to < len(s.Tokens) && s.Tokens[to].End <= span.End {
		to++
	}
	return from, to
}

// named are the names that labels of a sentence tell of.
func named(s *stemma.Sentence, path []label) []Named {
	var out []Named
	for from := 0; from < len(path); {
		to := from + 1
		for to < len(path) && open(path[to-1]) {
			to++
		}
		if path[from] > 0 {
			span := s.Tokens[from].Span.Join(s.Tokens[to-1].Span)
			out = append(out, Named{span, sorts[(path[from]-1)/perSort]})
		}
		from = to
	}
	return out
}

// lawful are the steps of a table in which those that make no name cost more
// than any sentence is worth.
func lawful(t *learn.Table) []int32 {
	var out []int32
	for before := range label(labels + 1) {
		for l, step := range t.Row(int(before)) {
			if !follows(before, label(l)) {
				step = math.MinInt32 / 1024
			}
			out = append(out, step)
		}
	}
	return out
}
