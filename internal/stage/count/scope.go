package count

import (
	"stemma"
	"stemma/internal/reference/lexicon"
)

// scope is what a number spans, as the words of its sentence say: "since the war
// began", "in the six-year conflict", "since the siege began", "on Monday alone".
func (t *telling) scope(c counting) stemma.Scope {
	for i := range t.words {
		switch t.words[i] {
		case "since":
			if scope := t.sinceWhat(i); scope != "" {
				return scope
			}
		case "alone":
			return stemma.ScopeDay
		}
	}
	if t.longWar() {
		return stemma.ScopeWar
	}
	return stemma.ScopeEvent
}

// sinceWhat reads what follows "since": a war, an operation, a year.
func (t *telling) sinceWhat(i int) stemma.Scope {
	for j := i + 1; j < len(t.words) && j < i+7; j++ {
		if scope, ok := lexicon.ScopeOf(t.lemma[j]); ok {
			return stemma.Scope(scope)
		}
		if t.tag(j) == "PUNCT" {
			break
		}
	}
	for _, time := range t.r.Times {
		if i+1 < len(t.Tokens) && time.Span.Overlaps(t.Tokens[i+1].Span) {
			if time.Interval.Precision == stemma.PrecisionYear {
				return stemma.ScopeWar
			}
			return stemma.ScopeOperation
		}
	}
	return ""
}

// longWar reports whether the sentence speaks of a war by its length: "the
// six-year war".
func (t *telling) longWar() bool {
	for _, time := range t.r.Times {
		if time.Type != "DURATION" || !t.Span.Contains(time.Span) {
			continue
		}
		if i := t.TokenAt(time.Span.End - 1); i >= 0 {
			for j := i + 1; j < len(t.words) && j <= i+3; j++ {
				if scope, ok := lexicon.ScopeOf(t.lemma[j]); ok && scope == string(stemma.ScopeWar) {
					return true
				}
			}
		}
	}
	return false
}
