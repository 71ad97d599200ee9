package name

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/lexicon"
)

// A run is a name that only the page knows: capitalised words, with all its
// mentions and what they say of whom it means.
type run struct {
	keys   []string
	kind   stemma.ActorKind // of a body, by its head noun; "" if it has none
	person int              // evidence that it is a person's
	place  int              // evidence that it is no actor's
	speaks int
	gender actors.Gender
	given  bool
	short  bool // an acronym
	single bool // a given name alone
	craft  bool // of a ship, or with an article
	tally
}

// A tally is for how many mentions of a name the tagger voted, and how, and how
// many stand where places do.
type tally struct{ polled, persons, bodies, places, within int }

// runAt is the run of capitalised words that begins at a word. None begins with
// a title: of "Harbour Master Oss Tveit" the name is "Oss Tveit".
func (p *page) runAt(s *sentence, w int) *mention {
	if s.ordinal(w) {
		return p.numbered(s, w)
	}
	if s.headline || !s.begins(w) && !p.begun(s, w) {
		return nil
	}
	if s.titleAt(w) > 0 {
		return nil
	}
	last := p.runEnd(s, w)
	if last == w {
		return nil
	}
	m := s.mention(w, last, byRun)
	m.run = p.newRun(s, w, last)
	if !p.nominal(s, m) {
		return nil
	}
	return m
}

// ordinal reports whether a word is a number in a row: "14th".
func (s *sentence) ordinal(w int) bool {
	figures := strings.TrimRight(s.key(w), "sthndr")
	return w+1 < len(s.words) && s.next(w+1) && s.words[w].Form == actors.Figure && len(s.key(w))-len(figures) == 2
}

// numbered is a formation that is told from others by its number, as those of
// armies are.
//
//	"the 14th Upper Marlen Brigade", "the 9th Battalion of the Salt Regiment", "the 36th Brigade"
func (p *page) numbered(s *sentence, w int) *mention {
	if s.headline || p.book.Find(s.words[w:]).Words > 0 || s.words[w+1].Form != actors.Capital {
		return nil
	}
	last := w + 2
	if m := p.runAt(s, w+1); m != nil {
		last = m.last
	}
	if !slices.ContainsFunc(s.words[w+1:last], func(word actors.Word) bool { return formations[word.Key] }) {
		return nil
	}
	m := s.mention(w, last, byRun)
	m.run = p.newRun(s, w, last)
	m.run.kind = stemma.KindStateForce
	return m
}

// begun reports whether the tagger finds that a name begins at a word whose
// capital alone says little.
func (p *page) begun(s *sentence, w int) bool {
	tagged, ok := p.taggedAt(s.words[w].Span)
	return ok && tagged.Start == s.words[w].Start && s.words[w].Form != actors.Small && !calendar[s.key(w)]
}

// begins reports whether a run of capitalised words can begin at a word.
func (s *sentence) begins(w int) bool {
	word := s.words[w]
	if word.Form != actors.Capital && word.Form != actors.Capitals || calendar[word.Key] {
		return false
	}
	if w > 0 && s.words[w-1].Form != actors.Small && s.next(w) && !s.words[w].Hyphen && s.titleEnding(w) == 0 {
		return true
	}
	return !s.ordinary(w)
}

// titleEnding is a title that ends before a word; 0 if none does.
func (s *sentence) titleEnding(w int) int {
	for n := min(3, w); n > 0; n-- {
		if _, m := actors.TitleAt(s.words[w-n:]); m == n {
			return n
		}
	}
	return 0
}

// ordinary reports whether the capital of a word only shows the beginning of a
// sentence or a quotation.
func (s *sentence) ordinary(w int) bool {
	if lexicon.OpensSentence(s.key(w)) {
		return true
	}
	return (w == 0 || s.words[w].Break) && !s.tag(w, "PROPN") && !s.name(w)
}

// name reports whether a word begins a name even where every sentence begins
// with a capital: it is a given name, or another capital follows.
func (s *sentence) name(w int) bool {
	if _, ok := actors.Given(s.words[w]); ok {
		return true
	}
	return w+1 < len(s.words) && s.next(w+1) && s.words[w+1].Form == actors.Capital && s.tag(w+1, "PROPN")
}

// titleAt is how many words the title takes that begins at a word and is
// followed by a capitalised one.
func (s *sentence) titleAt(w int) int {
	if w >= len(s.words) {
		return 0
	}
	title, n := actors.TitleAt(s.words[w:])
	if n == 0 || title.Person == stemma.PersonWitness && s.words[w].Form == actors.Small {
		return 0
	}
	if w+n >= len(s.words) || !s.next(w+n) || s.words[w+n-1].Possessive || s.words[w+n].Form == actors.Small && !actors.Particle(s.key(w+n)) {
		return 0
	}
	return n
}

// runEnd is where a run of capitalised words ends: at a small word, a mark, or
// where a name of the book begins.
func (p *page) runEnd(s *sentence, first int) int {
	last := first
	for w := first; w < len(s.words) && !p.breaksOff(s, first, w); {
		if !s.words[w].Form.Upper() {
			n := s.link(first, w)
			if n == 0 {
				return last
			}
			w += n
			continue
		}
		w++
		last = w
	}
	return last
}

// breaksOff reports whether a run ends before a word: at a mark, behind a possessive that is
// no part of a body's name, before a month, another name or a title.
func (p *page) breaksOff(s *sentence, first, w int) bool {
	word := s.words[w]
	if w > first && (!s.next(w) || s.words[w-1].Possessive && !p.possessed(s, first, w)) {
		return true
	}
	return word.Form.Upper() && (calendar[word.Key] && !s.borne(first, w) || w > first && p.another(s, first, w))
}

// borne reports whether a short word for a month stands between parts of a name with no
// day or year beside it, so that it is a name too.
//
//	"Hussain Jan Torvik" → yes; "Torvik, Jan 5" → no
func (s *sentence) borne(first, w int) bool {
	const short = 3
	if s.words[w].Len() != short || w == first || w+1 >= len(s.words) || !s.next(w+1) || calendar[s.key(w+1)] {
		return false
	}
	return s.words[w+1].Form == actors.Capital
}

// another reports whether another name or a title begins within a run.
func (p *page) another(s *sentence, first, w int) bool {
	return p.knows(s, first, w) || s.titleAt(w) > 0 && !s.bodyTitle(w) || s.seated(first) && s.christened(w)
}

// seated reports whether the words from here name what an office is of, so that
// a given name behind them begins another name: "Governor of Upper Marlen Oss
// Tveit".
func (s *sentence) seated(first int) bool {
	return s.is(first-1, "of", "for") && first > 1 && s.titleEnding(first-1) > 0
}

// christened reports whether a given name stands at a word.
func (s *sentence) christened(w int) bool {
	_, ok := actors.Given(s.words[w])
	return ok
}

// bodyTitle reports whether a capitalised title word belongs to a body's name:
// "Office for Prisoners", "Mothers' Council".
func (s *sentence) bodyTitle(w int) bool {
	_, ok := actors.Head(s.words[w])
	return ok && s.titleAt(w) == 1
}

// knows reports whether the book has a name that begins within a run, so that
// the run ends before it. A surname may be a name of the book's too.
func (p *page) knows(s *sentence, first, w int) bool {
	if _, given := actors.Given(s.words[first]); given && w == first+1 {
		return false
	}
	find := p.book.Find(s.words[w:])
	if find.Words > 1 && !find.Shy() {
		return true
	}
	_, n := p.book.Adjective(s.words[w:])
	return n > 0 && p.body(s, w) != nil
}

// link is how many small words may stand at a word inside a name and be followed
// by another capital: the particles of persons' names, and "of", "for" and
// "and" in those of bodies.
func (s *sentence) link(first, w int) int {
	n := 0
	for w+n < len(s.words) && n < 3 && s.words[w+n].Form == actors.Small && s.next(w+n) {
		n++
	}
	if n == 0 || n == 3 || w+n >= len(s.words) || !s.next(w+n) || s.words[w+n].Form == actors.Small {
		return 0
	}
	body := slices.ContainsFunc(s.words[first:w], isHead)
	switch {
	case s.is(w, "of", "for") && (n == 1 || s.is(w+1, "the")) && body:
		return n
	case n == 1 && s.is(w, "and") && body && s.is(first+1, "of", "for"):
		return n
	case n == 1 && !s.is(w, "of", "for", "and", "the", "in", "on", "to", "i", "e", "as", "at", "an") && actors.Particle(s.key(w)):
		return n
	case n == 2 && s.is(w, "de", "von", "van", "bin", "ibn") && actors.Particle(s.key(w+1)):
		return n
	case s.is(w, "al", "el", "e", "ul", "as", "at", "an") && s.words[w+1].Hyphen:
		return n
	}
	return 0
}

// isHead reports whether a word is one that names of bodies end or begin with: "Front".
func isHead(word actors.Word) bool {
	_, ok := actors.Head(word)
	return ok
}

// possessed reports whether a possessive belongs to the name of a body: of the
// "Fishers' Hall" and the "Upper Marlen People's Front", not of "Torvik's Council".
func (p *page) possessed(s *sentence, first, w int) bool {
	owner := s.key(w - 1)
	many := strings.HasSuffix(owner, "s") || multitude[owner]
	if p.book.Find(s.words[first:]).Words > 0 || !many && (first != w-1 || s.tag(first, "PROPN")) {
		return false
	}
	for i := w; i < len(s.words) && s.next(i) && s.words[i].Form != actors.Small; i++ {
		if _, ok := actors.Head(s.words[i]); ok {
			return true
		}
	}
	return false
}

// newRun is what the words of a run say by themselves.
func (p *page) newRun(s *sentence, first, last int) *run {
	r := &run{}
	for w := first; w < last; w++ {
		r.keys = append(r.keys, s.key(w))
	}
	r.kind = s.bodyKind(first, last)
	if strings.EqualFold(p.r.Publication.Outlet.Name, p.r.Words(s.span(first, last))) && last-first > 1 && r.kind == "" {
		r.kind = stemma.KindOutlet
	}
	r.gender, r.given = actors.Given(s.words[first])
	r.single = r.given && last-first == 1
	r.given = r.given && last-first > 1
	r.short = last-first == 1 && s.words[first].Form == actors.Capitals
	explained := last < len(s.words) && s.words[last].Form == actors.Capitals
	if explained && r.kind == "" && abbreviates(s.key(last), initials(s, &mention{first: first, last: last})) {
		r.kind = stemma.KindOther
	}
	return r
}

// bodyKind is the kind of body that a run names by its head noun: the last word,
// or the one before "of" and "for", of stations and of bands with Arabic names the
// first. An army of liberation that no book has is not a state's: "the Upper Marlen
// Liberation Army".
func (s *sentence) bodyKind(first, last int) stemma.ActorKind {
	risen := false
	switch {
	case last-first > 1 && stations[s.key(first)]:
		return stemma.KindOutlet // "Radio Marlen"
	case last-first > 1 && bands[s.key(first)] && !geographic[s.key(last-1)]:
		return stemma.KindArmedGroup // "Liwa al-Marlen"
	case last-first > 2 && s.key(last-1) == "agency" && wires[s.key(last-2)]:
		return stemma.KindAgency // "Marlen News Agency"
	}
	for w := first; w < last; w++ {
		risen = risen || rising[s.key(w)]
		kind, ok := actors.Head(s.words[w])
		switch {
		case !ok || last-first == 1 || w < last-1 && !s.is(w+1, "of", "for"):
		case risen && kind == stemma.KindStateForce:
			return stemma.KindArmedGroup
		default:
			return kind
		}
	}
	return ""
}

// nominal reports whether a run is worth keeping: no single word that the
// parser takes for another part of speech or that stands in the calendar, no
// geography, no work of men.
func (p *page) nominal(s *sentence, m *mention) bool {
	for w := m.first; w < m.last; w++ {
		if m.run.kind == "" && (works[s.key(w)] || geographic[s.key(w)]) {
			return false
		}
	}
	if m.last-m.first > longestName && m.run.kind == "" || m.last-m.first > 2*longestName || s.common(m.first, m.last) || p.national(s, m) {
		return false
	}
	if m.last-m.first == 1 {
		state, _ := p.book.Adjective(s.words[m.first:])
		return state == nil && s.tag(m.first, "PROPN", "NOUN") && !p.small[s.key(m.first)] && len(s.key(m.first)) > 1
	}
	return true
}

// longestName is how many words a name has that has no noun for a body in it.
const longestName = 6

// national reports whether a run that names no body ends in a state's name, or
// begins with one that is no given name: it is a heading or a place.
func (p *page) national(s *sentence, m *mention) bool {
	if m.run.kind != "" || m.last-m.first == 1 {
		return false
	}
	end, _ := p.book.State(s.words[m.last-1 : m.last])
	start, n := p.nation(s.words[m.first:m.last])
	return end != nil || start != nil && (n > 1 || !s.christened(m.first))
}

// common reports whether a run is nothing but a title, a group or the head of a
// body's name: "the Chancellor", "the Front". These are descriptions.
func (s *sentence) common(first, last int) bool {
	words := s.words[first:last]
	_, title := actors.TitleAt(words)
	_, group := actors.GroupAt(words)
	_, head := actors.Head(words[0])
	return max(title, group) == len(words) || head && len(words) == 1
}

// name is the run's words as its key.
func (r *run) name() string { return strings.Join(r.keys, " ") }
