package stemma

// A Copy says that one document carries another's text, whole or in part.
type Copy struct {
	Document    string // the smaller id of the two, unless the order is known: then the copy
	Of          string
	Relation    CopyRelation
	Containment [2]float64 // share of Document's body that stands in Of, and the other way
	Basis       []string   // why we say so: "shared text", "same outlet", "same agency", "credit line", "dateline"
	Order       CopyOrder
	Shared      []Passage // the passages, in the order of Document
	Decided     bool      // a person said so
}

// A Passage is a run of text that two documents share, word for word but for
// what Differs.
type Passage struct {
	Here, There Span
	Differs     []Difference
}

// A Difference is where two copies of one passage do not agree in a number, a
// name or a negation.
type Difference struct{ Here, There Span }

// CopyRelation says how two documents share their text.
type CopyRelation string

// The relations of copies.
const (
	RelationCopy    CopyRelation = "copy"    // the same text, trimmed or edited lightly
	RelationVersion CopyRelation = "version" // a later state of the same report
	RelationExcerpt CopyRelation = "excerpt" // a passage
)

// CopyOrder says which came first.
type CopyOrder string

// The orders. Who copied whom is said only on a credit line or a dated
// difference.
const (
	OrderUnknown CopyOrder = "unknown"
	OrderAfter   CopyOrder = "after" // Document is the later
)
