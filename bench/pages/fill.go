package main

import (
	"context"
	"fmt"
	"strings"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

// together is how many documents tell of one incident.
const together = 4

// A size is how large a case is made.
type size struct{ documents, claims, places int }

// group is how many documents are put at once.
const group = 500

// fill puts an invented case: every document has claims, each with an event and
// a number of killed; four documents in a row tell of the same incidents.
func fill(ctx context.Context, c *sqlite.Case, s size) error {
	var change store.Change
	joined := &store.Joined{}
	var told []*stemma.Reading
	for n := range s.documents {
		d, r := report(n, s)
		change.Entries = append(change.Entries, store.Entry{Document: d, Reading: r, Capture: &stemma.Capture{Document: d.ID, Name: fmt.Sprintf("report-%05d.txt", n)}})
		told = append(told, r)
		if len(told) == together || n == s.documents-1 {
			joined.Incidents = append(joined.Incidents, incidents(told)...)
			told = nil
		}
		if len(change.Entries) == group || n == s.documents-1 {
			if err := c.Put(ctx, change); err != nil {
				return err
			}
			change.Entries = nil
		}
	}
	return c.Put(ctx, store.Change{Joined: joined})
}

var (
	towns   = []string{"Oruna", "Balvek", "Vedra", "Kelsbro", "Azhmir", "Dorvat", "Haelo", "Teshk", "Ishen", "Sull"}
	sayers  = []string{"the mayor", "two officials", "the ministry", "a hospital doctor", "the Front", "a witness"}
	parties = []string{"Orvane Air Force", "Ketha Front", "Maravand Army", "Saltmen"}
)

// A spot is where the words of one sentence stand.
type spot struct{ sentence, content, trigger, number, town, who, doer stemma.Span }

// write writes a sentence: one claim of one event with one number.
func write(b *strings.Builder, n, k int) spot {
	at := func(words string) stemma.Span {
		s := stemma.Span{Start: b.Len(), End: b.Len() + len(words)}
		b.WriteString(words)
		return s
	}
	var s spot
	s.number = at(fmt.Sprint(killed(n, k)))
	at(" people were killed when ")
	s.doer = at(parties[k%len(parties)])
	at(" ")
	s.trigger = at("shelled")
	at(" ")
	s.town = at(towns[(n/together+k)%len(towns)])
	s.content = s.number.Join(s.town)
	at(", ")
	s.who = at(sayers[(n+k)%len(sayers)])
	s.sentence = s.content.Join(at(" said."))
	at("\n\n")
	return s
}

func killed(n, k int) int { return 2 + (n+k)%7 }

// report is one document with its reading.
func report(n int, size size) (stemma.Document, *stemma.Reading) {
	var b strings.Builder
	title := fmt.Sprintf("Shells hit %s, report %d", towns[n%len(towns)], n)
	b.WriteString(title + "\n\n")
	var spots []spot
	for k := range size.claims {
		spots = append(spots, write(&b, n, k))
	}
	d := stemma.NewDocument("text/plain", []byte(b.String()))
	day := stemma.NewDay(2024, 1, 1) + stemma.Day(n/together%300)
	r := &stemma.Reading{Document: d.ID, Text: stemma.Text(b.String()), Version: "r_bench", Language: "en", Read: true, MediaType: "text/plain"}
	r.Regions = []stemma.Region{{Span: stemma.Span{End: len(title) + 2}, Kind: stemma.RegionTitle}, {Span: stemma.Span{Start: len(title) + 2, End: b.Len()}, Kind: stemma.RegionBody}}
	r.Publication = stemma.Publication{
		Title: stemma.Words{Name: title, Span: stemma.Span{End: len(title)}}, Outlet: stemma.Words{Name: towns[(n+3)%len(towns)] + " Post", Basis: stemma.BasisGiven},
		Published: stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: stemma.BasisGiven},
	}
	for k, s := range spots {
		tell(r, s, n, k, size.places, day)
	}
	return d, r
}

// tell adds to a reading what one sentence says.
func tell(r *stemma.Reading, s spot, n, k, places int, day stemma.Day) {
	spread := (n/together*10 + k) % places // over the map, the same for all that tell of one incident
	claim := stemma.Claim{
		ID: stemma.SpanID("c", r.Document, "", s.content), Content: []stemma.Span{s.content}, Stance: stemma.Asserts, Rule: "bench",
		Source: stemma.Source{Name: r.Words(s.who), Span: s.who, Kind: stemma.SourceUnnamed},
		Chain:  []stemma.Link{{Role: stemma.RoleOutlet, Name: r.Publication.Outlet.Name}, {Role: stemma.RoleSource, Name: r.Words(s.who), Span: s.who}},
	}
	place := stemma.Toponym{ID: stemma.SpanID("p", r.Document, "", s.town), Span: s.town, Place: stemma.Place{
		ID: fmt.Sprint("own:", spread), Name: r.Words(s.town), Lat: -20 + float64(spread*7919%5000)/100, Lon: -10 + float64(spread*104729%6000)/100, Radius: 3000, Precision: stemma.PrecisionTown, Country: "XO",
	}}
	low := float64(killed(n, k))
	number := stemma.Quantity{ID: stemma.SpanID("q", r.Document, "", s.number), Span: s.number, What: "killed", Low: low, High: low, Scope: stemma.ScopeEvent}
	r.Syntax.Sentences = append(r.Syntax.Sentences, stemma.Sentence{Span: s.sentence})
	r.Claims, r.Places, r.Quantities = append(r.Claims, claim), append(r.Places, place), append(r.Quantities, number)
	r.Events = append(r.Events, stemma.Event{
		ID: stemma.SpanID("e", r.Document, "", s.trigger), Type: "ASSAULT", Mode: "heavy-weapons", ACLED: "Shelling/artillery/missile attack", Trigger: s.trigger, Clause: s.content,
		Actors: []stemma.Role{{Name: parties[k%len(parties)], Span: s.doer}}, Places: []stemma.PlaceRole{{Place: place.ID, Role: "in", Span: s.town}},
		When: stemma.Interval{Earliest: day, Latest: day, Precision: stemma.PrecisionDay, Basis: stemma.BasisWords}, Quantities: []string{number.ID},
		Modality: stemma.Asserted, Claim: claim.ID, Rule: "bench",
	})
}

// incidents are what readings that tell of the same come to: the k-th event of
// each is one incident.
func incidents(told []*stemma.Reading) []stemma.Incident {
	var out []stemma.Incident
	for k := range told[0].Events {
		e := told[0].Events[k]
		i := stemma.Incident{ID: stemma.NewID("i", "", e.ID), Title: "heavy-weapons assault: " + e.Actors[0].Name + ", " + told[0].Places[k].Place.Name,
			Type: e.Type, Mode: e.Mode, ACLED: e.ACLED, Status: stemma.Proposed, When: e.When,
			Places: []stemma.Scene{{Place: told[0].Places[k].Place, Role: "in", Words: stemma.Quote{Document: told[0].Document, Span: told[0].Places[k].Span}}}}
		yes := stemma.Value{Field: "happened", Text: "yes"}
		for n, r := range told {
			i.Events, i.Documents = append(i.Events, r.Events[k].ID), append(i.Documents, r.Document)
			i.Assessment.Accounts = append(i.Assessment.Accounts, stemma.Account{Origin: "unnamed:" + r.Document, Name: r.Claims[k].Source.Name, Kind: stemma.OriginUnnamed,
				Documents: []string{r.Document}, Claims: []string{r.Claims[k].ID}, Events: []string{r.Events[k].ID}})
			yes.Accounts, yes.Quotes = append(yes.Accounts, n), append(yes.Quotes, stemma.Quote{Document: r.Document, Span: r.Events[k].Trigger})
			low := r.Quantities[k].Low
			i.Assessment.Values = append(i.Assessment.Values, stemma.Value{Field: "killed", Low: &low, High: &low, Accounts: []int{n}, Origins: stemma.Origins{Min: 1, Max: 1}, Quotes: []stemma.Quote{{Document: r.Document, Span: r.Quantities[k].Span}}})
		}
		yes.Origins = stemma.Origins{Min: 1, Max: len(told)}
		i.Assessment.Origins, i.Assessment.Grade = yes.Origins, stemma.GradeOne
		i.Assessment.Values = append(i.Assessment.Values, yes, stemma.Value{Field: "actor", Text: e.Actors[0].Name, Accounts: yes.Accounts, Origins: yes.Origins, Quotes: yes.Quotes})
		out = append(out, i)
	}
	return out
}

// addresses are the pages, each for the n-th time it is asked for: other rows
// every time.
func addresses() []func(n int) string {
	fixed := func(address string) func(int) string { return func(int) string { return address } }
	document := func(n int) *stemma.Reading { _, r := report(n*97%1000, size{claims: 10, places: 10}); return r }
	first := func(n int) string {
		_, r := report(n*101%250*together, size{claims: 10, places: 10})
		return stemma.NewID("i", "", r.Events[n%5].ID)
	}
	return []func(n int) string{
		fixed("/"), fixed("/r"), fixed("/r?book=ucdp"), fixed("/i"),
		func(n int) string { return fmt.Sprintf("/i?from-row=%d", n*400) },
		func(n int) string { return "/i?actor=Ketha&from=2024-0" + fmt.Sprint(1+n%9) + "-01" },
		func(n int) string { return "/i/" + first(n) },
		func(n int) string { return "/i/" + first(n) + "/print" },
		fixed("/d"), func(n int) string { return fmt.Sprintf("/d?from-row=%d", n*200) },
		func(n int) string { return "/d/" + document(n).Document },
		func(n int) string { return "/c?after=" + document(n).Document },
		func(n int) string { r := document(n); return "/c/" + r.Claims[n%10].ID + "?d=" + r.Document },
		fixed("/copies"), fixed("/x"), fixed("/anchors"), fixed("/h"),
		func(n int) string { return "/q?q=" + strings.ToLower(towns[n%len(towns)]) + "+killed" },
	}
}
