package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/stage/attribute/speech"
)

// printClaimErrors lists what is wrong in a report: claims missed, claims that
// nobody marked, contents and sources that stand elsewhere.
func printClaimErrors(out io.Writer, r report, found []stemma.Claim) {
	text := r.reading.Text
	pairs := pairs(r, found)
	for i, m := range r.marked {
		if k := pairs[i]; k < 0 {
			fmt.Fprintf(out, "missed  %s: %s\n", r.name, words(text, m))
		} else if c := found[k]; alike(m.Content, c.Content) < half {
			fmt.Fprintf(out, "content %s: %s\n    not %s\n", r.name, words(text, m), words(text, asMarked(c)))
		} else if !sameSource(m, c) {
			fmt.Fprintf(out, "source  %s: %s\n    not %s\n", r.name, words(text, m), words(text, asMarked(c)))
		} else if r.meant[i] != "" && !r.isMeant(i, c.Source) {
			fmt.Fprintf(out, "who     %s: %s\n    is %s, not %s\n", r.name, words(text, m), r.meant[i], c.Source.Name)
		}
	}
	for k, c := range found {
		if !slices.Contains(pairs, k) {
			fmt.Fprintf(out, "extra   %s: %s (%s)\n", r.name, words(text, asMarked(c)), c.Rule)
		}
	}
}

func asMarked(c stemma.Claim) speech.Marked {
	return speech.Marked{Source: bare(c.Source.Span), Cue: bare(c.Cue), Content: c.Content, Stance: c.Stance}
}

// sameSource reports whether the words of one source stand in the other.
func sameSource(m speech.Marked, c stemma.Claim) bool {
	if len(m.Source) == 0 {
		return c.Source.Span.Empty()
	}
	return slices.ContainsFunc(m.Source, c.Source.Span.Overlaps)
}

// words are a claim in one line: source, cue, content.
func words(text stemma.Text, m speech.Marked) string {
	var parts []string
	for _, spans := range [][]stemma.Span{m.Source, m.Cue, m.Content} {
		var pieces []string
		for _, s := range spans {
			pieces = append(pieces, strings.Join(strings.Fields(text.Words(s)), " "))
		}
		parts = append(parts, strings.Join(pieces, " … "))
	}
	return strings.Join(parts, " / ")
}
