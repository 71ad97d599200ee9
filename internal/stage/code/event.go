package code

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/codebook"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/code/chronicle"
)

// events are what a sentence tells, the main clause's first.
func (s *sentence) events() []stemma.Event {
	acts := s.acts()
	s.remember(acts)
	if len(acts) == 0 {
		return nil
	}
	slices.SortStableFunc(acts, func(a, b act) int { return s.depth(a) - s.depth(b) })
	scenes := s.scenes(acts)
	var out []stemma.Event
	for i, a := range acts {
		out = append(out, s.event(a, scenes[i]))
	}
	return out
}

// depth is how far an act stands from the root of its sentence: the smaller comes first.
func (s *sentence) depth(a act) int {
	d := 2 * len(s.above(a.clause))
	if a.clause == a.trigger && s.tag(a.trigger, "NOUN", "PROPN") {
		d++ // a verb before the noun beside it
	}
	return d
}

// event is an act with everything that its sentence tells of it.
func (s *sentence) event(a act, places []stemma.PlaceRole) stemma.Event {
	trigger := s.Tokens[a.trigger].Span
	e := stemma.Event{
		Type: a.typ, Mode: s.mode(a), Trigger: trigger, Clause: s.clause(a.clause), Places: places,
		Actors: s.agents(a), Recipients: s.target(a), Rule: a.name,
	}
	s.principals(&e, a)
	s.asQuoted(&e, a)
	s.claimed(&e, a)
	s.bothSides(&e, a)
	s.host(&e)
	s.authority(&e, a)
	s.ground(&e)
	if claim := s.page.claim(s.index, trigger); claim != nil {
		e.Claim = claim.ID
		s.announcer(&e, a, claim)
		e.Modality, e.ModalityWords = s.modality(a, s.stance(a, claim))
	} else {
		e.Modality, e.ModalityWords = s.modality(a, stemma.Asserts)
	}
	e.ID = stemma.SpanID("e", s.page.Document, e.Type, trigger)
	s.page.deeds[e.ID] = s.deedOf(a)
	e.When = chronicle.When(s.page.Reading, trigger)
	e.Quantities = chronicle.HowMany(s.page.Reading, &e)
	e.Contexts = s.contexts(a)
	e.ACLED = s.page.book.ACLED(e.Type, e.Mode, s.lemma[a.trigger], s.sides(a.actors), s.sides(a.recipients))
	return e
}

// asQuoted lets who does something by saying it be whom the claim of those words names.
//
//	"Two doctors spoke to the Relief Room, a volunteer group. It blamed the army." → the Relief Room blames
//	"The radio said troops had left, and blamed the rebels." → the radio blames
func (s *sentence) asQuoted(e *stemma.Event, a act) {
	for _, claim := range s.page.claims[s.index] {
		if claim.Source.Actor == "" && len(claim.Source.Because) == 0 || !claim.Cue.Overlaps(e.Trigger) {
			continue
		}
		if s.is(a.trigger, "conj") && words[e.Type] && !s.passive(a.trigger) && s.child(a.trigger, "nsubj") < 0 {
			e.Actors = []stemma.Role{speaker(&claim)}
		}
		for i, role := range e.Actors {
			if role.Span == claim.Source.Span {
				e.Actors[i].Actor, e.Actors[i].Name = claim.Source.Actor, claim.Source.Name
			}
		}
	}
}

// principals puts in the place of a spokesman the body for which he speaks, where the
// act is none of words: "The spokesman acknowledged a withdrawal from the port" the
// body's; so of a commander who only tells of it.
func (s *sentence) principals(e *stemma.Event, a act) {
	if words[e.Type] || !s.tag(a.trigger, "NOUN") {
		return // he himself has left the room
	}
	told := a.light >= 0 && s.page.book.In(s.lemma[a.light], "speech")
	for i := range e.Actors {
		who := s.page.Actor(e.Actors[i].Actor)
		if who == nil || who.Person != stemma.PersonSpokesperson && !(who.Person == stemma.PersonCommander && told) {
			continue
		}
		if body := s.page.body(who); body != nil {
			e.Actors[i].Actor, e.Actors[i].Name = body.ID, body.Name
		}
	}
}

// announcer lets whoever is quoted be the actor of a threat, promise or refusal that
// names none: "The army said that the raid would not go unpunished", "A spokesman
// said the road would be reopened". What is told beside, "the first since a truce was
// agreed", is nobody's word.
func (s *sentence) announcer(e *stemma.Event, a act, claim *stemma.Claim) {
	if mark := s.child(a.trigger, "mark"); mark >= 0 && s.form[mark] != "that" {
		return
	}
	if announced[e.Type] && s.tag(a.trigger, "VERB") && len(e.Actors) == 0 && claim.Source.Name != "" && claim.Stance == stemma.Asserts && s.promised(a.trigger) {
		source := speaker(claim)
		if !slices.ContainsFunc(e.Recipients, func(r stemma.Role) bool { return same(r, source) }) { // "he said he had received threats"
			e.Actors = []stemma.Role{source}
		}
	}
}

// promised reports whether a verb may be the word that a speaker gives: it has no subject
// of its own, or tells of what may come: "said the road would be reopened", but not "said
// the two sides had agreed".
func (s *sentence) promised(v int) bool {
	if s.child(v, "nsubj", "nsubj:pass") < 0 {
		return true
	}
	return slices.ContainsFunc(s.children(v, "aux"), func(k int) bool { return modals[s.lemma[k]] })
}

var modals = lists.Set("modal")

// speaker is the source of a claim as somebody who acts.
func speaker(c *stemma.Claim) stemma.Role {
	return stemma.Role{Actor: c.Source.Actor, Name: c.Source.Name, Span: c.Source.Span, Part: "lead"}
}

// announced are the types of what is done by saying it.
var announced = lists.Set("announced")

// whoCanAct are the nouns that can act: a weapon is the means, and its owner acts; a place, or what is
// no body at all, does nothing.
//
//	"army shells hit the mill" → the army; "a lack of medicine killed four" → none
func (s *sentence) whoCanAct(nouns []int) []int {
	var out []int
	for _, n := range nouns {
		thing := s.counted(n)
		if s.preposition(n) == "from" && s.placeName(n) && s.page.mentionAt(s.Tokens[n].Span) == nil {
			continue // "launched from the coast"
		}
		if scenery[s.preposition(n)] && s.placeName(n) && s.page.mentionAt(s.Tokens[n].Span) == nil {
			continue // "strikes in Ostrel"
		}
		if s.abstract(thing) {
			continue // "a lack of medicine killed four"
		}
		if !s.bare(thing) {
			out = append(out, n)
		} else if owner := s.wielders(thing); len(owner) > 0 {
			out = append(out, owner...)
		}
	}
	return out
}

// wielders are whose a weapon or an act is: "Halvornian shells", "the artillery of
// the army", "a bomb laid by rebels".
func (s *sentence) wielders(thing int) []int {
	if owner := s.owners(frame{verb: thing, subject: -1, object: thing}); len(owner) > 0 || !s.page.book.In(s.lemma[thing], "weapon") {
		return owner
	}
	for _, v := range s.children(thing, "acl") {
		if by := s.agent(v); by >= 0 && s.anyParty([]int{by}) {
			return []int{by}
		}
	}
	for _, k := range s.children(thing, "nmod") {
		if s.preposition(k) == "of" && s.anyParty([]int{k}) {
			return []int{k}
		}
	}
	return s.firing(thing)
}

// target are an act's recipients, none of whom is an actor of it.
func (s *sentence) target(a act) []stemma.Role {
	actors := s.agents(a)
	var out []stemma.Role
	add := func(roles []stemma.Role) {
		for _, r := range roles {
			if !slices.ContainsFunc(out, func(have stemma.Role) bool { return same(have, r) }) {
				out = append(out, r)
			}
		}
	}
	for _, n := range a.recipients {
		if !s.areal(n) && !(s.abstract(n) && !words[a.typ]) { // "regained 120 square kilometres", "retook control": nobody
			add(s.whoWasHit(n, actors))
		}
		add(s.parts(s.holders(n), "holder"))
	}
	return out
}

// whoWasHit are the parties at a recipient's noun, without the doers themselves; a pronoun that may not
// mean the doer stays, without his name.
func (s *sentence) whoWasHit(n int, actors []stemma.Role) []stemma.Role {
	var out []stemma.Role
	for _, r := range s.parts([]int{n}, "target") {
		switch {
		case !slices.ContainsFunc(actors, func(actor stemma.Role) bool { return same(r, actor) }):
			out = append(out, r)
		case s.others(r):
			out = append(out, stemma.Role{Name: s.page.Words(r.Span), Span: r.Span, Part: r.Part})
		}
	}
	return out
}

// parts are the parties at nouns, of which those who would lead take another part.
func (s *sentence) parts(nouns []int, part string) []stemma.Role {
	out := s.roles(nouns)
	for i := range out {
		if out[i].Part == "lead" || part == "holder" {
			out[i].Part = part
		}
	}
	return out
}

// others reports whether a role is a pronoun that cannot mean the doer: in "The
// army seized them" they are others, whoever it is.
func (s *sentence) others(r stemma.Role) bool {
	words := lexicon.Lower(s.page.Words(r.Span))
	if _, part, ok := strings.Cut(words, " of "); ok { // "shot seven of them"
		words = part
	}
	switch words {
	case "him", "her", "them", "us", "me":
		return true
	}
	return false
}

// bothSides lets each side of what was done "between" two be actor and
// recipient: each did it to the other.
func (s *sentence) bothSides(e *stemma.Event, a act) {
	if len(a.recipients) == 1 && s.form[a.recipients[0]] == "other" && len(e.Actors) == 2 {
		e.Recipients = []stemma.Role{e.Actors[1], e.Actors[0]} // "The army and the Column blamed the other"
		return
	}
	sides := leads(e.Actors)
	if len(sides) < 2 || !s.mutual(a) || len(e.Recipients) > 0 && !s.between(a) {
		return
	}
	for _, side := range append(slices.Clone(sides[1:]), sides[0]) { // behind whoever died in "Fighting between the army and the rebels left nine dead"
		if !slices.ContainsFunc(e.Recipients, func(r stemma.Role) bool { return same(r, side) }) {
			e.Recipients = append(e.Recipients, side)
		}
	}
}

// mutual reports whether what several do they do to each other: what is done
// "between" them, and what one does "with" another.
//
//	"Clashes between the army and the Column", "The army and the Column traded fire"
func (s *sentence) mutual(a act) bool {
	if s.between(a) {
		return true
	}
	slots := s.recipientSlots(a.rule)
	return len(a.actors) == 1 && len(slots) > 0 && slots[0] == "with"
}

// between reports whether an act is told as one of two sides.
func (s *sentence) between(a act) bool {
	return len(a.actors) > 0 && s.preposition(a.actors[0]) == "between" && (a.typ == "ASSAULT" || mutual[a.typ] || slices.Contains(a.rule.Actors, "between"))
}

// leads are the parties that lead, without who stands behind them.
func leads(roles []stemma.Role) []stemma.Role {
	return slices.DeleteFunc(slices.Clone(roles), func(r stemma.Role) bool { return r.Part != "lead" })
}

// host adds to the place that is visited the state whose place it is, if the page
// names that: "arrived in Ostrel" is a visit to Halvorn, too.
func (s *sentence) host(e *stemma.Event) {
	if e.Type != "CONSULT" || e.Mode != "visit" {
		return
	}
	for _, r := range slices.Clone(e.Recipients) {
		for _, i := range s.page.toponymsAt(r.Span) {
			if state := s.page.state(s.page.Places[i].Place.Country); r.Actor == "" && state != nil {
				e.Recipients = append(e.Recipients, stemma.Role{Actor: state.ID, Name: state.Name, Span: r.Span, Part: "holder"})
				return
			}
		}
	}
}

// mode is the rule's, else what the means say that the clause tells of: "hit by
// mortars" is heavy-weapons.
func (s *sentence) mode(a act) string {
	if a.promised || a.typ != "ASSAULT" || a.mode != "" && a.mode != "destroy" && a.mode != "targeted" {
		return a.mode
	}
	if m := s.means(a); m != "" && (a.mode == "" || m != "explosives" && m != "firearms") { // gunmen burn houses without their guns
		return m
	}
	return a.mode
}

// means is the mode of the weapons around a trigger: what struck, what was
// fired, with what, in what sort of blow.
func (s *sentence) means(a act) string {
	for _, n := range a.actors { // "Jets intensified the bombing"
		if m := s.meansAt(n); m == "aerial" || m == "drone" {
			return m
		}
	}
	for _, top := range []int{a.trigger, a.clause} {
		if m := s.meansAt(top); m != "" && !s.tag(top, "VERB") {
			return m
		}
		if m := s.meansBeside(top); m != "" { // "Jets bombed the port": by whom before how
			return m
		}
		if m := s.meansAt(top); m != "" {
			return m
		}
	}
	return ""
}

// meansBeside is the mode of what stands under a trigger as its doer or tool.
func (s *sentence) meansBeside(top int) string {
	for _, k := range s.kids[top] {
		if !s.is(k, "nsubj", "obj", "obl", "nmod", "compound", "amod", "obl:agent", "advcl") || s.is(k, "advcl") && s.lemma[k] != "use" {
			continue
		}
		if s.is(k, "nsubj:pass") || s.is(k, "obj", "obl", "nmod") && !s.tool(k) {
			continue
		}
		if m := s.meansAt(k); m != "" {
			return m
		}
	}
	return ""
}

// tool reports whether a noun is what was used, not what was hit: an object
// that flies or strikes, or a noun behind "with", "by", "in", "using". Who fires in the
// air does not fire from it.
//
//	"mounted a drone strike" → by drone; "fired in the air" → by no aircraft
func (s *sentence) tool(k int) bool {
	if s.lemma[k] == "air" && s.preposition(k) != "from" && s.preposition(k) != "by" {
		return false
	}
	if s.is(k, "obj") {
		if rule, ok := s.noun(k); ok && rule.Type == "ASSAULT" {
			return true
		}
		return s.page.book.Fits(s.lemma[k], []string{"@missile", "@gas"}) || s.lemma[s.head(k)] == "use"
	}
	return tooling[s.preposition(k)]
}

var tooling = lists.Set("tooling")

// meansAt is the mode of a noun and of the words before it.
func (s *sentence) meansAt(i int) string {
	words := []string{}
	for _, k := range s.kids[i] {
		if s.is(k, "compound", "amod", "obj", "nmod") && (k < i || s.lemma[i] == "use" || s.measure(i)) {
			words = append(words, s.lemma[k])
		}
	}
	for _, word := range append(words, s.lemma[i], s.form[i]) {
		m := s.page.book.Means(word)
		torn := m == "crowd-control" && s.tag(i, "VERB") // "a bomb tore through the market"
		if m != "" && !torn {
			return m
		}
	}
	return ""
}

// clause is the text of what stands under a verb, without the clauses that are
// joined to it or put beside it.
func (s *sentence) clause(v int) stemma.Span {
	from, to := v, v
	s.spread(v, &from, &to, 0)
	return s.span(from, to)
}

// spread widens a range of tokens to all that stands under a verb in its own clause.
func (s *sentence) spread(v int, from, to *int, depth int) {
	*from, *to = min(*from, v), max(*to, v)
	for _, k := range s.kids[v] {
		if s.is(k, "parataxis", "discourse") || s.is(k, "conj") && s.tag(k, "VERB") || s.is(k, "punct") || depth > 3*deepest {
			continue
		}
		s.spread(k, from, to, depth+1)
	}
}

// loaded is the context that is set only where a quoted source uses the word.
const loaded = "terrorism"

// contexts are those to which the words of the clause point, in the order of
// their names.
func (s *sentence) contexts(a act) []string {
	var out []string
	within := s.clause(a.clause)
	for i, t := range s.Tokens {
		if !within.Contains(t.Span) || !s.tag(i, "NOUN", "PROPN", "ADJ", "VERB") {
			continue
		}
		for _, context := range s.page.book.Contexts(s.lemma[i]) {
			if !slices.Contains(out, context) && (context != loaded || s.page.quoted(t.Span)) {
				out = append(out, context)
			}
		}
	}
	slices.Sort(out)
	return out
}

// sides are what the parties at nouns are in ACLED's eyes: forces of a state, rebels, civilians.
func (s *sentence) sides(nouns []int) []codebook.Side {
	var out []codebook.Side
	for _, n := range nouns {
		for _, k := range s.coordinated(n) {
			out = append(out, s.sidesOf(k)...)
		}
	}
	return out
}

// sidesOf is whether those whom a noun names are of a state, of rebels, armed or unarmed.
//
//	"two soldiers" → state, armed; "villagers" → unarmed
func (s *sentence) sidesOf(n int) []codebook.Side {
	if actor := s.actorAt(n, s.np(n)); actor != nil {
		switch actor.Kind {
		case stemma.KindState, stemma.KindGovernment, stemma.KindStateForce:
			return []codebook.Side{codebook.SideState, codebook.SideArmed}
		case stemma.KindArmedGroup, stemma.KindUnnamedGroup, stemma.KindCoalition:
			return []codebook.Side{codebook.SideRebel, codebook.SideArmed}
		case stemma.KindPeople, stemma.KindNGO:
			return []codebook.Side{codebook.SideUnarmed}
		}
	}
	for _, word := range append(s.words(n), s.kindWord(n)) {
		switch {
		case word == "army" || word == "police" || word == "troop":
			return []codebook.Side{codebook.SideState, codebook.SideArmed}
		case s.page.book.In(word, "armed"):
			return []codebook.Side{codebook.SideRebel, codebook.SideArmed}
		case word == "protester" || word == "demonstrator" || word == "marcher":
			return []codebook.Side{codebook.SideCrowd, codebook.SideUnarmed}
		case s.page.book.In(word, "people"):
			return []codebook.Side{codebook.SideUnarmed}
		}
	}
	return nil
}
