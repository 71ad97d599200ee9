package coding_test

import (
	"slices"
	"testing"

	"stemma"
	"stemma/internal/coding"
)

func shelling() stemma.Incident {
	two, five := 2.0, 5.0
	day := stemma.NewDay(2024, 3, 14)
	return stemma.Incident{
		Type: "ASSAULT", Mode: "heavy-weapons", ACLED: "Shelling/artillery/missile attack", When: stemma.Interval{Earliest: day, Latest: day},
		Places: []stemma.Scene{{Place: stemma.Place{ID: "own:oruna", Name: "Oruna", Precision: stemma.PrecisionTown, Radius: 3000}}},
		Assessment: stemma.Assessment{Values: []stemma.Value{
			{Field: "actor", Text: "Maravand Army"}, {Field: "recipient", Text: "civilians"}, {Field: "killed", Of: "civilians", Low: &two, High: &two}, {Field: "killed", Of: "soldiers", Low: &five},
		}},
	}
}

func TestRow_inEachBook(t *testing.T) {
	for key, want := range map[string][]string{
		"acled":   {"2024-03-14", "1", "Shelling/artillery/missile attack", "Maravand Army", "civilians", "Oruna", "1", "2–5+"},
		"ucdp":    {"2024-03-14", "2024-03-14", "1", "3 one-sided?", "Maravand Army", "civilians", "Oruna", "1", "2", "5+"},
		"airwars": {"2024-03-14", "Oruna", "town level", "Maravand Army", "2", ""},
	} {
		book := coding.BookNamed(key)
		if why := book.OutOfScope(shelling()); why != "" {
			t.Errorf("%s does not take it: %s", key, why)
		}
		if got := book.Row(shelling(), nil); !slices.Equal(got, want) || len(got) != len(book.Heads) {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

func TestRow_whatAPersonChose(t *testing.T) {
	row := coding.BookNamed("acled").Row(shelling(), []stemma.Decision{{Kind: stemma.DecideChoose, Field: "killed", Value: "3"}})
	if row[len(row)-1] != "3" {
		t.Errorf("fatalities %q, a person took 3", row[len(row)-1])
	}
}

func TestOutOfScope(t *testing.T) {
	talks := stemma.Incident{Type: "CONSULT"}
	for _, key := range []string{"acled", "ucdp", "airwars"} {
		if coding.BookNamed(key).OutOfScope(talks) == "" {
			t.Errorf("%s takes talks", key)
		}
	}
	if why := coding.BookNamed("none").OutOfScope(talks); why != "" {
		t.Errorf("without a codebook: %s", why)
	}
}

func TestSubevents(t *testing.T) {
	if n := len(coding.Subevents()); n != 25 {
		t.Errorf("%d of ACLED's 25 sub-event types", n)
	}
	for _, s := range coding.Subevents() {
		if s.Name == "" || s.EventType == "" || s.Meaning == "" {
			t.Errorf("incomplete: %+v", s)
		}
	}
}
