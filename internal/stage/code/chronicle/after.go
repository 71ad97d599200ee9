package chronicle

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// after is the time of an event that is told as some time after another of the page: the
// other's day is known from the page's words.
//
//	"Guards raided Dorvat on 10 May. … Five days after the Dorvat raid a mine hurt two." → 15 May
//	"Shells fell on Thursday. … Hours after the attack, a mob burned shops." → Thursday or the day after
//	"Jets bombed Oruna on 10 May. The raid came nine days after a strike on Nolde." → the strike on 1 May
func after(r *stemma.Reading, e *stemma.Event, givers []stemma.Event) stemma.Interval {
	c := newChronicle(r, e.Trigger)
	i, days := c.lapsed()
	base := c.baseEvent(i, givers)
	if base == nil {
		return stemma.Interval{}
	}
	day := base.When
	day.Basis = stemma.BasisPrevious
	if h := c.s.Tokens[i].Head; slices.Contains(c.above, h) && h > i {
		if c.opens(i) && !c.fresh(h) { // the raid itself
			return day
		}
		if c.fresh(h) {
			return shifted(day, max(days, 1), 'D', day.Words)
		}
	}
	day.Earliest += stemma.Day(days)
	day.Latest = day.Earliest
	if days == 0 {
		day.Latest, day.Precision = day.Earliest+1, stemma.PrecisionDays
	}
	if told := today(c.r); told.Closed() && day.Earliest > told.Latest { // nothing is told before it was
		return stemma.Interval{}
	}
	return day
}

// fresh reports whether a noun behind "after" brings in an act that has not been told:
// the one that is told came later.
//
//	"The raid came nine days after a strike on the mill, in which six died." → strike and dead, nine days before the raid
func (c *chronicle) fresh(n int) bool {
	return slices.ContainsFunc(c.s.Children(n), func(k int) bool {
		return c.s.Tokens[k].Relation == "det" && (c.form(k) == "a" || c.form(k) == "an" || c.form(k) == "another")
	})
}

// lapsed is the "after" of a sentence before which a length of days or a few hours stands,
// -1 if there is none, and how many days those are.
func (c *chronicle) lapsed() (after, days int) {
	for _, t := range c.r.Times {
		if t.Type != "DURATION" || !c.s.Span.Contains(t.Span) {
			continue
		}
		i := c.s.TokenAt(t.Span.End-1) + 1
		if n, unit := lengthOf(t.Value); c.form(i) == "after" && n > 0 && unit == 'D' {
			return i, n
		}
		if c.form(i) == "after" && strings.HasPrefix(t.Value, "PT") {
			return i, 0
		}
	}
	for i := 1; i < len(c.s.Tokens); i++ {
		if c.form(i) == "after" && hours[c.form(i-1)] {
			return i, 0
		}
	}
	return -1, 0
}

// hours are the words before "after" that tell of less than a day.
var hours = lists.Set("hours")

// baseEvent is the event of the page, told with its day, for which the noun behind "after"
// stands: the last told, or that which the words before the noun call by a name. What is
// told as long ago must be called so.
func (c *chronicle) baseEvent(after int, givers []stemma.Event) *stemma.Event {
	if after < 0 || c.timed() {
		return nil
	}
	noun := c.s.Tokens[after].Head
	if noun < after || c.s.Tokens[noun].Tag != "NOUN" {
		return nil
	}
	latest, _ := c.report()
	var base *stemma.Event
	for k := range givers {
		g := &givers[k]
		named := c.calls(after, noun, g)
		switch old := latest != 0 && g.When.Latest < latest-Recent; {
		case g.Type != "ASSAULT", g.Trigger.End > c.s.Tokens[after].Start, old && !named:
		case base == nil || named || !c.calls(after, noun, base):
			base = g
		}
	}
	return base
}

// timed reports whether the sentence names a time itself.
func (c *chronicle) timed() bool {
	return slices.ContainsFunc(c.r.Times, func(t stemma.TimeExpression) bool {
		return c.s.Span.Contains(t.Span) && t.Type != "DURATION" && t.Interval.Closed()
	})
}

// calls reports whether a name between two tokens stands in the sentence of an event: "the
// Dorvat raid" calls "raided the mill in Dorvat".
func (c *chronicle) calls(from, to int, e *stemma.Event) bool {
	words := c.r.Words(c.r.Syntax.Sentences[c.r.Syntax.SentenceAt(e.Trigger.Start)].Span)
	return slices.ContainsFunc(c.s.Tokens[from:to], func(t stemma.Token) bool {
		return t.Tag == "PROPN" && strings.Contains(words, c.r.Words(t.Span))
	})
}

// thatDeed is the act told last, in the sentence before an event's, to whose time the event's
// words point; nil if they point to none.
//
//	"Rebels overran the post last March. Ten guards died in that attack." → died last March
//	"The army shelled Dorvat in August. Rebels said at the time that six had died." → in August
func thatDeed(r *stemma.Reading, i int) *stemma.Event {
	e := &r.Events[i]
	if !Pointing(r, e) {
		return nil
	}
	for k := i - 1; k >= 0; k-- {
		g := &r.Events[k]
		switch on := SentencesOn(r, g, e); {
		case on > 1:
			return nil
		case on == 1 && physical[g.Type] && g.When.Closed():
			return g
		}
	}
	return nil
}

// Pointing reports whether words over an event's trigger point to a deed told before: "in
// that raid", "at the time".
func Pointing(r *stemma.Reading, e *stemma.Event) bool {
	c := newChronicle(r, e.Trigger)
	return slices.ContainsFunc(c.above, func(v int) bool {
		return slices.ContainsFunc(c.s.Children(v), func(n int) bool {
			return c.opensAs(n, "that") && deeds[lexicon.Lower(c.s.Tokens[n].Lemma)] || c.opensAs(n, "at") && c.opensAs(n, "the") && c.form(n) == "time"
		})
	})
}

// Also reports whether an event is told as more of what was told before it, by whomever:
// "at least 40 had also been wounded".
func Also(r *stemma.Reading, e *stemma.Event) bool {
	c := newChronicle(r, e.Trigger)
	return c.trigger >= 0 && slices.ContainsFunc(c.s.Children(c.trigger), func(k int) bool { return c.form(k) == "also" })
}

// deeds are the nouns by which a report points back to what it has told.
var deeds = lists.Set("deeds")
