package layout

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/coding"
	"stemma/internal/export"
	"stemma/internal/ledger"
)

// sentence tells an event from its slots, in the codebook's neutral words, with
// who says so and through whom. What is unknown is said to be.
//
//	→ On 1 October 2015, air/drone strike by the Arvonian military on rebels in
//	  Dorvat, killed 5 soldiers, 2 women, according to the ministry via Meridian.
func sentence(t Telling) string {
	parts := append([]string{when(t) + ", " + what(t)}, tolls(t)...)
	return strings.Join(append(parts, witness(t)), ", ") + "."
}

// tolls are the figures of harm, of one kind behind each other, the largest first, each
// with whose it is: "killed 23 civilians, 1 woman".
func tolls(t Telling) []string {
	figures := slices.DeleteFunc(slices.Clone(t.Event.Figures), func(q export.Quantity) bool { return !harm[q.What] || q.Negative })
	slices.SortStableFunc(figures, func(a, b export.Quantity) int {
		return cmp.Or(cmp.Compare(a.What, b.What), -cmp.Compare(least(a), least(b)))
	})
	var out []string
	before := ""
	for _, q := range figures {
		told := strings.TrimSpace(export.Range(q.Low, q.High) + " " + ledger.Counted(q.Low, q.High, export.Text(q.Of.Class)))
		if q.What != before {
			told = q.What + " " + told
		}
		out, before = append(out, told), q.What
	}
	return out
}

// harm are the figures that a sentence names.
var harm = map[string]bool{"killed": true, "injured": true, "captured": true, "detained": true, "displaced": true, "released": true, "missing": true}

func when(t Telling) string {
	const written = "2 January 2006"
	told := days(t)
	from, to := told.Earliest.Time().Format(written), told.Latest.Time().Format(written)
	switch {
	case !told.Closed() || t.Event.When.Precision == string(stemma.PrecisionUnknown):
		return "On an unknown day"
	case from == to:
		return "On " + from
	}
	return "Between " + from + " and " + to
}

// what is the act, by whom and to whom, and where.
func what(t Telling) string {
	told := subevent(t)
	out := cmp.Or(told.Told, strings.ToLower(ledger.What(export.Text(t.Event.ACLED), t.Event.Type, export.Text(t.Event.Mode)))) + parties(t, told)
	for i, p := range t.Event.Scenes {
		if i < len(t.Event.Places) && p.Scene && !tells(t, p) {
			out += " " + t.Event.Places[i].Role + " " + p.Name
		}
	}
	return out
}

// tells reports whether a place is what it was done to, which is named already:
// "capture by rebels of Dorvat".
func tells(t Telling, p export.Place) bool {
	return slices.ContainsFunc(recipients(t), func(r export.Role) bool { return stemma.Fold(r.Name) == stemma.Fold(p.Name) })
}

// parties are who did it to whom: " by the army on rebels", " between the army and
// the Salt Guard".
func parties(t Telling, told coding.Subevent) string {
	if mutual(t) {
		return " between " + named(t.Event.Actors)
	}
	out := ""
	if names := named(t.Event.Actors); names != "" {
		out += " by " + names
	}
	people, things := apart(recipients(t))
	if told.Party == told.Thing {
		people, things = recipients(t), nil
	}
	if names := named(people); names != "" {
		out += " " + cmp.Or(told.Party, "on") + " " + names
	}
	if names := named(things); names != "" {
		out += " " + cmp.Or(told.Thing, "on") + " " + names
	}
	return out
}

func named(roles []export.Role) string {
	var names []string
	for _, r := range roles {
		names = append(names, r.Name)
	}
	return strings.Join(names, " and ")
}

func witness(t Telling) string {
	said := "as told by " + cmp.Or(original(t), "an outlet that the page does not name")
	if t.Claim != nil {
		said = "according to " + cmp.Or(original(t), "a source that the page does not name")
	}
	if links := through(t); len(links) > 0 {
		said += " via " + strings.Join(links, " via ")
	}
	return said
}
