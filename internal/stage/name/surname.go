package name

import (
	"slices"
	"strings"

	"stemma/internal/reference/actors"
	"stemma/internal/reference/lexicon"
)

// findSurnames finds the last names of the page's persons that are common words
// too, and that nothing but the full name shows to be names.
//
//	"Minister Hanna Lie resigned. Lie gave no reason." → Hanna Lie, twice
func (p *page) findSurnames() {
	var found []*mention
	for _, s := range p.sentences {
		if s.headline {
			continue
		}
		named := p.namedWords(s)
		for w := range s.words {
			if named[w] != nil || !s.surname(w, named) {
				continue
			}
			m := s.mention(w, w+1, byRun)
			if a := p.bearer(s.key(w), m.Start); a != nil && a.last() == s.key(w) {
				a.give(m)
				found = append(found, m)
			}
		}
	}
	p.mentions = append(p.mentions, found...)
	slices.SortStableFunc(p.mentions, func(a, b *mention) int { return a.Start - b.Start })
}

// surname reports whether a word can be a last name by itself: it has a capital
// that is not the sentence's, or acts at its head, and is no part of a longer
// name.
func (s *sentence) surname(w int, named []*mention) bool {
	if s.words[w].Form != actors.Capital || calendar[s.key(w)] || lexicon.OpensSentence(s.key(w)) {
		return false
	}
	after := w + 1
	if s.next(after) && !s.words[w].Possessive && (s.words[after].Form != actors.Small || named[after] != nil) {
		return false
	}
	if w > 0 && s.next(w) && s.words[w-1].Form != actors.Small && s.titleBefore(w) == 0 {
		return false
	}
	if w > 0 && !s.words[w].Break {
		return true
	}
	return s.tag(w, "PROPN") || strings.HasPrefix(s.of(w).Relation, "nsubj") || s.words[w].Possessive
}
