package dispute

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/golden"
	"stemma/internal/golden/tellings"
	"stemma/internal/stage/assess/account"
)

// All tellings are of the pages of one incident, which the first of them tells of.
func TestPage_cases(t *testing.T) {
	golden.Run(t, "testdata/apart", func(document string) string {
		c := tellings.Of(t, document)
		var out strings.Builder
		for _, d := range append(between(c.Incident(), c.Tellings[:1], account.Pages{Tellings: c.Tellings}, account.Families{}, nil), Page(c.Tellings, nil, nil)...) {
			out.WriteString(tellings.Disagreement(d))
		}
		return out.String()
	})
}

// Lines are "page, who says (denies, accusing): words", a bare page being its own voice.
// All pages tell of one incident but those called "stranger"; "harbour" is a copy.
func TestDenials_cases(t *testing.T) {
	golden.Run(t, "testdata/denial", func(document string) string {
		all := tellings.Propositions(document)
		apart := func(p *stemma.Proposition) bool { return p.Document == "d_stranger" || p.Document == "d_harbour" } // of another matter, or a copy
		abroad := func(no, yes *stemma.Proposition) bool {
			return no.Document != yes.Document && !apart(no) && !apart(yes)
		}
		return twoSided(append(denialsWithin(all), denials(all, abroad)...))
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
		all := tellings.Propositions(document)
		return twoSided(flats(all, denialsWithin(all)))
	})
}

// Lines are "page, who says: words", a bare page being its own voice.
func TestAnnounced_cases(t *testing.T) {
	golden.Run(t, "testdata/announced", func(document string) string {
		return twoSided(announcements(tellings.Propositions(document), nil))
	})
}

// Lines are "page, who says: how many what whom"; each takes a hundred bytes.
func TestFigures_cases(t *testing.T) {
	golden.Run(t, "testdata/figure", func(document string) string {
		return twoSidedOn(figuresBeside(tellings.Propositions(document), nil))
	})
}

// Lines are "page, who says: words", as the page has them.
func TestAnswers_cases(t *testing.T) {
	golden.Run(t, "testdata/answer", func(document string) string {
		return twoSided(answers(tellings.Propositions(document), nil))
	})
}

// Lines are "page, who says (accusing, replying, turning): words".
func TestTurns_cases(t *testing.T) {
	golden.Run(t, "testdata/turn", func(document string) string {
		return twoSided(turns(tellings.Propositions(document), nil))
	})
}

// Lines are "page, who says: words"; two lines of one page are a pair.
func TestFacets_cases(t *testing.T) {
	golden.Run(t, "testdata/facet", func(document string) string {
		return twoSidedOn(facets(tellings.Propositions(document), nil))
	})
}

// Lines are "who says (blaming): words".
func TestSuspects_cases(t *testing.T) {
	golden.Run(t, "testdata/suspect", func(document string) string {
		return twoSided(suspicions(tellings.Propositions(document), nil))
	})
}

// Lines are "who says (attributing, linking, blaming): words".
func TestReasons_cases(t *testing.T) {
	golden.Run(t, "testdata/reason", func(document string) string {
		return twoSided(reasons(tellings.Propositions(document), nil))
	})
}

// Lines are "who says: words".
func TestSources_cases(t *testing.T) {
	golden.Run(t, "testdata/source", func(document string) string {
		return twoSided(sources(tellings.Propositions(document), nil))
	})
}

// A side of the sky and a place can both be right.
func TestDirections(t *testing.T) {
	if !directions([]string{"south", "side"}) || directions([]string{"barracks", "southern"}) {
		t.Error("south side, or southern barracks")
	}
}

// Who does not buy what was said denies it; who does not believe in a thing has said nothing of it.
func TestDisbelieves(t *testing.T) {
	for text, want := range map[string]bool{"it": true, "a word of that story": true, "pumps": false, "that rain will come": false} {
		p := &stemma.Proposition{Cue: "believe", Denial: true, Withheld: true, Text: text}
		if text != "it" {
			p.Words = []string{strings.Fields(text)[len(strings.Fields(text))-1]}
		}
		if plainly(p) != want {
			t.Errorf("%q: %t, want %t", text, !want, want)
		}
	}
}

// Each of two says that the other did it, in one statement.
func TestMutual(t *testing.T) {
	for text, want := range map[string]int{
		"the other had fired first": 1, "that the other side fired at the well": 1, "the fire to the other": 1,
		"the other road is open": 0, "he wanted, he said, to stand on the other side": 0, "that a bus had left and the other had stayed": 0,
	} {
		p := stemma.Proposition{Document: "d_post", Claim: "c_each", Cue: "say", Text: text}
		p.Quote.Span = stemma.Span{Start: 10, End: 10 + len(text)}
		got := mutual([]stemma.Proposition{p})
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

func sayer(s stemma.Side) string {
	page := strings.TrimPrefix(s.Documents[0], "d_")
	if len(s.Claims) == 0 {
		return page
	}
	return strings.TrimPrefix(s.Claims[0], "c_") + " in " + page
}

func BenchmarkDenials(b *testing.B) {
	var text strings.Builder
	for i := range 400 {
		fmt.Fprintf(&text, "page%d, speaker %d: gun fire village%d river%d\n", i%20, i, i%50, i%31)
		fmt.Fprintf(&text, "page%d, other %d denies: gun fire village%d river%d\n", i%20, i, i%50, i%31)
	}
	all := tellings.Propositions(text.String())
	for b.Loop() {
		denialsWithin(all)
	}
}

// "The palace blames the Front. The Front blames the palace."
func TestPage_accusationsThatAnswerEachOther(t *testing.T) {
	c := tellings.Of(t, `
post: act ACCUSE allege; by the palace (government XO); with the Front (armed-group)
post: act ACCUSE allege; by the Front (armed-group); with the palace (government XO)
`)
	c.Tellings[1].Event.Trigger = stemma.Span{Start: 1100, End: 1106}
	got := Page(c.Tellings, nil, nil)
	if len(got) != 1 || got[0].Type != stemma.DisagreeActor || got[0].Sides[0].Value != "the Front" || got[0].Sides[1].Value != "the palace" {
		t.Errorf("%+v", got)
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
	for words, want := range map[string]bool{"two brothers": true, "six": true, "five others": true, "nine soldiers": false, "17": false} {
		if got := besides(account.Saying{Field: "killed", Text: words, Count: &stemma.Count{}, Telling: &stemma.Telling{Words: "the six were killed by shells"}}); got != want {
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

// Lines are "case, who says (denies): words", the one who says no behind the one who says yes.
func TestOpenOn_cases(t *testing.T) {
	golden.Run(t, "testdata/open", func(document string) string {
		all := tellings.Propositions(document)
		var out strings.Builder
		for i := 1; i < len(all); i += 2 {
			fmt.Fprintf(&out, "%s: %s\n", strings.TrimPrefix(all[i].Document, "d_"), denial(&all[i], &all[i-1]).Type)
		}
		return out.String()
	})
}
