package code

import (
	"slices"

	"stemma"
)

// scenes are the places of each act of a sentence: a toponym belongs to the act
// under whose words it stands nearest; one that stands under none belongs to
// those that have no other.
func (s *sentence) scenes(acts []act) [][]stemma.PlaceRole {
	out := make([][]stemma.PlaceRole, len(acts))
	var loose []stemma.PlaceRole
	for _, k := range s.page.toponymsIn(s.Span) {
		role, ok := s.sceneOf(k)
		if !ok {
			continue
		}
		owners := s.ownersOf(s.TokenAt(role.Span.Start), acts)
		for _, n := range owners {
			out[n] = append(out[n], role)
		}
		if len(owners) == 0 {
			loose = append(loose, role)
		}
	}
	for n := range out {
		if len(out[n]) == 0 {
			out[n] = loose
		}
	}
	for n, a := range acts {
		s.rank(out[n], a)
	}
	return s.share(out, acts)
}

// sceneOf is a toponym as a place where something goes on; none if it only says whose
// somebody is, or from where the report was sent.
func (s *sentence) sceneOf(toponym int) (stemma.PlaceRole, bool) {
	t := &s.page.Places[toponym]
	i := s.headOf(t.Span)
	if i >= 0 && s.struckTown(i) {
		return stemma.PlaceRole{Place: t.ID, Role: "in", Span: t.Span}, true
	}
	if t.Adjective || t.Inside && !site(t) || i < 0 || i < s.dateline || s.speaksFor(i) || s.inTitle(i) || s.soughtAt(i) {
		return stemma.PlaceRole{}, false
	}
	return stemma.PlaceRole{Place: t.ID, Role: s.placeRole(i), Span: t.Span}, true
}

// headOf is the token of a span that hangs on nothing in it, -1 if the span holds none:
// "Hospital" of "Ostrel Hospital".
func (s *sentence) headOf(span stemma.Span) int {
	i := s.TokenAt(span.Start)
	for i >= 0 && s.head(i) >= 0 && span.Contains(s.Tokens[s.head(i)].Span) {
		i = s.head(i)
	}
	return i
}

// site reports whether a place is a building or a post, which stands somewhere even
// where it is also a party: "a shell hit Ostrel Hospital".
func site(t *stemma.Toponym) bool { return t.Place.Precision == stemma.PrecisionSite }

// speaksFor reports whether a place's name stands for those who rule or speak
// there: it is the subject of a verb, or the owner of something, and no
// preposition makes it a scene. A town that is no party does nothing: it is where
// things are done.
//
//	"Halvorn shelled the port." → Halvorn speaks for itself
//	"Dorvat was shelled." → a scene
func (s *sentence) speaksFor(i int) bool {
	if s.preposition(i) != "" {
		return false
	}
	party := s.page.mentionAt(s.Tokens[i].Span) != nil
	return s.is(i, "nsubj", "obl:agent", "iobj") && (party || s.ofCountry(i)) || party && s.is(i, "nmod:poss", "compound", "conj")
}

// struckTown reports whether a town gives its name to a blow: "the Dorvat bombing".
func (s *sentence) struckTown(i int) bool {
	return s.is(i, "compound") && s.head(i) >= 0 && s.page.book.In(s.lemma[s.head(i)], "attack") && s.ofTown(i)
}

// soughtAt reports whether a place's name only says what something is for: "in revenge
// for Dorvat", "fighting for the secession of the Halden region". Who leaves for Dorvat
// goes there.
func (s *sentence) soughtAt(i int) bool {
	for k := i; k >= 0; k = s.head(k) {
		switch by := s.preposition(k); {
		case by == "for":
			h := s.head(k)
			return h >= 0 && !bound[s.lemma[h]]
		case by != "" && by != "of", !s.is(k, "nmod", "compound", "appos", "flat", "conj"):
			return false
		}
	}
	return false
}

// bound are the words after which "for" says where to.
var bound = map[string]bool{"leave": true, "depart": true, "head": true, "bind": true, "bound": true, "set": true, "sail": true, "embark": true, "make": true,
	"destined": true, "fly": true, "start": true, "departure": true, "aid": true, "supply": true, "convoy": true, "food": true}

// inTitle reports whether a place's name is part of what somebody is: "Dorvat District
// Commissioner Ilse Rohn", "the Ostrel mayor".
func (s *sentence) inTitle(i int) bool {
	h := s.head(i)
	for range deepest {
		if h < 0 || !s.is(i, "compound", "nmod:desc", "flat") {
			return false
		}
		if s.page.book.In(s.lemma[h], "leader") {
			return true
		}
		i, h = h, s.head(h)
	}
	return false
}

// ofCountry reports whether a token is of the name of a country.
func (s *sentence) ofCountry(i int) bool { return s.names(i, stemma.PrecisionCountry) }

// ofTown reports whether a token is of the name of a town or village.
func (s *sentence) ofTown(i int) bool {
	return s.names(i, stemma.PrecisionTown) || s.names(i, stemma.PrecisionVillage)
}

// names reports whether a token is of the name of a place of some precision.
func (s *sentence) names(i int, precision stemma.Precision) bool {
	return slices.ContainsFunc(s.page.toponymsAt(s.Tokens[i].Span), func(k int) bool {
		return s.page.Places[k].Place.Precision == precision
	})
}

// ground names the state on whose land something was done, where the words name it,
// nobody known was hit, and none of the doers is of that state.
//
//	"Rebels attacked a trading post in northern Struvia" → Struvia, ground
func (s *sentence) ground(e *stemma.Event) {
	if slices.ContainsFunc(e.Recipients, func(r stemma.Role) bool { return r.Actor != "" }) {
		return
	}
	for _, role := range e.Places {
		t := s.page.places[role.Place]
		if t == nil || t.Place.Precision != stemma.PrecisionCountry || !e.Clause.Contains(t.Span) || s.anyOf(e.Actors, t.Place.Country) {
			continue
		}
		r := stemma.Role{Name: s.page.Words(t.Span), Span: t.Span, Part: stemma.Ground}
		if state := s.page.state(t.Place.Country); state != nil {
			r.Actor, r.Name = state.ID, state.Name
		}
		if !slices.ContainsFunc(e.Recipients, func(have stemma.Role) bool { return same(have, r) }) {
			e.Recipients = append(e.Recipients, r)
		}
		return
	}
}

// anyOf reports whether one of the parties is of a country.
func (s *sentence) anyOf(parties []stemma.Role, country string) bool {
	return slices.ContainsFunc(parties, func(r stemma.Role) bool {
		a := s.page.Actor(r.Actor)
		return a != nil && a.Country == country
	})
}

// rank puts the places of an act in order: those that stand nearest to it first,
// whole countries last.
func (s *sentence) rank(places []stemma.PlaceRole, a act) {
	weight := func(p stemma.PlaceRole) int {
		w := distance(s.TokenAt(p.Span.Start), a.trigger)
		if t := s.page.places[p.Place]; t != nil && t.Place.Precision == stemma.PrecisionCountry {
			w += 1000
		}
		return w
	}
	slices.SortStableFunc(places, func(a, b stemma.PlaceRole) int { return weight(a) - weight(b) })
}

// ownersOf are the acts whose trigger or clause is met first on the way from a
// token to the root.
func (s *sentence) ownersOf(i int, acts []act) []int {
	k := i
	for range s.Tokens { // a broken tree must not loop
		if k < 0 {
			return nil
		}
		var owners []int
		for n, a := range acts {
			if a.trigger == k || a.clause == k || a.light == k {
				owners = append(owners, n)
			}
		}
		if len(owners) > 0 {
			return owners
		}
		k = s.head(k)
	}
	return nil
}

// share gives an act without a place those of the act that it hangs on or that
// hangs on it: "entered Ostrel, killing nine".
func (s *sentence) share(places [][]stemma.PlaceRole, acts []act) [][]stemma.PlaceRole {
	for n := range places {
		if len(places[n]) > 0 {
			continue
		}
		if k := s.relatedPlace(n, places, acts); k >= 0 {
			places[n] = slices.Clone(places[k])
		}
	}
	return places
}

// relatedPlace is the act of the sentence that has a place and stands nearest.
func (s *sentence) relatedPlace(n int, places [][]stemma.PlaceRole, acts []act) int {
	best, least := -1, len(s.Tokens)
	for k := range acts {
		if d := distance(acts[k].trigger, acts[n].trigger); k != n && len(places[k]) > 0 && d < least && (acts[k].typ == acts[n].typ || !ends(acts[k].typ, places[k])) {
			best, least = k, d
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }

// placeRole is what a place is to what happened, by the outermost preposition
// over its name: "near the town of Ostrel" near.
func (s *sentence) placeRole(i int) string {
	role := ""
	for k := i; k >= 0; k = s.head(k) {
		if by := s.preposition(k); by != "" {
			if r := placeRoles[by]; r != "" {
				role = r
			}
		}
		if s.is(k, "obj") && s.head(k) >= 0 && leaving[s.lemma[s.head(k)]] {
			return "from"
		}
		if s.vicinity(k) {
			role = "near"
		}
		if !s.is(k, "nmod", "compound", "appos", "flat", "conj", "amod") || s.head(k) >= 0 && !s.nominal(s.head(k)) {
			break
		}
		if s.is(k, "nmod") && role != "" && !s.page.book.In(s.lemma[s.head(k)], "territory") && s.preposition(k) != "of" {
			break
		}
	}
	if role == "" {
		return "in"
	}
	return role
}

// vicinity reports whether a noun only says that something is near.
func (s *sentence) vicinity(k int) bool {
	switch s.lemma[k] {
	case "vicinity", "outskirts", "outskirt", "edge", "surroundings":
		return true
	}
	return false
}

// leaving are the verbs whose object is where somebody went from: "left the port of
// Dorvat".
var leaving = map[string]bool{"leave": true, "flee": true, "depart": true, "quit": true, "exit": true, "vacate": true}

// placeRoles are the parts of a place that prepositions tell.
var placeRoles = map[string]string{
	"in": "in", "inside": "in", "within": "in", "throughout": "in", "across": "in", "over": "in", "on": "in", "of": "",
	"at": "at", "outside": "near", "near": "near", "around": "near", "off": "near", "by": "near", "beside": "near", "above": "near",
	"along": "near", "between": "near", "from": "from", "to": "to", "into": "to", "onto": "to", "for": "to",
	"through": "through", "via": "through", "toward": "toward", "towards": "toward",
}
