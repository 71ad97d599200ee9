package account

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stemma"
)

// A Saying is one thing that one account says of one field.
type Saying struct {
	Field, Of, Text string
	Key             string // sayings with one key are one value
	Count           *stemma.Count
	Party           stemma.Party
	Account         int
	Telling         *stemma.Telling
	Quote           stemma.Quote
}

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

// Sayings are all that the accounts say, field by field.
func (c Collection) Sayings() []Saying {
	var out []Saying
	for i, t := range c.Tellings() {
		for _, s := range told(t) {
			s.Account, s.Telling = i, t
			out = append(out, s)
		}
	}
	return out
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

// told are the fields of one telling; a denied one says only that it did not
// happen, and one that there were none says nothing.
func told(t *stemma.Telling) []Saying {
	if tellsOfNone(t) {
		return nil
	}
	if t.Event.Modality == stemma.Denied {
		return []Saying{{Field: "happened", Key: "no", Text: "no", Quote: stemma.Quote{Document: t.Document, Span: t.Event.Clause}}}
	}
	out := []Saying{{Field: "happened", Key: "yes", Text: "yes", Quote: stemma.Quote{Document: t.Document, Span: t.Event.Trigger}}}
	out = append(append(out, partySayings("actor", t.Actors, t)...), partySayings("recipient", t.Recipients, t)...)
	for _, s := range t.Scenes {
		out = append(out, Saying{Field: "place", Of: scene(s.Role), Key: s.Place.Name + ", " + s.Place.Country, Text: s.Place.Name, Quote: s.Words})
	}
	if w := t.Event.When; w.Closed() && w.Latest-w.Earliest <= 3 {
		out = append(out, dateSaying(w, t))
	}
	for i := range t.Quantities {
		if q := &t.Quantities[i]; !q.Negative && q.What != "" {
			out = append(out, SayingOf(q, t))
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
func partySayings(field string, parties []stemma.Party, t *stemma.Telling) []Saying {
	var out []Saying
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

// partySaying is a party in its words; where it has none, the act is.
func partySaying(field string, p stemma.Party, t *stemma.Telling) Saying {
	span := p.Span
	if span.Empty() {
		span = t.Event.Trigger
	}
	return Saying{Field: field, Key: p.Key, Text: shown(p), Party: p, Quote: stemma.Quote{Document: t.Document, Span: span}}
}

// dateSaying is a day, or the first and the last of a few.
//
//	"on 3 March" → 2024-03-03; "at the weekend" → 2024-03-02/2024-03-03
func dateSaying(w stemma.Interval, t *stemma.Telling) Saying {
	text := w.Earliest.String()
	if w.Latest != w.Earliest {
		text += "/" + w.Latest.String()
	}
	span := w.Words
	if span.Empty() {
		span = t.Event.Trigger
	}
	return Saying{Field: "date", Key: text, Text: text, Quote: stemma.Quote{Document: t.Document, Span: span}}
}

// SayingOf is a number; what it counts goes with its unit, and a part of a
// whole is kept from the wholes.
//
//	"35 miles" → distance of mi; "at least two of the killed" → killed, of them
func SayingOf(q *stemma.Count, t *stemma.Telling) Saying {
	of := Joined(q.Of.Class, q.Unit)
	if Named(q.Whose) {
		of = Joined(q.Whose.Name, of)
	}
	if Partial(q.Words) {
		of = Joined("of them", of)
	}
	key := strconv.FormatFloat(q.Low, 'f', -1, 64) + "-"
	if !q.Open {
		key += strconv.FormatFloat(q.High, 'f', -1, 64)
	}
	return Saying{Field: q.What, Of: of, Key: key, Count: q, Text: q.Words, Quote: stemma.Quote{Document: t.Document, Span: q.Span}}
}

// Joined are the words of a field, those that there are.
//
//	"of them", "civilians" → of them civilians
func Joined(parts ...string) string { return strings.TrimSpace(strings.Join(parts, " ")) }

// Named reports whether a party is one of which two cannot be the same: no
// "rebels", no person, no passer-by, no "army" of nobody knows whom.
func Named(p stemma.Party) bool {
	switch p.Kind {
	case stemma.KindStateForce, stemma.KindGovernment:
		return strings.HasPrefix(p.Body, "state:")
	case stemma.KindState, stemma.KindArmedGroup, stemma.KindCoalition:
		return true
	}
	return false
}

// Partial reports whether the words count some of those who are counted elsewhere.
//
//	"three of the wounded", "two of them" → yes; "seventeen of the enemy" → no
func Partial(words string) bool {
	_, whole, found := strings.Cut(strings.ToLower(words), " of ")
	if !found {
		return false
	}
	fields := strings.Fields(whole)
	return len(fields) > 0 && parted[fields[len(fields)-1]]
}

// parted are the words for those who are counted elsewhere.
var parted = lists.Set("parted")
