package stemma

import (
	"slices"
	"strings"
)

// calling is what a page calls a person whom it names: the words of the titles and
// appositions beside the name and of what it says instead, in small letters; "" for any
// other actor.
//
//	"Sabren Oltai, a spokesman for the rebel Front" → spokesman rebel front
//	"the area chief, Martin Okwor", "Chief Okwor" → area chief chief
func (r *Reading) calling(a *Actor) string {
	if a == nil || a.Kind != KindPerson {
		return ""
	}
	name := strings.Fields(strings.ToLower(a.Name))
	var words []string
	for _, m := range a.Mentions {
		if i := r.Syntax.SentenceAt(m.Start); m.Form != FormPronoun && i >= 0 {
			words = append(words, r.Syntax.Sentences[i].phrase(m.Span)...)
		}
	}
	words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains(name, w) })
	return strings.Join(slices.Compact(words), " ")
}

// phrase are the nouns and adjectives of the phrase in which a name stands, but for
// what a clause or another name adds.
func (s *Sentence) phrase(name Span) []string {
	top := s.headOf(name)
	if top < 0 {
		return nil
	}
	for range s.Tokens { // a broken tree must not loop
		if t := s.Tokens[top]; t.Head < 0 || !slices.Contains(inName, t.Relation) {
			break
		}
		top = s.Tokens[top].Head
	}
	var out []string
	for i, t := range s.Tokens {
		if slices.Contains([]string{"NOUN", "ADJ", "PROPN"}, t.Tag) && s.phrased(i, top) {
			out = append(out, strings.ToLower(t.Lemma))
		}
	}
	return out
}

// inName are the relations by which a name and what it is called hang together.
var inName = []string{"appos", "compound", "flat", "flat:name", "nmod:desc"}

// phrased reports whether token i stands below token top with nothing but what belongs to
// a noun between them.
func (s *Sentence) phrased(i, top int) bool {
	for range s.Tokens {
		if i == top {
			return true
		}
		relation := s.Tokens[i].Relation
		if i = s.Tokens[i].Head; i < 0 || !slices.Contains(inName, relation) && !slices.Contains([]string{"amod", "nmod", "nmod:poss"}, relation) {
			return false
		}
	}
	return false
}
