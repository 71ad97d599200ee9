package layout

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"stemma"
	"stemma/internal/export"
)

// scene is the first place of an event that has a point; false if none has, or
// only a country.
func scene(t Telling) (export.Place, bool) {
	for _, p := range t.Event.Scenes {
		if p.Lat != nil && export.Text(p.Precision) != string(stemma.PrecisionCountry) {
			return p, true
		}
	}
	return export.Place{}, false
}

// place makes a column of the scene.
func place(of func(export.Place) string) func(Telling) string {
	return func(t Telling) string {
		if p, ok := scene(t); ok {
			return of(p)
		}
		return ""
	}
}

// province is the first-order unit that holds the scene.
func province(t Telling) string {
	if p, ok := scene(t); ok {
		if top := t.Reading.Place(p.ID); top != nil {
			return top.Place.Province
		}
	}
	return ""
}

// district is the unit between the scene and its province, unless the place is
// withheld.
func district(t Telling) string {
	p, ok := scene(t)
	if !ok || p.Book == nil {
		return ""
	}
	if top := t.Reading.Place(p.ID); top != nil && top.Place.Parent != top.Place.Province {
		return top.Place.Parent
	}
	return ""
}

func region(p export.Place) (language.Region, bool) {
	r, err := language.ParseRegion(export.Text(p.Country))
	return r, err == nil && r.IsCountry()
}

// country is the English name of a place's country.
func country(p export.Place) string {
	if r, ok := region(p); ok {
		return display.English.Regions().Name(r)
	}
	return ""
}

// iso is the number that ISO 3166-1 gives a country.
func iso(p export.Place) string {
	if r, ok := region(p); ok {
		return strconv.Itoa(r.M49())
	}
	return ""
}

// sufferers are the recipients that are parties: what was hit is none, and stands in
// the notes.
func sufferers(t Telling) []export.Role {
	if mutual(t) {
		return recipients(t)
	}
	people, _ := apart(recipients(t))
	return people
}

// apart are the parties among some roles, and the things.
func apart(roles []export.Role) (people, things []export.Role) {
	for _, r := range roles {
		if r.Actor != nil {
			people = append(people, r)
		} else {
			things = append(things, r)
		}
	}
	return people, things
}

// lead is the n-th of the parties that lead, with no ally; "" if there are fewer.
func lead(roles []export.Role, n int) (export.Role, bool) {
	for _, r := range roles {
		if export.Text(r.Role) == "ally" {
			continue
		}
		if n == 0 {
			return r, true
		}
		n--
	}
	return export.Role{}, false
}

func leading(of func(Telling) []export.Role) func(Telling) string {
	return func(t Telling) string {
		r, _ := lead(of(t), 0)
		return r.Name
	}
}

// beside are the parties that stand with the first one.
func beside(of func(Telling) []export.Role) func(Telling) string {
	return func(t Telling) string {
		var names []string
		first, _ := lead(of(t), 0)
		for _, r := range of(t) {
			if r.Name != first.Name {
				names = append(names, r.Name)
			}
		}
		return strings.Join(names, "; ")
	}
}

// actors are the first side: all who act, or of those who do it to each other the
// one named first.
func actors(t Telling) []export.Role {
	if mutual(t) {
		return t.Event.Actors[:1]
	}
	return slices.DeleteFunc(slices.Clone(t.Event.Actors), nobody)
}

// nobody reports whether the words of a party do not say who it is: "they", "31".
func nobody(r export.Role) bool { return !stemma.SaysWho(r.Name) }

// recipients are the second side: those to whom it was done, not those on whose land.
func recipients(t Telling) []export.Role {
	if mutual(t) {
		return t.Event.Actors[1:]
	}
	return slices.DeleteFunc(slices.Clone(t.Event.Recipients), func(r export.Role) bool { return export.Text(r.Role) == stemma.Ground || nobody(r) })
}

// mutual reports whether the same parties stand on both sides, each acting on the
// others: "clashes between the army and the Salt Guard".
func mutual(t Telling) bool {
	names := func(roles []export.Role) []string {
		var out []string
		for _, r := range roles {
			out = append(out, r.Name)
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	a := names(t.Event.Actors)
	return len(a) > 1 && slices.Equal(a, names(t.Event.Recipients))
}

// kind is what a party is, "" for one that the page does not tell.
func kind(t Telling, r export.Role) stemma.ActorKind { return actor(t, r).Kind }

func actor(t Telling, r export.Role) stemma.Actor {
	if a := t.Reading.Actor(export.Text(r.Actor)); a != nil {
		return *a
	}
	return stemma.Actor{}
}

// figure is the largest number of an event of that kind: others count a part of it, or
// somebody beside.
func figure(t Telling, what string) (largest export.Quantity, some bool) {
	for _, q := range t.Event.Figures {
		if q.What == what && !q.Negative && (!some || least(q) > least(largest)) {
			largest, some = q, true
		}
	}
	return largest, some
}

// least is the lower end of a number, 0 if that is open.
func least(q export.Quantity) float64 {
	if q.Low == nil {
		return 0
	}
	return *q.Low
}

// lowest is the least number of killed that the words allow, as ACLED counts.
func lowest(t Telling) string {
	q, _ := figure(t, "killed")
	return export.Number(q.Low)
}

// days are those of an event's time; an end that is not told is open.
func days(t Telling) stemma.Interval {
	return stemma.Interval{Earliest: day(t.Event.When.Earliest), Latest: day(t.Event.When.Latest)}
}

func day(s *string) stemma.Day {
	d, _ := stemma.ParseDay(export.Text(s)) // "" is no day
	return d
}

func year(t Telling) string {
	return export.Text(t.Event.When.Earliest)[:min(4, len(export.Text(t.Event.When.Earliest)))]
}

// original is who says so, the innermost of the chain; the outlet for its own
// voice.
func original(t Telling) string {
	if t.Claim != nil && t.Claim.Source != nil {
		return t.Claim.Source.Name
	}
	if t.Claim == nil {
		return outlet(t)
	}
	return ""
}

func outlet(t Telling) string {
	if t.Document.Outlet != nil {
		return *t.Document.Outlet
	}
	return export.Text(t.Document.Agency)
}

// through are the links between who says so and the reader, the nearest to the
// source first: agency, medium, outlet.
func through(t Telling) []string {
	var out []string
	add := func(name string) {
		if name != "" && name != original(t) && (len(out) == 0 || out[len(out)-1] != name) {
			out = append(out, name)
		}
	}
	if t.Claim != nil {
		for i := len(t.Claim.Chain) - 1; i >= 0; i-- {
			add(export.Text(t.Claim.Chain[i].Name))
		}
	}
	if len(out) == 0 {
		add(export.Text(t.Document.Agency))
		add(export.Text(t.Document.Outlet))
	}
	return out
}
