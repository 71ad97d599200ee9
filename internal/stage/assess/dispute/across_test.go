package dispute

import (
	"testing"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// said is a statement of a page; a figure counts the dead.
func said(page, who, text string, dead float64, words ...string) stemma.Proposition {
	p := stemma.Proposition{
		Document: "d_" + page, Claim: "c_" + page + who, Speaker: stemma.Party{Key: who, Body: who}, Cue: "say", Text: text, Words: words,
		Quote: stemma.Quote{Document: "d_" + page, Span: stemma.Span{Start: 10, End: 90}},
	}
	if dead > 0 {
		p.Counts = []stemma.Count{{Quantity: stemma.Quantity{What: "killed", Low: dead, High: dead}}}
	}
	return p
}

func denying(p stemma.Proposition, of ...string) stemma.Proposition {
	p.Negative, p.Negated = true, of
	return p
}

// What two pages say clashes where the one negates what the other tells, or gives
// another figure of the same thing; not where it speaks of what will be.
func TestAcross_clashes(t *testing.T) {
	shelled := said("post", "Front", "guns of the army shelled the mill", 0, "gun", "army", "shell", "mill")
	died := said("post", "nurse", "nine died in the mill", 9, "die", "mill")
	for name, c := range map[string]struct {
		here, there stemma.Proposition
		want        int
	}{
		"denied":        {shelled, denying(said("star", "army", "the army did not shell the mill", 0, "army", "shell", "mill"), "shell", "mill"), 1},
		"foretold":      {shelled, denying(said("star", "army", "the army will not shell the mill", 0, "army", "shell", "mill"), "shell", "mill"), 0},
		"something":     {shelled, denying(said("star", "army", "the army has no lorries", 0, "army", "lorry"), "lorry"), 0},
		"one body":      {shelled, denying(said("star", "Front", "guns did not shell the mill", 0, "gun", "shell", "mill"), "shell", "mill"), 0},
		"one page":      {shelled, denying(said("post", "army", "the army did not shell the mill", 0, "army", "shell", "mill"), "shell", "mill"), 0},
		"other figure":  {died, said("star", "priest", "31 died in the mill", 31, "die", "mill"), 1},
		"same figure":   {died, said("star", "priest", "nine died in the mill", 9, "die", "mill"), 0},
		"other subject": {died, said("star", "priest", "31 died in the floods", 31, "flood", "spring", "coast"), 0},
	} {
		pages := account.Pages{Tellings: []stemma.Telling{toldBy("post"), toldBy("star")}, Propositions: []stemma.Proposition{c.here, c.there}}
		incident := stemma.Incident{Documents: []string{"d_post", "d_star"}, Events: []string{"e_post", "e_star"}}
		if got := across(incident, pages.Tellings, pages, account.NewFamilies(nil, nil), nil).Pairs; len(got) != c.want {
			t.Errorf("%s: %d pairs of %q and %q, want %d", name, len(got), c.here.Text, c.there.Text, c.want)
		}
	}
}

// What each of two pages tells of two who differ is not told across them; what either
// tells of one is.
func TestAcross_eachTellsBoth(t *testing.T) {
	down := func(page string) stemma.Proposition {
		return said(page, "rebels", "rebels shot down the plane", 0, "rebel", "shoot", "plane")
	}
	fault := func(page string) stemma.Proposition {
		return said(page, "army", "the plane crashed due to a technical fault", 0, "plane", "crash", "fault")
	}
	for want, all := range [][]stemma.Proposition{
		{down("post"), fault("post"), down("star"), fault("star")},
		{down("post"), fault("star")},
	} {
		pages := account.Pages{Tellings: []stemma.Telling{toldBy("post"), toldBy("star")}, Propositions: all}
		incident := stemma.Incident{Documents: []string{"d_post", "d_star"}, Events: []string{"e_post", "e_star"}}
		if got := across(incident, pages.Tellings, pages, account.NewFamilies(nil, nil), nil).Pairs; len(got) != want {
			t.Errorf("%d pairs of %d statements, want %d", len(got), len(all), want)
		}
	}
}

// Two pages that are about one raid answer what has one answer for it, though they
// share no word.
func TestAcross_oneAnswer(t *testing.T) {
	for text, c := range map[string]struct {
		other string
		want  int
	}{
		"our units reacted at once":                   {"nobody came until dark", 1},
		"the brigade reacted at once":                 {"they came on motorbikes", 0},
		"no civilian was hurt":                        {"nine villagers were killed", 1},
		"no civilians were hurt":                      {"nine fighters were killed", 0},
		"the attack caused a gas tank to explode":     {"a double bomb attack killed nine", 1},
		"it was first believed to be a double attack": {"it was a single blast", 0},
	} {
		army, widow := said("star", "army", text, 0, "unit"), said("post", "widow", c.other, 0, "dark")
		pages := account.Pages{Tellings: []stemma.Telling{toldBy("post"), toldBy("star")}, Propositions: []stemma.Proposition{army, widow}}
		incident := stemma.Incident{Documents: []string{"d_post", "d_star"}, Events: []string{"e_post", "e_star"}}
		if got := across(incident, pages.Tellings, pages, account.NewFamilies(nil, nil), nil).Disagreements(learned()); len(got) != c.want {
			t.Errorf("%q and %q: %d disagreements, want %d", text, c.other, len(got), c.want)
		}
	}
}

// Who holds what was hit was not hit with it.
func TestStruck_holder(t *testing.T) {
	rebels := stemma.Party{Name: "rebels", Span: stemma.Span{Start: 20, End: 26}}
	held := rebels
	held.Part = "holder"
	for want, p := range []stemma.Party{held, rebels} {
		if got := struck(&stemma.Telling{Recipients: []stemma.Party{p}}); len(got) != want {
			t.Errorf("%d struck in the part of %q, want %d", len(got), p.Part, want)
		}
	}
}

func toldBy(page string) stemma.Telling {
	return stemma.Telling{Document: "d_" + page, Event: stemma.Event{ID: "e_" + page, Type: "ASSAULT", Trigger: stemma.Span{Start: 20, End: 30}}}
}

// An incident on one page has nothing to be held against.
func TestAcross_onePage(t *testing.T) {
	got := across(stemma.Incident{Documents: []string{"d_post"}}, nil, account.Pages{}, account.NewFamilies(nil, nil), nil)
	if len(got.Pairs) > 0 || len(got.Disagreements(learned())) > 0 {
		t.Errorf("%+v, want nothing", got)
	}
}
