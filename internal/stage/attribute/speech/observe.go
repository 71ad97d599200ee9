package speech

import (
	"stemma/internal/learn"
	"stemma/internal/reference/lexicon"
)

// observed are the fingerprints of a sentence's tokens, each word hashed once.
type observed struct{ word, lemma, tag, relation []uint64 }

const (
	before = 1 // fingerprint of what would stand before the first token
	behind = 2 // and behind the last
)

// observe takes the fingerprints of a sentence.
func observe(s *Sentence) observed {
	n := len(s.Tokens)
	room := make([]uint64, 4*n)
	o := observed{room[:n], room[n : 2*n], room[2*n : 3*n], room[3*n:]}
	for i, t := range s.Tokens {
		o.word[i], o.lemma[i] = learn.Hash(s.low[i]), learn.Hash(t.Lemma)
		o.tag[i], o.relation[i] = learn.Hash(t.Tag), learn.Hash(t.Relation)
	}
	return o
}

// at is the fingerprint of token i, or of what stands in its place beyond either end.
func at(prints []uint64, i int) uint64 {
	switch {
	case i < 0:
		return before
	case i >= len(prints):
		return behind
	}
	return prints[i]
}

// A facts is a set of small observations, told as one number.
type facts uint64

// add tells one more observation.
func (f *facts) add(yes bool) {
	*f <<= 1
	if yes {
		*f |= 1
	}
}

// dependents are the relations by which a reporting word is told from others.
var dependents = []string{"nsubj", "csubj", "obj", "ccomp", "xcomp", "obl", "obl:agent", "parataxis", "advcl", "mark", "aux", "cop", "case", "det", "acl", "conj", "expl"}

// governs tells which of the dependents a token has.
func (s *Sentence) governs(i int) facts {
	var f facts
	for _, relation := range dependents {
		f.add(s.child(i, relation) >= 0)
	}
	return f
}

// who tells what sort of word a token is that may speak.
func (s *Sentence) who(j int) uint64 {
	if j < 0 {
		return 0
	}
	noun, known := lexicon.SourceNounOf(s.Tokens[j].Lemma)
	switch {
	case s.tag(j, "PRON"):
		return s.seen.word[j]
	case known:
		return learn.Hash(string(noun.Kind)) | 1
	case s.speaks(j):
		return 3
	}
	return s.seen.tag[j]
}

// kindOf tells what sort of reporting word the tables take a token for.
func (s *Sentence) kindOf(i int) uint64 {
	if found := s.reporters(i); len(found) > 0 {
		return learn.Hash(string(found[0].Kind))
	}
	if noun, ok := lexicon.NominalOf(s.Tokens[i].Lemma); ok {
		return learn.Hash(string(noun.Stance)) + 1
	}
	return 0
}

// marksAround tells where quotation marks stand near a token.
func (s *Sentence) marksAround(i int) facts {
	var f facts
	f.add(s.quoted[i] >= 0)
	f.add(s.closes(i-1) || s.closes(i-2))
	f.add(s.opens(i+1) || s.opens(i+2))
	f.add(s.anyQuoted())
	return f
}

// anyQuoted reports whether a word of the sentence stands in a quotation.
func (s *Sentence) anyQuoted() bool {
	for _, q := range s.quoted {
		if q >= 0 {
			return true
		}
	}
	return false
}
