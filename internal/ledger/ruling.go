package ledger

import (
	"cmp"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/coding"
	"stemma/internal/decide"
)

// A Ruling is what a person says of something in a case, as the doors take it
// down. docs/api.md says what each verb wants.
type Ruling struct {
	Verb   string
	On     string            // an incident, a finding, a document, or the name of an actor
	Field  string            // of what is changed or chosen; of an addition: event, claim or quantity; of an anchor: its day
	Value  string            // what it becomes; the other incident, event, document or name; of an anchor: its sentence
	Words  string            // on which it rests from now on
	At     stemma.Span       // where these stand, if a page has shown it; else they must stand in the document once
	Fields map[string]string // of what is added
	Scope  string            // of what a name means: document or case
	Within string            // the document of what is ruled on, if it is known; of the scope, where the name alone does not say it
	Why    string
}

// verbs are all that a person can say, each with what it does at the desk. An
// incident is ruled on as a whole, a finding alone.
var verbs = map[string]func(*Ledger, *decide.Desk, Ruling) error{
	"accept":      stand,
	"reject":      stand,
	"not-codable": onIncident,
	"choose":      choose,
	"merge":       merge,
	"split":       split,
	"change":      onFinding,
	"place":       onName,
	"not-actor":   onName,
	"span":        span,
	"add":         add,
	"copy":        pair,
	"not-copy":    pair,
	"same-actor":  sameActor,
	"anchor":      plain,
}

// Rule makes a ruling at the desk, tied to the words of what it is on, and gives
// the number of the decision that says so: of the one that stands already, where
// the ruling says nothing new.
func (l *Ledger) Rule(desk *decide.Desk, r Ruling) (seq int64, err error) {
	do, ok := verbs[r.Verb]
	if !ok {
		return 0, fmt.Errorf("%w: no ruling is called %q; there are: %s", stemma.ErrUsage, r.Verb, strings.Join(slices.Sorted(maps.Keys(verbs)), ", "))
	}
	r.On, r.Value, r.Why = strings.TrimSpace(r.On), strings.TrimSpace(r.Value), strings.TrimSpace(r.Why)
	if seq, err = l.stands(r); seq > 0 || err != nil {
		return seq, err
	}
	l.rulings = nil
	return l.Left(do(l, desk, r))
}

// Left is the number of the decision that something left which went well.
func (l *Ledger) Left(err error) (int64, error) {
	if err != nil {
		return 0, err
	}
	last, err := l.Last()
	return last.Seq, err
}

// stands is the number of the last decision on where an incident stands, if a
// ruling would only say the same again; 0 if not. A reason is something new.
//
//	accepted by no. 3; accept → 3; accept, "two hospitals" → 0; reject → 0
func (l *Ledger) stands(r Ruling) (int64, error) {
	if !strings.HasPrefix(r.On, "i_") || r.Why != "" || r.Verb != string(stemma.DecideAccept) && r.Verb != string(stemma.DecideReject) {
		return 0, nil
	}
	i, err := l.Incident(r.On)
	if err != nil {
		return 0, err
	}
	rulings, err := l.Rulings()
	if err != nil {
		return 0, err
	}
	if last, ok := rulings.Last(i); ok && string(last.Kind) == r.Verb && last.Value == r.Value {
		return last.Seq, nil
	}
	return 0, nil
}

func (r Ruling) decision() stemma.Decision {
	return stemma.Decision{Kind: stemma.DecisionKind(r.Verb), Target: r.On, Field: r.Field, Value: r.Value, Why: r.Why}
}

func stand(l *Ledger, desk *decide.Desk, r Ruling) error {
	if strings.HasPrefix(r.On, "i_") {
		r.Field = ""
		return onIncident(l, desk, r)
	}
	r.Field = decide.Sort(r.On)
	return onFinding(l, desk, r)
}

func onIncident(l *Ledger, desk *decide.Desk, r Ruling) error {
	i, err := l.Incident(r.On)
	if err != nil {
		return err
	}
	if r.Verb == "not-codable" {
		r.Value = "not codable"
	}
	return desk.Incident(l.Ctx, i, r.decision())
}

// choose refuses a field that the incident has not.
func choose(l *Ledger, desk *decide.Desk, r Ruling) error {
	i, err := l.Incident(r.On)
	if err != nil {
		return err
	}
	if known := i.Fields(); r.Field != "" && !slices.Contains(known, r.Field) {
		return fmt.Errorf("%w: an incident has no field %q%s", stemma.ErrUsage, r.Field, instead(r.Field, known))
	}
	return desk.Incident(l.Ctx, i, r.decision())
}

func merge(l *Ledger, desk *decide.Desk, r Ruling) error {
	with, err := l.Incident(r.Value)
	if err != nil {
		return err
	}
	r.Value = with.Events[0]
	return onIncident(l, desk, r)
}

func split(l *Ledger, desk *decide.Desk, r Ruling) error {
	i, err := l.Incident(r.On)
	if err != nil {
		return err
	}
	return desk.Split(l.Ctx, i, r.Value, r.Why)
}

// onFinding refuses to change an incident: its fields are chosen, and only its tellings
// changed.
func onFinding(l *Ledger, desk *decide.Desk, r Ruling) error {
	if i, err := l.Incident(r.On); err == nil && strings.HasPrefix(r.On, "i_") {
		return fmt.Errorf("%w: %s is an incident: choose what its field shall be, or %s one of its tellings: %s", stemma.ErrUsage, i.ID, r.Verb, strings.Join(i.Events, ", "))
	}
	document, err := l.holding(r)
	if err != nil {
		return err
	}
	return desk.Finding(l.Ctx, document, r.decision())
}

// holding is the document of the finding that is ruled on.
func (l *Ledger) holding(r Ruling) (string, error) {
	if r.Within != "" {
		return r.Within, nil
	}
	return l.documentOf(r.On)
}

func span(l *Ledger, desk *decide.Desk, r Ruling) error {
	document, err := l.holding(r)
	if err != nil {
		return err
	}
	return l.onWords(desk, document, r, r.decision())
}

// add adds what was missed. ACLED's word for an event says its type and mode
// where the person says none.
func add(l *Ledger, desk *decide.Desk, r Ruling) error {
	fields := url.Values{}
	for name, value := range r.Fields {
		fields.Set(name, value)
	}
	if sub, ok := coding.SubeventNamed(fields.Get("acled")); ok && !fields.Has("type") {
		fields.Set("type", sub.Type)
		fields.Set("mode", sub.Mode)
	}
	d := r.decision()
	d.Target, d.Value = "", fields.Encode()
	return l.onWords(desk, r.On, r, d)
}

// onWords rules on words of a document.
func (l *Ledger) onWords(desk *decide.Desk, document string, r Ruling, d stemma.Decision) error {
	if !r.At.Empty() {
		return desk.Words(l.Ctx, document, r.At, d)
	}
	reading, err := l.Store.Reading(l.Ctx, document)
	if err != nil {
		return err
	}
	s, ok := decide.Locate(reading.Text, r.Words)
	if !ok {
		return fmt.Errorf("%w: %q stands nowhere in %s, or more than once; take a few more words around it", stemma.ErrUsage, r.Words, document)
	}
	return desk.Words(l.Ctx, document, s, d)
}

func pair(l *Ledger, desk *decide.Desk, r Ruling) error { return desk.Pair(l.Ctx, r.decision()) }

func plain(l *Ledger, desk *decide.Desk, r Ruling) error { return desk.Rule(l.Ctx, r.decision()) }

// onName rules on what a name means, as far as the scope reaches.
func onName(l *Ledger, desk *decide.Desk, r Ruling) error {
	scope, err := decide.ScopeNamed(r.Scope)
	if err != nil {
		return err
	}
	document, err := l.holding(r)
	if err != nil {
		return err
	}
	if r.Verb == "not-actor" {
		return desk.NotActor(l.Ctx, document, r.decision(), scope)
	}
	return desk.Place(l.Ctx, document, r.decision(), scope)
}

// sameActor makes one actor of two names: in the whole case, unless one document
// is meant.
func sameActor(l *Ledger, desk *decide.Desk, r Ruling) error {
	scope, err := decide.ScopeNamed(cmp.Or(r.Scope, string(decide.WholeCase)))
	if err != nil {
		return err
	}
	d := r.decision()
	if scope == decide.OneDocument {
		if d.Document = r.Within; d.Document == "" {
			return fmt.Errorf("%w: the scope document wants a document", stemma.ErrUsage)
		}
	}
	return desk.SameActor(l.Ctx, d)
}

// Decision is the one with a number.
func (l *Ledger) Decision(seq int64) (stemma.Decision, error) {
	for d, err := range l.Store.Decisions(l.Ctx) {
		if err != nil || d.Seq == seq {
			return d, err
		}
	}
	return stemma.Decision{}, fmt.Errorf("%w: no decision %d", stemma.ErrNotFound, seq)
}

// Last is the decision made last; the zero Decision if there is none.
func (l *Ledger) Last() (stemma.Decision, error) {
	var last stemma.Decision
	for d, err := range l.Store.Decisions(l.Ctx) {
		if err != nil {
			return last, err
		}
		last = d
	}
	return last, nil
}
