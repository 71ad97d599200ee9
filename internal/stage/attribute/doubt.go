package attribute

import (
	"fmt"
	"strings"

	"stemma"
)

// doubts are notes on the claims whose source cannot be told: they keep their
// words, and nobody is put in the place of an unknown one.
//
//	"He had told the mayor that the dam held" at the head of a page → who “He” is cannot be told
func doubts(r *stemma.Reading) []stemma.Note {
	var out []stemma.Note
	for _, c := range r.Claims {
		switch {
		case c.Source.Span.Empty() && !hearsay(c.Rule):
			out = append(out, stemma.Note{Stage: stemma.LayerClaims, Span: c.Cue, Text: "whose words these are cannot be told"})
		case c.Source.Actor == "" && personal(r.Words(c.Source.Span)):
			out = append(out, stemma.Note{Stage: stemma.LayerClaims, Span: c.Source.Span, Text: fmt.Sprintf("who “%s” is cannot be told", r.Words(c.Source.Span))})
		}
	}
	return out
}

// hearsay reports whether a rule finds what is passed on as nobody's words.
func hearsay(rule string) bool {
	switch rule {
	case "hedge", "impersonal", "raised", "passive", "nominal", "called", "ordered":
		return true
	}
	return false
}

var onlyPronouns = lists.Set("pronouns")

// personal reports whether a source is only a pronoun.
func personal(words string) bool {
	return onlyPronouns[strings.ToLower(words)]
}
