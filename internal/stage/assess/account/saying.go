package account

import (
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
//	"confirmed the return of 38 servicemen" / "38 servicemen were freed" → released, of soldiers
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
	return Saying{Field: fate(q, t), Of: of, Key: key, Count: q, Text: q.Words, Quote: stemma.Quote{Document: t.Document, Span: q.Span}}
}

// fate is what a telling has a figure count: of whom it says only who they are, in a release,
// they were released.
func fate(q *stemma.Count, t *stemma.Telling) string {
	if t.Event.Mode == "release" && freed[q.What] {
		return "released"
	}
	return q.What
}

// freed are the classes of those who are counted in a release.
var freed = lists.Set("freed")

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
