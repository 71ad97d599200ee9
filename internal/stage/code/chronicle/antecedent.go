package chronicle

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// fromAntecedent is how far the trigger stands from a time on which a relative clause
// over it hangs, wherever the tree has put that clause; too far if there is none.
//
//	"The truce held until August, when nine were killed." → killed in August
//	"a raid on 9 March 2022, in which nine were killed" → killed on the day of the raid
//	"The man who was freed on Monday, who had killed two" → not on the Monday
func (c *chronicle) fromAntecedent(time stemma.Span) int {
	v := c.clauseBehind(time)
	far := slices.Index(c.above, v)
	if v < 0 || far < 0 || c.pluperfect(v) {
		return tooFar
	}
	for _, i := range c.above[:far] {
		far += c.fromTrigger(i)
	}
	return min(far+clauseStep, tooFar)
}

// clauseBehind is the verb of the relative clause that begins right behind a time, -1 if
// none does.
func (c *chronicle) clauseBehind(time stemma.Span) int {
	i := c.s.TokenAt(time.End-1) + 1
	if c.form(i) == "," {
		i++
	}
	if i < len(c.s.Tokens) && c.s.Tokens[i].Relation == "case" {
		i++
	}
	switch form := c.form(i); {
	case form == "when", form == "where", form == "which", form == "that" && c.s.Tokens[i].Relation != "mark" && c.s.Tokens[i].Relation != "det":
	default:
		return -1
	}
	if v := c.s.Tokens[i].Head; v > i && c.s.Tokens[v].Tag == "VERB" {
		return v
	}
	return -1
}

// compares reports whether a time says since when nothing was like what is told, and not
// when it was: "the first raid since May", "the attack, the deadliest since 2019", "the
// largest since Dorvat in March 2021", "carried out their deadliest raid on the port since June".
func (c *chronicle) compares(time stemma.Span, up []int) bool {
	if len(up) > 0 && c.before(time) == "since" && (c.extremeOver(up[0]) || c.trigger >= 0 && slices.ContainsFunc(c.s.Children(c.trigger), c.extreme)) {
		return true
	}
	for _, i := range up {
		if c.s.Tokens[i].Tag == "VERB" || i == c.trigger { // "the first time since the shelling of May": the shelling was in May
			return false
		}
		if c.marked(i, "since") && c.extremeOver(i) {
			return true
		}
	}
	return false
}

// extremeOver reports whether a token hangs on a word that sets one thing before all
// others, or beside one.
func (c *chronicle) extremeOver(i int) bool {
	over := c.s.Tokens[i].Head
	return over >= 0 && over < len(c.s.Tokens) && (c.extreme(over) || slices.ContainsFunc(c.s.Children(over), c.extreme))
}

// extreme reports whether a word sets one thing before all others, or counts it:
// "deadliest", "first", "the tenth raid since May".
func (c *chronicle) extreme(i int) bool {
	t := c.s.Tokens[i]
	return t.Tag == "ADJ" && (strings.HasSuffix(c.form(i), "est") || c.form(i) == "worst" || lexicon.Ordinal(c.form(i)) > 0)
}
