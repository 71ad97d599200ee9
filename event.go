package stemma

// An Event is something done, by someone, to someone, in one telling, in the
// terms of PLOVER (Halterman et al. 2023): type, mode and contexts.
//
//	"U.S. military aircraft cratered a road" → ASSAULT/aerial, actor "U.S. military aircraft", recipient "a road"
type Event struct {
	ID            string // "e_…"
	Type          string // one of PLOVER's 16: ASSAULT, MOBILIZE, …
	Mode          string // "" if the sentence does not tell
	Contexts      []string
	ACLED         string // ACLED sub-event type, "" if none fits
	Trigger       Span
	Clause        Span
	Actors        []Role
	Recipients    []Role
	Places        []PlaceRole
	When          Interval
	Quantities    []string // ids
	Modality      Modality
	ModalityWords []Span
	Claim         string // innermost claim that holds it, "" for the own voice
	Rule          string
}

// A Role is an actor's part in an event.
type Role struct {
	Actor string // id, "" if it is no actor we know ("a road")
	Name  string
	Span  Span
	Part  string // lead, ally, target, holder, ground, …
}

// Ground is the part of a state on whose land something was done, as the words say
// it: it neither did it nor was hit.
//
//	"Brigades massed along the border with Struvia" → recipient Struvia, ground
const Ground = "ground"

// A PlaceRole is a place's part in an event.
type PlaceRole struct {
	Place string // id of the toponym
	Role  string // in, at, near, from, to, through, toward
	Span  Span
}

// Modality is what the text says of the event, from stated cues.
type Modality string

// The modalities.
const (
	Asserted     Modality = "asserted"
	Alleged      Modality = "alleged"
	Denied       Modality = "denied"
	Planned      Modality = "planned"
	Hypothetical Modality = "hypothetical"
	Attempted    Modality = "attempted"
	Background   Modality = "background"
)

// Happened reports whether it is told as done, by whomever and whenever: not as denied,
// to come, tried or supposed.
func (m Modality) Happened() bool { return m == Asserted || m == Alleged || m == Background }
