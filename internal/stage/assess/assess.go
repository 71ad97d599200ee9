// Package assess says what the accounts of an incident come to: whose accounts
// there are, which values they give, how many independent origins stand behind
// each, where they cannot all hold, and the grade. It never says true or false,
// and it changes nothing about what belongs together. In: one incident, its
// tellings, the families of documents; out: its assessment.
//
//	ministry "five dead", hospital "eleven dead" → two values of "killed", one origin each, and a disagreement V
package assess

import (
	"slices"

	"stemma"
)

// Version changes with the rules of this room.
const Version = "assess/29"

// Pages are what the documents of an incident hold besides its own tellings.
type Pages struct {
	Tellings     []stemma.Telling
	Propositions []stemma.Proposition
}

// Assess weighs one incident. Tellings are those of the incident, in the order
// of their ids, then figures that belong to it; families say which publications
// are one voice.
func Assess(incident stemma.Incident, tellings []stemma.Telling, pages Pages, families Families) stemma.Assessment {
	c := collect(incident, tellings, families)
	c.hide(pages)
	out := stemma.Assessment{Accounts: c.public()}
	out.Values = c.values()
	out.Origins = c.origins(c.happened())
	out.Disagreements = c.disagreements(collect(incident, append(slices.Clone(tellings), strays(incident, tellings, pages)...), families))
	out.Disagreements = append(out.Disagreements, between(incident, tellings, pages, families, out.Disagreements)...)
	slices.SortFunc(out.Disagreements, byID)
	out.Disputed = disputed(out.Disagreements)
	out.Grade, out.Reasons = c.grade(out.Origins)
	return out
}

// disputed says which of who, target and happened the accounts do not agree on.
func disputed(all []stemma.Disagreement) []string {
	words := map[stemma.DisagreementType]string{
		stemma.DisagreeActor: "who", stemma.DisagreeTarget: "target", stemma.DisagreeHappened: "happened",
	}
	var out []string
	for _, d := range all {
		if word := words[d.Type]; word != "" && !d.Explained && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	slices.Sort(out)
	return out
}
