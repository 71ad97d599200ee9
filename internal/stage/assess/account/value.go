package account

import (
	"cmp"
	"slices"
	"strconv"

	"stemma"
)

// Values are the distinct things said of each field, with who says them.
func (c Collection) Values() []stemma.Value {
	grouped := map[string][]Saying{}
	for _, s := range append(c.Sayings(), c.granted()...) {
		id := s.Field + "\x00" + s.Of + "\x00" + s.Key
		grouped[id] = append(grouped[id], s)
	}
	classify(grouped)
	pool(grouped)
	ids := make([]string, 0, len(grouped))
	for id := range grouped {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	out := make([]stemma.Value, 0, len(ids))
	for _, id := range ids {
		out = append(out, c.value(grouped[id]))
	}
	return out
}

// classify puts a figure of nobody in particular to the same figure of somebody: of
// people, if any count them, or of the only ones that are counted.
//
//	"nine dead" / "nine civilians were killed" → 9 civilians, by both
func classify(grouped map[string][]Saying) {
	whose := map[string][]string{}
	for id, said := range grouped {
		if s := said[0]; s.Count != nil && s.Of != "" {
			bare := s.Field + "\x00\x00" + s.Key
			whose[bare] = append(whose[bare], id)
		}
	}
	for bare, ids := range whose {
		into := ids[0]
		if i := slices.IndexFunc(ids, func(id string) bool { return grouped[id][0].Of == "people" }); i >= 0 {
			into = ids[i]
		} else if len(ids) > 1 {
			continue
		}
		if said := grouped[bare]; len(said) > 0 {
			grouped[into] = append(grouped[into], said...)
			delete(grouped, bare)
		}
	}
}

// pool puts a figure that is the least to the same figure that is given bare: both are
// words on it.
//
//	"nine people were killed" / "at least nine people were killed" → 9, by both
func pool(grouped map[string][]Saying) {
	for id, said := range grouped {
		q := said[0].Count
		if q == nil || !q.Open {
			continue
		}
		bare := id + strconv.FormatFloat(q.Low, 'f', -1, 64)
		if grouped[bare] != nil {
			grouped[bare] = append(grouped[bare], said...)
			delete(grouped, id)
		}
	}
}

// value is what some sayings of one key come to, with who says so.
func (c Collection) value(said []Saying) stemma.Value {
	said = inOwnWords(said)
	first := said[0]
	out := stemma.Value{Field: first.Field, Of: first.Of, Text: first.Text}
	if q := first.Count; q != nil {
		out.Low, out.Text = &q.Low, ""
		if !q.Open {
			out.High = &q.High
		}
	}
	for _, s := range said {
		if !slices.Contains(out.Accounts, s.Account) {
			out.Accounts = append(out.Accounts, s.Account)
		}
		out.Quotes = append(out.Quotes, s.Quote)
	}
	slices.Sort(out.Accounts)
	slices.SortFunc(out.Quotes, func(a, b stemma.Quote) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	out.Quotes = slices.Compact(out.Quotes)
	out.Origins = c.Origins(out.Accounts)
	return out
}

// inOwnWords leaves of those who give a place or a party the ones whose own words hold
// it, if there are any: what the page says around a claim is not its source's word.
//
//	The Front said that shells fell on Oruna. "Nine are dead," a medic said. → Oruna is the Front's, not the medic's
//	The Guard said it had set off the bomb. "Nine are dead," a medic said. → that the Guard did it is its own word
func inOwnWords(said []Saying) []Saying {
	lent := func(s Saying) bool {
		claim := s.Telling.Claim
		return s.Count == nil && claim != nil && len(claim.Content) > 0 && !claim.Holds(s.Quote.Span) && !s.Telling.Event.Clause.Contains(s.Quote.Span)
	}
	if own := slices.DeleteFunc(slices.Clone(said), lent); len(own) > 0 {
		return own
	}
	return said
}

// granted are the words of those who deny no more than a part in a thing, for it that it
// happened.
func (c Collection) granted() []Saying {
	var out []Saying
	for i, t := range c.Tellings() {
		if disowns(t) {
			out = append(out, Saying{Field: "happened", Key: "yes", Text: "yes", Account: i, Telling: t, Quote: stemma.Quote{Document: t.Document, Span: t.Event.Clause}})
		}
	}
	return out
}
