// Package match holds a person's own table against the incidents of a case: what
// is already there, what the accounts have otherwise, what is new, and which rows
// no incident here is of. The words for why are those of joining; nothing is
// written into either. In: a row "14 March, Dorvat, shelling, 2 killed" and an
// incident of that day and place with two to five killed; out: already there, for
// time, place and number; with "7 killed": update, killed 7 → 2–5.
package match

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/coding"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/sheet"
)

// The verdicts.
const (
	New    = "new"
	Update = "update"
	There  = "already there"
	Yours  = "only yours"
)

// Kind is what the incidents that rows are held against can be filtered by.
func Kind() ledger.Kind {
	return ledger.Kind{Name: "matches", Filters: []string{"from", "to", "before", "country", "province", "place", "type", "status", "origins", "disputed", "dated", "placed"}}
}

// Result is what came of a table.
type Result struct {
	Found      []export.Match
	Problems   []Problem // rows that could not be read
	OutOfScope int       // incidents that the table's codebook does not take, and no row is of
}

// Run holds a table against a case.
func Run(l *ledger.Ledger, t *Table, m Map, f *ledger.Filter) (Result, error) {
	rows, problems, err := t.Rows(m)
	if err != nil {
		return Result{}, err
	}
	p, err := newPool(l)
	if err != nil {
		return Result{}, err
	}
	passes, err := l.Passing(f)
	if err != nil {
		return Result{}, err
	}
	w := writer{l, sheet.Of(l), func(field string) bool { return place(t.Head, m.Column(field)) >= 0 }}
	out := Result{Problems: problems}
	of, alone := p.assign(rows)
	for _, r := range alone {
		out.Found = append(out.Found, w.yours(r))
	}
	if err := out.hold(p, of, passes, coding.BookNamed(m.Book), w); err != nil {
		return out, err
	}
	order(out.Found)
	return out, nil
}

// hold adds a match for each incident that has rows; of the others for those that
// pass the filter and are in the book's scope.
func (r *Result) hold(p *pool, of map[int][]told, passes func(stemma.Incident) bool, book coding.Book, w writer) error {
	for n := range p.all {
		c := &p.all[n]
		if len(of[n]) == 0 && !passes(c.Incident) {
			continue
		}
		if len(of[n]) == 0 && book.OutOfScope(c.Incident) != "" {
			r.OutOfScope++
			continue
		}
		found, err := w.match(c, of[n])
		if err != nil {
			return err
		}
		r.Found = append(r.Found, found)
	}
	return nil
}

// order puts the few first: what has to be changed in the table, what only it has,
// what is there; then what is new. Each by day.
func order(all []export.Match) {
	verdicts := []string{Update, Yours, There, New}
	day := func(m export.Match) string {
		if m.When.Earliest == nil {
			return "~" // after all days
		}
		return *m.When.Earliest
	}
	slices.SortStableFunc(all, func(a, b export.Match) int {
		return cmp.Or(slices.Index(verdicts, a.Verdict)-slices.Index(verdicts, b.Verdict), cmp.Compare(day(a), day(b)))
	})
}

// told is a row that is of an incident, and why.
type told struct {
	Row
	Evidence
}

// A writer writes matches as they leave the case.
type writer struct {
	ledger *ledger.Ledger
	pages  sheet.Pages
	has    func(field string) bool // whether the table has a column of it
}

func (w writer) match(c *candidate, rows []told) (export.Match, error) {
	m := export.Match{
		Schema: export.MatchSchema, Verdict: New, Incident: &c.ID, Rows: []export.MatchRow{}, Updates: []export.MatchUpdate{},
		What: ledger.What(c.ACLED, c.Type, c.Mode), Parties: sheet.Hide(w.pages, c.Incident, sheet.Parties(c.Incident)), Status: ledger.Null(string(c.Status)), Places: export.PlaceNames(c.Places),
	}
	m.When = export.NewIncident(c.Incident, w.ledger.Span).When
	if c.withheld { // a party's name may say where
		m.Parties = ""
	}
	for _, r := range rows {
		m.Rows = append(m.Rows, export.MatchRow{Line: r.Line, ID: ledger.Null(r.ID), Reasons: r.Reasons})
	}
	if len(rows) == 0 {
		return m, nil
	}
	if err := c.tell(w.ledger, w.pages); err != nil {
		return m, err
	}
	m.Verdict, m.Updates = There, append(m.Updates, w.updates(c, rows)...)
	if len(m.Updates) > 0 {
		m.Verdict = Update
	}
	return m, nil
}

// yours is a row that no incident here is of.
func (w writer) yours(r Row) export.Match {
	row := stemma.Incident{When: r.When}
	m := export.Match{
		Schema: export.MatchSchema, Verdict: Yours, Rows: []export.MatchRow{{Line: r.Line, ID: ledger.Null(r.ID), Reasons: []string{}}}, Updates: []export.MatchUpdate{},
		What: r.ACLED, Places: []string{}, When: export.NewIncident(row, w.ledger.Span).When,
	}
	if r.Place != "" {
		m.Places = append(m.Places, r.Place)
	}
	switch {
	case r.Actor != "" && r.Recipient != "":
		m.Parties = r.Actor + " → " + r.Recipient
	default:
		m.Parties = cmp.Or(r.Actor, r.Recipient)
	}
	return m
}
