package layout

import (
	"cmp"
	"strings"

	"stemma"
	"stemma/internal/export"
)

// sentence tells an event from its slots, in the codebook's neutral words, with
// who says so and through whom. What is unknown is said to be.
//
//	→ On 1 October 2015, air/drone strike by the Arvonian military on rebels in
//	  Dorvat, killed 2–5, according to the ministry via Meridian.
func sentence(t Telling) string {
	parts := []string{when(t) + ", " + what(t)}
	for _, figure := range t.Event.Figures {
		if harm[figure.What] && !figure.Negative {
			parts = append(parts, figure.What+" "+export.Range(figure.Low, figure.High))
		}
	}
	parts = append(parts, witness(t))
	return strings.Join(parts, ", ") + "."
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

func what(t Telling) string {
	out := strings.ToLower(t.Event.Type)
	if t.Event.ACLED != nil {
		out = strings.ToLower(*t.Event.ACLED)
	}
	out += parties(t)
	for i, p := range t.Event.Scenes {
		if i < len(t.Event.Places) && p.Scene {
			out += " " + t.Event.Places[i].Role + " " + p.Name
		}
	}
	return out
}

// parties are who did it to whom: " by the army on rebels", " between the army and
// the Salt Guard".
func parties(t Telling) string {
	if mutual(t) {
		return " between " + named(t.Event.Actors)
	}
	out := ""
	if names := named(t.Event.Actors); names != "" {
		out += " by " + names
	}
	if names := named(recipients(t)); names != "" {
		out += " on " + names
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
