package stemma

// Syntax is the grammar of what is read: sentences of tokens with their tree,
// and the quotations that run across them.
type Syntax struct {
	Sentences  []Sentence
	Quotations []Quotation
}

// A Sentence is a run of tokens in one region. Headlines, datelines and captions
// are sentences too, full stop or none.
type Sentence struct {
	Span
	Region int // index in Reading.Regions
	Tokens []Token
}

// A Token is a word or mark with its place in the sentence's tree, in the terms
// of Universal Dependencies 2 (https://universaldependencies.org).
type Token struct {
	Span
	Lemma    string // lower case, but for proper nouns
	Tag      string // universal part of speech: NOUN, VERB, PROPN, …
	Head     int    // index of the governing token in the sentence; Root for the root
	Relation string // universal relation with the subtypes nsubj:pass, obl:agent, obl:unmarked, nmod:poss, acl:relcl, …
}

// Root is the Head of a sentence's root.
const Root = -1

// A Quotation is what stands between a pair of quotation marks, the marks
// included. One that is opened again in the next paragraph without having been
// closed (a quotation of several paragraphs) has one entry for each paragraph,
// all but the first marked Continues.
//
//	“In recent days, groups … armored units,” the sources said.  → one, depth 0
//	'They are "safe", he said'                                   → "safe" has depth 1
type Quotation struct {
	Span
	Depth     int  // 0 for the outermost
	Continues bool // takes up the quotation of the paragraph before
	Open      bool // no closing mark was found in its paragraph
}

// Children are the indices of the tokens that token i governs, in order.
func (s *Sentence) Children(i int) []int {
	var out []int
	for j := range s.Tokens {
		if s.Tokens[j].Head == i {
			out = append(out, j)
		}
	}
	return out
}

// Child is the first token under i with one of the relations, or -1.
func (s *Sentence) Child(i int, relations ...string) int {
	for j := range s.Tokens {
		if s.Tokens[j].Head != i {
			continue
		}
		for _, relation := range relations {
			if s.Tokens[j].Relation == relation {
				return j
			}
		}
	}
	return -1
}

// Under reports whether token i is token top or stands below it.
func (s *Sentence) Under(i, top int) bool {
	for range s.Tokens { // a broken tree must not loop
		if i == top {
			return true
		}
		if i < 0 {
			return false
		}
		i = s.Tokens[i].Head
	}
	return false
}

// Subtree is the span from the first to the last token at or below i.
func (s *Sentence) Subtree(i int) Span {
	span := s.Tokens[i].Span
	for j := range s.Tokens {
		if s.Under(j, i) {
			span = span.Join(s.Tokens[j].Span)
		}
	}
	return span
}

// headOf is the first token of a span that none in the span governs, or -1.
func (s *Sentence) headOf(span Span) int {
	for i, t := range s.Tokens {
		if span.Contains(t.Span) && (t.Head < 0 || !span.Contains(s.Tokens[t.Head].Span)) {
			return i
		}
	}
	return -1
}

// TokenAt is the index of the token that holds a byte offset, or -1.
func (s *Sentence) TokenAt(offset int) int {
	for i := range s.Tokens {
		if s.Tokens[i].Start <= offset && offset < s.Tokens[i].End {
			return i
		}
	}
	return -1
}

// SentenceAt is the index of the sentence that holds a byte offset, or -1.
// Sentences are in the order of the text.
func (y *Syntax) SentenceAt(offset int) int {
	lo, hi := 0, len(y.Sentences)
	for lo < hi {
		if mid := (lo + hi) / 2; y.Sentences[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(y.Sentences) && y.Sentences[lo].Start <= offset {
		return lo
	}
	return -1
}
