package chronicle

import (
	"slices"
	"strings"
	"time"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// Anchor gives events their times from what is told around them, and from the
// dated sentences that a person supplied. An event that says what an anchor says
// is dated by it; a page that speaks of "the second day" of it, or of the Thursday
// after it, is a page of that day, and what else it tells was by then.
//
//	anchor "Orvane began air strikes in Nurash" = 4 June, a Tuesday
//	"a second day of air strikes by Orvane" → 5 June
//	"Orvane's jets bombed a depot." → 4 to 5 June
//	"Troops arrived in the capital." → until 5 June
func Anchor(r *stemma.Reading) {
	happenings(r)
	timeline(r)
	news(r)
	for _, a := range r.Anchored {
		if m := newMooring(r, a); m != nil {
			m.date()
		}
	}
}

// A mooring is a page as one anchor holds it.
type mooring struct {
	r       *stemma.Reading
	anchor  stemma.Anchor
	same    []bool     // by event: it says what the anchor says
	horizon stemma.Day // the day of the page, as far as the anchor tells it
	dated   bool       // the page has a day of publication of its own
}

func newMooring(r *stemma.Reading, a stemma.Anchored) *mooring {
	if a.Reading == nil || a.Anchor.Date == 0 {
		return nil
	}
	m := &mooring{r: r, anchor: a.Anchor, same: make([]bool, len(r.Events))}
	latest, basis := (&chronicle{r: r}).report()
	m.dated = basis == stemma.BasisPublication
	if latest != 0 && latest < a.Anchor.Date {
		return nil
	}
	l := newLikeness(a.Reading, r)
	for i := range r.Events {
		m.same[i] = l.event(r, &r.Events[i])
	}
	m.spread()
	if !slices.Contains(m.same, true) {
		return nil
	}
	return m
}

// A likeness is what an anchor's sentence says: acts, parties, countries.
type likeness struct {
	types     []string
	words     map[string]bool // lemmas of its nouns and verbs
	names     map[string]bool // its names, but for those of places
	books     []string
	countries []string
	places    []string // countries in which it puts what it says
}

// general are words that say of no act what it is.
var general = lists.Set("general")

func newLikeness(of, page *stemma.Reading) likeness {
	l := likeness{words: map[string]bool{}, names: map[string]bool{}}
	for i := range of.Syntax.Sentences {
		l.read(of, &of.Syntax.Sentences[i])
	}
	for _, a := range of.Actors {
		l.books, l.countries = append(l.books, a.Book), append(l.countries, a.Country)
	}
	for _, p := range of.Places {
		if !p.Adjective && !slices.Contains(l.countries, p.Place.Country) {
			l.places = append(l.places, p.Place.Country)
		}
	}
	for _, e := range of.Events {
		l.types = append(l.types, e.Type)
	}
	for i := range page.Events { // a short sentence may be coded otherwise than a page; its words are the same
		if e := &page.Events[i]; l.words[TriggerLemma(page, e)] && l.party(page, e) {
			l.types = append(l.types, e.Type)
		}
	}
	return l
}

// read takes the words of a sentence; a name behind a preposition is a place.
func (l likeness) read(r *stemma.Reading, s *stemma.Sentence) {
	for i, t := range s.Tokens {
		switch lemma := lexicon.Lower(t.Lemma); {
		case t.Tag == "PROPN" && s.Child(i, "case") < 0:
			l.names[lexicon.Lower(r.Words(t.Span))] = true
		case (t.Tag == "NOUN" || t.Tag == "VERB") && !general[lemma]:
			l.words[lemma] = true
		}
	}
}

// TriggerLemma is the word of an event: "shell" of "shelled", "" outside the sentences.
func TriggerLemma(r *stemma.Reading, e *stemma.Event) string {
	at := r.Syntax.SentenceAt(e.Trigger.Start)
	if at < 0 {
		return ""
	}
	s := &r.Syntax.Sentences[at]
	if i := s.TokenAt(e.Trigger.Start); i >= 0 {
		return lexicon.Lower(s.Tokens[i].Lemma)
	}
	return ""
}

// event reports whether an event says what the anchor says: the same sort of act,
// done and not to come, by a party of the anchor's, nowhere else.
func (l likeness) event(r *stemma.Reading, e *stemma.Event) bool {
	c := newChronicle(r, e.Trigger)
	if !slices.Contains(l.types, e.Type) || !told(*e) || c.coming() || l.elsewhere(r, e) {
		return false
	}
	if len(e.Actors) == 0 {
		return l.words[TriggerLemma(r, e)] || l.subject(r, e)
	}
	return l.party(r, e)
}

// party reports whether one of an event's actors is the anchor's, or of its country,
// or is called by a name that the anchor gives.
func (l likeness) party(r *stemma.Reading, e *stemma.Event) bool {
	for _, role := range e.Actors {
		for _, word := range strings.Fields(lexicon.Lower(r.Words(role.Span))) {
			if l.names[strings.TrimSuffix(word, "'s")] {
				return true
			}
		}
		a := r.Actor(role.Actor)
		if a != nil && (a.Book != "" && slices.Contains(l.books, a.Book) || a.Country != "" && slices.Contains(l.countries, a.Country)) {
			return true
		}
	}
	return false
}

// subject reports whether the clause of an event begins with the anchor's act:
// "The strikes also hit a mill."
func (l likeness) subject(r *stemma.Reading, e *stemma.Event) bool {
	at := r.Syntax.SentenceAt(e.Trigger.Start)
	if at < 0 {
		return false
	}
	for _, t := range r.Syntax.Sentences[at].Tokens {
		if t.Start >= e.Clause.Start && t.Start < e.Trigger.Start && t.Tag == "NOUN" && l.words[lexicon.Lower(t.Lemma)] {
			return true
		}
	}
	return false
}

// elsewhere reports whether the clause itself names a place in no country of the
// anchor's.
func (l likeness) elsewhere(r *stemma.Reading, e *stemma.Event) bool {
	away := false
	for _, role := range e.Places {
		p := r.Place(role.Place)
		if p == nil || p.Place.Country == "" || !e.Clause.Contains(p.Span) {
			continue
		}
		if slices.Contains(l.places, p.Place.Country) {
			return false
		}
		away = true
	}
	return away && len(l.places) > 0
}

// spread lets an act of the same type in the same sentence be the same: "struck by
// twenty rockets in two raids".
func (m *mooring) spread() {
	events := m.r.Events
	for i := range events {
		for k := range events {
			if m.same[k] && !m.same[i] && events[i].Type == events[k].Type && len(events[i].Actors) == 0 && told(events[i]) &&
				m.r.Syntax.SentenceAt(events[i].Trigger.Start) == m.r.Syntax.SentenceAt(events[k].Trigger.Start) {
				m.same[i] = true
			}
		}
	}
}

// date gives the events of the page their times.
func (m *mooring) date() {
	days := m.ordinals()
	m.horizon = m.anchor.Date + 1
	for _, day := range days {
		m.horizon = max(m.horizon, day)
	}
	m.weekdays()
	for i := range m.r.Events {
		e := &m.r.Events[i]
		day, ok := days[m.r.Syntax.SentenceAt(e.Trigger.Start)]
		if e.When.Closed() || !told(*e) {
			if m.same[i] && ok && told(*e) {
				m.square(e, day)
			}
			continue
		}
		switch {
		case m.same[i] && ok:
			m.set(e, day, day, stemma.PrecisionDay)
			m.square(e, day)
		case m.same[i]:
			m.set(e, m.anchor.Date, m.horizon, stemma.PrecisionDays)
		case !m.dated:
			m.other(e)
		}
	}
}

// square widens the day of an event whose sentence names a weekday that is not the
// day to which the count from the anchor comes: both cannot be, neither is taken, and
// a note says so.
//
//	anchor "Orvane bombed the port" = Tuesday 4 June; "bombed it for a second day on Friday" → 5 to 7 June
func (m *mooring) square(e *stemma.Event, day stemma.Day) {
	sentence := m.r.Syntax.Sentences[m.r.Syntax.SentenceAt(e.Trigger.Start)]
	for _, t := range m.r.Times {
		_, weekday := lexicon.Time(lexicon.TimeWeekday, lexicon.Lower(m.r.Words(t.Span)))
		if !sentence.Contains(t.Span) || !weekday {
			continue
		}
		named := m.weekday(t.Value)
		if t.Interval.Closed() {
			named = t.Interval.Latest
		}
		if latest, _ := (&chronicle{r: m.r}).report(); named != 0 && named != day && (latest == 0 || day <= latest) {
			m.set(e, min(day, named), max(day, named), stemma.PrecisionDays)
			m.r.Note(stemma.LayerEvents, t.Span, "this weekday is not the day that is counted from the anchor; the days between are kept")
		}
		return
	}
}

func (m *mooring) set(e *stemma.Event, first, last stemma.Day, precision stemma.TimePrecision) {
	e.When = stemma.Interval{Earliest: first, Latest: last, Precision: precision, Basis: stemma.BasisAnchor, Words: e.When.Words, Anchor: m.anchor.Sentence}
}

// ordinals are the days that "a second day of air strikes" comes to, by sentence.
func (m *mooring) ordinals() map[int]stemma.Day {
	out := map[int]stemma.Day{}
	for i := range m.r.Events {
		at := m.r.Syntax.SentenceAt(m.r.Events[i].Trigger.Start)
		if !m.same[i] || at < 0 {
			continue
		}
		for _, t := range m.r.Times {
			if n := nth(m.r.Words(t.Span)); n > 0 && m.r.Syntax.Sentences[at].Contains(t.Span) {
				out[at] = m.anchor.Date + stemma.Day(n-1)
			}
		}
	}
	return out
}

// nth is the number of "a second day", 0 of any other time.
func nth(words string) int {
	fields := strings.Fields(lexicon.Lower(words))
	if len(fields) < 2 || fields[len(fields)-1] != "day" {
		return 0
	}
	for _, word := range fields {
		if n := lexicon.Ordinal(word); n > 0 {
			return n
		}
	}
	return 0
}

// weekdays moves the day of the page to the last weekday that it names without a
// date, each taken for the next one from the anchor on.
func (m *mooring) weekdays() {
	for _, t := range m.r.Times {
		if m.r.Syntax.SentenceAt(t.Span.Start) < 0 || t.Interval.Closed() {
			continue
		}
		if day := m.weekday(t.Value); day != 0 {
			m.horizon = max(m.horizon, day)
		}
	}
}

// weekday is the day of a value such as XXXX-WXX-4, 0 of any other.
func (m *mooring) weekday(value string) stemma.Day {
	rest, ok := strings.CutPrefix(value, "XXXX-WXX-")
	if !ok || len(rest) == 0 || rest[0] < '1' || rest[0] > '7' {
		return 0
	}
	want := time.Weekday(rest[0]-'0') % 7
	return m.anchor.Date + stemma.Day((int(want)-int(m.anchor.Date.Weekday())+7)%7)
}

// other dates an event that is not the anchor's on a page without a date: by its
// own words, counted from the day of the page; else it was by then.
func (m *mooring) other(e *stemma.Event) {
	for _, t := range m.r.Times {
		if t.Span != e.When.Words || e.When.Words.Empty() {
			continue
		}
		if day := m.weekday(t.Value); day != 0 {
			m.set(e, day, day, stemma.PrecisionDay)
			return
		}
		if first := m.thisYear(t); first != 0 {
			m.set(e, first, m.horizon, stemma.PrecisionYear)
			return
		}
	}
	if e.When.Latest == 0 || e.When.Latest > m.horizon {
		m.set(e, 0, m.horizon, stemma.PrecisionUnknown)
	}
}

// thisYear is the first day of the year of the page, if a time is said to lie in it.
func (m *mooring) thisYear(t stemma.TimeExpression) stemma.Day {
	if words := lexicon.Lower(m.r.Words(t.Span)); t.Value != "XXXX" || !strings.HasSuffix(words, "this year") {
		return 0
	}
	return stemma.NewDay(m.horizon.Time().Year(), 1, 1)
}
