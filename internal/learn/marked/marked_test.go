package marked_test

import (
	"fmt"
	"strings"
	"testing"

	"stemma/internal/golden"
	"stemma/internal/learn/marked"
)

func TestParse_claimsAsMarked(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		report, err := marked.Parse(strings.TrimRight(document, "\n"))
		lines := []string{report.Text}
		for _, claim := range report.Claims {
			lines = append(lines, inWords(report, claim))
		}
		if err != nil {
			lines = append(lines, "faults: "+strings.ReplaceAll(err.Error(), "\n", "; "))
		}
		return strings.Join(lines, "\n")
	})
}

func inWords(r marked.Report, c marked.Claim) string {
	words := func(spans []marked.Span) string {
		parts := []string{}
		for _, s := range spans {
			parts = append(parts, r.Text[s.From:s.To])
		}
		return strings.Join(parts, " … ")
	}
	line := fmt.Sprintf("%d %s | %s | %s | %s", c.ID, c.Stance, words(c.Source), words(c.Cue), words(c.Content))
	if c.Name != "" {
		line += " | who: " + c.Name
	}
	if c.Direct {
		line += " | quoted"
	}
	if chain := r.Chain(c.ID); len(chain) > 1 {
		line += fmt.Sprintf(" | in %d, %d links", c.Parent, len(chain))
	}
	return line
}

func FuzzParse(f *testing.F) {
	f.Add("<S1>A clerk</S1> <Q1 d>denied</Q1> <C1>the theft</C1>.")
	f.Add("<C1><S2 =Ada Brunt>she</S2> <Q2 ?>asked</Q2> <C2>“why?”</C2></C1>, <Q1>we heard</Q1>")
	f.Add("<S1><S1></S1> </C2><Q3> </Q3>")
	f.Fuzz(func(t *testing.T, text string) {
		report, _ := marked.Parse(text)
		if len(report.Text) > len(text) {
			t.Fatalf("text grew from %d to %d bytes", len(text), len(report.Text))
		}
		for _, claim := range report.Claims {
			checkSpans(t, report.Text, claim)
			if again, found := report.Claim(claim.ID); !found || again.ID != claim.ID {
				t.Fatalf("claim %d is not found by its number", claim.ID)
			}
			if links := len(report.Chain(claim.ID)); links == 0 || links > len(report.Claims) {
				t.Fatalf("claim %d has a chain of %d", claim.ID, links)
			}
		}
	})
}

func checkSpans(t *testing.T, text string, c marked.Claim) {
	t.Helper()
	for _, spans := range [][]marked.Span{c.Source, c.Cue, c.Content} {
		last := 0
		for _, s := range spans {
			if s.From < last || s.From >= s.To || s.To > len(text) {
				t.Fatalf("claim %d: span %v of %d bytes, behind %d", c.ID, s, len(text), last)
			}
			last = s.From
		}
	}
}

func BenchmarkParse(b *testing.B) {
	text := strings.Repeat("<S1>A clerk</S1> <Q1 d>denied</Q1> <C1>the theft</C1>. ", 40)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		_, _ = marked.Parse(text)
	}
}
