package group

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/golden/tellings"
	"stemma/internal/reference/table"
)

func TestIncidents_cases(t *testing.T) {
	golden.Run(t, "testdata", func(document string) string {
		c := read(t, document)
		var out strings.Builder
		for _, i := range Incidents(c.Tellings, c.Copies, c.Decisions) {
			out.WriteString(show(i))
		}
		return sorted(out.String())
	})
}

func read(t testing.TB, document string) tellings.Case {
	t.Helper()
	c, err := tellings.Read(document)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// show is an incident in plain words: its tellings, its title, why they are one.
func show(i stemma.Incident) string {
	var names []string
	for _, e := range i.Events {
		names = append(names, strings.TrimPrefix(e, "e_"))
	}
	line := fmt.Sprintf("%s: %s", strings.Join(names, " "), i.Title)
	if len(i.Reasons) > 0 {
		line += "; by " + strings.Join(i.Reasons, ", ")
	}
	for _, d := range i.BackgroundOf {
		line += "; history in " + strings.TrimPrefix(d, "d_")
	}
	if len(i.Parts) > 1 {
		line += fmt.Sprintf("; %d parts", len(i.Parts))
	}
	if i.Status != stemma.Proposed {
		line += "; " + string(i.Status)
	}
	return line + "\n"
}

// sorted puts lines in the order of their first telling; ids are hashes.
func sorted(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// Incidents are a function of the set: the order in which tellings, copies and
// documents came changes nothing.
func TestIncidents_orderOfArrivalDoesNotMatter(t *testing.T) {
	shuffle := rand.New(rand.NewPCG(7, 11))
	for _, document := range documents(t) {
		c := read(t, document)
		want := Incidents(c.Tellings, c.Copies, c.Decisions)
		for range 20 {
			shuffle.Shuffle(len(c.Tellings), func(i, j int) { c.Tellings[i], c.Tellings[j] = c.Tellings[j], c.Tellings[i] })
			shuffle.Shuffle(len(c.Copies), func(i, j int) { c.Copies[i], c.Copies[j] = c.Copies[j], c.Copies[i] })
			if got := Incidents(c.Tellings, c.Copies, c.Decisions); !reflect.DeepEqual(got, want) {
				t.Fatalf("in another order the incidents are others:\n%v\n%v", got, want)
			}
		}
	}
}

// Every telling of what was done is in exactly one incident.
func TestIncidents_eachTellingOnce(t *testing.T) {
	for _, document := range documents(t) {
		c := read(t, document)
		seen := map[string]int{}
		for _, i := range Incidents(c.Tellings, c.Copies, c.Decisions) {
			for _, e := range i.Events {
				seen[e]++
			}
		}
		for _, telling := range c.Tellings {
			happened := telling.Event.Modality != stemma.Planned && telling.Event.Modality != stemma.Hypothetical
			if n := seen[telling.Event.ID]; n != 1 && happened || n != 0 && !happened {
				t.Errorf("%s is in %d incidents", telling.Event.ID, n)
			}
		}
	}
}

// An incident that a person named by its id stays joined when it has grown.
func TestIncidents_mergeByIncident(t *testing.T) {
	c := read(t, documents(t)["weeks"])
	first, second := incidentID("e_post1"), incidentID("e_wire1")
	decision := stemma.Decision{Kind: stemma.DecideMerge, Target: first, Value: second}
	for _, i := range Incidents(c.Tellings, nil, []stemma.Decision{decision}) {
		if i.ID == first && len(i.Events) == 2 {
			return
		}
	}
	t.Error("the two incidents were not joined")
}

// What speaks for two tellings being one is the same whichever is asked first.
func TestWeigh_eitherWayRound(t *testing.T) {
	for _, document := range documents(t) {
		all := read(t, document).Tellings
		for i := range all {
			for k := range i {
				here, ok := weigh(&all[i], &all[k], tie{})
				there, also := weigh(&all[k], &all[i], tie{})
				if ok != also || math.Abs(here.score-there.score) > 1e-9 || !reflect.DeepEqual(here.reasons, there.reasons) {
					t.Errorf("%q / %q: %.2f %v, the other way round %.2f %v", all[i].Words, all[k].Words, here.score, here.reasons, there.score, there.reasons)
				}
			}
		}
	}
}

func documents(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("find cases: %d, %v", len(files), err)
	}
	out := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, document, _ := golden.Parts(string(data))
		out[strings.TrimSuffix(filepath.Base(file), ".txtar")] = document
	}
	return out
}

func BenchmarkIncidents(b *testing.B) {
	var text strings.Builder
	text.WriteString("place Azhmir: town XA 10.5 20.5\nplace Vedra: town XA 12.5 20.5\n")
	for i := range 500 {
		fmt.Fprintf(&text, "post%d: act ASSAULT aerial; by Orvane Air Force (state-force XO); in %s; on 2024-08-%02d; killed %d civilians\n",
			i, []string{"Azhmir", "Vedra"}[i%2], 1+i%28, i%9)
	}
	c := read(b, text.String())
	for b.Loop() {
		Incidents(c.Tellings, c.Copies, c.Decisions)
	}
}

// Every weight has a case, every weight that the room asks for is in the table,
// and none is there for nothing.
func TestWeights(t *testing.T) {
	asked := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`worth\("([^"]+)"\)`).FindAllStringSubmatch(string(data), -1) {
			asked[m[1]] = true
		}
	}
	cases := documents(t)
	for _, row := range table.Embedded("weights.tsv", weightTable) {
		evidence := row.Cell("evidence")
		if cases[row.Cell("case")] == "" || row.Cell("note") == "" || worth(evidence) == 0 || !asked[evidence] {
			t.Errorf("line %d: %q wants a weight, a case of testdata, a note, and somebody who asks for it", row.Line, evidence)
		}
		delete(asked, evidence)
	}
	if len(asked) > 0 {
		t.Errorf("no weight is known for %v", asked)
	}
}
