package assess

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/golden/tellings"
	"stemma/internal/stage/assess/account"
	"stemma/internal/stage/assess/dispute"
)

// All tellings of a case are of one incident.
func TestAssess_cases(t *testing.T) {
	golden.Run(t, "testdata/incident", func(document string) string {
		c := tellings.Of(t, document)
		return show(Assess(c.Incident(), c.Tellings, account.Pages{}, account.NewFamilies(c.Tellings, c.Copies)))
	})
}

// All pages tell of the one incident that their tellings come to; the lines
// after the empty one are what else they say.
func TestTolls_cases(t *testing.T) {
	golden.Run(t, "testdata/toll", func(document string) string {
		events, rest, _ := strings.Cut(document, "\n\n")
		c := tellings.Of(t, events)
		of := map[string]string{}
		for i, telling := range c.Tellings {
			of[telling.Event.ID] = "i_1"
			for k := range telling.Quantities {
				c.Tellings[i].Quantities[k].ID = fmt.Sprintf("q_%d_%d", i, k)
			}
		}
		own := append(c.Tellings, dispute.Tolls(c.Tellings, tellings.Propositions(rest), of)["i_1"]...)
		return show(Assess(c.Incident(), own, account.Pages{}, account.NewFamilies(c.Tellings, c.Copies)))
	})
}

// All pages tell of one incident, and then say what stands after the empty line.
func TestTaken_cases(t *testing.T) {
	golden.Run(t, "testdata/taken", func(document string) string {
		events, rest, _ := strings.Cut(document, "\n\n")
		c := tellings.Of(t, events)
		of, said := map[string]string{}, tellings.Propositions(rest)
		for _, telling := range c.Tellings {
			of[telling.Event.ID] = "i_1"
		}
		for i := range said {
			said[i].Quote.Span.Start += 2000
			said[i].Quote.Span.End += 2000
		}
		pages := account.Pages{Taken: account.Taken(c.Tellings, said, of)["i_1"]}
		return show(Assess(c.Incident(), c.Tellings, pages, account.NewFamilies(c.Tellings, c.Copies)))
	})
}

// show is an assessment in plain words.
func show(a stemma.Assessment) string {
	var out strings.Builder
	fmt.Fprintf(&out, "origins %s\n", origins(a.Origins))
	for _, v := range a.Values {
		if v.Field != "happened" && v.Field != "place" && v.Field != "date" {
			fmt.Fprintf(&out, "%s: origins %d–%d\n", value(v), v.Origins.Min, v.Origins.Max)
		}
	}
	for _, d := range a.Disagreements {
		out.WriteString(tellings.Disagreement(d))
	}
	if len(a.Disputed) > 0 {
		fmt.Fprintf(&out, "disputed: %s\n", strings.Join(a.Disputed, ", "))
	}
	if a.Grade != "" {
		fmt.Fprintf(&out, "grade: %s, because %s\n", a.Grade, strings.Join(a.Reasons, "; "))
	}
	return out.String()
}

func origins(o stemma.Origins) string {
	return fmt.Sprintf("%d–%d: %s", o.Min, o.Max, strings.Join(o.Reasons, "; "))
}

func value(v stemma.Value) string {
	words := []string{v.Field, v.Text}
	if v.Low != nil {
		words[1] = number(v)
	}
	if v.Of != "" {
		words = append(words, "of "+v.Of)
	}
	return strings.Join(words, " ")
}

func number(v stemma.Value) string {
	switch {
	case v.High == nil:
		return fmt.Sprintf("%v or more", *v.Low)
	case *v.High != *v.Low:
		return fmt.Sprintf("%v–%v", *v.Low, *v.High)
	}
	return fmt.Sprint(*v.Low)
}

// An assessment is a function of the set of tellings.
func TestAssess_orderOfArrivalDoesNotMatter(t *testing.T) {
	shuffle := rand.New(rand.NewPCG(3, 5))
	for name, c := range cases(t) {
		want := Assess(c.Incident(), c.Tellings, account.Pages{}, account.NewFamilies(c.Tellings, c.Copies))
		for range 20 {
			other := slices.Clone(c.Tellings)
			shuffle.Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
			families := account.NewFamilies(other, c.Copies)
			slices.SortFunc(other, func(a, b stemma.Telling) int { return strings.Compare(a.Event.ID, b.Event.ID) })
			if got := Assess(c.Incident(), other, account.Pages{}, families); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: in another order it comes to something else:\n%s\n%s", name, show(got), show(want))
			}
		}
	}
}

// The most that origins can be is never less than the least, one telling more
// never lowers either, and every value has an account.
func TestAssess_oneTellingMoreLowersNothing(t *testing.T) {
	for name, c := range cases(t) {
		least, most := 0, 0
		families := account.NewFamilies(c.Tellings, c.Copies)
		for n := range c.Tellings {
			a := Assess(c.Incident(), c.Tellings[:n+1], account.Pages{}, families)
			if a.Origins.Min > a.Origins.Max || a.Origins.Min < least {
				t.Errorf("%s: with %d tellings origins are %d–%d after %d–%d", name, n+1, a.Origins.Min, a.Origins.Max, least, most)
			}
			least, most = a.Origins.Min, a.Origins.Max
			for _, v := range a.Values {
				if len(v.Accounts) == 0 || len(v.Quotes) == 0 {
					t.Errorf("%s: nobody says %s %s", name, v.Field, v.Text)
				}
			}
		}
	}
}

func cases(t testing.TB) map[string]tellings.Case {
	t.Helper()
	files, err := filepath.Glob("testdata/incident/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("find cases: %d, %v", len(files), err)
	}
	out := map[string]tellings.Case{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, document, _ := golden.Parts(string(data))
		c := tellings.Of(t, document)
		slices.SortFunc(c.Tellings, func(a, b stemma.Telling) int { return strings.Compare(a.Event.ID, b.Event.ID) })
		out[filepath.Base(file)] = c
	}
	return out
}

func BenchmarkAssess(b *testing.B) {
	var text strings.Builder
	for i := range 60 {
		fmt.Fprintf(&text, "post%d: act ASSAULT aerial; by Orvane (state XO); killed %d civilians; said by monitor %d (ngo)\n", i, i%9, i%20)
	}
	c := tellings.Of(b, text.String())
	families := account.NewFamilies(c.Tellings, nil)
	for b.Loop() {
		Assess(c.Incident(), c.Tellings, account.Pages{}, families)
	}
}
