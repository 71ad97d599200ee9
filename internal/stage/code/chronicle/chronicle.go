package chronicle

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// said is the time that stands nearest to the trigger in the tree, of two as near the
// one that has a day ("on the second day of the raids, on Friday"), nil if none is its
// own; and the time at which somebody said so, which is no more than a bound.
func (c *chronicle) said() (own, report *stemma.TimeExpression) {
	least := tooFar
	for i := range c.r.Times {
		t := &c.r.Times[i]
		if !c.s.Span.Contains(t.Span) || !dates(t) || c.dateline(t.Span) {
			continue
		}
		switch far := c.distance(t.Span); {
		case far == reporting:
			report = t
		case far < least, far == least && far < tooFar && t.Interval.Known() && !own.Interval.Known(), own != nil && c.saysAgain(own, t):
			own, least = t, min(far, least)
		}
	}
	return own, report
}

// saysAgain reports whether a time right behind a comma says which day one without a day
// is, or a wider one.
//
//	"on the sixth day, 19 November", "earlier in the week, on 13 August" → the second
//	"last week, on Tuesday", said on a Tuesday → the first, in which the Tuesday of this week is not
func (c *chronicle) saysAgain(before, t *stemma.TimeExpression) bool {
	if t.Span.Start < before.Span.End || !t.Interval.Known() {
		return false
	}
	switch c.r.Words(stemma.Span{Start: before.Span.End, End: t.Span.Start}) {
	case ", ", ", on ":
	default:
		return false
	}
	wide, day := before.Interval, t.Interval
	inside := wide.Earliest <= day.Earliest && day.Latest <= wide.Latest
	return !wide.Known() || day.Precision == stemma.PrecisionDay && wide.Precision != stemma.PrecisionDay && (inside || strings.ContainsAny(c.r.Words(t.Span), "0123456789"))
}

// dates reports whether an expression says when: a date, a time, a length that
// ends with the report; not "for three hours", "daily" or "now".
func dates(t *stemma.TimeExpression) bool {
	switch t.Type {
	case "DATE", "TIME":
		return !strings.HasSuffix(t.Value, "_REF")
	}
	return t.Interval.Closed()
}

// dateline reports whether a time is that of a report's first words: "OSTREL,
// Sept 19 (Reuters) - Boats were seized."
func (c *chronicle) dateline(span stemma.Span) bool {
	from, to := c.s.TokenAt(span.Start), c.s.TokenAt(span.End-1)
	if to < 0 || to+1 >= len(c.s.Tokens) || c.heads(span) {
		return false
	}
	for _, t := range c.s.Tokens[:max(from, 0)] {
		if t.Tag != "PROPN" && t.Tag != "PUNCT" {
			return false
		}
	}
	switch c.form(to + 1) {
	case "(", "-", "–", "—", "--":
		return true
	}
	return false
}

// Distances in the tree between a time and a trigger: a clause between them
// counts more than any number of words.
const (
	clauseStep = 1000
	tooFar     = 100 * clauseStep
	entryStep  = 50 * clauseStep // the time heads an entry of a chronology
	reporting  = tooFar + 1      // the time is that of the saying: "…, police said on Monday"
)

// distance is how far a time stands from the trigger.
func (c *chronicle) distance(span stemma.Span) int {
	if far := c.fromAntecedent(span); far < tooFar {
		return far
	}
	up, deed := c.path(c.headOf(span)), c.ground(span)
	switch {
	case deed >= 0 && deed == c.trigger:
		return 1
	case c.compares(span, up) || deed >= 0 && slices.Contains(c.path(deed), c.trigger):
		return tooFar
	case c.heads(span):
		return entryStep
	case c.ofSaying(up) && c.before(span) != "since" && !c.ongoing(c.above):
		return reporting
	}
	for n, token := range up {
		if m := slices.Index(c.above, token); m >= 0 {
			return c.cost(up[:n], c.above[:m])
		}
	}
	return tooFar
}

// ground is the deed for which somebody is praised or blamed, or that another answers,
// that a time stands right behind, -1 if it stands behind none: the deed was then,
// whatever the tree says.
//
//	"was blamed for the raid in December" → the raid in December
//	"shelled the camp in response to an attack on Saturday" → the attack on Saturday
func (c *chronicle) ground(time stemma.Span) int {
	i := c.s.TokenAt(time.Start) - 1
	for i > 0 && c.s.Tokens[i].Tag == "ADP" {
		i--
	}
	for i > 0 && i < len(c.s.Tokens) {
		h := c.s.Tokens[i].Head
		if h < 0 || h >= i || c.s.Tokens[i].Tag == "VERB" { // "for the killing of a man who had fled on Friday"
			return -1
		}
		if c.s.Tokens[i].Tag == "NOUN" && (c.marked(i, "for", "over") && c.oneOf(judging, h) || c.marked(i, "for", "to") && c.oneOf(Avenging, h)) {
			return i
		}
		i = h
	}
	return -1
}

// Avenging are the words of an answer to what was done.
var Avenging = lists.Set("avenging")

// judging are the verbs by which somebody praises or blames.
var judging = lists.Set("judging")

// heads reports whether a time stands before a colon or a dash at the head of a sentence,
// as the day of all that an entry of a chronology tells.
//
//	"6 December: The council says that guards shelled the port." → shelled on 6 December
func (c *chronicle) heads(span stemma.Span) bool {
	from, to := c.s.TokenAt(span.Start), c.s.TokenAt(span.End-1)
	if from != 0 || to < 0 || c.r.Publication.Published.Words.Overlaps(span) {
		return false
	}
	switch c.form(to + 1) {
	case ":", "-", "–", "—":
		return true
	}
	return false
}

// ofSaying reports whether the verb nearest over a time is one by which somebody
// says what the trigger stands in: "…, officers told the paper on 13 May".
func (c *chronicle) ofSaying(up []int) bool {
	if c.trigger < 0 {
		return false
	}
	for _, i := range up {
		switch t := c.s.Tokens[i]; {
		case t.Relation == "ccomp":
			return false // the time is of what is said
		case t.Tag != "VERB" && slices.Contains(c.above, i):
			return false // "announced an inquiry into Monday's raid"
		case t.Tag != "VERB":
			continue
		}
		for k := range c.r.Claims {
			if claim := &c.r.Claims[k]; claim.Cue.Overlaps(c.s.Tokens[i].Span) && claim.Holds(c.s.Tokens[c.trigger].Span) {
				return true
			}
		}
		return false
	}
	return false
}

// cost is what the two ways up to where time and trigger meet come to.
func (c *chronicle) cost(time, trigger []int) int {
	far := len(time) + len(trigger)
	for _, i := range time {
		far += c.fromTime(i)
	}
	told := false
	for _, i := range trigger {
		relation := c.s.Tokens[i].Relation
		if relation == "advcl" && c.marked(i, "after") && far < tooFar && c.oneOf(lingering, c.s.Tokens[i].Head) {
			return reporting // "were missing on Sunday after a boat opened fire": by then it had
		}
		told = told || relation == "ccomp" || relation == "parataxis" || (relation == "obj" || relation == "xcomp") && c.oneOf(recounting, c.s.Tokens[i].Head)
		far += c.fromTrigger(i)
	}
	if told && far < tooFar && !c.ongoing(trigger) {
		return reporting
	}
	return min(far, tooFar)
}

// oneOf reports whether a token stands in a list by its lemma.
func (c *chronicle) oneOf(list map[string]bool, i int) bool {
	return i >= 0 && i < len(c.s.Tokens) && list[lexicon.Lower(c.s.Tokens[i].Lemma)]
}

// lingering are the verbs of what goes on or is seen to long after a deed: "were missing on
// Sunday after a boat opened fire".
var lingering = lists.Set("lingering")

// recounting are verbs of telling whose object is what was done, denying those whose day is
// not that of what is denied.
var (
	recounting = lists.Set("recounting")
	Denying    = lists.Set("denying")
)

// ongoing reports whether what is said goes on while it is said: "Last month he said
// that tanks were being moved."
func (c *chronicle) ongoing(way []int) bool {
	for _, i := range way {
		if relation := c.s.Tokens[i].Relation; relation != "ccomp" && relation != "parataxis" || c.oneOf(Denying, c.s.Tokens[i].Head) {
			continue
		}
		for _, k := range c.s.Children(i) {
			if c.s.Tokens[k].Tag == "AUX" && c.form(k) == "being" || c.s.Tokens[k].Tag == "AUX" && lexicon.Lower(c.s.Tokens[k].Lemma) == "be" && strings.HasSuffix(c.form(i), "ing") {
				return true
			}
		}
	}
	return false
}

// headOf is the token of a span that hangs on one outside it.
func (c *chronicle) headOf(span stemma.Span) int {
	for i, t := range c.s.Tokens {
		if !span.Overlaps(t.Span) {
			continue
		}
		if t.Head < 0 || t.Head >= len(c.s.Tokens) || !span.Overlaps(c.s.Tokens[t.Head].Span) {
			return i
		}
	}
	return -1
}

// fromTime is the cost of going up from a token on the side of the time: out of a
// clause that stands in time beside another ("after shells fell on Monday"), but
// not out of what is said, or of what was before ("since the war began in 2011").
func (c *chronicle) fromTime(i int) int {
	const aside = 2 * clauseStep
	switch t := c.s.Tokens[i]; t.Relation {
	case "ccomp", "parataxis", "csubj":
		return tooFar
	case "acl:relcl":
		if t.Head != c.trigger {
			return tooFar
		}
		return aside // "the siege, which began in May"
	case "acl":
		if t.Head != c.trigger && !naming[lexicon.Lower(t.Lemma)] { // "demands the release of those seized last month"
			return tooFar
		}
		return aside
	case "advcl":
		if c.marked(i, "since", "before", "until", "if", "unless", "because", "although", "though", "while") {
			return tooFar
		}
		return aside
	case "conj":
		if t.Tag == "VERB" {
			return aside
		}
	}
	if c.calledFor(i) || c.ownedElsewhere(i) {
		return tooFar
	}
	return 0
}

// calledFor reports whether a token is what the trigger asks for, which is not yet: "called
// on voters to turn out in December".
func (c *chronicle) calledFor(i int) bool {
	t := c.s.Tokens[i]
	return t.Relation == "xcomp" && t.Head == c.trigger && c.marked(i, "to") && !declining[lexicon.Lower(c.s.Tokens[c.trigger].Lemma)]
}

// ownedElsewhere reports whether a time says of what something else is: "a mine of this
// year's manufacture", "killed in reprisal for Monday's raid".
func (c *chronicle) ownedElsewhere(i int) bool {
	t := c.s.Tokens[i]
	if t.Relation != "nmod:poss" || t.Head < 0 || t.Head == c.trigger {
		return false
	}
	return c.s.Tokens[t.Head].Relation == "nmod" || c.marked(t.Head, "for", "into", "about", "against", "after", "following", "despite", "before", "since")
}

// declining are the verbs whose time stands behind what was not done: "refused to take
// them back in May".
var declining = lists.Set("declining")

// naming are participles that only say what something is called: "killed six of the
// force known as the Wardens in April".
var naming = lists.Set("naming")

// fromTrigger is the cost of going up from a token on the side of the trigger: a
// participle or a second verb shares the time of the first, a relative clause and
// what was done before do not.
func (c *chronicle) fromTrigger(i int) int {
	t := c.s.Tokens[i]
	switch {
	case t.Relation == "acl:relcl" && c.continues(i):
		return clauseStep
	case t.Relation == "acl:relcl", t.Relation == "csubj", c.pluperfect(i) && t.Relation != "ccomp":
		return tooFar
	case t.Relation == "acl" && !strings.HasSuffix(c.form(i), "ing"), t.Relation == "xcomp" && c.doneBy(i):
		return tooFar
	case t.Relation == "advcl" && c.marked(i, "since", "before", "until", "if", "unless", "because", "although", "though"):
		return tooFar
	case t.Relation == "advcl", t.Relation == "acl", t.Relation == "conj" && t.Tag == "VERB":
		return clauseStep
	}
	return 0
}

// doneBy reports whether a participle names its doer, as one does that says which thing
// is meant: "shelled the corridor opened by the army".
func (c *chronicle) doneBy(i int) bool {
	return slices.ContainsFunc(c.s.Children(i), func(k int) bool { return c.s.Tokens[k].Relation == "obl:agent" })
}

// marked reports whether a clause begins with one of the words.
func (c *chronicle) marked(i int, words ...string) bool {
	for _, k := range c.s.Children(i) {
		if relation := c.s.Tokens[k].Relation; relation != "mark" && relation != "case" {
			continue
		}
		for _, word := range words {
			if c.form(k) == word {
				return true
			}
		}
	}
	return false
}

// pluperfect reports whether a verb tells what had been before: "had captured".
func (c *chronicle) pluperfect(i int) bool {
	for _, k := range c.s.Children(i) {
		if c.s.Tokens[k].Tag == "AUX" && c.form(k) == "had" {
			return true
		}
	}
	return false
}
