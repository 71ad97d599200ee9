package stemma

import (
	"slices"
	"strings"
)

// entries are the offsets at which the entries of a round-up begin, each under the name of
// its place; none on a page with fewer than two such heads.
//
//	"ORVANE: A mill burned. ¶ NURASH - Two died." → two
//	"ORVANE - A mill burned." → none: a dateline
func (r *Reading) entries() []int {
	var out []int
	named := map[string]bool{}
	for i := range r.Places {
		if span := r.Places[i].Span; r.headsEntry(span) {
			out = append(out, span.Start)
			named[strings.ToLower(r.Words(span))] = true
		}
	}
	if len(named) < 2 {
		return nil
	}
	slices.Sort(out)
	return out
}

// headsEntry reports whether words stand alone before a colon or dash at the head of a line.
func (r *Reading) headsEntry(words Span) bool {
	if words.Start > 0 && r.Words(Span{words.Start - 1, words.Start}) != "\n" {
		return false
	}
	rest := r.Words(Span{words.End, min(words.End+len(" – "), len(r.Text))})
	return slices.ContainsFunc([]string{": ", " - ", " – ", " — "}, func(mark string) bool { return strings.HasPrefix(rest, mark) })
}
