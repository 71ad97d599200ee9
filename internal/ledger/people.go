package ledger

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"

	"stemma"
)

// Nobody may follow a person, a unit of a force or an unnamed source through a
// case (design.md, rule 10). So a filter by actor finds bodies only: states,
// forces, groups; a filter by source finds who is named; and what is new is not
// asked for of a person at all. The names in one document, and what a named
// source says, stay readable as they are on the page.

// unit is how pages name a part of a force.
//
//	"4th Armoured Division" "Battalion 12" "the Third Brigade" → yes
//	"Badr Brigades" → no, that is a group's name
var unit = regexp.MustCompile(`(?i)\b(\d+(st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[ivx]{2,})\b.*` + unitWord +
	`|` + unitWord + ` (no\.? ?)?\d`)

const unitWord = `\b(army|corps|division|brigade|regiment|battalion|squadron|battery|company|platoon|unit)\b`

// unnamed are words for who is not named.
//
//	"military sources" "an anonymous official" → yes
var unnamed = regexp.MustCompile(`(?i)\b(sources?|unnamed|anonymous|unidentified)\b`)

func setActor(f *Filter, value string) error {
	f.actor = stemma.Fold(value)
	if unit.MatchString(value) {
		return fmt.Errorf("a unit is not followed through a case; ask for the force that it belongs to")
	}
	return nil
}

func setSaidBy(f *Filter, value string) error {
	f.saidBy = stemma.Fold(value)
	if unnamed.MatchString(value) {
		return fmt.Errorf("who is not named is counted where they speak, and never looked for")
	}
	if unit.MatchString(value) {
		return fmt.Errorf("a unit is not followed through a case; ask for the force that it belongs to")
	}
	return nil
}

// Persons are names, and whether nobody but persons bears them.
type Persons map[string]bool

func (p Persons) add(parties ...stemma.Party) {
	for _, party := range parties {
		only, seen := p[party.Name]
		p[party.Name] = party.Kind == stemma.KindPerson && (only || !seen)
	}
}

// bodies are the names that are not a person's.
func (p Persons) bodies(names []string) []string {
	return slices.DeleteFunc(names, func(name string) bool { return p[name] })
}

// asked is in how many documents it is looked up whether a name is a person's:
// the page decides that, and pages rarely differ.
const asked = 5

// happenings are the persons that a filter of incidents passes over; asking for
// one of them is refused, since silence would read as "nothing happened".
func (l *Ledger) happenings(f *Filter, all iter.Seq2[stemma.Incident, error]) (Persons, error) {
	persons, err := l.names(f)
	if err != nil || f.actor == "" {
		return persons, err
	}
	where := map[string][]string{} // documents that name a party as it is asked for
	for i, err := range all {
		if err != nil {
			return nil, err
		}
		for _, name := range partiesOf(&i) {
			if len(where[name]) < asked && named(f.actor, name) {
				where[name] = append(where[name], i.Documents...)
			}
		}
	}
	parties, err := l.borne(where)
	if err != nil {
		return nil, err
	}
	return parties, parties.refuse("actor", f.actor)
}

// borne says of names whether they are persons', by documents that have them.
func (l *Ledger) borne(where map[string][]string) (Persons, error) {
	out, documents := Persons{}, []string{}
	for _, d := range where {
		documents = append(documents, d[:min(len(d), asked)]...)
	}
	if len(documents) == 0 {
		return out, nil
	}
	slices.Sort(documents)
	for t, err := range l.Store.Tellings(l.Ctx, slices.Compact(documents)...) {
		if err != nil {
			return nil, err
		}
		for _, p := range slices.Concat(t.Actors, t.Recipients) {
			if where[p.Name] != nil {
				out.add(p)
			}
		}
	}
	return out, nil
}

// names are the persons that a filter of names or claims passes over: those of
// the documents that are new, if it asks for what is new, else nobody.
func (l *Ledger) names(f *Filter) (Persons, error) {
	out := Persons{}
	if f.added == 0 || f.actor == "" && f.saidBy == "" {
		return out, nil
	}
	for r, err := range l.readings(f) {
		if err != nil {
			return nil, err
		}
		for _, a := range r.Actors {
			out.add(stemma.Party{Name: a.Name, Kind: a.Kind})
		}
	}
	if f.saidBy != "" {
		return out, out.refuse("said-by with since-added", f.saidBy)
	}
	return out, out.refuse("actor with since-added", f.actor)
}

func (p Persons) refuse(field, want string) error {
	person := false
	for name, only := range p {
		if strings.Contains(stemma.Fold(name), want) {
			if !only {
				return nil
			}
			person = true
		}
	}
	if person {
		return fmt.Errorf("%w: filter: %s: that is a person, and nobody is followed through a case; ask for the body that they act for", stemma.ErrUsage, field)
	}
	return nil
}

// followed are the kinds of actor that may be followed through a case.
var followed = []stemma.ActorKind{stemma.KindState, stemma.KindGovernment, stemma.KindStateForce, stemma.KindArmedGroup, stemma.KindCoalition, stemma.KindIGO, stemma.KindNGO, stemma.KindParty}

// Bodies are the names under which the books know states, forces and groups of
// the case: no person, no unit, and none of the words that a page has for its
// enemies.
func (l *Ledger) Bodies() (map[string]bool, error) {
	out := map[string]bool{}
	for t, err := range l.Store.Tellings(l.Ctx) {
		if err != nil {
			return nil, err
		}
		for _, p := range slices.Concat(t.Actors, t.Recipients) {
			known := p.Key != stemma.Fold(p.Name) // else only its page knows it
			if known && slices.Contains(followed, p.Kind) && !unit.MatchString(p.Name) {
				out[p.Name] = true
			}
		}
	}
	return out, nil
}
