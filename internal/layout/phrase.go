package layout

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/ledger"
)

// list joins words as English does: "the army, a militia and two guards".
func list(words []string) string {
	if n := len(words) - 1; n > 0 {
		return strings.Join(words[:n], ", ") + " and " + words[n]
	}
	return strings.Join(words, "")
}

// article puts "the" before a name that is described and not one word of its own, and
// writes a first word small that was large only where its sentence began.
//
//	"Arvonian military" → "the Arvonian military"; "The rebels" → "the rebels";
//	"Salt Guard", "Arvonian soldiers", "gunmen" stay
func article(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	first, last := words[0], words[len(words)-1]
	switch {
	case opening[first]:
		return strings.ToLower(first) + strings.TrimPrefix(name, first)
	case !large(first):
		return name
	case united[last], last == strings.ToLower(last) && !strings.HasSuffix(last, "s") && !slices.ContainsFunc(words, func(w string) bool { return joins[w] }):
		return "the " + name
	}
	return name
}

func large(word string) bool { return unicode.IsUpper([]rune(word)[0]) }

// joins are words within a name after which another name may come.
var joins = words("of from for at in on to by with and or who that")

// opening are words that are written large only where a sentence begins.
var opening = words("The A An Some Several Many Few Dozens Scores Hundreds Thousands All Both One Two Three Four Five Six Seven Eight Nine Ten Their His Its Other")

// united are the last words of names that have "the" before them.
var united = words("States Nations Kingdom Union Emirates Forces Army Front Movement Party Council Coalition Brigades League")

func words(all string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(all) {
		out[w] = true
	}
	return out
}

// harm are the figures that a sentence names, in its order.
var harm = []string{"killed", "injured", "missing", "captured", "detained", "displaced", "released"}

// tolls are the figures of harm, each kind once, with the largest first and whose it
// is: "23 civilians killed (also told: 1 woman)", "at least 40 injured".
func tolls(t Telling) []string {
	var out []string
	for _, what := range harm {
		var told []string
		for _, q := range sorted(t.Event.Figures, what) {
			if n := amount(q); !slices.Contains(told, n) {
				told = append(told, n)
			}
		}
		if len(told) == 0 {
			continue
		}
		kind := told[0] + " " + what
		if len(told) > 1 {
			kind += " (also told: " + strings.Join(told[1:], ", ") + ")"
		}
		out = append(out, kind)
	}
	return out
}

// sorted are the figures of one kind, the largest first.
func sorted(all []export.Quantity, what string) []export.Quantity {
	out := slices.DeleteFunc(slices.Clone(all), func(q export.Quantity) bool { return q.What != what || q.Negative })
	slices.SortStableFunc(out, func(a, b export.Quantity) int { return -cmp.Compare(least(a), least(b)) })
	return out
}

// amount is a number with whom it counts: "2–5 civilians", "at least 1,400", "up to 3".
func amount(q export.Quantity) string {
	whose := ledger.Counted(q.Low, q.High, export.Text(q.Of.Class))
	switch {
	case q.Low == nil && q.High == nil:
		return "an unknown number of " + cmp.Or(whose, "people")
	case q.High == nil:
		return strings.TrimSpace("at least " + figures(q.Low) + " " + whose)
	case least(q) == 0 && *q.High > 0:
		return strings.TrimSpace("up to " + figures(q.High) + " " + whose)
	case *q.Low == *q.High:
		return strings.TrimSpace(figures(q.Low) + " " + whose)
	}
	return strings.TrimSpace(figures(q.Low) + "–" + figures(q.High) + " " + whose)
}

// figures are a number with its thousands apart: "1,400".
func figures(n *float64) string {
	return message.NewPrinter(language.English).Sprint(number.Decimal(*n))
}

// scenes are the places, those of one role together and where it came from before
// where it went: " in Dorvat and Oruna, near Tal, from Salm to Hara".
func scenes(t Telling) string {
	var roles []string
	places := map[string][]export.Place{}
	for i, p := range t.Event.Scenes {
		if i >= len(t.Event.Places) || !p.Scene || tells(t, p) {
			continue
		}
		role := preposition(t.Event.Places[i].Role, p.Name)
		if len(places[role]) == 0 {
			roles = append(roles, role)
		}
		places[role] = append(places[role], p)
	}
	slices.SortStableFunc(roles, func(a, b string) int { return slices.Index(ways, a) - slices.Index(ways, b) })
	out := ""
	for _, role := range roles {
		out += " " + role + " " + located(t, places[role])
	}
	return out
}

// preposition is the word before a place of some role: one is on a border.
func preposition(role, name string) string {
	if role = cmp.Or(role, "in"); role == "in" && strings.HasSuffix(name, " border") {
		return "on"
	}
	return role
}

// ways are the roles of a way, in its order; all others come before.
var ways = []string{"from", "through", "to", "toward", "towards"}

// located are the places of one role: what holds others stands behind the last of them.
//
//	Arvon, Dorvat and Salm in Arvon, Tal in Vedra → "Dorvat, Salm, Arvon and Tal"
func located(t Telling, places []export.Place) string {
	var out []string
	for i, p := range places {
		if slices.ContainsFunc(places, func(inner export.Place) bool { return holds(t, p, inner) }) {
			continue
		}
		name := article(p.Name)
		for _, outer := range places {
			again := slices.ContainsFunc(places[i+1:], func(later export.Place) bool { return holds(t, outer, later) })
			if holds(t, outer, p) && !again {
				name += ", " + article(outer.Name)
			}
		}
		if slices.IndexFunc(places, func(other export.Place) bool { return other.Name == p.Name }) == i {
			out = append(out, name)
		}
	}
	return list(out)
}

// holds reports whether one place is a unit or a state in which another lies.
func holds(t Telling, outer, inner export.Place) bool {
	out, in := t.Reading.Place(outer.ID), t.Reading.Place(inner.ID)
	if out == nil || in == nil || outer.Name == inner.Name {
		return false
	}
	const state = "country"
	return outer.Name == in.Place.Parent || outer.Name == in.Place.Province || out.Place.Kind == state && in.Place.Kind != state && out.Place.Country == in.Place.Country
}

// tells reports whether a place stands in what it was done to already: "capture by
// rebels of Dorvat", "on the town of Dorvat".
func tells(t Telling, p export.Place) bool {
	spaced := func(s string) string { return " " + stemma.Fold(s) + " " }
	return slices.ContainsFunc(recipients(t), func(r export.Role) bool { return strings.Contains(spaced(r.Name), spaced(p.Name)) })
}
