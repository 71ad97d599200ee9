package code

import (
	"cmp"
	"slices"

	"stemma"
)

// scenes are the places of each act of a sentence: a toponym belongs to the act
// under whose words it stands nearest; one that stands under none belongs to
// those that have no other. One that is aside serves only an act that has none else.
func (s *sentence) scenes(acts []act) [][]stemma.PlaceRole {
	g := s.grounds(acts)
	s.pointed(g.own, acts)
	s.taken(g.own, acts)
	lend(g.own, g.loose)
	for n, a := range acts {
		s.rank(g.own[n], a)
	}
	s.share(g.own, acts)
	for n := range g.own {
		lend(g.own[n:n+1], g.held[n])
	}
	lend(g.own, g.sources)
	return g.own
}

// The grounds of a sentence are its places as they stand to its acts.
type grounds struct {
	own, held [][]stemma.PlaceRole // those under the words of each act; of these, those that are aside
	loose     []stemma.PlaceRole   // those under none
	sources   []stemma.PlaceRole   // those of whoever is quoted
}

// grounds are the places that a sentence names, each given to the acts that happened there.
func (s *sentence) grounds(acts []act) grounds {
	g := grounds{own: make([][]stemma.PlaceRole, len(acts)), held: make([][]stemma.PlaceRole, len(acts))}
	for _, k := range s.page.toponymsIn(s.Span) {
		role, ok := s.sceneOf(k)
		if !ok {
			continue
		}
		owners := s.ownersAt(k, role, acts)
		source, aside := s.page.ofSource(role.Span), s.aside(k, acts) || s.tendedAt(role.Span, acts, owners)
		s.page.aside[role.Span] = aside || source && len(owners) == 0
		into := g.own
		if aside {
			into = g.held
		}
		for _, n := range owners {
			into[n] = append(into[n], role)
		}
		switch {
		case len(owners) > 0:
		case source:
			g.sources = append(g.sources, role)
		case !aside && role.Role != "from" && role.Role != "toward" && !s.brought(k):
			g.loose = append(g.loose, role)
		}
	}
	return g
}

// ownersAt are the acts that a place belongs to; of those by which somebody was brought
// there only such as end there.
//
//	"Two were shot in Dorvat and flown to Camp Halder." → Camp Halder is of the flight alone
func (s *sentence) ownersAt(toponym int, role stemma.PlaceRole, acts []act) []int {
	owners := s.ownersOf(s.TokenAt(role.Span.Start), acts)
	if !s.brought(toponym) {
		return owners
	}
	return slices.DeleteFunc(owners, func(n int) bool { return !ends(acts[n].typ, []stemma.PlaceRole{role}) && acts[n].typ != "MOBILIZE" })
}

// lend gives places to the acts that have none.
func lend(own [][]stemma.PlaceRole, places []stemma.PlaceRole) {
	for n := range own {
		if len(own[n]) == 0 {
			own[n] = slices.Clone(places)
		}
	}
}

// pointed gives the acts that went on "there" the place named last before it, in their
// sentence or the one before; and so those behind "where", whatever else stands by them.
//
//	"The brigade attacked Dorvat, and two men were shot there." → shot in Dorvat
//	"… at Dorvat on 6 May, where bandits from Ostrel killed 12 villagers" → killed in Dorvat
func (s *sentence) pointed(own [][]stemma.PlaceRole, acts []act) {
	for i := range s.Tokens {
		where := s.form[i] == "where"
		if !where && s.form[i] != "there" || !s.is(i, "advmod", "obl") {
			continue
		}
		place := s.page.lastPlace(s.Tokens[i].Start, s.index)
		for _, n := range s.ownersOf(i, acts) {
			if place != nil && (len(own[n]) == 0 || where && acts[n].trigger > i) {
				own[n] = []stemma.PlaceRole{{Place: place.ID, Role: "in", Span: s.Tokens[i].Span}}
			}
		}
	}
}

// taken gives an act that a relative clause tells of a place that place, if it befell it:
// "Snake Ford, which rebels captured in May".
func (s *sentence) taken(own [][]stemma.PlaceRole, acts []act) {
	for n, a := range acts {
		h := s.head(a.clause)
		if h < 0 || !s.is(a.clause, "acl:relcl") || !slices.Contains(a.recipients, h) || len(own[n]) > 0 {
			continue
		}
		for _, k := range s.page.toponymsAt(s.Tokens[h].Span) {
			own[n] = append(own[n], stemma.PlaceRole{Place: s.page.Places[k].ID, Role: "in", Span: s.page.Places[k].Span})
		}
	}
}

// lastPlace is the place closer than a country that is named last before a character,
// in a sentence or the one before it, be it in no book, but for what only holds one named
// right before; nil if there is none.
func (p *page) lastPlace(before, sentence int) *stemma.Toponym {
	from := p.Syntax.Sentences[max(0, sentence-1)].Start
	var last *stemma.Toponym
	for _, k := range p.toponymsIn(stemma.Span{Start: from, End: before}) {
		t := &p.Places[k]
		aside := p.aside[t.Span] && !p.ofSource(t.Span)
		if t.Adjective || t.Inside || aside || t.Place.Precision == stemma.PrecisionCountry || last != nil && t.Span.Start-last.Span.End <= len(", ") && last.Place.Within(t.Place) {
			continue
		}
		last = t
	}
	return last
}

// sceneOf is a toponym as a place where something goes on; none if it only says whose
// somebody is, from where a craft is, or from where the report was sent.
//
//	"Five men were picked up by a Dorvat boat." → not in Dorvat
func (s *sentence) sceneOf(toponym int) (stemma.PlaceRole, bool) {
	t := &s.page.Places[toponym]
	i := s.headOf(t.Span)
	if i >= 0 && s.struckTown(i) {
		return stemma.PlaceRole{Place: t.ID, Role: "in", Span: t.Span}, true
	}
	if t.Adjective || t.Inside && !site(t) || i < 0 || i < s.dateline || s.speaksFor(i) || s.inTitle(i) || s.soughtAt(i) || s.homePort(i) {
		return stemma.PlaceRole{}, false
	}
	return stemma.PlaceRole{Place: t.ID, Role: s.placeRole(i), Span: t.Span}, true
}

// homePort reports whether a name before a craft says where it is from: "a Dorvat boat".
func (s *sentence) homePort(i int) bool {
	return s.is(i, "compound", "nmod:poss") && s.head(i) > i && s.page.book.Fits(s.lemma[s.head(i)], []string{"@ship", "@aircraft"})
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

// struckTown reports whether a town gives its name to a blow: "the Dorvat bombing".
func (s *sentence) struckTown(i int) bool {
	return s.is(i, "compound") && s.head(i) >= 0 && s.page.book.In(s.lemma[s.head(i)], "attack") && s.ofTown(i)
}

// ofCountry reports whether a token is of the name of a country.
func (s *sentence) ofCountry(i int) bool { return s.names(i, stemma.PrecisionCountry) }

// ofTown reports whether a token is of the name of a town or village, or of one that no
// book has.
func (s *sentence) ofTown(i int) bool {
	if slices.ContainsFunc(s.page.toponymsAt(s.Tokens[i].Span), func(k int) bool {
		t := &s.page.Places[k]
		return !t.Known() || t.Place.Kind == "village"
	}) {
		return true
	}
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
		if t == nil || e.Type == "ASSAULT" && (role.Role == "from" || role.Role == "to") || t.Place.Precision != stemma.PrecisionCountry || !e.Clause.Contains(t.Span) || s.anyOf(e.Actors, t.Place.Country) || slices.ContainsFunc(e.Actors, func(r stemma.Role) bool { return r.Span.Contains(t.Span) }) {
			continue
		}
		r := stemma.Role{Name: s.page.Words(t.Span), Span: t.Span, Part: stemma.Ground}
		if state := s.page.state(t.Place.Country); state != nil {
			r.Actor, r.Name = state.ID, state.Name
		}
		if !slices.ContainsFunc(slices.Concat(e.Actors, e.Recipients), func(have stemma.Role) bool { return same(have, r) }) {
			e.Recipients = append(e.Recipients, r)
		}
		return
	}
}

// authority names the state in which somebody was arrested, tried or examined by nobody who
// is told of, where the clause names no place but that: only a state does that there.
//
//	"A clerk was arrested in Struvia" → by Struvia
func (s *sentence) authority(e *stemma.Event, a act) {
	if len(e.Actors) > 0 || len(e.Places) != 1 || !lawful[e.Mode] || !s.passive(a.clause) {
		return
	}
	t := s.page.places[e.Places[0].Place]
	if t == nil || t.Place.Precision != stemma.PrecisionCountry || !e.Clause.Contains(t.Span) {
		return
	}
	r := stemma.Role{Name: s.page.Words(t.Span), Span: t.Span, Part: "lead"}
	if state := s.page.state(t.Place.Country); state != nil {
		r.Actor, r.Name = state.ID, state.Name
	}
	e.Actors = []stemma.Role{r}
	e.Recipients = slices.DeleteFunc(e.Recipients, func(other stemma.Role) bool { return same(other, r) })
}

// lawful are the modes of what only those do who rule.
var lawful = lists.Set("lawful")

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
			if a.trigger == k || a.clause == k {
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
func (s *sentence) share(places [][]stemma.PlaceRole, acts []act) {
	for n := range places {
		if len(places[n]) > 0 {
			continue
		}
		if k := s.relatedPlace(n, places, acts); k >= 0 {
			places[n] = slices.Clone(places[k])
		}
	}
}

// relatedPlace is the act of the sentence that has a place and stands nearest.
func (s *sentence) relatedPlace(n int, places [][]stemma.PlaceRole, acts []act) int {
	best, least := -1, len(s.Tokens)
	for k := range acts {
		if d := distance(acts[k].trigger, acts[n].trigger); k != n && stays(places[k]) && !s.always(acts[k].trigger, nil) && d < least && (acts[k].typ == acts[n].typ || !ends(acts[k].typ, places[k])) {
			best, least = k, d
		}
	}
	return best
}

// stays reports whether one of some places is not only where something came from or
// was bound for.
func stays(places []stemma.PlaceRole) bool {
	return slices.ContainsFunc(places, func(role stemma.PlaceRole) bool { return role.Role != "from" && role.Role != "toward" })
}

// distance is how far two tokens stand apart.
func distance(a, b int) int { return max(a-b, b-a) }

// placeRole is what a place is to what happened, by the outermost preposition
// over its name: "near the town of Ostrel" near, "flown to Camp Halder in Ostrel" to.
func (s *sentence) placeRole(i int) string {
	role := ""
	for k := i; k >= 0; k = s.head(k) {
		role = cmp.Or(placeRoles[s.preposition(k)], role)
		switch {
		case s.left(k):
			return "from"
		case s.flownTo(k):
			return "to"
		case s.vicinity(k):
			role = "near"
		}
		if !s.inPhrase(k) {
			break
		}
		if s.settled(k, role) {
			if s.flownTo(s.head(k)) {
				return "to"
			}
			break
		}
	}
	return cmp.Or(role, "in")
}

// inPhrase reports whether a noun is only a part of a larger phrase, the preposition of
// which may say more: "the town of | Ostrel".
func (s *sentence) inPhrase(k int) bool {
	return s.is(k, "nmod", "compound", "appos", "flat", "conj", "amod") && (s.head(k) < 0 || s.nominal(s.head(k)))
}

// settled reports whether no word further out changes what a place is: "sent to the area from
// Dorvat" from, "a camp in Ostrel" in; but "the territory of Ostrel" may be what "near" says.
func (s *sentence) settled(k int, role string) bool {
	own := s.is(k, "nmod") && role != "" && s.preposition(k) != "of"
	return moving[role] || own && !s.page.book.In(s.lemma[s.head(k)], "territory")
}

// left reports whether a place is where somebody or something came from: "left Dorvat", "a
// boat out of Dorvat".
func (s *sentence) left(k int) bool {
	h := s.head(k)
	return s.is(k, "obj") && h >= 0 && leaving[s.lemma[h]] || s.is(k, "nmod") && s.preposition(k) == "out"
}

// flownTo reports whether the hurt are brought to where a noun says, by its own "to" or
// by that of the noun before it: "flown to Camp Halder in Ostrel".
func (s *sentence) flownTo(n int) bool {
	v := s.head(n)
	return v >= 0 && flown[s.lemma[v]] && slices.ContainsFunc(s.children(v, "obl"), func(k int) bool { return k <= n && s.preposition(k) == "to" })
}

// brought reports whether a toponym says where the hurt were brought.
func (s *sentence) brought(toponym int) bool {
	i := s.headOf(s.page.Places[toponym].Span)
	return s.flownTo(i) || slices.ContainsFunc(s.above(i), s.flownTo)
}

// flown are the verbs by which the hurt are brought away.
var flown = lists.Set("flown")

// moving are the roles of places on a way; what a place is on a way no word further out
// changes: in "sent to the area from Dorvat" it is where they came from.
var moving = map[string]bool{"from": true, "to": true, "toward": true, "through": true}

// vicinity reports whether a noun only says that something is near.
func (s *sentence) vicinity(k int) bool {
	return vicinities[s.lemma[k]]
}

// vicinities are the nouns that say "near" of the place behind them.
var vicinities = lists.Set("vicinity")

// leaving are the verbs whose object is where somebody went from: "left the port of
// Dorvat".
var leaving = lists.Set("leaving")

// placeRoles are the parts of a place that prepositions tell.
var placeRoles = map[string]string{
	"in": "in", "inside": "in", "within": "in", "throughout": "in", "across": "in", "over": "in", "on": "in", "of": "",
	"at": "at", "outside": "near", "near": "near", "around": "near", "off": "near", "by": "near", "beside": "near", "above": "near",
	"along": "near", "between": "near", "from": "from", "to": "to", "into": "to", "onto": "to", "for": "to",
	"through": "through", "via": "through", "toward": "toward", "towards": "toward",
}
