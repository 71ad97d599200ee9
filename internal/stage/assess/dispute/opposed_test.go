package dispute

import (
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/reference/table"
)

// A page on a raid: a cook, the army's denial, a clerk, a captain.
func raid() ([]stemma.Proposition, []stemma.Telling) {
	page := marked("cook: soldiers had asked for bread\narmy: a raid\nclerk: the log was complete\ncaptain: pages had been torn out")
	page[1].Denial, page[1].Negative, page[1].Words = true, true, []string{"bread", "ask"}
	return page, []stemma.Telling{{Document: "d_other", Event: stemma.Event{Type: "ASSAULT"}}}
}

func opposedBy(t *testing.T, believed, doubted int) []string {
	page, tellings := raid()
	w := Weights{map[string]map[string]int{"": {"pair": 1}, "plain": {"statements between 0": 100}}, believed, doubted}
	var out []string
	for _, d := range Oppose(page, tellings, nil).Disagreements(w) {
		out = append(out, string(d.Type)+": "+wordsOf(page, d.Sides[0])+" | "+wordsOf(page, d.Sides[1]))
	}
	return out
}

func TestOppose_rulesAndWeights(t *testing.T) {
	denied := "D: a raid | soldiers had asked for bread"
	if got := opposedBy(t, 1000, -1000); !slices.Equal(got, []string{denied}) {
		t.Errorf("neither believed nor doubted: %q, want what the rules say", got)
	}
	if got := opposedBy(t, 1000, 50); len(got) != 0 {
		t.Errorf("doubted: %q, want none", got)
	}
	want := []string{denied, "V: pages had been torn out | the log was complete"}
	if got := opposedBy(t, 101, -1000); !slices.Equal(got, want) {
		t.Errorf("believed: %q, want %q", got, want)
	}
}

func TestOppose_peace(t *testing.T) {
	page, _ := raid()
	for worth, want := range map[int]int{1: 1, -1: 0} {
		w := Weights{map[string]map[string]int{"": {"pair": worth}}, 0, -1000}
		if got := Oppose(page, nil, nil).Disagreements(w); len(got) != want {
			t.Errorf("pairs worth %d: %d disagreements of a page that tells of no violence, want %d: what a rule proposes and is likelier than not", worth, len(got), want)
		}
	}
}

// Every weight is of a sign in a role that there is, and none is nothing.
func TestOpposed_table(t *testing.T) {
	roles := map[string]bool{"": true, "plain": true, "accused": true}
	for act := range strength {
		roles[act], roles[act+" first"] = true, true
	}
	last := ""
	for _, row := range table.Embedded("data/opposed.tsv", opposedTable, "role", "sign", "weight", "note") {
		key := row.Cell("role") + "\t" + row.Cell("sign")
		if worth := row.Cell("weight"); !roles[row.Cell("role")] || strings.TrimLeft(worth, "-0123456789") != "" || worth == "0" || key <= last {
			t.Errorf("line %d: %s\t%s out of place", row.Line, key, worth)
		}
		last = key
	}
}

// A question is no statement that a denial could contradict.
func TestOppose_wondering(t *testing.T) {
	page, tellings := raid()
	page[0].Text = "whether soldiers had asked for bread"
	w := Weights{map[string]map[string]int{"": {"pair": 1}}, 1000, -1000}
	if got := Oppose(page, tellings, nil).Disagreements(w); len(got) != 0 {
		t.Errorf("%d disagreements with a question, want none", len(got))
	}
}

// An echo by somebody who is quoted turns round what somebody else was quoted with.
func TestRetorts(t *testing.T) {
	for later, want := range map[string]bool{"they will": true, "they will not": false, "they will be mended": false} {
		a := &stemma.Proposition{Claim: "c_1", Text: "the roofs will not hold", Negative: true}
		b := &stemma.Proposition{Claim: "c_2", Text: later, Negative: strings.Contains(later, "not")}
		if got := (Pair{Earlier: a, Later: b}).retorts(); got != want {
			t.Errorf("%q: %t, want %t", later, got, want)
		}
	}
}
