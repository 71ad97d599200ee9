package stemma

import (
	"strconv"
	"time"
)

// A Decision is a person's ruling. Decisions are only ever added; undoing one
// is another. One is tied to document, quote and field, never to an offset
// alone, and is re-attached exactly after a re-reading or listed as orphaned.
type Decision struct {
	Seq    int64 // order in the case, from 1
	Kind   DecisionKind
	Target string // id of what is decided on
	Field  string
	Value  string
	Quote  string // the words decided on, with Before and After as neighbours
	Before string
	After  string
	Why    string
	By     string
	At     time.Time
}

// Number is the decision's sequence number as a target of another decision.
func (d Decision) Number() string { return strconv.FormatInt(d.Seq, 10) }

// Standing are the decisions that have not been undone, in their order.
func Standing(decisions []Decision) []Decision {
	undone := map[string]bool{}
	for _, d := range decisions {
		if d.Kind == DecideUndo {
			undone[d.Target] = true
		}
	}
	var out []Decision
	for _, d := range decisions {
		if d.Kind != DecideUndo && !undone[d.Number()] {
			out = append(out, d)
		}
	}
	return out
}

// DecisionKind says what a decision does.
type DecisionKind string

// The kinds of decision.
const (
	DecideAnchor  DecisionKind = "anchor" // Value: sentence, Field: date, Target: document or "" for the whole case
	DecideAccept  DecisionKind = "accept"
	DecideReject  DecisionKind = "reject"
	DecideChange  DecisionKind = "change"
	DecideMerge   DecisionKind = "merge"    // Target and Value are incidents: must link
	DecideSplit   DecisionKind = "split"    // Target and Value are events: cannot link
	DecideCopy    DecisionKind = "copy"     // Target and Value are documents
	DecideNotCopy DecisionKind = "not-copy" //
	DecidePlaces  DecisionKind = "places"   // Value: an overlay table
	DecideActors  DecisionKind = "actors"   // Value: an overlay table
	DecideUndo    DecisionKind = "undo"     // Target: the Seq that is undone
)
