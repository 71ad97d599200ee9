package stemma

import "slices"

// An Incident is what several documents tell of, in parts, since ACLED and UCDP
// code one row for each day, place and pair of parties.
type Incident struct {
	ID           string // "i_…", from its smallest event id
	Title        string
	Type, Mode   string
	ACLED        string // the sub-event type that most tellings have, "" if none fits
	Status       Status
	When         Interval
	Places       []Scene
	Documents    []string // that tell of it; sorted
	BackgroundOf []string // documents that only mention it as history; sorted
	Events       []string // sorted
	Parts        []Part
	Assessment   Assessment
	Reasons      []string // why these events are tellings of one incident
}

// Asked are the fields that are asked of every incident, in the order in which a
// person asks: did it happen, when, where, who, whom, how many.
var Asked = []string{"happened", "date", "place", "actor", "recipient", "killed", "injured"}

// Fields are the fields of an incident that a person may choose a value of: those
// that are asked of every one, then those that its accounts have besides, sorted.
func (i Incident) Fields() []string {
	var besides []string
	for _, v := range i.Assessment.Values {
		if v.Field != "" && !slices.Contains(Asked, v.Field) {
			besides = append(besides, v.Field)
		}
	}
	slices.Sort(besides)
	return slices.Concat(Asked, slices.Compact(besides))
}

// A Scene is a place of an incident and what it is to it.
type Scene struct {
	Place Place
	Role  string // in, from, to, near …
	Words Quote
}

// A Part is one row as coders code it: a day, a place and a pair of parties.
type Part struct {
	Day       Interval
	Place     string
	Actor     string
	Recipient string
	Events    []string
}

// A Quote is a span of one document.
type Quote struct {
	Document string
	Span     Span
}

// An Account is what one origin says of an incident.
type Account struct {
	Origin    string // actor id, "publication:d_…" for an own voice, "unnamed:…" for an unnamed group
	Name      string
	Kind      OriginKind
	Relation  SourceRelation
	Documents []string
	Claims    []string
	Events    []string
}

// OriginKind says what sort of origin it is.
type OriginKind string

// The kinds of origin.
const (
	OriginNamed    OriginKind = "named"
	OriginUnnamed  OriginKind = "unnamed"
	OriginOwnVoice OriginKind = "own-voice"
)

// A Value is one field of an incident with what is said of it: one value for
// each distinct thing said.
type Value struct {
	Field    string // happened, actor, recipient, place, date, killed, injured, …
	Of       string // of numbers: whose
	Low      *float64
	High     *float64 // nil with Low set: open
	Text     string
	Accounts []int // indices into Assessment.Accounts
	Origins  Origins
	Quotes   []Quote
}

// Origins is how many independent origins stand behind something, as a range
// with its reasons.
type Origins struct {
	Min, Max int
	Reasons  []string
}

// Status is where an incident stands between machine and person.
type Status string

// The statuses.
const (
	Proposed Status = "proposed"
	Accepted Status = "accepted"
	Rejected Status = "rejected"
)

// An Assessment is what the accounts of an incident come to.
type Assessment struct {
	Accounts      []Account
	Values        []Value
	Origins       Origins // that it happened
	Grade         Grade
	Reasons       []string // of the grade
	Disputed      []string // who, target, happened
	Disagreements []Disagreement
}

// Grade is a published rule's word on a violent incident, proposed until a
// person decides; "" for incidents that are not violent.
type Grade string

// The grades.
const (
	GradeAdmitted Grade = "admitted"
	GradeSeveral  Grade = "several origins"
	GradeOne      Grade = "one origin"
	GradeSetAside Grade = "set aside"
)

// A Disagreement is a set of accounts that cannot all hold, or a difference
// that is explained.
type Disagreement struct {
	ID        string // "x_…"
	Incident  string // "" if it stands inside one document and joins no incident
	Type      DisagreementType
	Explained bool
	Field     string
	Reason    string
	Sides     []Side
}

// A Side is one of the things said.
type Side struct {
	Value     string
	Claims    []string
	Events    []string
	Documents []string
	Words     Quote
}

// DisagreementType is one letter.
type DisagreementType string

// The types of disagreement; the last four are explained differences.
const (
	DisagreeValue    DisagreementType = "V"
	DisagreeActor    DisagreementType = "A" // who did it
	DisagreeTarget   DisagreementType = "T" // who was hit
	DisagreeHappened DisagreementType = "D"
	OtherMeasure     DisagreementType = "M"
	OtherScope       DisagreementType = "S"
	NewerFigure      DisagreementType = "N"
	PageDate         DisagreementType = "P"
)
