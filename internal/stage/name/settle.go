package name

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/lexicon"
)

// settleNames says whose each name is: full names first, then the short ones,
// which may stand before them.
func (p *page) settleNames() {
	for _, m := range p.mentions {
		if m.full() {
			p.settleFull(m)
		}
	}
	for _, m := range p.mentions {
		if m.who == nil {
			p.settleShort(m)
		}
	}
	p.mentions = slices.DeleteFunc(p.mentions, func(m *mention) bool { return m.who == nil })
}

// full reports whether a name needs no other to be understood.
func (m *mention) full() bool {
	switch {
	case m.run != nil:
		return len(m.run.keys) > 1
	case m.acronym && !m.entries[0].Own, distinct(m.entries) > 1:
		return false
	case m.entries[0].Kind == stemma.KindPerson:
		return m.last-m.first > 1
	}
	return true
}

// distinct is how many actors entries are of.
func distinct(entries []*actors.Entry) int {
	keys := map[string]bool{}
	for _, e := range entries {
		keys[e.Key] = true
	}
	return len(keys)
}

// settleFull says who a name in full is: a body of the page that bears a state's word,
// whom the book has, or whom the page itself brings in.
func (p *page) settleFull(m *mention) {
	if m.name == byState && m.last-m.first == 1 {
		if a := p.bearer(m.sentence.key(m.first), m.Start); a != nil && a.Book == "" {
			m.silent = false
			a.give(m)
			return
		}
	}
	if m.run == nil {
		a := p.entryActor(p.dated(m.entries))
		if m.sentence.individuals(m) {
			a = p.peopleOf(a, m)
		}
		a.give(m)
		return
	}
	name := p.r.Words(m.Span)
	if m.run.isPerson() {
		p.personActor(m.run, name).give(m)
		return
	}
	p.bodyActor(m.run, name).give(m)
}

// personActor is the person whose name a run of words is: one of that name, who from
// then on bears the longer one, else a new one.
func (p *page) personActor(r *run, name string) *actor {
	a := p.namesake(r.keys)
	switch {
	case a == nil:
		a = p.newActor(stemma.KindPerson, name)
		a.gender = r.gender
	case len(r.keys) <= len(a.words) || a.Book != "":
		return a
	default:
		a.Name = name
	}
	p.call(a, r.keys)
	return a
}

// individuals reports whether some people of a body speak, not the body: "Two
// Arvonian officers said".
func (s *sentence) individuals(m *mention) bool {
	if m.name != byBody && m.name != byBook || m.last-m.first < 2 || !people[s.key(m.last-1)] {
		return false
	}
	at := s.phrase(s.head(m.first, m.last))
	if at < 0 || !strings.HasPrefix(s.Tokens[at].Relation, "nsubj") {
		return false
	}
	for _, reporter := range lexicon.Reporters(s.governor(at).Lemma) {
		if reporter.Kind == lexicon.Speech && len(reporter.Words) == 1 && reporter.Takes("that", "quote") {
			return true
		}
	}
	return false
}

// people are nouns of a body's people, one by one.
var people = lists.Set("people")

// peopleOf is a group of a body's people that the page does not name.
func (p *page) peopleOf(body *actor, m *mention) *actor {
	m.form = stemma.FormDescription
	first := m.first
	if m.sentence.tag(first-1, "NUM") || quantity[m.sentence.key(first-1)] {
		first--
	}
	words := p.r.Words(m.sentence.span(first, m.last))
	if a := p.byKey["group:"+words]; a != nil && first == m.first {
		return a
	}
	a := p.newActor(stemma.KindUnnamedGroup, words)
	a.Country, a.MemberOf, a.plural = body.Country, body.Name, true
	a.nouns[m.sentence.key(m.last-1)] = true
	p.byKey["group:"+words] = a
	return a
}

// dated is the entry that holds on the day of the page, else the first.
func (p *page) dated(entries []*actors.Entry) *actors.Entry {
	for _, e := range entries {
		if e.Holds(p.day) {
			return e
		}
	}
	return entries[0]
}

// bodyActor is the actor of a body that only the page knows.
func (p *page) bodyActor(r *run, name string) *actor {
	key := "page:" + r.name()
	if a := p.byKey[key]; a != nil {
		return a
	}
	a := p.newActor(r.kind, name)
	if r.kind == "" {
		a.Kind = stemma.KindOther
	}
	a.words, a.plural = r.keys, true
	p.byKey[key] = a
	return a
}

// namesake is the person whom a full name means too: "H. Tveit" and "Hans Tveit",
// "Ana Torvik" and "Ana Maria Torvik".
func (p *page) namesake(keys []string) *actor {
	for _, a := range p.bearers[keys[len(keys)-1]] {
		if a.last() != keys[len(keys)-1] {
			continue
		}
		first, other := a.words[0], keys[0]
		initial := min(len(first), len(other)) == 1 && first[0] == other[0]
		if first == other || initial || ends(a.words, keys) || ends(keys, a.words) {
			return a
		}
	}
	return nil
}

// ends reports whether a name ends in a shorter one of two words or more: "Ana
// Bint Torvik" in "Bint Torvik".
func ends(words, keys []string) bool {
	return len(keys) > 1 && len(keys) < len(words) && slices.Equal(words[len(words)-len(keys):], keys)
}

// settleShort says whose a short name is.
func (p *page) settleShort(m *mention) {
	long := p.acronyms[m.sentence.key(m.first)]
	switch {
	case long != nil && m.last-m.first == 1 && long.who != nil:
		long.who.give(m)
	case m.run != nil:
		p.settleSurname(m)
	case m.entries[0].Kind == stemma.KindPerson && m.last-m.first == 1:
		p.settleKnown(m)
	default:
		if e := p.likely(m); e != nil {
			p.entryActor(e).give(m)
		} else if distinct(m.entries) > 1 {
			p.doubt(m.Span, p.r.Words(m.Span)+" may be "+names(m.entries)+": the page does not tell")
		}
	}
}

// settleSurname gives a single name to the person of the page who bears it; a
// name that nobody bears is a person's who has but one.
func (p *page) settleSurname(m *mention) {
	if a := p.bearer(m.run.keys[0], m.Start); a != nil {
		a.give(m)
		return
	}
	if a := p.byKey["page:"+m.run.name()]; a != nil {
		a.give(m)
		return
	}
	if a := p.abbreviated(m.run); a != nil {
		a.give(m)
		return
	}
	if !m.run.actor() {
		return
	}
	if !m.run.isPerson() {
		p.bodyActor(m.run, p.r.Words(m.Span)).give(m)
		return
	}
	a := p.newActor(stemma.KindPerson, p.r.Words(m.Span))
	a.words, a.gender = m.run.keys, m.run.gender
	a.give(m)
	p.byKey["page:"+m.run.name()] = a
}

// abbreviated is the body of the page whose initials an acronym is.
func (p *page) abbreviated(r *run) *actor {
	if !r.short {
		return nil
	}
	for _, a := range p.actors {
		initials := ""
		for _, word := range a.words {
			if !actors.Particle(word) {
				initials += word[:1]
			}
		}
		if !a.person() && abbreviates(r.keys[0], initials) {
			p.byKey["page:"+r.name()] = a
			return a
		}
	}
	return nil
}

// names are those of entries, for a note.
func names(entries []*actors.Entry) string {
	var out []string
	for _, e := range entries {
		if !slices.Contains(out, e.Name) {
			out = append(out, e.Name)
		}
	}
	return strings.Join(out, " or ")
}

// bearer is the person with a surname, or with a given name if nobody has it as
// a surname, who was named last before an offset; else the first after it.
func (p *page) bearer(key string, before int) *actor {
	all := p.bearers[key]
	if len(all) == 1 {
		return all[0]
	}
	var best *actor
	score := -1
	for _, a := range all {
		s := 0
		if a.last() == key {
			s += 2 * len(p.r.Text)
		}
		if at := a.lastBefore(before); at >= 0 {
			s += at
		}
		if s > score {
			best, score = a, s
		}
	}
	return best
}

// lastBefore is where an actor was last named before an offset; -1 if nowhere.
func (a *actor) lastBefore(offset int) int {
	at := -1
	for _, m := range a.mentions {
		if m.Start < offset {
			at = max(at, m.Start)
		}
	}
	return at
}

// settleKnown gives a surname that the book knows to the person of the page who
// bears it, else to the book's if the page speaks of that person's country.
func (p *page) settleKnown(m *mention) {
	for _, e := range m.entries {
		if a := p.byKey[e.Key]; a != nil {
			a.give(m)
			return
		}
	}
	if a := p.bearer(m.sentence.key(m.last-1), m.Start); a != nil && !m.entries[0].Own {
		a.give(m)
		return
	}
	for _, e := range m.entries {
		if e.Holds(p.day) && (e.Own || p.countries[e.Country] > 0 && !m.sentence.within(m)) {
			p.entryActor(e).give(m)
			return
		}
	}
}

// within reports whether a single name is part of a longer run of capitals that
// the book does not know, such as another person's.
func (s *sentence) within(m *mention) bool {
	before := m.first > 0 && s.next(m.first) && s.words[m.first-1].Form == actors.Capital &&
		s.titleBefore(m.first) == 0 && !s.ordinary(m.first-1)
	after := m.last < len(s.words) && s.next(m.last) && !s.words[m.last-1].Possessive && s.words[m.last].Form == actors.Capital
	return before || after
}

// likely is whom an ambiguous name means: of those who can be meant, one whom
// the page names in full, else one whose country it speaks of most. An acronym
// of a country's body means nothing on a page that does not speak of it.
func (p *page) likely(m *mention) *actors.Entry {
	var best *actors.Entry
	score := 0
	for _, e := range m.entries {
		s := p.countries[e.Country] * 2
		if e.Country == "" || !m.acronym {
			s++
		}
		if p.byKey[e.Key] != nil {
			s += 1000
		}
		if !e.Holds(p.day) {
			s -= 500
		}
		if best == nil && s > 0 || s > score {
			best, score = e, s
		}
	}
	return best
}
