package chronicle

import (
	"slices"

	"stemma"
	"stemma/internal/reference/lexicon"
)

// happenings gives blows of which no day was told the day on which a later sentence says
// that they happened: those of the last sentence before it that tells of any.
//
//	"Two soldiers died when a mine went off near Dorvat. … The incident took place on Saturday." → on the Saturday
func happenings(r *stemma.Reading) {
	for i := range r.Syntax.Sentences {
		day := newChronicle(r, r.Syntax.Sentences[i].Span).happened()
		if !day.Known() {
			continue
		}
		for _, e := range blowsBefore(r, i) {
			e.When = day
			e.When.Basis = stemma.BasisPrevious
		}
	}
}

// blowsBefore are the undated blows of the last sentence with any before one, a few sentences
// back at most; none if one of them has a day of its own.
func blowsBefore(r *stemma.Reading, sentence int) []*stemma.Event {
	var out []*stemma.Event
	last := -1
	for k := range r.Events {
		e := &r.Events[k]
		at := r.Syntax.SentenceAt(e.Trigger.Start)
		if at >= sentence || at < sentence-SameScene || e.Type != "ASSAULT" || !told(*e) || titled(r, e) {
			continue
		}
		if at > last {
			out, last = nil, at
		}
		out = append(out, e)
	}
	if slices.ContainsFunc(out, func(e *stemma.Event) bool { return e.When.Closed() || spans(r, e) }) {
		return nil
	}
	return out
}

// happened is the day on which a sentence says that a deed told before was; no interval if
// it says so of none.
//
//	"The incident took place on Saturday, at around eleven" → Saturday
//	"An attack took place on Saturday" → of none
func (c *chronicle) happened() stemma.Interval {
	for i := range c.r.Times {
		t := &c.r.Times[i]
		if !c.s.Span.Contains(t.Span) || !dates(t) || t.Interval.Precision != stemma.PrecisionDay || bounding[c.before(t.Span)] || c.ahead(*t) {
			continue
		}
		if v := c.verbOver(t.Span); v >= 0 && c.happens(v) && c.pastTense(v) {
			day := t.Interval
			day.Words = t.Span
			return day
		}
	}
	return stemma.Interval{}
}

// happens reports whether a verb only says that a deed told before was: "the raid occurred",
// "the incident took place".
func (c *chronicle) happens(v int) bool {
	subject, object := -1, -1
	for _, k := range c.s.Children(v) {
		switch c.s.Tokens[k].Relation {
		case "nsubj":
			subject = k
		case "obj":
			object = k
		}
	}
	lemma := lexicon.Lower(c.s.Tokens[v].Lemma)
	if object >= 0 {
		lemma += " " + c.form(object)
	}
	return happening[lemma] && subject >= 0 && c.oneOf(deeds, subject) && c.opensAs(subject, "the")
}

// happening are the verbs that say of a deed no more than that it was.
var happening = lists.Set("happening")
