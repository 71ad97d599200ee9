package name

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
)

// findNames goes through every sentence and takes the longest name at each word.
func (p *page) findNames() {
	for _, s := range p.sentences {
		for w := 0; w < len(s.words); {
			m := p.nameAt(s, w)
			if m == nil {
				w++
				continue
			}
			p.mentions = append(p.mentions, m)
			w = m.last
		}
	}
}

// nameAt is the name that begins at a word, nil if none does: by the book before
// the page's own, and the longer before the shorter.
func (p *page) nameAt(s *sentence, w int) *mention {
	best := p.bookName(s, w)
	if body := p.body(s, w); body != nil && (best == nil || body.last > best.last) {
		best = body
	}
	if best == nil {
		best = cmp.Or(p.stateName(s, w), p.fuller(s, w))
	}
	if run := p.runAt(s, w); run != nil && (best == nil || run.last > best.last && run.run.kind != "") {
		best = run
	}
	if best == nil || s.modifies(best) {
		return nil
	}
	p.extend(best)
	return best
}

// fuller is a person of the book with a first name before the two by which the
// book knows them; nil if no such name begins at a word.
//
//	"Abedrabbo Mansour Hadi", of whom the book says "Mansour Hadi"
func (p *page) fuller(s *sentence, w int) *mention {
	if s.words[w].Form != actors.Capital || s.words[w].Possessive || !s.tag(w, "PROPN") || s.titleAt(w) > 0 || !s.next(w+1) {
		return nil
	}
	m := p.bookName(s, w+1)
	if m == nil || m.last-m.first < 2 || m.entries[0].Kind != stemma.KindPerson {
		return nil
	}
	m.first = w
	m.Span = s.span(m.first, m.last)
	return m
}

// modifies reports whether a name only tells what sort something is, as one
// joined by a hyphen does: of "Iran-backed fighters" Iran is no part.
func (s *sentence) modifies(m *mention) bool {
	if m.last < len(s.words) && s.words[m.last].Hyphen && s.words[m.last].Form == actors.Small {
		return true
	}
	before := m.first - 1
	return before >= 0 && s.words[m.first].Hyphen && s.words[before].Form == actors.Small &&
		!actors.Particle(s.key(before)) && !s.is(before, "ex")
}

// mention is a mention by name from one word to the one before another.
func (s *sentence) mention(first, last int, name nameKind) *mention {
	return &mention{Span: s.span(first, last), sentence: s, first: first, last: last, form: stemma.FormName, name: name}
}

// bookName is the name of the book that begins at a word.
func (p *page) bookName(s *sentence, w int) *mention {
	find := p.book.Find(s.words[w:])
	if find.Words == 0 {
		find = p.bare(s, w)
	}
	if find.Words == 0 {
		return nil
	}
	m := s.mention(w, w+find.Words, byBook)
	m.entries, m.acronym = find.Entries, find.Acronym
	if find.Entries[0].Kind == stemma.KindState && !p.government(m) {
		m.name = byState
	}
	if (find.Shy() || s.shouted(m)) && !s.speaks(m) {
		return nil
	}
	return m
}

// bare is the name of the book whose possessive lost its apostrophe: "the Salt
// Guards boats". A name of one word needs a small word behind it, for it may be
// another's in the plural.
func (p *page) bare(s *sentence, w int) actors.Find {
	for n := 1; n <= 5 && w+n <= len(s.words) && (n == 1 || s.next(w+n-1)); n++ {
		last := s.words[w+n-1]
		stem, ok := strings.CutSuffix(last.Key, "s")
		if !ok || len(stem) < 4 || last.Form != actors.Capital || n == 1 && (!s.next(w+1) || s.words[w+1].Form != actors.Small) {
			continue
		}
		words := slices.Clone(s.words[w : w+n])
		words[n-1].Key = stem
		if find := p.book.Find(words); find.Words == n && !find.Shy() {
			return find
		}
	}
	return actors.Find{}
}

// shouted reports whether a name may be a common word in a line of capitals:
// "US" there may be "us".
func (s *sentence) shouted(m *mention) bool {
	return s.headline && m.acronym && len(s.key(m.first)) < 3
}

// government reports whether a name of a state says that its government is
// meant: "the Marlen administration".
func (p *page) government(m *mention) bool {
	for w := m.first; w < m.last; w++ {
		if force, n := p.book.Force(m.sentence.words[w:m.last]); n > 0 && force.IsState() {
			return true
		}
	}
	return false
}

// body is the body of a state that begins at a word.
//
//	"Arvonian government troops"   adjective and form
//	"Arvonia's army"               possessive and form
//	"Ministry of War of Arvonia"   form, "of" and the state
func (p *page) body(s *sentence, w int) *mention {
	if m := p.bodyAfter(s, w); m != nil {
		return m
	}
	force, n := p.book.Force(s.words[w:])
	if n == 0 || !s.is(w+n, "of") || !s.next(w+n) {
		return nil
	}
	at := w + n + 1
	if s.is(at, "the") {
		at++
	}
	if at >= len(s.words) {
		return nil
	}
	if state, length := p.nation(s.words[at:]); state != nil && s.words[at].Form != actors.Small {
		m := s.mention(w, at+length, byBody)
		p.setBody(m, state, force)
		return m
	}
	return nil
}

// nation is the state whose name or seat words begin with.
func (p *page) nation(words []actors.Word) (*actors.State, int) {
	state, n := p.book.State(words)
	if seat, m := p.book.Seat(words); m > n {
		return seat, m
	}
	if n == 0 {
		if find := p.book.Find(words); find.Words > 0 && find.Entries[0].Kind == stemma.KindState {
			return p.book.StateNamed(find.Entries[0].Name), find.Words
		}
	}
	return state, n
}

// bodyAfter is a body whose state stands before it.
func (p *page) bodyAfter(s *sentence, w int) *mention {
	state, n := p.stateBefore(s.words[w:])
	if state == nil || w+n >= len(s.words) {
		return nil
	}
	if s.is(w+n, "and", "or") && s.next(w+n) {
		return p.sharedBody(s, w, n, state)
	}
	for at := w + n; at < len(s.words) && at < w+n+3 && s.next(at) && !s.words[at].Hyphen; at++ {
		if force, length := p.book.Force(s.words[at:]); length > 0 {
			if s.verb(at, length) {
				return nil
			}
			m := s.mention(w, at+length, byBody)
			p.setBody(m, state, force)
			m.nation = state
			return m
		}
		if !fillers[s.key(at)] {
			return nil
		}
	}
	return nil
}

// stateBefore is the state that words before a body name, in how many words.
//
//	"Arvonian army", "Arvonia army" → Arvonia
func (p *page) stateBefore(words []actors.Word) (*actors.State, int) {
	state, n := p.book.Adjective(words)
	if other, m := p.nation(words); m > n {
		state, n = other, m
	}
	if state == nil {
		return p.stripped(words)
	}
	return state, n
}

// sharedBody is the body of the first of two states that share its word:
// "Arvonian and Marlenian troops" → the Arvonian military.
func (p *page) sharedBody(s *sentence, w, n int, state *actors.State) *mention {
	next := w + n + 1
	if next >= len(s.words) || !s.next(next) {
		return nil
	}
	if other, _ := p.book.Adjective(s.words[next:]); other == nil {
		return nil
	}
	second := p.bodyAfter(s, next)
	if second == nil {
		return nil
	}
	for at := next; at < second.last; at++ {
		if force, length := p.book.Force(s.words[at:]); length > 0 && at+length == second.last {
			m := s.mention(w, w+n, byBody)
			p.setBody(m, state, force)
			m.nation = state
			return m
		}
	}
	return nil
}

// fillers may stand between a state and its body without making it another.
var fillers = lists.Set("fillers")

// verb reports whether the form of a body is a verb here: "Arvonian forces
// others to flee" is rare, "Arvonia forces a vote" is not.
func (s *sentence) verb(w, n int) bool { return n == 1 && s.tag(w, "VERB") }

// setBody makes a mention one of a state's body, and notes where one name means
// different actors at different times.
//
//	"the Syrian army" on a page of 2025 → SY/military@2024-12-08, and a note that says so
func (p *page) setBody(m *mention, state *actors.State, force *actors.Force) {
	e := force.Of(state, p.day)
	m.entries, m.noun = []*actors.Entry{&e}, force.Key()
	changes := state.Changes()
	if force.Kind() != stemma.KindStateForce || len(changes) == 0 || p.ruled[e.Key] {
		return
	}
	if p.ruled == nil {
		p.ruled = map[string]bool{}
	}
	p.ruled[e.Key] = true
	switch {
	case p.day == 0:
		p.doubt(m.Span, e.Name+": the page has no day, and others took over these forces on "+last(changes).String())
	case e.Until != 0:
		p.doubt(m.Span, e.Name+": as it was on "+p.day.String()+", before others took over on "+e.Until.String())
	default:
		p.doubt(m.Span, e.Name+": as it was on "+p.day.String()+", since "+e.From.String())
	}
}

// last is the last of some days; there is one.
func last(days []stemma.Day) stemma.Day { return days[len(days)-1] }

// stateName is a state's own name, its seat or its people at a word. They count
// only where they act, which is asked when all names are known.
func (p *page) stateName(s *sentence, w int) *mention {
	words := s.words[w:]
	if words[0].Form == actors.Small {
		return nil
	}
	state, n := p.nation(words)
	if n == 0 {
		state, n = p.stripped(words)
	}
	if adjective, m := p.book.Adjective(words); m > n || m == n && m > 0 && p.deed(s, w+m) {
		if adjective == nil || !p.deed(s, w+m) {
			return p.peoples(s, w)
		}
		state, n = adjective, m
	}
	if state == nil {
		return p.peoples(s, w)
	}
	m := s.mention(w, w+n, byState)
	m.entries, m.nation = []*actors.Entry{state.Entry()}, state
	return m
}

// stripped is a state's possessive without its apostrophe, as pages that lost
// their punctuation write it: "Arvonias army".
func (p *page) stripped(words []actors.Word) (*actors.State, int) {
	word := words[0]
	if len(word.Key) < 5 || word.Key[len(word.Key)-1] != 's' || len(words) < 2 || words[1].Form != actors.Small {
		return nil, 0
	}
	word.Key = word.Key[:len(word.Key)-1]
	return p.nation([]actors.Word{word})
}

// deed reports whether a noun of a state's deed begins at a word.
func (p *page) deed(s *sentence, w int) bool {
	if w >= len(s.words) || !s.next(w) || s.words[w].Hyphen || s.tag(w, "VERB") {
		return false
	}
	n, _ := actors.DeedAt(s.words[w:])
	return n > 0
}

var upon = lists.Set("upon")

// scene reports whether a mention is a seat of government that only says where a
// deed was done.
//
//	"the Marlen City bombing", "role in Marlen City attack" → yes
//	"a Marlen City raid on Sull", "Marlen City strike kills three in Sull", "Marlen City's raid" → no
func (p *page) scene(m *mention) bool {
	s := m.sentence
	if seat, n := p.book.Seat(s.words[m.first:]); seat == nil || n != m.last-m.first || s.words[m.last-1].Possessive {
		return false
	}
	n, local := actors.DeedAt(s.words[m.last:])
	return local && !upon[s.key(m.last+n)] && !s.elsewhere(m.last+n)
}

// elsewhere reports whether a place of its own is named after a word: "kills three
// in Sull".
func (s *sentence) elsewhere(w int) bool {
	for ; w+1 < len(s.words); w++ {
		if s.is(w, "in", "at", "near") && s.words[w+1].Form != actors.Small {
			return true
		}
	}
	return false
}

// peoples is a state's people at a word: "Arvonians".
func (p *page) peoples(s *sentence, w int) *mention {
	state, n := p.book.People(s.words[w:])
	if state == nil || !s.tag(w+n-1, "NOUN", "PROPN") || s.of(w+n-1).Relation == "compound" || s.of(w+n-1).Relation == "amod" {
		return nil
	}
	m := s.mention(w, w+n, byState)
	entry := *state.Entry()
	m.entries = []*actors.Entry{{
		Key: entry.Key + "/people", Name: p.r.Words(m.Span), Kind: stemma.KindPeople, Country: entry.Country, Own: entry.Own,
	}}
	return m
}

// extend takes a word for a group's people or gear into the mention of the
// group, and the country whose branch of a body speaks.
//
//	"Salt Guard fighters"   the Salt Guard
//	"Open Ferry Arvonia"    Open Ferry
func (p *page) extend(m *mention) {
	s := m.sentence
	m.words = m.Span
	if p.branch(m) {
		m.last++
		m.Span = s.span(m.first, m.last)
	}
	if m.name != byBook || m.last >= len(s.words) || !s.next(m.last) || s.words[m.last].Hyphen || s.words[m.last-1].Possessive {
		return
	}
	group, n := actors.GroupAt(s.words[m.last:])
	if n == 0 || !members[group.Class] || !armed(m.entries[0].Kind) || s.next(m.last+n) && s.tag(m.last+n, "NOUN", "PROPN") {
		return
	}
	m.last += n
	m.Span = s.span(m.first, m.last)
}

// branch reports whether the word behind a body of many countries is the country
// whose branch it is.
func (p *page) branch(m *mention) bool {
	s := m.sentence
	if m.name != byBook || !s.next(m.last) || m.entries[0].Kind != stemma.KindNGO && m.entries[0].Kind != stemma.KindIGO {
		return false
	}
	state := p.stateName(s, m.last)
	return state != nil && state.last == m.last+1 && !s.words[m.last].Hyphen && !s.words[m.last].Possessive &&
		!(s.next(m.last+1) && s.tag(m.last+1, "NOUN", "PROPN"))
}

// members are the classes of group whose words say no more than the group's name.
var members = lists.Set("members")

// armed reports whether actors of a kind have members and gear of their own.
func armed(kind stemma.ActorKind) bool {
	switch kind {
	case stemma.KindArmedGroup, stemma.KindStateForce, stemma.KindCoalition, stemma.KindParty, stemma.KindIGO:
		return true
	}
	return false
}
