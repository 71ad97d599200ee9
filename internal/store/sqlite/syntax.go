package sqlite

import (
	"fmt"
	"strings"

	"stemma"
)

// keptReading is the shape in which a reading is kept: its syntax in columns.
// Tokens are nine tenths of a reading, and as columns they take a fifth of the
// room and of the time.
type keptReading struct {
	stemma.Reading
	Syntax keptSyntax // hides the reading's own
}

// keptSyntax has one entry for each sentence and one for each token in its
// columns. Offsets are told from the one before.
type keptSyntax struct {
	Sentences  []int // four for each: start, end, region, number of tokens
	Starts     []int // of tokens, from the end of the one before
	Lengths    []int
	Heads      []int
	Lemmas     []string // "" for the token's own words in lower case
	Names      []string // tags and relations, each once
	Tags       []int    // indices of Names
	Relations  []int
	Quotations []stemma.Quotation
}

// noLemma stands for a lemma that is really empty.
const noLemma = "\x00"

func newKeptReading(r *stemma.Reading) keptReading {
	k := keptReading{Reading: *r, Syntax: keptSyntax{Quotations: r.Syntax.Quotations}}
	k.Reading.Syntax = stemma.Syntax{}
	s, at, known := &k.Syntax, 0, map[string]int{}
	for _, sentence := range r.Syntax.Sentences {
		s.Sentences = append(s.Sentences, sentence.Start, sentence.End, sentence.Region, len(sentence.Tokens))
		for _, token := range sentence.Tokens {
			s.Starts, s.Lengths = append(s.Starts, token.Start-at), append(s.Lengths, token.Len())
			s.Heads = append(s.Heads, token.Head)
			s.Lemmas = append(s.Lemmas, keptLemma(r, token))
			s.Tags = append(s.Tags, s.name(token.Tag, known))
			s.Relations = append(s.Relations, s.name(token.Relation, known))
			at = token.End
		}
	}
	return k
}

func keptLemma(r *stemma.Reading, token stemma.Token) string {
	switch token.Lemma {
	case "":
		return noLemma
	case strings.ToLower(r.Words(token.Span)):
		return ""
	}
	return token.Lemma
}

func (s *keptSyntax) name(name string, known map[string]int) int {
	i, ok := known[name]
	if !ok {
		i = len(s.Names)
		known[name] = i
		s.Names = append(s.Names, name)
	}
	return i
}

// reading is the reading that was kept.
func (k *keptReading) reading() (*stemma.Reading, error) {
	r, s := &k.Reading, &k.Syntax
	r.Syntax.Quotations = s.Quotations
	at, n := 0, 0
	for i := 0; i+4 <= len(s.Sentences); i += 4 {
		sentence := stemma.Sentence{Span: stemma.Span{Start: s.Sentences[i], End: s.Sentences[i+1]}, Region: s.Sentences[i+2]}
		for range s.Sentences[i+3] {
			token, ok := s.token(r, n, at)
			if !ok {
				return nil, fmt.Errorf("%w: syntax of %s breaks off at token %d", stemma.ErrDamaged, r.Document, n)
			}
			sentence.Tokens = append(sentence.Tokens, token)
			at, n = token.End, n+1
		}
		r.Syntax.Sentences = append(r.Syntax.Sentences, sentence)
	}
	return r, nil
}

// token is token n, after one that ends at a byte; false if the columns do not
// have it.
func (s *keptSyntax) token(r *stemma.Reading, n, at int) (stemma.Token, bool) {
	if n >= min(len(s.Starts), len(s.Lengths), len(s.Heads), len(s.Lemmas), len(s.Tags), len(s.Relations)) {
		return stemma.Token{}, false
	}
	tag, relation := s.Tags[n], s.Relations[n]
	if min(tag, relation) < 0 || max(tag, relation) >= len(s.Names) {
		return stemma.Token{}, false
	}
	start := at + s.Starts[n]
	token := stemma.Token{
		Span: stemma.Span{Start: start, End: start + s.Lengths[n]}, Head: s.Heads[n],
		Lemma: s.Lemmas[n], Tag: s.Names[tag], Relation: s.Names[relation],
	}
	switch token.Lemma {
	case "":
		token.Lemma = strings.ToLower(r.Words(token.Span))
	case noLemma:
		token.Lemma = ""
	}
	return token, true
}
