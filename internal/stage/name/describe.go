package name

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
)

// A description is a noun phrase that stands for an actor without naming it.
type description struct {
	*mention
	title    bool          // its head is a word for one person
	force    *actors.Force // its head is a word for a state's body
	grouped  bool          // its head is a word for several people
	anaphor  bool          // its head is a word that takes up a body: "the group"
	modifier *mention      // a name among its modifiers: "Salt Guard officials"
	possess  int           // the word of a possessive pronoun before it, -1 if none
	after    *mention      // a name behind it with "of" or "for": "spokesman for the Salt Guard"
	head     int           // the first word of its noun
	bare     string        // its modifiers and head, by which it is the same again
}

// findDescriptions goes through the nouns that no name holds.
func (p *page) findDescriptions() {
	for _, s := range p.sentences {
		if s.headline && s.region != stemma.RegionBody {
			continue
		}
		named := p.namedWords(s)
		for w := 0; w < len(s.words); w++ {
			if named[w] != nil {
				continue
			}
			if d := p.describe(s, w, named); d != nil {
				p.described = append(p.described, d)
				w = d.last - 1
			}
		}
	}
}

// namedWords are the mentions of a sentence by the words that they hold.
func (p *page) namedWords(s *sentence) []*mention {
	out := make([]*mention, len(s.words))
	for _, m := range p.mentions[p.firstOf(s):] {
		if m.sentence != s {
			break
		}
		for w := m.first; w < m.last; w++ {
			out[w] = m
		}
	}
	return out
}

// firstOf is the index of the first mention of a sentence or of those behind it.
func (p *page) firstOf(s *sentence) int {
	i, _ := slices.BinarySearchFunc(p.mentions, s.index, func(m *mention, index int) int { return m.sentence.index - index })
	return i
}

// describe is the description whose head begins at a word; nil if there is none.
func (p *page) describe(s *sentence, w int, named []*mention) *description {
	if !s.tag(w, "NOUN", "PROPN", "ADJ") || s.words[w].Hyphen {
		return nil
	}
	d := &description{mention: s.mention(w, w+1, byNothing), possess: -1, head: w}
	d.form = stemma.FormDescription
	n := d.classify(p, s, w)
	if n == 0 || d.title && named[max(w-1, 0)] == nil && s.inName(w) {
		return nil
	}
	if next := w + n; s.single(w, n) && next < len(s.words) && s.next(next) && named[next] != nil && !s.words[next-1].Possessive && (d.grouped || !named[next].who.person()) {
		named[next].who.nouns[plurals(s.key(next-1))] = true // "the paramilitary Salt Guard"
		return nil
	}
	if !s.heads(w+n-1, named) && !(d.grouped && !d.group.Single && strings.HasSuffix(s.key(w+n-1), "s") && s.next(w+n)) {
		return nil
	}
	d.last = w + n
	d.noun = s.holder(w, n)
	p.modifiers(d, w, named)
	if faceless[strings.TrimSpace(d.bare)] {
		return nil
	}
	if d.anaphor && !d.grouped && !d.title && !d.definite && !d.indefinite() {
		return nil
	}
	d.Span = s.span(d.first, d.last)
	d.words = p.complement(d, named)
	return d
}

// single reports whether words are a noun for one of a group: "rebel".
func (s *sentence) single(w, n int) bool {
	group, length := actors.GroupAt(s.words[w:])
	return length == n && group.Single
}

// inName reports whether a capitalised word goes on from another: it is a part of
// some name, not a description.
func (s *sentence) inName(w int) bool {
	return w > 0 && s.next(w) && s.words[w].Form != actors.Small && s.words[w-1].Form != actors.Small &&
		!determiners[s.key(w-1)] && !possessives[s.key(w-1)]
}

// plurals is the plural of a word for one of a group: "paramilitary" →
// "paramilitaries".
func plurals(noun string) string {
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		return stem + "ies"
	}
	return noun + "s"
}

// classify says what sort of head begins at a word, and how many words it takes.
func (d *description) classify(p *page, s *sentence, w int) int {
	group, g := actors.GroupAt(s.words[w:])
	force, f := p.book.Force(s.words[w:])
	title, t := s.titleOver(w, group, g, f)
	_, head := actors.Head(s.words[w])
	if head && max(t, g) == 1 && s.words[w].Form != actors.Small && s.is(w-1, "the") {
		t, g, d.anaphor = 0, 0, true // "the Guard"
	}
	n := max(g, f)
	if s.tag(w, "ADJ") && max(n, t-1) == 0 {
		return 0
	}
	d.anaphor = d.anaphor || anaphors[s.key(w+max(n, t, 1)-1)] != nil || head && max(n, t) == 0
	switch {
	case t > n, t == n && t > 0 && (group.Single || g < n):
		d.mention.title, d.title = title, true
		return t
	case f == n && f > 0:
		d.force = force
	}
	if g == n && g > 0 && (!group.Single || d.force == nil && !d.anaphor) {
		d.group, d.grouped = group, true
	}
	if d.anaphor {
		return max(n, 1)
	}
	return n
}

// titleOver is the title at a word beside a word for a group of g words or a force of f;
// the title that a group ends with is that of the whole.
//
//	"community leader" → leader, of two words
func (s *sentence) titleOver(w int, group actors.Group, g, f int) (actors.Title, int) {
	title, n := s.titleNoun(w, max(g, f))
	if n > 0 || !group.Single || g < 2 {
		return title, n
	}
	if last, length := actors.TitleAt(s.words[w+g-1:]); length == 1 {
		return last, g
	}
	return title, n
}

// titleNoun is the title at a word. Where no other noun stands, a capitalised
// word that the parser takes for none is none.
func (s *sentence) titleNoun(w, other int) (actors.Title, int) {
	title, n := actors.TitleAt(s.words[w:])
	if n > 0 && other == 0 && s.words[w].Form != actors.Small && !s.tag(w+n-1, "NOUN", "PROPN") {
		return title, 0
	}
	return title, n
}

// heads reports whether a noun is the head of its phrase, not the modifier of
// the noun behind it: no "army" in "army base".
func (s *sentence) heads(w int, named []*mention) bool {
	next := w + 1
	if next < len(s.words) && s.words[next].Hyphen {
		return false
	}
	if next >= len(s.words) || !s.next(next) || s.words[w].Possessive {
		return true
	}
	subject := strings.HasPrefix(s.of(w).Relation, "nsubj") || s.of(w).Relation == "root"
	doing := s.words[next].Form == actors.Small && strings.HasSuffix(s.key(next), "ing") // "a woman selling limes"
	if s.tag(next, "NOUN") && !subject && !doing || s.tag(next, "ADJ") && s.tag(next+1, "NOUN", "ADJ") && s.next(next+1) {
		return false
	}
	if s.tag(next, "PROPN") && named[next] == nil && s.words[next].Form == actors.Capital && s.of(w).Relation == "compound" {
		return false
	}
	return doing || s.of(w).Relation != "compound" || named[next] != nil || s.tag(next, "VERB", "AUX", "ADP", "CCONJ", "ADV")
}

// modifiers reads what stands before the head, up to its determiner.
func (p *page) modifiers(d *description, head int, named []*mention) {
	s, w := d.sentence, head
	for w > 0 && s.next(w) {
		before := w - 1
		if m := named[before]; m != nil {
			if s.words[before].Possessive {
				d.owner, d.definite = m, true
			} else if !m.who.person() {
				d.modifier = m
				w = m.first
				continue
			}
			break
		}
		if !s.continues(d, w) {
			break
		}
		w = before
		if state, n := p.book.Adjective(s.words[w:]); state != nil && w+n <= head && d.nation == nil && !s.words[w+n].Hyphen {
			d.nation = state
		}
		d.counted = d.counted || s.number(w)
	}
	d.first = s.figure(w)
	d.bare = bare(s, d.first, d.last)
	p.determiner(d, d.first-1)
}

// continues reports whether the word before word w is a modifier of the same phrase: no
// owner, no day or year, no second number.
//
//	"on Monday | two armed men", "in 2019 | 40 men" → the day and the year are none
func (s *sentence) continues(d *description, w int) bool {
	before, hyphen := w-1, s.words[w].Hyphen
	switch {
	case s.words[before].Possessive, !s.modifier(before) && !hyphen:
		return false
	case calendar[s.key(before)], d.counted && s.number(before) && !hyphen:
		return false
	}
	return !s.year(before)
}

// figure is the first word of the figure that a word ends, whose digits commas
// group: "4,000".
func (s *sentence) figure(w int) int {
	for w > 0 && s.token[w] == s.token[w-1] && s.words[w-1].Form == actors.Figure {
		w--
	}
	return w
}

// number reports whether a word counts.
func (s *sentence) number(w int) bool { return s.tag(w, "NUM") || quantity[s.key(w)] }

// year reports whether a word may be a year rather than a number.
func (s *sentence) year(w int) bool {
	return s.words[w].Form == actors.Figure && s.words[w].Len() == 4 && s.key(w)[0] < '3'
}

// modifier reports whether a word can stand between a determiner and its noun.
func (s *sentence) modifier(w int) bool {
	if determiners[s.key(w)] || possessives[s.key(w)] || comparative[s.key(w)] {
		return false
	}
	if s.is(w, "dead") && s.is(w-1, "shot") || s.is(w, "shot") && s.is(w+1, "dead") { // "shot dead two clerks"
		return false
	}
	opening := w == 0 || s.words[w].Break
	if opening && strings.HasSuffix(s.key(w), "ed") {
		return false
	}
	return s.tag(w, "ADJ", "NUM", "NOUN", "PROPN") || s.tag(w, "VERB") && s.of(w).Relation == "amod" && !opening || quantity[s.key(w)]
}

// determiner reads the word before a phrase.
func (p *page) determiner(d *description, w int) {
	s := d.sentence
	if w < 0 || !s.next(w+1) {
		return
	}
	switch {
	case s.is(w, "the", "this", "that", "these", "those", "both"):
		d.definite = true
	case possessives[s.key(w)]:
		d.possess, d.definite = w, true
	case s.is(w, "of") && w > 0 && quantity[s.key(w-1)]:
		d.counted = true
		d.first = w - 1
	}
}

var (
	articles    = lists.Set("articles")
	determiners = lists.Set("determiners")
	possessives = lists.Set("possessives")
	comparative = lists.Set("comparative")
	quantity    = lists.Set("quantity")
	faceless    = lists.Set("faceless")
)

// bare is the words of a phrase as they are compared.
func bare(s *sentence, first, last int) string {
	out := ""
	for w := first; w < last; w++ {
		out += s.key(w) + " "
	}
	return out
}

// complements reports whether a word may go on with what a noun is of: behind the
// noun only a preposition, later nothing that begins another phrase.
func (s *sentence) complements(w int, first bool) bool {
	switch {
	case first:
		return s.is(w, "of", "for", "at", "from", "with", "in", "close")
	case s.is(w-1, "close"):
		return true
	}
	return !s.tag(w, "ADP") || s.is(w, "of", "for", "at")
}

// qualifies reports whether a verb's form stands before a noun as its adjective: "the
// town's only functioning hospital".
func (s *sentence) qualifies(w int) bool {
	return s.tag(w, "VERB") && s.of(w).Relation == "amod" && !s.words[w].Hyphen
}

// governs reports whether the phrase that a preposition opens hangs on the
// description, not on the verb: "blamed the rebels for the blast" → "the rebels".
func (d *description) governs(w int) bool {
	s, noun := d.sentence, d.sentence.of(w).Head
	if noun < s.token[w] {
		return true // the tree has it the wrong way round, and says nothing
	}
	head := s.Tokens[noun].Head
	return head >= s.token[d.first] && head < s.token[w]
}

// accused reports whether "of" behind a description says with what it is charged, not
// whose it is: "accused the rebels of looting" → "the rebels".
func (d *description) accused() bool {
	t := d.sentence.of(d.head)
	return t.Head >= 0 && (t.Relation == "obj" || t.Relation == "nsubj:pass") && charging[d.sentence.Tokens[t.Head].Lemma]
}

var charging = lists.Set("charging")

// complement is the span of a description with its determiner and the phrases
// that say of what it is: "a doctor at the hospital of Marlen".
func (p *page) complement(d *description, named []*mention) stemma.Span {
	s, first, end := d.sentence, d.first, d.extent(named)
	switch {
	case d.owner != nil && s.is(d.owner.first-1, "the"):
		first = d.owner.first - 1
	case d.owner != nil:
		first = d.owner.first
	case d.determined():
		first--
	}
	return s.span(first, end)
}

// determined reports whether an article or an owner stands right before a description.
func (d *description) determined() bool {
	s := d.sentence
	before := s.key(d.first - 1)
	return d.first > 0 && s.next(d.first) && (articles[before] || possessives[before] || s.words[d.first-1].Possessive)
}

// extent is the end of the phrases that say of what somebody is, which may name who
// stands above them.
func (d *description) extent(named []*mention) int {
	s, end := d.sentence, d.last
	for w := d.last; w < len(s.words) && w < d.last+9 && s.next(w); w++ {
		if m := named[w]; m != nil {
			if d.after == nil && (s.is(m.first-1, "of", "for") || s.is(m.first-2, "of", "for")) {
				d.after = m
			}
			w, end = m.last-1, m.last
			continue
		}
		if !d.extends(w) {
			break
		}
		if s.tag(w, "NOUN", "PROPN") {
			end = w + 1
		}
	}
	return end
}

// extends reports whether a word goes on with the phrases that say of what somebody is.
//
//	"the head of the port office", but "two men with guns" without the guns
func (d *description) extends(w int) bool {
	s := d.sentence
	switch {
	case !s.complements(w, w == d.last), s.is(w, "of") && d.accused():
		return false
	case !d.governs(w) && (s.is(w, "for", "from", "with") || d.grouped && s.is(w, "at", "in")):
		return false
	}
	return s.tag(w, "NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "PART") || s.is(w, "only") || s.qualifies(w)
}
