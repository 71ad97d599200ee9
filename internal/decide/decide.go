// Package decide is where people's rulings are made, kept and carried out: what
// a person accepted, rejected, changed or added is laid over what the machine
// found, and never in its place. How rulings are asked for is left to the doors,
// and what they come to together to the joining line. In: "reject event
// e_1f2e…: it is a headline"; out: a decision tied to its words, and a reading
// without that event wherever it is looked at.
package decide

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"stemma"
	"stemma/internal/store"
)

// A Desk is where a person rules on a case.
type Desk struct {
	Store store.Store
	By    string
	Now   func() time.Time

	Weigh   func(ctx context.Context) error                                              // makes the incidents anew
	Touch   func(ctx context.Context, documents []string, before []stemma.Telling) error // makes those anew that some documents touch; nil: all
	Refresh func(ctx context.Context) error                                              // reads again what an anchor bears on
	Reread  func(ctx context.Context) error                                              // reads again what an overlay bears on
	Try     func(kind stemma.DecisionKind, table string) error                           // reads a table and says what is wrong with it
}

// Rule keeps decisions, stamped with who and when, and carries them out. They
// are numbered in place.
func (d *Desk) Rule(ctx context.Context, rulings ...stemma.Decision) error {
	for i := range rulings {
		if err := sound(rulings[i]); err != nil {
			return err
		}
		rulings[i].By = cmp.Or(rulings[i].By, d.By)
		rulings[i].At = d.Now().UTC().Truncate(time.Second)
	}
	before, err := d.reach(ctx, rulings)
	if err != nil {
		return err
	}
	if err := d.Store.Put(ctx, store.Change{Decisions: rulings}); err != nil {
		return err
	}
	return d.carryOut(ctx, rulings, before)
}

// Incident rules on an incident. The ruling is tied to the words of its first
// event, which outlive the incident's id.
func (d *Desk) Incident(ctx context.Context, i stemma.Incident, ruling stemma.Decision) error {
	r, err := d.reading(ctx, i.Events[0], slices.Concat(i.Documents, i.BackgroundOf))
	if err != nil {
		return err
	}
	ruling.Target = i.Events[0]
	return d.Rule(ctx, Quoted(ruling, r, r.Event(i.Events[0]).Trigger))
}

// Split keeps one telling of an incident apart from all its others.
func (d *Desk) Split(ctx context.Context, i stemma.Incident, event, why string) error {
	r, err := d.reading(ctx, event, slices.Concat(i.Documents, i.BackgroundOf))
	if err != nil {
		return err
	}
	var rulings []stemma.Decision
	for _, other := range i.Events {
		if other != event {
			rulings = append(rulings, Quoted(stemma.Decision{Kind: stemma.DecideSplit, Target: event, Value: other, Why: why}, r, r.Event(event).Trigger))
		}
	}
	return d.Rule(ctx, rulings...)
}

// Pair says whether two documents of the case are copies.
func (d *Desk) Pair(ctx context.Context, ruling stemma.Decision) error {
	for _, id := range []string{ruling.Target, ruling.Value} {
		if _, err := d.Store.Reading(ctx, id); err != nil {
			return err
		}
	}
	return d.Rule(ctx, ruling)
}

// Orphans are the decisions whose words are no longer found, or whose incident
// is gone. They are kept and rule on nothing.
func (d *Desk) Orphans(ctx context.Context) ([]stemma.Decision, error) {
	rulings, err := Load(ctx, d.Store)
	if err != nil {
		return nil, err
	}
	var out []stemma.Decision
	for _, id := range rulings.documents() {
		r, err := d.Store.Reading(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, rulings.Apply(r).Orphans...)
	}
	for _, r := range rulings.All {
		if !standing(r) && r.Kind != stemma.DecideChoose {
			continue
		}
		found, err := store.All(d.Store.Incidents(ctx, r.Target))
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			out = append(out, r)
		}
	}
	return out, nil
}

// Finding rules on a claim, an event, a quantity or a toponym of a document; the
// ruling is tied to its words.
func (d *Desk) Finding(ctx context.Context, document string, ruling stemma.Decision) error {
	r, err := d.ruled(ctx, document)
	if err != nil {
		return err
	}
	s, ok := Extent(r, ruling.Target)
	if !ok {
		return fmt.Errorf("%w: %s holds no %s", stemma.ErrNotFound, document, ruling.Target)
	}
	return d.Rule(ctx, Quoted(ruling, r, s))
}

// Words rules on words of a document: what is added there, or the finding that
// rests on them from now on.
func (d *Desk) Words(ctx context.Context, document string, s stemma.Span, ruling stemma.Decision) error {
	r, err := d.ruled(ctx, document)
	if err != nil {
		return err
	}
	if r.Words(s) == "" {
		return fmt.Errorf("%w: no words are chosen", stemma.ErrUsage)
	}
	return d.Rule(ctx, Quoted(ruling, r, s))
}

func (d *Desk) ruled(ctx context.Context, document string) (*stemma.Reading, error) {
	rulings, err := Load(ctx, d.Store)
	if err != nil {
		return nil, err
	}
	r, err := d.Store.Reading(ctx, document)
	if err != nil {
		return nil, err
	}
	return rulings.Apply(r).Reading, nil
}

// reading is the reading among some documents that has an event.
func (d *Desk) reading(ctx context.Context, event string, documents []string) (*stemma.Reading, error) {
	for _, id := range documents {
		r, err := d.ruled(ctx, id)
		if err != nil {
			return nil, err
		}
		if r.Event(event) != nil {
			return r, nil
		}
	}
	return nil, fmt.Errorf("%w: no document of the case tells of %s", stemma.ErrNotFound, event)
}

// sound refuses a ruling that says too little: a choice without a reason, a day
// that is none.
func sound(r stemma.Decision) error {
	if r.Kind == stemma.DecideChoose && (strings.TrimSpace(r.Why) == "" || r.Value == "" || r.Field == "") {
		return fmt.Errorf("%w: to choose a value wants a field, the value and a reason (--why on the command line)", stemma.ErrUsage)
	}
	if r.Kind == stemma.DecideChange {
		return soundChange(r.Field, r.Value)
	}
	if r.Kind == stemma.DecideAnchor {
		if _, err := stemma.ParseDay(r.Field); err != nil || strings.TrimSpace(r.Value) == "" {
			return fmt.Errorf("%w: an anchor wants a sentence and a day, YYYY-MM-DD", stemma.ErrUsage)
		}
	}
	return nil
}

// carryOut does what the rulings ask of the case; each thing once.
func (d *Desk) carryOut(ctx context.Context, rulings []stemma.Decision, before *touched) error {
	weigh := false
	for _, r := range rulings {
		switch {
		case r.Kind == stemma.DecideAnchor:
			return d.Refresh(ctx)
		case r.Kind == stemma.DecidePlaces || r.Kind == stemma.DecideActors:
			return d.Reread(ctx)
		case r.Kind != stemma.DecideChoose:
			weigh = true
		}
	}
	switch {
	case !weigh:
		return nil
	case before == nil:
		return d.Weigh(ctx)
	}
	return d.Touch(ctx, before.documents, before.tellings)
}

// standing reports whether a ruling says only where an incident stands.
func standing(r stemma.Decision) bool {
	status := r.Kind == stemma.DecideAccept || r.Kind == stemma.DecideReject || r.Kind == stemma.DecideNotCodable
	return status && r.Field == ""
}

// Undo takes a decision back, by another one, and carries that out.
func (d *Desk) Undo(ctx context.Context, seq int64, why string) error {
	all, err := store.All(d.Store.Decisions(ctx))
	if err != nil {
		return err
	}
	i := slices.IndexFunc(stemma.Standing(all), func(r stemma.Decision) bool { return r.Seq == seq })
	if i < 0 {
		return fmt.Errorf("%w: no decision %d that stands; see `stemma decisions list`", stemma.ErrNotFound, seq)
	}
	undone := stemma.Standing(all)[i]
	return d.undo(ctx, undone, undone, why)
}

// Redo does again what was undone last, by undoing that. What was decided
// meanwhile stays.
func (d *Desk) Redo(ctx context.Context, why string) error {
	all, err := store.All(d.Store.Decisions(ctx))
	if err != nil {
		return err
	}
	undo, on, ok := lastUndone(all)
	if !ok {
		return fmt.Errorf("%w: nothing was undone that could be done again", stemma.ErrNotFound)
	}
	return d.undo(ctx, undo, on, why)
}

// lastUndone is the last undoing in force with what it undid; one that does a
// thing again is none.
func lastUndone(all []stemma.Decision) (undo, on stemma.Decision, ok bool) {
	bySeq := map[string]stemma.Decision{}
	for _, r := range all {
		bySeq[r.Number()] = r
	}
	for _, r := range slices.Backward(stemma.InForce(all)) {
		on, known := bySeq[r.Target]
		if r.Kind == stemma.DecideUndo && known && on.Kind != stemma.DecideUndo {
			return r, on, true
		}
	}
	return stemma.Decision{}, stemma.Decision{}, false
}

// undo takes a decision back; what has to be carried out bears on another if
// that one was undoing.
func (d *Desk) undo(ctx context.Context, back, on stemma.Decision, why string) error {
	before, err := d.reach(ctx, []stemma.Decision{on})
	if err != nil {
		return err
	}
	undo := []stemma.Decision{{Kind: stemma.DecideUndo, Target: back.Number(), Why: why, By: d.By, At: d.Now().UTC().Truncate(time.Second)}}
	if err := d.Store.Put(ctx, store.Change{Decisions: undo}); err != nil {
		return err
	}
	return d.carryOut(ctx, []stemma.Decision{on}, before)
}
