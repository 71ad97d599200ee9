package decide

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"stemma"
)

// A Scope is how far a ruling on a name reaches.
type Scope string

// The scopes. What is ruled for the whole case is laid over the books with which
// the case is read, so that every document that comes later is read with it too.
const (
	OneDocument Scope = "document"
	WholeCase   Scope = "case"
)

// ScopeNamed reads a scope; "" is the narrower one.
func ScopeNamed(s string) (Scope, error) {
	switch scope := Scope(cmp.Or(s, string(OneDocument))); scope {
	case OneDocument, WholeCase:
		return scope, nil
	}
	return "", fmt.Errorf("%w: scope %q: want document or case", stemma.ErrUsage, s)
}

// Place takes a name of a place for one of its runners-up, for a place that a
// person describes, or for none: in its document, or in the whole case.
func (d *Desk) Place(ctx context.Context, document string, ruling stemma.Decision, scope Scope) error {
	r, err := d.ruled(ctx, document)
	if err != nil {
		return err
	}
	t := r.Place(ruling.Target)
	if t == nil {
		return fmt.Errorf("%w: %s holds no %s", stemma.ErrNotFound, document, ruling.Target)
	}
	place, ok := placeOf(*t, ruling.Value)
	if !ok {
		return fmt.Errorf("%w: %q is no place: want the id of a runner-up, none, or name=NAME&lat=33.1&lon=44.2&radius_m=2000", stemma.ErrUsage, ruling.Value)
	}
	ruling.Kind = stemma.DecidePlace
	if scope == OneDocument {
		return d.Finding(ctx, document, ruling)
	}
	if place.ID == "" {
		return fmt.Errorf("%w: that a name is no place can be said of one document only; use the scope document", stemma.ErrUsage)
	}
	rulings, err := Load(ctx, d.Store)
	if err != nil {
		return err
	}
	row := rulings.placeRow(place, r.Words(t.Span))
	if err := d.Try(stemma.DecidePlaces, row); err != nil {
		return fmt.Errorf("%w: %w", stemma.ErrUsage, err)
	}
	return d.overCase(ctx, stemma.DecidePlaces, row, Quoted(ruling, r, t.Span))
}

// NotActor says that an actor is not the one in the book but whom its words
// name, and what that is: in its document, or in the whole case.
//
//	"Congress" is not the Congress of the United States, but a party
func (d *Desk) NotActor(ctx context.Context, document string, ruling stemma.Decision, scope Scope) error {
	r, err := d.ruled(ctx, document)
	if err != nil {
		return err
	}
	a := r.Actor(ruling.Target)
	if a == nil {
		return fmt.Errorf("%w: %s holds no %s", stemma.ErrNotFound, document, ruling.Target)
	}
	ruling.Kind, ruling.Value = stemma.DecideNotActor, cmp.Or(strings.TrimSpace(ruling.Value), string(a.Kind))
	row := actorRow(r.Words(named(a)), stemma.ActorKind(ruling.Value))
	if err := d.Try(stemma.DecideActors, row); err != nil {
		return fmt.Errorf("%w: %w", stemma.ErrUsage, err)
	}
	if scope == OneDocument {
		return d.Finding(ctx, document, ruling)
	}
	return d.overCase(ctx, stemma.DecideActors, row, Quoted(ruling, r, named(a)))
}

// overCase rules for the whole case by a table; the ruling keeps the words that
// it was made on.
func (d *Desk) overCase(ctx context.Context, kind stemma.DecisionKind, text string, ruling stemma.Decision) error {
	ruling.Kind, ruling.Value, ruling.Field = kind, text, ""
	return d.Rule(ctx, ruling)
}

// SameActor says that two names are one actor's. A document keeps it to itself.
func (d *Desk) SameActor(ctx context.Context, ruling stemma.Decision) error {
	ruling.Kind = stemma.DecideSameActor
	ruling.Target, ruling.Value = strings.TrimSpace(ruling.Target), strings.TrimSpace(ruling.Value)
	if ruling.Target == "" || ruling.Value == "" || strings.EqualFold(ruling.Target, ruling.Value) {
		return fmt.Errorf("%w: two names are wanted", stemma.ErrUsage)
	}
	if ruling.Document != "" {
		if _, err := d.Store.Reading(ctx, ruling.Document); err != nil {
			return err
		}
	}
	return d.Rule(ctx, ruling)
}

// named is where an actor is first called by name, else where it is first spoken
// of.
func named(a *stemma.Actor) stemma.Span {
	for _, m := range a.Mentions {
		if m.Form == stemma.FormName {
			return m.Span
		}
	}
	if len(a.Mentions) > 0 {
		return a.Mentions[0].Span
	}
	return stemma.Span{}
}

// own makes an actor the page's own: what the book said of it goes.
func own(r *stemma.Reading, id, kind string) bool {
	a := r.Actor(id)
	if a == nil || named(a).Empty() {
		return false
	}
	*a = stemma.Actor{ID: a.ID, Name: r.Words(named(a)), Kind: stemma.ActorKind(kind), Person: a.Person, Mentions: a.Mentions}
	return true
}
