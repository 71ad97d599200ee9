package training

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"stemma/internal/learn/marked"
	"stemma/internal/reference/table"
)

// disputes are the figures of README.md on disagreements.
type disputes struct {
	types   map[string]int // by type
	sides   map[string]map[string]bool
	reports map[string]bool
	quiet   int
}

// The words of each side stand once in their report, every disagreement has two
// sides, and a report that has none says so.
func TestDisagreements(t *testing.T) {
	data, err := os.ReadFile("disagreements.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Parse("disagreements.tsv", string(data), "file", "row", "type", "side", "words", "note")
	if err != nil {
		t.Fatal(err)
	}
	sum := disputes{map[string]int{}, map[string]map[string]bool{}, map[string]bool{}, 0}
	texts := map[string]string{}
	for _, r := range rows {
		file := r.Cell("file")
		if _, read := texts[file]; !read {
			texts[file] = textOf(t, file)
		}
		if r.Cell("row") != "0" && strings.Count(texts[file], r.Cell("words")) != 1 {
			t.Errorf("line %d: %q stands %d times in %s", r.Line, r.Cell("words"), strings.Count(texts[file], r.Cell("words")), file)
		}
		sum.add(r)
	}
	for key, sides := range sum.sides {
		if len(sides) < 2 {
			t.Errorf("%s has one side", key)
		}
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	if figures := sum.figures(); !strings.Contains(string(readme), figures) {
		t.Errorf("README.md does not have the figures:\n%s", figures)
	}
}

func textOf(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	report, err := marked.Parse(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return report.Text
}

func (d *disputes) add(r table.Row) {
	d.reports[r.Cell("file")] = true
	if r.Cell("row") == "0" {
		d.quiet++
		return
	}
	key := r.Cell("file") + " " + r.Cell("row")
	if d.sides[key] == nil {
		d.sides[key] = map[string]bool{}
		d.types[r.Cell("type")]++
	}
	d.sides[key][r.Cell("side")] = true
}

func (d *disputes) figures() string {
	rows := []struct {
		name string
		n    int
	}{
		{"disagreements", len(d.sides)}, {"of a value (V)", d.types["V"]}, {"of who did it (A)", d.types["A"]},
		{"of the target (T)", d.types["T"]}, {"of whether it is so (D)", d.types["D"]},
		{"explained (M, S, N, P)", d.types["M"] + d.types["S"] + d.types["N"] + d.types["P"]}, {"reports without one", d.quiet},
	}
	out := strings.Builder{}
	for _, row := range rows {
		fmt.Fprintf(&out, "| %s | %d |\n", row.name, row.n)
	}
	return out.String()
}
