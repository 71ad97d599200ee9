package name

import (
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
)

// A page is a reading with its words, and what has been found on it so far.
type page struct {
	r         *stemma.Reading
	book      *actors.Book
	day       stemma.Day // of publication, 0 if unknown
	sentences []*sentence
	mentions  []*mention // in the order of the text
	actors    []*actor   // in the order in which they were made
	byKey     map[string]*actor
	since     map[string]string   // the key of a body that other people took over, by its plain key
	bearers   map[string][]*actor // the persons by the words of their names
	countries map[string]int      // how often the page speaks of each
	firsts    map[string]int      // where it first does
	small     map[string]bool
	acronyms  map[string]*mention // the long names of those that the page itself explains
	described []*description
	notes     []stemma.Note
	ruled     map[string]bool // keys of bodies whose years have been noted
	tagged    []Named         // by the tagger, in the order of the text
	recent    []*mention      // whom the page has spoken of so far
	spoke     *mention        // who is the last that has said something
	pronoun   *mention        // the last "he" or "she" that was settled
	subject   *mention        // the last pronoun that was a subject
	choose    Chooser
	places    *gazetteer.Gazetteer
	from      *actors.State // that the page is filed from, once it is looked for
	located   bool
}

// A sentence is one of the syntax with its words as the book compares them.
type sentence struct {
	*stemma.Sentence
	index    int
	words    []actors.Word
	token    []int // of each word
	region   stemma.RegionKind
	headline bool // most words are capitalised, so that capitals tell nothing
	quoted   []stemma.Span
}

// A mention is a stretch of words that may stand for an actor.
type mention struct {
	stemma.Span
	sentence    *sentence
	first, last int // its words: from first up to, not including, last
	form        stemma.MentionForm
	name        nameKind
	entries     []*actors.Entry // whom the book says it may mean
	acronym     bool
	run         *run // for a name that only the page knows
	who         *actor
	title       actors.Title  // of a person
	group       actors.Group  // of a description
	noun        string        // its head noun
	nation      *actors.State // whose adjective stands in it
	owner       *mention      // whose possessive stands in it
	definite    bool
	counted     bool // a number stands with it
	silent      bool // a state that only says where; "the country" may take it up
	words       stemma.Span
}

// nameKind says by what sort of words a mention names.
type nameKind uint8

const (
	byNothing nameKind = iota
	byBook             // a name of the book
	byBody             // a state's adjective or name and a word for one of its bodies
	byState            // a state's name, its seat or its adjective: counts only where it acts
	byRun              // capitalised words
)

// newPage is a reading with its words as the book compares them, before anybody is named.
func newPage(r *stemma.Reading, book *actors.Book) *page {
	p := &page{
		r: r, book: book, byKey: map[string]*actor{}, bearers: map[string][]*actor{}, since: map[string]string{},
		countries: map[string]int{}, firsts: map[string]int{}, small: map[string]bool{}, acronyms: map[string]*mention{},
	}
	p.day = dayOf(r)
	for i := range r.Syntax.Sentences {
		p.sentences = append(p.sentences, p.sentence(i))
	}
	for _, s := range p.sentences {
		for _, word := range s.words {
			if word.Form == actors.Small {
				p.small[word.Key] = true
			}
		}
	}
	return p
}

// dayOf is the day by which names are dated: what a person gave, else what the
// page says of itself; a page clock only bounds it, and does not count.
func dayOf(r *stemma.Reading) stemma.Day {
	for _, when := range []stemma.Interval{r.Given.Published, r.Publication.Published} {
		if when.Closed() && when.Basis != stemma.BasisPageClock {
			return when.Latest
		}
	}
	return 0
}

// sentence is a sentence of the page in words, each with its token.
func (p *page) sentence(i int) *sentence {
	s := &sentence{Sentence: &p.r.Syntax.Sentences[i], index: i}
	s.words = actors.Words(p.r.Text, s.Span)
	s.token = make([]int, len(s.words))
	at := 0
	for w, word := range s.words {
		for at < len(s.Tokens) && s.Tokens[at].End <= word.Start {
			at++
		}
		s.token[w] = min(at, len(s.Tokens)-1)
	}
	if s.Region >= 0 && s.Region < len(p.r.Regions) {
		s.region = p.r.Regions[s.Region].Kind
	}
	s.headline = shouting(s.words)
	for _, q := range p.r.Syntax.Quotations {
		if q.Overlaps(s.Span) && q.Depth == 0 {
			s.quoted = append(s.quoted, q.Span)
		}
	}
	return s
}

// shouting reports whether capitals tell nothing in a sentence: it is written in
// capitals, or every long word has one.
func shouting(words []actors.Word) bool {
	long, capital := 0, 0
	for _, word := range words {
		if word.Len() > 3 && word.Form != actors.Figure {
			long++
			if word.Form != actors.Small {
				capital++
			}
		}
	}
	return long >= 4 && capital*5 >= long*4
}

// quotation is the outermost quotation that a span stands in, if any.
func (s *sentence) quotation(span stemma.Span) (stemma.Span, bool) {
	for _, q := range s.quoted {
		if q.Contains(span) {
			return q, true
		}
	}
	return stemma.Span{}, false
}

// key is the word at an index, "" outside the sentence.
func (s *sentence) key(w int) string {
	if w < 0 || w >= len(s.words) {
		return ""
	}
	return s.words[w].Key
}

// is reports whether the word at an index is one of some.
func (s *sentence) is(w int, keys ...string) bool {
	at := s.key(w)
	for _, key := range keys {
		if at == key {
			return true
		}
	}
	return false
}

// next reports whether the word at an index follows the one before it with
// nothing but a space or hyphen between.
func (s *sentence) next(w int) bool { return w < len(s.words) && !s.words[w].Break }

// span is that of a run of words.
func (s *sentence) span(first, last int) stemma.Span {
	return stemma.Span{Start: s.words[first].Start, End: s.words[last-1].End}
}

// of is the token of a word; a zero token if there is none.
func (s *sentence) of(w int) stemma.Token {
	if w < 0 || w >= len(s.token) || s.token[w] < 0 {
		return stemma.Token{Head: stemma.Root}
	}
	return s.Tokens[s.token[w]]
}

// tag reports whether the token of a word has one of the tags.
func (s *sentence) tag(w int, tags ...string) bool {
	tag := s.of(w).Tag
	for _, want := range tags {
		if tag == want {
			return true
		}
	}
	return false
}

// head is the token that governs the others of a run of words.
func (s *sentence) head(first, last int) int {
	for w := first; w < last; w++ {
		at := s.token[w]
		if at < 0 {
			return -1
		}
		head := s.Tokens[at].Head
		if head < s.token[first] || head > s.token[last-1] {
			return at
		}
	}
	return s.token[last-1]
}

// phrase is the token that stands for the whole noun phrase of a name: the
// parser may hang a name on its title as flat, compound or apposition.
//
//	"Army Colonel Ana Torvik said" → Army, the subject
func (s *sentence) phrase(token int) int {
	for range 4 {
		if token < 0 || token >= len(s.Tokens) {
			return token
		}
		t := s.Tokens[token]
		if t.Head < 0 || t.Head >= len(s.Tokens) {
			return token
		}
		switch t.Relation {
		case "flat", "appos", "nmod:desc", "goeswith":
			token = t.Head
		case "compound":
			if t.Head > token && s.Tokens[t.Head].Tag == "NOUN" || !strings.Contains("NOUN PROPN", s.Tokens[t.Head].Tag) {
				return token
			}
			token = t.Head
		default:
			return token
		}
	}
	return token
}

// doubt notes what could not be settled.
func (p *page) doubt(span stemma.Span, text string) {
	p.notes = append(p.notes, stemma.Note{Stage: stemma.LayerActors, Span: span, Text: text})
}
