package place

import (
	"strings"

	"stemma"
	"stemma/internal/reference/gazetteer"
)

// around is what the words next to a name say of it.
func (p *page) around(n *name) []signal {
	out := []signal{[]signal{"locative 0", "locative 1", "locative 2", "locative 3"}[n.locative.strength]}
	if n.kind.word != "" {
		out = append(out, "kind")
	}
	if n.sided {
		out = append(out, "direction")
	}
	if n.parent >= 0 {
		out = append(out, "has parent")
	}
	if p.lies(n) {
		out = append(out, "located")
	}
	if p.told[n.key] {
		out = append(out, "told")
	}
	switch {
	case len(n.matches) > 0 && (n.adjective || level(n.matches) != "village"):
	case p.befell(n, overrun):
		out = append(out, "overrun")
	case len(n.matches) == 0 && p.befell(n, struck):
		out = append(out, "struck")
	}
	if p.listed(n) {
		out = append(out, "listed")
	}
	out = append(out, p.before(n)...)
	return append(out, p.after(n)...)
}

// locativeBefore is the locative before a name, "the" and its like passed over.
func (p *page) locativeBefore(n *name) locative {
	at := p.left(n) - 1
	if passed[p.lower(n.sentence, at)] {
		at--
	}
	for size := 3; size > 0; size-- {
		if found, ok := locatives[p.phrase(n.sentence, at-size+1, size)]; ok {
			return found
		}
	}
	return locative{}
}

// listed reports whether a name stands in a row of names that may be places':
// "Homs, Hama and Idlib".
func (p *page) listed(n *name) bool {
	left, right := p.left(n)-1, p.right(n)+1
	if commas[p.lower(n.sentence, left)] && p.nameAt(n.sentence, left-1) >= 0 {
		return true
	}
	return commas[p.lower(n.sentence, right)] && p.nameAt(n.sentence, right+1) >= 0
}

// before is what the word before a name says: a title or a given name makes it
// a person's, another capital part of something longer.
//
//	"Gen. Lebanon" → title; "Aisha Tripoli" → given; "University of Varde" → body
func (p *page) before(n *name) []signal {
	s, at := n.sentence, p.left(n)-1
	word := p.word(s, at)
	folded := gazetteer.Fold(word)
	switch {
	case word == "":
		return nil
	case p.lower(s, at) == "of" && bodies[p.lower(s, at-1)] && capital(p.word(s, at-1)):
		n.inside = true
		return []signal{"body of"}
	case titles[folded]:
		return []signal{"title"}
	case capital(word) && bodies[strings.ToLower(word)] && at > 0:
		n.inside = true
		return []signal{"body"}
	case capital(word) && givens[folded]:
		return []signal{"given"}
	case p.follows(s, at):
		return []signal{"run before"}
	}
	return nil
}

// follows reports whether a token is a capitalised word of a name that is no place
// by itself.
func (p *page) follows(s, at int) bool {
	word := p.word(s, at)
	if !capital(word) || never[strings.ToLower(word)] || p.nameAt(s, at) >= 0 {
		return false
	}
	tag := p.tokens(s)[at].Tag
	return tag == "PROPN" || tag == "" || tag == "NOUN" && at > 0
}

// after is what the words after a name say: "Varde Police Department" is a
// body's name, "Varde Ulcas" something else's.
func (p *page) after(n *name) []signal {
	s, at := n.sentence, p.right(n)+1
	word := p.word(s, at)
	if road := p.word(s, at-1); n.kind.kind == "road" && capital(road) && !fit(n.matches, "road") {
		return []signal{"street"}
	}
	if possessive[word] && bodies[p.lower(s, at+1)] && capital(p.word(s, at+1)) {
		n.inside = true
		return []signal{"body"}
	}
	switch {
	case possessive[word]:
		return []signal{"possessive"}
	case hyphens[word] && !n.adjective && p.touch(s, at-1) && p.touch(s, at):
		return []signal{"hyphen"}
	case folk[word] && at == n.last+1:
		return []signal{"folk"}
	case speaks[p.lemma(s, at)]:
		return []signal{"speaks"}
	}
	for i := at; i < at+4 && capital(p.word(s, i)); i++ {
		if bodies[p.lower(s, i)] {
			n.inside = true
			return []signal{"body"}
		}
	}
	if p.follows(s, at) {
		return []signal{"run after"}
	}
	return nil
}

// fit reports whether one of the places is of a kind.
func fit(matches []gazetteer.Match, kind string) bool {
	for _, m := range matches {
		if sameKind(m.Kind, kind) {
			return true
		}
	}
	return false
}

func (p *page) lemma(s, i int) string {
	tokens := p.tokens(s)
	if i < 0 || i >= len(tokens) {
		return ""
	}
	if tokens[i].Lemma != "" {
		return tokens[i].Lemma
	}
	return p.lower(s, i)
}

// actors is what the page's actors say of a name: part of a person's name it is
// no place's; part of a body's it is no scene, and so is a capital that speaks
// for its government, unless it stands where places stand.
func (p *page) actors(n *name) []signal {
	var out []signal
	if n.first == n.last && p.people[gazetteer.Fold(n.words)] && !n.adjective {
		out = append(out, "surname")
	}
	actor, mention := p.mention(n.span)
	switch {
	case actor == nil || mention.Form != stemma.FormName:
	case actor.Kind == stemma.KindPerson && mention.Span == n.span && settled(n.kind): // "the village of Abu Dorra"
	case actor.Kind == stemma.KindPerson && mention.Span == n.span:
		out = append(out, "taken for a person")
	case actor.Kind == stemma.KindPerson && mention.Contains(n.span):
		out = append(out, "person")
	case actor.Kind == stemma.KindState && (n.locative.strength >= 2 || p.label(n)):
	case mention.Contains(n.span):
		n.inside = true
	}
	return out
}

// mention is the widest mention of an actor that overlaps a span.
func (p *page) mention(span stemma.Span) (actor *stemma.Actor, best stemma.Mention) {
	for i := range p.r.Actors {
		for _, m := range p.r.Actors[i].Mentions {
			if m.Overlaps(span) && m.Len() > best.Len() {
				actor, best = &p.r.Actors[i], m
			}
		}
	}
	return actor, best
}
