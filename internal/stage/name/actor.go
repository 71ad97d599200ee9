package name

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/actors"
)

// An actor is one of the page's, as far as it is known yet.
type actor struct {
	stemma.Actor
	words    []string        // of the fullest name
	titles   map[string]bool // by which the page calls a person: "minister"
	nouns    map[string]bool // by which it calls others, with their classes: "rebels", "class fighters"
	gender   actors.Gender
	plural   bool
	counted  bool   // some of a group, told by their number: "six rebels"
	body     string // of a state's body, which: "military"
	entries  []*actors.Entry
	mentions []*mention
	leads    []*actor // bodies that it leads or speaks for, by the book or the page
	voices   []*actor
	of       []*actor
	people   []*actor // of a body: those who are something to it
}

// person reports whether the actor is a person.
func (a *actor) person() bool { return a.Kind == stemma.KindPerson }

// give makes a mention one of an actor's.
func (a *actor) give(m *mention) {
	m.who = a
	a.mentions = append(a.mentions, m)
	if !a.person() {
		for n := min(3, m.last-m.first); n > 0; n-- {
			if group, length := actors.GroupAt(m.sentence.words[m.last-n : m.last]); length == n {
				a.nouns["class "+group.Class] = true
				if m.last-m.first > n && !group.Single {
					a.nouns[m.sentence.key(m.last-1)] = true // "Salt Guard rebels"
				}
			}
		}
	}
}

// newActor is an actor that the page has from now on.
func (p *page) newActor(kind stemma.ActorKind, name string) *actor {
	a := &actor{titles: map[string]bool{}, nouns: map[string]bool{}}
	a.Kind, a.Name = kind, name
	p.actors = append(p.actors, a)
	return a
}

// entryActor is the actor of an entry of the book.
func (p *page) entryActor(e *actors.Entry) *actor {
	if a := p.byKey[e.Key]; a != nil {
		return a
	}
	a := p.newActor(e.Kind, e.Name)
	a.Book, a.Country = e.Key, e.Country
	p.byKey[e.Key] = a
	if plain, _, ok := strings.Cut(e.Key, "@"); ok {
		p.since[plain] = e.Key
	}
	_, a.body, _ = strings.Cut(e.Key, "/")
	a.body, _, _ = strings.Cut(a.body, "@")
	var words []string
	for _, word := range actors.Words(stemma.Text(e.Name), stemma.Span{End: len(e.Name)}) {
		words = append(words, word.Key)
	}
	p.call(a, words)
	a.plural = plural(a)
	a.entries = p.holding(e)
	if len(a.entries) == 1 || p.day != 0 {
		a.MemberOf, a.LeaderOf, a.SpeaksFor = a.entries[0].MemberOf, a.entries[0].LeaderOf, a.entries[0].SpeaksFor
		a.Serves = p.serves(a.entries[0])
	}
	p.office(a)
	return a
}

// serves is the state whose office a person holds by the book, or which a person or
// a medium speaks for; "" if none or if it is a body of several states.
//
//	"Sergey Lavrov" → RU; SANA, on a page that does not name Syria → SY; "Jens Stoltenberg" → none
func (p *page) serves(e *actors.Entry) string {
	if e.Kind != stemma.KindPerson && e.Kind != stemma.KindAgency && e.Kind != stemma.KindOutlet {
		return ""
	}
	body := cmp.Or(e.SpeaksFor, e.LeaderOf, e.MemberOf)
	found := p.book.Lookup(body)
	if body == "" || len(found) == 0 {
		return ""
	}
	switch found[0].Kind {
	case stemma.KindState, stemma.KindGovernment, stemma.KindStateForce:
		return found[0].Country
	}
	return ""
}

// call notes the words of an actor's name.
func (p *page) call(a *actor, words []string) {
	for _, word := range words {
		if a.person() && len(words) > 1 && !slices.Contains(p.bearers[word], a) {
			p.bearers[word] = append(p.bearers[word], a)
		}
	}
	a.words = words
}

// holding are the entries of an actor that hold on the day of the page; all if
// the day is unknown or none does.
func (p *page) holding(e *actors.Entry) []*actors.Entry {
	all := p.book.Entries(e.Key)
	if len(all) == 0 {
		return []*actors.Entry{e}
	}
	out := slices.DeleteFunc(slices.Clone(all), func(e *actors.Entry) bool { return !e.Holds(p.day) })
	if len(out) == 0 {
		return all
	}
	return out
}

// office is what the book's note says of a person: "spokesman" makes a
// spokesperson.
func (p *page) office(a *actor) {
	if !a.person() {
		return
	}
	for _, e := range a.entries {
		for _, title := range titlesIn(e.Note) {
			a.titled(title)
		}
	}
	if len(a.words) > 0 && a.gender == "" {
		a.gender, _ = actors.Given(actors.Word{Key: a.words[0]})
	}
}

// A called is a title with its noun and the word that tells the office from others of
// that noun: "prime" and "interior" of ministers; "" if none does.
type called struct {
	actors.Title
	words  string
	office string
}

// officeIn is the word that tells an office from others among some words; "" if none does.
//
//	"the interior minister", "Minister of the Interior" → interior
func officeIn(words []actors.Word) string {
	for _, word := range words {
		if offices[word.Key] {
			return strings.Replace(word.Key, "defense", "defence", 1)
		}
	}
	return ""
}

var (
	offices = lists.Set("offices")
	higher  = lists.Set("higher offices")
)

// titlesIn are the titles in a note, in its order.
func titlesIn(note string) []called {
	words := actors.Words(stemma.Text(note), stemma.Span{End: len(note)})
	var out []called
	for w := 0; w < len(words); w++ {
		if title, n := actors.TitleAt(words[w:]); n > 0 {
			out = append(out, called{title, words[w+n-1].Key, officeIn(words[w : w+n])})
			w += n - 1
		}
	}
	return out
}

// personRank orders the kinds of person by how much they tell.
var personRank = map[stemma.PersonKind]int{
	stemma.PersonSpokesperson: 6, stemma.PersonCommander: 5, stemma.PersonOffice: 4, stemma.PersonJournalist: 3,
	stemma.PersonVictim: 2, stemma.PersonWitness: 1,
}

// titled adds what a title says of a person.
func (a *actor) titled(t called) {
	if t.office != "" {
		a.titles[t.office+" "+t.words] = true
	}
	if !higher[t.office] {
		a.titles[t.words] = true
	}
	if t.Gender != "" {
		a.gender = t.Gender
	}
	if a.Person == "" || personRank[t.Person] > personRank[a.Person] && t.Person != stemma.PersonOther {
		a.Person = t.Person
	}
}

// plural reports whether "they" may stand for a body; for persons never.
func plural(a *actor) bool {
	switch a.Kind {
	case stemma.KindPerson, stemma.KindAgency, stemma.KindOutlet, stemma.KindState:
		return false
	}
	return true
}

// last is the surname of a person's name.
func (a *actor) last() string {
	if len(a.words) == 0 {
		return ""
	}
	return a.words[len(a.words)-1]
}
