// Package actors is the book of those who act and speak: states with their
// bodies, armed groups, international bodies, monitors, agencies, outlets, and
// persons in office or command, each with its names and the dates for which
// they hold. It finds names in a run of words and knows the words for titles
// and groups; who is meant on a page is left to the stage that names. "the
// Arvonian troops" with an overlay that has the state Arvonia → the entry
// "Arvonian military", key "XV/military".
package actors

import (
	"slices"
	"strings"
	"sync"

	"stemma"
)

// An Entry is what the book knows of an actor in one role. One who held several
// offices, or a body whose name means different things at different times, has
// several entries; those of one actor have one Key.
type Entry struct {
	Key       string // "hassan-nasrallah", "SY", "SY/military"; "own:…" from an overlay
	Name      string
	Aliases   []string
	Kind      stemma.ActorKind
	Country   string // ISO 3166-1 alpha-2, or what an overlay calls it
	MemberOf  string // names of entries
	LeaderOf  string
	SpeaksFor string
	From      stemma.Day // first day on which the entry holds; 0 if always
	Until     stemma.Day // first day on which it no longer does; 0 if it still does
	Note      string     // of a person: begins with the office
	Own       bool       // from an overlay
	Shy       bool       // the name is a common word too
}

// Holds reports whether the entry holds on a day; on an unknown day it may.
func (e *Entry) Holds(day stemma.Day) bool {
	return day == 0 || (e.From == 0 || e.From <= day) && (e.Until == 0 || day < e.Until)
}

// A Book finds actors by name. It may be used by many goroutines at once.
type Book struct {
	overlays []Overlay
	index    func() *index
}

// Open makes a book of the embedded tables with overlays on top; where both
// know a name, the overlay's entry is meant. The tables are read when the book
// is first asked.
func Open(overlays ...Overlay) *Book {
	b := &Book{overlays: overlays}
	b.index = sync.OnceValue(func() *index {
		if len(overlays) == 0 {
			return plain()
		}
		return newIndex(overlays)
	})
	return b
}

// plain is the index without overlays, which all books share.
var plain = sync.OnceValue(func() *index { return newIndex(nil) })

// Lookup is what the book has under a name, whatever its case.
func (b *Book) Lookup(name string) []Entry {
	words := Words(stemma.Text(name), stemma.Span{End: len(name)})
	var out []Entry
	b.index().names.walk(words, func(n int, found []alias) {
		if n == len(words) {
			for _, a := range owned(found) {
				out = append(out, *a.entry)
			}
		}
	})
	if state, n := b.State(words); len(out) == 0 && state != nil && n == len(words) {
		out = append(out, *state.Entry())
	}
	return out
}

// A Find is a name that a run of words begins with.
type Find struct {
	Words   int      // how many
	Entries []*Entry // whom it may mean, in the order of the book
	Acronym bool     // the name is a short word of capitals
}

// Find is the longest name of the book that words begin with and that is
// written as names are: "us" is not the United States.
func (b *Book) Find(words []Word) Find {
	var best Find
	b.index().names.walk(words, func(n int, found []alias) {
		find := Find{Words: n}
		for _, a := range owned(found) {
			if a.written(words) {
				find.Entries = append(find.Entries, a.entry)
				find.Acronym = a.acronym()
			}
		}
		if len(find.Entries) > 0 {
			best = find
		}
	})
	return best
}

// An alias is a name of an entry with how it is written.
type alias struct {
	entry *Entry
	words []Word
}

// owned are the overlays' aliases if there is one, else all.
func owned(found []alias) []alias {
	own := func(a alias) bool { return a.entry.Own }
	if !slices.ContainsFunc(found, own) {
		return found
	}
	return slices.DeleteFunc(slices.Clone(found), func(a alias) bool { return !own(a) })
}

// written reports whether words, which have the alias's keys, are capitalised
// as it is. Articles and particles are written either way, and an acronym of
// four letters may be written as a word: "Nato".
func (a alias) written(words []Word) bool {
	for i, w := range a.words {
		switch {
		case w.Form == Capital && words[i].Form == Small && !particles[w.Key]:
			return false
		case w.Form == Capitals && words[i].Form != Capitals && (len(w.Key) < 4 || words[i].Form != Capital):
			return false
		}
	}
	return true
}

func (a alias) acronym() bool {
	return len(a.words) == 1 && a.words[0].Form == Capitals && len(a.words[0].Key) <= 4
}

// particles are words of names that are capitalised by some and not by others.
var particles = func() map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields("al el an ad as ash at ar az the de la le los las del di da bin ibn abu ould ag ul e i of and for in on to von van der den ter dos das") {
		out[word] = true
	}
	return out
}()

// Particle reports whether a word may stand in a name without a capital.
func Particle(key string) bool { return particles[key] }

// Shy reports whether an entry was found by a common word: "Saba", and not by the
// "Saba news agency".
func (f Find) Shy() bool {
	return slices.ContainsFunc(f.Entries, func(e *Entry) bool { return e.Shy && f.Words <= len(strings.Fields(e.Name)) })
}
