package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// A Sentence is one of the reading's sentences, indexed so that children,
// extents and quotations are found without a search.
type Sentence struct {
	*stemma.Sentence
	text     stemma.Text
	index    int
	low      []string // the words in lower case, curly apostrophes straight, a bar a dash
	kids     [][]int
	left     []int // first token at or below each token
	right    []int // last token at or below
	quoted   []int // index of the outermost quotation that holds each token, or -1
	quotings []stemma.Quotation
	seen     observed
}

// plainMarks writes marks that presses write in several ways in one.
var plainMarks = strings.NewReplacer("’", "'", "―", "—")

// look indexes a sentence; quotations are those of the whole text.
func look(r *stemma.Reading, index int, quotations []stemma.Quotation) *Sentence {
	y := &r.Syntax.Sentences[index]
	n := len(y.Tokens)
	s := &Sentence{Sentence: y, text: r.Text, index: index, quotings: quotations,
		low: make([]string, n), kids: make([][]int, n), left: make([]int, n), right: make([]int, n), quoted: make([]int, n)}
	for i, t := range y.Tokens {
		s.low[i] = plainMarks.Replace(strings.ToLower(r.Words(t.Span)))
		s.left[i], s.right[i] = i, i
		s.quoted[i] = holding(quotations, t.Span)
	}
	for i, t := range y.Tokens {
		if t.Head >= 0 && t.Head < n && t.Head != i {
			s.kids[t.Head] = append(s.kids[t.Head], i)
		}
		if t.Tag != "PUNCT" { // a mark hung under a word does not widen its phrase
			s.widen(i)
		}
	}
	s.freeVerbs()
	s.seen = observe(s)
	return s
}

// freeVerbs takes verbs out of marks that hold nothing else, and stand between who does
// it and to what: only the word is somebody's, not what it tells.
//
//	The army "categorically denies" this. → denies, in nobody's quotation
//	The army said: "Denied." → in the army's
func (s *Sentence) freeVerbs() {
	for a := 0; a < len(s.Tokens); a++ {
		b := a
		for b+1 < len(s.Tokens) && s.quoted[b+1] == s.quoted[a] {
			b++
		}
		if s.quoted[a] >= 0 && s.onlyVerb(a, b) {
			for k := a; k <= b; k++ {
				s.quoted[k] = -1
			}
		}
		a = b
	}
}

// onlyVerb reports whether tokens a to b are marks around a verb and its adverbs, with
// words on both sides.
func (s *Sentence) onlyVerb(a, b int) bool {
	const long = 5 // tokens, with the marks
	if a == 0 || b-a >= long || b+1 >= len(s.Tokens) || s.tag(b+1, "PUNCT") || s.tag(a-1, "PUNCT", "VERB") {
		return false
	}
	verbs := 0
	for k := a; k <= b; k++ {
		switch {
		case s.tag(k, "VERB"):
			verbs++
		case !s.mark(k) && !s.tag(k, "ADV", "AUX"):
			return false
		}
	}
	return verbs == 1
}

// widen lets the extents of all tokens above i hold i.
func (s *Sentence) widen(i int) {
	k := s.above(i)
	for range s.Tokens { // a broken tree must not loop
		if k < 0 || k >= len(s.Tokens) {
			return
		}
		s.left[k], s.right[k] = min(s.left[k], i), max(s.right[k], i)
		k = s.above(k)
	}
}

// holding is the index of the quotation that holds a span, or -1. Quotations
// are in the order of the text and do not overlap.
func holding(quotations []stemma.Quotation, span stemma.Span) int {
	i := firstEnding(quotations, span.Start)
	if i < len(quotations) && quotations[i].Start <= span.Start {
		return i
	}
	return -1
}

// above is the token that governs i, or -1.
func (s *Sentence) above(i int) int {
	if i < 0 || i >= len(s.Tokens) || s.Tokens[i].Head >= len(s.Tokens) {
		return -1
	}
	return s.Tokens[i].Head
}

// child is the first child of i with one of the relations, or -1. A relation
// stands for its subtypes too.
func (s *Sentence) child(i int, relations ...string) int {
	if i < 0 {
		return -1
	}
	for _, k := range s.kids[i] {
		if s.is(k, relations...) {
			return k
		}
	}
	return -1
}

// after is the first child of i that stands behind it with one of the relations.
func (s *Sentence) after(i int, relations ...string) int {
	for _, k := range s.kids[i] {
		if k > i && s.is(k, relations...) {
			return k
		}
	}
	return -1
}

// is reports whether the token's relation is one of those, or a subtype of one.
func (s *Sentence) is(i int, relations ...string) bool {
	if i < 0 || i >= len(s.Tokens) {
		return false
	}
	have := s.Tokens[i].Relation
	for _, want := range relations {
		if have == want || strings.HasPrefix(have, want) && have[len(want)] == ':' {
			return true
		}
	}
	return false
}

// tag reports whether token i is there and has one of the tags.
func (s *Sentence) tag(i int, tags ...string) bool {
	if i < 0 || i >= len(s.Tokens) {
		return false
	}
	for _, tag := range tags {
		if s.Tokens[i].Tag == tag {
			return true
		}
	}
	return false
}

// nominal reports whether token i can be the head of a noun phrase.
func (s *Sentence) nominal(i int) bool { return s.tag(i, "NOUN", "PROPN", "PRON", "NUM") }

// verbal reports whether token i is a verb or an auxiliary.
func (s *Sentence) verbal(i int) bool { return s.tag(i, "VERB", "AUX") }

// word reports whether token i is there and is one of the lower-case words.
func (s *Sentence) word(i int, words ...string) bool {
	if i < 0 || i >= len(s.low) {
		return false
	}
	for _, w := range words {
		if s.low[i] == w {
			return true
		}
	}
	return false
}

// Lower is the word at token i in lower case; "" if there is none.
func (s *Sentence) Lower(i int) string {
	if i < 0 || i >= len(s.low) {
		return ""
	}
	return s.low[i]
}

// phrase reports whether words stand from token i on.
func (s *Sentence) phrase(i int, words ...string) bool {
	if i < 0 || i+len(words) > len(s.low) {
		return false
	}
	for k, w := range words {
		if s.low[i+k] != w {
			return false
		}
	}
	return true
}

// stop reports whether token i is a comma, a dash or a colon; the hyphen of
// "state-run" is none.
func (s *Sentence) stop(i int) bool {
	if s.word(i, "-") && i > 0 && s.Tokens[i-1].End == s.Tokens[i].Start {
		return false
	}
	return s.word(i, ",", "—", "–", "-", "--", ":", ";", "…", "...")
}

// closes reports whether token i is the mark that ends a quotation.
func (s *Sentence) closes(i int) bool {
	return i >= 0 && i < len(s.low) && s.quoted[i] >= 0 && s.quotings[s.quoted[i]].End == s.Tokens[i].End && s.mark(i)
}

// opens reports whether token i is the mark that opens a quotation.
func (s *Sentence) opens(i int) bool {
	return i >= 0 && i < len(s.low) && s.quoted[i] >= 0 && s.quotings[s.quoted[i]].Start == s.Tokens[i].Start && s.mark(i)
}

// mark reports whether token i is a mark of quotation.
func (s *Sentence) mark(i int) bool {
	if i < 0 || i >= len(s.Tokens) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.low[i])
	return strings.ContainsRune(`"'“”‘’«»„`+"`", r)
}

// lemma is the token's lemma, or "".
func (s *Sentence) lemma(i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Lemma
}

// span is the text from token a to token b.
func (s *Sentence) span(a, b int) stemma.Span {
	if a < 0 || b >= len(s.Tokens) || a > b {
		return stemma.Span{}
	}
	return stemma.Span{Start: s.Tokens[a].Start, End: s.Tokens[b].End}
}

// under reports whether token i stands at or below top.
func (s *Sentence) under(i, top int) bool {
	for range s.Tokens { // a broken tree must not loop
		if i == top || i < 0 {
			break
		}
		i = s.above(i)
	}
	return i == top
}

// upper reports whether the token begins with a capital letter.
func (s *Sentence) upper(i int) bool {
	if i < 0 || i >= len(s.Tokens) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text.Words(s.Tokens[i].Span))
	return unicode.IsUpper(r)
}

// last is the index of the last token that is no closing full stop or mark.
func (s *Sentence) last() int {
	k := len(s.Tokens) - 1
	for k > 0 && s.word(k, ".", "!", "?", "…", "...") {
		k--
	}
	return k
}
