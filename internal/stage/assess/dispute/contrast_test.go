package dispute

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
)

// Lines are "who says: words"; a figure is marked with what it counts, as in
// "[1 vessels: one boat]".
func TestContrasts_cases(t *testing.T) {
	golden.Run(t, "testdata/contrast", func(document string) string {
		return twoSidedOn(contrasts(marked(document), nil))
	})
}

var figureMark = regexp.MustCompile(`\[(\d+) (\w+): ([^\]]+)\]`)

func marked(document string) []stemma.Proposition {
	var out []stemma.Proposition
	start := 0
	for _, line := range strings.Split(strings.TrimSpace(document), "\n") {
		speaker, words, _ := strings.Cut(line, ": ")
		p := stemma.Proposition{Document: "d_post", Claim: "c_" + speaker, Speaker: stemma.Party{Key: speaker, Body: speaker, Name: speaker}}
		for at := figureMark.FindStringSubmatchIndex(words); at != nil; at = figureMark.FindStringSubmatchIndex(words) {
			n, _ := strconv.ParseFloat(words[at[2]:at[3]], 64)
			figure := words[at[6]:at[7]]
			q := stemma.Count{Words: figure}
			q.Low, q.High, q.What, q.Scope = n, n, words[at[4]:at[5]], stemma.ScopeEvent
			q.Span = stemma.Span{Start: start + at[0], End: start + at[0] + len(figure)}
			p.Counts = append(p.Counts, q)
			words = words[:at[0]] + figure + words[at[1]:]
		}
		p.Text, p.Words = words, slices.DeleteFunc(strings.Fields(words), func(w string) bool { return len(w) < 4 })
		p.Quote = stemma.Quote{Document: p.Document, Span: stemma.Span{Start: start, End: start + len(words)}}
		start += len(words) + 1
		out = append(out, p)
	}
	return out
}

// Lines are "who says: words", with marked figures.
func TestFigures_numbers(t *testing.T) {
	golden.Run(t, "testdata/number", func(document string) string {
		return twoSidedOn(figuresBeside(marked(document), nil))
	})
}

// Lines are "who says: words"; both sides stand in one of them.
func TestAnswers_verdicts(t *testing.T) {
	golden.Run(t, "testdata/verdict", func(document string) string {
		var out strings.Builder
		all := marked(document)
		for _, d := range answers(all, nil) {
			fmt.Fprintf(&out, "%s: %s | %s\n", d.Type, wordsOf(all, d.Sides[0]), wordsOf(all, d.Sides[1]))
		}
		return out.String()
	})
}

func wordsOf(all []stemma.Proposition, s stemma.Side) string {
	for _, p := range all {
		if at := s.Words.Span; p.Quote.Span.Contains(at) {
			return p.Text[at.Start-p.Quote.Span.Start : at.End-p.Quote.Span.Start]
		}
	}
	return "?"
}

// "There was no depot" stands against "had struck a fuel depot"; that there was no
// depot by the quay says more than its words can answer for.
func TestDenials_absence(t *testing.T) {
	said := stemma.Proposition{
		Document: "d_post", Claim: "c_1", Speaker: stemma.Party{Key: "army", Body: "army", Name: "army"},
		Words: []string{"depot", "fuel", "strike"}, Text: "had struck a fuel depot", Quote: stemma.Quote{Document: "d_post", Span: stemma.Span{Start: 0, End: 20}},
	}
	for words, want := range map[string]int{"depot": 1, "depot harbour quay": 0} {
		none := stemma.Proposition{
			Document: "d_wire", Words: strings.Fields(words), Negative: true, Text: "There was no depot.",
			Quote: stemma.Quote{Document: "d_wire", Span: stemma.Span{Start: 0, End: 20}},
		}
		anywhere := func(_, _ *stemma.Proposition) bool { return true }
		if got := len(denials([]stemma.Proposition{said, none}, anywhere)); got != want {
			t.Errorf("%q is held against the depot %d times, want %d", words, got, want)
		}
	}
}

// A denial quotes in short what the page has in full: the full words are shown.
// What stands in a title is said again below it, and answers nobody.
func TestDenials_shownInFull(t *testing.T) {
	all := marked(`sons: guardsmen shot the beekeeper on his roof
army: the claim about the beekeeper
hearsay: the beekeeper`)
	all[1].Denial, all[1].Negative, all[2].Parent = true, true, all[1].Claim
	for title, want := range map[bool]string{false: "guardsmen shot the beekeeper on his roof", true: "the beekeeper"} {
		all[0].Title = title
		got := denialsWithin(all)
		if len(got) != 1 || wordsOf(all, got[0].Sides[1]) != want {
			t.Errorf("title %v: %+v", title, got)
		}
	}
}

// A bare figure that goes on with "of whom" counts a part of something.
func TestPartOf(t *testing.T) {
	for text, want := range map[string]bool{"[5 other: five] of whom ran": true, "[5 other: five]": false, "[5 other: five] offers": false} {
		p := marked("clerk: " + text)[0]
		if partOf(&p, p.Counts[0]) != want {
			t.Errorf("%q: not %v", text, want)
		}
	}
}
