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
	out := Joined{Copies: ruled(copies, decisions)}
	out.Incidents = group.Incidents(tellings, out.Copies, decisions)
	families := assess.NewFamilies(tellings, out.Copies)
	byEvent := map[string]stemma.Telling{}
	for _, t := range tellings {
		byEvent[t.Event.ID] = t
	}
	tolls := assess.Tolls(inOrder(tellings), propositions, incidentOf(out.Incidents))
	for i := range out.Incidents {
		incident := &out.Incidents[i]
		var own []stemma.Telling
		for _, e := range incident.Events {
			own = append(own, byEvent[e])
		}
		incident.Assessment = assess.Assess(*incident, append(own, tolls[incident.ID]...), families)
		out.Disagreements = append(out.Disagreements, incident.Assessment.Disagreements...)
	}
	out.Disagreements = append(out.Disagreements, assess.Apart(inOrder(tellings), out.Incidents)...)
	out.Disagreements = append(out.Disagreements, assess.Denials(propositions, related(out))...)
	out.Disagreements = append(out.Disagreements, assess.Figures(propositions, out.Disagreements)...)
	out.Disagreements = append(out.Disagreements, assess.Answers(propositions, out.Disagreements)...)
	slices.SortFunc(out.Disagreements, func(a, b stemma.Disagreement) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// incidentOf is the incident of each event.
func incidentOf(incidents []stemma.Incident) map[string]string {
	out := map[string]string{}
	for _, i := range incidents {
		for _, e := range i.Events {
			out[e] = i.ID
		}
	}
	return out
}

func inOrder(tellings []stemma.Telling) []stemma.Telling {
	return slices.SortedFunc(slices.Values(tellings), func(a, b stemma.Telling) int { return cmp.Compare(a.Event.ID, b.Event.ID) })
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

// related reports whether two documents tell of one incident and are no copies
// of each other.
func related(j Joined) func(a, b string) bool {
	together := map[[2]string]bool{}
	for _, i := range j.Incidents {
		for n, a := range i.Documents {
			for _, b := range i.Documents[n+1:] {
				together[pair(a, b)] = true
			}
		}
	}
	for _, c := range j.Copies {
		delete(together, pair(c.Document, c.Of))
	}
	return func(a, b string) bool { return together[pair(a, b)] }
}
