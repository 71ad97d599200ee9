package stemma

// A Claim is something said by someone, in the terms of the Penn Attribution
// Relations Corpus (Pareti 2012) and PolNeAR: source, cue, content.
//
//	"Two were hurt, police said." → source "police", cue "said", content "Two were hurt"
//
// The outlet's own voice makes no claim: what it tells rests on the publication.
type Claim struct {
	ID      string // "c_…"
	Parent  string // the claim whose content holds this one, "" if none
	Source  Source
	Cue     Span   // empty where a quotation goes on without one
	Content []Span // sorted, disjoint
	Stance  Stance
	Direct  bool // a quotation mark stands in or at the edge of the content
	Rule    string
	Chain   []Link // outlet first, source last
}

// Extent is the span from the first to the last character of the content.
func (c Claim) Extent() Span {
	if len(c.Content) == 0 {
		return Span{}
	}
	return Span{c.Content[0].Start, c.Content[len(c.Content)-1].End}
}

// Holds reports whether a span lies in the content.
func (c Claim) Holds(s Span) bool {
	for _, part := range c.Content {
		if part.Contains(s) {
			return true
		}
	}
	return false
}

// A Source is who is quoted, as the page names them.
type Source struct {
	Span        Span
	Name        string // the resolved actor's name, else the words; "" only for "reportedly", "it is believed"
	Actor       string // id of the actor, "" if none
	Kind        SourceKind
	Description Description
	Relation    SourceRelation // to the event; "" unless the text gives it
	Because     []Span         // the words that justify the resolution: "its leader" ← "Hezbollah"
}

// A Description is what a page says of how many an unnamed source is.
type Description struct {
	Low, High int // both 0 if the page does not say; High 0 with Low > 0 is open
	Words     []Span
}

// SourceKind says what sort of source it is.
type SourceKind string

// The kinds of source; SourceNone is that of hearsay ("reportedly").
const (
	SourceNamed    SourceKind = "named"
	SourceUnnamed  SourceKind = "unnamed"
	SourceDocument SourceKind = "document" // a report, a statement, a letter, footage
	SourceNone     SourceKind = ""
)

// SourceRelation says what a source has to do with the event.
type SourceRelation string

// The relations of a source to the event.
const (
	RelationParty    SourceRelation = "party"
	RelationVictim   SourceRelation = "victim"
	RelationWitness  SourceRelation = "witness"
	RelationMonitor  SourceRelation = "monitor"
	RelationMedium   SourceRelation = "medium"
	RelationOfficial SourceRelation = "official"
)

// Stance is the source's act towards the content.
type Stance string

// The stances.
const (
	Asserts Stance = "asserts"
	Denies  Stance = "denies"
	Doubts  Stance = "doubts"
	Asks    Stance = "asks"
)

// A Link is one station on the way by which a claim reached the reader.
type Link struct {
	Role  LinkRole
	Name  string // "" if unknown, as an outlet often is
	Actor string
	Span  Span // empty if the page does not name it here
}

// LinkRole says what a link is.
type LinkRole string

// The roles of links, in the order in which a chain has them.
const (
	RoleOutlet LinkRole = "outlet"
	RoleAgency LinkRole = "agency"
	RoleVia    LinkRole = "via"
	RoleSource LinkRole = "source"
)
