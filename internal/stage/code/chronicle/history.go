package chronicle

import "stemma"

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
