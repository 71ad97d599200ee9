package assess

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/golden/tellings"
)

// All tellings of a case are of one incident.
func TestAssess_cases(t *testing.T) {
	golden.Run(t, "testdata/incident", func(document string) string {
		c := read(t, document)
		return show(Assess(incident(c), c.Tellings, Pages{}, NewFamilies(c.Tellings, c.Copies)))
	})
}

// All tellings are of the pages of one incident, which the first of them tells of.
func TestPage_cases(t *testing.T) {
	golden.Run(t, "testdata/apart", func(document string) string {
		c := read(t, document)
		var out strings.Builder
		for _, d := range append(between(incident(c), c.Tellings[:1], Pages{Tellings: c.Tellings}, Families{}, nil), Page(c.Tellings, nil, nil)...) {
			out.WriteString(disagreement(d))
		}
		return out.String()
	})
}

// Lines are "page, who says (denies, accusing): words", a bare page being its own voice.
// All pages tell of one incident but those called "stranger"; "harbour" is a copy.
func TestDenials_cases(t *testing.T) {
	golden.Run(t, "testdata/denial", func(document string) string {
		all := propositions(document)
		apart := func(p *stemma.Proposition) bool { return p.Document == "d_stranger" || p.Document == "d_harbour" } // of another matter, or a copy
		abroad := func(no, yes *stemma.Proposition) bool {
			return no.Document != yes.Document && !apart(no) && !apart(yes)
		}
		return twoSided(append(Denials(all), denials(all, abroad)...))
	})
}

// twoSided are disagreements, a line each: type, and both sides with who says so.
func twoSided(found []stemma.Disagreement) string {
	return lines(found, func(d stemma.Disagreement) string { return string(d.Type) })
}

// twoSidedOn is twoSided with the field behind the type.
func twoSidedOn(found []stemma.Disagreement) string {
	return lines(found, func(d stemma.Disagreement) string { return string(d.Type) + " on " + d.Field })
}

func lines(found []stemma.Disagreement, head func(stemma.Disagreement) string) string {
	var out strings.Builder
	for _, d := range found {
		fmt.Fprintf(&out, "%s: %s by %s, %s by %s\n", head(d), d.Sides[0].Value, sayer(d.Sides[0]), d.Sides[1].Value, sayer(d.Sides[1]))
	}
	return out.String()
}

// Lines are "page, who says (denying denies): words"; of a plain denial with a word for it.
func TestFlats_cases(t *testing.T) {
	golden.Run(t, "testdata/flat", func(document string) string {
		all := propositions(document)
		return twoSided(Flats(all, Denials(all)))
	})
}

// Lines are "page, who says: words", a bare page being its own voice.
func TestAnnounced_cases(t *testing.T) {
	golden.Run(t, "testdata/announced", func(document string) string {
		return twoSided(Announced(propositions(document), nil))
	})
}

// Lines are "page, who says: how many what whom"; each takes a hundred bytes.
func TestFigures_cases(t *testing.T) {
	golden.Run(t, "testdata/figure", func(document string) string {
		return twoSidedOn(Figures(propositions(document), nil))
	})
}

// Lines are "page, who says: words", as the page has them.
func TestAnswers_cases(t *testing.T) {
	golden.Run(t, "testdata/answer", func(document string) string {
		return twoSided(Answers(propositions(document), nil))
	})
}

// All pages tell of the one incident that their tellings come to; the lines
// after the empty one are what else they say.
func TestTolls_cases(t *testing.T) {
	golden.Run(t, "testdata/toll", func(document string) string {
		events, rest, _ := strings.Cut(document, "\n\n")
		c := read(t, events)
		of := map[string]string{}
		for i, telling := range c.Tellings {
			of[telling.Event.ID] = "i_1"
			for k := range telling.Quantities {
				c.Tellings[i].Quantities[k].ID = fmt.Sprintf("q_%d_%d", i, k)
			}
		}
		own := append(c.Tellings, Tolls(c.Tellings, propositions(rest), of)["i_1"]...)
		return show(Assess(incident(c), own, Pages{}, NewFamilies(c.Tellings, c.Copies)))
	})
}

// Lines are "page, who says (accusing, replying, turning): words".
func TestTurns_cases(t *testing.T) {
	golden.Run(t, "testdata/turn", func(document string) string {
		return twoSided(Turns(propositions(document), nil))
	})
}

// Lines are "page, who says: words"; two lines of one page are a pair.
func TestFacets_cases(t *testing.T) {
	golden.Run(t, "testdata/facet", func(document string) string {
		return twoSidedOn(Facets(propositions(document), nil))
	})
}

// Lines are "who says (blaming): words".
func TestSuspects_cases(t *testing.T) {
	golden.Run(t, "testdata/suspect", func(document string) string {
		return twoSided(Suspects(propositions(document), nil))
	})
}

// Each of two says that the other did it, in one statement.
func TestMutual(t *testing.T) {
	for text, want := range map[string]int{
		"the other had fired first": 1, "that the other side fired at the well": 1, "the fire to the other": 1,
		"the other road is open": 0, "he wanted, he said, to stand on the other side": 0, "that a bus had left and the other had stayed": 0,
	} {
		p := stemma.Proposition{Document: "d_post", Claim: "c_each", Cue: "say", Text: text}
		p.Quote.Span = stemma.Span{Start: 10, End: 10 + len(text)}
		got := Mutual([]stemma.Proposition{p})
		if len(got) != want || want > 0 && (got[0].Type != stemma.DisagreeActor || got[0].Sides[0].Words.Span.Start > got[0].Sides[1].Words.Span.Start) {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// A figure that only names its order leaves no room for one of another.
func TestExclude_orders(t *testing.T) {
	dozens := stemma.Count{Words: "a few dozen"}
	dozens.Low, dozens.Open = 24, true
	least := stemma.Count{Words: "at least two dozen"}
	least.Low, least.Open = 24, true
	many := stemma.Count{}
	many.Low, many.High = 900, 900
	if !exclude(dozens, many) || exclude(least, many) {
		t.Error("a few dozen are no nine hundred; at least two dozen may be")
	}
	nearly := stemma.Count{Words: "nearly 920"}
	nearly.Low, nearly.High = 920, 920
	if exclude(nearly, many) {
		t.Error("nearly 920 may be 900")
	}
}

// tollOf is the number with which a line begins, if it does.
func tollOf(words []string, at stemma.Span) []stemma.Count {
	if len(words) < 2 {
		return nil
	}
	low, open := strings.CutSuffix(words[0], "+")
	n, err := strconv.ParseFloat(low, 64)
	if err != nil {
		return nil
	}
	q := stemma.Count{Words: words[0]}
	q.Low, q.High, q.Open, q.What, q.Span, q.Scope = n, n, open, words[1], at, stemma.ScopeEvent
	if len(words) > 2 {
		q.Of.Class = words[2]
	}
	return []stemma.Count{q}
}

func sayer(s stemma.Side) string {
	page := strings.TrimPrefix(s.Documents[0], "d_")
	if len(s.Claims) == 0 {
		return page
	}
	return strings.TrimPrefix(s.Claims[0], "c_") + " in " + page
}

func propositions(document string) []stemma.Proposition {
	var out []stemma.Proposition
	for n, line := range strings.Split(strings.TrimSpace(document), "\n") {
		head, words, _ := strings.Cut(line, ":")
		page, speaker, _ := strings.Cut(head, ", ")
		p := stemma.Proposition{Document: "d_" + page, Words: strings.Fields(strings.ToLower(words))}
		speaker, p.Denial = strings.CutSuffix(speaker, " denies")
		for manner, cue := range map[string]string{" accusing": "accuse", " blaming": "blame", " replying": "reply", " countering": "counter", " calling": "call", " denying": "deny", " alleging": "allegation"} {
			if said, ok := strings.CutSuffix(speaker, manner); ok {
				speaker, p.Cue = said, cue
			}
		}
		speaker, p.Turn = strings.CutSuffix(speaker, " turning")
		if speaker != "" {
			p.Claim = fmt.Sprintf("c_%s", speaker)
			p.Speaker = stemma.Party{Key: speaker, Body: speaker, Name: speaker}
		}
		p.Text, p.Kind = strings.TrimSpace(words), stemma.SourceNamed
		if _, after, ok := strings.Cut(strings.ToLower(p.Text), "not "); ok {
			p.Negated = strings.Fields(after)
		}
		p.Negative = p.Denial != slices.Contains(p.Words, "not")
		p.Words = slices.DeleteFunc(p.Words, func(w string) bool { return w == "not" })
		slices.Sort(p.Words)
		p.Quote = stemma.Quote{Document: p.Document, Span: stemma.Span{Start: n * 100, End: n*100 + 90}}
		p.Counts = tollOf(strings.Fields(words), stemma.Span{Start: n * 100, End: n*100 + 20})
		out = append(out, p)
	}
	return out
}

func read(t testing.TB, document string) tellings.Case {
	t.Helper()
	c, err := tellings.Read(document)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func incident(c tellings.Case) stemma.Incident {
	out := stemma.Incident{ID: "i_1", Type: c.Tellings[0].Event.Type, Status: stemma.Proposed}
	for _, d := range c.Decisions {
		if d.Kind == stemma.DecideReject {
			out.Status = stemma.Rejected
		}
	}
	return out
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
		out.WriteString(disagreement(d))
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
		q := stemma.Count{}
		q.Low, q.Open = *v.Low, v.High == nil
		if v.High != nil {
			q.High = *v.High
		}
		words[1] = figure(q)
	}
	if v.Of != "" {
		words = append(words, "of "+v.Of)
	}
	return strings.Join(words, " ")
}

func disagreement(d stemma.Disagreement) string {
	var values []string
	for _, s := range d.Sides {
		values = append(values, s.Value)
	}
	explained := ""
	if d.Explained {
		explained = " (explained)"
	}
	return fmt.Sprintf("disagreement %s on %s%s: %s; %s\n", d.Type, d.Field, explained, strings.Join(values, " | "), d.Reason)
}

// An assessment is a function of the set of tellings.
func TestAssess_orderOfArrivalDoesNotMatter(t *testing.T) {
	shuffle := rand.New(rand.NewPCG(3, 5))
	for name, c := range cases(t) {
		want := Assess(incident(c), c.Tellings, Pages{}, NewFamilies(c.Tellings, c.Copies))
		for range 20 {
			other := slices.Clone(c.Tellings)
			shuffle.Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
			families := NewFamilies(other, c.Copies)
			slices.SortFunc(other, func(a, b stemma.Telling) int { return strings.Compare(a.Event.ID, b.Event.ID) })
			if got := Assess(incident(c), other, Pages{}, families); !reflect.DeepEqual(got, want) {
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
		families := NewFamilies(c.Tellings, c.Copies)
		for n := range c.Tellings {
			a := Assess(incident(c), c.Tellings[:n+1], Pages{}, families)
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
		c := read(t, document)
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
	c := read(b, text.String())
	families := NewFamilies(c.Tellings, nil)
	for b.Loop() {
		Assess(incident(c), c.Tellings, Pages{}, families)
	}
}

func BenchmarkDenials(b *testing.B) {
	var text strings.Builder
	for i := range 400 {
		fmt.Fprintf(&text, "page%d, speaker %d: gun fire village%d river%d\n", i%20, i, i%50, i%31)
		fmt.Fprintf(&text, "page%d, other %d denies: gun fire village%d river%d\n", i%20, i, i%50, i%31)
	}
	all := propositions(text.String())
	for b.Loop() {
		Denials(all)
	}
}

// "The palace blames the Front. The Front blames the palace."
func TestPage_accusationsThatAnswerEachOther(t *testing.T) {
	c := read(t, `
post: act ACCUSE allege; by the palace (government XO); with the Front (armed-group)
post: act ACCUSE allege; by the Front (armed-group); with the palace (government XO)
`)
	c.Tellings[1].Event.Trigger = stemma.Span{Start: 1100, End: 1106}
	got := Page(c.Tellings, nil, nil)
	if len(got) != 1 || got[0].Type != stemma.DisagreeActor || got[0].Sides[0].Value != "the Front" || got[0].Sides[1].Value != "the palace" {
		t.Errorf("%+v", got)
	}
}

// TestShown: a private person's name is hidden, a description is none.
func TestShown(t *testing.T) {
	for name, want := range map[string]string{
		"Mara Odel": "████ ████", "a sergeant": "a sergeant", "the baker's son": "the baker's son", "a cousin of Odel": "a cousin of ████",
		"her mother": "her mother", "a teacher in Old Dorvat": "a teacher in Old Dorvat", "Odel from Dorvat": "████ ████ ██████",
		"a fighter from the Orsa Front": "a fighter from the Orsa Front", "a friend of the Odel family": "a friend of the ████ family",
	} {
		if got := shown(stemma.Party{Name: name, Kind: stemma.KindPerson, Person: stemma.PersonWitness}); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
}

// A figure of things is of nothing else; one of people may be of any.
func TestOfAnything(t *testing.T) {
	for words, want := range map[string]bool{"six": true, "a few dozen bandits": true, "two pits": false, "forty sacks": false, "": false} {
		q := stemma.Count{Words: words}
		q.What = "other"
		if got := ofAnything(q); got != want {
			t.Errorf("%q: %t, want %t", words, got, want)
		}
	}
}

// A figure ends what somebody tells, also before a comma.
func TestEnds(t *testing.T) {
	for text, want := range map[string]bool{
		"the toll at 14": true, "the position at 14 miles": false, "the toll at 14, half of them children": true, "“14”": true, "the toll at 40": false,
	} {
		if got := ends(text, "14"); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}

// A time by the clock is told by its minutes or its half of the day.
func TestMinutes(t *testing.T) {
	for words, want := range map[string]int{"at 9:40 a.m.": 580, "around 3 pm": 900, "at 0310 hours": 190, "at 12:15 am": 15, "at 40": -1} {
		if got := minutes(words); got != want {
			t.Errorf("%q is %d, want %d", words, got, want)
		}
	}
}

// Whom one who speaks of the dead counts as his are some of them, and so are the
// others beside one who is named.
func TestBesides(t *testing.T) {
	for words, want := range map[string]bool{"two brothers": true, "five others": true, "nine soldiers": false, "17": false} {
		if got := besides(saying{field: "killed", text: words}); got != want {
			t.Errorf("%q: %t, want %t", words, got, want)
		}
	}
}

// Who sets his number against another names nothing by that.
func TestSharesThing(t *testing.T) {
	other := &stemma.Proposition{Words: []string{"five", "raider"}}
	for words, want := range map[string]bool{"lower figure": true, "figure raider": true, "figure wounded": false} {
		if got := sharesThing(figureSaid{says: &stemma.Proposition{Words: strings.Fields(words)}}, other); got != want {
			t.Errorf("%q: %t, want %t", words, got, want)
		}
	}
}
