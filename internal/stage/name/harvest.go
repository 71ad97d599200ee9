package name

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
)

// harvest reads what the page itself says of its persons: titles, whom they
// lead, speak or work for, what was done to them.
func (p *page) harvest() {
	for i, m := range p.mentions {
		if !m.who.person() {
			continue
		}
		p.titlesBefore(i, m)
		p.apposition(m)
		p.fate(m)
		if m.sentence.region == stemma.RegionByline {
			m.who.titled(called{actors.Title{Person: stemma.PersonJournalist}, "reporter", ""})
			p.relate(m.who, actors.Of, p.beside(i, m))
		}
	}
	for _, a := range p.actors {
		if a.person() {
			p.known(a)
		}
	}
}

// titlesBefore takes the titles before a name into its mention, and reads whose
// they are: "Salt Guard commander Oss Tveit", "Arvonian President Ana Torvik".
func (p *page) titlesBefore(i int, m *mention) {
	s, relation := m.sentence, actors.Relation("")
	for n := s.titleBefore(m.first); n > 0; n = s.titleBefore(m.first) {
		title, _ := actors.TitleAt(s.words[m.first-n:])
		m.first -= n
		m.who.titled(called{title, s.holder(m.first, n), officeIn(s.words[max(m.first-1, 0) : m.first+n])})
		m.Span = s.span(m.first, m.last)
		relation = s.relation(m.first, title)
	}
	if relation == "" {
		p.seat(m)
		p.reporter(i, m)
		return
	}
	if i > 0 && p.mentions[i-1].sentence == s && p.mentions[i-1].last == m.first && s.next(m.first) {
		p.relate(m.who, relation, p.mentions[i-1].who)
	} else if state := p.adjectiveBefore(s, m.first); state != nil {
		p.relate(m.who, relation, p.byKey[state.Entry().Key])
		if m.who.Country == "" {
			m.who.Country = state.Entry().Country
		}
	}
}

// reporter reads whose journalist a person is: "the Observer's Ana Torvik".
func (p *page) reporter(i int, m *mention) {
	if i == 0 || p.mentions[i-1].sentence != m.sentence || p.mentions[i-1].last != m.first {
		return
	}
	s, paper := m.sentence, p.mentions[i-1].who
	if s.words[m.first-1].Possessive && (paper.Kind == stemma.KindOutlet || paper.Kind == stemma.KindAgency) {
		m.who.titled(called{actors.Title{Person: stemma.PersonJournalist}, "reporter", ""})
		p.relate(m.who, actors.Of, paper)
	}
}

// holder is the word of a title by which a page goes on to speak of who has it:
// "minister" of "Defence Minister" and of "Minister of Defence".
func (s *sentence) holder(first, n int) string {
	if n == 3 && s.is(first+1, "of") {
		return s.key(first)
	}
	return s.key(first + n - 1)
}

// seat reads an office that a place parts from the name: "Governor of Upper
// Marlen Oss Tveit".
func (p *page) seat(m *mention) {
	s, w := m.sentence, m.first
	for w > 0 && w > m.first-4 && s.next(w) && s.words[w-1].Form != actors.Small {
		w--
	}
	if w == m.first || !s.seated(w) {
		return
	}
	n := s.titleEnding(w - 1)
	title, _ := actors.TitleAt(s.words[w-1-n:])
	m.who.titled(called{title, s.key(w - 2), ""})
}

// adjectiveBefore is the state whose adjective ends before a word.
func (p *page) adjectiveBefore(s *sentence, w int) *actors.State {
	for n := 1; n <= 2 && w-n >= 0; n++ {
		if state, length := p.book.Adjective(s.words[w-n:]); state != nil && length == n {
			return state
		}
	}
	return nil
}

// apposition reads the office that stands behind a name.
//
//	"Ana Torvik, a spokeswoman for the Salt Guard,"
//	"Oss Tveit, the Guard's commander,"
func (p *page) apposition(m *mention) {
	s := m.sentence
	at, ok := s.office(m.last)
	if !ok {
		return
	}
	title, n := actors.TitleAt(s.words[at:])
	m.who.titled(called{title, s.holder(at, n), officeIn(s.words[at-1 : at+n])})
	end := at + n
	for end < len(s.words) && !s.words[end].Break && !s.tag(end, "VERB", "AUX") {
		end++
	}
	for _, other := range p.mentions[p.firstOf(s):] {
		if other.sentence != s {
			break
		}
		if other.first >= m.last && other.last <= end && other.who != m.who && !other.who.person() {
			p.relate(m.who, s.relation(at, title), other.who)
			return
		}
	}
}

// relation is what a title makes of its bearer: who stands in for a leader or was
// one does not lead.
func (s *sentence) relation(w int, title actors.Title) actors.Relation {
	if s.is(w-1, "deputy", "vice", "assistant", "former", "ex", "late", "ousted", "then") || s.is(w, "deputy", "vice", "assistant") {
		return actors.Of
	}
	return title.Relation
}

// fate reads what befell a person whom no office names, or what they saw.
//
//	"Kari Moen was wounded", "the funeral of Kari Moen"   a victim
//	"Per Moen, who saw the blast, ran"                    a witness
func (p *page) fate(m *mention) {
	switch s := m.sentence; {
	case s.suffers(m) || s.mourned(m):
		m.who.titled(called{actors.Title{Person: stemma.PersonVictim}, "victim", ""})
	case s.saw(m):
		m.who.titled(called{actors.Title{Person: stemma.PersonWitness}, "witness", ""})
	}
}

// mourned reports whether a name stands with a noun of its bearer's harm: "Kari
// Moen's killing", "the body of Kari Moen".
func (s *sentence) mourned(m *mention) bool {
	if s.words[m.last-1].Possessive && m.last < len(s.words) && harms[s.key(m.last)] {
		return true
	}
	before := m.first - 1
	for before > 0 && s.next(before+1) && !s.is(before, "of") && s.tag(before, "DET", "ADJ", "NOUN", "NUM") {
		before--
	}
	return before > 0 && s.is(before, "of") && harms[s.key(before-1)]
}

// saw reports whether a sentence tells that whom a name means was there.
func (s *sentence) saw(m *mention) bool {
	at := s.phrase(s.head(m.first, m.last))
	if at < 0 {
		return false
	}
	if strings.HasPrefix(s.Tokens[at].Relation, "nsubj") && present[s.governor(at).Lemma] {
		return true
	}
	clause := s.Child(at, "acl:relcl")
	return clause >= 0 && present[s.Tokens[clause].Lemma]
}

// harms are nouns of what is done to victims; present are verbs of those who were
// there.
var (
	harms   = lists.Set("harms")
	present = lists.Set("present")
)

// suffers reports whether a sentence tells of harm done to whom a name means.
func (s *sentence) suffers(m *mention) bool {
	at := s.phrase(s.head(m.first, m.last))
	if at < 0 {
		return false
	}
	if clause := s.Child(at, "acl:relcl"); clause >= 0 && harmed[s.Tokens[clause].Lemma] && s.Child(clause, "nsubj:pass") >= 0 {
		return true
	}
	switch governor := s.governor(at); s.Tokens[at].Relation {
	case "nsubj:pass", "obj":
		return harmed[governor.Lemma]
	case "nsubj":
		return governor.Lemma == "die"
	}
	return false
}

// harmed are verbs of what is done to victims.
var harmed = lists.Set("harmed")

// beside is the body named next to a byline.
func (p *page) beside(i int, m *mention) *actor {
	for _, j := range []int{i + 1, i - 1} {
		if j >= 0 && j < len(p.mentions) && p.mentions[j].sentence.Region == m.sentence.Region && !p.mentions[j].who.person() {
			return p.mentions[j].who
		}
	}
	return nil
}

// relate notes what a person is to a body.
func (p *page) relate(a *actor, relation actors.Relation, body *actor) {
	if body == nil || body.person() || body == a {
		return
	}
	switch relation {
	case actors.Leads:
		a.leads = append(a.leads, body)
	case actors.Speaks:
		a.voices = append(a.voices, body)
	}
	a.of = append(a.of, body)
	if !slices.Contains(body.people, a) {
		body.people = append(body.people, a)
	}
}

// known adds what the book says of a person to what the page says.
func (p *page) known(a *actor) {
	for _, e := range a.entries {
		for _, fact := range []struct {
			relation actors.Relation
			name     string
		}{{actors.Leads, e.LeaderOf}, {actors.Speaks, e.SpeaksFor}, {actors.Of, e.MemberOf}} {
			if fact.name != "" {
				p.relate(a, fact.relation, p.named(fact.name))
			}
		}
	}
}

// named is the actor of the page with a name of the book's. A state's body that
// the page's day tells from an older one has the day in its key.
func (p *page) named(name string) *actor {
	key := p.book.KeyOf(name)
	if key == "" {
		return nil
	}
	if a := p.byKey[key]; a != nil {
		return a
	}
	return p.byKey[p.since[key]]
}

// has reports whether a person is something to a body: leads it, speaks for it,
// belongs to it.
func (a *actor) has(relation actors.Relation, body *actor) bool {
	switch relation {
	case actors.Leads:
		return slices.Contains(a.leads, body)
	case actors.Speaks:
		return slices.Contains(a.voices, body)
	}
	return slices.Contains(a.of, body)
}
