package codebook

import (
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/reference/table"
)

var tables = map[string]string{"types.tsv": typesData, "classes.tsv": classesData, "verbs.tsv": verbsData,
	"nouns.tsv": nounsData, "light.tsv": lightData, "means.tsv": meansData, "contexts.tsv": contextsData,
	"acled.tsv": acledData, "cues.tsv": cuesData}

func TestEveryRowHasASentence(t *testing.T) {
	for name, data := range tables {
		for _, row := range table.Embedded(name, data, "note") {
			if note := row.Cell("note"); !strings.HasPrefix(note, `"`) || strings.Count(note, `"`) != 2 || len(note) < 10 {
				t.Errorf("%s line %d: the note is no sentence in quotation marks: %s", name, row.Line, note)
			}
		}
	}
}

func TestRulesNameKindsThatExist(t *testing.T) {
	book := Open()
	for what, rules := range map[string]map[string][]Rule{"verbs.tsv": book.verbs, "nouns.tsv": book.nouns} {
		for word, list := range rules {
			for _, rule := range list {
				if rule.Type != None && !exists(book, rule.Type, rule.Mode) {
					t.Errorf("%s line %d: %q has no kind %s/%s", what, rule.Line, word, rule.Type, rule.Mode)
				}
			}
		}
	}
	for word, mode := range book.means {
		if !exists(book, "ASSAULT", mode) {
			t.Errorf("means.tsv: %q has no mode %s", word, mode)
		}
	}
}

func exists(book *Book, typ, mode string) bool {
	return slices.ContainsFunc(book.Kinds(), func(k Kind) bool { return k.Type == typ && k.Mode == mode })
}

func TestConditionsNameClassesThatExist(t *testing.T) {
	book := Open()
	classes := map[string]bool{}
	for _, row := range table.Embedded("classes.tsv", classesData, "class") {
		classes[row.Cell("class")] = true
	}
	for word, list := range book.verbs {
		for _, rule := range list {
			for _, want := range slices.Concat(rule.Subject, rule.Object) {
				if class, ok := strings.CutPrefix(want, "@"); ok && !classes[class] {
					t.Errorf("verbs.tsv line %d: %q wants class %s, which there is not", rule.Line, word, class)
				}
			}
		}
	}
}

func TestTheSixteenTypes(t *testing.T) {
	types := map[string]bool{}
	for _, kind := range Open().Kinds() {
		types[kind.Type] = true
	}
	if len(types) != 16 {
		t.Errorf("%d types, want PLOVER's 16", len(types))
	}
}

func TestTheMostDemandingRuleComesFirst(t *testing.T) {
	book := Open()
	for word, list := range book.verbs {
		for i := 1; i < len(list); i++ {
			if list[i-1].weight() < list[i].weight() {
				t.Errorf("%q: line %d stands before line %d, which demands more", word, list[i-1].Line, list[i].Line)
			}
		}
	}
}

func TestCuesMakeModalities(t *testing.T) {
	known := []stemma.Modality{"", stemma.Alleged, stemma.Denied, stemma.Planned, stemma.Hypothetical, stemma.Attempted, stemma.Background}
	for word, list := range Open().cues {
		for _, cue := range list {
			if !slices.Contains(known, cue.Modality) {
				t.Errorf("cues.tsv: %q makes %q, which is no modality", word, cue.Modality)
			}
		}
	}
}

func TestACLED(t *testing.T) {
	book := Open()
	armed, unarmed := []Side{SideState, SideArmed}, []Side{SideUnarmed}
	for _, c := range []struct {
		sentence           string
		typ, mode, trigger string
		actors, recipients []Side
		want               string
	}{
		{"Jets bombed the depot.", "ASSAULT", "aerial", "bomb", armed, nil, "Air/drone strike"},
		{"The army retook the town.", "ASSAULT", "", "retake", armed, nil, "Government regains territory"},
		{"The ministry condemned the raid.", "ACCUSE", "disapprove", "condemn", armed, nil, ""},
		{"Soldiers attacked villagers.", "ASSAULT", "", "attack", armed, unarmed, "Attack"},
	} {
		if got := book.ACLED(c.typ, c.mode, c.trigger, c.actors, c.recipients); got != c.want {
			t.Errorf("%s: got %q, want %q", c.sentence, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	book := Open()
	for _, kind := range book.Kinds() {
		if book.Name(kind.Type, kind.Mode, "") == "" {
			t.Errorf("names.tsv: no name for %s %s", kind.Type, kind.Mode)
		}
	}
	if got := book.Name("ASSAULT", "abduct", "Armed clash"); got != "capture" {
		t.Errorf("capture of the armed is called %q", got)
	}
}

func TestCoverage(t *testing.T) {
	book := Open()
	if len(book.verbs) < 700 {
		t.Errorf("%d verbs, want 700", len(book.verbs))
	}
	if len(book.nouns) < 250 {
		t.Errorf("%d nouns, want 250", len(book.nouns))
	}
}
