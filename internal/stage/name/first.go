package name

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
)

// firstPersons are the pronouns of who speaks, alone or with others.
var (
	alone    = lists.Set("alone")
	together = lists.Set("together")
)

// settleFirstPersons says who "I" and "we" are: in quotation marks the speaker
// and the body that the speaker stands for, outside them the author and the
// publisher of the page.
//
//	“We took the mill,” Ana Torvik of the Salt Guard said. → the Salt Guard
//	“The mine was theirs,” he said. → nobody: a thing
func (p *page) settleFirstPersons() {
	for _, s := range p.sentences {
		if s.region == stemma.RegionByline {
			continue
		}
		for w := range s.words {
			one, first := s.firstPerson(w)
			if !first {
				continue
			}
			m := s.mention(w, w+1, byNothing)
			m.form = stemma.FormPronoun
			if a := p.voice(m, one); a != nil {
				a.give(m)
			}
		}
	}
}

// firstPerson reports whether a pronoun of the first person stands at a word, and whether
// it is of one alone.
//
//	"I", "my" → of one;  "we" → of several;  "US", "i" → none
func (s *sentence) firstPerson(w int) (one, ok bool) {
	one = alone[s.key(w)] && (s.words[w].Key != "i" || s.words[w].Form != actors.Small)
	return one, (one || together[s.key(w)]) && s.words[w].Form != actors.Capitals && !s.tag(w, "NOUN")
}

// voice is who speaks where a pronoun of the first person stands. "We" are the
// body for which the speaker stands, else the speaker and others unnamed.
func (p *page) voice(m *mention, one bool) *actor {
	speaker := p.declarer(m)
	if quote, inside := m.sentence.quotation(m.Span); inside {
		if speaker = p.speaker(quote); speaker == nil {
			return nil
		}
	}
	switch {
	case speaker != nil && one && !speaker.person():
		return nil
	case speaker != nil && !one && speaker.person():
		if body := p.standsFor(speaker); body != nil {
			return body
		}
		return speaker
	case speaker != nil:
		return speaker
	case one:
		return p.author()
	}
	return p.publisher()
}

// standsFor is the body in whose name a person says "we"; nil for one who speaks
// for nobody.
func (p *page) standsFor(a *actor) *actor {
	if a.Person != stemma.PersonOffice && a.Person != stemma.PersonCommander && a.Person != stemma.PersonSpokesperson {
		return nil
	}
	for _, bodies := range [][]*actor{a.voices, a.leads, a.of} {
		if len(bodies) > 0 {
			return bodies[0]
		}
	}
	for _, e := range a.entries {
		for _, name := range []string{e.SpeaksFor, e.LeaderOf, e.MemberOf} {
			if found := p.book.Lookup(name); name != "" && len(found) > 0 {
				return p.entryActor(&found[0])
			}
		}
	}
	return nil
}

// author is the one person whom the byline names.
func (p *page) author() *actor {
	var found *actor
	for _, m := range p.mentions {
		if m.sentence.region == stemma.RegionByline && m.who.person() && m.who != found {
			if found != nil {
				return nil
			}
			found = m.who
		}
	}
	return found
}

// publishes reports whether the name of the page's outlet has a word in it, as
// that of "Ministry of War of Arvonia" has, whose statements say "the Ministry".
func (p *page) publishes(word string) bool {
	for _, other := range strings.Fields(p.r.Publication.Outlet.Name) {
		if actors.Fold(other) == word {
			return p.publisher() != nil
		}
	}
	return false
}

// markIssuer notes whose page it is where the book knows the outlet, or the agency that
// the page credits, by another name.
//
//	a page of the Marlen News Agency that speaks of MNA → MNA's
func (p *page) markIssuer() {
	name := cmp.Or(p.r.Publication.Agency.Name, p.r.Publication.Outlet.Name)
	if found := p.book.Lookup(name); name != "" && len(found) > 0 {
		if a := p.byKey[found[0].Key]; a != nil {
			a.Issues = true
		}
	}
}

// publisher is the actor whom the publication names as the outlet.
func (p *page) publisher() *actor {
	name := p.r.Publication.Outlet.Name
	if name == "" {
		return nil
	}
	if a := p.named(name); a != nil {
		return a
	}
	i := slices.IndexFunc(p.actors, func(a *actor) bool { return !a.person() && strings.EqualFold(a.Name, name) })
	if i >= 0 {
		return p.actors[i]
	}
	if found := p.book.Lookup(name); len(found) > 0 && found[0].Kind != stemma.KindPerson {
		return p.entryActor(&found[0])
	}
	a := p.newActor(stemma.KindOutlet, name)
	for _, word := range actors.Words(stemma.Text(name), stemma.Span{End: len(name)}) {
		a.words = append(a.words, word.Key)
		if kind, ok := actors.Head(word); ok {
			a.Kind = kind
		}
	}
	return a
}
