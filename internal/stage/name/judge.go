package name

import (
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/lexicon"
)

// judgeRuns gathers what all mentions of a run say of it, on the whole page, and
// drops the runs that name no actor.
func (p *page) judgeRuns() {
	runs := map[string]*run{}
	for _, m := range p.mentions {
		if m.run == nil {
			continue
		}
		name := m.run.name()
		if runs[name] == nil {
			runs[name] = m.run
		}
		m.run = runs[name]
		p.weigh(m)
		p.poll(m)
	}
	for _, r := range runs {
		r.sway()
	}
	settle(runs)
	p.findAcronyms()
	known := p.surnames()
	for acronym := range p.acronyms {
		known[acronym] = true
	}
	initials := p.initials()
	kept := p.mentions[:0]
	for _, m := range p.mentions {
		if m.run == nil || m.run.actor() || len(m.run.keys) == 1 && known[m.run.keys[0]] || m.run.short && initials[m.run.keys[0]] {
			kept = append(kept, m)
		}
	}
	p.mentions = kept
}

// settle takes for no person a run with a word that the page uses as a place's:
// "Sund Marlen" in a list, where a town of Sund is spoken of.
func settle(runs map[string]*run) {
	for _, r := range runs {
		if len(r.keys) == 1 || r.kind != "" || r.given {
			continue
		}
		for _, key := range r.keys {
			if alone := runs[key]; alone != nil && alone.place >= 3 && alone.place > alone.person {
				r.place += alone.place
			}
		}
	}
}

// findAcronyms notes the short names that the page gives in brackets behind long
// ones: "Lower Marlen Front (LMF)".
func (p *page) findAcronyms() {
	for _, m := range p.mentions {
		s := m.sentence
		if m.last-m.first < 2 || m.last >= len(s.words) || s.words[m.last].Form != actors.Capitals {
			continue
		}
		if at := s.words[m.last].Start; p.r.Text[at-1] == '(' && abbreviates(s.key(m.last), initials(s, m)) {
			p.acronyms[s.key(m.last)] = m
			if m.run != nil {
				m.run.person -= 4
			}
		}
	}
}

// abbreviates reports whether an acronym is made of initials, of which the last
// may be left out: "GM" for "General Motors Corporation".
func abbreviates(acronym, initials string) bool {
	return len(acronym) > 1 && (initials == acronym || len(acronym)+1 == len(initials) && strings.HasPrefix(initials, acronym))
}

// initials are those of all names of the page of two words or more.
func (p *page) initials() map[string]bool {
	out := map[string]bool{}
	for _, m := range p.mentions {
		if m.last-m.first > 1 && (m.run == nil || m.run.kind != "") {
			out[initials(m.sentence, m)] = true
		}
	}
	return out
}

// initials are the first letters of the capitalised words of a name.
func initials(s *sentence, m *mention) string {
	out := ""
	for w := m.first; w < m.last; w++ {
		if s.words[w].Form != actors.Small {
			out += s.key(w)[:1]
		}
	}
	return out
}

// surnames are the parts of the full names of persons, by which the page may go
// on calling them.
func (p *page) surnames() map[string]bool {
	out := map[string]bool{}
	for _, m := range p.mentions {
		switch {
		case m.run != nil && len(m.run.keys) > 1 && m.run.actor() && m.run.isPerson():
			out[m.run.keys[len(m.run.keys)-1]] = true
			out[m.run.keys[0]] = true
		case m.name == byBook && m.entries[0].Kind == stemma.KindPerson:
			for w := m.first; w < m.last; w++ {
				out[m.sentence.key(w)] = true
			}
		}
	}
	return out
}

// weigh adds what one mention says of its run.
//
//	"Colonel Tveit"                     a title: a person
//	"in General Santos"                 a place that begins as a title does
//	"the rebel Lower Marlen Front"      no title before a body's name
//	"Oss Tveit, a clerk" "Tveit, 52,"   an office or an age beside it: a person
//	"Tveit said"                        it speaks
//	"in Tveit", "the town of Tveit"     a place
//	"the tanker Oss Tveit"              a ship
//	"the crew of the Oss Tveit"         what has an article is no person
func (p *page) weigh(m *mention) {
	s, r := m.sentence, m.run
	p.weighTitle(m)
	if r.given && r.kind == "" {
		r.person += 3
	}
	placed := s.placed(m)
	if s.age(m.last) || placed == 0 && s.apposed(m.last) {
		r.person += 3
	}
	if r.kind == "" && s.suffers(m) {
		r.person += 2
	}
	if s.is(m.last, "who", "whose") {
		r.person += 2
	}
	if s.speaks(m) {
		r.speaks++
		r.person++
	}
	r.craft = r.craft || s.craft(m)
	r.place += placed
	if s.located(m) {
		r.within++
	}
}

// weighTitle adds what a title before a mention says of its run.
//
//	"Colonel Tveit", "a lawyer, Oss Tveit" → a person;  "in General Santos" → a place
func (p *page) weighTitle(m *mention) {
	s, r := m.sentence, m.run
	switch n := s.titleBefore(m.first); {
	case n > 0 && within[s.key(m.first-n-1)] && p.isPlace(s.span(m.first-n, m.last)):
		r.place += 4
	case n > 0 && (r.kind == "" || s.words[m.first-1].Form != actors.Small):
		r.person += 4
	}
	if r.kind == "" && m.first > 0 && s.words[m.first].Break && s.words[m.first-1].Form == actors.Small && s.titleEnding(m.first) > 0 {
		r.person += 3
	}
}

// isPlace reports whether words are a place's name.
func (p *page) isPlace(span stemma.Span) bool {
	_, ok := p.places.Likeliest(p.r.Words(span))
	return ok
}

// craft reports whether a name is a ship's: the kind of ship stands before it, or
// it has an article, as no person's name has where no noun goes on from it.
//
//	"the frigate Valiant Star", "MV Sea Champion", "the Amber Resolve sank" → yes; "the Oss Tveit foundation" → no
func (s *sentence) craft(m *mention) bool {
	if m.first == 0 || !s.next(m.first) {
		return false
	}
	return craft[s.key(m.first-1)] || m.last-m.first > 1 && s.is(m.first-1, "the") && !(s.tag(m.last, "NOUN", "PROPN") && s.next(m.last))
}

// located reports whether a name stands where hardly anything but a place does:
// "near Abu Sund", but not "in Abu Sund's".
func (s *sentence) located(m *mention) bool {
	return within[s.key(m.first-1)] && s.next(m.first) && !s.words[m.last-1].Possessive
}

// titleBefore is how many words the title takes that ends before a word.
func (s *sentence) titleBefore(w int) int {
	if w == 0 || !s.next(w) || s.words[w-1].Possessive {
		return 0
	}
	for n := min(4, w); n > 0; n-- {
		if title, m := actors.TitleAt(s.words[w-n:]); m == n && (title.Person != stemma.PersonWitness || s.words[w-n].Form != actors.Small) {
			return n
		} else if m == n && s.tag(w-n, "NOUN", "PROPN") {
			return n
		}
	}
	return 0
}

// age reports whether an age stands at a word behind a comma: ", 52,".
func (s *sentence) age(w int) bool {
	if w >= len(s.words) || !s.words[w].Break || s.words[w].Form != actors.Figure || s.words[w].Len() > 2 {
		return false
	}
	return w+1 == len(s.words) || s.words[w+1].Break
}

// apposed reports whether an office stands in apposition at a word: ", a
// spokesman for", ", the town's mayor".
func (s *sentence) apposed(w int) bool {
	_, ok := s.office(w)
	return ok
}

// office is the word of the title that stands in apposition behind a name. On
// pages that lost their commas "a" and "an" do for one.
func (s *sentence) office(w int) (int, bool) {
	const farthest = 9
	if w >= len(s.words) || !s.words[w].Break && !s.is(w, "a", "an") {
		return 0, false
	}
	for at := w; at < min(len(s.words), w+farthest); at++ {
		if at > w && s.words[at].Break || s.tag(at, "VERB", "AUX", "PRON") && !s.is(at, "its", "his", "her", "their") {
			return 0, false
		}
		if s.smallTitle(at) {
			return at, true
		}
		if s.is(at, "of", "for", "in", "at", "and") {
			return 0, false
		}
	}
	return 0, false
}

// smallTitle reports whether a title in small letters stands at a word, not as whose
// something is: "mayor", but not "the mayor's house".
func (s *sentence) smallTitle(at int) bool {
	_, n := actors.TitleAt(s.words[at:])
	end := at + n - 1
	return n > 0 && s.words[at].Form == actors.Small && s.tag(end, "NOUN", "PROPN") && !s.words[end].Possessive
}

// speaks reports whether a name speaks or is spoken to: it is the subject of a
// word of saying, or stands behind "told" or "according to".
func (s *sentence) speaks(m *mention) bool {
	if s.is(m.first-1, "told") || s.told(m) {
		return true
	}
	at := s.phrase(s.head(m.first, m.last))
	if at < 0 || !strings.HasPrefix(s.Tokens[at].Relation, "nsubj") {
		return false
	}
	return says(s.governor(at))
}

// told reports whether a name stands behind "according to".
func (s *sentence) told(m *mention) bool {
	w := m.first - 1
	if s.is(w, "the") {
		w--
	}
	return s.is(w, "to") && s.is(w-1, "according")
}

// governor is the token that governs another; a zero token for a root.
func (s *sentence) governor(at int) stemma.Token {
	if at < 0 || at >= len(s.Tokens) || s.Tokens[at].Head < 0 || s.Tokens[at].Head >= len(s.Tokens) {
		return stemma.Token{Head: stemma.Root}
	}
	return s.Tokens[s.Tokens[at].Head]
}

// says reports whether a token is a word of saying.
func says(t stemma.Token) bool {
	for _, reporter := range lexicon.Reporters(t.Lemma) {
		if len(reporter.Words) == 1 && (reporter.Adjective == (t.Tag == "ADJ")) && reporter.Kind != lexicon.Showing {
			return true
		}
	}
	return false
}

// placed is how much the words around a name say that it is a place, or only that
// after which a house or a brigade is called.
func (s *sentence) placed(m *mention) int {
	n := 0
	before := m.first - 1
	if s.is(before, "the") {
		before--
	}
	if locative[s.key(before)] && s.next(m.first) {
		n += 2
	}
	behind := (geographic[s.key(m.last)] || houses[s.key(m.last)]) && s.next(m.last)
	if s.is(before, "of") && geographic[s.key(before-1)] || behind && s.words[m.last].Form != actors.Small {
		n += 4
	}
	if behind || geographic[s.key(before)] && s.next(m.first) {
		n += 3
	}
	return n
}

// actor reports whether a run names an actor.
func (r *run) actor() bool {
	switch {
	case r.kind != "" && r.person < 4:
		return true
	case len(r.keys) == 1:
		return r.person >= 4 && r.person > r.place || r.speaks > 0 && r.person > r.place
	}
	return r.person >= 2 && r.person > r.place
}

// isPerson reports whether a run names a person. A single name that merely
// speaks is more often a firm's, a paper's or a town's.
func (r *run) isPerson() bool {
	if len(r.keys) == 1 && r.person < 4 {
		return r.single && !r.short
	}
	return r.kind == "" && !r.short || r.person >= 4
}
