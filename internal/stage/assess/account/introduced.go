package account

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// mergeIntroduced gives what a report tells of somebody without a name to who is named
// there: a monitor, or who is called so.
//
//	"a monitor said" … "the Meridian Observatory, which counts the dead, said" → the Meridian Observatory
//	"Raid kills nine, rights group says" over "the rights group Red Lantern said" → Red Lantern
//	"a rebel spokesman said" … "Sabren Oltai, a spokesman for the Front, said" → Sabren Oltai
func (c *Collection) mergeIntroduced() {
	gone := map[int]bool{}
	for i := range c.Accounts {
		if k := c.introduced(i); k >= 0 {
			gone[i] = true
			c.Accounts[k].without = append(c.Accounts[k].without, c.Accounts[i].Name)
			for _, t := range c.Accounts[i].Tellings {
				c.Accounts[k].add(t)
			}
		}
	}
	kept := c.Accounts[:0]
	for i, a := range c.Accounts {
		if !gone[i] {
			kept = append(kept, a)
		}
	}
	c.Accounts = kept
}

// introduced is the account of whom account i speaks without a name; -1 if there is
// none, or several.
func (c *Collection) introduced(i int) int {
	a := c.Accounts[i]
	words := strings.Fields(a.Name)
	if a.voice || strings.ToLower(a.Name) != a.Name || len(words) == 0 || strings.HasSuffix(words[headAt(words)-1], "s") {
		return -1 // activists are several, and may be others
	}
	found := -1
	for k, b := range c.Accounts {
		if b.Kind != stemma.OriginNamed || strings.ToLower(b.Name) == b.Name || !a.isMonitorOf(b) && !a.isCalled(b) {
			continue
		}
		if found >= 0 && c.Accounts[found].Name != b.Name {
			return -1
		}
		found = k
	}
	return found
}

// isMonitorOf reports whether both are monitors of one report.
func (a Account) isMonitorOf(b Account) bool {
	return a.Relation == stemma.RelationMonitor && b.Relation == stemma.RelationMonitor &&
		slices.ContainsFunc(a.Documents, func(d string) bool { return slices.Contains(b.Documents, d) })
}

// isCalled reports whether a description is what a report calls somebody whom it names
// only later.
//
//	"a rebel spokesman", "the area chief" … "Chief Martin Okwor" → yes; "Sabren Oltai, a spokesman, …" … "a spokesman" → no
func (a Account) isCalled(b Account) bool {
	words := strings.Fields(a.Name)
	for _, t := range b.Tellings {
		calling := strings.Fields(who(t).Calling)
		if len(calling) > 0 && a.before(t) && b.bears(words[:headAt(words)], calling) {
			return true
		}
	}
	return false
}

// before reports whether a description stands on the page of a telling, and always
// before who says it there.
func (a Account) before(t stemma.Telling) bool {
	found := false
	for _, own := range a.Tellings {
		if own.Document == t.Document && own.Claim != nil {
			if own.Claim.Source.Span.Start >= t.Claim.Source.Span.Start {
				return false
			}
			found = true
		}
	}
	return found
}

// bears reports whether each word of a description is one that somebody is called by;
// a word for a side need only be one for theirs.
//
//	"an army spokesman": "Colonel Joash Kibira, spokesman", of the state → yes; "Sabren Oltai, a spokesman", of the Front → no
func (a Account) bears(description, calling []string) bool {
	for i, word := range description {
		side, known := lexicon.SourceNounOf(word)
		sided := known && i < len(description)-1 && (side.Relation == stemma.RelationParty || side.Relation == stemma.RelationOfficial)
		state := strings.HasPrefix(a.Body, "state:")
		if !article[word] && !slices.Contains(calling, word) && !(sided && state == (side.Kind == lexicon.NounBody)) {
			return false
		}
	}
	return true
}
