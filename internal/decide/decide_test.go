package decide_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/decide"
)

const page = "Shells hit Oruna on Monday. “The mill was burned,” the mayor said. Later the mill was burned again, and two guards were hurt."

// reading is a page with one event, one claim and one number.
func reading(text string) *stemma.Reading {
	r := &stemma.Reading{Document: "d_1", Text: stemma.Text(text)}
	hit, content, two := at(text, "hit"), at(text, "The mill was burned,"), at(text, "two guards")
	r.Events = []stemma.Event{{ID: "e_hit", Type: "ASSAULT", Trigger: hit, Clause: at(text, "Shells hit Oruna"), Quantities: []string{"q_two"}}, {ID: "e_burned", Type: "ASSAULT", Trigger: at(text, "burned"), Claim: "c_mill"}}
	r.Claims = []stemma.Claim{{ID: "c_mill", Content: []stemma.Span{content}, Source: stemma.Source{Name: "the mayor"}, Stance: stemma.Asserts}}
	r.Quantities = []stemma.Quantity{{ID: "q_two", Span: two, What: "injured", Low: 2, High: 2}}
	r.Actors = []stemma.Actor{{ID: "a_1", Name: "Ketha Front"}, {ID: "a_2", Name: "Front of Ketha"}}
	return r
}

func at(text, words string) stemma.Span {
	i := strings.Index(text, words)
	return stemma.Span{Start: i, End: i + len(words)}
}

// ruling is a decision tied to words of the page.
func ruling(r *stemma.Reading, d stemma.Decision, words string) stemma.Decision {
	return decide.Quoted(d, r, at(string(r.Text), words))
}

func apply(r *stemma.Reading, all ...stemma.Decision) decide.Ruled {
	for i := range all {
		all[i].Seq = int64(i + 1)
	}
	return decide.NewRulings(all).Apply(r)
}

func TestApply_leavesTheMachinesReadingAsItWas(t *testing.T) {
	r := reading(page)
	got := apply(r, ruling(r, stemma.Decision{Kind: stemma.DecideChange, Target: "e_hit", Field: "date", Value: "2024-03-11"}, "hit"))
	if when := got.Event("e_hit").When; when.Earliest.String() != "2024-03-11" || when.Basis != stemma.BasisGiven {
		t.Errorf("the event is dated %v", when)
	}
	if r.Event("e_hit").When.Known() {
		t.Error("the machine's reading was changed")
	}
}

func TestApply_aRejectedClaimLetsItsEventsGo(t *testing.T) {
	r := reading(page)
	got := apply(r, ruling(r, stemma.Decision{Kind: stemma.DecideReject, Target: "c_mill", Field: "claim"}, "The mill was burned,"))
	told := got.Told()
	if len(told.Claims) != 0 || told.Event("e_burned").Claim != "" {
		t.Errorf("joining still sees %v, and the event in %q", told.Claims, told.Event("e_burned").Claim)
	}
	if len(got.Claims) != 1 || got.StatusOf("c_mill") != stemma.Rejected {
		t.Error("the page no longer shows what was rejected")
	}
}

func TestApply_addsWhatWasMissed(t *testing.T) {
	r := reading(page)
	got := apply(r,
		ruling(r, stemma.Decision{Kind: stemma.DecideAdd, Field: "event", Value: "acled=Attack&type=ASSAULT&date=2024-03-11&actor=Ketha+Front%3B+gunmen"}, "two guards were hurt"),
		ruling(r, stemma.Decision{Kind: stemma.DecideAdd, Field: "claim", Value: "said_by=two+officials"}, "Shells hit Oruna on Monday"),
		ruling(r, stemma.Decision{Kind: stemma.DecideAdd, Field: "quantity", Value: "number=5-8&what=killed"}, "Shells"))
	added := got.Events[len(got.Events)-1]
	if added.ACLED != "Attack" || len(added.Actors) != 2 || added.Actors[0].Actor != "a_1" || len(added.Quantities) != 1 {
		t.Errorf("the event is %+v", added)
	}
	claim := got.Claims[len(got.Claims)-1]
	if claim.Source.Kind != stemma.SourceUnnamed || got.Event("e_hit").Claim != claim.ID {
		t.Errorf("the claim is %+v, and holds the event: %q", claim, got.Event("e_hit").Claim)
	}
	if q := got.Quantities[len(got.Quantities)-1]; q.Low != 5 || q.High != 8 || q.What != "killed" {
		t.Errorf("the number is %+v", q)
	}
}

// TestApply_reattaches reads the page again with other ids and another start:
// rulings find their words, or are orphans; never a look-alike.
func TestApply_reattaches(t *testing.T) {
	r := reading(page)
	hit := ruling(r, stemma.Decision{Kind: stemma.DecideReject, Target: "e_hit", Field: "event"}, "hit")
	mill := ruling(r, stemma.Decision{Kind: stemma.DecideAccept, Target: "c_mill", Field: "claim"}, "The mill was burned,")
	again := reading("Read also: more. " + page)
	again.Events[0].ID, again.Claims[0].ID = "e_other", "c_other"
	got := apply(again, mill)
	if got.StatusOf("c_other") != stemma.Accepted || len(got.Orphans) != 0 {
		t.Errorf("the claim on the same words is %s", got.StatusOf("c_other"))
	}
	gone := reading(strings.Replace(page, "Shells hit Oruna on Monday. ", "", 1))
	gone.Events = gone.Events[1:]
	if got := apply(gone, hit); len(got.Orphans) != 1 || len(got.Told().Events) != 1 {
		t.Errorf("a ruling without its words took %v", got.Status)
	}
	twice := reading(page)
	twice.Events[0].ID = "e_a"
	twice.Events = append(twice.Events, stemma.Event{ID: "e_b", Trigger: twice.Events[0].Trigger})
	if got := apply(twice, hit); len(got.Orphans) != 1 {
		t.Errorf("of two events on the words one was taken: %v", got.Status)
	}
}

func TestApply_movesWords(t *testing.T) {
	r := reading(page)
	got := apply(r, ruling(r, stemma.Decision{Kind: stemma.DecideSpan, Target: "c_mill"}, "The mill was burned"))
	if words := got.Words(got.Claim("c_mill").Extent()); words != "The mill was burned" {
		t.Errorf("the claim rests on %q", words)
	}
}

func TestApply_oneActorOfTwoNames(t *testing.T) {
	r := reading(page)
	got := apply(r, stemma.Decision{Kind: stemma.DecideSameActor, Target: "Ketha Front", Value: "Front of Ketha"})
	if got.Actors[1].Name != "Ketha Front" || r.Actors[1].Name != "Front of Ketha" {
		t.Errorf("the actors are %v", got.Actors)
	}
}

func TestRulings_undone(t *testing.T) {
	r := reading(page)
	got := apply(r,
		ruling(r, stemma.Decision{Kind: stemma.DecideReject, Target: "e_hit", Field: "event"}, "hit"),
		stemma.Decision{Kind: stemma.DecideUndo, Target: "1"})
	if got.StatusOf("e_hit") != stemma.Proposed {
		t.Errorf("an undone ruling holds: %s", got.StatusOf("e_hit"))
	}
}

func TestRulings_standing(t *testing.T) {
	i := stemma.Incident{ID: "i_1", Events: []string{"e_hit", "e_burned"}}
	rulings := decide.NewRulings([]stemma.Decision{
		{Seq: 1, Kind: stemma.DecideAccept, Target: "e_hit"},
		{Seq: 2, Kind: stemma.DecideReject, Target: "e_burned", Field: "event"}, // of the telling alone
		{Seq: 3, Kind: stemma.DecideChoose, Target: "e_hit", Field: "killed", Value: "4", Why: "a count"},
		{Seq: 4, Kind: stemma.DecideChoose, Target: "e_hit", Field: "killed", Value: "5", Why: "a better count"},
	})
	if rulings.Status(i) != stemma.Accepted {
		t.Errorf("the incident is %s", rulings.Status(i))
	}
	if chosen := rulings.Chosen(i); len(chosen) != 1 || chosen[0].Value != "5" {
		t.Errorf("chosen: %v", chosen)
	}
}

func TestLocate(t *testing.T) {
	for _, c := range []struct {
		words string
		want  bool
	}{{"Shells hit Oruna", true}, {"Shells  hit\nOruna", true}, {"the mill was burned", true}, {"mill was burned", false}, {"no such words", false}, {"", false}} {
		span, ok := decide.Locate(page, c.words)
		if ok != c.want {
			t.Errorf("%q: found %v at %v, want %v", c.words, ok, span, c.want)
		}
	}
}

func TestParseInterval(t *testing.T) {
	for text, want := range map[string]string{
		"2024-03-14": "2024-03-14 2024-03-14", "2024-03-14/2024-03-16": "2024-03-14 2024-03-16", "../2024-03-16": " 2024-03-16", "2024-03-14/..": "2024-03-14 ", "unknown": " ",
	} {
		got, err := decide.ParseInterval(text)
		if err != nil || got.Earliest.String()+" "+got.Latest.String() != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	for _, wrong := range []string{"Monday", "2024-03-16/2024-03-14", "2024-02-30"} {
		if got, err := decide.ParseInterval(wrong); err == nil {
			t.Errorf("%s is taken for %v", wrong, got)
		}
	}
}

// FuzzApply lays any ruling over the page: it never panics, and every span stays
// in the text.
func FuzzApply(f *testing.F) {
	f.Add("add", "event", "acled=Attack", "two guards", "Later the mill was burned again, and ", "")
	f.Add("change", "date", "unknown", "hit", "", "")
	f.Add("place", "", "name=x&lat=1&lon=2&radius_m=3", "Oruna", "Shells hit ", " on Monday")
	f.Fuzz(func(t *testing.T, kind, field, value, quote, before, after string) {
		r := reading(page)
		for _, target := range []string{"e_hit", "c_mill", "q_two", "x"} {
			got := apply(r, stemma.Decision{Kind: stemma.DecisionKind(kind), Field: field, Value: value, Target: target, Document: "d_1", Quote: quote, Before: before, After: after}).Told()
			for _, e := range got.Events {
				if e.Trigger.Start < 0 || e.Trigger.End > len(page) {
					t.Errorf("event outside the text: %v", e.Trigger)
				}
			}
			got.Tellings()
		}
	})
}

func BenchmarkApply(b *testing.B) {
	r := reading(page)
	rulings := decide.NewRulings([]stemma.Decision{ruling(r, stemma.Decision{Kind: stemma.DecideReject, Target: "e_hit", Field: "event"}, "hit")})
	for b.Loop() {
		rulings.Apply(r).Told()
	}
}
