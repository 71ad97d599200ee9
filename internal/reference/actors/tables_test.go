package actors

import (
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/reference/table"
)

// every are the rows of the book that name somebody.
func every(t *testing.T) []table.Row {
	t.Helper()
	var out []table.Row
	for name, data := range map[string]string{"armed.tsv": armedTable, "bodies.tsv": bodyTable, "persons.tsv": personTable} {
		out = append(out, table.Embedded(name, data, Columns...)...)
	}
	slices.SortFunc(out, func(a, b table.Row) int { return strings.Compare(a.Cell("name"), b.Cell("name")) })
	return out
}

func TestTables_datesAreOrdered(t *testing.T) {
	for _, row := range every(t) {
		from, errFrom := day(row.Cell("from"))
		until, errUntil := day(row.Cell("until"))
		if errFrom != nil || errUntil != nil || from != 0 && until != 0 && from >= until {
			t.Errorf("%s: from %q until %q", row.Cell("name"), row.Cell("from"), row.Cell("until"))
		}
	}
	for _, row := range table.Embedded("states.tsv", stateTable) {
		before := stemma.Day(0)
		for _, cell := range row.List("since") {
			on, err := day(cell)
			if err != nil || on <= before {
				t.Errorf("%s: since %q", row.Cell("name"), row.Cell("since"))
			}
			before = on
		}
	}
}

func TestTables_countriesAreKnown(t *testing.T) {
	book := Open()
	for _, row := range every(t) {
		if country := row.Cell("country"); country != "" && book.StateNamed(country) == nil {
			t.Errorf("%s: no state has the code %q", row.Cell("name"), country)
		}
	}
}

func TestTables_atLeastThirtyStatesHaveRegimeYears(t *testing.T) {
	n := 0
	for _, row := range table.Embedded("states.tsv", stateTable) {
		if row.Cell("since") != "" {
			n++
		}
	}
	if n < 30 {
		t.Errorf("only %d", n)
	}
}

func TestTables_outletsHaveAScale(t *testing.T) {
	for _, row := range table.Embedded("bodies.tsv", bodyTable, append([]string{"scale", "owner"}, Columns...)...) {
		kind := kinds[row.Cell("kind")]
		outlet := kind == stemma.KindAgency || kind == stemma.KindOutlet
		switch scale := row.Cell("scale"); scale {
		case "local", "national", "regional", "international":
			if !outlet {
				t.Errorf("%s is a %s and has the scale %q", row.Cell("name"), kind, scale)
			}
		default:
			if outlet {
				t.Errorf("%s has the scale %q", row.Cell("name"), scale)
			}
		}
	}
}

// A name of several actors must be told apart by dates, by the words around it
// or by the country that the page speaks of; of two that share a country and
// years, neither would ever be meant for certain.
func TestTables_namesOfSeveralAreToldApart(t *testing.T) {
	x := plain()
	for node, found := range x.names.at {
		for i, a := range found {
			for _, b := range found[:i] {
				if a.entry.Key != b.entry.Key && a.entry.Country == b.entry.Country && overlap(a.entry, b.entry) && !a.entry.Shy && !a.acronym() && a.entry.Kind == b.entry.Kind {
					t.Errorf("one name of %s and %s (node %d)", a.entry.Name, b.entry.Name, node)
				}
			}
		}
	}
}

func overlap(a, b *Entry) bool {
	return (a.Until == 0 || b.From < a.Until) && (b.Until == 0 || a.From < b.Until)
}
