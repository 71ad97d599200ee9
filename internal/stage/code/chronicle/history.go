package chronicle

import (
	"slices"

	"stemma"
)

// Recent is how many days before the report what is told in passing is still
// news.
const Recent = 20

// Coarse are the precisions of times told from afar: "last month".
var Coarse = map[stemma.TimePrecision]bool{stemma.PrecisionMonth: true, stemma.PrecisionSeason: true, stemma.PrecisionYear: true}

// lasting reports whether an event is a state that began long before the report:
// "The army has surrounded Ostrel since June."
func lasting(e *stemma.Event, day stemma.Day) bool {
	return e.Type == "COERCE" && e.When.Earliest != 0 && e.When.Earliest < day-Recent && e.When.Latest >= day-1
}

// History marks as background what a report on something else tells of earlier
// times. A report of which most dated events are old is about them, and marks
// none.
//
//	"Shells hit Ostrel on Monday. The town fell to the army in 2014." → the fall is background
func History(r *stemma.Reading) {
	day := r.Publication.Published.Latest
	if day == 0 {
		return
	}
	var old []int
	fresh := 0
	for i := range r.Events {
		switch e := &r.Events[i]; {
		case e.When.Latest == 0 || e.When.Words.Empty():
		case e.When.Latest < day-Recent, Coarse[e.When.Precision] && e.When.Latest < day, lasting(e, day):
			old = append(old, i)
		default:
			fresh++
		}
	}
	if len(old) > fresh {
		return
	}
	for _, i := range old {
		if e := &r.Events[i]; e.Modality == stemma.Asserted {
			e.Modality, e.ModalityWords = stemma.Background, []stemma.Span{e.When.Words}
		}
	}
}

// aside is how many days before the news of a report it puts what it only mentions.
const aside = 5

// Passing marks as background what a report mentions in one sentence, of some days before
// the news that it begins with.
//
//	published on 10 March: "A car bomb hit Ostrel on Saturday. … On 2 March a mine killed a soldier." → the mine is background
func Passing(r *stemma.Reading) {
	lead := leading(r)
	if r.Publication.Published.Latest == 0 || lead == nil || lead.When.Earliest < r.Publication.Published.Latest-aside {
		return
	}
	for i := range r.Events {
		if e := &r.Events[i]; mentioned(r, lead, e) {
			recall(r, e)
		}
	}
}

// recall marks an event as background, and what is told beside it of that day.
func recall(r *stemma.Reading, e *stemma.Event) {
	for i := range r.Events {
		o := &r.Events[i]
		then := o.When.Words == e.When.Words || o.When.Closed() && o.When.Latest == e.When.Latest
		if then && o.Modality == stemma.Asserted && within(r, o, e) {
			o.Modality, o.ModalityWords = stemma.Background, []stemma.Span{e.When.Words}
		}
	}
}

// leading is the first event of the body of a report that has a day.
func leading(r *stemma.Reading) *stemma.Event {
	var first *stemma.Event
	for i := range r.Events {
		e := &r.Events[i]
		if e.Modality == stemma.Asserted && e.When.Closed() && r.RegionAt(e.Trigger.Start).Kind == stemma.RegionBody && (first == nil || e.Trigger.Start < first.Trigger.Start) {
			first = e
		}
	}
	return first
}

// mentioned reports whether an event has a day of its own some days before that of the
// lead, and no other sentence tells of that day but the next.
func mentioned(r *stemma.Reading, lead, e *stemma.Event) bool {
	if e.Modality != stemma.Asserted || !e.When.Closed() || e.When.Words.Empty() || e.Trigger.Start < lead.Trigger.Start {
		return false
	}
	before := func(w stemma.Interval) bool {
		return w.Earliest <= lead.When.Earliest-aside && w.Latest < lead.When.Earliest
	}
	return before(e.When) && !slices.ContainsFunc(r.Events, func(o stemma.Event) bool {
		alike := o.When.Closed() && o.When.Earliest <= e.When.Latest && e.When.Earliest <= o.When.Latest && before(o.When)
		return alike && !within(r, &o, e)
	})
}

// within reports whether one event is told in the sentence of another or in the next.
func within(r *stemma.Reading, o, e *stemma.Event) bool {
	at := r.Syntax.SentenceAt(o.Trigger.Start) - r.Syntax.SentenceAt(e.Trigger.Start)
	return at == 0 || at == 1
}

// Ahead marks as planned what is told of a day after the report.
//
//	published on Monday: "The union put off tomorrow's strike." → the strike is planned
func Ahead(r *stemma.Reading) {
	day := r.Publication.Published.Latest
	for i := range r.Events {
		e := &r.Events[i]
		if day != 0 && physical[e.Type] && e.Modality == stemma.Asserted && e.When.Earliest > day && !e.When.Words.Empty() {
			e.Modality, e.ModalityWords = stemma.Planned, []stemma.Span{e.When.Words}
		}
	}
}
