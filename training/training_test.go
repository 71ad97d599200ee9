// Package training holds invented reports whose claims were marked by hand;
// README.md says what they are. Reading the markup is left to learn/marked.
// In: the files of this folder; out: a failed test for each fault, and for
// figures that README.md does not have.
package training

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma/internal/learn/marked"
)

// counts are the figures of README.md.
type counts struct {
	words, claims, nested, chains, denials, doubts, unattributed, direct, named int
	cues                                                                        map[string]bool
}

func TestReports_areMarkedByTheRules(t *testing.T) {
	files, err := filepath.Glob("*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("find reports: %d, %v", len(files), err)
	}
	sum := counts{cues: map[string]bool{}}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		report, err := marked.Parse(string(text))
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
		checkText(t, file, report)
		sum.add(report)
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	if figures := sum.figures(len(files)); !strings.Contains(string(readme), figures) {
		t.Errorf("README.md does not have the figures:\n%s", figures)
	}
}

// checkText: no tag is left half written, and a content does not end with the
// comma that only leads on to who said it, quotations aside.
func checkText(t *testing.T, file string, report marked.Report) {
	t.Helper()
	if i := strings.IndexAny(report.Text, "<>{}"); i >= 0 {
		t.Errorf("%s: %q left at %d", file, report.Text[i], i)
	}
	for _, claim := range report.Claims {
		for _, span := range claim.Content {
			if words := report.Text[span.From:span.To]; strings.HasSuffix(words, ",") {
				t.Errorf("%s: claim %d ends with a comma: %s", file, claim.ID, words)
			}
		}
		for _, span := range append(claim.Source, claim.Cue...) {
			if words := report.Text[span.From:span.To]; strings.Contains(words, "\n") {
				t.Errorf("%s: claim %d has a source or cue over two lines: %s", file, claim.ID, words)
			}
		}
	}
}

func (c *counts) add(report marked.Report) {
	c.words += len(strings.Fields(report.Text))
	for _, claim := range report.Claims {
		c.claims++
		c.nested += one(claim.Parent != 0)
		c.chains += one(len(report.Chain(claim.ID)) >= 3)
		c.denials += one(claim.Stance == marked.Denies)
		c.doubts += one(claim.Stance == marked.Doubts)
		c.unattributed += one(len(claim.Source) == 0)
		c.direct += one(claim.Direct)
		c.named += one(claim.Name != "")
		c.cues[cue(report.Text, claim)] = true
	}
}

func cue(text string, claim marked.Claim) string {
	words := []string{}
	for _, span := range claim.Cue {
		words = append(words, strings.ToLower(text[span.From:span.To]))
	}
	return strings.Join(words, " … ")
}

func (c *counts) figures(reports int) string {
	rows := []struct {
		name string
		n    int
	}{
		{"reports", reports}, {"words", c.words}, {"claims", c.claims}, {"made within another", c.nested},
		{"third link of a chain or further", c.chains}, {"denials and refusals", c.denials}, {"doubts and questions", c.doubts},
		{"without a source", c.unattributed}, {"quoted, wholly or in part", c.direct},
		{"pronoun or short form with its full name", c.named}, {"different cues", len(c.cues)},
	}
	table := strings.Builder{}
	for _, row := range rows {
		fmt.Fprintf(&table, "| %s | %d |\n", row.name, row.n)
	}
	return table.String()
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
