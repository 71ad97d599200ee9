// Package dispute finds what cannot all be right: accounts of one incident that differ on a
// field, statements of one page or of two that answer each other, figures that leave no
// room for one another; and it says of which type each disagreement is. Who is right it
// does not ask. In: the accounts of an incident, or the statements of some pages; out:
// their disagreements, each side in its own words.
//
//	"The road is open," the governor said. Drivers denied it. → D: denied | said
//	the ministry: "five dead"; a clinic: "eleven dead" → V killed: 5 | 11
package dispute

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// accounts are those of one incident, to be held against each other.
type accounts struct{ account.Collection }

// Of are the disagreements of an incident: those of its accounts, whose figures are all
// that its pages give, and those of its pages.
func Of(c account.Collection, tellings []stemma.Telling, pages account.Pages, families account.Families) []stemma.Disagreement {
	with := func(more []stemma.Telling) accounts {
		return accounts{account.Collect(c.Incident, slices.Concat(tellings, more), families)}
	}
	out := accounts{c}.disagreements(with(strays(c.Incident, tellings, pages)), with(inPassing(c.Incident, tellings, pages)))
	out = append(out, between(c.Incident, tellings, pages, families, out)...)
	out = withAll(c.Incident, out, pages)
	slices.SortFunc(out, byID)
	return out
}

// disagreements are the fields of one incident on which its accounts cannot all
// hold, or differ for a stated reason; counted are they with all figures of its pages,
// timed with all times of day.
func (c accounts) disagreements(counted, timed accounts) []stemma.Disagreement {
	said := c.Sayings()
	out := counted.numbers(counted.Sayings())
	out = append(out, c.parties(said, "actor", stemma.DisagreeActor)...)
	if targets := c.parties(said, "recipient", stemma.DisagreeTarget); targets != nil {
		out = append(out, targets...)
	} else {
		out = append(out, c.targets()...)
	}
	out = append(out, c.deals()...)
	out = append(out, c.happenedOrNot(said)...)
	out = append(append(out, places(said)...), timed.hours()...)
	for i := range out {
		out[i].Incident = c.Incident.ID
		out[i].ID = stemma.NewID("x", c.Incident.ID, string(out[i].Type), out[i].Field)
	}
	return out
}

// sides makes one side of each distinct value, in the order of the values. The
// words shown are the first of a page, headlines last.
func sides(said []account.Saying, value func(account.Saying) string) []stemma.Side {
	byValue := map[string]*stemma.Side{}
	var order []string
	for _, s := range inPages(said) {
		v := value(s)
		side := byValue[v]
		if side == nil {
			side = &stemma.Side{Value: v, Words: s.Quote}
			byValue[v] = side
			order = append(order, v)
		}
		if s.Telling.Event.ID != "" {
			side.Events = account.Insert(side.Events, s.Telling.Event.ID)
		}
		side.Documents = account.Insert(side.Documents, s.Telling.Document)
		if s.Telling.Claim != nil {
			side.Claims = account.Insert(side.Claims, s.Telling.Claim.ID)
		}
	}
	slices.Sort(order)
	out := make([]stemma.Side, 0, len(order))
	for _, v := range order {
		out = append(out, *byValue[v])
	}
	return out
}

// inPages are the sayings in the order in which they were published, those of
// headlines and of pages that print another's report last.
func inPages(said []account.Saying) []account.Saying {
	late := func(s account.Saying) int {
		switch {
		case s.Telling.Title:
			return 2
		case s.Telling.Agency != "" && s.Telling.Agency != s.Telling.Outlet:
			return 1
		}
		return 0
	}
	return slices.SortedStableFunc(slices.Values(said), func(a, b account.Saying) int {
		return cmp.Or(cmp.Compare(late(a), late(b)), cmp.Compare(a.Telling.Published.Latest, b.Telling.Published.Latest), cmp.Compare(a.Quote.Document, b.Quote.Document), cmp.Compare(a.Quote.Span.Start, b.Quote.Span.Start))
	})
}

// civil reports whether civilians or theirs are what a telling says was hit.
//
//	"did not harm civilians", "they shot six residents" → yes
func civil(t *stemma.Telling) bool {
	return slices.ContainsFunc(struck(t), func(s account.Saying) bool { return s.Key == "civil" })
}

// ofOneDeed reports whether two tellings are of one act by its word or by who was hit.
//
//	"did not harm civilians" / "they shot six residents" → yes
func ofOneDeed(a, b *stemma.Telling) bool {
	return a.Trigger == b.Trigger || shareRecipient(a, b) || civil(a) && civil(b) && compatible(a.Actors, b.Actors)
}

// byID orders disagreements.
func byID(a, b stemma.Disagreement) int { return cmp.Compare(a.ID, b.ID) }

// unlessShown are some disagreements and one more, unless they or those already told
// have the words of both its sides.
func unlessShown(out []stemma.Disagreement, d stemma.Disagreement, told []stemma.Disagreement) []stemma.Disagreement {
	if shownBefore(d, told) || shownBefore(d, out) {
		return out
	}
	return append(out, d)
}

// shownBefore reports whether one of the disagreements has the words of both
// sides.
func shownBefore(d stemma.Disagreement, told []stemma.Disagreement) bool {
	return slices.ContainsFunc(told, func(o stemma.Disagreement) bool {
		return !slices.ContainsFunc(d.Sides, func(s stemma.Side) bool {
			return !slices.ContainsFunc(o.Sides, func(x stemma.Side) bool {
				return x.Words.Document == s.Words.Document && x.Words.Span.Overlaps(s.Words.Span)
			})
		})
	})
}
