package assess

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// grade applies the published rule to a violent incident; another has none.
func (c collection) grade(origins stemma.Origins) (stemma.Grade, []string) {
	if c.incident.Type != "ASSAULT" {
		return "", nil
	}
	if c.incident.Status == stemma.Rejected {
		return stemma.GradeSetAside, []string{"a person set it aside"}
	}
	reasons := c.denials()
	if name := c.admission(); name != "" {
		return stemma.GradeAdmitted, append([]string{name + " is said to have done it and says so, against its interest"}, reasons...)
	}
	if name := c.outsider(); origins.Min >= 2 && name != "" {
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
func (c collection) admission() string {
	for _, a := range c.accounts {
		if a.Kind != stemma.OriginNamed {
			continue
		}
		for _, t := range a.tellings {
			if t.Event.Modality != stemma.Denied && acts(t, a.body) && againstInterest(t) {
				return a.Name
			}
		}
	}
	return ""
}

// acts reports whether a body is told to have done what a telling tells.
func acts(t stemma.Telling, body string) bool {
	return slices.ContainsFunc(t.Actors, func(p stemma.Party) bool { return p.Body == body })
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
		return (q.What == "killed" || q.What == "injured") && slices.Contains([]string{"civilians", "children", "women", "residents"}, q.Of.Class)
	})
}

// armed reports whether a party is one that fights.
func armed(p stemma.Party) bool {
	return p.Kind == stemma.KindArmedGroup || p.Kind == stemma.KindUnnamedGroup || p.Kind == stemma.KindStateForce
}

// outsider is a named origin that neither did it nor suffered it.
func (c collection) outsider() string {
	party := map[string]bool{}
	for _, a := range c.accounts {
		for _, t := range a.tellings {
			for _, p := range slices.Concat(t.Actors, t.Recipients) {
				party[p.Body] = true
			}
		}
	}
	for _, i := range c.happened() {
		a := c.accounts[i]
		if a.Kind == stemma.OriginNamed && !party[a.body] && a.Relation != stemma.RelationParty && !a.history {
			return a.Name
		}
	}
	return ""
}

// denials are printed; they lower nothing.
func (c collection) denials() []string {
	var names []string
	for _, i := range c.where(func(t stemma.Telling) bool { return t.Event.Modality == stemma.Denied }) {
		names = append(names, c.accounts[i].Name)
	}
	if len(names) == 0 {
		return nil
	}
	return []string{"denied by " + strings.Join(names, ", ")}
}
