package decide

import (
	"context"
	"iter"
	"slices"
	"sync"

	"stemma"
	"stemma/internal/store"
)

// Over is a case as joining sees it: its readings and tellings with people's
// rulings laid over them, and only those decisions that joining itself carries
// out. What is put goes through as it is.
func Over(s store.Store) store.Store { return over{Store: s, loaded: &loaded{}} }

type over struct {
	store.Store
	*loaded
}

// loaded are the rulings, looked up once: joining lasts shorter than the next
// ruling.
type loaded struct {
	once    sync.Once
	rulings *Rulings
	err     error
}

func (o over) load(ctx context.Context) (*Rulings, error) {
	o.once.Do(func() { o.rulings, o.err = Load(ctx, o.Store) })
	return o.rulings, o.err
}

// Reading implements [store.Store].
func (o over) Reading(ctx context.Context, id string) (*stemma.Reading, error) {
	r, err := o.Store.Reading(ctx, id)
	if err != nil {
		return nil, err
	}
	rulings, err := o.load(ctx)
	if err != nil {
		return nil, err
	}
	return rulings.Apply(r).Told(), nil
}

// Tellings implements [store.Store]: those of ruled documents are told anew.
func (o over) Tellings(ctx context.Context, documents ...string) iter.Seq2[stemma.Telling, error] {
	return func(yield func(stemma.Telling, error) bool) {
		rulings, ruled, err := o.ruled(ctx, documents)
		if err != nil {
			yield(stemma.Telling{}, err)
			return
		}
		for t, err := range o.Store.Tellings(ctx, documents...) {
			if (err != nil || !slices.Contains(ruled, t.Document)) && !yield(t, err) {
				return
			}
		}
		for _, id := range ruled {
			if !o.tell(ctx, rulings, id, yield) {
				return
			}
		}
	}
}

// ruled are the rulings, and those of the documents asked for that they change. A ruling
// on an actor may change any.
func (o over) ruled(ctx context.Context, documents []string) (*Rulings, []string, error) {
	rulings, err := o.load(ctx)
	if err != nil {
		return nil, nil, err
	}
	if len(rulings.actors) > 0 {
		all, err := o.all(ctx, documents)
		return rulings, all, err
	}
	unasked := func(id string) bool { return len(documents) > 0 && !slices.Contains(documents, id) }
	return rulings, slices.DeleteFunc(rulings.documents(), unasked), nil
}

// tell yields the tellings of one ruled document.
func (o over) tell(ctx context.Context, rulings *Rulings, id string, yield func(stemma.Telling, error) bool) bool {
	r, err := o.Store.Reading(ctx, id)
	if err != nil {
		return yield(stemma.Telling{}, err)
	}
	for _, t := range rulings.Apply(r).Told().Tellings() {
		if !yield(t, nil) {
			return false
		}
	}
	return true
}

// all are the documents asked for; of the whole case if none is.
func (o over) all(ctx context.Context, documents []string) ([]string, error) {
	if len(documents) > 0 {
		return documents, nil
	}
	var out []string
	for d, err := range o.Store.Documents(ctx, store.Which{}) {
		if err != nil {
			return nil, err
		}
		out = append(out, d.ID)
	}
	return out, nil
}

// documents are those with a ruling on one of their findings, sorted.
func (r *Rulings) documents() []string {
	var out []string
	for id := range r.byDocument {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// Decisions implements [store.Store]: rulings on findings are in the readings
// already; what is not codable counts as rejected.
func (o over) Decisions(ctx context.Context) iter.Seq2[stemma.Decision, error] {
	return func(yield func(stemma.Decision, error) bool) {
		for d, err := range o.Store.Decisions(ctx) {
			if err == nil && applied(d) {
				continue
			}
			if err == nil {
				d = o.asJoined(ctx, d)
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// applied reports whether a decision rules on a finding, so that the readings have it.
func applied(d stemma.Decision) bool {
	return d.Field != "" && (d.Kind == stemma.DecideAccept || d.Kind == stemma.DecideReject)
}

// asJoined is a decision as joining carries it out.
func (o over) asJoined(ctx context.Context, d stemma.Decision) stemma.Decision {
	if d.Kind == stemma.DecideNotCodable {
		d.Kind = stemma.DecideReject
	}
	d.Target = o.target(ctx, d)
	return d
}

// target is the event that a ruling on an incident is tied to: the one that it
// names, else the one on exactly its words.
func (o over) target(ctx context.Context, d stemma.Decision) string {
	if d.Document == "" || d.Quote == "" {
		return d.Target
	}
	r, err := o.Reading(ctx, d.Document)
	if err != nil {
		return d.Target
	}
	ruled := Ruled{Reading: r}
	if id, ok := ruled.attach(d); ok {
		return id
	}
	return d.Target
}

// A Joiner joins a case as ruled.
type Joiner struct {
	Inner interface {
		Join(ctx context.Context, s store.Store) error
	}
}

// Join joins what is new in a case.
func (j Joiner) Join(ctx context.Context, s store.Store) error { return j.Inner.Join(ctx, Over(s)) }
