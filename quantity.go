package stemma

// A Quantity is how many of what, of whom, as the words give it.
//
//	"more than 270 square km"  → area, 270 to open, unit km2, approximator "more than"
//	"approximately 300 ISIS members" → fighters of ISIS, 300 to 300, approximator "approximately"
type Quantity struct {
	ID           string // "q_…"
	Span         Span
	What         string // killed, injured, captured, missing, displaced, detained, bodies, fighters, civilians, soldiers, vehicles, missiles, sorties, targets, area, distance, money, other …
	Of           Of
	Scope        Scope
	Low          float64
	High         float64 // meaningless if Open
	Open         bool    // no upper end: "at least", "hundreds"
	Unit         string  // km2, km, USD, …; "" for a count
	Approximator Span    // empty if there is none
	Negative     bool    // "no reports of …": none reported, which is neither zero nor unreported
	DerivedFrom  string  // the quantity that it was reckoned from: "an equal number of family members"; of what a list comes to, the first of the list
}

// Of is whose a number is.
type Of struct {
	Class string // civilians, soldiers, fighters, children, women, police, journalists, people, …
	Actor string // id of the actor they belong to, "" if unknown
}

// Scope is what a number spans.
type Scope string

// The scopes of a number.
const (
	ScopeEvent     Scope = "event"
	ScopeDay       Scope = "day"
	ScopeOperation Scope = "operation"
	ScopeWar       Scope = "war"
	ScopePart      Scope = "part" // those whom one hospital took in, or one witness saw: some of the event's
)
