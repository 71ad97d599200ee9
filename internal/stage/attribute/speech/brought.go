package speech

import (
	"strings"

	"stemma/internal/reference/lexicon"
)

// BroughtIn is the noun of the sentence for which a pronoun of one behind it can
// stand: of those that do something the first, else the last; -1 if there is none.
//
//	"Gunmen went from house to house looking for policemen. They …" → Gunmen
func (s *Sentence) BroughtIn(pronoun string) int {
	last := -1
	for k := range s.Tokens {
		if !s.tag(k, "NOUN") || s.word(k, "one", "ones") || !s.broughtFor(k, pronoun) {
			continue
		}
		if s.is(k, "nsubj") {
			return k
		}
		last = k
	}
	return last
}

// broughtFor reports whether a pronoun of a later sentence can stand for noun k.
func (s *Sentence) broughtFor(k int, pronoun string) bool {
	noun, known := lexicon.SourceNounOf(strings.ToLower(s.Tokens[k].Lemma))
	body := known && noun.Kind != lexicon.NounPerson && noun.Kind != lexicon.NounDocument
	switch pronoun {
	case "he", "she":
		return s.People(k) && s.word(s.left[k], "a", "an")
	case "it":
		return !s.Plural(k) && (s.document(k) || body)
	}
	return s.Plural(k) && (s.document(k) || s.People(k)) || body && s.is(k, "nsubj")
}

// People reports whether the token is a noun of persons.
func (s *Sentence) People(k int) bool {
	noun, known := lexicon.SourceNounOf(strings.ToLower(s.Tokens[k].Lemma))
	return known && noun.Kind == lexicon.NounPerson || agentive(strings.ToLower(s.Tokens[k].Lemma))
}

// collective reports whether the token is a noun of bodies, media or documents,
// for none of which "he" or "she" stands.
func (s *Sentence) collective(k int) bool {
	noun, known := lexicon.SourceNounOf(strings.ToLower(s.Tokens[k].Lemma))
	return known && noun.Kind != lexicon.NounPerson
}

// Single reports whether the token is one person as far as its noun tells.
func (s *Sentence) Single(k int) bool {
	switch {
	case s.tag(k, "NOUN"):
		return !s.Plural(k) && !s.collective(k)
	case s.tag(k, "PROPN"): // "The Permanent Secretary, Mr Holm"
		return s.People(k)
	}
	return s.word(k, "one", "another")
}

// Plural reports whether the noun has a plural's form.
func (s *Sentence) Plural(k int) bool {
	return s.low[k] != strings.ToLower(s.Tokens[k].Lemma)
}

// Several reports whether the token stands for more than one: for two with an "and"
// between, for many, or for a body.
func (s *Sentence) Several(k int) bool {
	return s.child(k, "conj") >= 0 || s.tag(k, "NOUN") && s.Plural(k) || s.collective(k)
}
