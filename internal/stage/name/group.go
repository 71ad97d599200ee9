package name

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
)

// settleForce says which state's body a description means: "the army" is the one
// last spoken of, else that of the country which the page is about.
func (p *page) settleForce(d *description) bool {
	if d.counted || d.nation != nil || d.modifier != nil || !d.filled() || !d.definite && !d.governmental() {
		return false
	}
	if owner := p.owner(d); owner != nil || d.owner != nil || d.possess >= 0 {
		return p.settleOwned(d, owner)
	}
	if state := p.seatedIn(d); state != nil {
		return p.settleOwned(d, p.entryActor(state.Entry()))
	}
	a := p.lastForce(d)
	if d.loose() && (a == nil || d.group.Class == "soldiers" && !a.nouns["class soldiers"]) {
		return false
	}
	if a == nil {
		a = p.forceAtHome(d)
	}
	if a == nil {
		return false
	}
	a.give(d.mention)
	return true
}

// lastForce is the body of the kind of a description that was last spoken of.
func (p *page) lastForce(d *description) *actor {
	home, filed := p.home(), p.filed()
	a, _ := p.inView(d.mention, 40, func(a *actor, at *mention) bool {
		if d.governmental() && home != nil && a.Country != home.Entry().Country {
			return false
		}
		if d.force.IsState() {
			return a.Kind == stemma.KindState && (filed == nil || p.rules(a, d, filed))
		}
		return a.body == d.force.Key() && (a.nouns["class equipment"] || !d.gear()) && (d.gear() || !a.onlyGear())
	})
	return a
}

// forceAtHome is the body of the kind of a description that the country has which
// the page is about; a government's, that it is filed from.
func (p *page) forceAtHome(d *description) *actor {
	state := p.about()
	if d.governmental() || d.force.IsState() {
		state = p.home()
	}
	if filed := p.filed(); filed != nil && (state == nil || d.force.IsState()) {
		if p.foreign(d, filed) {
			return nil
		}
		state = filed
	}
	if state == nil || p.yetToCome(state.Entry().Country, d.Start) {
		return nil
	}
	e := d.force.Of(state, p.day)
	return p.entryActor(&e)
}

// yetToCome reports whether a page has spoken of another country before an offset
// and not yet of this one, which "the government" there can hardly mean.
//
//	"In Marlen's valley the dam broke. The government says it rained. An Arvonian official …" → not the Arvonian one
func (p *page) yetToCome(country string, at int) bool {
	if p.firsts[country] <= at {
		return false
	}
	for _, first := range p.firsts {
		if first < at {
			return true
		}
	}
	return false
}

// gear reports whether a description is of what a body fights with: "the jets".
func (d *description) gear() bool { return d.grouped && d.group.Class == "equipment" }

// onlyGear reports whether the page speaks of a body only by what it fights with,
// so that another's troops stay another's.
//
//	"Arvonia denied that its jets had flown over Marlen. The army took Haur." → the army: not the Arvonian one
func (a *actor) onlyGear() bool {
	return !slices.ContainsFunc(a.mentions, func(m *mention) bool {
		group, n := actors.GroupAt(m.sentence.words[m.last-1 : m.last])
		return n == 0 || group.Class != "equipment"
	})
}

// loose reports whether a description has a word for people or gear, who may be
// another state's: "the soldiers", not "the army".
func (d *description) loose() bool {
	return d.grouped && !d.force.IsState() && d.group.Class != "army" && d.group.Class != "police"
}

// filled reports whether only words stand before the noun that leave a state's
// body what it is: not "the Kurdish internal security force", nor "the regional
// military administration", which is no state's government.
func (d *description) filled() bool {
	s := d.sentence
	for w := d.first; w < d.last; w++ {
		if d.force.IsState() && ofPart[s.key(w)] {
			return false
		}
		if !fillers[s.key(w)] && s.words[w].Len() > 0 && !d.forms(w) {
			return false
		}
	}
	return true
}

// ofPart are the words for the government of a part of a country.
var ofPart = lists.Set("of a part")

// forms reports whether a word belongs to the form of the body itself.
func (d *description) forms(w int) bool { return w >= d.head }

// governmental reports whether a description says whose forces it means without
// an article: "government troops", "regime forces".
func (d *description) governmental() bool {
	return d.sentence.is(d.head, "government", "regime", "state", "pro", "army") && d.last-d.head > 1
}

// settleOwned is the body of the state that owns it: "its army".
func (p *page) settleOwned(d *description, owner *actor) bool {
	if owner == nil {
		return false
	}
	state := p.stateOf(owner)
	if state == nil {
		return false
	}
	e := d.force.Of(state, p.day)
	p.entryActor(&e).give(d.mention)
	return true
}

// settleAnaphor says which body a description takes up: one that bears the word
// in its name, else the last of a kind that the word can mean.
//
//	"the Front" → "Lower Marlen Front"; "the group" → the Salt Guard; "the Marlen channel" → the last outlet of that country
func (p *page) settleAnaphor(d *description) bool {
	if d.owner != nil || d.possess >= 0 {
		return p.settleTheirs(d)
	}
	if !d.definite || d.counted || d.modifier != nil || d.sentence.is(d.last, "of") {
		return false
	}
	if slices.Contains(anaphors[d.noun], stemma.KindState) {
		return p.settleCountry(d)
	}
	a := p.bodyBefore(d)
	if a == nil {
		return false
	}
	a.give(d.mention)
	return true
}

// nearness is how many sentences back a word looks for which kinds of body.
type nearness struct {
	kinds []stemma.ActorKind
	reach int
}

// bodyBefore is the body that a description takes up, nil if there is none.
func (p *page) bodyBefore(d *description) (a *actor) {
	bears := func(a *actor, at *mention) bool {
		return !a.person() && (at.form == stemma.FormName && len(a.words) > 1 && slices.Contains(a.words, d.noun) || a.nouns[d.noun]) && d.fits(a)
	}
	if d.sentence.words[d.last-1].Form == actors.Small {
		for _, near := range []nearness{{rather[d.noun], 1}, {anaphors[d.noun], 4}} {
			if a == nil && near.kinds != nil {
				a, _ = p.inView(d.mention, near.reach, func(a *actor, at *mention) bool {
					return bears(a, at) || at.form != stemma.FormDescription && slices.Contains(near.kinds, a.Kind) && d.fits(a) && d.sameOffice(a)
				})
			}
		}
	}
	if a == nil {
		a, _ = p.inView(d.mention, 60, bears)
	}
	if a == nil && p.publishes(d.noun) && d.fits(p.publisher()) {
		a = p.publisher()
	}
	return a
}

// fits reports whether a body is of the country that a description names, and bears
// the name in it.
func (d *description) fits(a *actor) bool {
	own := d.proper()
	return (d.nation == nil || d.nation.Entry().Country == "" || a.Country == d.nation.Entry().Country) && (own == "" || slices.Contains(a.words, own))
}

// sameOffice reports whether a body of government may be what a description calls
// by its business: the Kremlin is no "defence ministry".
func (d *description) sameOffice(a *actor) bool {
	if a.Kind != stemma.KindGovernment {
		return true
	}
	for w := d.first; w < d.last-1; w++ {
		if d.sentence.tag(w, "NOUN") && !slices.Contains(a.words, d.sentence.key(w)) {
			return false
		}
	}
	return true
}

// proper is a name among the modifiers that says whose body it is, of a country
// or place that the book does not know; "" if there is none. Who only stands behind it
// says nothing of its name.
//
//	"the Vessian trade ministry" → "vessian"; "the Vessia-backed group" → none
func (d *description) proper() string {
	if d.nation != nil || d.sentence.headline {
		return ""
	}
	for w := d.first; w < d.head; w++ {
		joined := d.sentence.words[w+1].Hyphen && d.sentence.words[w+1].Form == actors.Small
		if d.sentence.words[w].Form == actors.Capital && w > 0 && !d.sentence.words[w].Break && !joined {
			return d.sentence.key(w)
		}
	}
	return ""
}

// buildings are heads of bodies' names that mostly mean a house.
var buildings = lists.Set("buildings")

// settleTheirs is the body of a person: "his group".
func (p *page) settleTheirs(d *description) bool {
	owner := p.owner(d)
	if owner == nil || !owner.person() {
		return false
	}
	for _, a := range append(slices.Clone(owner.leads), owner.of...) {
		if slices.Contains(anaphors[d.noun], a.Kind) {
			a.give(d.mention)
			return true
		}
	}
	return false
}

// settleCountry says which state "the country" is: the one last spoken of, be it
// only by its army, by its adjective or as a place.
//
//	"Arvonia's report came out. Marlenian support went on. The country sent men." → Marlen
func (p *page) settleCountry(d *description) bool {
	state := func(a *actor, at *mention) bool {
		return a.Kind == stemma.KindState || a.body != "" && p.book.StateNamed(a.Country) != nil
	}
	a, _ := p.inView(d.mention, 1, state)
	if a == nil {
		a = p.byAdjective(d.mention)
	}
	if a == nil {
		a, _ = p.inView(d.mention, 5, state)
	}
	if a == nil {
		return false
	}
	if a.Kind != stemma.KindState {
		a = p.entryActor(p.book.StateNamed(a.Country).Entry())
	}
	a.give(d.mention)
	return true
}

// newBody is a body that the page describes and does not name: "a commission of
// inquiry", "the Vessian trade ministry".
func (p *page) newBody(d *description) {
	kind, ok := actors.Head(d.sentence.words[d.last-1])
	if !ok || buildings[d.noun] {
		return
	}
	if d.warlike() {
		kind = stemma.KindUnnamedGroup
	}
	a := p.newActor(kind, p.phrase(d))
	a.nouns[d.noun], a.plural, a.words = true, true, strings.Fields(d.bare)
	p.place(a, d)
	a.give(d.mention)
}

// warlike reports whether a word for fighters stands before the head: "a rebel
// organisation".
func (d *description) warlike() bool {
	for w := d.first; w < d.head; w++ {
		group, _ := actors.GroupAt(d.sentence.words[w:d.head])
		if group.Class == "fighters" || group.Class == "militia" || d.sentence.is(w, "armed") {
			return true
		}
	}
	return false
}

// settleGroup says whom a word for several people means.
func (p *page) settleGroup(d *description) {
	if d.modifier != nil || d.owner != nil || d.possess >= 0 || d.after != nil && d.plain() {
		if owner := p.owner(d); owner != nil && p.settleMembers(d, owner) {
			return
		}
	}
	a := p.takenUp(d)
	if a == nil {
		a = p.fightersOf(d)
	}
	switch {
	case a != nil:
		a.give(d.mention)
	case d.namesNobody():
	default:
		p.newGroup(d)
	}
}

// namesNobody reports whether a word for several people is too plain to begin a group of
// its own.
//
//	"people", "armed vehicles" → yes;  "six people", "Arvonian tanks" → no
func (d *description) namesNobody() bool {
	if d.group.Class == "equipment" && d.nation == nil || adjectival[d.noun] && !d.definite {
		return true
	}
	return vague[d.noun] && d.nation == nil && d.modifier == nil && d.after == nil && !d.definite && !d.counted
}

// takenUp is the group that a definite noun takes up: those who bear it, before some
// of them who were only counted.
//
//	"Rebels of the Salt Guard came. Six rebels died. The rebels left." → the Salt Guard
func (p *page) takenUp(d *description) *actor {
	if !d.definite {
		return nil
	}
	fits := func(a *actor, some bool) bool {
		return a.nouns[d.noun] && a.counted == some && (d.nation == nil || a.Country == d.nation.Entry().Country)
	}
	for _, some := range []bool{false, true} {
		if a, _ := p.inView(d.mention, 40, func(a *actor, _ *mention) bool { return fits(a, some) }); a != nil {
			return a
		}
	}
	return nil
}

// fightersOf is the armed group last spoken of, which "the fighters" are. A word that
// takes a side says of nobody that they are those it means.
//
//	"The Salt Guard came. The fighters left." → the Salt Guard
//	"The Salt Guard came. They asked who had fed the jihadists." → others
//	"Gunmen killed ten, including six of the Salt Guard. The attackers left." → others
func (p *page) fightersOf(d *description) *actor {
	if !d.definite || d.group.Class != "fighters" || d.last-d.first > 1 || d.possess >= 0 || d.owner != nil || d.after != nil || loaded[d.noun] {
		return nil
	}
	a, _ := p.inView(d.mention, 2, func(a *actor, at *mention) bool {
		return a.Kind == stemma.KindArmedGroup && !at.silent && !(aggressors[d.noun] && at.undergoes())
	})
	return a
}

// aggressors are words for those who do a deed, who are not those to whom it was done.
var aggressors = lists.Set("aggressors")

// undergoes reports whether a mention stands where those stand to whom something was done, or
// counts some of them: "Guards were killed", "killed ten, including six guards".
func (m *mention) undergoes() bool {
	s, w := m.sentence, m.first
	if t := s.phrase(s.head(m.first, m.last)); t >= 0 && t < len(s.Tokens) {
		switch s.Tokens[t].Relation {
		case "nsubj:pass", "obj":
			return true
		}
	}
	for w > 0 && (determiners[s.key(w-1)] || s.tag(w-1, "ADJ", "NUM") || s.key(w-1) == "of" || s.key(w-1) == "members") {
		w--
	}
	return w > 0 && s.key(w-1) == "including"
}

// loaded are words for fighters that take a side.
var loaded = lists.Set("loaded")

// plain reports whether nothing but a number stands before the noun, so that
// "fighters of the Salt Guard" are the Guard, and "foreign fighters" are not.
func (d *description) plain() bool {
	return d.last-d.first == 1 || d.counted && d.last-d.first == 2
}

// vague nouns make no actor without more words.
var vague = lists.Set("vague")

// adjectival nouns are adjectives unless "the" stands before them.
var adjectival = lists.Set("adjectival")

// settleMembers gives the fighters, gear or leaders of a body to the body.
func (p *page) settleMembers(d *description, owner *actor) bool {
	own := d.possess >= 0 || d.owner != nil
	if owner.person() && own {
		if owner = p.standsFor(owner); owner == nil {
			return false
		}
	}
	if !members[d.group.Class] && !(own && d.noun == "men" && armed(owner.Kind)) {
		return false
	}
	if armed(owner.Kind) && owner.Kind != stemma.KindIGO {
		owner.nouns[d.noun] = true
		owner.give(d.mention)
		return true
	}
	state := p.stateOf(owner)
	if owner.Kind == stemma.KindGovernment {
		state = p.book.StateNamed(owner.Country)
	}
	if state != nil && (d.group.Class == "soldiers" || d.group.Class == "army" || d.group.Class == "equipment") {
		force, _ := p.book.Force(actors.Words("military", stemma.Span{End: len("military")}))
		e := force.Of(state, p.day)
		p.entryActor(&e).give(d.mention)
		return true
	}
	return false
}

// newGroup is an unnamed group. Bare words said twice are one group; counted
// ones are others each time.
func (p *page) newGroup(d *description) {
	key := "group:" + d.bare
	if a := p.byKey[key]; a != nil && !d.counted && d.after == nil {
		a.give(d.mention)
		return
	}
	a := p.newActor(d.group.Kind, p.phrase(d))
	if a.Kind == stemma.KindState {
		a.Kind = stemma.KindGovernment
	}
	a.nouns[d.noun], a.plural = true, true
	a.counted = d.counted && members[d.group.Class]
	p.place(a, d)
	if p.byKey[key] == nil {
		p.byKey[key] = a
	}
	a.give(d.mention)
}
