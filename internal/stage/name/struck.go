package name

import (
	"strings"

	"stemma/internal/reference/lexicon"
)

// helpless reports whether a pronoun is the subject of what only those do whom a blow befell.
//
//	"Guards fired on the porters as they tried to flee." → yes;  "as they advanced" → no
func (s *sentence) helpless(m *mention) bool {
	t := s.token[m.first]
	if t < 0 || s.Tokens[t].Relation != "nsubj" || s.Tokens[t].Head < 0 {
		return false
	}
	verb := s.Tokens[t].Head
	deed := s.Child(verb, "xcomp")
	return helpless[s.Tokens[verb].Lemma] || deed >= 0 && helpless[s.Tokens[deed].Lemma]
}

// helpless are verbs of those whom a blow befalls.
var helpless = lists.Set("helpless")

// struck is whom the blow told right before a pronoun befell, in the sentence of both; nil if
// that is not told.
func (p *page) struck(m *mention) *actor {
	s := m.sentence
	for i := len(p.recent) - 1; i >= 0 && p.recent[i].sentence == s; i-- {
		at := p.recent[i]
		t := s.phrase(s.head(at.first, at.last))
		if t < 0 || t >= len(s.Tokens) || !at.who.plural {
			continue
		}
		verb := strings.ToLower(s.governor(t).Lemma)
		_, harm := lexicon.HarmOf("verb", verb)
		if (harm || striking[verb]) && (s.Tokens[t].Relation == "obj" || s.Tokens[t].Relation == "nsubj:pass") {
			return at.who
		}
	}
	return nil
}
