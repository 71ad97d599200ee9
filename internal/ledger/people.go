package ledger

import (
	"fmt"
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

// Persons are the names under which a case knows persons and no body.
type Persons map[string]bool

// Persons are those who act, are acted on or speak in the case.
func (l *Ledger) Persons() (Persons, error) {
	if l.persons != nil {
		return l.persons, nil
	}
	kinds := map[string]bool{} // whether all that bear the name are persons
	for t, err := range l.Store.Tellings(l.Ctx) {
		if err != nil {
			return nil, err
		}
		for _, parties := range [][]stemma.Party{t.Actors, t.Recipients, t.Speakers} {
			for _, p := range parties {
				only, seen := kinds[p.Name]
				kinds[p.Name] = p.Kind == stemma.KindPerson && (only || !seen)
			}
		}
	}
	l.persons = kinds
	return l.persons, nil
}

// bodies are the names that are not a person's.
func (p Persons) bodies(names []string) []string {
	return slices.DeleteFunc(names, func(name string) bool { return p[name] })
}

// happenings are the persons that a filter of what happened passes over; asking
// for one of them is refused, since silence would read as "nothing happened".
func (l *Ledger) happenings(f *Filter) (Persons, error) {
	if f.actor == "" && (f.saidBy == "" || f.added == 0) {
		return nil, nil
	}
	persons, err := l.Persons()
	if err == nil && f.actor != "" {
		err = persons.refuse("actor", f.actor)
	}
	if err == nil && f.added != 0 && f.saidBy != "" {
		err = persons.refuse("said-by with since-added", f.saidBy)
	}
	return persons, err
}

// names are the persons that a filter of names or claims passes over: all of
// them if it asks for what is new, else nobody.
func (l *Ledger) names(f *Filter) (Persons, error) {
	if f.added == 0 {
		return nil, nil
	}
	return l.happenings(f)
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
