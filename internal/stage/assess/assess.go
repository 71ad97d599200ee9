// Package assess says what the accounts of an incident come to: whose accounts
// there are, which values they give, how many independent origins stand behind
// each (room account), where they cannot all hold (room dispute), and the grade. It
// never says true or false, and it changes nothing about what belongs together. In:
// one incident, its tellings, the families of documents; out: its assessment.
//
//	ministry "five dead", hospital "eleven dead" → two values of "killed", one origin each, and a disagreement V
package assess

import (
	"slices"

	"stemma"
	"stemma/internal/stage/assess/account"
	"stemma/internal/stage/assess/dispute"
)

// Version changes with the rules of this room and of those in it.
const Version = "assess/30"

// Assess weighs one incident. Tellings are those of the incident, in the order
// of their ids, then figures that belong to it; families say which publications
// are one voice.
func Assess(incident stemma.Incident, tellings []stemma.Telling, pages account.Pages, families account.Families) stemma.Assessment {
	c := account.Collect(incident, slices.Concat(tellings, pages.Taken), families)
	c.Hide(pages)
	told := account.Collect(incident, tellings, families)
	told.Hide(pages)
	out := stemma.Assessment{Accounts: c.Public()}
	out.Values = c.Values()
	out.Origins = c.Origins(c.Happened())
	out.Disagreements = dispute.Of(told, tellings, pages, families)
	out.Disputed = disputed(out.Disagreements)
	out.Grade, out.Reasons = grade(c, out.Origins)
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
