package assess

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/stage/assess/account"
)

// grade applies the published rule to a violent incident; another has none.
func grade(c account.Collection, origins stemma.Origins) (stemma.Grade, []string) {
	if c.Incident.Type != "ASSAULT" {
		return "", nil
	}
	if c.Incident.Status == stemma.Rejected {
		return stemma.GradeSetAside, []string{"a person set it aside"}
	}
	reasons := deniers(c)
	if name := admission(c); name != "" {
		return stemma.GradeAdmitted, append([]string{name + " is said to have done it and says so, against its interest"}, reasons...)
	}
	if name := outsider(c); origins.Min >= 2 && name != "" {
		return stemma.GradeSeveral, append([]string{fmt.Sprintf("at least %d origins say that it happened; %s is no party to it", origins.Min, name)}, reasons...)
	}
	why := "one origin is sure; others may rest on it"
	if origins.Min >= 2 {
		why = "every named origin is a party to it"
	}
	return stemma.GradeOne, append([]string{why}, reasons...)
}

// admission is the party that says of itself that it harmed civilians, or "".
// A party that praises what it gained from fighters admits nothing.
//
//	"We struck the market by mistake," Orvane's command said → admitted by Orvane
//	"Our forces took 40 positions," the Front said → not
func admission(c account.Collection) string {
	for _, a := range c.Accounts {
		if a.Kind != stemma.OriginNamed {
			continue
		}
		for _, t := range a.Tellings {
			if t.Event.Modality != stemma.Denied && account.Acts(t, a.Body) && againstInterest(t) {
				return a.Name
			}
		}
	}
	return ""
}

// againstInterest reports whether a telling is of harm to civilians: they are whom it
// befell, or it counts them, and not beside the armed whom it befell.
//
//	"25 civilians killed, 19 militants shot", of the shooting → no
func againstInterest(t stemma.Telling) bool {
	civil := func(p stemma.Party) bool { return p.Kind == stemma.KindPeople || p.Kind == stemma.KindNGO }
	if slices.ContainsFunc(t.Recipients, civil) {
		return true
	}
	return !slices.ContainsFunc(t.Recipients, armed) && slices.ContainsFunc(t.Quantities, func(q stemma.Count) bool {
		return (q.What == "killed" || q.What == "injured") && civilians[q.Of.Class]
	})
}

// civilians are the classes of those who bear no arms.
var civilians = lists.Set("civilians")

// armed reports whether a party is one that fights.
func armed(p stemma.Party) bool {
	return p.Kind == stemma.KindArmedGroup || p.Kind == stemma.KindUnnamedGroup || p.Kind == stemma.KindStateForce
}

// outsider is a named origin that neither did it nor suffered it.
func outsider(c account.Collection) string {
	party := map[string]bool{}
	for _, a := range c.Accounts {
		for _, t := range a.Tellings {
			for _, p := range slices.Concat(t.Actors, t.Recipients) {
				party[p.Body] = true
			}
		}
	}
	for _, i := range c.Happened() {
		a := c.Accounts[i]
		if a.Kind == stemma.OriginNamed && !party[a.Body] && a.Relation != stemma.RelationParty && !a.History {
			return a.Name
		}
	}
	return ""
}

// deniers are printed; they lower nothing.
func deniers(c account.Collection) []string {
	var names []string
	for _, i := range c.Where(func(t stemma.Telling) bool { return t.Event.Modality == stemma.Denied }) {
		names = append(names, c.Accounts[i].Name)
	}
	if len(names) == 0 {
		return nil
	}
	return []string{"denied by " + strings.Join(names, ", ")}
}
