// Package date finds phrases of time and says which days they come to, counted
// from the day of publication or from the day named before; what is counted from
// a day that nobody gave stays unknown. It leaves to the coding of events which
// phrase belongs to which event. In: "Shells fell on Dorvat late on Wednesday.",
// published on Friday 15 March 2024; out: "late on Wednesday", DATE, 2024-03-13.
package date

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"stemma"
	"stemma/internal/reference/lexicon"
)

const version = "11"

// A Stage adds the layer of times.
type Stage struct{}

// New makes the stage.
func New() *Stage { return &Stage{} }

// Adds is the layer of times.
func (*Stage) Adds() stemma.Layer { return stemma.LayerTimes }

// Needs are the sentences and the day of publication.
func (*Stage) Needs() []stemma.Layer {
	return []stemma.Layer{stemma.LayerSyntax, stemma.LayerPublication}
}

// Version changes with the code and with the words of time and number.
func (*Stage) Version() string {
	sum := sha256.Sum256([]byte(lexicon.TimeVersion() + lexicon.NumberVersion() + lexicon.ApproximatorVersion() + lexicon.CountedVersion() + lists.Version() + holidayTable))
	return version + "-" + hex.EncodeToString(sum[:4])
}

// Annotate writes the layer: times of the sentences and of page clocks, in the
// order of the text.
func (*Stage) Annotate(_ context.Context, r *stemma.Reading) error {
	report := reported(r)
	r.Times = nil
	next := 0
	clocks := pageClocks(r)
	story := story{}
	for i := range r.Syntax.Sentences {
		s := &r.Syntax.Sentences[i]
		for ; next < len(clocks) && clocks[next].Start < s.Start; next++ {
			r.Times = append(r.Times, outside(r.Text, clocks[next])...)
		}
		r.Times = append(r.Times, story.sentence(r, s, report)...)
	}
	for _, clock := range clocks[next:] {
		r.Times = append(r.Times, outside(r.Text, clock)...)
	}
	doubt(r)
	return nil
}

// reported is what is known of the day of the report: a day that all relative
// times are counted from, or the bound that a page clock sets.
func reported(r *stemma.Reading) now {
	for _, published := range []stemma.Interval{r.Publication.Published, r.Given.Published} {
		switch {
		case published.Basis == stemma.BasisPageClock:
			return now{latest: published.Latest}
		case published.Closed() && published.Earliest == published.Latest:
			return now{day: published.Latest, latest: published.Latest}
		}
	}
	return now{}
}

func pageClocks(r *stemma.Reading) []stemma.Span {
	var out []stemma.Span
	for _, region := range r.Regions {
		if region.Kind == stemma.RegionResidue && region.Form == stemma.FormPageClock {
			out = append(out, region.Span)
		}
	}
	return out
}

// outside reads a line that is no part of the report: only what its own words
// say is known.
func outside(text stemma.Text, span stemma.Span) []stemma.TimeExpression {
	var out []stemma.TimeExpression
	l := scan(text, span)
	for _, p := range l.phrases() {
		out = append(out, express(l.span(p.from, p.to), p.meaning.settle(now{})))
	}
	return out
}

func express(span stemma.Span, f finding) stemma.TimeExpression {
	if f.interval.Known() {
		f.interval.Words = span
	} else {
		f.interval = stemma.Interval{}
	}
	return stemma.TimeExpression{Span: span, Type: f.kind, Value: f.value, Interval: f.interval}
}

// A story is what has been told so far: the last time, the last day and the last
// quarter of a year named, from which "a year earlier" and "the next day" are
// counted.
type story struct {
	before                   stemma.Interval
	scene                    stemma.Day
	told                     stemma.Day // the last scene, which "that day" takes up however much later
	quarter                  int
	age, since, sinceQuarter int // sentences since each was named
}

// memory is how many sentences later "the next day" may still be counted from a
// day that was named.
const memory = 3

func (t *story) sentence(r *stemma.Reading, s *stemma.Sentence, report now) []stemma.TimeExpression {
	var out []stemma.TimeExpression
	if t.age++; t.age > memory {
		t.before = stemma.Interval{}
	}
	if t.since++; t.since > memory {
		t.scene = 0
	}
	if t.sinceQuarter++; t.sinceQuarter > memory {
		t.quarter = 0
	}
	l := scan(r.Text, s.Span)
	for _, p := range l.phrases() {
		n := report
		n.before, n.scene, n.told, n.quarter = t.before, t.scene, t.told, t.quarter
		n.past, n.coming = tense(r.Text, s, l[p.from].Start)
		f := p.meaning.settle(n)
		out = append(out, express(l.span(p.from, p.to), f))
		if t.since == 0 && ofSaying(s, l[p.from].Start) {
			continue // "… on Thursday, an official said on Friday": the story goes on on the Thursday
		}
		t.tell(f, report.day)
	}
	return out
}

// tell remembers a time; a quarter of a year that is still to come when the report is made
// is none that it tells of.
func (t *story) tell(f finding, report stemma.Day) {
	if !f.interval.Closed() || f.kind == "DURATION" {
		return
	}
	t.before, t.age = f.interval, 0
	if f.interval.Precision == stemma.PrecisionDay {
		t.scene, t.told, t.since = f.interval.Earliest, f.interval.Earliest, 0
	}
	if f.quarter() && (report == 0 || f.interval.Earliest <= report) { // one told of earlier is only held against it
		t.quarter, t.sinceQuarter = max(t.quarter, quarterOn(f.interval.Earliest)), 0
	}
}

// doubt notes the relative times that could not be counted.
func doubt(r *stemma.Reading) {
	for _, t := range r.Times {
		if t.Type == "DATE" && len(t.Value) > 3 && t.Value[:4] == "XXXX" && !t.Interval.Closed() {
			r.Note(stemma.LayerTimes, t.Span, "no day to count from")
		}
	}
}
