package stemma

import (
	"slices"
	"strconv"
	"time"
)

// A Decision is a person's ruling. Decisions are only ever added; undoing one
// is another. One is tied to document, quote and field, never to an offset
// alone, and is re-attached exactly after a re-reading or listed as orphaned.
type Decision struct {
	Seq      int64 // order in the case, from 1
	Kind     DecisionKind
	Target   string // id of what is decided on
	Field    string
	Value    string
	Document string // in which the quote stands; "" for what no words are needed for
	Quote    string // the words decided on, with Before and After as neighbours
	Before   string
	After    string
	Why      string
	By       string
	At       time.Time
}

// Number is the decision's sequence number as a target of another decision.
func (d Decision) Number() string { return strconv.FormatInt(d.Seq, 10) }

// InForce are the decisions that have not been undone, in their order, those
// that undo others too. Undoing an undoing does a thing again.
//
//	1 reject e_1, 2 undo 1 → 2; with 3 undo 2 → 1, 3
func InForce(decisions []Decision) []Decision {
	undone := map[string]bool{}
	for _, d := range slices.Backward(decisions) { // what undoes comes after what it undoes
		if d.Kind == DecideUndo && !undone[d.Number()] {
			undone[d.Target] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(decisions), func(d Decision) bool { return undone[d.Number()] })
}

// Standing are the decisions in force that rule on something.
func Standing(decisions []Decision) []Decision {
	return slices.DeleteFunc(InForce(decisions), func(d Decision) bool { return d.Kind == DecideUndo })
}

// DecisionKind says what a decision does.
type DecisionKind string

// The kinds of decision.
const (
	DecideAnchor     DecisionKind = "anchor"      // Value: sentence, Field: date, Target: document or "" for the whole case
	DecideAccept     DecisionKind = "accept"      // Target: an event of an incident; with a Field, that finding alone
	DecideReject     DecisionKind = "reject"      // likewise; Value: the reason in a word
	DecideNotCodable DecisionKind = "not-codable" // Target: an event of an incident that no codebook wants
	DecideChange     DecisionKind = "change"      // Target: a finding; Field and Value: what it becomes
	DecideSpan       DecisionKind = "span"        // Target: a finding; Quote: the words that it rests on now
	DecideAdd        DecisionKind = "add"         // Field: event, claim or quantity; Value: its fields; Quote: its words
	DecideChoose     DecisionKind = "choose"      // Target: an event of an incident; Field and Value: what a person takes it to be
	DecideMerge      DecisionKind = "merge"       // Target and Value are events: must link
	DecideSplit      DecisionKind = "split"       // Target and Value are events: cannot link
	DecideCopy       DecisionKind = "copy"        // Target and Value are documents
	DecideNotCopy    DecisionKind = "not-copy"    //
	DecideSameActor  DecisionKind = "same-actor"  // Value: another name of the actor called Target; Document: only there, "" for the whole case
	DecideNotActor   DecisionKind = "not-actor"   // Target: an actor of a document that is not the book's but whom its words name; Value: what it is
	DecidePlace      DecisionKind = "place"       // Target: a toponym; Value: the place it is taken for
	DecidePlaces     DecisionKind = "places"      // Value: an overlay table
	DecideActors     DecisionKind = "actors"      // Value: an overlay table
	DecideUndo       DecisionKind = "undo"        // Target: the Seq that is undone
)
