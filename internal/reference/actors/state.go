package actors

import (
	"strings"

	"stemma"
)

// A State is a country, or a land that acts as one, with the words for it.
type State struct {
	entry      Entry
	adjectives []string
	since      []stemma.Day // on which other people took over its forces, oldest first
}

// Entry is the state as an actor, its government included.
func (s *State) Entry() *Entry { return &s.entry }

// Adjective is the word by which the bodies of the state are named: "Syrian".
func (s *State) Adjective() string {
	if len(s.adjectives) == 0 {
		return s.entry.Name
	}
	return s.adjectives[0]
}

// A Force is a body that every state has: its army, its foreign ministry.
type Force struct {
	key    string // "military"; "" for the state itself
	kind   stemma.ActorKind
	format string
}

// IsState reports whether the words mean the state as a whole: "government".
func (f *Force) IsState() bool { return f.key == "" }

// Kind is the kind of actor that the body is.
func (f *Force) Kind() stemma.ActorKind { return f.kind }

// Key tells one body of a state from another: "military".
func (f *Force) Key() string { return f.key }

// Of is the body as one of a state's, on a day if it is known. Troops that
// other people took over are others, though they are called alike.
//
//	"Syrian army" on a page of 2017 → SY/military; of 2025 → SY/military@2024-12-08
//
// On an unknown day they are called as those before the first were.
func (f *Force) Of(s *State, on stemma.Day) Entry {
	if f.IsState() {
		return s.entry
	}
	e := Entry{
		Key: s.entry.Key + "/" + f.key, Name: strings.ReplaceAll(f.format, "%s", s.Adjective()), Kind: f.kind,
		Country: s.entry.Country, MemberOf: s.entry.Name, Own: s.entry.Own,
	}
	if f.kind == stemma.KindStateForce {
		e.From, e.Until = s.rule(on)
	}
	if e.From != 0 {
		e.Key += "@" + e.From.String()
	}
	return e
}

// Changes are the days on which other people took over the state's forces.
func (s *State) Changes() []stemma.Day { return s.since }

// rule is when those took over a state's forces who had them on a day, and when
// others did. On an unknown day it is not told.
func (s *State) rule(on stemma.Day) (from, until stemma.Day) {
	if on == 0 {
		return 0, 0
	}
	for _, since := range s.since {
		if since > on {
			return from, since
		}
		from = since
	}
	return from, 0
}

// State is the state whose name words begin with.
func (b *Book) State(words []Word) (*State, int) { return stateIn(&b.index().states, words) }

// Seat is the state of whose government words begin with the seat: "Damascus".
func (b *Book) Seat(words []Word) (*State, int) { return stateIn(&b.index().seats, words) }

// Adjective is the state whose adjective words begin with: "Syrian".
func (b *Book) Adjective(words []Word) (*State, int) { return stateIn(&b.index().adjectives, words) }

// People is the state whose people words begin with: "Syrians".
func (b *Book) People(words []Word) (*State, int) { return stateIn(&b.index().people, words) }

// Force is the body of a state whose form words begin with: "armed forces". A
// form has no capitals of its own.
func (b *Book) Force(words []Word) (*Force, int) {
	found, n := b.index().forces.longest(words)
	if n == 0 {
		return nil, 0
	}
	return found[0], n
}

// StateNamed is the state with a name or code of the book's; nil if there is
// none.
func (b *Book) StateNamed(name string) *State { return b.index().byName[name] }

// A stateName is a word for a state with how it is written.
type stateName struct {
	alias
	state *State
}

// stateIn is the state of the longest name that is written as the words are; an
// overlay's goes before the book's.
func stateIn(names *trie[stateName], words []Word) (best *State, length int) {
	names.walk(words, func(n int, found []stateName) {
		for _, name := range found {
			if name.written(words) && (n > length || name.state.entry.Own && !best.entry.Own) {
				best, length = name.state, n
			}
		}
	})
	return best, length
}

// KeyOf is that of the actor with a name: of "Syrian military", "SY/military"; ""
// if the book has none.
func (b *Book) KeyOf(name string) string {
	if found := b.Lookup(name); len(found) > 0 {
		return found[0].Key
	}
	words := wordsOf(name)
	state, n := b.Adjective(words)
	if state == nil {
		return ""
	}
	if force, m := b.Force(words[n:]); n+m == len(words) {
		return force.Of(state, 0).Key
	}
	return ""
}
