package export

import (
	"cmp"

	"stemma"
)

// Actor is a state, group or person of the document.
type Actor struct {
	ID        string  `json:"id"`
	Name      string  `json:"name"`
	Book      *string `json:"book"`
	Kind      string  `json:"kind"`
	Person    *string `json:"person"`
	Country   *string `json:"country"`
	MemberOf  *string `json:"member_of"`
	LeaderOf  *string `json:"leader_of"`
	SpeaksFor *string `json:"speaks_for"`
	Mentions  []Span  `json:"mentions"`
}

// Place is a toponym and the place it is taken for; an unresolved one has no
// point.
type Place struct {
	ID string `json:"id"`
	Span
	Name         string        `json:"name"`
	GeoNamesID   *int          `json:"geonameid"`
	Book         *string       `json:"book"`
	Country      *string       `json:"country"`
	Lat          *float64      `json:"lat"`
	Lon          *float64      `json:"lon"`
	Precision    *string       `json:"precision"`
	RadiusM      *int          `json:"radius_m"`
	Scene        bool          `json:"scene"` // false for names inside names ("the University of Dorvat"): they place nothing
	Alternatives []Alternative `json:"alternatives"`
}

// Alternative is a runner-up.
type Alternative struct {
	Name       string  `json:"name"`
	GeoNamesID *int    `json:"geonameid"`
	Country    *string `json:"country"`
	Lat        float64 `json:"lat"`
	Lon        float64 `json:"lon"`
}

// Time is a phrase of time with its TIMEX3 type and value.
type Time struct {
	Span
	Type     string  `json:"type"`
	Value    string  `json:"value"`
	Earliest *string `json:"earliest"`
	Latest   *string `json:"latest"`
	Basis    *string `json:"basis"`
}

// Quantity is a number, whose it is, and what it spans. High is null where it is
// open, both ends are where the words only say that there is none reported.
type Quantity struct {
	ID string `json:"id"`
	Span
	What         string   `json:"what"`
	Of           Of       `json:"of"`
	Scope        string   `json:"scope"`
	Low          *float64 `json:"low"`
	High         *float64 `json:"high"`
	Unit         *string  `json:"unit"`
	Approximator *Span    `json:"approximator"`
	Negative     bool     `json:"none_reported"`
	DerivedFrom  *string  `json:"derived_from"`
	Claim        *string  `json:"claim"`
}

// Of is whose a number is.
type Of struct {
	Class *string `json:"class"`
	Actor *string `json:"actor"`
}

func (w wire) actor(a stemma.Actor) Actor {
	return Actor{
		a.ID, a.Name, optional(a.Book), string(a.Kind), optional(string(a.Person)), optional(a.Country),
		optional(a.MemberOf), optional(a.LeaderOf), optional(a.SpeaksFor),
		each(a.Mentions, func(m stemma.Mention) Span { return w.span(m.Span) }),
	}
}

func (w wire) place(t stemma.Toponym) Place {
	out := Place{
		ID: t.ID, Span: w.span(t.Span), Name: cmp.Or(t.Place.Name, w.r.Words(t.Span)), Scene: !t.Adjective && !t.Inside,
		Alternatives: each(t.Alternatives, alternative),
	}
	if !t.Known() {
		return out
	}
	p := t.Place
	out.Name, out.GeoNamesID, out.Book, out.Country = p.Name, count(p.GeoNames), optional(p.ID), optional(p.Country)
	out.Lat, out.Lon, out.Precision, out.RadiusM = &p.Lat, &p.Lon, optional(string(p.Precision)), count(p.Radius)
	return out
}

func alternative(p stemma.Place) Alternative {
	return Alternative{p.Name, count(p.GeoNames), optional(p.Country), p.Lat, p.Lon}
}

func (w wire) time(t stemma.TimeExpression) Time {
	return Time{
		w.span(t.Span), t.Type, t.Value, optional(t.Interval.Earliest.String()), optional(t.Interval.Latest.String()),
		optional(string(t.Interval.Basis)),
	}
}

func (w wire) quantity(q stemma.Quantity) Quantity {
	out := Quantity{
		ID: q.ID, Span: w.span(q.Span), What: q.What, Of: Of{optional(q.Of.Class), optional(q.Of.Actor)}, Scope: string(q.Scope),
		Unit: optional(q.Unit), Approximator: w.maybe(q.Approximator), Negative: q.Negative, DerivedFrom: optional(q.DerivedFrom),
	}
	if !q.Negative {
		out.Low = &q.Low
	}
	if !q.Negative && !q.Open {
		out.High = &q.High
	}
	if claim := w.r.ClaimHolding(q.Span); claim != nil {
		out.Claim = &claim.ID
	}
	return out
}
