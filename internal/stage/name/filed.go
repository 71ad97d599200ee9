package name

import (
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
	"stemma/internal/reference/gazetteer"
)

// filed is the state that a page is filed from and where most of what it tells of takes
// place, whose government and police need no word to say whose they are; nil if the page
// has no dateline or tells of things elsewhere.
//
//	"TORVIK CITY — Arvonia shut the road to Haur. The government …" → Marlen's, where Haur lies
//	"TORVIK CITY — Arvonia shelled its own port of Sund. The government …" → nil
func (p *page) filed() *actors.State {
	if p.located {
		return p.from
	}
	p.located = true
	if state := p.origin(); state != nil && p.happensIn(state.Entry().Country) {
		p.from = state
	}
	return p.from
}

// origin is the state of the dateline: one that it names, else that of its town.
func (p *page) origin() *actors.State {
	for _, s := range p.sentences {
		if s.region != stemma.RegionTitle && s.region != stemma.RegionByline {
			return p.stateOfLine(s, s.line(p.r.Text))
		}
	}
	return nil
}

// line is how many words at the head of a sentence are a dateline, which a dash closes,
// or in capitals a colon; 0 if there is none.
//
//	"HAUR, Marlen, 3 May (Meridian) – Two men …" → 5; "HAUR: Two men …" → 1
func (s *sentence) line(text stemma.Text) int {
	const longest = 12
	for w := 0; w < min(longest, len(s.words)) && s.words[w].Form != actors.Small; w++ {
		end := s.End
		if w+1 < len(s.words) {
			end = s.words[w+1].Start
		}
		between := string(text[s.words[w].End:end])
		dash := strings.ContainsAny(between, "-–—") && strings.Contains(between, " ")
		if dash || strings.HasPrefix(between, ":") && s.dateline(&mention{first: 0}) {
			return w + 1
		}
	}
	return 0
}

// stateOfLine is the state of a dateline of some words.
func (p *page) stateOfLine(s *sentence, end int) *actors.State {
	for w := range end {
		if state, n := p.book.State(s.words[w:end]); n > 0 {
			return state
		}
	}
	town := 0
	for town < end && (town == 0 || s.next(town)) {
		town++
	}
	if town == 0 {
		return nil
	}
	if state, n := p.book.Seat(s.words[:town]); n > 0 {
		return state
	}
	match, _ := p.places.Likeliest(p.r.Words(s.span(0, town)))
	return p.book.StateNamed(match.Country)
}

// happensIn reports whether a country has the most of the places in which a page says
// that something is, and one at least.
func (p *page) happensIn(country string) bool {
	here, there := 0, map[string]int{}
	for _, s := range p.sentences {
		for w := range s.words {
			if countries := p.countriesAt(s, w); countries[country] {
				here++
			} else {
				for other := range countries {
					there[other]++
				}
			}
		}
	}
	for _, n := range there {
		if n > here {
			return false
		}
	}
	return here > 0
}

// countriesAt are those that have a place of the name behind a word of place, or bear it.
func (p *page) countriesAt(s *sentence, w int) map[string]bool {
	end := w + 1
	for end < len(s.words) && s.next(end) && s.words[end].Form == actors.Capital && end < w+4 {
		end++
	}
	if !locative[s.key(w)] || end == w+1 {
		return nil
	}
	out := map[string]bool{}
	if state, n := p.book.State(s.words[w+1 : end]); n > 0 {
		out[state.Entry().Country] = true
		return out
	}
	for _, match := range p.places.Find(p.r.Words(s.span(w+1, end))) {
		if match.Form <= gazetteer.FormOther {
			out[match.Country] = true
		}
	}
	return out
}

// rules reports whether "the government" may be of a state of which a page has spoken
// before, on one filed from some state.
func (p *page) rules(a *actor, d *description, filed *actors.State) bool {
	if a.Country == filed.Entry().Country {
		return !p.foreign(d, filed)
	}
	return a.nouns["class government"]
}

// seatedIn is the state whose body a description is by the place right beside it.
//
//	"the government in Torvik City", "In Torvik City, the army said" → Arvonia's
func (p *page) seatedIn(d *description) *actors.State {
	s, end := d.sentence, d.first
	if s.is(end-1, "the") {
		end--
	}
	if d.loose() {
		return nil
	}
	if state, n := p.stateAt(s, d.last); n > 0 {
		return state
	}
	if state, n := p.stateAt(s, 0); n > 0 && n == end {
		return state
	}
	return nil
}

// stateAt is the state that "in" at a word puts something into, by its name or its seat,
// and how many words say so.
func (p *page) stateAt(s *sentence, w int) (*actors.State, int) {
	if !s.is(w, "in") || !s.next(w+1) {
		return nil, 0
	}
	state, n := p.book.State(s.words[w+1:])
	if seat, m := p.book.Seat(s.words[w+1:]); m > n {
		state, n = seat, m
	}
	if n == 0 || s.words[w+n].Possessive {
		return nil, 0
	}
	return state, n + 1
}

// foreign reports whether a description may mean a body of another state than the one a
// page is filed from: armies and foreign ministries act abroad, police and courts at home.
//
//	"HAUR — Arvonia struck the port. The army said it hit a depot. The police …" → open; Marlen's
//	"HAUR — The Arvonian army shelled the port. The junta denied it."            → not Marlen's
func (p *page) foreign(d *description, filed *actors.State) bool {
	ruling := d.force.IsState() && !juntas[d.noun]
	if ruling || !d.force.IsState() && !reaching[d.force.Key()] {
		return false
	}
	a, _ := p.inView(d.mention, 3, func(a *actor, at *mention) bool {
		acts := a.Kind == stemma.KindState && !juntas[d.noun] || a.body == "military"
		return acts && a.Country != filed.Entry().Country
	})
	return a != nil
}

var (
	reaching = lists.Set("reaching")
	juntas   = lists.Set("juntas")
)

// byAdjective is the state of the only adjective of a nation in the sentence before a
// mention; nil if there is none, or several.
func (p *page) byAdjective(m *mention) *actor {
	if m.sentence.index == 0 {
		return nil
	}
	var only *actors.State
	before := p.sentences[m.sentence.index-1]
	for w := range before.words {
		state, n := p.book.Adjective(before.words[w:])
		if n == 0 || before.words[w].Form != actors.Capital || state == only {
			continue
		}
		if only != nil {
			return nil
		}
		only = state
	}
	if only == nil {
		return nil
	}
	return p.entryActor(only.Entry())
}
