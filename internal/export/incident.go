package export

import "stemma"

// IncidentSchema names the shape of [Incident].
const IncidentSchema = "stemma.incident/1"

// Incident is what several documents tell of, with who says what of it.
type Incident struct {
	Schema        string    `json:"schema"`
	ID            string    `json:"id"`
	Title         string    `json:"title"`
	Type          string    `json:"type"`
	Mode          *string   `json:"mode"`
	ACLED         *string   `json:"acled"`
	Status        string    `json:"status"`
	When          When      `json:"when"`
	Places        []Scene   `json:"places"`
	Documents     []string  `json:"documents"`
	Background    []string  `json:"background"`
	Events        []string  `json:"events"`
	Parts         []Part    `json:"parts"`
	Accounts      []Account `json:"accounts"`
	Values        []Value   `json:"values"`
	Origins       Origins   `json:"origins"`
	Grade         Grade     `json:"grade"`
	Disputed      []string  `json:"disputed"`
	Disagreements []string  `json:"disagreements"`
	Reasons       []string  `json:"reasons"`
	Chosen        []Chosen  `json:"chosen"`
}

// Chosen is what a person took a field to be. What the accounts say of it stays
// among the values; the decision says who chose, and when.
type Chosen struct {
	Field    string  `json:"field"`
	Value    string  `json:"value"`
	Why      *string `json:"why"`
	Decision int64   `json:"decision"`
}

// Scene is a place of an incident.
type Scene struct {
	Name       string  `json:"name"`
	Role       string  `json:"role"`
	GeoNamesID *int    `json:"geonameid"`
	Book       string  `json:"book"`
	Country    *string `json:"country"`
	Lat        float64 `json:"lat"`
	Lon        float64 `json:"lon"`
	Precision  string  `json:"precision"`
	RadiusM    int     `json:"radius_m"`
}

// Part is one row as coders code it.
type Part struct {
	Day       When     `json:"day"`
	Place     *string  `json:"place"`
	Actor     *string  `json:"actor"`
	Recipient *string  `json:"recipient"`
	Events    []string `json:"events"`
}

// Account is what one origin says.
type Account struct {
	Origin    string   `json:"origin"`
	Name      string   `json:"name"`
	Kind      string   `json:"kind"`
	Documents []string `json:"documents"`
	Claims    []string `json:"claims"`
	Events    []string `json:"events"`
}

// Value is one thing said of one field, with its own origins.
type Value struct {
	Field    string   `json:"field"`
	Of       *string  `json:"of"`
	Low      *float64 `json:"low"`
	High     *float64 `json:"high"`
	Text     *string  `json:"text"`
	Accounts []int    `json:"accounts"`
	Origins  Origins  `json:"origins"`
	Quotes   []Quote  `json:"quotes"`
}

// Quote is a span of a document, in code points.
type Quote struct {
	Document string `json:"document"`
	Span
}

// Origins is how many independent origins there are, as a range with reasons.
type Origins struct {
	Min     int      `json:"min"`
	Max     int      `json:"max"`
	Reasons []string `json:"reasons"`
}

// Grade is the published rule's word, null for incidents that are not violent.
type Grade struct {
	Grade   *string  `json:"grade"`
	Reasons []string `json:"reasons"`
}

// Points gives the code points of a span in a document's text.
type Points func(document string, span stemma.Span) Span

// NewIncident is the shape of an incident.
func NewIncident(i stemma.Incident, points Points) Incident {
	a := i.Assessment
	out := Incident{
		Schema: IncidentSchema, ID: i.ID, Title: i.Title, Type: i.Type, Mode: optional(i.Mode), ACLED: optional(i.ACLED),
		Status: string(i.Status), When: wire{}.when(i.When), Places: each(i.Places, newScene), Documents: list(i.Documents),
		Background: list(i.BackgroundOf), Events: list(i.Events), Parts: each(i.Parts, newPart),
		Accounts: each(a.Accounts, newAccount), Origins: newOrigins(a.Origins),
		Grade: Grade{optional(string(a.Grade)), list(a.Reasons)}, Disputed: list(a.Disputed), Reasons: list(i.Reasons),
		Disagreements: each(a.Disagreements, func(d stemma.Disagreement) string { return d.ID }), Chosen: []Chosen{},
	}
	out.Values = each(a.Values, func(v stemma.Value) Value { return newValue(v, points) })
	return out
}

// Choose is the incident with the values that a person took for its fields.
func (r Incident) Choose(chosen []stemma.Decision) Incident {
	r.Chosen = each(chosen, func(d stemma.Decision) Chosen { return Chosen{d.Field, d.Value, optional(d.Why), d.Seq} })
	return r
}

func newScene(s stemma.Scene) Scene {
	p := s.Place
	return Scene{p.Name, s.Role, count(p.GeoNames), p.ID, optional(p.Country), p.Lat, p.Lon, string(p.Precision), p.Radius}
}

func newPart(p stemma.Part) Part {
	return Part{wire{}.when(p.Day), optional(p.Place), optional(p.Actor), optional(p.Recipient), list(p.Events)}
}

func newAccount(a stemma.Account) Account {
	return Account{a.Origin, a.Name, string(a.Kind), list(a.Documents), list(a.Claims), list(a.Events)}
}

func newValue(v stemma.Value, points Points) Value {
	return Value{
		v.Field, optional(v.Of), v.Low, v.High, optional(v.Text), append([]int{}, v.Accounts...), newOrigins(v.Origins),
		each(v.Quotes, func(q stemma.Quote) Quote { return Quote{q.Document, points(q.Document, q.Span)} }),
	}
}

func newOrigins(o stemma.Origins) Origins { return Origins{o.Min, o.Max, list(o.Reasons)} }
