package decide

import (
	"net/url"
	"slices"

	"stemma"
)

// byPerson is the rule of what a person added.
const byPerson = "person"

// add puts in what the machine missed: an event, a claim or a quantity on some
// words. Its fields stand in the ruling's value as a query, so that one ruling
// is one finding.
//
//	event on "the mill was burned": acled=Looting%2Fproperty+destruction&type=ASSAULT&date=2024-03-14
func (r *Ruled) add(d stemma.Decision) (string, bool) {
	s, ok := find(r.Text, d)
	if !ok {
		return "", false
	}
	fields, err := url.ParseQuery(d.Value)
	if err != nil {
		return "", false
	}
	id := ""
	switch d.Field {
	case "event":
		id = r.addEvent(s, fields)
	case "claim":
		id = r.addClaim(s, fields)
	case "quantity":
		id = r.addQuantity(s, fields)
	default:
		return "", false
	}
	r.Status[id] = stemma.Accepted
	return id, true
}

func (r *Ruled) addEvent(s stemma.Span, fields url.Values) string {
	e := stemma.Event{
		ID: stemma.SpanID("e", r.Document, byPerson, s), Trigger: s, Clause: s, Type: "ASSAULT", Modality: stemma.Asserted,
		When: stemma.Interval{Precision: stemma.PrecisionUnknown}, Rule: byPerson,
	}
	for _, field := range Fields["e"] {
		if v := fields.Get(field); v != "" {
			changeEvent(r.Reading, &e, field, v)
		}
	}
	if c := r.ClaimHolding(s); c != nil {
		e.Claim = c.ID
	}
	for _, q := range r.Quantities {
		if s.Contains(q.Span) {
			e.Quantities = append(e.Quantities, q.ID)
		}
	}
	r.Events = put(r.Events, e, func(o stemma.Event) bool { return o.ID == e.ID })
	return e.ID
}

func (r *Ruled) addClaim(s stemma.Span, fields url.Values) string {
	c := stemma.Claim{ID: stemma.SpanID("c", r.Document, byPerson, s), Content: []stemma.Span{s}, Stance: stemma.Asserts, Rule: byPerson}
	for _, field := range Fields["c"] {
		if v := fields.Get(field); v != "" {
			changeClaim(r.Reading, &c, field, v)
		}
	}
	if around := r.ClaimHolding(s); around != nil && around.ID != c.ID {
		c.Parent = around.ID
	}
	r.Claims = put(r.Claims, c, func(o stemma.Claim) bool { return o.ID == c.ID })
	for i := range r.Events {
		if e := &r.Events[i]; s.Contains(e.Trigger) && (e.Claim == "" || e.Claim == c.Parent) {
			e.Claim = c.ID
		}
	}
	return c.ID
}

func (r *Ruled) addQuantity(s stemma.Span, fields url.Values) string {
	q := stemma.Quantity{ID: stemma.SpanID("q", r.Document, byPerson, s), Span: s, What: "killed", Scope: stemma.ScopeEvent}
	for _, field := range Fields["q"] {
		if v := fields.Get(field); v != "" {
			changeQuantity(&q, field, v)
		}
	}
	r.Quantities = put(r.Quantities, q, func(o stemma.Quantity) bool { return o.ID == q.ID })
	for i := range r.Events {
		if e := &r.Events[i]; e.Clause.Contains(s) && !slices.Contains(e.Quantities, q.ID) {
			e.Quantities = append(slices.Clone(e.Quantities), q.ID)
		}
	}
	return q.ID
}

// put adds a finding, or puts it in the place of its like.
func put[T any](all []T, one T, like func(T) bool) []T {
	if i := slices.IndexFunc(all, like); i >= 0 {
		all[i] = one
		return all
	}
	return append(all, one)
}
