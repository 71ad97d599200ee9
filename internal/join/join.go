// Package join holds the joining line: which documents are copies, which events
// are tellings of one incident, and what the accounts come to. The rules are
// those of the stages copy, group and assess; this room puts them in their
// order and keeps what they find. In: a case with new readings; out: the same
// case with its copies, incidents and disagreements, whatever the order in
// which the documents came.
package join

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/stage/assess"
	"stemma/internal/stage/copy"
	"stemma/internal/stage/group"
)

// Version names the rules of the joining line.
const Version = copy.Version + " " + group.Version + " " + assess.Version

// Joined is what a set of readings comes to.
type Joined struct {
	Copies        []stemma.Copy
	Incidents     []stemma.Incident
	Disagreements []stemma.Disagreement // all of them, those of incidents too
}

// Weigh is the joining line after the copies are known: a function of the set of
// tellings and of people's decisions, never of the order in which they came.
func Weigh(tellings []stemma.Telling, propositions []stemma.Proposition, copies []stemma.Copy, decisions []stemma.Decision) Joined {
	decisions = stemma.Standing(decisions)
	return weigh(material{tellings: tellings, propositions: propositions, copies: ruled(copies, decisions), decisions: decisions})
}

// ruled are the copies as people see them: what they called copies joined, what
// they called none left out. The last ruling on a pair holds.
func ruled(found []stemma.Copy, decisions []stemma.Decision) []stemma.Copy {
	verdict := map[[2]string]stemma.DecisionKind{}
	for _, d := range decisions {
		if d.Kind == stemma.DecideCopy || d.Kind == stemma.DecideNotCopy {
			verdict[pair(d.Target, d.Value)] = d.Kind
		}
	}
	var out []stemma.Copy
	for _, c := range found {
		key := pair(c.Document, c.Of)
		if verdict[key] == stemma.DecideNotCopy {
			continue
		}
		c.Decided = verdict[key] == stemma.DecideCopy
		delete(verdict, key)
		out = append(out, c)
	}
	for key, kind := range verdict {
		if kind == stemma.DecideCopy {
			out = append(out, stemma.Copy{
				Document: key[0], Of: key[1], Relation: stemma.RelationCopy, Basis: []string{"a person said so"},
				Order: stemma.OrderUnknown, Decided: true,
			})
		}
	}
	slices.SortFunc(out, func(a, b stemma.Copy) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Of, b.Of))
	})
	return out
}

func pair(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }
