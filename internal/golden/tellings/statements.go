package tellings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stemma"
)

// Of reads the case of a test.
func Of(t testing.TB, text string) Case {
	t.Helper()
	c, err := Read(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// tollOf is the number with which a line begins, if it does.
func tollOf(words []string, at stemma.Span) []stemma.Count {
	if len(words) < 2 {
		return nil
	}
	low, open := strings.CutSuffix(words[0], "+")
	n, err := strconv.ParseFloat(low, 64)
	if err != nil {
		return nil
	}
	q := stemma.Count{Words: words[0]}
	q.Low, q.High, q.Open, q.What, q.Span, q.Scope = n, n, open, words[1], at, stemma.ScopeEvent
	if len(words) > 2 {
		q.Of.Class = words[2]
	}
	return []stemma.Count{q}
}

// Propositions are the statements of some pages, a line each: "page, who says: words", a
// bare page being its own voice. Behind who says it stands how: "denies", "accusing",
// "blaming", "linking", "turning"; a number and what it counts may begin the words.
func Propositions(document string) []stemma.Proposition {
	var out []stemma.Proposition
	for n, line := range strings.Split(strings.TrimSpace(document), "\n") {
		head, words, _ := strings.Cut(line, ":")
		page, speaker, _ := strings.Cut(head, ", ")
		p := stemma.Proposition{Document: "d_" + page, Words: strings.Fields(strings.ToLower(words))}
		speaker, p.Denial = strings.CutSuffix(speaker, " denies")
		for manner, cue := range map[string]string{" accusing": "accuse", " blaming": "blame", " replying": "reply", " countering": "counter", " calling": "call", " denying": "deny", " alleging": "allegation", " attributing": "attribute", " linking": "link"} {
			if said, ok := strings.CutSuffix(speaker, manner); ok {
				speaker, p.Cue = said, cue
			}
		}
		speaker, p.Turn = strings.CutSuffix(speaker, " turning")
		if speaker != "" {
			p.Claim = fmt.Sprintf("c_%s", speaker)
			p.Speaker = stemma.Party{Key: speaker, Body: speaker, Name: speaker}
		}
		p.Text, p.Kind = strings.TrimSpace(words), stemma.SourceNamed
		if _, after, ok := strings.Cut(strings.ToLower(p.Text), "not "); ok {
			p.Negated = strings.Fields(after)
		}
		p.Negative = p.Denial != slices.Contains(p.Words, "not")
		p.Words = slices.DeleteFunc(p.Words, func(w string) bool { return w == "not" })
		slices.Sort(p.Words)
		p.Quote = stemma.Quote{Document: p.Document, Span: stemma.Span{Start: n * 100, End: n*100 + 90}}
		p.Counts = tollOf(strings.Fields(words), stemma.Span{Start: n * 100, End: n*100 + 20})
		out = append(out, p)
	}
	return out
}

// Incident is the one of which all tellings of a case are, rejected if a person did so.
func (c Case) Incident() stemma.Incident {
	out := stemma.Incident{ID: "i_1", Type: c.Tellings[0].Event.Type, Status: stemma.Proposed}
	for _, d := range c.Decisions {
		if d.Kind == stemma.DecideReject {
			out.Status = stemma.Rejected
		}
	}
	return out
}

// Disagreement is a disagreement in plain words.
func Disagreement(d stemma.Disagreement) string {
	var values []string
	for _, s := range d.Sides {
		values = append(values, s.Value)
	}
	explained := ""
	if d.Explained {
		explained = " (explained)"
	}
	return fmt.Sprintf("disagreement %s on %s%s: %s; %s\n", d.Type, d.Field, explained, strings.Join(values, " | "), d.Reason)
}
