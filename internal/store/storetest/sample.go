package storetest

import (
	"fmt"
	"strings"
	"time"

	"stemma"
	"stemma/internal/store"
)

// Page is a small document with everything in its reading that a store has to
// keep: a claim, an event, two places, a witness whose name is private, a
// comment, and an outlet. Pages of different numbers differ in words, days and
// places.
func Page(n int) (stemma.Document, *stemma.Reading) {
	text := strings.Join([]string{
		fmt.Sprintf("Shells hit Orvale district number%d", n),
		fmt.Sprintf("Two mills burned in Orvale on day %d, the governor of Tarn said. Witness Mina Karsk saw it.", n),
		"Call the desk at 555.",
		"first comment: zebrafish",
	}, "\n")
	d := stemma.NewDocument("text/plain", []byte(text))
	r := &stemma.Reading{
		Document: d.ID, MediaType: d.MediaType, Version: "r_1", Text: stemma.Text(text), Language: "en", Read: true,
	}
	regions(r)
	findings(r, n)
	return d, r
}

func regions(r *stemma.Reading) {
	kinds := []stemma.Region{
		{Kind: stemma.RegionTitle}, {Kind: stemma.RegionBody},
		{Kind: stemma.RegionResidue, Form: stemma.FormContact}, {Kind: stemma.RegionComment},
	}
	at := 0
	for i, line := range strings.SplitAfter(string(r.Text), "\n") {
		kinds[i].Span = stemma.Span{Start: at, End: at + len(line)}
		at += len(line)
		r.Regions = append(r.Regions, kinds[i])
		r.Blocks = append(r.Blocks, stemma.Block{Span: kinds[i].Span, Tag: "p"})
	}
}

func findings(r *stemma.Reading, n int) {
	id := r.Document
	orvale := stemma.Place{
		ID: "own:orvale", Name: "Orvale", Kind: "town", Country: "TN", Lat: 35 + float64(n), Lon: 36.5, Precision: stemma.PrecisionTown, Radius: 5000,
	}
	day := stemma.NewDay(2024, time.March, 1) + stemma.Day(n)
	scene, governor, witness := find(r, "Orvale on"), find(r, "the governor of Tarn"), find(r, "Mina Karsk")
	scene.End -= len(" on")
	content := find(r, fmt.Sprintf("Two mills burned in Orvale on day %d", n))
	r.Publication = stemma.Publication{
		Title: stemma.Words{Name: r.Words(find(r, fmt.Sprintf("Shells hit Orvale district number%d", n)))}, Outlet: stemma.Words{Name: "Vedra Post", Basis: stemma.BasisMetadata},
		Published: stemma.Interval{Earliest: day + 1, Latest: day + 1, Precision: stemma.PrecisionDay, Basis: stemma.BasisMetadata},
	}
	r.Actors = []stemma.Actor{
		{ID: stemma.SpanID("a", id, "", governor), Name: "governor of Tarn", Kind: stemma.KindGovernment, Mentions: []stemma.Mention{{Span: governor, Form: stemma.FormDescription}}},
		{ID: stemma.SpanID("a", id, "", witness), Name: "Mina Karsk", Kind: stemma.KindPerson, Person: stemma.PersonWitness, Mentions: []stemma.Mention{{Span: witness, Form: stemma.FormName}}},
	}
	r.Places = []stemma.Toponym{{ID: stemma.SpanID("p", id, "", scene), Span: scene, Place: orvale}}
	claim := stemma.Claim{
		ID: stemma.SpanID("c", id, "", content), Cue: find(r, "said"), Content: []stemma.Span{content}, Stance: stemma.Asserts, Rule: "after",
		Source: stemma.Source{Span: governor, Name: "governor of Tarn", Actor: r.Actors[0].ID, Kind: stemma.SourceNamed},
		Chain:  []stemma.Link{{Role: stemma.RoleOutlet, Name: "Vedra Post"}, {Role: stemma.RoleSource, Name: "governor of Tarn", Span: governor}},
	}
	r.Claims = []stemma.Claim{claim}
	r.Events = []stemma.Event{{
		ID: stemma.SpanID("e", id, "ASSAULT", content), Type: "ASSAULT", Mode: "fire", Contexts: []string{"military"}, ACLED: "Shelling/artillery/missile attack",
		Trigger: find(r, "burned"), Clause: find(r, "Witness Mina Karsk saw it"), Modality: stemma.Asserted, Claim: claim.ID, Rule: "burn",
		Actors: []stemma.Role{{Name: "Mina Karsk", Actor: r.Actors[1].ID, Span: witness}},
		Places: []stemma.PlaceRole{{Place: r.Places[0].ID, Role: "in", Span: scene}},
		When:   stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: stemma.BasisWords},
	}}
}

func find(r *stemma.Reading, words string) stemma.Span {
	at := strings.Index(string(r.Text), words)
	if at < 0 {
		panic("the sample has no " + words)
	}
	return stemma.Span{Start: at, End: at + len(words)}
}

// Fingerprints are those that the suite gives page n: 100 of all pages and two
// of its own.
func Fingerprints(n int) []uint64 { return []uint64{1 << 63, uint64(n)*2 + 100, uint64(n)*2 + 101} }

// Entry is page n as it is put the first time.
func Entry(n int) store.Entry {
	d, r := Page(n)
	added := time.Date(2026, time.March, 1, 12, 0, n, 0, time.UTC)
	return store.Entry{
		Document: d, Reading: r, Fingerprints: Fingerprints(n),
		Capture: &stemma.Capture{Document: d.ID, Name: fmt.Sprintf("page-%d.txt", n), Added: added, By: "tester"},
	}
}

// Incident is what the pages of some numbers come to together.
func Incident(pages ...int) stemma.Incident {
	i := stemma.Incident{Title: "Orvale burns, Mina Karsk says", Type: "ASSAULT", Mode: "fire", Status: stemma.Proposed}
	account := stemma.Account{Origin: "a_governor", Name: "governor of Tarn", Kind: stemma.OriginNamed}
	for _, n := range pages {
		d, r := Page(n)
		i.Documents = append(i.Documents, d.ID)
		i.Events = append(i.Events, r.Events[0].ID)
		i.When = r.Events[0].When
		i.Places = []stemma.Scene{{Place: r.Places[0].Place, Role: "in", Words: stemma.Quote{Document: d.ID, Span: r.Places[0].Span}}}
	}
	account.Documents, account.Events = i.Documents, i.Events
	low := 2.0
	i.ID = stemma.NewID("i", "", i.Events...)
	i.Assessment = stemma.Assessment{
		Accounts: []stemma.Account{account}, Origins: stemma.Origins{Min: 1, Max: 1, Reasons: []string{"one governor"}},
		Grade: stemma.GradeOne, Reasons: []string{"one origin says so"},
		Values: []stemma.Value{{Field: "killed", Low: &low, Accounts: []int{0}, Origins: stemma.Origins{Min: 1, Max: 1}}},
		Disagreements: []stemma.Disagreement{{
			ID: stemma.NewID("x", i.ID), Incident: i.ID, Type: stemma.DisagreeValue, Field: "killed", Reason: "two figures",
			Sides: []stemma.Side{{Value: "2", Documents: i.Documents[:1]}, {Value: "3", Documents: i.Documents[:1]}},
		}},
	}
	return i
}
