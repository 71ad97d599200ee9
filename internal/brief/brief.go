// Package brief is what is new in a case since a moment: incidents that were not
// there, what changed of the others, what has come into dispute, and last what
// nobody dates. How the case stood is left to package past, and how a brief is
// printed to the doors. In: a case that has "five killed", as it stood with "two
// killed"; out: killed, 2 → 2–5, said by the hospital.
package brief

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/past"
	"stemma/internal/sheet"
	"stemma/internal/store"
)

// Kind is what a brief can be filtered by: when, where and what; never who, for
// nobody may follow a person or a unit from day to day (design.md, rule 10).
func Kind() ledger.Kind {
	return ledger.Kind{Name: "briefs", Filters: []string{"from", "to", "before", "country", "province", "place", "type", "status", "origins", "disputed"}}
}

// Since is the brief of a case since a moment, in the words in which a person
// names it; stood is how the case is had as it stood.
func Since(now *ledger.Ledger, stood func(past.Cut) (store.Store, error), since string, f *ledger.Filter) (export.Brief, error) {
	m, err := past.Read(now.Ctx, now.Store, since)
	if err != nil {
		return export.Brief{}, err
	}
	before, err := stood(m.Before())
	if err != nil {
		return export.Brief{}, err
	}
	return between(now, before, since, f)
}

// between is the brief of a case that once stood otherwise; since is how the
// moment was named.
func between(now *ledger.Ledger, before store.Store, since string, f *ledger.Filter) (export.Brief, error) {
	w := writer{now: now, pages: sheet.Of(now), then: newMemory()}
	out := export.Brief{
		Schema: export.BriefSchema, Since: since, New: []export.BriefEntry{}, Changed: []export.BriefEntry{}, Disputed: []export.BriefEntry{},
		Undated: []export.BriefEntry{}, Gone: []string{},
	}
	if err := w.then.read(now, before); err != nil {
		return out, err
	}
	passes, err := now.Passing(f)
	if err != nil {
		return out, err
	}
	for i, err := range now.Store.Incidents(now.Ctx) {
		if err != nil {
			return out, err
		}
		if e, told := w.entry(i); told && passes(i) {
			put(&out, e, i)
		}
	}
	if !f.Asks() {
		out.Gone = w.then.gone()
	}
	order(&out)
	return out, nil
}

// put files an entry: what nobody dates last, whatever else it is.
func put(b *export.Brief, e export.BriefEntry, i stemma.Incident) {
	into := &b.Changed
	switch {
	case !i.When.Closed():
		into = &b.Undated
	case e.New:
		into = &b.New
	case slices.ContainsFunc(e.Changes, newlyDisputed):
		into = &b.Disputed
	}
	*into = append(*into, e)
}

// order puts what happened last first, then what most origins tell of.
func order(b *export.Brief) {
	for _, list := range [][]export.BriefEntry{b.New, b.Changed, b.Disputed, b.Undated} {
		slices.SortStableFunc(list, func(x, y export.BriefEntry) int {
			return cmp.Or(strings.Compare(export.Text(y.When.Latest), export.Text(x.When.Latest)), y.Origins.Max-x.Origins.Max, strings.Compare(x.ID, y.ID))
		})
	}
	slices.Sort(b.Gone)
}

// A writer writes entries.
type writer struct {
	now   *ledger.Ledger
	pages sheet.Pages
	then  *memory
}

// entry is an incident in the brief; false if nothing of it is new.
func (w writer) entry(i stemma.Incident) (export.BriefEntry, bool) {
	was := w.then.of(i)
	if i.Status == stemma.Rejected && (len(was) == 0 || was[0].Status == stemma.Rejected) {
		return export.BriefEntry{}, false
	}
	var changed []export.BriefChange
	if len(was) > 0 {
		if changed = w.changes(was, i); len(changed) == 0 {
			return export.BriefEntry{}, false
		}
	}
	return w.written(i, was, changed), true
}

// written is an entry as it leaves the case: private persons masked, and no place
// of people who are on the move.
func (w writer) written(i stemma.Incident, was []stemma.Incident, changed []export.BriefChange) export.BriefEntry {
	e := export.NewBriefEntry(i, w.now.Span)
	e.New, e.What = len(was) == 0, ledger.What(i.ACLED, i.Type, i.Mode)
	e.Parties = sheet.Hide(w.pages, i, sheet.Parties(i))
	e.Changes = append(e.Changes, changed...)
	for _, one := range was {
		if one.ID != i.ID {
			e.Was = append(e.Was, one.ID)
		}
	}
	for _, d := range i.Documents {
		if !w.then.documents[d] {
			e.Documents = append(e.Documents, d)
		}
	}
	if w.now.Caution().Incident(i) {
		e.Places = []string{"withheld"}
		e.Parties = ""
		e.Changes = slices.DeleteFunc(e.Changes, func(c export.BriefChange) bool { return !counted(c.Field) })
	}
	return e
}

// counted reports whether a field cannot name a place.
func counted(field string) bool {
	return sheet.Placeless(field) || slices.Contains([]string{"origins", "grade", "status", disputed}, field)
}
