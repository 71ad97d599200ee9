package layout

import (
	"cmp"
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
//	  Dorvat, with 5 soldiers killed and 2 women injured, according to the ministry
//	  via Meridian.
func sentence(t Telling) string {
	out := when(t) + ", " + what(t)
	if told := tolls(t); len(told) > 0 {
		out += ", with " + list(told)
	}
	return out + ", " + witness(t) + "."
}

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
	return cmp.Or(told.Told, strings.ToLower(ledger.What("", t.Event.Type, export.Text(t.Event.Mode)))) + parties(t, told) + scenes(t)
}

// parties are who did it to whom: " by the army on rebels", " between the army and
// the Salt Guard".
func parties(t Telling, told coding.Subevent) string {
	if mutual(t) {
		return " between " + named(t.Event.Actors)
	}
	out := ""
	if names := named(actors(t)); names != "" {
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
		names = append(names, article(r.Name))
	}
	return list(names)
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
