// Package chronicle says when a coded event was, and how many it counts: which of the
// times and numbers of its page are told of it, what it goes on with, and what is
// history. In: "Shells hit Dorvat on Monday. … Nineteen were killed."; out: nineteen
// killed, on the Monday.
package chronicle

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// Version is that of the words of the rules, for the versions of the stages that use them.
func Version() string { return lists.Version() }

// When is the time of an event as its own sentence tells it: what the words of its
// clause say, else what the clause around it says; without either only the day
// after which it cannot have been.
//
//	"Shells hit Dorvat on Monday, killing six." → both on the Monday, by its words
//	"Rebels seized the town.", published 15 March → until 15 March, publication
func When(r *stemma.Reading, trigger stemma.Span) stemma.Interval {
	c := newChronicle(r, trigger)
	if day := c.lapse(); day.Known() {
		return day
	}
	if lasting := c.lasting(); lasting.Known() {
		return lasting
	}
	said, bound := c.said()
	switch {
	case said != nil && (c.coming() || !c.ahead(*said)):
		return c.settle(*said)
	case c.coming():
		return stemma.Interval{Precision: stemma.PrecisionUnknown}
	}
	return c.answer(c.until(bound))
}

// answer begins a past event without a time of its own with that of the deed which it
// answers: it came after.
//
//	"shelled the camp in response to an attack on Saturday", published on Monday → Saturday to Monday
func (c *chronicle) answer(until stemma.Interval) stemma.Interval {
	for _, t := range c.r.Times {
		if !c.s.Span.Contains(t.Span) || !t.Interval.Closed() || t.Interval.Earliest > until.Latest {
			continue
		}
		deed := c.ground(t.Span)
		if deed >= 0 && deed != c.trigger && c.oneOf(Avenging, c.s.Tokens[deed].Head) && slices.Contains(c.path(deed), c.trigger) {
			until.Earliest, until.Words, until.Precision = t.Interval.Earliest, t.Span, stemma.PrecisionDays
		}
	}
	return until
}

// ahead reports whether a time lies behind the day of the report, where nothing that
// was done can be: "called on voters to turn out in December" was not in December;
// "the trial goes on in December" may.
func (c *chronicle) ahead(t stemma.TimeExpression) bool {
	latest, _ := c.report()
	return latest != 0 && t.Interval.Earliest > latest && c.past()
}

// past reports whether the verb at or over the trigger is in a past tense.
func (c *chronicle) past() bool {
	for _, i := range c.above {
		if c.s.Tokens[i].Tag != "VERB" {
			continue
		}
		return c.pastTense(i) || c.pluperfect(i)
	}
	return false
}

// pastTense reports whether a verb's form is a past one.
func (c *chronicle) pastTense(i int) bool {
	form := c.form(i)
	return form != lexicon.Lower(c.s.Tokens[i].Lemma) && !strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ing")
}

// A chronicle is a sentence as one event in it is placed in time.
type chronicle struct {
	r       *stemma.Reading
	s       *stemma.Sentence
	trigger int   // token, -1 if the span holds none
	above   []int // the trigger and the tokens over it
}

func newChronicle(r *stemma.Reading, trigger stemma.Span) *chronicle {
	s := &r.Syntax.Sentences[r.Syntax.SentenceAt(trigger.Start)]
	c := &chronicle{r: r, s: s, trigger: s.TokenAt(trigger.Start)}
	c.above = c.path(c.trigger)
	return c
}

// path is a token and those over it, the root last.
func (c *chronicle) path(i int) []int {
	var out []int
	for i >= 0 && i < len(c.s.Tokens) && len(out) <= len(c.s.Tokens) {
		out = append(out, i)
		i = c.s.Tokens[i].Head
	}
	return out
}

func (c *chronicle) form(i int) string {
	if i < 0 || i >= len(c.s.Tokens) {
		return ""
	}
	return lexicon.Lower(c.r.Words(c.s.Tokens[i].Span))
}

// settle is the interval of a time as the words before it turn it: "since May" is
// open to the report, "by Friday" and "as of Friday" open before it, "between June and July" both.
func (c *chronicle) settle(t stemma.TimeExpression) stemma.Interval {
	i := t.Interval
	if !i.Known() {
		i = c.unplaced(t)
	}
	i.Words = t.Span
	if t.Type == "TIME" {
		return i // "shortly before noon on Saturday" is on the Saturday
	}
	if v := c.clauseBehind(t.Span); v >= 0 && slices.Contains(c.above, v) {
		return c.sofar(i) // "until August, when nine were killed"
	}
	latest, _ := c.report()
	switch c.before(t.Span) {
	case "since":
		i.Latest = latest
	case "until", "till", "by", "before", "as of":
		i.Earliest, i.Precision = 0, stemma.PrecisionUnknown
	case "after":
		i.Earliest, i.Latest, i.Precision = i.Latest, latest, stemma.PrecisionUnknown
	case "from", "between":
		i = c.through(i)
	case "to", "and":
		i = c.fromStart(i)
	}
	return c.sofar(i)
}

// sofar ends a time that goes on beyond the report with the report: what was done
// "this year" was done by then.
func (c *chronicle) sofar(i stemma.Interval) stemma.Interval {
	latest, _ := c.report()
	if latest != 0 && i.Earliest <= latest && latest < i.Latest && !c.coming() {
		i.Latest = latest
	}
	if i.Latest != 0 && i.Earliest > i.Latest {
		i.Latest = i.Earliest
	}
	return i
}

// unplaced is what is known of a time that has no day: an hour of which no day is
// named is of the day of the report or of the one before; of anything else only
// that it was by then.
func (c *chronicle) unplaced(t stemma.TimeExpression) stemma.Interval {
	i := c.until(nil)
	if t.Type == "TIME" && i.Basis == stemma.BasisPublication {
		i.Earliest, i.Precision = i.Latest-1, stemma.PrecisionDays
	}
	return i
}

// before is the preposition of a time: "since" in "since May", none in "by
// yesterday's attack".
func (c *chronicle) before(span stemma.Span) string {
	i := c.s.TokenAt(span.Start) - 1
	if i < 0 {
		return ""
	}
	if h := c.s.Tokens[i].Head; h >= 0 && h < len(c.s.Tokens) && !span.Overlaps(c.s.Tokens[h].Span) && c.s.Tokens[i].Relation == "case" {
		return ""
	}
	if c.form(i) == "of" && c.form(i-1) == "as" {
		return "as of"
	}
	return c.form(i)
}

// through joins a time to the end of the range that it begins: "from late May to
// 3 June".
func (c *chronicle) through(i stemma.Interval) stemma.Interval {
	for _, t := range c.r.Times {
		if t.Span.Start > i.Words.End && t.Span.Start <= i.Words.End+len(" through ") && t.Interval.Closed() {
			return joined(i, t.Interval)
		}
	}
	return i
}

// fromStart lets a time begin where the time before it does, of which it is the end.
//
//	"from 2 May through 5 May" → 2 to 5 May
func (c *chronicle) fromStart(i stemma.Interval) stemma.Interval {
	for _, t := range c.r.Times {
		start := c.before(t.Span)
		if t.Span.End < i.Words.Start && t.Span.End >= i.Words.Start-len(" through ") && t.Interval.Closed() && (start == "from" || start == "between") {
			return joined(i, t.Interval)
		}
	}
	return i
}

func joined(a, b stemma.Interval) stemma.Interval {
	if !a.Closed() || !b.Closed() {
		return a
	}
	a.Earliest, a.Latest, a.Words = min(a.Earliest, b.Earliest), max(a.Latest, b.Latest), a.Words.Join(b.Words)
	if a.Precision == stemma.PrecisionDay {
		a.Precision = stemma.PrecisionDays
	}
	return a
}

// report is the last day on which the page can have been made, and how we know.
func (c *chronicle) report() (stemma.Day, stemma.Basis) {
	for _, published := range []stemma.Interval{c.r.Publication.Published, c.r.Given.Published} {
		if published.Latest == 0 {
			continue
		}
		if published.Basis == stemma.BasisPageClock {
			return published.Latest, stemma.BasisPageClock
		}
		return published.Latest, stemma.BasisPublication
	}
	return 0, ""
}

// until is what is known of a past event without a time: it was not after the
// report, nor after somebody told of it.
func (c *chronicle) until(told *stemma.TimeExpression) stemma.Interval {
	latest, basis := c.report()
	i := stemma.Interval{Latest: latest, Basis: basis, Precision: stemma.PrecisionUnknown}
	if told != nil && told.Interval.Latest != 0 && (latest == 0 || told.Interval.Latest < latest) {
		i.Latest, i.Basis, i.Words = told.Interval.Latest, told.Interval.Basis, told.Span
	}
	return i
}

// coming reports whether the event is told of as one to come: "will withdraw",
// "plans to withdraw", "a threat to withdraw".
func (c *chronicle) coming() bool {
	for n, i := range c.above {
		if c.willed(i) || c.intended(n) {
			return true
		}
		relation := c.s.Tokens[i].Relation
		if relation == "ccomp" || relation != "xcomp" && relation != "conj" && c.s.Tokens[i].Tag == "VERB" {
			return false
		}
	}
	return false
}

// willed reports whether an auxiliary of a word speaks of the future: "will withdraw".
func (c *chronicle) willed(i int) bool {
	return slices.ContainsFunc(c.s.Children(i), func(k int) bool {
		return c.s.Tokens[k].Relation == "aux" && future[lexicon.Lower(c.s.Tokens[k].Lemma)]
	})
}

// intended reports whether the n-th word above the trigger is an infinitive on its own, or
// under a word of the future.
//
//	"900 people were to leave", "plans to leave" → yes;  "managed to leave" → no
func (c *chronicle) intended(n int) bool {
	i := c.above[n]
	if !c.marked(i, "to") {
		return false
	}
	return n+1 == len(c.above) || c.s.Tokens[i].Relation != "xcomp" || future[lexicon.Lower(c.s.Tokens[c.above[n+1]].Lemma)]
}

// future are the words under which an act is still to come.
var future = lists.Set("future")
