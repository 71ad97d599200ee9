package name

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
)

// inView is the actor most in view before a mention, of those that pass.
func (p *page) inView(m *mention, reach int, pass func(*actor, *mention) bool) (*actor, *mention) {
	var best *actor
	var where *mention
	score := 0.0
	for i := len(p.recent) - 1; i >= 0; i-- {
		at := p.recent[i]
		if m.sentence.index-at.sentence.index > reach {
			break
		}
		if at.silent && !slices.Contains(anaphors[m.noun], stemma.KindState) || at.Contains(m.Span) || !pass(at.who, at) {
			continue
		}
		v := p.view(m, at)
		if p.spokenFor(m, at) {
			v += 3
		}
		if v > score {
			best, where, score = at.who, at, v
		}
	}
	return best, where
}

// spokenFor reports whether a body stands beside one of its own people in the
// sentence of a pronoun: "Ana Torvik of the Salt Guard denied that its men …".
func (p *page) spokenFor(m, at *mention) bool {
	if at.sentence != m.sentence || at.who.person() {
		return false
	}
	for i := len(p.recent) - 1; i >= 0 && p.recent[i].sentence == m.sentence; i-- {
		if p.recent[i].who.has(actors.Of, at.who) {
			return true
		}
	}
	return false
}

// view is how much an earlier mention is in view: subjects before objects, who
// speaks before who is spoken of, near before far, the page's voice before the
// words that it quotes. The weights follow Lappin and Leass (1994) in spirit.
func (p *page) view(m, at *mention) float64 {
	s := at.sentence
	v := 1.0
	if t := s.phrase(s.head(at.first, at.last)); t >= 0 && t < len(s.Tokens) {
		relation := s.Tokens[t].Relation
		switch {
		case relation == "nsubj" && says(s.governor(t)), s.told(at):
			v = 5
		case strings.HasPrefix(relation, "nsubj"):
			v = 4
		case relation == "obl:agent": // "was stopped by raiders"
			v = 3
		case relation == "obj", relation == "iobj", relation == "conj":
			v = 2
		case relation == "root", relation == "parataxis":
			v = 2.5
		}
	}
	if s.leads(at) {
		v = max(v, 4)
	}
	if _, quoted := s.quotation(at.Span); quoted {
		if _, inside := m.sentence.quotation(m.Span); !inside {
			v *= 0.3
		}
	}
	if at.form == stemma.FormName && at.name != byState {
		v *= 1.1
	}
	for range m.sentence.index - s.index {
		v *= 0.6
	}
	return v + float64(at.Start)/float64(len(p.r.Text)+1)
}

// leads reports whether a mention begins its sentence, as subjects do; the
// parser may hang a long sentence on its first name.
func (s *sentence) leads(m *mention) bool {
	w := m.first
	for w > 0 && (determiners[s.key(w-1)] || s.tag(w-1, "ADJ", "NUM", "CCONJ", "ADV")) && s.next(w) {
		w--
	}
	return w == 0 && !s.words[m.last-1].Possessive
}
