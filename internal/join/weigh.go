package join

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/stage/assess"
	"stemma/internal/stage/assess/account"
	"stemma/internal/stage/assess/dispute"
	"stemma/internal/stage/group"
)

// A material is what is weighed at once: the tellings that are grouped anew, and
// the pages that they stand in, whole.
type material struct {
	tellings     []stemma.Telling // to be grouped
	around       []stemma.Telling // the others of the same pages
	propositions []stemma.Proposition
	copies       []stemma.Copy // of the pages with each other, as people see them
	decisions    []stemma.Decision
	told         []stemma.Disagreement // of incidents of these pages that stay as they are
}

// elsewhere stands for the incident of an event that is not grouped anew.
const elsewhere = "elsewhere"

// weigh is the joining line after the copies are known.
func weigh(m material) Joined {
	out := Joined{Copies: m.copies, Incidents: group.Incidents(m.tellings, m.copies, m.decisions)}
	book := newBook(m)
	of := incidentOf(out.Incidents)
	for _, t := range m.around {
		if group.Happened(t) {
			of[t.Event.ID] = elsewhere
		}
	}
	whole := inOrder(slices.Concat(m.tellings, m.around))
	tolls, taken := dispute.Tolls(whole, m.propositions, of), account.Taken(whole, m.propositions, of)
	byEvent := map[string]stemma.Telling{}
	for _, t := range m.tellings {
		byEvent[t.Event.ID] = t
	}
	for i := range out.Incidents {
		incident := &out.Incidents[i]
		var own []stemma.Telling
		for _, e := range incident.Events {
			own = append(own, byEvent[e])
		}
		families := account.NewFamilies(own, book.among(incident.Documents))
		pages := book.pages(incident.Documents)
		pages.Taken = taken[incident.ID]
		incident.Assessment = assess.Assess(*incident, append(own, tolls[incident.ID]...), pages, families)
		out.Disagreements = append(out.Disagreements, incident.Assessment.Disagreements...)
	}
	book.tell(out.Disagreements)
	for _, family := range book.families() {
		p := book.pages(family)
		out.Disagreements = append(out.Disagreements, dispute.Page(p.Tellings, p.Propositions, book.already(family))...)
	}
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
