package name

import (
	"maps"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/lexicon"
)

// singling words take one out of several; dividing words take some.
var (
	singling = lists.Set("singling")
	dividing = lists.Set("dividing")
)

// parts are the words of a sentence that take one or some out of a group named
// before and stand alone as a subject.
//
//	"Two clerks were asked. One said …" → one of two clerks
//	"Two clerks were killed and seven hurt." → seven others
func (p *page) parts(s *sentence) []*mention {
	var out []*mention
	for w := range s.words {
		if !singling[s.key(w)] && !dividing[s.key(w)] || s.words[w].Hyphen || s.region == stemma.RegionByline {
			continue
		}
		m := s.mention(w, w+1, byNothing)
		m.form = stemma.FormDescription
		if s.is(w+1, "of") && s.is(w+2, "them") && s.next(w+2) {
			m = s.mention(w, w+3, byNothing)
			m.form = stemma.FormDescription
		} else if !s.subject(w) || s.is(w+1, "of") || w+1 < len(s.words) && s.next(w+1) && s.tag(w+1, "NOUN", "PROPN", "ADJ", "NUM") {
			continue
		}
		out = append(out, m)
	}
	return out
}

// subject reports whether a word is the subject of a verb.
func (s *sentence) subject(w int) bool {
	t := s.of(w)
	return strings.HasPrefix(t.Relation, "nsubj") && s.governor(s.token[w]).Tag == "VERB"
}

// settlePart gives a part of a group an actor of its own: the group's words with
// "one of" before them.
func (p *page) settlePart(m *mention) {
	whole := m.beside()
	group, here := p.unlessStriking(m, 4, func(a *actor, at *mention) bool {
		return a.plural && a.Book == "" && len(a.nouns) > 0 && at.form != stemma.FormPronoun && (whole < 0 || at.sentence == m.sentence && at.first >= whole)
	})
	if group == nil || singling[m.sentence.key(m.first)] && !group.several() || m.numbers() && whole < 0 && here.sentence == m.sentence {
		return
	}
	word := m.sentence.key(m.first)
	kind, count := group.Kind, word
	if singling[word] {
		kind, count = stemma.KindPerson, "one"
	}
	key := "part:" + count + " " + group.Name
	a := p.byKey[key]
	if a == nil || word == "another" {
		a = p.newActor(kind, count+" of "+group.Name)
		a.Country, a.MemberOf = group.Country, group.MemberOf
		a.plural = kind != stemma.KindPerson
		p.byKey[key] = a
		if title, n := actors.TitleAt([]actors.Word{{Key: singular(group)}}); n > 0 && kind == stemma.KindPerson {
			a.titled(called{title, singular(group), ""})
		}
	}
	a.give(m)
}

// several reports whether an actor is many persons, of whom one can speak: "two
// sources", not "the army".
func (a *actor) several() bool {
	return a.Kind == stemma.KindPeople || a.Kind == stemma.KindUnnamedGroup || singular(a) != ""
}

// numbers reports whether a part is told by a number, which beside another number
// in one sentence counts others.
func (m *mention) numbers() bool {
	return lexicon.Cardinal([]string{m.sentence.key(m.first)}).Words > 0 && !singling[m.sentence.key(m.first)]
}

// beside is the first word of those of whom a number before tells in the same sentence, of
// whom the next number then tells too: "Nine of the rebels fell and four were taken" the
// rebels; -1 if there is none.
func (m *mention) beside() int {
	if !m.numbers() {
		return -1
	}
	for w := m.first - 1; w > 0; w-- {
		if m.sentence.is(w, "of") && m.sentence.next(w) && lexicon.Cardinal([]string{m.sentence.key(w - 1)}).Words > 0 {
			return w + 1
		}
	}
	return -1
}

// singular is the noun of a group without its plural s: "officials" → "official".
func singular(a *actor) string {
	for _, noun := range slices.Sorted(maps.Keys(a.nouns)) {
		if word, ok := strings.CutSuffix(noun, "s"); ok && !strings.HasPrefix(noun, "class ") {
			return word
		}
	}
	return ""
}
