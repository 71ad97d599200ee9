package assess

import (
	"cmp"
	"slices"
	"strconv"

	"stemma"
)

// A saying is one thing that one account says of one field.
type saying struct {
	field, of, text string
	key             string // sayings with one key are one value
	count           *stemma.Count
	party           stemma.Party
	account         int
	telling         *stemma.Telling
	quote           stemma.Quote
}

// values are the distinct things said of each field, with who says them.
func (c collection) values() []stemma.Value {
	grouped := map[string][]saying{}
	for _, s := range c.sayings() {
		id := s.field + "\x00" + s.of + "\x00" + s.key
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
func classify(grouped map[string][]saying) {
	whose := map[string][]string{}
	for id, said := range grouped {
		if s := said[0]; s.count != nil && s.of != "" {
			bare := s.field + "\x00\x00" + s.key
			whose[bare] = append(whose[bare], id)
		}
	}
	for bare, ids := range whose {
		into := ids[0]
		if i := slices.IndexFunc(ids, func(id string) bool { return grouped[id][0].of == "people" }); i >= 0 {
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
func pool(grouped map[string][]saying) {
	for id, said := range grouped {
		q := said[0].count
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

func (c collection) value(said []saying) stemma.Value {
	said = inOwnWords(said)
	first := said[0]
	out := stemma.Value{Field: first.field, Of: first.of, Text: first.text}
	if q := first.count; q != nil {
		out.Low, out.Text = &q.Low, ""
		if !q.Open {
			out.High = &q.High
		}
	}
	for _, s := range said {
		if !slices.Contains(out.Accounts, s.account) {
			out.Accounts = append(out.Accounts, s.account)
		}
		out.Quotes = append(out.Quotes, s.quote)
	}
	slices.Sort(out.Accounts)
	slices.SortFunc(out.Quotes, func(a, b stemma.Quote) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	out.Quotes = slices.Compact(out.Quotes)
	out.Origins = c.origins(out.Accounts)
	return out
}

// inOwnWords leaves of those who give a place or a party the ones whose own words hold
// it, if there are any: what the page says around a claim is not its source's word.
//
//	The Front said that shells fell on Oruna. "Nine are dead," a medic said. → Oruna is the Front's, not the medic's
//	The Guard said it had set off the bomb. "Nine are dead," a medic said. → that the Guard did it is its own word
func inOwnWords(said []saying) []saying {
	lent := func(s saying) bool {
		claim := s.telling.Claim
		return s.count == nil && claim != nil && len(claim.Content) > 0 && !claim.Holds(s.quote.Span) && !s.telling.Event.Clause.Contains(s.quote.Span)
	}
	if own := slices.DeleteFunc(slices.Clone(said), lent); len(own) > 0 {
		return own
	}
	return said
}

// sayings are all that the accounts say, field by field.
func (c collection) sayings() []saying {
	var out []saying
	for i, t := range c.tellings() {
		for _, s := range told(t) {
			s.account, s.telling = i, t
			out = append(out, s)
		}
	}
	return out
}

// told are the fields of one telling; a denied one says only that it did not
// happen.
func told(t *stemma.Telling) []saying {
	if t.Event.Modality == stemma.Denied {
		return []saying{{field: "happened", key: "no", text: "no", quote: stemma.Quote{Document: t.Document, Span: t.Event.Clause}}}
	}
	out := []saying{{field: "happened", key: "yes", text: "yes", quote: stemma.Quote{Document: t.Document, Span: t.Event.Trigger}}}
	out = append(append(out, partySayings("actor", t.Actors, t)...), partySayings("recipient", t.Recipients, t)...)
	for _, s := range t.Scenes {
		out = append(out, saying{field: "place", of: scene(s.Role), key: s.Place.Name + ", " + s.Place.Country, text: s.Place.Name, quote: s.Words})
	}
	if w := t.Event.When; w.Closed() && w.Latest-w.Earliest <= 3 {
		out = append(out, dateSaying(w, t))
	}
	for i := range t.Quantities {
		if q := &t.Quantities[i]; !q.Negative && q.What != "" {
			out = append(out, countSaying(q, t))
		}
	}
	return out
}

// scene folds the roles by which a place is merely where it was.
func scene(role string) string {
	switch role {
	case "from", "to", "through", "toward":
		return role
	}
	return ""
}

// partySayings are the parties of a telling of whom its words say who they are. A place
// is where, and not who.
//
//	"more than 90 were hurt", "a shell fell forty metres from the ward", "bombed Pozo Yaru" → nobody
func partySayings(field string, parties []stemma.Party, t *stemma.Telling) []saying {
	var out []saying
	for _, p := range parties {
		if stemma.SaysWho(p.Name) && !scenic(p, t.Scenes) {
			out = append(out, partySaying(field, p, t))
		}
	}
	return out
}

// scenic reports whether a party is but a place of what was done, by its name.
func scenic(p stemma.Party, scenes []stemma.Scene) bool {
	return slices.ContainsFunc(scenes, func(s stemma.Scene) bool {
		return s.Place.Precision != stemma.PrecisionCountry && p.Key == stemma.Fold(s.Place.Name)
	})
}

func partySaying(field string, p stemma.Party, t *stemma.Telling) saying {
	span := p.Span
	if span.Empty() {
		span = t.Event.Trigger
	}
	return saying{field: field, key: p.Key, text: shown(p), party: p, quote: stemma.Quote{Document: t.Document, Span: span}}
}

func dateSaying(w stemma.Interval, t *stemma.Telling) saying {
	text := w.Earliest.String()
	if w.Latest != w.Earliest {
		text += "/" + w.Latest.String()
	}
	span := w.Words
	if span.Empty() {
		span = t.Event.Trigger
	}
	return saying{field: "date", key: text, text: text, quote: stemma.Quote{Document: t.Document, Span: span}}
}

// countSaying is a number; what it counts goes with its unit, and a part of a
// whole is kept from the wholes.
//
//	"35 miles" → distance of mi; "at least two of the killed" → killed, of them
func countSaying(q *stemma.Count, t *stemma.Telling) saying {
	of := joined(q.Of.Class, q.Unit)
	if named(q.Whose) {
		of = joined(q.Whose.Name, of)
	}
	if partial(q.Words) {
		of = joined("of them", of)
	}
	key := strconv.FormatFloat(q.Low, 'f', -1, 64) + "-"
	if !q.Open {
		key += strconv.FormatFloat(q.High, 'f', -1, 64)
	}
	return saying{field: q.What, of: of, key: key, count: q, text: q.Words, quote: stemma.Quote{Document: t.Document, Span: q.Span}}
}
