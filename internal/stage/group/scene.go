package group

import (
	"cmp"
	"slices"

	"stemma"
)

// scenes are the places of an incident, each once in each role, those that most
// documents give first, of these the closest. What only another sentence names counts where no telling
// names a place itself, and what holds another place of the same role says nothing.
//
//	"the market of Oruna" on two pages, "Oruna, in Ketha" on one, Nolde carried over on a fourth → Oruna
func scenes(group []stemma.Telling) []stemma.Scene {
	where := func(t stemma.Telling) []stemma.Scene { return t.Scenes }
	if slices.ContainsFunc(group, func(t stemma.Telling) bool { return named(t.Scene()) != "" }) {
		where = func(t stemma.Telling) []stemma.Scene { return t.Scene() }
	}
	var out []stemma.Scene
	pages := map[[2]string]map[string]bool{}
	for _, t := range group {
		for _, s := range where(t) {
			id := spot(s)
			if pages[id] == nil {
				pages[id] = map[string]bool{}
				out = append(out, s)
			}
			pages[id][t.Document] = true
		}
	}
	out = finest(out)
	slices.SortStableFunc(out, func(a, b stemma.Scene) int {
		return cmp.Or(cmp.Compare(len(pages[spot(b)]), len(pages[spot(a)])), cmp.Compare(a.Place.Radius, b.Place.Radius), cmp.Compare(a.Role, b.Role), cmp.Compare(a.Place.ID, b.Place.ID))
	})
	return out
}

// spot is a place in a role.
func spot(s stemma.Scene) [2]string { return [2]string{s.Place.ID, s.Role} }

// finest leaves out the places that hold another, unless one went from or to it.
//
//	"at Oruna, in the province of Ketha" → Oruna; "from Ketha to Oruna" → both
func finest(scenes []stemma.Scene) []stemma.Scene {
	return slices.DeleteFunc(slices.Clone(scenes), func(s stemma.Scene) bool {
		return slices.ContainsFunc(scenes, func(o stemma.Scene) bool {
			return way(s.Role) == way(o.Role) && s.Place.ID != o.Place.ID && (inCountry(s.Place, o.Place) || inProvince(s.Place, o.Place))
		})
	})
}

// way is how a place lies to a movement; "" if that is merely where something was.
func way(role string) string {
	switch role {
	case "from", "to", "through", "toward":
		return role
	}
	return ""
}

// named is the name of the first of some places that is finer than a country, "" if
// there is none.
func named(scenes []stemma.Scene) string {
	for _, s := range scenes {
		if s.Place.Precision != stemma.PrecisionCountry {
			return s.Place.Name
		}
	}
	return ""
}
