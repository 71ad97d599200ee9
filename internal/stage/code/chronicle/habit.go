package chronicle

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// habit reports whether the trigger, or a verb right over it, tells of what is done again
// and again, or went on: "regularly carries out such attacks", "beat them every morning",
// "continued their operations".
func (c *chronicle) habit() bool {
	if c.trigger < 0 {
		return false
	}
	if c.lasts() {
		return true
	}
	verbs := []int{c.trigger}
	if over := c.s.Tokens[c.trigger].Head; over >= 0 && c.s.Tokens[c.trigger].Relation == "obj" {
		verbs = append(verbs, over)
		if lexicon.Lower(c.s.Tokens[over].Lemma) == "continue" {
			return true
		}
	}
	for _, v := range verbs {
		for _, k := range c.s.Children(v) {
			if habitual[c.form(k)] || c.everyTime(k) {
				return true
			}
		}
	}
	return false
}

// lasts reports whether the trigger tells in the present what is still so: "They still
// hold two men".
func (c *chronicle) lasts() bool {
	t := c.s.Tokens[c.trigger]
	return abiding[lexicon.Lower(t.Lemma)] && (c.form(c.trigger) == t.Lemma || c.form(c.trigger) == t.Lemma+"s")
}

// abiding are the verbs whose present tells what is so now.
var abiding = lists.Set("abiding")

// everyTime reports whether a token heads a time that comes again and again.
func (c *chronicle) everyTime(i int) bool {
	return slices.ContainsFunc(c.r.Times, func(t stemma.TimeExpression) bool {
		return t.Type == "SET" && t.Span.Contains(c.s.Tokens[i].Span)
	})
}

// habitual are the words for what is done again and again.
var habitual = lists.Set("habitual")
