package name

import (
	"slices"

	"stemma"
	"stemma/internal/reference/actors"
)

// placeEvidence counts how often the page speaks of each country, which tells
// acronyms apart, and silences the names of states that only say where.
func (p *page) placeEvidence() {
	for _, s := range p.sentences {
		for w := range s.words {
			if state := p.toldOf(s, w); state != nil {
				p.speaks(state.Entry().Country, s.of(w).Start)
			}
		}
	}
	for _, m := range p.mentions {
		if len(m.entries) == 1 && m.name == byBook && !m.acronym && !p.common(m) {
			p.speaks(m.entries[0].Country, m.Start)
		}
		m.silent = m.name == byState && !p.acts(m)
	}
	p.dropStrange()
}

// toldOf is the state that a word speaks of by its adjective, its name or its people; nil
// if it speaks of none.
func (p *page) toldOf(s *sentence, w int) *actors.State {
	if s.words[w].Form == actors.Small {
		return nil
	}
	state, n := p.book.Adjective(s.words[w:])
	if other, m := p.nation(s.words[w:]); m > n && !p.bodyOfAny(s.words[w:w+m]) {
		state = other
	}
	if state == nil {
		state, _ = p.book.People(s.words[w:])
	}
	return state
}

// dropStrange takes words that every state has for its bodies from those states that a
// page does not speak of, if it speaks of others: there they are descriptions.
//
//	"the army", which the book has for Marlen's, on a page on Arvonia → not Marlen's
func (p *page) dropStrange() {
	if state, _, _ := p.most(); state == nil {
		return
	}
	p.mentions = slices.DeleteFunc(p.mentions, func(m *mention) bool {
		if !p.common(m) {
			return false
		}
		m.entries = slices.DeleteFunc(slices.Clone(m.entries), func(e *actors.Entry) bool { return p.countries[e.Country] == 0 })
		return len(m.entries) == 0
	})
}

// common reports whether a name of the book is but what every state calls such a body.
//
//	"the army", "Interior Ministry" → yes; "Army of Marlen" → no
func (p *page) common(m *mention) bool {
	return (m.name == byBook || m.name == byState) && m.entries[0].Country != "" && p.bodyOfAny(m.sentence.words[m.first:m.last])
}

// bodyOfAny reports whether words are what every state calls a body of its own.
func (p *page) bodyOfAny(words []actors.Word) bool {
	if words[0].Key == "the" {
		words = words[1:]
	}
	_, n := p.book.Force(words)
	return n > 0 && n == len(words)
}

// speaks notes that the page speaks of a country at an offset.
func (p *page) speaks(country string, at int) {
	p.countries[country]++
	if first, ok := p.firsts[country]; !ok || at < first {
		p.firsts[country] = at
	}
}

// acts reports whether a state's name stands for those who govern it.
//
//	"Marlen City refused"               subject of a verb
//	"accused Arvonia", "ties with Arvonia"   party to what is done
//	"Arvonia's raids", "Arvonian raids"      whose deed it is
//	"in Arvonia", "Arvonia's north"          where: no actor
//	"the Marlen City bombing"                where, too
func (p *page) acts(m *mention) bool {
	s := m.sentence
	switch {
	case m.entries[0].Kind == stemma.KindPeople:
		return true
	case p.scene(m):
		return false
	case p.deed(s, m.last) && !s.tag(m.last-1, "VERB"):
		return true
	}
	at := s.phrase(s.head(m.first, m.last))
	if at < 0 || s.dateline(m) {
		return false
	}
	return p.takesPart(m, s.firstOfRow(at))
}

// firstOfRow is the first name of the row in which one stands: each has the part of
// the first.
//
//	"Arvonia, Marlen and Orvane refused" → of Orvane: Arvonia
func (s *sentence) firstOfRow(at int) int {
	for range 3 {
		if s.Tokens[at].Relation != "conj" || s.Tokens[at].Head < 0 {
			break
		}
		at = s.Tokens[at].Head
	}
	return at
}

// takesPart reports whether a state's name, with its head at a token, has a part in
// what its verb or noun tells.
func (p *page) takesPart(m *mention, at int) bool {
	s := m.sentence
	governor := s.governor(at)
	switch relation := s.Tokens[at].Relation; {
	case s.opens(m) && relation != "compound" && relation != "amod":
		return true
	case relation == "nsubj":
		return governor.Tag == "VERB" && !beheld[governor.Lemma] || governor.Tag == "ADJ" && disposed[governor.Lemma]
	case relation == "nsubj:pass", relation == "obj", relation == "iobj":
		return says(governor) || dealt[governor.Lemma]
	case relation == "nmod:poss":
		return p.owns(s, at)
	case relation == "obl", relation == "nmod", relation == "obl:agent":
		return p.party(s, at, governor)
	}
	return false
}

// opens reports whether a name opens a sentence that goes on with small letters,
// so that it is the subject whatever the parser made of it: "Arvonia today
// refused", not a heading.
func (s *sentence) opens(m *mention) bool {
	first := m.first
	if s.is(first-1, "the") {
		first--
	}
	if first != 0 || m.last >= len(s.words) || s.words[m.last-1].Possessive || s.words[m.last].Form != actors.Small || len(s.words) < 5 {
		return false
	}
	return !s.tag(m.last, "NOUN", "ADP", "CCONJ") || s.is(m.last, "today", "yesterday", "on")
}

// dateline reports whether a name in capitals begins a sentence, as the places of
// datelines do: "TORVIK CITY (Reuters) — …".
func (s *sentence) dateline(m *mention) bool {
	return m.first == 0 && s.words[0].Form == actors.Capitals && s.words[0].Len() > shortest
}

// shortest is how long the acronym of a state may be.
const shortest = 3

// owns reports whether what a state owns is a deed, a word of it, or people.
func (p *page) owns(s *sentence, at int) bool {
	owned := s.Tokens[at].Head
	if owned < 0 {
		return false
	}
	for w := range s.words {
		if s.token[w] != owned {
			continue
		}
		_, group := actors.GroupAt(s.words[w:])
		_, title := actors.TitleAt(s.words[w:])
		_, body := p.book.Force(s.words[w:])
		deed, _ := actors.DeedAt(s.words[w:])
		return group+title+body+deed > 0 || says(s.Tokens[owned])
	}
	return false
}

// party reports whether the preposition before a state makes it a party rather
// than a place.
func (p *page) party(s *sentence, at int, governor stemma.Token) bool {
	marker := ""
	if c := s.Child(at, "case"); c >= 0 {
		marker = s.Tokens[c].Lemma
	}
	switch marker {
	case "by":
		return true
	case "against":
		return true
	case "with":
		return governor.Lemma != "border" && governor.Lemma != "frontier" && governor.Lemma != "boundary"
	case "between":
		return dealings[governor.Lemma]
	case "from":
		return governor.Lemma == "receive" || governor.Lemma == "get" || dealings[governor.Lemma]
	case "to":
		return given[governor.Lemma] || dealings[governor.Lemma] || governor.Lemma == "loyal" || governor.Lemma == "allied"
	case "for":
		return dealings[governor.Lemma]
	}
	return false
}

// beheld verbs have places for their subject as often as governments.
var beheld = lists.Set("beheld")

// disposed adjectives have governments for their subject.
var disposed = lists.Set("disposed")

// dealt verbs have governments for their object.
var dealt = lists.Set("dealt")

// dealings are nouns of what passes between governments.
var dealings = lists.Set("dealings")

// given verbs have whom something is given behind "to".
var given = lists.Set("given")
