package ledger

import (
	"slices"

	"stemma"
	"stemma/internal/decide"
	"stemma/internal/export"
	"stemma/internal/store"
)

// quarantine is how many days movements of civilians and aid leave the case
// only as districts or wider.
const quarantine = 30

// A Caution knows which tellings are of movements of civilians, aid and mixed
// convoys, shelters and hospitals that are younger than the quarantine, counted
// from the newest day in the case (design.md, rule 10). Every row is asked of it
// before it is shaped for another program, so that each door is as careful as
// the others. What cannot be opened is taken for such a telling.
type Caution struct {
	ledger    *Ledger
	newest    stemma.Day               // 0: not looked up yet
	quiet     map[string][]stemma.Span // by document: clauses of such tellings
	sheltered map[string][]string      // by document: tellings of people on the move, of any age
}

// Caution is that of this case.
func (l *Ledger) Caution() *Caution {
	if l.caution == nil {
		l.caution = &Caution{ledger: l, quiet: map[string][]stemma.Span{}, sheltered: map[string][]string{}}
	}
	return l.caution
}

// Incident reports whether the places of an incident stay in the case: one of
// its tellings is of people who may still be there.
func (c *Caution) Incident(i stemma.Incident) bool {
	if !export.Moving(i.Type) || !c.young(i.When) {
		return false
	}
	return slices.ContainsFunc(i.Documents, func(document string) bool {
		tellings, err := c.onTheMove(document)
		return err != nil || slices.ContainsFunc(tellings, func(e string) bool { return slices.Contains(i.Events, e) })
	})
}

// onTheMove are the tellings of a document that are of such people; it is opened
// once, however many incidents it tells of.
func (c *Caution) onTheMove(document string) ([]string, error) {
	if known, ok := c.sheltered[document]; ok {
		return known, nil
	}
	r, err := c.ledger.Reading(document)
	if err != nil {
		return nil, err
	}
	out := []string{}
	for _, e := range r.Events {
		if export.Sheltered(e.Type, r.Words(e.Clause)) {
			out = append(out, e.ID)
		}
	}
	c.sheltered[document] = out
	return out, nil
}

// Event reports whether the places of one telling stay in the case.
func (c *Caution) Event(r decide.Ruled, e stemma.Event) bool {
	return export.Sheltered(e.Type, r.Words(e.Clause)) && c.young(e.When)
}

// Words reports whether some words of a document tell of such a movement: they
// would name the place.
func (c *Caution) Words(document string, spans ...stemma.Span) bool {
	if _, ok := c.quiet[document]; !ok {
		r, err := c.ledger.Reading(document)
		if err != nil {
			return true
		}
		return c.words(r, spans...)
	}
	return c.overlaps(document, spans)
}

func (c *Caution) words(r decide.Ruled, spans ...stemma.Span) bool {
	if _, ok := c.quiet[r.Document]; !ok {
		c.quiet[r.Document] = nil
		for _, e := range r.Events {
			if c.Event(r, e) {
				c.quiet[r.Document] = append(c.quiet[r.Document], e.Clause)
			}
		}
	}
	return c.overlaps(r.Document, spans)
}

func (c *Caution) overlaps(document string, spans []stemma.Span) bool {
	return slices.ContainsFunc(spans, func(s stemma.Span) bool { return slices.ContainsFunc(c.quiet[document], s.Overlaps) })
}

// young: an undated movement counts as one of today.
func (c *Caution) young(w stemma.Interval) bool {
	if w.Latest == 0 {
		return true
	}
	if c.newest == 0 {
		day, err := c.ledger.newest()
		if err != nil {
			return true
		}
		c.newest = max(day, 1)
	}
	return c.newest-w.Latest <= quarantine
}

// newest is the last day on which anything in the case was published, or
// happened: what is only planned has not come yet.
func (l *Ledger) newest() (stemma.Day, error) {
	var out stemma.Day
	for d, err := range l.Store.Documents(l.Ctx, store.Which{}) {
		if err != nil {
			return 0, err
		}
		out = max(out, d.Publication.Published.Latest)
	}
	for i, err := range l.Store.Incidents(l.Ctx) {
		if err != nil {
			return 0, err
		}
		out = max(out, i.When.Latest)
	}
	return out, nil
}

// title is a document's title as it leaves the case. Few titles have such words,
// and only those are looked into.
func (c *Caution) title(d store.Listing) string {
	title := d.Publication.Title
	if export.Vulnerable(title.Name) && c.Words(d.ID, title.Span) {
		return export.Withheld
	}
	return title.Name
}

// event is a telling as it leaves the case.
func (c *Caution) event(r decide.Ruled, e stemma.Event, v export.EventRow) export.EventRow {
	switch {
	case c.Event(r, e):
		return v.Coarse()
	case c.words(r, e.Clause):
		v.Words = export.Withheld
	}
	return v
}

// claim is a claim as it leaves the case.
func (c *Caution) claim(r decide.Ruled, claim stemma.Claim, v export.ClaimRow) export.ClaimRow {
	if c.words(r, claim.Content...) {
		v.Words = export.Withheld
	}
	return v
}

// incident is an incident as it leaves the case.
func (c *Caution) incident(i stemma.Incident) export.Incident {
	v := export.NewIncident(i, c.ledger.Span).Choose(c.ledger.chosen(i))
	if c.Incident(i) {
		return v.Coarse()
	}
	return v
}

// disagreement is one as it leaves the case.
func (c *Caution) disagreement(d stemma.Disagreement) export.Disagreement {
	v := export.NewDisagreement(d, c.ledger.Span)
	for n, s := range d.Sides {
		if c.Words(s.Words.Document, s.Words.Span) {
			v.Sides[n].Value = export.Withheld
		}
	}
	return v
}
