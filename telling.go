package stemma

import (
	"cmp"
	"slices"
	"strings"
)

// A Telling is one event with all that joining needs to know of its document,
// so that joining never has to open a reading.
type Telling struct {
	Document   string
	Event      Event
	Trigger    string // the trigger's lemma, or its words
	Words      string // the clause
	Outlet     string
	Agency     string
	Voice      Party // who publishes it, if the page's books know: a body that issues its own news, a group's radio
	Published  Interval
	Actors     []Party
	Recipients []Party
	Scenes     []Scene
	Unplaced   []Scene // where it was by names that no book has: of the place no more than the name
	Quantities []Count
	Claim      *Claim  // innermost claim that holds it; nil for the own voice
	Speakers   []Party // the claim's source, then those of the claims around it, inmost first
	Beside     []Party // who says it together with the claim's source
	Title      bool    // told in the page's title
	Gist       Gist    // of its page, if it is timeless
}

// Timeless reports whether nothing says when it was, not even when its page was
// published.
func (t *Telling) Timeless() bool { return t.Event.When.Latest == 0 && t.Published.Latest == 0 }

// Scene are the places that the clause itself names; what is carried over from
// other sentences may be another scene, and where a source is from.
//
//	"the governor of Ketha said that two of the wounded had died" → none
func (t *Telling) Scene() []Scene {
	var out []Scene
	for _, s := range t.Scenes {
		if span := s.Words.Span; t.Event.Clause.Contains(span) && !(t.Claim != nil && t.Claim.Source.Span.Contains(span)) {
			out = append(out, s)
		}
	}
	return out
}

// A Party is an actor as joining sees it: by an identity that two documents
// share, and by the body that it belongs to.
type Party struct {
	Actor   string // id in its document, "" if none
	Key     string // identity across documents
	Body    string // identity of the party that it speaks or acts for; Key if none
	Name    string
	Kind    ActorKind
	Person  PersonKind
	Country string
	Span    Span
	Part    string
	Calling string // of who speaks: what the page calls a person beside the name
}

// A Count is a quantity with its words.
type Count struct {
	Quantity
	Words string
	Whose Party // the actor that it belongs to, zero if unknown
}

// Tellings are the events of a reading as joining sees them.
func (r *Reading) Tellings() []Telling {
	var gist Gist
	out := make([]Telling, 0, len(r.Events))
	for i := range r.Events {
		t := r.telling(&r.Events[i])
		if t.Timeless() && gist == nil {
			gist = r.Gist()
		}
		if t.Timeless() {
			t.Gist = gist
		}
		out = append(out, t)
	}
	return out
}

func (r *Reading) telling(e *Event) Telling {
	t := Telling{
		Document: r.Document, Event: *e, Trigger: r.lemma(e.Trigger), Words: r.Words(e.Clause),
		Outlet: r.Publication.Outlet.Name, Agency: r.Publication.Agency.Name, Published: r.Publication.Published,
		Claim: r.Claim(e.Claim), Title: r.RegionAt(e.Trigger.Start).Kind == RegionTitle,
	}
	t.Voice = r.voice()
	for _, role := range e.Actors {
		t.Actors = append(t.Actors, r.party(role))
	}
	for _, role := range e.Recipients {
		if role.Part != Ground {
			t.Recipients = append(t.Recipients, r.party(role))
		}
	}
	for _, p := range e.Places {
		toponym := r.Place(p.Place)
		switch {
		case toponym == nil:
		case toponym.Known():
			t.Scenes = append(t.Scenes, Scene{toponym.Place, p.Role, Quote{r.Document, toponym.Span}})
		default:
			t.Unplaced = append(t.Unplaced, Scene{Place{Name: cmp.Or(toponym.Place.Name, r.Words(toponym.Span))}, p.Role, Quote{r.Document, toponym.Span}})
		}
	}
	ground(t.Actors, t.Scenes)
	ground(t.Recipients, t.Scenes)
	for _, id := range e.Quantities {
		if q := r.Quantity(id); q != nil {
			t.Quantities = append(t.Quantities, r.count(q))
		}
	}
	t.Speakers = r.speakers(t.Claim)
	t.Beside = r.beside(t.Claim)
	return t
}

// speakers follows a claim outwards: who says it, who says that they say it.
func (r *Reading) speakers(c *Claim) []Party {
	var out []Party
	for range len(r.Claims) {
		if c == nil {
			break
		}
		speaker := r.party(Role{Actor: c.Source.Actor, Name: c.Source.Name, Span: c.Source.Span})
		speaker.Calling = r.calling(r.Actor(c.Source.Actor))
		out = append(out, speaker)
		c = r.Claim(c.Parent)
	}
	return out
}

// beside are those who say a claim together with its source, of whom the source
// is the first.
//
//	"two officials and a rebel spokesman said" → a rebel spokesman
func (r *Reading) beside(c *Claim) []Party {
	if c == nil || c.Source.Span.Empty() {
		return nil
	}
	i := r.Syntax.SentenceAt(c.Source.Span.Start)
	if i < 0 {
		return nil
	}
	s := &r.Syntax.Sentences[i]
	var out []Party
	for _, k := range s.Children(s.headOf(c.Source.Span)) {
		if s.Tokens[k].Relation == "conj" && c.Source.Span.Contains(s.Tokens[k].Span) {
			out = append(out, r.conjunct(s, k))
		}
	}
	return out
}

// conjunct is the party that a noun after "and" names with what belongs to it.
func (r *Reading) conjunct(s *Sentence, k int) Party {
	span := s.Tokens[k].Span
	for _, j := range s.Children(k) {
		if relation := s.Tokens[j].Relation; j < k && relation != "cc" && relation != "punct" {
			span = span.Join(s.Subtree(j))
		}
	}
	role := Role{Name: r.Words(span), Span: span}
	if a := r.ActorAt(s.Tokens[k].Span); a != nil {
		role.Actor = a.ID
	}
	out := r.party(role)
	out.Calling = r.calling(r.Actor(role.Actor))
	return out
}

// ground makes offices and forces of a state that the page does not name those of
// the state in which the thing happened.
//
//	"regime troops", "the police", in Azhmir, a town of XA → state:XA
func ground(parties []Party, scenes []Scene) {
	i := slices.IndexFunc(scenes, func(s Scene) bool { return s.Place.Country != "" })
	for k := range parties {
		p := &parties[k]
		if i >= 0 && p.Country == "" && p.Body == Fold(p.Name) && (p.Kind == KindGovernment || p.Kind == KindStateForce) {
			p.Body = "state:" + scenes[i].Place.Country
		}
	}
}

// voice is the party whose words the page prints as its own: the agency that it
// credits, else its outlet.
func (r *Reading) voice() Party {
	if i := slices.IndexFunc(r.Actors, func(a Actor) bool { return a.Issues }); i >= 0 {
		return r.party(Role{Actor: r.Actors[i].ID})
	}
	name := cmp.Or(r.Publication.Agency.Name, r.Publication.Outlet.Name)
	if a := r.actorNamed(name); name != "" && a != nil {
		return r.party(Role{Actor: a.ID})
	}
	return Party{}
}

func (r *Reading) count(q *Quantity) Count {
	out := Count{Quantity: *q, Words: r.Words(q.Span)}
	if q.Of.Actor != "" {
		out.Whose = r.party(Role{Actor: q.Of.Actor})
	}
	return out
}

func (r *Reading) lemma(s Span) string {
	if i := r.Syntax.SentenceAt(s.Start); i >= 0 {
		sentence := &r.Syntax.Sentences[i]
		if j := sentence.TokenAt(s.Start); j >= 0 {
			return strings.ToLower(sentence.Tokens[j].Lemma)
		}
	}
	return strings.ToLower(r.Words(s))
}

func (r *Reading) party(role Role) Party {
	a := r.Actor(role.Actor)
	if a == nil {
		key := Fold(role.Name)
		return Party{Key: key, Body: key, Name: role.Name, Span: role.Span, Part: role.Part}
	}
	p := Party{
		Actor: a.ID, Key: a.key(), Name: a.Name, Kind: a.Kind, Person: a.Person, Country: a.Country,
		Span: role.Span, Part: role.Part,
	}
	p.Body = r.body(a)
	return p
}

func (a *Actor) key() string {
	if a.Book != "" {
		return a.Book
	}
	return Fold(a.Name)
}

// body is the party that an actor speaks or acts for. Ministry and spokesman,
// army and government, state news agency and state television are one.
//
//	"Orvane’s Joint Air Command", "the Orvane foreign minister", "a spokesman for the Command" → state:XB
func (r *Reading) body(a *Actor) string {
	if a.Serves != "" {
		return "state:" + a.Serves
	}
	for range r.Actors { // a spokesman of a spokesman; a circle ends
		if a.ofState() {
			return "state:" + a.Country
		}
		above := cmp.Or(a.SpeaksFor, a.LeaderOf, a.MemberOf)
		if above == "" {
			break
		}
		up := r.actorNamed(above)
		if up == nil {
			return cmp.Or(r.state(above), Fold(above))
		}
		a = up
	}
	if a.Kind == KindPerson {
		return a.key()
	}
	return Fold(a.Name)
}

// state is the body of a state that the page names as a country only, "" if it
// names none so.
//
//	"SANA", of Syria, on a page with "in northern Syria" → state:SY
func (r *Reading) state(name string) string {
	for _, p := range r.Places {
		if p.Place.Kind == "country" && Fold(p.Place.Name) == Fold(name) {
			return "state:" + p.Place.Country
		}
	}
	return ""
}

func (r *Reading) actorNamed(name string) *Actor {
	i := slices.IndexFunc(r.Actors, func(a Actor) bool { return Fold(a.Name) == Fold(name) })
	if i < 0 {
		return nil
	}
	return &r.Actors[i]
}

func (a *Actor) ofState() bool {
	if a.Country == "" {
		return false
	}
	state := []ActorKind{KindState, KindGovernment, KindStateForce}
	official := a.Person == PersonOffice || a.Person == PersonSpokesperson && a.SpeaksFor == ""
	return slices.Contains(state, a.Kind) || a.Kind == KindPerson && official && a.LeaderOf == "" && a.MemberOf == ""
}

// Fold is a name as a key: lower case, without articles, marks and the mark of
// possession.
func Fold(name string) string {
	name = strings.ToLower(name)
	for _, article := range []string{"the ", "a ", "an "} {
		name = strings.TrimPrefix(name, article)
	}
	name = strings.Join(strings.FieldsFunc(name, func(c rune) bool {
		return strings.ContainsRune(" \t\n-–'’‘\"“”.,\u00a0", c)
	}), " ")
	return strings.TrimSuffix(name, " s")
}
