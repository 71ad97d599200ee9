package code

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/code/chronicle"
)

// victors gives harm of which nobody is told to have done it to the fighting party
// that tells of it, where those whom it befell are its enemies: it tells of its own
// successes.
//
//	"The Column claims that 17 soldiers were killed" → by the Column, claimant
//	"The army said 40 terrorists had been killed" → by the army, claimant
//	"The army said two jets had struck a camp and 14 fighters had died" → by the jets
//	"The army said that two soldiers were wounded" → by nobody
//	"Security sources said that six soldiers had died" → by nobody: who only tells fights nobody
func (p *page) victors() {
	for i := range p.Events {
		e := &p.Events[i]
		if e.Type != "ASSAULT" || len(e.Actors) > 0 || !e.Modality.Happened() || p.deeds[e.ID].unclaimed {
			continue
		}
		claim := p.Claim(e.Claim)
		if claim == nil || claim.Stance != stemma.Asserts {
			continue
		}
		side := p.fightingSide(claim)
		if side == nil || len(e.Recipients) == 0 || !p.foe(e.Recipients[0], side) {
			continue
		}
		e.Actors = []stemma.Role{{Actor: side.ID, Name: side.Name, Span: claim.Source.Span, Part: claimant}}
		if blow := p.blowBeside(i); blow != nil && chronicle.SentencesOn(p.Reading, blow, e) == 0 && len(blow.Actors) > 0 && !p.foe(blow.Actors[0], side) {
			e.Actors = slices.Clone(blow.Actors)
		}
	}
}

// fightingSide is the party to the fighting for which a claim's source speaks, nil if
// it speaks for none.
func (p *page) fightingSide(claim *stemma.Claim) *stemma.Actor {
	source := p.Actor(claim.Source.Actor)
	if source == nil {
		return nil
	}
	if body := p.body(source); body != nil && source.Kind == stemma.KindPerson {
		source = body
	}
	if p.fights(source) || rebels[source.Kind] && !names(source, telling) {
		return source
	}
	return nil
}

// telling are the words for those of whom a page says no more than that they tell.
var telling = lists.Set("telling")

// body is whom a person speaks for or belongs to, nil if the page does not say.
func (p *page) body(a *stemma.Actor) *stemma.Actor {
	for _, name := range []string{a.SpeaksFor, a.MemberOf} {
		if b := p.Actor(p.idOf(name)); name != "" && b != nil {
			return b
		}
	}
	return nil
}

// fights reports whether a party is a state or one of its bodies that fight.
func (p *page) fights(a *stemma.Actor) bool {
	switch a.Kind {
	case stemma.KindState, stemma.KindStateForce, stemma.KindCoalition:
		return true
	case stemma.KindGovernment:
		return !names(a, civil)
	}
	return false
}

// names reports whether a party's name has one of the words.
func names(a *stemma.Actor, words map[string]bool) bool {
	return slices.ContainsFunc(strings.Fields(lexicon.Lower(a.Name)), func(word string) bool { return words[word] })
}

// rebels are the kinds of party that fight and are no state's.
var rebels = map[stemma.ActorKind]bool{stemma.KindArmedGroup: true, stemma.KindUnnamedGroup: true}

// civil are the words for the bodies of a state that do not fight.
var civil = lists.Set("civil")

// Words for those who fight: said of an enemy by anybody, of who is no soldier, and of
// who is one.
var (
	enemies    = lists.Set("enemies")
	irregulars = lists.Set("irregulars")
	regulars   = lists.Set("regulars")
)

// foe reports whether those whom harm befell are enemies of a party, by who they are or
// by what they are called.
func (p *page) foe(r stemma.Role, side *stemma.Actor) bool {
	if p.owns(side, r) {
		return false
	}
	if who := p.Actor(r.Actor); who != nil && who.Country != "" && who.Country == side.Country {
		return rebels[who.Kind] != rebels[side.Kind]
	}
	return slices.ContainsFunc(p.called(r), func(word string) bool {
		word = singular(word)
		return enemies[word] || irregulars[word] && !rebels[side.Kind] || regulars[word] && rebels[side.Kind]
	})
}

// singular is a word without the "s" of the plural.
func singular(word string) string { return strings.TrimSuffix(word, "s") }

// called are the words for a role, in its name and on the page.
func (p *page) called(r stemma.Role) []string {
	return strings.Fields(lexicon.Lower(r.Name + " " + p.Words(r.Span)))
}

// owns reports whether those in a role are a party's own, by its words or as its members.
func (p *page) owns(side *stemma.Actor, r stemma.Role) bool {
	who := p.Actor(r.Actor)
	return who != nil && (who == side || who.MemberOf == side.Name) || slices.ContainsFunc(p.called(r), func(word string) bool { return owning[word] })
}

// owning are the words by which a party says that somebody is its own.
var owning = lists.Set("owning")
