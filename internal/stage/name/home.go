package name

import (
	"maps"
	"slices"

	"stemma"
	"stemma/internal/reference/actors"
)

// stateOf is the state that an actor is or leads.
func (p *page) stateOf(a *actor) *actors.State {
	if a.Kind == stemma.KindState {
		return p.book.StateNamed(a.Name)
	}
	for _, e := range a.entries {
		if state := p.book.StateNamed(e.LeaderOf); state != nil {
			return state
		}
	}
	return nil
}

// home is the state that the page speaks of most; nil if two share that place.
func (p *page) home() *actors.State {
	state, best, second := p.most()
	if best < 2 || best == second {
		return nil
	}
	return state
}

// about is the state that the page speaks of far more than of any other; nil if
// there is no such.
func (p *page) about() *actors.State {
	state, best, second := p.most()
	if best < 3 || best < 2*second {
		return nil
	}
	return state
}

// most is the state of which the page speaks most, how often, and how often of
// the next.
func (p *page) most() (state *actors.State, best, second int) {
	country := ""
	for _, name := range slices.Sorted(maps.Keys(p.countries)) {
		switch n := p.countries[name]; {
		case name == "":
		case n > best:
			best, second, country = n, best, name
		case n > second:
			second = n
		}
	}
	return p.book.StateNamed(country), best, second
}
