package code

import (
	"slices"
	"strings"
	"unicode"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// A sentence is one of the page's, indexed so that what stands under a token is
// found without a search. Tokens are known by their index.
type sentence struct {
	*stemma.Sentence
	page  *page
	index int
	title bool
	lemma []string // lower case
	form  []string // lower case, as written
	kids  [][]int

	dateline int // the first token behind "OSTREL, Halvorn —", 0 if there is none
}

// look is a sentence of the page with its lemmas, forms and children at hand.
func (p *page) look(index int) *sentence {
	y := &p.Syntax.Sentences[index]
	n := len(y.Tokens)
	s := &sentence{Sentence: y, page: p, index: index, lemma: make([]string, n), form: make([]string, n), kids: make([][]int, n)}
	s.title = p.RegionAt(y.Start).Kind == stemma.RegionTitle
	for i, t := range y.Tokens {
		s.lemma[i], s.form[i] = lexicon.Lower(t.Lemma), lexicon.Lower(p.Words(t.Span))
		if s.lemma[i] == "" || (t.Tag == "VERB" || t.Tag == "ADJ") && len(p.book.Verbs(s.lemma[i])) == 0 {
			s.lemma[i] = p.baseForm(s.form[i], s.lemma[i])
		}
		if h := s.head(i); h >= 0 {
			s.kids[h] = append(s.kids[h], i)
		}
		if word := s.hyphened(i); t.Tag == "VERB" && len(p.book.Verbs(word)) > 0 {
			s.lemma[i] = word // "carpet-bombed"
		}
	}
	s.dateline = s.behindDateline()
	return s
}

// baseForm is the verb of the book of which a form may be one, where the lemma
// that the tree gives is none: "died" is of "die"; else the lemma, or the form.
func (p *page) baseForm(form, lemma string) string {
	for _, ending := range []struct{ have, instead string }{{"d", ""}, {"ed", ""}, {"s", ""}, {"es", ""}, {"ing", ""}, {"ing", "e"}, {"ied", "y"}, {"t", ""}} {
		if stem, ok := strings.CutSuffix(form, ending.have); ok && len(p.book.Verbs(stem+ending.instead)) > 0 {
			return stem + ending.instead
		}
	}
	if lemma == "" {
		return form
	}
	return lemma
}

// head is the governing token, -1 for the root and where the tree is broken.
func (s *sentence) head(i int) int {
	if h := s.Tokens[i].Head; h >= 0 && h < len(s.Tokens) && h != i {
		return h
	}
	return -1
}

// is reports whether a token has one of the relations, or a subtype of one.
func (s *sentence) is(i int, relations ...string) bool {
	have := s.Tokens[i].Relation
	for _, want := range relations {
		if rest, ok := strings.CutPrefix(have, want); ok && (rest == "" || rest[0] == ':') {
			return true
		}
	}
	return false
}

// tag reports whether a token has one of the tags.
func (s *sentence) tag(i int, tags ...string) bool { return slices.Contains(tags, s.Tokens[i].Tag) }

// nominal reports whether a token can be the head of a noun phrase.
func (s *sentence) nominal(i int) bool { return s.tag(i, "NOUN", "PROPN", "PRON", "NUM", "SYM") }

// child is the first token under i with one of the relations, or -1.
func (s *sentence) child(i int, relations ...string) int {
	for _, k := range s.kids[i] {
		if s.is(k, relations...) {
			return k
		}
	}
	return -1
}

// children are the tokens under i with one of the relations.
func (s *sentence) children(i int, relations ...string) []int {
	var out []int
	for _, k := range s.kids[i] {
		if s.is(k, relations...) {
			out = append(out, k)
		}
	}
	return out
}

// preposition is the lemma of the first word that marks a phrase's case, "" if
// there is none. "because of", "out of" and the like are known by their last
// word, which is fixed to the first.
func (s *sentence) preposition(i int) string {
	c := s.child(i, "case")
	if c < 0 {
		return ""
	}
	if f := s.child(c, "fixed"); f >= 0 && s.lemma[c] == "out" {
		return "from"
	}
	return s.lemma[c]
}

// coordinated are a token and what is joined to it by "and", "as well as" or a
// comma, nouns only.
func (s *sentence) coordinated(i int) []int {
	out := []int{i}
	for k := 0; k < len(out) && k < len(s.Tokens); k++ {
		for _, c := range s.children(out[k], "conj") {
			if s.nominal(c) && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	if meant := slices.DeleteFunc(slices.Clone(out), s.ruledOut); len(meant) > 0 {
		return meant
	}
	return out
}

// ruledOut reports whether a noun of several is named as the one that is not meant:
// "the soldiers, not the rebels, fired".
func (s *sentence) ruledOut(i int) bool {
	return slices.ContainsFunc(s.children(i, "advmod"), func(k int) bool { return k < i && s.form[k] == "not" && !beyond[s.form[k+1]] })
}

// beyond are the words behind "not" that leave a noun meant, beside more: "not only the rebels".
var beyond = lists.Set("beyond")

// above are the tokens over i, the nearest first.
func (s *sentence) above(i int) []int {
	var out []int
	for h := s.head(i); h >= 0 && len(out) < len(s.Tokens); h = s.head(h) {
		out = append(out, h)
	}
	return out
}

// participle reports whether a verb's form is a past participle or a past
// tense, which English writes alike: "seized", "taken", "hit".
func (s *sentence) participle(i int) bool {
	f := s.form[i]
	if strings.HasSuffix(f, "ing") {
		return false
	}
	return f != s.lemma[i] && !strings.HasSuffix(f, "s") || sameForms[f]
}

// sameForms are verbs whose participle is their lemma.
var sameForms = lists.Set("same form")

// gerund reports whether a token has the form in "-ing" of a verb.
func (s *sentence) gerund(i int) bool {
	return strings.HasSuffix(s.form[i], "ing") && s.form[i] != s.lemma[i]
}

// infinitive reports whether a "to" marks the verb.
func (s *sentence) infinitive(i int) bool {
	for _, k := range s.children(i, "mark") {
		if s.form[k] == "to" {
			return true
		}
	}
	return false
}

// capital reports whether a token begins with a capital letter.
func (s *sentence) capital(i int) bool {
	for _, r := range s.page.Words(s.Tokens[i].Span) {
		return unicode.IsUpper(r)
	}
	return false
}

// span is the text from one token to another.
func (s *sentence) span(from, to int) stemma.Span {
	return stemma.Span{Start: s.Tokens[from].Start, End: s.Tokens[to].End}
}

// behindDateline is the index of the first token behind "OSTREL, Halvorn
// (Meridian) —", 0 if the sentence does not begin so: it says where and by whom
// the report was written, not what happened.
func (s *sentence) behindDateline() int {
	for i := range s.Tokens {
		switch {
		case i > 14:
			return 0
		case i > 0 && dash[s.form[i]] && s.Tokens[i].Start > s.Tokens[i-1].End, s.form[i] == ":" && (s.inCapitals(i) || s.labelled(i)):
			return i
		case !s.tag(i, "PUNCT", "NUM", "SYM") && !s.capital(i):
			return 0
		}
	}
	return 0
}

// inCapitals reports whether nothing but words in capitals stands before a token, with a
// sentence in small letters behind it: "DORVAT: Shells hit the port."
func (s *sentence) inCapitals(end int) bool {
	words := s.page.Words(stemma.Span{Start: s.Start, End: s.Tokens[end].Start})
	behind := s.page.Words(stemma.Span{Start: s.Tokens[end].End, End: s.End})
	return len(words) > 2 && words == strings.ToUpper(words) && !s.title && behind != strings.ToUpper(behind)
}

// labelled reports whether nothing but the names of places stands before a token, with a
// sentence behind it: "Dorvat, Varde: Two clerks were shot."
func (s *sentence) labelled(end int) bool {
	const sentence = 5 // tokens
	for i := range end {
		if s.form[i] != "," && !s.placeName(i) {
			return false
		}
	}
	return !s.title && len(s.Tokens)-end > sentence
}

var dash = lists.Set("dash")
