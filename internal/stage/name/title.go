package name

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
)

// apposed gives a description that stands next to a person's name with a comma
// between to that person.
//
//	"The Guard's commander, Oss Tveit, left." "Ana Torvik, a clerk, stayed."
func (p *page) apposed(d *description) bool {
	if !d.title {
		return false
	}
	for _, m := range p.mentions[p.firstOf(d.sentence):] {
		if m.sentence != d.sentence {
			break
		}
		if m.who.person() && (p.officeBehind(d, m) || p.titleBefore(d, m)) {
			m.who.give(d.mention)
			return true
		}
	}
	return false
}

// officeBehind tells whose office a description behind a name gives: "Karl Holm, its leader".
func (p *page) officeBehind(d *description, m *mention) bool {
	at, ok := d.sentence.office(m.last)
	if !ok || at < d.first || at >= d.last {
		return false
	}
	if d.possess >= 0 {
		p.relate(m.who, d.sentence.relation(d.head, d.mention.title), p.owner(d))
	}
	return true
}

// sited reports whether only the phrase that says where stands from a word up to a name,
// which a comma closes: "a spokesman for the Guard in Dorvat, Oss Tveit, denied it".
func (s *sentence) sited(from int, m *mention) bool {
	const longest = 5
	if !locative[s.key(from)] || m.first < from+2 || m.first > from+longest || m.last < len(s.words) && !s.words[m.last].Break {
		return false
	}
	for w := from; w < m.first; w++ {
		if s.words[w].Break || s.tag(w, "VERB", "AUX") {
			return false
		}
	}
	return true
}

// titleBefore gives a name the title that stands before it: "The Guard's commander, Oss Tveit".
func (p *page) titleBefore(d *description, m *mention) bool {
	s := d.sentence
	if end := s.wordAt(d.words.End); end >= len(s.words) || !s.words[m.first].Break || m.first != end && !s.sited(end, m) {
		return false
	}
	m.who.titled(d.called())
	p.relate(m.who, d.mention.title.Relation, p.owner(d))
	p.unveil(d, m.who)
	return true
}

// predicated gives a description that is said of a person to that person.
//
//	"Kari Moen was a baker."   "Oss Tveit is the commander of the Salt Guard."
func (p *page) predicated(d *description) bool {
	s := d.sentence
	at := s.token[d.last-1]
	subject, copula := s.Child(at, "nsubj"), s.Child(at, "cop")
	if !d.title || subject < 0 || copula < 0 || s.Child(at, "advmod") >= 0 {
		return false
	}
	for _, m := range p.mentions[p.firstOf(s):] {
		if m.sentence != s {
			break
		}
		if m.who.person() && m.Overlaps(s.Tokens[subject].Span) {
			m.who.titled(d.called())
			if words := p.r.Words(s.Tokens[copula].Span); words == "is" {
				p.relate(m.who, d.mention.title.Relation, p.owner(d))
			}
			m.who.give(d.mention)
			return true
		}
	}
	return false
}

// settleTitle says who a description of one person means: the person of the page
// who is that to its owner, the last with that title, or somebody new.
func (p *page) settleTitle(d *description) {
	if a := p.holder(d); a != nil {
		a.give(d.mention)
		return
	}
	if d.alone() {
		return
	}
	a := p.newActor(stemma.KindPerson, p.phrase(d))
	a.titled(d.called())
	p.place(a, d)
	p.relate(a, d.mention.title.Relation, p.owner(d))
	a.give(d.mention)
}

// holder is the person of the page who has the title of a description, nil if none is
// known to have it.
//
//	"Karl Holm leads the Column. … Its leader left. … The leader came back." → Karl Holm, twice
func (p *page) holder(d *description) *actor {
	title := d.mention.title
	if owner := p.owner(d); owner != nil && title.Relation != "" && !d.indefinite() {
		for _, a := range owner.people {
			if a.has(title.Relation, owner) && (title.Relation != actors.Of || a.bears(d)) {
				return a
			}
		}
	}
	if !d.definite || d.owner != nil || d.after != nil || d.modifier != nil {
		return nil
	}
	a, _ := p.inView(d.mention, 40, func(a *actor, _ *mention) bool {
		called := a.bears(d) || generic[d.noun] && a.unnamed()
		return a.person() && called && (title.Gender == "" || a.gender == "" || a.gender == title.Gender)
	})
	return a
}

// called is the title that a description gives.
func (d *description) called() called {
	return called{d.mention.title, d.noun, officeIn(d.sentence.words[d.first:d.last])}
}

// bears reports whether a page calls a person as a description does, and by no other
// office of that noun.
//
//	"Prime Minister Ana Torvik" → no "interior minister", nor "the minister"
func (a *actor) bears(d *description) bool {
	own := d.called().office
	if own == "" || a.titles[own+" "+d.noun] {
		return a.titles[strings.TrimSpace(own+" "+d.noun)]
	}
	for title := range a.titles {
		if strings.HasSuffix(title, " "+d.noun) {
			return false
		}
	}
	return a.titles[d.noun] && !higher[own]
}

// generic words take up any person who has no name.
var generic = lists.Set("generic")

// unnamed reports whether the page does not name a person.
func (a *actor) unnamed() bool {
	return !slices.ContainsFunc(a.mentions, func(m *mention) bool { return m.form == stemma.FormName })
}

// indefinite reports whether a description brings in somebody new.
func (d *description) indefinite() bool {
	return !d.definite && d.sentence.is(d.first-1, "a", "an", "another", "one") || d.sentence.is(d.first, "one", "another")
}

// alone reports whether a word for one person stands without any determiner, as
// in "President of the council" in a list: it may be a mere title.
func (d *description) alone() bool {
	return !d.definite && !d.indefinite() && !d.counted && d.modifier == nil
}
