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
		t := &s.page.Places[k]
		i := s.TokenAt(t.Span.Start)
		if t.Adjective || t.Inside || i < 0 || i < s.dateline || s.speaksFor(i) {
			continue
		}
		role := stemma.PlaceRole{Place: t.ID, Role: s.placeRole(i), Span: t.Span}
		owners := s.ownersOf(i, acts)
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

// speaksFor reports whether a place's name stands for those who rule or speak
// there: it is the subject of a verb, or the owner of something, and no
// preposition makes it a scene.
func (s *sentence) speaksFor(i int) bool {
	if s.preposition(i) != "" {
		return false
	}
	return s.is(i, "nsubj", "obl:agent", "iobj") || s.page.mentionAt(s.Tokens[i].Span) != nil && s.is(i, "nmod:poss", "compound", "conj")
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
		if d := distance(acts[k].trigger, acts[n].trigger); k != n && len(places[k]) > 0 && d < least {
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

// placeRoles are the parts of a place that prepositions tell.
var placeRoles = map[string]string{
	"in": "in", "inside": "in", "within": "in", "throughout": "in", "across": "in", "over": "in", "on": "in", "of": "",
	"at": "at", "outside": "near", "near": "near", "around": "near", "off": "near", "by": "near", "beside": "near", "above": "near",
	"along": "near", "between": "near", "from": "from", "to": "to", "into": "to", "onto": "to", "for": "to",
	"through": "through", "via": "through", "toward": "toward", "towards": "toward",
}

// borrowPlaces gives an event without a place that of the last event before it,
// if that stands close by, else the scene of the report: a report goes on telling
// of the scene that it has named. Words of many types ("warned", "agreed") have
// no scene, and history is told from other places.
func (p *page) borrowPlaces() {
	lead := p.lead()
	var last []stemma.PlaceRole
	at := -near
	for i := range p.Events {
		e := &p.Events[i]
		if !scenic[e.Type] || e.Modality == stemma.Background {
			continue
		}
		now := p.Syntax.SentenceAt(e.Trigger.Start)
		switch {
		case len(e.Places) > 0:
			if p.lends(e.Places) {
				last, at = e.Places, now
			}
		case now-at <= near:
			e.Places = slices.Clone(last)
		default:
			e.Places = slices.Clone(lead)
		}
	}
}

// near is how many sentences back a place is still where things go on.
const near = 1

// lead is the scene of the report: the places of the first event that has one
// that is closer than a country, else of the first that has any.
func (p *page) lead() []stemma.PlaceRole {
	var wide []stemma.PlaceRole
	for _, e := range p.Events {
		if !scenic[e.Type] || e.Modality == stemma.Background || len(e.Places) == 0 {
			continue
		}
		if p.lends(e.Places) {
			return e.Places
		}
		if wide == nil {
			wide = e.Places
		}
	}
	return wide
}

// lends reports whether places tell the scene and not only where something came
// from, and are closer than a country.
func (p *page) lends(places []stemma.PlaceRole) bool {
	for _, role := range places {
		t := p.places[role.Place]
		if t != nil && t.Place.Precision != stemma.PrecisionCountry && role.Role != "from" && role.Role != "toward" {
			return true
		}
	}
	return false
}

// scenic are the types of what is done at a place.
var scenic = map[string]bool{"ASSAULT": true, "RETREAT": true, "MOBILIZE": true, "COERCE": true, "PROTEST": true}
