package lexicon

import (
	"strings"
	"testing"

	"stemma/internal/reference/table"
)

// A text answers a facet where it has one of its words, with those that must stand
// with them, but not where another does it.
func TestFacetsIn(t *testing.T) {
	for text, want := range map[string]string{
		"a gas bottle had gone off":                      "cause: accident",
		"jets had struck a command post":                 "what was hit: armed",
		"the clerk was hit by militants":                 "",
		"the building was a bakery":                      "what was hit: civil",
		"a bakery opened at noon":                        "",
		"inside the town, an hour by boat to our waters": "",
		"two miles inside pellerine waters":              "whose waters: inside",
		"he had died of heart failure":                   "fate: dead, cause: nature",
	} {
		var got []string
		for _, a := range FacetsIn(strings.Fields(text)) {
			if a.Placed {
				got = append(got, a.Name+": "+a.Value)
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q answers %q, want %q", text, got, want)
		}
	}
}

// Two answers exclude each other if one at least has the words that show what it is
// of, and they give two values, or one value of which the one says that it is not so.
func TestAnswer_Excludes(t *testing.T) {
	facet, another := &Facet{Name: "truce"}, &Facet{Name: "cause"}
	kept, broken := Answer{Facet: facet, Value: "kept", Placed: true}, Answer{Facet: facet, Value: "broken"}
	notKept, notBroken := Answer{Facet: facet, Value: "kept", Denied: true}, Answer{Facet: facet, Value: "broken", Denied: true}
	for _, c := range []struct {
		a, b Answer
		want bool
	}{{kept, broken, true}, {kept, notKept, true}, {kept, notBroken, false}, {kept, kept, false}, {broken, notBroken, false}, {kept, Answer{Facet: another, Value: "broken"}, false}} {
		if c.a.Excludes(c.b) != c.want || c.b.Excludes(c.a) != c.want {
			t.Errorf("%s excludes %s: %v, want %v", c.a.Said(), c.b.Said(), !c.want, c.want)
		}
	}
}

// Every facet is declared before its values, has two of them and a question, and
// a type and a bond that there are.
func TestFacets_table(t *testing.T) {
	values := map[string]map[string]bool{}
	for _, row := range table.Embedded("facets.tsv", facetTable, "facet", "value", "type", "bond", "question", "with", "words", "note") {
		name, value := row.Cell("facet"), row.Cell("value")
		switch declared := values[name] != nil; {
		case value == "" && (declared || !strings.Contains("VATD", row.Cell("type")) || row.Cell("question") == ""):
			t.Errorf("line %d: %s is not declared once, with a type and a question", row.Line, name)
		case value == "":
			values[name] = map[string]bool{}
			if b := Bond(row.Cell("bond")); b != BondNear && b != BondMain && b != BondWord && b != BondName {
				t.Errorf("line %d: no bond %q", row.Line, b)
			}
		case !declared || row.Cell("words") == "":
			t.Errorf("line %d: %s has a value before it is declared, or no words", row.Line, name)
		default:
			values[name][value] = true
		}
	}
	for name, all := range values {
		if len(all) < 2 {
			t.Errorf("%s has one value only", name)
		}
	}
}
