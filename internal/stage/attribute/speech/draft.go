package speech

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// A Draft is a claim as the words of the page have it: nobody resolved.
type Draft struct {
	Sentence int // its index among all of the document
	verb     int // token that the cue is built on, -1 if none
	Source   stemma.Span
	Head     int         // token of the source's head, -1 if there is no source
	Hearer   stemma.Span // whom the source told, or who quoted it
	QuotedBy bool        // the hearer is who quoted it: "officials quoted by the radio said"
	Cue      stemma.Span
	Content  []stemma.Span
	Stance   stemma.Stance
	Rule     string // by which it was found
	bounded  bool   // the source was read by the words around it, where a comma is lost or the tree is broken
	through  bool   // "citing two clerks": inside the claim that it gives a source for
	Parent   int    // index of the claim that holds it, -1 if none
}

// Says reports whether the span stands in the content.
func (d Draft) Says(span stemma.Span) bool { return covers(d.Content, span) }

// closers are marks that a span does not end in, unless a quotation does.
const closers = ".,;:—–- \t\r\n\u00a0"

// trim takes white space, the marks that only divide clauses, and at the head one that
// closes a quotation begun before, off a span.
func trim(text stemma.Text, s stemma.Span) stemma.Span {
	words := text.Words(s)
	cut := strings.TrimLeft(words, closers+"?!)")
	if r, width := utf8.DecodeRuneInString(cut); strings.ContainsRune(`"”’»`, r) && strings.HasPrefix(cut[width:], " ") && !strings.ContainsRune(cut[width:], r) {
		cut = strings.TrimLeft(cut[width:], closers)
	}
	s.Start += len(words) - len(cut)
	for {
		r, width := utf8.DecodeLastRuneInString(cut)
		if cut == "" || !strings.ContainsRune(closers, r) || abbreviated(cut) {
			break
		}
		cut = cut[:len(cut)-width]
	}
	s.End = s.Start + len(cut)
	return s
}

// abbreviated reports whether the full stop that ends the words belongs to the
// last of them: "U.S.", "9.40 a.m.".
func abbreviated(words string) bool {
	if !strings.HasSuffix(words, ".") {
		return false
	}
	fields := strings.FieldsFunc(words, unicode.IsSpace)
	last := strings.TrimSuffix(fields[len(fields)-1], ".")
	return strings.Contains(last, ".") && len(last) <= 5
}

// tidy sorts content, drops what is empty and joins what touches.
func tidy(text stemma.Text, spans []stemma.Span) []stemma.Span {
	var out []stemma.Span
	for _, s := range spans {
		if s = trim(text, s); !s.Empty() {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, stemma.Span.Compare)
	return join(out)
}

// join makes one span of those that overlap or touch.
func join(sorted []stemma.Span) []stemma.Span {
	var out []stemma.Span
	for _, s := range sorted {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1] = out[n-1].Join(s)
			continue
		}
		out = append(out, s)
	}
	return out
}

// minus cuts a span out of spans.
func minus(spans []stemma.Span, hole stemma.Span) []stemma.Span {
	if hole.Empty() {
		return spans
	}
	var out []stemma.Span
	for _, s := range spans {
		if !s.Overlaps(hole) {
			out = append(out, s)
			continue
		}
		if s.Start < hole.Start {
			out = append(out, stemma.Span{Start: s.Start, End: hole.Start})
		}
		if hole.End < s.End {
			out = append(out, stemma.Span{Start: hole.End, End: s.End})
		}
	}
	return out
}

// covers reports whether one of the spans holds the other span.
func covers(spans []stemma.Span, s stemma.Span) bool {
	return slices.ContainsFunc(spans, func(part stemma.Span) bool { return part.Contains(s) })
}

// overlaps reports whether one of the spans shares characters with the other span.
func overlaps(spans []stemma.Span, s stemma.Span) bool {
	return slices.ContainsFunc(spans, func(part stemma.Span) bool { return part.Overlaps(s) })
}
