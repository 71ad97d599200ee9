package code

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
	"stemma/internal/stage/code/chronicle"
)

// attackers gives to those of whom a witness says only "they" the name of who is told
// to have struck before: "Rebels raided Dorvat. "They fired at everybody," a clerk said."
func (p *page) attackers() {
	for i := range p.Events {
		e := &p.Events[i]
		claim := p.Claim(e.Claim)
		if e.Type != "ASSAULT" || claim == nil || !claim.Direct || len(e.Actors) != 1 || e.Actors[0].Actor != "" || lexicon.Lower(p.Words(e.Actors[0].Span)) != "they" {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			if blow := &p.Events[k]; blow.Type == e.Type && blow.Claim != e.Claim && blow.Modality.Happened() && len(blow.Actors) > 0 && lexicon.Lower(p.Words(blow.Actors[0].Span)) != "they" {
				e.Actors[0].Actor, e.Actors[0].Name = blow.Actors[0].Actor, blow.Actors[0].Name
				break
			}
		}
	}
}

// answers gives a refusal or a promise that names nobody to whom it goes those whom it
// answers: who has just asked, threatened or accused the one who refuses or promises.
//
//	"The king appealed to the league for help. The league promised an answer." → to the king
//	"The Column demands a third of the cargo. The drivers have refused that condition." → to the Column
func (p *page) answers() {
	for i := range p.Events {
		e := &p.Events[i]
		if e.Type != "REJECT" && e.Type != "AGREE" || len(e.Actors) == 0 || len(e.Recipients) > 0 && !p.deeds[e.ID].takesUp || p.named(e.Recipients) {
			continue
		}
		for k := i - 1; k >= 0 && chronicle.SentencesOn(p.Reading, &p.Events[k], e) <= chronicle.Near; k-- {
			if asked := &p.Events[k]; p.answered(e, asked) {
				e.Recipients = targets(asked.Actors)
				break
			}
		}
	}
}

// answered reports whether an event answers another: its doer is to whom the other was
// said, or it takes that up by words that point back.
func (p *page) answered(e, asked *stemma.Event) bool {
	if !words[asked.Type] || asked.Type == "ACCUSE" && chronicle.SentencesOn(p.Reading, asked, e) == 0 || len(asked.Actors) == 0 || p.alike(e.Actors[0], asked.Actors[0]) {
		return false
	}
	return slices.ContainsFunc(asked.Recipients, func(r stemma.Role) bool { return p.alike(e.Actors[0], r) }) ||
		(asked.Type == "REQUEST" || asked.Type == "ACCUSE") && p.deeds[e.ID].takesUp
}

// named reports whether one of some roles is a party that the page knows.
func (p *page) named(roles []stemma.Role) bool {
	return slices.ContainsFunc(roles, func(r stemma.Role) bool { return r.Actor != "" })
}

// blamed gives an act of blame, of which only the deed is told that it is about, those who
// did that deed as the page tells it.
//
//	"Orvane's jets bombed the market. The league condemned the strike." → the league, Orvane
//	"A bomb killed nine. The league condemned the attack." → the league, nobody
//	"Rebels attacked the post. The attack was repelled." → the rebels
func (p *page) blamed() {
	for i := range p.Events {
		e := &p.Events[i]
		blames, repels := e.Type == "ACCUSE" && len(e.Actors) > 0, e.Type == "ASSAULT" && e.Modality.Happened()
		if !blames && !repels || len(e.Recipients) != 1 || e.Recipients[0].Actor != "" {
			continue
		}
		if doers := p.doersOf(i, e.Recipients[0].Span); len(doers) > 0 && !slices.ContainsFunc(doers, func(r stemma.Role) bool { return p.does(r, e) }) {
			e.Recipients = targets(doers)
		} else if blames && p.onlyDeed(e.Recipients[0].Span) {
			e.Recipients = nil
		}
	}
}

// onlyDeed reports whether some words name an attack and nobody whose it was.
func (p *page) onlyDeed(words stemma.Span) bool {
	s := p.look(p.Syntax.SentenceAt(words.Start))
	n := s.headOf(words)
	return n >= 0 && s.tag(n, "NOUN") && s.page.book.In(s.lemma[n], "attack") && s.child(n, "nmod:poss", "nmod", "compound") < 0
}

// captors gives a demand to set free those whom it does not say who holds those who took
// them, as the page tells it.
//
//	"Rebels seized nine clerks. The league demanded their release." → the league, the rebels
func (p *page) captors() {
	for i := range p.Events {
		e := &p.Events[i]
		if e.Type != "REQUEST" || len(e.Actors) == 0 || p.named(e.Recipients) || !p.frees(e) {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			taken := &p.Events[k]
			if (taken.Mode == "abduct" || taken.Mode == "arrest") && taken.Modality.Happened() && len(taken.Actors) > 0 {
				e.Recipients = append(targets(leads(taken.Actors)), e.Recipients...)
				break
			}
		}
	}
}

// frees reports whether the words of a demand are of setting somebody free.
func (p *page) frees(e *stemma.Event) bool {
	s := p.look(p.Syntax.SentenceAt(e.Trigger.Start))
	return slices.ContainsFunc(s.Tokens, func(t stemma.Token) bool {
		return e.Clause.Contains(t.Span) && (lexicon.Lower(t.Lemma) == "release" || lexicon.Lower(t.Lemma) == "free")
	})
}

// doersOf are the parties that did what some words with "the" or "this" before a noun of
// force mean: those of the last act told by that noun, or of all force that the page has
// told of; none where it has told of several's.
func (p *page) doersOf(before int, words stemma.Span) []stemma.Role {
	s := p.look(p.Syntax.SentenceAt(words.Start))
	n := s.headOf(words)
	if n < 0 || !s.tag(n, "NOUN") || !s.page.book.In(s.lemma[n], "attack") || !s.again(n) && !s.pointing(n) {
		return nil
	}
	var doers []stemma.Role
	for k := before - 1; k >= 0; k-- {
		e := &p.Events[k]
		switch {
		case e.Type != "ASSAULT" || !e.Modality.Happened():
		case (kin(p.deeds[e.ID].noun, s.lemma[n]) || chronicle.TriggerLemma(p.Reading, e)+"ing" == s.lemma[n] || chronicle.TriggerLemma(p.Reading, e) == s.lemma[n]) && p.named(e.Actors):
			return leads(e.Actors)
		case !p.named(e.Actors) || len(doers) > 0 && !p.alike(doers[0], e.Actors[0]):
			return nil
		default:
			doers = leads(e.Actors)
		}
	}
	return doers
}

// alike reports whether two roles are one party's, or one is told of as the other's:
// "the league", "the league's secretary".
func (p *page) alike(a, b stemma.Role) bool {
	return same(a, b) || p.holds(a, b.Actor) || p.holds(b, a.Actor)
}

// holds reports whether the words of a role name an actor, or its party is that actor's.
func (p *page) holds(r stemma.Role, actor string) bool {
	if who := p.Actor(r.Actor); actor != "" && who != nil {
		if body := p.body(who); body != nil && body.ID == actor {
			return true
		}
	}
	return actor != "" && slices.ContainsFunc(p.mentions, func(m mention) bool { return m.actor.ID == actor && r.Span.Contains(m.Span) })
}

// targets are parties in the part of those to whom something is done.
func targets(roles []stemma.Role) []stemma.Role {
	out := slices.Clone(roles)
	for i := range out {
		out[i].Part = "target"
	}
	return out
}

// takesUp reports whether an act's object is words that were told before: "refused that
// condition", "a request that the council refused".
func (s *sentence) takesUp(a act) bool {
	if a.typ != "REJECT" && a.typ != "AGREE" || !s.tag(a.clause, "VERB") {
		return false
	}
	n := s.frame(a.clause).object
	if n < 0 || !petition[s.lemma[n]] {
		return false
	}
	d := s.child(n, "det")
	return s.pointing(n) || s.is(a.clause, "acl") || d >= 0 && s.form[d] == "the"
}

// petition are the nouns for what somebody is asked.
var petition = lists.Set("petition")
