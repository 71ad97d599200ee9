package main

import (
	"bytes"
	"context"
	"testing"

	"stemma"
	"stemma/internal/ledger"
	"stemma/internal/store/sqlite"
)

// TestRulings_touchedIsWhole rules on findings one after the other, and undoes
// it: what is weighed of the documents that each touches is what weighing the
// whole case comes to.
func TestRulings_touchedIsWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	t.Parallel()
	ctx := context.Background()
	c, err := sqlite.Open(ctx, demoCase(t), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	desk := (&program{}).desk(c)
	rows := func() string {
		var b bytes.Buffer
		l := ledger.New(ctx, c) // one for all three lists: it reads each document once
		for _, name := range []string{"incidents", "disagreements", "copies"} {
			k, _ := ledger.KindNamed(name)
			if err := ledger.WriteJSON(&b, k.Rows(l, &ledger.Filter{})); err != nil {
				t.Fatal(err)
			}
		}
		return b.String()
	}
	same := func(what string) {
		t.Helper()
		touched := rows()
		if err := desk.Weigh(ctx); err != nil {
			t.Fatal(err)
		}
		if whole := rows(); whole != touched {
			t.Errorf("%s: what it touches comes to something else than the whole case does:\n%s", what, firstDifference(touched, whole))
		}
	}
	same("nothing")
	for n, r := range rulingsOn(t, c) {
		if _, err := ledger.New(ctx, c).Rule(desk, r); err != nil {
			t.Fatalf("%d %s %s: %v", n, r.Verb, r.On, err)
		}
		same(r.Verb + " " + r.On)
		if n%2 == 1 {
			last, err := ledger.New(ctx, c).Last()
			if err != nil {
				t.Fatal(err)
			}
			if err := desk.Undo(ctx, last.Seq, ""); err != nil {
				t.Fatal(err)
			}
			same("undoing " + r.Verb)
		}
	}
}

// rulingsOn are rulings of every sort that changes what a document tells.
func rulingsOn(t *testing.T, c *sqlite.Case) []ledger.Ruling {
	t.Helper()
	var several []stemma.Incident
	for i, err := range c.Incidents(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if len(i.Documents) > 1 && len(i.Events) > 2 {
			several = append(several, i)
		}
	}
	if len(several) < 4 {
		t.Fatalf("%d incidents of several documents", len(several))
	}
	a, b, d, e := several[0], several[1], several[2], several[3]
	return []ledger.Ruling{
		{Verb: "change", On: a.Events[0], Field: "date", Value: "2020-01-01"},
		{Verb: "reject", On: a.Events[1]},
		{Verb: "change", On: b.Events[0], Field: "modality", Value: "denied"},
		{Verb: "split", On: b.ID, Value: b.Events[1]},
		{Verb: "merge", On: d.ID, Value: e.ID},
		{Verb: "reject", On: d.Events[0]},
		{Verb: "change", On: e.Events[1], Field: "type", Value: "PROTEST"},
	}
}
