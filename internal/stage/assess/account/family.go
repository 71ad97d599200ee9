package account

import (
	"maps"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// Families say which documents speak with one own voice: copies of each other,
// pages of one outlet, clients of one agency.
type Families struct {
	parent map[string]string
	states map[string]string // names of states to the body that all their offices are
	twins  map[[2]string]bool
	parts  map[string]bool // bodies that have a part in it: who acts, who suffers, whose ground it is, who speaks of it
	ground string          // the state on whose ground most tell it, "" if none is known
}

// NewFamilies joins documents by copies, outlets and credited agencies.
func NewFamilies(tellings []stemma.Telling, copies []stemma.Copy) Families {
	f := Families{parent: map[string]string{}, states: bodies(tellings), twins: map[[2]string]bool{}, parts: map[string]bool{}}
	f.take(tellings)
	for _, c := range copies {
		f.twins[[2]string{min(c.Document, c.Of), max(c.Document, c.Of)}] = true
		if c.Relation != stemma.RelationExcerpt {
			f.join(c.Document, c.Of)
		}
	}
	for _, t := range tellings {
		switch {
		case t.Agency != "":
			f.join(t.Document, "voice:"+strings.ToLower(t.Agency))
		case t.Outlet != "":
			f.join(t.Document, "voice:"+strings.ToLower(t.Outlet))
		}
	}
	return f
}

// Twins reports whether one of two documents carries the other's text.
func (f Families) Twins(a, b string) bool { return f.twins[[2]string{min(a, b), max(a, b)}] }

// Of is the name of a document's family: the smallest of its members, documents
// before names.
func (f Families) Of(document string) string {
	for {
		up, ok := f.parent[document]
		if !ok {
			return document
		}
		document = up
	}
}

// join keeps the smaller name as the family's; "d_…" sorts before "voice:…".
func (f Families) join(a, b string) {
	a, b = f.Of(a), f.Of(b)
	switch {
	case a < b:
		f.parent[b] = a
	case b < a:
		f.parent[a] = b
	}
}

// take notes the bodies that have a part in what is told, and the state on whose ground
// most tell it; media have none.
func (f *Families) take(tellings []stemma.Telling) {
	grounds := map[string]int{}
	for _, t := range tellings {
		for _, p := range slices.Concat(t.Actors, t.Recipients, t.Speakers) {
			if p.Kind != stemma.KindAgency && p.Kind != stemma.KindOutlet {
				f.parts[f.BodyOf(p)] = true
			}
		}
		grounds[stateOf(t.Scenes)]++
	}
	delete(grounds, "")
	for _, state := range slices.Sorted(maps.Keys(grounds)) {
		if grounds[state] > grounds[f.ground] {
			f.ground = state
		}
	}
	f.parts[f.ground] = true
}

// issues reports whether a publication is called as a body is that has a part in what is
// told, and as no medium is.
//
//	"Valley League", whose spokesman is quoted → yes; "Harbour Times", "Harbour Watch" that nobody names → no
func (f Families) issues(outlet string) bool {
	return outlet != "" && f.parts[outlet] && !lexicon.NamedLikeMedium(outlet)
}

// BodyOf is the body that a party speaks for: of offices and media of a state,
// the state.
func (f Families) BodyOf(p stemma.Party) string {
	if state := f.states[p.Body]; state != "" {
		return state
	}
	return p.Body
}

// bodies maps the names of states and of their offices to the body that all of
// them are, so that an agency "of Maravand", Maravand's army and its spokesman
// are one.
func bodies(tellings []stemma.Telling) map[string]string {
	out := map[string]string{}
	for _, t := range tellings {
		for _, p := range slices.Concat(t.Actors, t.Recipients, t.Speakers) {
			if strings.HasPrefix(p.Body, "state:") && p.Kind != stemma.KindPerson && p.Key != "" {
				out[strings.ToLower(p.Name)], out[p.Key] = p.Body, p.Body
			}
		}
	}
	return out
}
