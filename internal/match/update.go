package match

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
	"stemma/internal/reference/gazetteer"
	"stemma/internal/sheet"
)

// updates are the fields that the accounts have otherwise than every row of the
// incident; the row that is most like it says what stands there now.
//
//	row: killed 7; accounts: 2 by the ministry, 5 by the hospital
//	→ killed, 7 → 2–5, said by the ministry, the hospital
func (w writer) updates(c *candidate, rows []told) []export.MatchUpdate {
	slices.SortStableFunc(rows, func(a, b told) int { return cmp.Compare(b.Score, a.Score) })
	var out []export.MatchUpdate
	for _, f := range compared {
		if !w.has(f.name) || c.withheld && f.name != "type" && !sheet.Placeless(f.name) {
			continue
		}
		after := f.said(c)
		if after == "" || slices.ContainsFunc(rows, func(r told) bool { return f.agrees(r.Row, c) }) {
			continue
		}
		if after = sheet.Hide(w.pages, c.Incident, after); bare(after) {
			continue
		}
		out = append(out, export.MatchUpdate{Field: f.name, Before: ledger.Null(f.has(rows[0].Row)), After: &after, SaidBy: w.saidBy(c, f.name)})
	}
	return out
}

// saidBy are those who give a field.
func (w writer) saidBy(c *candidate, field string) []string {
	of := slices.DeleteFunc(slices.Clone(c.Assessment.Values), func(v stemma.Value) bool { return v.Field != field })
	return sheet.SaidBy(w.pages, c.Incident, of...)
}

// bare reports whether nothing is left of a name that is masked.
func bare(name string) bool {
	return strings.Contains(name, "█") && !strings.ContainsFunc(name, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
}

// compared are the fields of a row that may be held against an incident: what
// the row has, what the accounts say ("" for nothing), whether both can hold.
var compared = []struct {
	name   string
	has    func(Row) string
	said   func(*candidate) string
	agrees func(Row, *candidate) bool
}{
	{"date", func(r Row) string { return ledger.Days(r.When) }, func(c *candidate) string {
		if !c.When.Closed() {
			return ""
		}
		return ledger.Days(c.When)
	}, sameTime},
	{"type", func(r Row) string { return r.ACLED }, func(c *candidate) string { return c.ACLED }, sameKind},
	{"place", func(r Row) string { return r.Place }, where, samePlace},
	{"actor", func(r Row) string { return r.Actor }, func(c *candidate) string { return several(c.actors) }, func(r Row, c *candidate) bool { doers, _ := c.sides(r); return sameParty(r.Actor, doers, c.lands()) }},
	{"recipient", func(r Row) string { return r.Recipient }, suffered, func(r Row, c *candidate) bool {
		_, others := c.sides(r)
		return sameParty(r.Recipient, others, c.lands())
	}},
	{"killed", killedWords, func(c *candidate) string { out, _ := sheet.Spread(c.killed); return out }, sameNumber},
}

// suffered are the recipients but for the places among them, which stand under place:
// a row has the party from whom a town was taken.
func suffered(c *candidate) string {
	return several(slices.DeleteFunc(slices.Clone(c.recipients), func(name string) bool {
		return slices.ContainsFunc(c.Places, func(s stemma.Scene) bool { return stemma.Fold(s.Place.Name) == stemma.Fold(name) })
	}))
}

// sameTime: they have a day in common, and the row is not the looser by more than
// a week.
func sameTime(r Row, c *candidate) bool {
	return gap(r.When, c.When) == 0 && (r.When.Latest-r.When.Earliest)-(c.When.Latest-c.When.Earliest) <= 7
}

// sameKind: one of the tellings has the row's sub-event type.
func sameKind(r Row, c *candidate) bool {
	return slices.ContainsFunc(c.acled, func(word string) bool {
		return strings.EqualFold(word, r.ACLED) || strings.EqualFold(kindOf(word), r.ACLED)
	})
}

func where(c *candidate) string {
	var names []string
	for _, s := range c.Places {
		if s.Role == "" || s.Role == "in" || s.Role == "at" || s.Role == "near" || s.Role == "on" {
			names = append(names, s.Place.Name)
		}
	}
	return several(names)
}

// samePlace: one of the places has the row's name, in the book or on a page, or its
// point lies there.
func samePlace(r Row, c *candidate) bool {
	return slices.ContainsFunc(c.called, func(name string) bool { return gazetteer.Fold(name) == gazetteer.Fold(r.Place) }) || slices.ContainsFunc(c.Places, func(s stemma.Scene) bool {
		weight, _ := meet(r, s.Place)
		return weight >= 1.5
	})
}

// sameParty: a name that is masked, as exports mask private persons, is not held
// against anybody's.
func sameParty(name string, said, lands []string) bool {
	return strings.Contains(name, "█") || slices.ContainsFunc(said, func(other string) bool { return generic(name, other) }) || party(name, said) > 0 || bodies(name, said, lands) > 0
}

func killedWords(r Row) string {
	if r.Killed == nil {
		return ""
	}
	if r.Killed[0] == r.Killed[1] {
		return sheet.Number(r.Killed[0])
	}
	return sheet.Number(r.Killed[0]) + "–" + sheet.Number(r.Killed[1])
}

// sameNumber: what the row counts lies between what the accounts give, and is no figure
// that all who gave it have replaced since. "At least" leaves room above only where
// nobody gives a number that ends.
//
//	row: killed 5; the hospital 5 on Monday and 9 on Tuesday, the army 2 → no
func sameNumber(r Row, c *candidate) bool {
	if r.Killed == nil {
		return false
	}
	is := func(v stemma.Value) bool { return *v.Low == r.Killed[0] && v.High != nil && *v.High == r.Killed[1] }
	if slices.ContainsFunc(c.killed, is) && !slices.ContainsFunc(sheet.Wholes(c.killed), is) {
		return false
	}
	low, high, _ := sheet.Ends(c.killed)
	open := !slices.ContainsFunc(c.killed, func(v stemma.Value) bool { return v.High != nil })
	return r.Killed[0] >= low && (open || r.Killed[0] <= high)
}

// mostNames is how many names an update gives.
const mostNames = 4

func several(all []string) string {
	var out []string
	for _, s := range all {
		if s != "" && !slices.Contains(out, s) && len(out) < mostNames {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}
