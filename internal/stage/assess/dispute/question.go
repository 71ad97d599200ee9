package dispute

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/assess/account"
)

// onlyOneKind is why accounts of one attack differ on who or what was hit.
const onlyOneKind = "some say that only armed people were hit, others only civilians"

// asks is the facet that a disagreement is on if it has one answer for what is told
// near it, "" if it has none.
func asks(d stemma.Disagreement) string {
	if b := lexicon.BondOf(d.Field); b == lexicon.BondNear || b == lexicon.BondMain {
		return d.Field
	}
	return ""
}

// gathered are disagreements of one page, those on one question told near each other as
// one: a side's are all who say so.
//
//	a clinic and a widow: "farmers were killed"; the army: "fighters were killed" → armed | civil, once
func gathered(all []stemma.Disagreement) []stemma.Disagreement {
	var out []stemma.Disagreement
	for _, d := range all {
		if k := slices.IndexFunc(out, func(o stemma.Disagreement) bool { return onOneQuestion(o, d) }); k >= 0 {
			out[k] = joined(out[k], d)
		} else {
			out = append(out, d)
		}
	}
	return out
}

// onOneQuestion reports whether two disagreements of a page give one question the same
// answers, near each other.
func onOneQuestion(a, b stemma.Disagreement) bool {
	return asks(a) != "" && a.Field == b.Field && len(a.Sides) == len(b.Sides) && slices.ContainsFunc(a.Sides, func(s stemma.Side) bool {
		return slices.ContainsFunc(b.Sides, func(o stemma.Side) bool { return besideWords(s.Words, o.Words) })
	}) && !slices.ContainsFunc(b.Sides, func(s stemma.Side) bool { return sideOf(a, s.Value) < 0 })
}

// besideWords reports whether two quotes stand near each other in one page.
func besideWords(a, b stemma.Quote) bool {
	return a.Document == b.Document && max(a.Span.Start, b.Span.Start)-min(a.Span.End, b.Span.End) <= bonded
}

// sideOf is which side of a disagreement holds a value, -1 if none does.
func sideOf(d stemma.Disagreement, value string) int {
	return slices.IndexFunc(d.Sides, func(s stemma.Side) bool { return s.Value == value })
}

// joined is a disagreement with whoever holds the same in another, in the words of the first.
func joined(d, more stemma.Disagreement) stemma.Disagreement {
	d.Sides = slices.Clone(d.Sides)
	for _, s := range more.Sides {
		if k := sideOf(d, s.Value); k >= 0 {
			d.Sides[k] = and(d.Sides[k], s)
		}
	}
	return d
}

// and is a side with all who hold another, in its own words.
func and(s, more stemma.Side) stemma.Side {
	s.Claims = union(s.Claims, more.Claims)
	s.Events = union(s.Events, more.Events)
	s.Documents = union(s.Documents, more.Documents)
	return s
}

// union are the ids that stand in either list, in order.
func union(a, b []string) []string {
	a = slices.Clone(a)
	for _, s := range b {
		a = account.Insert(a, s)
	}
	return a
}

// withAll are the disagreements of an incident, those on a question with all who give
// its answers near each other on a page that is mainly about it; who or what was hit such
// a page tells in sentences, where the accounts differ on it by names alone.
//
//	armed | civil, by an army and a clinic; a third page: "fighters died", "farmers were hit" → the same, with those of the third page
func withAll(incident stemma.Incident, all []stemma.Disagreement, pages account.Pages) []stemma.Disagreement {
	about := mainly(incident, pages.Tellings)
	said := slices.DeleteFunc(slices.Clone(pages.Propositions), func(p stemma.Proposition) bool { return !about[p.Document] })
	for _, more := range facets(said, nil) {
		k := slices.IndexFunc(all, func(o stemma.Disagreement) bool { return asks(o) == more.Field })
		switch {
		case k >= 0:
			all[k] = joined(all[k], more)
		case asks(more) != "" && slices.ContainsFunc(all, func(o stemma.Disagreement) bool { return o.Reason == onlyOneKind && o.Type == more.Type }):
			more.Incident, more.ID = incident.ID, stemma.NewID("x", incident.ID, more.ID)
			all = append(all, more)
		}
	}
	return all
}

// askedBefore reports whether an incident's disagreement on a question has the pages of
// another one already.
func askedBefore(d stemma.Disagreement, told []stemma.Disagreement) bool {
	return asks(d) != "" && slices.ContainsFunc(told, func(o stemma.Disagreement) bool {
		return o.Incident != "" && asks(o) == asks(d) && within(o, d)
	})
}

// within reports whether the sides of a disagreement stand in the pages of those of
// another that hold the same.
func within(o, d stemma.Disagreement) bool {
	return !slices.ContainsFunc(d.Sides, func(s stemma.Side) bool {
		k := sideOf(o, s.Value)
		return k < 0 || slices.ContainsFunc(s.Documents, func(page string) bool { return !slices.Contains(o.Sides[k].Documents, page) })
	})
}
